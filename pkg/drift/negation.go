package drift

import (
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// negation finds a hunk that turns a statement into its opposite: by a word that
// denies, by a prefix, or by the opposite word. Two of these make none.
func (c *comparison) negation(h hunk) {
	from, wordsFrom := c.denials(c.from, h.from, 1)
	to, wordsTo := c.denials(c.to, h.to, -1)
	turned := (from+to)%2 != 0
	opposite := c.opposite(wordsFrom, wordsTo)
	if from+to == 0 && !opposite || turned == opposite {
		return
	}
	const little = 2 // words that are changed besides
	if !opposite && (len(wordsFrom) > little || len(wordsTo) > little) {
		return
	}
	if opposite && len(wordsFrom)+len(wordsTo) > 3*little {
		return
	}
	a, b := c.inContext(c.from, h.from), c.inContext(c.to, h.to)
	if a.Len() > 0 && b.Len() > 0 {
		c.add(news.DriftNegation, c.from.span(a), c.to.span(b))
	}
}

// denials counts the words of a hunk's side that deny and do not stand elsewhere
// in the other wording, and lists its other words that mean something.
func (c *comparison) denials(r reading, in news.Range, sign int) (n int, rest []string) {
	for _, u := range r.units[in.Start:in.End] {
		switch {
		case !u.isWord():
			rest = append(rest, u.key)
		case c.words.negator[u.key] || c.words.refuse[u.key]:
			if sign*c.surplus[u.key] > 0 {
				n++
			}
		case !c.words.function[u.key] || c.words.sides[u.key].pair != "":
			rest = append(rest, u.key)
		}
	}
	return n, rest
}

// opposite reports whether a word of one list is the opposite of one of the other.
func (c *comparison) opposite(from, to []string) bool {
	for _, a := range from {
		for _, b := range to {
			x, y := c.words.sides[a], c.words.sides[b]
			moved := c.surplus[a] <= 0 || c.surplus[b] >= 0
			if !moved && (x.pair != "" && x.pair == y.pair && x.second != y.second || c.prefixed(a, b) || c.prefixed(b, a)) {
				return true
			}
		}
	}
	return false
}

// prefixed reports whether a word is another with a prefix that denies it: "unable".
func (c *comparison) prefixed(word, other string) bool {
	rest, ok := strings.CutSuffix(word, other)
	return ok && c.words.prefix[rest]
}

// inContext is a hunk's side with the words next to it, without which "not" tells
// little.
func (c *comparison) inContext(r reading, in news.Range) news.Range {
	if in.Start > 0 {
		in.Start--
	}
	if in.End < len(r.units) && !r.units[in.End].after {
		in.End++
	}
	return in
}
