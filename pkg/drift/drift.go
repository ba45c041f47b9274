package drift

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/news"
)

// Wording is one article's text of a paragraph.
type Wording struct {
	Text string
	Lang string    // ISO 639-1 code; English when empty
	Day  news.Time // of the article, by which "yesterday" and "Monday" are read; may be unknown
}

// Drift is a fact that two wordings give differently, with the words for it in
// either text. Neither span is empty.
type Drift struct {
	Kind     news.DriftKind
	From, To news.Span
}

// Source is a wording that others are compared with, read once.
type Source struct {
	words *lexicon
	reading
	numbers map[string]uint32 // of the keys of its units
	keys    []uint32
}

// NewSource reads a wording, in whose language the others are read too.
func NewSource(w Wording) Source {
	words := lexiconOf(w.Lang)
	s := Source{words: words, reading: read(w, words)}
	s.numbers = make(map[string]uint32, len(s.units))
	s.keys = make([]uint32, len(s.units))
	for i, u := range s.units {
		n, ok := s.numbers[u.key]
		if !ok {
			n = uint32(len(s.numbers) + 1)
			s.numbers[u.key] = n
		}
		s.keys[i] = n
	}
	return s
}

// keysOf are the keys of another reading: those of equal units are equal, and what
// the source has not is equal to nothing.
func (s Source) keysOf(r reading) []uint32 {
	keys := make([]uint32, len(r.units))
	for i, u := range r.units {
		n, ok := s.numbers[u.key]
		if !ok {
			n = uint32(len(s.numbers) + 1 + i)
		}
		keys[i] = n
	}
	return keys
}

// Compare finds the facts that another wording gives differently, in the order of
// the source. Its cost is that of one diff of the words.
func (s Source) Compare(to Wording) []Drift {
	c := comparison{words: s.words, from: s.reading, to: read(to, s.words)}
	c.compare(align.Text{Keys: s.keys}, align.Text{Keys: s.keysOf(c.to)})
	c.count()
	c.attributions()
	for i := range c.hunks {
		c.judge(c.hunks[i])
	}
	if c.isFilledForm() {
		return nil
	}
	slices.SortStableFunc(c.found, func(a, b Drift) int {
		return cmp.Or(cmp.Compare(a.From.Start, b.From.Start), cmp.Compare(a.To.Start, b.To.Start))
	})
	return c.found
}

// comparison is two wordings side by side.
type comparison struct {
	words    *lexicon
	from, to reading
	runs     []news.Run // equal units
	hunks    []hunk
	surplus  map[string]int // by key: how many more units of it the first wording has
	found    []Drift
}

// hunk is what two wordings have between equal units; either side can be empty.
type hunk struct{ from, to news.Range }

// compare finds the units that are equal in both, and what lies between them.
func (c *comparison) compare(a, b align.Text) {
	c.runs = align.Align(a, b, news.Range{End: a.Len()}, news.Range{End: b.Len()})
	atA, atB := 0, 0
	for _, r := range append(slices.Clone(c.runs), news.Run{A: a.Len(), B: b.Len()}) {
		if h := (hunk{news.Range{Start: atA, End: r.A}, news.Range{Start: atB, End: r.B}}); h.from.Len()+h.to.Len() > 0 {
			c.hunks = append(c.hunks, h)
		}
		atA, atB = r.A+r.Words, r.B+r.Words
	}
}

// count tells the units that were changed from those that stand elsewhere. Those
// outside of hunks are as many in both wordings.
func (c *comparison) count() {
	c.surplus = map[string]int{}
	for _, h := range c.hunks {
		for _, u := range c.from.units[h.from.Start:h.from.End] {
			c.surplus[u.key]++
		}
		for _, u := range c.to.units[h.to.Start:h.to.End] {
			c.surplus[u.key]--
		}
	}
}

// judge finds the drifts of a hunk. What is a changed number, date, name or denial
// is told as such even where it is quoted.
func (c *comparison) judge(h hunk) {
	if c.written(c.from, h.from) == c.written(c.to, h.to) {
		return // "newsgathering" for "news gathering"
	}
	before := len(c.found)
	c.dates(h)
	c.quantities(h)
	c.negation(h)
	c.titles(h)
	if c.words.names {
		c.names(h)
	}
	if len(c.found) == before {
		c.quoted(h)
	}
}

// written are the words of a hunk's side without the spaces.
func (c *comparison) written(r reading, in news.Range) string {
	var b strings.Builder
	for _, u := range r.units[in.Start:in.End] {
		b.WriteString(u.key)
	}
	return b.String()
}

// add notes a drift unless it lies in one that was found already.
func (c *comparison) add(kind news.DriftKind, from, to news.Span) {
	for _, d := range c.found {
		if d.From.Overlap(from) > 0 && d.To.Overlap(to) > 0 {
			return
		}
	}
	c.found = append(c.found, Drift{Kind: kind, From: from, To: to})
}

// aligned is the unit of the second wording that equals unit i of the first, -1 if
// none does.
func (c *comparison) aligned(i int) int {
	k, found := slices.BinarySearchFunc(c.runs, i, func(r news.Run, i int) int { return cmp.Compare(r.A, i) })
	if !found {
		k--
	}
	if k < 0 || i >= c.runs[k].A+c.runs[k].Words {
		return -1
	}
	return c.runs[k].B + i - c.runs[k].A
}
