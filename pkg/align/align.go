// Package align finds the passages that two articles share and the edits in
// them: seeds of K words are grown to runs, runs are chained to passages over
// small edits, and the words between two runs are compared one by one, as
// sequence aligners do it.
//
// Moved paragraphs make passages of their own.
//
// The package compares two articles that somebody proposed; it never looks for
// pairs.
package align

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// Options say what counts as a passage.
type Options struct {
	Seed     int `json:"seed"`      // words in a seed, the shortest run that is looked at
	MinRun   int `json:"min_run"`   // a passage has a run of so many words …
	MinQuote int `json:"min_quote"` // … or of so many inside a quotation of both …
	MaxGap   int `json:"max_gap"`   // words between two runs of a passage, in each article
}

// Defaults report any eight words in a row, and five inside quotation marks.
func Defaults() Options { return Options{Seed: 5, MinRun: 8, MinQuote: 5, MaxGap: 15} }

// Text is an article prepared for comparison.
type Text struct {
	Text  string
	Words *segment.Sequence
	Seeds []uint64 // hash of the words from each on, as many as a seed has
}

// Passages returns what a and b share, in the order of a.
func Passages(a, b Text, opts Options) []news.Passage {
	return NewIndex(a, opts).Passages(b)
}

// Index holds the seeds of one article, to compare it with many. It is not for
// use by several goroutines at once.
type Index struct {
	a    Text
	opts Options

	// A hash table of chains: first[h&mask] is the first seed of a bucket, and
	// next the one after each, both one higher so that 0 ends a chain. A map
	// took two thirds of the time of a scan's comparisons.
	first, next []int32
	mask        uint64

	ends []int32 // by diagonal: where in b its last run ends
}

// maxRepeats bounds how often a seed that an article repeats is followed, which
// keeps a text of one repeated word from costing its length squared.
const maxRepeats = 8

// NewIndex prepares article a.
func NewIndex(a Text, opts Options) *Index {
	seeds := len(a.Seeds)
	size := 1 << bits.Len(uint(2*seeds))
	ix := &Index{
		a: a, opts: opts,
		first: make([]int32, size), next: make([]int32, seeds),
		mask: uint64(size - 1),
	}
	for i := seeds - 1; i >= 0; i-- { // backwards, so that chains run forwards
		h := a.Seeds[i]
		ix.next[i] = ix.first[h&ix.mask]
		ix.first[h&ix.mask] = int32(i + 1)
	}
	return ix
}

// Worth reports whether the run around two equal words is long enough for a
// passage, or quoted. Of the 916,060 pairs that share a print in 12,518 articles,
// four in five end here, without a comparison.
func Worth(a, b Text, wordA, wordB int, opts Options) bool {
	for wordA > 0 && wordB > 0 && a.Words.Keys[wordA-1] == b.Words.Keys[wordB-1] {
		wordA, wordB = wordA-1, wordB-1
	}
	n := 0
	for wordA+n < a.Words.Len() && wordB+n < b.Words.Len() && a.Words.Keys[wordA+n] == b.Words.Keys[wordB+n] {
		n++
	}
	return n >= opts.MinRun || quotedRun(a.Words.Quoted[wordA:wordA+n], b.Words.Quoted[wordB:wordB+n]) >= opts.MinQuote
}

// Passages returns what the indexed article, A, shares with b.
func (ix *Index) Passages(b Text) []news.Passage {
	runs := disjoint(ix.runs(b), ix.a.Words.Len(), b.Words.Len(), ix.opts.Seed)
	runs = ix.fill(b, runs)
	var passages []news.Passage
	for _, chain := range chains(runs, ix.opts.MaxGap) {
		p := describe(ix.a, b, chain)
		if ix.accepts(p, b) {
			passages = append(passages, p)
		}
	}
	return passages
}

// runs returns the maximal runs of equal words, at least a seed long.
func (ix *Index) runs(b Text) []news.Run {
	keys := b.Words.Keys
	a, k := ix.a.Words.Keys, ix.opts.Seed
	ix.ends = slices.Grow(ix.ends[:0], len(a)+len(keys))[:len(a)+len(keys)]
	clear(ix.ends)
	var runs []news.Run
	for j := range b.Seeds {
		h := b.Seeds[j]
		repeats := 0
		for at := ix.first[h&ix.mask]; at > 0 && repeats < maxRepeats; at = ix.next[at-1] {
			i := int(at - 1)
			if ix.a.Seeds[i] != h {
				continue
			}
			repeats++
			diagonal := i - j + len(keys)
			if int(ix.ends[diagonal]) > j {
				continue
			}
			n := 0
			for i+n < len(a) && j+n < len(keys) && a[i+n] == keys[j+n] {
				n++
			}
			ix.ends[diagonal] = int32(j + n)
			if n >= k {
				runs = append(runs, news.Run{A: i, B: j, Words: n})
			}
		}
	}
	return runs
}

// disjoint keeps of overlapping runs the longest, and of the others what is
// left beside it. Of runs of one length those come first whose diagonal is
// nearest to one that was kept, so that a phrase that an article repeats stays
// with its sentence. The result is in the order of A.
func disjoint(runs []news.Run, lenA, lenB, least int) []news.Run {
	slices.SortFunc(runs, func(x, y news.Run) int {
		return cmp.Or(cmp.Compare(y.Words, x.Words), cmp.Compare(x.B, y.B), cmp.Compare(x.A, y.A))
	})
	takenA, takenB := make([]bool, lenA), make([]bool, lenB)
	var kept []news.Run
	for start := 0; start < len(runs); {
		end := start + 1
		for end < len(runs) && runs[end].Words == runs[start].Words {
			end++
		}
		for _, r := range nearestFirst(runs[start:end], kept) {
			if r = longestFree(r, takenA, takenB); r.Words < least {
				continue
			}
			for n := range r.Words {
				takenA[r.A+n], takenB[r.B+n] = true, true
			}
			kept = append(kept, r)
		}
		start = end
	}
	slices.SortFunc(kept, func(x, y news.Run) int { return cmp.Compare(x.A, y.A) })
	return kept
}

// nearestFirst orders runs by the distance of their diagonals to those kept.
func nearestFirst(runs, kept []news.Run) []news.Run {
	if len(runs) == 1 || len(kept) == 0 {
		return runs
	}
	distances := make(map[news.Run]int, len(runs))
	for _, r := range runs {
		nearest := math.MaxInt
		for _, k := range kept {
			d := (r.A - r.B) - (k.A - k.B)
			nearest = min(nearest, max(d, -d))
		}
		distances[r] = nearest
	}
	slices.SortStableFunc(runs, func(x, y news.Run) int { return cmp.Compare(distances[x], distances[y]) })
	return runs
}

// longestFree is the longest part of r that is not taken on either side.
func longestFree(r news.Run, takenA, takenB []bool) news.Run {
	best, start := news.Run{}, 0
	for n := 0; n <= r.Words; n++ {
		if n < r.Words && !takenA[r.A+n] && !takenB[r.B+n] {
			continue
		}
		if n-start > best.Words {
			best = news.Run{A: r.A + start, B: r.B + start, Words: n - start}
		}
		start = n + 1
	}
	return best
}

// chains joins runs that follow each other in both articles with no more than
// gap words between them, or twice as many when both gaps are as long: words
// replaced, not inserted. Several chains can be open at a time, because the
// words that b inserts may come from elsewhere in a.
func chains(runs []news.Run, gap int) [][]news.Run {
	var all [][]news.Run
	open := 0 // chains before this one ended too far back
	for _, r := range runs {
		best := -1
		for c := open; c < len(all); c++ {
			last := all[c][len(all[c])-1]
			gapA, gapB := r.A-last.A-last.Words, r.B-last.B-last.Words
			if gapA < 0 || gapA > 2*gap {
				if c == open && gapA > 2*gap {
					open++
				}
				continue
			}
			near := gapB >= 0 && max(gapA, gapB) <= gap
			aligned := gapB >= 0 && gapB <= 2*gap && max(gapA-gapB, gapB-gapA) <= sameGap
			if near || aligned {
				best = c // the latest is the nearest in a
			}
		}
		if best < 0 {
			all = append(all, []news.Run{r})
			continue
		}
		all[best] = append(all[best], r)
	}
	return all
}

// sameGap is the difference in words up to which two gaps are as long.
const sameGap = 3

// accepts applies the rule of Options to a passage. A passage without a long
// run counts when it is mostly shared words all the same: an edit in every
// seventh word leaves no run of eight.
func (ix *Index) accepts(p news.Passage, b Text) bool {
	if p.Longest >= ix.opts.MinRun {
		return true
	}
	length := max(p.WordsA.Len(), p.WordsB.Len())
	if p.Equal >= ix.opts.MinRun && len(p.Runs) > 1 && p.Equal*2 >= length {
		return true
	}
	if p.Equal >= 2*ix.opts.MinRun && p.Equal*3 >= length { // a long text, badly read
		return true
	}
	for _, r := range p.Runs {
		if quotedRun(ix.a.Words.Quoted[r.A:r.A+r.Words], b.Words.Quoted[r.B:r.B+r.Words]) >= ix.opts.MinQuote {
			return true
		}
	}
	return false
}

// quotedRun is the length of the longest run that is quoted in both.
func quotedRun(a, b []bool) int {
	longest, n := 0, 0
	for i := range a {
		if a[i] && b[i] {
			n++
			longest = max(longest, n)
		} else {
			n = 0
		}
	}
	return longest
}
