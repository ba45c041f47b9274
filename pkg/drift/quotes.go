package drift

import (
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// quoted finds quoted words that a hunk changes. To leave out the beginning or end
// of a quotation is to shorten it, and words in brackets are the editor's.
func (c *comparison) quoted(h hunk) {
	if !c.inQuotation(c.from, h.from) || !c.inQuotation(c.to, h.to) {
		return
	}
	if c.isCut(c.from, h.from, h.to) || c.isCut(c.to, h.to, h.from) {
		return
	}
	x, y := c.spoken(c.from, h.from, 1), c.spoken(c.to, h.to, -1)
	const most = 12 // words: more is another quotation
	if len(x)+len(y) == 0 || len(x) > most || len(y) > most {
		return
	}
	if len(x) == 1 && len(y) == 1 && typing(x[0], y[0]) {
		return
	}
	a, b := c.inContext(c.from, h.from), c.inContext(c.to, h.to)
	if a.Len() > 0 && b.Len() > 0 && c.inQuotation(c.from, a) && c.inQuotation(c.to, b) {
		c.add(news.DriftQuote, c.from.span(a), c.to.span(b))
	} else if h.from.Len() > 0 && h.to.Len() > 0 {
		c.add(news.DriftQuote, c.from.span(h.from), c.to.span(h.to))
	}
}

// inQuotation reports whether all units of a range stand in one quotation, of an
// empty range those around it.
func (c *comparison) inQuotation(r reading, in news.Range) bool {
	if in.Len() == 0 {
		in = news.Range{Start: in.Start - 1, End: in.Start + 1}
	}
	number := r.near(in.Start).quotation
	for i := in.Start; i < in.End; i++ {
		if u := r.near(i); u.quotation == 0 || u.quotation != number || u.bracketed {
			return false
		}
	}
	return true
}

// isCut reports whole sentences of a quotation that the other wording has not, or
// the "and" with which one begins.
func (c *comparison) isCut(r reading, in, other news.Range) bool {
	if other.Len() > 0 || in.Len() == 0 || !r.units[in.Start].first {
		return false
	}
	if in.End == len(r.units) || r.units[in.End].first {
		return true
	}
	return !slices.ContainsFunc(r.units[in.Start:in.End], func(u unit) bool { return !c.words.joins[u.key] })
}

// spoken are the words of a hunk's side that do not only stand elsewhere in the
// other wording.
func (c *comparison) spoken(r reading, in news.Range, sign int) (keys []string) {
	for _, u := range r.units[in.Start:in.End] {
		if sign*c.surplus[u.key] > 0 && !c.words.slight[u.key] {
			keys = append(keys, u.key)
		}
	}
	return keys
}

// typing reports two words that differ as by a slip of the pen: one letter more,
// less or another in a word of five or more.
func typing(a, b string) bool {
	const least = 5
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b) < least || len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i == len(a) || a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}
