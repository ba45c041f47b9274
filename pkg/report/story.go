package report

import (
	"cmp"
	"slices"
	"time"

	"github.com/wireprint/wireprint/pkg/news"
)

// story is what a reader is told about a group of articles, as plain values.
// All its strings are clean.
type story struct {
	title    string
	days     string
	articles []told // in the order of publication
	outlets  int    // known ones
	nameless int    // articles whose outlet is not known
	owners   owners
	first    first
	copies   []copies // the biggest first
	credits  credits
	rows     []*news.Row // in reading order; see tellRow
	drifts   []changedFact
	quotes   []quoted               // the most widely carried first
	name     func(id string) string // gives an article's name
}

// told is what a reader is told about one article of a story.
type told struct {
	name      string // of its outlet; with its id where that is not enough
	published string
	credit    string // agencies, empty when none is credited
	share     share
	title     string
}

// tell sums up a group.
func (l *lookup) tell(g group) story {
	articles := l.inOrder(g)
	name := names(articles)
	s := story{
		title:   title(g, articles),
		days:    days(g.from, g.to),
		first:   l.firstOf(g, articles, name),
		copies:  l.copiesOf(g, name),
		credits: countCredits(articles),
		rows:    l.rows[g.id],
		drifts:  l.changedFacts(g.id, name),
		quotes:  l.quotedOf(g.id, name),
		name:    name,
	}
	year := yearNeeded(articles)
	outlets := make(map[string]bool)
	for _, a := range articles {
		if outlet := clean(a.Outlet); outlet != "" {
			outlets[outlet] = true
		} else {
			s.nameless++
		}
		s.articles = append(s.articles, told{
			name:      name(a.ID),
			published: when(readTime(a.Published), year),
			credit:    creditLine(a),
			share:     l.shareOf(a, name),
			title:     clean(a.Title),
		})
	}
	s.outlets = len(outlets)
	s.owners = l.ownersOf(articles)
	return s
}

// inOrder returns the group's articles as they were published, those without a
// date last.
func (l *lookup) inOrder(g group) []*news.ArticleRecord {
	year := cmp.Or(g.from.Year, g.to.Year, 2000)
	type dated struct {
		*news.ArticleRecord
		at time.Time
	}
	var all []dated
	for _, id := range g.articles {
		a := l.article(id)
		all = append(all, dated{a, middle(readTime(a.Published), year)})
	}
	slices.SortStableFunc(all, func(a, b dated) int {
		return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.ID, b.ID))
	})
	articles := make([]*news.ArticleRecord, len(all))
	for i, a := range all {
		articles[i] = a.ArticleRecord
	}
	return articles
}

// title is the group's headline, or the first that an article has.
func title(g group, articles []*news.ArticleRecord) string {
	if g.label != "" {
		return g.label
	}
	for _, a := range articles {
		if t := clean(a.Title); t != "" {
			return t
		}
	}
	return "(no headline)"
}

// yearNeeded reports whether the years of the articles differ, so that a day
// and a month do not tell the date.
func yearNeeded(articles []*news.ArticleRecord) bool {
	year := 0
	for _, a := range articles {
		t := readTime(a.Published)
		if t.Year != 0 && year != 0 && t.Year != year {
			return true
		}
		year = cmp.Or(year, t.Year)
	}
	return false
}
