package report

import (
	"time"

	"github.com/wireprint/wireprint/pkg/news"
)

// lookup finds a report's records by their ids.
type lookup struct {
	articles map[string]*news.ArticleRecord
	families map[string]*news.Family
	pairs    map[string][]*news.Pair      // by the id of either article
	rows     map[string][]*news.Row       // by the id of the group that tells them
	row      map[string]*news.Row         // by its own id
	drifts   map[string][]*news.Drift     // as rows
	audits   map[string][]*news.Audit     // by event or, without events, by family
	owners   map[string]string            // by outlet, as far as they are known
	quotes   map[string][]*news.Quotation // by event
}

func newLookup(r *news.Report) *lookup {
	l := &lookup{
		articles: make(map[string]*news.ArticleRecord, len(r.Articles)),
		families: make(map[string]*news.Family, len(r.Families)),
		pairs:    make(map[string][]*news.Pair),
		rows:     make(map[string][]*news.Row),
		row:      make(map[string]*news.Row, len(r.Rows)),
		drifts:   make(map[string][]*news.Drift),
		audits:   make(map[string][]*news.Audit),
		owners:   make(map[string]string),
		quotes:   make(map[string][]*news.Quotation),
	}
	for _, o := range r.Outlets {
		if o.Owner != "" {
			l.owners[o.Name] = o.Owner
		}
	}
	for i := range r.Articles {
		l.articles[r.Articles[i].ID] = &r.Articles[i]
	}
	for i := range r.Families {
		l.families[r.Families[i].ID] = &r.Families[i]
	}
	for i := range r.Pairs {
		p := &r.Pairs[i]
		l.pairs[p.A] = append(l.pairs[p.A], p)
		l.pairs[p.B] = append(l.pairs[p.B], p)
	}
	groupOf := make(map[string]string, len(r.Rows)) // by row
	byEvent := len(r.Events) > 0
	for i := range r.Rows {
		row := &r.Rows[i]
		id := l.groupOf(row, byEvent)
		l.rows[id] = append(l.rows[id], row)
		groupOf[row.ID] = id
		l.row[row.ID] = row
	}
	for i := range r.Drift {
		d := &r.Drift[i]
		l.drifts[groupOf[d.Row]] = append(l.drifts[groupOf[d.Row]], d)
	}
	for i := range r.Audit {
		a := &r.Audit[i]
		id := a.Event
		if !byEvent {
			id = l.article(a.Article).Family
		}
		l.audits[id] = append(l.audits[id], a)
	}
	for i := range r.Quotes {
		l.quotes[r.Quotes[i].Event] = append(l.quotes[r.Quotes[i].Event], &r.Quotes[i])
	}
	return l
}

// groupOf is the id of the event, or else the family, under which a row is
// told. A row without a family of its own goes with the article that its text
// was taken from.
func (l *lookup) groupOf(row *news.Row, byEvent bool) string {
	if byEvent {
		return row.Event
	}
	if row.Family != "" {
		return row.Family
	}
	if a := l.articles[row.Source.Article]; a != nil {
		return a.Family
	}
	return ""
}

// article returns the record of an article, an empty one if there is none: a
// report that somebody filtered can name articles that it does not hold.
func (l *lookup) article(id string) *news.ArticleRecord {
	if a := l.articles[id]; a != nil {
		return a
	}
	return &news.ArticleRecord{ID: id}
}

// published is the instant by which an article is put in order.
func (l *lookup) published(id string) time.Time {
	const year = 2000 // orders articles without a year among themselves
	return middle(readTime(l.article(id).Published), year)
}
