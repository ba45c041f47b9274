package align

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

const (
	fillSeed  = 3   // words of a run that counts between two others
	fillReach = 250 // words that a gap may have to be filled, and that are tried beyond the ends
	fillBand  = 12  // words by which such a run may lie off the line between its neighbours
	fillFrom  = 12  // words that must be shared before gaps are looked at

	// What is found must go on from a run without thinning out: so many words
	// at least, and one in so many up to there.
	fillLeast = 6
	fillOneIn = 6
)

// fill looks for shorter runs between the runs of two articles and at their
// ends. Where every tenth letter is misread, half of all words survive, but
// hardly five in a row; three in a row, where the runs around them say that they
// should be, are no accident. Runs are in the order of A before and after.
func (c *Comparer) fill(b Text) {
	runs := c.runs
	shared := 0
	for _, r := range runs {
		shared += r.Words
	}
	if shared < fillFrom {
		return
	}
	a := c.a.Keys
	c.takenB = cleared(c.takenB, b.Len())
	f := filler{a: a, b: b.Keys, taken: c.takenB}
	for _, r := range runs {
		for n := range r.Words {
			f.taken[r.B+n] = true
		}
	}
	first, last := runs[0], runs[len(runs)-1]
	reach := min(fillReach, 2*fillOneIn*shared) // what lies further off cannot be dense
	head := min(first.A, first.B, reach)
	found := dense(f.between(first.A-head, first.A, first.B-head, first.B), -1, first.A)
	for i := 1; i < len(runs); i++ {
		before, r := runs[i-1], runs[i]
		end := before.A + before.Words
		found = append(found, dense(f.between(end, r.A, before.B+before.Words, r.B), end, r.A)...)
	}
	endA, endB := last.A+last.Words, last.B+last.Words
	tail := min(len(a)-endA, len(f.b)-endB, reach)
	found = append(found, dense(f.between(endA, endA+tail, endB, endB+tail), endA, -1)...)

	c.runs = append(runs, found...)
	slices.SortFunc(c.runs, func(x, y news.Run) int { return cmp.Compare(x.A, y.A) })
}

// dense keeps the runs of a gap that go on, without thinning out, from the run
// that ends at left or from the one that begins at right; -1 stands for none.
func dense(found []news.Run, left, right int) []news.Run {
	fromLeft, words := 0, 0
	for i, r := range found {
		words += r.Words
		if left >= 0 && words >= fillLeast && fillOneIn*words >= r.A+r.Words-left {
			fromLeft = i + 1
		}
	}
	fromRight, words := len(found), 0
	for i := len(found) - 1; i >= 0; i-- {
		words += found[i].Words
		if right >= 0 && words >= fillLeast && fillOneIn*words >= right-found[i].A {
			fromRight = i
		}
	}
	if fromRight <= fromLeft {
		return found
	}
	return slices.Concat(found[:fromLeft], found[fromRight:])
}

// filler finds runs in the gaps between other runs.
type filler struct {
	a, b  []uint32
	taken []bool // words of b that are in a run
}

// between returns runs that lie near the straight line from the beginning to the
// end of both gaps, in order.
func (f *filler) between(startA, endA, startB, endB int) (found []news.Run) {
	lengthA, lengthB := endA-startA, endB-startB
	if lengthA < fillSeed || lengthB < fillSeed || lengthA > fillReach || lengthB > fillReach {
		return nil
	}
	at := startB // the first word of b that is still free
	for i := startA; i+fillSeed <= endA; i++ {
		line := startB + (i-startA)*lengthB/lengthA
		from, to := max(at, line-fillBand), min(endB-fillSeed, line+fillBand)
		for j := from; j <= to; j++ {
			n := f.run(i, endA, j, endB)
			if n < fillSeed {
				continue
			}
			found = append(found, news.Run{A: i, B: j, Words: n})
			i, at = i+n-1, j+n
			break
		}
	}
	return found
}

// run is the number of words that are equal from a[i] and b[j] on.
func (f *filler) run(i, endA, j, endB int) (n int) {
	for i+n < endA && j+n < endB && !f.taken[j+n] && f.a[i+n] == f.b[j+n] {
		n++
	}
	return n
}
