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
	if !opposite && (max(len(wordsFrom), len(wordsTo)) > little || c.atEnd(h) || !c.sameDenied(h) || c.deniedElsewhere(h, from-to)) {
		return
	}
	if opposite && (len(wordsFrom)+len(wordsTo) > 3*little || c.turnedRound(h)) {
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
	for i := in.Start; i < in.End; i++ {
		u := r.units[i]
		switch {
		case !u.isWord():
			rest = append(rest, u.key)
		case c.denies(r, i):
			if sign*c.surplus[u.key] > 0 {
				n++
			}
		case !c.words.function[u.key] || c.words.sides[u.key].pair != "":
			rest = append(rest, u.key)
		}
	}
	return n, rest
}

// denies reports a word that turns what is said to its opposite. "Declined to
// comment" does, "declined to 7.5" does not.
func (c *comparison) denies(r reading, i int) bool {
	key := r.units[i].key
	if c.words.unwilling[key] {
		return r.near(i+1).key == "to" && r.near(i+2).isWord()
	}
	return c.words.negator[key] || c.words.refuse[key]
}

// atEnd reports several words that only one wording has, at its end or beginning:
// more was cut there than a "not".
func (c *comparison) atEnd(h hunk) bool {
	return (h.from.Len() == 0 || h.to.Len() == 0) && h.from.Len()+h.to.Len() > 1 &&
		(h.from.Start == 0 || h.to.Start == 0 || h.from.End == len(c.from.units) || h.to.End == len(c.to.units))
}

// sameDenied reports whether the same is denied that the other wording says: "did
// not accept" and "accepted", or "denied" and "confirmed", but not "not to attend"
// and "to skip".
func (c *comparison) sameDenied(h hunk) bool {
	if c.opposite(c.from.keys(h.from), c.to.keys(h.to)) {
		return true
	}
	a, b := c.deniedWord(c.from, h.from.Start), c.deniedWord(c.to, h.to.Start)
	if a.key == "" || b.key == "" {
		return false
	}
	return alike(a.key, b.key) || a.isWord() && consonants(a.key) == consonants(b.key) || !a.isWord() && !b.isWord() || c.surplus[a.key] <= 0 && c.surplus[b.key] >= 0
}

// deniedWord is the first word from i on that means something and denies nothing.
func (c *comparison) deniedWord(r reading, i int) unit {
	const farthest = 6
	for k := i; k < min(i+farthest, len(r.units)); k++ {
		if u := r.units[k]; !c.words.function[u.key] && !c.denies(r, k) {
			return u
		}
	}
	return unit{}
}

// deniedElsewhere reports a hunk near by that makes up for the denials which this
// one takes away: "no steps are taken" and "steps are not taken".
func (c *comparison) deniedElsewhere(h hunk, surplus int) bool {
	const near = 12 // words
	for _, g := range c.hunks {
		apart := max(g.from.Start-h.from.End, h.from.Start-g.from.End)
		if g == h || apart > near {
			continue
		}
		from, _ := c.denials(c.from, g.from, 1)
		to, _ := c.denials(c.to, g.to, -1)
		if from-to == -surplus {
			return true
		}
	}
	return false
}

// turnedRound reports two statements with other names before the opposite words:
// "Kettering won" and "Marsh Town lost" can be one.
func (c *comparison) turnedRound(h hunk) bool {
	before := func(r reading, in news.Range) unit {
		for i := in.Start; i < in.End; i++ {
			if c.words.sides[r.units[i].key].pair != "" {
				return r.near(i - 1)
			}
		}
		return unit{}
	}
	a, b := before(c.from, h.from), before(c.to, h.to)
	return a.key != b.key && a.isName() && b.isName()
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
