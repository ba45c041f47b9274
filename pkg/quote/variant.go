package quote

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/news"
)

// utterances writes down the groups.
func (g *grouping) utterances() []Utterance {
	all := make([]Utterance, 0, len(g.leaders))
	for _, members := range g.leaders {
		source := g.sourceOf(members)
		u := Utterance{Source: source}
		for _, w := range members {
			for _, q := range g.wordings[w].quotations {
				u.Carriers = append(u.Carriers, g.carrier(source, q, len(g.wordings[w].of) > 1))
			}
		}
		slices.SortFunc(u.Carriers, func(a, b Carrier) int {
			return cmp.Or(first(a.Quotation != source, b.Quotation != source), cmp.Compare(a.Quotation, b.Quotation))
		})
		all = append(all, u)
	}
	slices.SortFunc(all, func(a, b Utterance) int {
		earliest := func(u Utterance) int {
			return min(u.Carriers[0].Quotation, u.Carriers[min(1, len(u.Carriers)-1)].Quotation)
		}
		return cmp.Or(cmp.Compare(earliest(a), earliest(b)), cmp.Compare(a.Source, b.Source))
	})
	return all
}

// sourceOf is the quotation whose wording stands for an utterance: of those that are
// nearly the longest the one that most articles have, and of these the first. So an
// editor's insertion does not become what was said.
func (g *grouping) sourceOf(members []int) int {
	longest := 0
	for _, w := range members {
		if m := &g.wordings[w]; m.marks && !m.joined {
			longest = max(longest, len(m.keys))
		}
	}
	best := -1
	for _, w := range members {
		m := &g.wordings[w]
		if !m.marks || m.joined || 10*len(m.keys) < 9*longest {
			continue
		}
		if best < 0 || better(m, &g.wordings[best]) {
			best = w
		}
	}
	if best < 0 {
		best = members[0]
	}
	return g.wordings[best].quotations[0]
}

func better(a, b *wording) bool {
	return cmp.Or(
		cmp.Compare(len(b.quotations), len(a.quotations)),
		cmp.Compare(a.quotations[0], b.quotations[0]),
	) < 0
}

// carrier tells what a quotation made of the source.
func (g *grouping) carrier(source, q int, joined bool) Carrier {
	a, b := &g.all[source], &g.all[q]
	c := Carrier{Quotation: q}
	if source == q || slices.Equal(a.Keys, b.Keys) {
		c.Similarity = 1
		c.addKind(b.Marks, news.QuoteVerbatim)
		c.addKind(!b.Marks, news.QuoteUnmarked)
		return c
	}
	runs := align.Align(align.Text{Keys: a.Keys}, align.Text{Keys: b.Keys}, a.All(), b.All())
	runs = withoutStrays(runs, joined)
	equal := 0
	for _, r := range runs {
		equal += r.Words
	}
	c.Similarity = float64(equal) / float64(len(a.Keys))
	c.Edits = whole(runs, a, b)
	shortened, altered := false, false
	for _, e := range c.Edits {
		s, al := judge(e, a, b)
		shortened, altered = shortened || s, altered || al
	}
	c.addKind(!b.Marks, news.QuoteUnmarked)
	c.addKind(joined, news.QuoteJoined)
	c.addKind(shortened, news.QuoteShortened)
	c.addKind(altered, news.QuoteAltered)
	c.addKind(len(c.Kinds) == 0, news.QuoteVerbatim)
	return c
}

func (c *Carrier) addKind(holds bool, kind news.QuoteKind) {
	if holds {
		c.Kinds = append(c.Kinds, kind)
	}
}

// withoutStrays leaves out single words, at the ends, that are equal by chance: of a
// joined quotation those of the other one.
func withoutStrays(runs []news.Run, joined bool) []news.Run {
	far := func(a, b news.Run) bool {
		const near = 3
		return b.A-a.A-a.Words > near || b.B-a.B-a.Words > near || joined
	}
	for len(runs) > 1 && runs[0].Words < 2 && far(runs[0], runs[1]) {
		runs = runs[1:]
	}
	for n := len(runs); n > 1 && runs[n-1].Words < 2 && far(runs[n-2], runs[n-1]); n = len(runs) {
		runs = runs[:n-1]
	}
	return runs
}

// whole are the edits with those before the first and behind the last run.
func whole(runs []news.Run, a, b *Quotation) []news.Edit {
	padded := append([]news.Run{{}}, runs...)
	return news.Edits(append(padded, news.Run{A: len(a.Keys), B: len(b.Keys)}))
}

// judge tells whether an edit shortens or alters what was said. More words at an end
// do neither: they are another part of what was said.
func judge(e news.Edit, a, b *Quotation) (shortened, altered bool) {
	const few = 2 // words left out without a sign change what was said
	atEnd := e.From.Start == 0 || e.From.End == len(a.Keys)
	out, in := e.From.Len(), e.To.Len()
	shown := slices.ContainsFunc(b.Cuts, func(cut int) bool { return e.To.Start <= cut && cut <= e.To.End })
	switch {
	case in == 0:
		shortened = atEnd || shown || out > few
		return shortened, !shortened
	case atEnd && out == 0:
		return false, false
	case atEnd && (!b.Marks || in > few+1):
		return out > 0, false // it goes on with other words
	case respelled(e, a, b):
		return false, false
	}
	return out > in+few, true
}

// respelled reports a word that another house spells otherwise: recognise and
// recognize, colour and color, centre and center.
func respelled(e news.Edit, a, b *Quotation) bool {
	if e.From.Len() != e.To.Len() {
		return false
	}
	for i := range e.From.Len() {
		if spelling(a.word(e.From.Start+i)) != spelling(b.word(e.To.Start+i)) {
			return false
		}
	}
	return true
}

// spelling is a word as American houses spell it, or near enough to compare.
func spelling(word string) string {
	word = strings.ToLower(word)
	for _, pair := range [][2]string{{"isation", "ization"}, {"ise", "ize"}, {"ising", "izing"}, {"yse", "yze"}, {"our", "or"}, {"tre", "ter"}} {
		word = strings.ReplaceAll(word, pair[0], pair[1])
	}
	return word
}
