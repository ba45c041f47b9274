package pipeline

import (
	"context"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/drift"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/provenance"
)

// said are the stretches of text in which the carriers of a row say it, by row and
// carrier: nil for rows in which nobody changed a word.
type said [][]news.Span

func saidBy(rows []provenance.Row) said {
	s := make(said, len(rows))
	for i, row := range rows {
		if slices.ContainsFunc(row.Carriers, isChanged) {
			s[i] = make([]news.Span, len(row.Carriers))
		}
	}
	return s
}

// isChanged reports a carrier that has a row's words, but not all of them as they
// were. What is said in other words cannot be compared word by word.
func isChanged(c provenance.Carrier) bool {
	return len(c.Edits) > 0 && c.Class != news.Rewritten
}

// tell notes where a carrier says a row, with what it changed at its ends.
func (s said) tell(l *located, rows []provenance.Row, m mention) {
	if s[m.record] == nil {
		return
	}
	c := rows[m.record].Carriers[m.carrier]
	words := c.Words
	for _, e := range c.Edits {
		if e.To.Len() > 0 {
			words.Start, words.End = min(words.Start, e.To.Start), max(words.End, e.To.End)
		}
	}
	s[m.record][m.carrier] = widened(l.article.Text, l.span(words))
}

// widened is a span with the signs that stand right before and behind its words.
func widened(text string, s news.Span) news.Span {
	for s.Start > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:s.Start])
		if unicode.IsSpace(r) {
			break
		}
		s.Start -= size
	}
	for s.End < len(text) {
		r, size := utf8.DecodeRuneInString(text[s.End:])
		if unicode.IsSpace(r) {
			break
		}
		s.End += size
	}
	return s
}

// drifts finds the facts on which carriers of a row differ from its source, in the
// order of the rows and carriers.
func (w writer) drifts(ctx context.Context, rows []provenance.Row, records []news.Row, s said) ([]news.Drift, error) {
	if w.EventOf == nil {
		return nil, nil // a scan without events stops after text reuse
	}
	found := make([][]news.Drift, len(rows))
	err := inBlocks(ctx, w.opts.Jobs, len(rows), func(i int) {
		if s[i] != nil {
			found[i] = w.driftsOf(&rows[i], records[i].ID, s[i])
		}
	})
	return slices.Concat(found...), err
}

// spoken is what a wording is compared by: articles of one day with the same words
// have the same drifts.
type spoken struct {
	text string
	day  news.Time
}

// driftsOf compares each wording of a row with the source's, once. What is said of
// another event, in words that are used again, is no other account of this one.
func (w writer) driftsOf(row *provenance.Row, id string, spans []news.Span) (drifts []news.Drift) {
	told := map[spoken][]drift.Drift{}
	by := map[telling][]int{}
	// Two rows of five have no carrier to compare: their sources are not read.
	source := sync.OnceValue(func() drift.Source { return drift.NewSource(w.wording(row.Source, spans[0])) })
	for k, c := range row.Carriers {
		if k == 0 || !isChanged(c) || w.EventOf[c.Article] != w.EventOf[row.Source] {
			continue
		}
		to := w.wording(c.Article, spans[k])
		key := spoken{to.Text, to.Day}
		list, known := told[key]
		if !known {
			list = source().Compare(to)
			told[key] = list
		}
		relation, earlier, _ := w.Relation(row.Source, c.Article)
		for _, d := range list {
			from, to := w.fact(row.Source, spans[0].Start, d.From), w.fact(c.Article, spans[k].Start, d.To)
			if earlier != row.Source {
				from, to = to, from
			}
			if relation == news.RelationDrift {
				t := telling{d.Kind, from.Span, to.Text}
				by[t] = append(by[t], c.Article)
			}
			drifts = append(drifts, news.Drift{Row: id, Kind: d.Kind, Relation: relation, From: from, To: to})
		}
	}
	for i := range drifts {
		d := &drifts[i]
		if d.Relation == news.RelationDrift && w.LaterVersion(row.Source, by[telling{d.Kind, d.From.Span, d.To.Text}]) {
			d.Relation = news.RelationUpdate
		}
	}
	return drifts
}

// telling is how carriers tell a fact of the source.
type telling struct {
	kind news.DriftKind
	from news.Span
	to   string
}

func (w writer) wording(a int, span news.Span) drift.Wording {
	article := &w.Articles[a]
	return drift.Wording{Text: article.Text[span.Start:span.End], Lang: article.Lang, Day: article.Time}
}

// fact is what an article says at a span of the wording that begins at start.
func (w writer) fact(a, start int, span news.Span) news.Fact {
	span.Start, span.End = span.Start+start, span.End+start
	return news.Fact{Article: w.id(a), Span: span, Text: w.Articles[a].Text[span.Start:span.End]}
}
