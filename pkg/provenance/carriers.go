package provenance

import (
	"slices"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/news"
)

// carrier says how s carries paragraph p of article a.
func (b *builder) carrier(a int, p news.Range, s share) Carrier {
	runs, inY := b.ends(a, p, s)
	first, last := runs[0], runs[len(runs)-1]
	matched := 0
	for _, r := range runs {
		matched += r.Words
	}
	c := Carrier{
		Article:    s.article,
		Words:      news.Range{Start: first.B, End: last.B + last.Words},
		Matched:    matched,
		Similarity: float64(matched) / float64(p.Len()),
		Edits:      news.Edits(runs),
	}
	head := replaced(news.Range{Start: p.Start, End: first.A}, news.Range{Start: inY.Start, End: first.B})
	tail := replaced(news.Range{Start: last.A + last.Words, End: p.End}, news.Range{Start: last.B + last.Words, End: inY.End})
	cut := first.A - p.Start + p.End - last.A - last.Words
	switch {
	case b.FamilyOf[a] != b.FamilyOf[s.article] && 5*s.quoted >= 4*s.matched:
		c.Class = news.Quote
	case matched == p.Len() && len(c.Edits)+len(head)+len(tail) == 0:
		c.Class = news.Verbatim
	case 5*cut >= 2*p.Len(), len(c.Edits) == 0 && isCut(head) && isCut(tail) && (cut > 2 || b.Articles[s.article].Truncated):
		c.Class = news.Excerpt
	case 2*matched >= p.Len():
		c.Class = news.Edited
		c.Edits = slices.Concat(head, c.Edits, tail)
	default:
		c.Class = news.Rewritten
	}
	return c
}

// isCut reports an end of which words were left out and nothing put in their
// place.
func isCut(edits []news.Edit) bool {
	return len(edits) == 0 || edits[0].To.Len() == 0
}

// replaced is the edit that puts the words to for the words from, none when both
// are empty.
func replaced(from, to news.Range) []news.Edit {
	if from.Len() == 0 && to.Len() == 0 {
		return nil
	}
	return []news.Edit{{From: from, To: to}}
}

// ends lengthens a carrier's runs to the ends of the paragraph, where a change
// has left too few words in a row to be found. It returns the runs with the
// words of the carrier that stand for the paragraph: those before and behind the
// runs belong to it too when they are few and are not the copy of anything else.
func (b *builder) ends(a int, p news.Range, s share) ([]news.Run, news.Range) {
	x, y := b.Texts[a], b.Texts[s.article]
	first, last := s.runs[0], s.runs[len(s.runs)-1]
	end := last.B + last.Words
	inY := news.Range{Start: first.B, End: end}
	if b.FamilyOf[a] != b.FamilyOf[s.article] {
		return s.runs, inY // what stands around a shared statement is each one's own
	}
	for _, q := range y.Paragraphs {
		if q.Start <= first.B && first.B < q.End {
			inY.Start = ownFrom(s, q.Start, first.B)
		}
		if q.Start < end && end <= q.End {
			inY.End = ownTo(s, end, q.End)
		}
	}
	head := align.Align(x, y, news.Range{Start: p.Start, End: first.A}, news.Range{Start: inY.Start, End: first.B})
	tail := align.Align(x, y, news.Range{Start: last.A + last.Words, End: p.End}, news.Range{Start: end, End: inY.End})
	return slices.Concat(head, s.runs, tail), inY
}

// ownFrom is where the words before end begin that the carrier has of its own,
// start if there are no more than an edit takes, else end.
func ownFrom(s share, start, end int) int {
	if end-start > longestEdit || s.copies(start, end) {
		return end
	}
	return start
}

// ownTo is the same for the words behind start.
func ownTo(s share, start, end int) int {
	if end-start > longestEdit || s.copies(start, end) {
		return start
	}
	return end
}

// copies reports whether a word of the carrier from start to end is a copy of
// something in the row's article.
func (s share) copies(start, end int) bool {
	found := false
	s.link.runs(func(r news.Run) { found = found || r.B < end && start < r.B+r.Words })
	return found
}
