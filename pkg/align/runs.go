package align

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"github.com/wireprint/wireprint/pkg/fingerprint"
	"github.com/wireprint/wireprint/pkg/news"
)

// index finds the places of a seed in A: a hash table of chains. first[h&mask]
// is the first seed of a bucket, and next the one after each, both one higher so
// that 0 ends a chain. A map took two thirds of the time of a scan's comparisons.
type index struct {
	made        bool
	seeds       []uint64
	first, next []int32
	mask        uint64

	// seen has a bit for each seed, in eight to sixteen for every one: most words of
	// other texts are told by it, without a guess about chains that goes wrong as
	// often as not. It takes a third of the time of findRuns away.
	seen  []uint64
	shift uint
}

// bit is the place of a seed's bit.
func (x *index) bit(seed uint64) (word, mask uint64) {
	at := seed >> x.shift
	return at / 64, 1 << (at % 64)
}

// make prepares the index for the seeds of a text.
func (x *index) make(keys []uint32, seed int) {
	x.made = true
	x.seeds = fingerprint.Shingles(x.seeds[:0], keys, seed)
	size := 1 << bits.Len(uint(2*len(x.seeds)))
	x.mask = uint64(size - 1)
	x.first = slices.Grow(x.first[:0], size)[:size]
	clear(x.first)
	x.next = slices.Grow(x.next[:0], len(x.seeds))[:len(x.seeds)]
	logBits := max(6, bits.Len(uint(8*len(x.seeds))))
	x.shift = uint(64 - logBits)
	x.seen = slices.Grow(x.seen[:0], 1<<logBits/64)[:1<<logBits/64]
	clear(x.seen)
	for i := len(x.seeds) - 1; i >= 0; i-- { // backwards, so that chains run forwards
		h := x.seeds[i]
		word, mask := x.bit(h)
		x.seen[word] |= mask
		x.next[i] = x.first[h&x.mask]
		x.first[h&x.mask] = int32(i + 1)
	}
}

// maxRepeats bounds how often a seed that an article repeats is followed, which
// keeps a text of one repeated word from costing its length squared.
const maxRepeats = 8

// findRuns finds the maximal runs of equal words, at least a seed long.
func (c *Comparer) findRuns(b Text) {
	if !c.index.made {
		c.index.make(c.a.Keys, c.opts.Seed)
	}
	c.seedsB = fingerprint.Shingles(c.seedsB[:0], b.Keys, c.opts.Seed)
	diagonals := c.a.Len() + b.Len()
	c.ends = slices.Grow(c.ends[:0], diagonals)[:diagonals]
	clear(c.ends)
	c.begin(b)
	x := &c.index
	for j, h := range c.seedsB {
		if word, mask := x.bit(h); x.seen[word]&mask == 0 {
			continue // as nearly all
		}
		repeats := 0
		for at := x.first[h&x.mask]; at > 0; at = x.next[at-1] {
			i := int(at - 1)
			if x.seeds[i] != h {
				continue
			}
			if repeats++; repeats > maxRepeats {
				c.capped = true
				break
			}
			diagonal := i - j + b.Len()
			if int(c.ends[diagonal]) > j {
				continue
			}
			n := commonPrefix(c.a.Keys[i:], b.Keys[j:])
			c.ends[diagonal] = int32(j + n)
			if n >= c.opts.Seed {
				c.runs = append(c.runs, news.Run{A: i, B: j, Words: n})
			}
			if c.spend(n); c.budget < 0 {
				return
			}
		}
	}
}

// disjoint keeps of overlapping runs the longest, and of the others what is
// left beside it. Of runs of one length those come first whose diagonal is
// nearest to one that was kept, so that a phrase that an article repeats stays
// with its sentence. The runs are left in the order of A. whole is false when
// something was cut off or left out.
func (c *Comparer) disjoint(b Text) (whole bool) {
	slices.SortFunc(c.runs, func(x, y news.Run) int {
		return cmp.Or(cmp.Compare(y.Words, x.Words), cmp.Compare(x.B, y.B), cmp.Compare(x.A, y.A))
	})
	c.takenA, c.takenB = cleared(c.takenA, c.a.Len()), cleared(c.takenB, b.Len())
	whole = true
	kept := make([]news.Run, 0, len(c.runs))
	for start := 0; start < len(c.runs); {
		end := start + 1
		for end < len(c.runs) && c.runs[end].Words == c.runs[start].Words {
			end++
		}
		for _, r := range nearestFirst(c.runs[start:end], kept) {
			free := c.longestFree(r)
			whole = whole && free.Words == r.Words
			if free.Words < c.opts.Seed {
				continue
			}
			for n := range free.Words {
				c.takenA[free.A+n], c.takenB[free.B+n] = true, true
			}
			kept = append(kept, free)
		}
		start = end
	}
	slices.SortFunc(kept, func(x, y news.Run) int { return cmp.Compare(x.A, y.A) })
	c.runs = append(c.runs[:0], kept...)
	return whole
}

func cleared(words []bool, n int) []bool {
	words = slices.Grow(words[:0], n)[:n]
	clear(words)
	return words
}

// nearestFirst orders runs by the distance of their diagonals to those kept.
func nearestFirst(runs, kept []news.Run) []news.Run {
	if len(runs) == 1 || len(kept) == 0 {
		return runs
	}
	diagonals := make([]int, len(kept))
	for i, k := range kept {
		diagonals[i] = k.A - k.B
	}
	slices.Sort(diagonals)
	distances := make(map[news.Run]int, len(runs))
	for _, r := range runs {
		at, _ := slices.BinarySearch(diagonals, r.A-r.B)
		nearest := math.MaxInt
		if at < len(diagonals) {
			nearest = diagonals[at] - (r.A - r.B)
		}
		if at > 0 {
			nearest = min(nearest, r.A-r.B-diagonals[at-1])
		}
		distances[r] = nearest
	}
	slices.SortStableFunc(runs, func(x, y news.Run) int { return cmp.Compare(distances[x], distances[y]) })
	return runs
}

// longestFree is the longest part of r that is not taken on either side.
func (c *Comparer) longestFree(r news.Run) news.Run {
	best, start := news.Run{}, 0
	for n := 0; n <= r.Words; n++ {
		if n < r.Words && !c.takenA[r.A+n] && !c.takenB[r.B+n] {
			continue
		}
		if n-start > best.Words {
			best = news.Run{A: r.A + start, B: r.B + start, Words: n - start}
		}
		start = n + 1
	}
	return best
}
