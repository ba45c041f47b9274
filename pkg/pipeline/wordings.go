package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/provenance"
)

// pairRecords are the records of the pairs that are listed, and what they tell of.
type pairRecords struct {
	matches []*provenance.Match
	records []news.Pair
}

// pairs writes the records of the pairs but for their wording.
func (w writer) pairs() pairRecords {
	p := pairRecords{matches: w.listedMatches()}
	p.records = make([]news.Pair, len(p.matches))
	for i, m := range p.matches {
		p.records[i] = w.pair(m)
	}
	return p
}

// wordings writes the records of rows, the facts on which their carriers differ, and what they, the pairs and the families'
// versions say in spans and words. What is said of one article is written together,
// so that its words are located once.
func (w writer) wordings(ctx context.Context, pairs pairRecords, rows []provenance.Row, families []news.Family) ([]news.Row, []news.Drift, error) {
	rows = w.listedRows(rows)
	records := make([]news.Row, len(rows))
	for i := range rows {
		records[i] = w.row(i, &rows[i])
	}
	said := saidBy(rows)
	matches := pairs.matches
	mentions := w.mentions(matches, rows)
	err := eachWith(ctx, w.opts.Jobs, len(mentions), Silent{}, func() *located { return new(located) }, func(l *located, a int) {
		if len(mentions[a]) == 0 {
			return
		}
		l.set(&w.Articles[a], w.paragraphs[a])
		for _, m := range mentions[a] {
			switch {
			case m.carrier == ofFamily:
				l.tellVersions(families[m.record].Versions, w.versions[m.record], a, a == w.canonical[m.record])
			case m.carrier >= 0:
				l.tellCarrier(&records[m.record], &rows[m.record], int(m.carrier))
				said.tell(l, rows, m)
			case a == matches[m.record].A:
				l.tellA(&pairs.records[m.record], matches[m.record].Passages)
			default:
				l.tellB(&pairs.records[m.record], matches[m.record].Passages)
			}
		}
	})
	if err != nil {
		return nil, nil, err
	}
	err = inBlocks(ctx, w.opts.Jobs, len(pairs.records), func(i int) { finish(&pairs.records[i]) })
	for i := range records {
		for k := range records[i].Carriers {
			operations(records[i].Carriers[k].Changes)
		}
	}
	if err != nil {
		return nil, nil, err
	}
	drifts, err := w.drifts(ctx, rows, records, said)
	return records, drifts, err
}

// mention is a record that has to be told in the words of an article: a row, of
// which the article is a carrier, or what else carrier says.
type mention struct{ record, carrier int32 }

const (
	ofPair   = -1 // the record is a pair
	ofFamily = -2 // the record is a family
)

// mentions lists, for each article, what has to be told in its words.
func (w writer) mentions(matches []*provenance.Match, rows []provenance.Row) [][]mention {
	of := make([][]mention, len(w.Articles))
	for i, m := range matches {
		of[m.A] = append(of[m.A], mention{int32(i), ofPair})
		of[m.B] = append(of[m.B], mention{int32(i), ofPair})
	}
	for i, family := range w.Families {
		if len(family.Articles) > 1 {
			for _, a := range family.Articles {
				of[a] = append(of[a], mention{int32(i), ofFamily})
			}
		}
	}
	for i, row := range rows {
		for k, c := range row.Carriers {
			of[c.Article] = append(of[c.Article], mention{int32(i), int32(k)})
		}
	}
	return of
}

// starFamily is the size above which a family's pairs are listed as a star
// unless all were asked for.
const starFamily = 500

// listedMatches are those that the report lists, in the order of their ids.
func (w writer) listedMatches() []*provenance.Match {
	if w.opts.Pairs == PairsNone {
		return nil
	}
	list := make([]*provenance.Match, 0, len(w.Matches))
	for i := range w.Matches {
		if m := &w.Matches[i]; w.lists(m) {
			list = append(list, m)
		}
	}
	rank := w.ranks()
	order, begins := grouped(len(rank), len(list), func(i int) int { return min(rank[list[i].A], rank[list[i].B]) })
	sorted := make([]*provenance.Match, len(list))
	for i, from := range order {
		sorted[i] = list[from]
	}
	second := func(m *provenance.Match) int { return max(rank[m.A], rank[m.B]) }
	for a := range rank {
		of := sorted[begins[a]:begins[a+1]]
		slices.SortFunc(of, func(x, y *provenance.Match) int { return cmp.Compare(second(x), second(y)) })
	}
	return sorted
}

// ranks are the places of the articles in the order of their ids.
func (w writer) ranks() []int {
	order := make([]int, len(w.Articles))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(w.id(a), w.id(b)) })
	ranks := make([]int, len(order))
	for rank, a := range order {
		ranks[a] = rank
	}
	return ranks
}

// lists reports whether a pair is listed: of a large family, or of any with
// PairsStar, only those with the canonical article.
func (w writer) lists(m *provenance.Match) bool {
	f := w.FamilyOf[m.A]
	large := len(w.Families[f].Articles) > starFamily
	if f != w.FamilyOf[m.B] || w.opts.Pairs == PairsAll || w.opts.Pairs != PairsStar && !large {
		return true
	}
	return m.A == w.canonical[f] || m.B == w.canonical[f]
}

// pair is the record of a match but for its wording.
func (w writer) pair(m *provenance.Match) news.Pair {
	a, b := m.Overlap.Contained()
	p := news.Pair{
		A: w.id(m.A), B: w.id(m.B), Class: m.Class,
		ContainedA: round(a), ContainedB: round(b),
		LongestRun: int(m.Overlap.Longest), Cosine: round(m.Cosine),
		Passages: make([]news.PairPassage, len(m.Passages)),
	}
	for i, passage := range m.Passages {
		p.Passages[i].Words = passage.Equal
		p.Passages[i].Changes = make([]news.Change, len(news.Edits(passage.Runs)))
	}
	return p
}

// listedRows are those that the report lists.
func (w writer) listedRows(rows []provenance.Row) []provenance.Row {
	if w.opts.Rows == RowsNone {
		return nil
	}
	return rows
}

// row is the record of a row but for its wording.
func (w writer) row(number int, row *provenance.Row) news.Row {
	record := news.Row{
		ID:       fmt.Sprintf("p%d", number+1),
		Event:    w.eventOf(row.Source),
		Family:   w.familyID(w.FamilyOf[row.Source]),
		Source:   news.RowSource{Article: w.id(row.Source)},
		Carriers: make([]news.Carrier, len(row.Carriers)),
	}
	for i, c := range row.Carriers {
		a := &w.Articles[c.Article]
		record.Carriers[i] = news.Carrier{
			Article: a.ID, Outlet: a.Outlet.Name,
			Class: c.Class, Similarity: round(c.Similarity), Changes: make([]news.Change, len(c.Edits)),
		}
	}
	return record
}

// tellA writes what a pair says in the words of its first article.
func (l *located) tellA(p *news.Pair, passages []news.Passage) {
	for i, passage := range passages {
		p.Passages[i].A = l.span(passage.A())
		for k, e := range news.Edits(passage.Runs) {
			p.Passages[i].Changes[k].From = l.text(e.From)
		}
	}
}

// tellB does the same for its second article.
func (l *located) tellB(p *news.Pair, passages []news.Passage) {
	for i, passage := range passages {
		p.Passages[i].B = l.span(passage.B())
		for k, e := range news.Edits(passage.Runs) {
			p.Passages[i].Changes[k].To = l.text(e.To)
		}
	}
}

// tellCarrier writes what a row says in the words of one of its carriers. The
// first is the row's source, with whose words all changes begin.
func (l *located) tellCarrier(record *news.Row, row *provenance.Row, carrier int) {
	own := row.Carriers[carrier]
	if carrier > 0 {
		record.Carriers[carrier].Span = l.span(own.Words)
		if own.Class == news.Rewritten {
			span := l.whole(own.Words)
			record.Carriers[carrier].Span, record.Carriers[carrier].Text = span, l.article.Text[span.Start:span.End]
		}
		for k, e := range own.Edits {
			record.Carriers[carrier].Changes[k].To = l.text(e.To)
		}
		return
	}
	span := l.whole(row.Words)
	record.Text = l.article.Text[span.Start:span.End]
	record.Source.Span, record.Carriers[0].Span = span, span
	for i, c := range row.Carriers {
		for k, e := range c.Edits {
			record.Carriers[i].Changes[k].From = l.text(e.From)
		}
	}
}

// tellVersions writes what the versions of a family, in the order of their articles,
// say of one: of the canonical one what the others cut, of any other what it added.
func (l *located) tellVersions(records []news.Version, versions []provenance.Version, a int, canonical bool) {
	if canonical {
		for i, v := range versions {
			for k, p := range v.Cut {
				records[i].Cut[k] = l.whole(p)
			}
		}
		return
	}
	i, _ := slices.BinarySearchFunc(versions, a, func(v provenance.Version, a int) int { return cmp.Compare(v.Article, a) })
	for k, p := range versions[i].Added {
		records[i].Added[k] = l.whole(p)
	}
}

// finish names the changes of a pair, and puts the article first whose id is
// first.
func finish(p *news.Pair) {
	turned := p.A > p.B
	if turned {
		p.A, p.B = p.B, p.A
		p.ContainedA, p.ContainedB = p.ContainedB, p.ContainedA
	}
	for i := range p.Passages {
		s := &p.Passages[i]
		if turned {
			s.A, s.B = s.B, s.A
			for k := range s.Changes {
				s.Changes[k].From, s.Changes[k].To = s.Changes[k].To, s.Changes[k].From
			}
		}
		operations(s.Changes)
	}
	if turned {
		slices.SortFunc(p.Passages, func(x, y news.PairPassage) int { return cmp.Compare(x.A.Start, y.A.Start) })
	}
}

// operations names changes by what they have on either side.
func operations(changes []news.Change) {
	for i := range changes {
		switch c := &changes[i]; {
		case c.From == "":
			c.Op = news.OpInsert
		case c.To == "":
			c.Op = news.OpDelete
		default:
			c.Op = news.OpReplace
		}
	}
}
