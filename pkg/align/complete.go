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
	inA, inB := &c.windows[0], &c.windows[1]
	inA.make(c.a, size, quoted)
	inB.make(b, size, quoted)
	c.budget = runWords(c.a.Len() + b.Len())
	follow := func(i, j int) {
		if c.budget >= 0 {
			r := c.around(b, i, j)
			c.spend(r.Words)
			do(r)
		}
	}
	for _, w := range inB.list {
		if i, ok := inA.first[w.hash]; ok && slices.Contains(c.takenB[w.word:w.word+size], false) {
			follow(i, w.word)
		}
	}
	for _, w := range inA.list {
		if j, ok := inB.first[w.hash]; ok && slices.Contains(c.takenA[w.word:w.word+size], false) {
			follow(w.word, j)
		}
	}
}

// windows are all stretches of a number of words in a text.
type windows struct {
	hashes []uint64
	list   []window
	first  map[uint64]int // by hash: where the first of equal words is
}

type window struct {
	hash uint64
	word int
}

func (w *windows) make(t Text, size int, quoted bool) {
	w.hashes = fingerprint.Shingles(w.hashes[:0], t.Keys, size)
	w.list = w.list[:0]
	run := 0
	for word := range t.Keys {
		if run++; quoted && !t.Quoted(word) {
			run = 0
		}
		if first := word - size + 1; run >= size {
			w.list = append(w.list, window{hash: w.hashes[first], word: first})
		}
	}
	w.first = make(map[uint64]int, len(w.list))
	for _, window := range slices.Backward(w.list) {
		w.first[window.hash] = window.word
	}
}
