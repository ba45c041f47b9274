package align

import (
	"slices"

	"github.com/wireprint/wireprint/pkg/fingerprint"
	"github.com/wireprint/wireprint/pkg/news"
)

// complete adds passages for the runs that count and are not wholly in one, on
// both sides: an article that prints a sentence twice shares both with another
// that has it once, but passages made of disjoint runs hold one of them.
func (c *Comparer) complete(b Text, found []news.Run) {
	c.takenA, c.takenB = cleared(c.takenA, c.a.Len()), cleared(c.takenB, b.Len())
	for _, p := range c.found {
		for _, r := range p.Runs {
			c.take(r)
		}
	}
	add := func(r news.Run) {
		if c.counts(b, r) && !c.covers(r) {
			c.take(r)
			p := c.describe(b, []news.Run{r})
			p.Again = true
			p.Runs = c.keptRuns.copy(p.Runs)
			c.found = append(c.found, p)
		}
	}
	for _, r := range found {
		add(r)
	}
	if c.capped {
		c.eachWindow(b, c.opts.MinRun, false, add)
		c.eachWindow(b, c.opts.MinQuote, true, add)
	}
	slices.SortStableFunc(c.found, func(x, y news.Passage) int { return x.Runs[0].A - y.Runs[0].A })
}

func (c *Comparer) take(r news.Run) {
	for n := range r.Words {
		c.takenA[r.A+n], c.takenB[r.B+n] = true, true
	}
}

// covers reports whether all words of a run are taken.
func (c *Comparer) covers(r news.Run) bool {
	return !slices.Contains(c.takenA[r.A:r.A+r.Words], false) && !slices.Contains(c.takenB[r.B:r.B+r.Words], false)
}

// eachWindow calls do with a run for each window of so many words that stands in
// both texts and is not taken in both: in time linear in the texts, however often
// they repeat themselves. With quoted, windows that are not quotation are left out.
func (c *Comparer) eachWindow(b Text, size int, quoted bool, do func(news.Run)) {
	inA, inB := windows(c.a, size, quoted), windows(b, size, quoted)
	firstA, firstB := firstPlaces(inA), firstPlaces(inB)
	for _, w := range inB {
		if i, ok := firstA[w.hash]; ok && slices.Contains(c.takenB[w.word:w.word+size], false) {
			do(c.around(b, i, w.word))
		}
	}
	for _, w := range inA {
		if j, ok := firstB[w.hash]; ok && slices.Contains(c.takenA[w.word:w.word+size], false) {
			do(c.around(b, w.word, j))
		}
	}
}

// window is a number of words in a row.
type window struct {
	hash uint64
	word int
}

func windows(t Text, size int, quoted bool) []window {
	var list []window
	run := 0
	hashes := fingerprint.Shingles(nil, t.Keys, size)
	for word := range t.Keys {
		if run++; quoted && !t.Quoted(word) {
			run = 0
		}
		if first := word - size + 1; run >= size {
			list = append(list, window{hash: hashes[first], word: first})
		}
	}
	return list
}

func firstPlaces(list []window) map[uint64]int {
	first := make(map[uint64]int, len(list))
	for _, w := range slices.Backward(list) {
		first[w.hash] = w.word
	}
	return first
}
