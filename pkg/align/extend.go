package align

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// Where every tenth letter is misread, half of all words survive, but hardly five
// in a row. From the runs outwards, words are therefore aligned one by one, by
// dynamic programming in a band around the run's line, until the score has
// fallen too far below its best (Zhang, Schwartz, Wagner and Miller, "A greedy
// algorithm for aligning DNA sequences", 2000, for the rule).
const (
	scoreEqual = 2   // points for a word that both have
	scoreAlike = 1   // for a word that may be the other, misread
	scoreOther = -2  // for one word in another's place
	scoreGap   = -1  // for a word left out or added
	scoreDrop  = 20  // below the best so far, where an extension ends
	scoreLeast = 4   // of an extension that is kept
	band       = 12  // words by which an extension may leave the run's line
	reach      = 400 // words that an extension may take
	extendFrom = 12  // words that must be shared before anything is extended

	// A run of no more words, less than one in so many of the shorter article, is
	// a phrase when no other run goes on from it.
	phraseMost = 23
	phrasePart = 20
)

// extend adds the short runs that lie between the runs of two articles and at
// their ends. The runs are in the order of A before and after.
func (c *Comparer) extend(b Text) {
	shared := 0
	for _, r := range c.runs {
		shared += r.Words
	}
	if shared < extendFrom {
		return
	}
	ends := c.ends[:0] // numbers of the runs that may go on
	shorter := min(c.a.Len(), b.Len())
	for i, r := range c.runs {
		if r.Words > phraseMost || phrasePart*r.Words >= shorter ||
			i > 0 && goesOn(c.runs[i-1], r) || i+1 < len(c.runs) && goesOn(r, c.runs[i+1]) {
			ends = append(ends, int32(i))
		}
	}
	c.ends = ends
	if len(ends) == 0 {
		return
	}
	c.takenA, c.takenB = cleared(c.takenA, c.a.Len()), cleared(c.takenB, b.Len())
	for _, r := range c.runs {
		c.take(r)
	}
	for _, i := range ends {
		r := c.runs[i]
		c.walk(b, r.A+r.Words, r.B+r.Words, 1)
		c.walk(b, r.A-1, r.B-1, -1)
	}
	slices.SortFunc(c.runs, func(x, y news.Run) int { return cmp.Compare(x.A, y.A) })
}

// walk extends a run from A's word i and b's word j on, forwards with step 1,
// backwards with -1, as far as no other run is met. It adds the equal words.
func (c *Comparer) walk(b Text, i, j, step int) {
	at := c.grid.fill(c.a, b, i, j, step, free(c.takenA, i, step), free(c.takenB, j, step))
	if c.grid.score < scoreLeast {
		return
	}
	first := len(c.runs)
	for at.row > 0 {
		switch c.grid.from[at.row*gridWidth+at.off] {
		case fromBoth:
			at.row--
		case fromEqual:
			c.addWord(first, i+step*(at.row-1), j+step*(at.row-1+at.off-band))
			at.row--
		case fromA:
			at = cell{at.row - 1, at.off + 1}
		default:
			at.off--
		}
	}
	for _, r := range c.runs[first:] {
		c.take(r)
	}
}

// addWord adds an equal word to the last run, of those from first on, where it
// stands right before or behind that.
func (c *Comparer) addWord(first, a, b int) {
	if len(c.runs) > first {
		switch r := &c.runs[len(c.runs)-1]; {
		case r.A+r.Words == a && r.B+r.Words == b:
			r.Words++
			return
		case r.A == a+1 && r.B == b+1:
			r.A, r.B, r.Words = a, b, r.Words+1
			return
		}
	}
	c.runs = append(c.runs, news.Run{A: a, B: b, Words: 1})
}

// free is how many words from i on are not taken, up to reach.
func free(taken []bool, i, step int) (n int) {
	for n < reach && i >= 0 && i < len(taken) && !taken[i] {
		i, n = i+step, n+1
	}
	return n
}
