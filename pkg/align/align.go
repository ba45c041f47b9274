// Package align finds the passages that two articles share and the edits in
// them: the prints that the two share are grown to runs of equal words, runs are
// chained to passages over small edits, and the words between two runs are
// compared one by one, as sequence aligners do it (seed, chain, extend).
//
// Every run of MinRun words is found, because each holds a shared print; so is
// every quoted run of MinQuote words, of which each shingle is a print. Articles
// that share more than a phrase are compared a second time by all their shingles,
// not only those that winnowing kept, for the sake of what edits and misread
// letters have left.
//
// Moved paragraphs make passages of their own.
//
// Tried before, on 12,518 articles: comparing every proposed pair by all its
// shingles took 4.8 CPU-seconds, from the shared prints it takes 1. And of
// paragraphs in which one letter in ten was misread, joining runs by shorter ones
// of three words found .84, aligning word by word from the runs' ends .93.
//
// The package compares two articles that somebody proposed; it never looks for
// pairs.
package align

import (
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

// Passages returns what a and b share, in the order of a.
func Passages(a, b Text, opts Options) []news.Passage {
	c := NewComparer(opts)
	c.Set(a)
	return c.Compare(b)
}

// Comparer compares one article, A, with many others, one after the other. Its
// memory serves them all, so that it is not for several goroutines at once.
type Comparer struct {
	opts Options
	a    Text

	index  index // of A's seeds, made when it is needed first
	seedsB []uint64
	ends   []int32 // by diagonal: where in b its last run ends
	runs   []news.Run
	capped bool   // a seed had more places than are followed, or runs more words
	budget int    // words that runs may still have
	takenA []bool // words of A that are in a run
	takenB []bool
	grid   grid

	windows [2]windows // of A and of the other, where a seed had too many places

	chains       [][]news.Run
	edited       []news.Run     // of the passage that is being described
	found        []news.Passage // of the pair that is being compared
	keptRuns     slab[news.Run]
	keptPassages slab[news.Passage]
}

// slab holds many short lists in few pieces of memory: two lists for each of the
// hundred thousands of pairs that share a phrase would keep the collector busy.
type slab[T any] struct{ free []T }

const slabSize = 1 << 10

// copy returns a copy of list that nobody appends into.
func (s *slab[T]) copy(list []T) []T {
	if len(list) > slabSize/8 {
		return slices.Clone(list)
	}
	if len(list) > cap(s.free)-len(s.free) {
		s.free = make([]T, 0, slabSize)
	}
	from := len(s.free)
	s.free = append(s.free, list...)
	return s.free[from:len(s.free):len(s.free)]
}

// NewComparer returns a Comparer; it has to be given an article A by Set.
func NewComparer(opts Options) *Comparer { return &Comparer{opts: opts} }

// Set makes a the article that others are compared with.
func (c *Comparer) Set(a Text) {
	c.a = a
	c.index.made = false
}

// Compare returns what A shares with b, whatever prints they share.
func (c *Comparer) Compare(b Text) []news.Passage {
	c.findRuns(b)
	return c.passages(b)
}

// A pair is compared by all its shingles when two runs that its prints show go on
// from each other, with words changed between them. That is one pair in thirty of
// those that share a print; the others gain nothing by it.
const (
	nearWords = 100 // between two such runs
	nearLine  = 12  // by which they may lie off one line
)

// FromAnchors returns what A shares with b, given the prints that the two share,
// in the order of A. Most pairs share one print, in a phrase too short to count:
// they end here. complete says that anchors holds all places of those prints.
func (c *Comparer) FromAnchors(b Text, anchors []news.Anchor, complete bool) []news.Passage {
	c.grow(b, anchors)
	if !complete || c.capped || c.promises() {
		return c.Compare(b)
	}
	if !slices.ContainsFunc(c.runs, func(r news.Run) bool { return c.counts(b, r) }) {
		return nil
	}
	return c.passages(b)
}

// promises reports whether two runs go on from each other.
func (c *Comparer) promises() bool {
	for i := 1; i < len(c.runs); i++ {
		if goesOn(c.runs[i-1], c.runs[i]) {
			return true
		}
	}
	return false
}

// goesOn reports that run r lies a few words behind another in both articles.
func goesOn(before, r news.Run) bool {
	off := (r.A - r.B) - (before.A - before.B)
	return max(off, -off) <= nearLine && r.A-before.A <= nearWords && r.B > before.B
}

// mostRuns is how many runs are made of anchors: two articles of which each repeats
// itself can have one in every word of each.
const mostRuns = 1000

// grow makes runs of anchors: as many equal words before and behind as there are.
func (c *Comparer) grow(b Text, anchors []news.Anchor) {
	c.begin(b)
	for _, anchor := range anchors {
		i, j := int(anchor.A), int(anchor.B)
		if n := len(c.runs); n > 0 {
			if last := c.runs[n-1]; i-j == last.A-last.B && i < last.A+last.Words {
				continue
			}
		}
		r := c.around(b, i, j)
		if c.spend(r.Words); c.capped || len(c.runs) == mostRuns {
			c.capped = true
			return
		}
		if r.Words >= c.opts.Seed && !slices.Contains(c.runs, r) {
			c.runs = append(c.runs, r)
		}
	}
}

// runWords is how many words the runs of a pair may have in all, by the words of the
// two: those of a text that repeats one word have half its square. Of 12,518 articles
// the two that need most, tables of 10,189 words, have 1.4 million.
func runWords(words int) int { return 4<<20 + 32*words }

// begin makes room for the runs of a pair.
func (c *Comparer) begin(b Text) {
	c.runs, c.capped = c.runs[:0], false
	c.budget = runWords(c.a.Len() + b.Len())
}

// spend takes the words of a run from what is left for them.
func (c *Comparer) spend(words int) {
	if c.budget -= words; c.budget < 0 {
		c.capped = true
	}
}

// around is the run of equal words that holds A's word i and b's word j.
func (c *Comparer) around(b Text, i, j int) news.Run {
	keysA, keysB := c.a.Keys, b.Keys
	n := commonPrefix(keysA[i:], keysB[j:])
	for i > 0 && j > 0 && keysA[i-1] == keysB[j-1] {
		i, j, n = i-1, j-1, n+1
	}
	return news.Run{A: i, B: j, Words: n}
}

func commonPrefix(a, b []uint32) int {
	n := min(len(a), len(b))
	a, b = a[:n], b[:n]
	for i, key := range a {
		if key != b[i] {
			return i
		}
	}
	return n
}

// counts reports whether a run alone makes a passage.
func (c *Comparer) counts(b Text, r news.Run) bool {
	return r.Words >= c.opts.MinRun || c.quotedRun(b, r) >= c.opts.MinQuote
}

// quotedRun is the length of the longest part of r that is quoted in both
// articles. "It's" is one word there and not two: of "it's going to be", which is
// said in any interview, nothing follows.
func (c *Comparer) quotedRun(b Text, r news.Run) int {
	longest, n := 0, 0
	for i := range r.Words {
		markA, markB := c.a.Marks[r.A+i], b.Marks[r.B+i]
		switch both := markA & markB; {
		case both&segment.Quoted == 0:
			n = 0
		case both&segment.Clitic == 0:
			n++
			longest = max(longest, n)
		}
	}
	return longest
}

// passages chains the runs and keeps the chains that count.
func (c *Comparer) passages(b Text) []news.Passage {
	found, whole := c.runs, true
	if len(c.runs) > 1 {
		found = slices.Clone(c.runs)
		whole = c.disjoint(b)
	}
	c.extend(b)
	c.found = c.found[:0]
	c.chains = chains(c.chains[:0], c.runs, c.opts.MaxGap)
	for _, chain := range c.chains {
		if p := c.describe(b, chain); c.accepts(b, p) {
			p.Runs = c.keptRuns.copy(p.Runs)
			c.found = append(c.found, p)
		}
	}
	if !whole || c.capped {
		c.complete(b, found)
	}
	return c.keptPassages.copy(c.found)
}

// accepts applies the rule of Options to a passage. A passage without a long
// run counts when it is mostly shared words all the same: an edit in every
// seventh word leaves no run of eight.
func (c *Comparer) accepts(b Text, p news.Passage) bool {
	if p.Longest >= c.opts.MinRun {
		return true
	}
	length := max(p.A().Len(), p.B().Len())
	if p.Equal >= c.opts.MinRun && len(p.Runs) > 1 && p.Equal*2 >= length {
		return true
	}
	if p.Equal >= 2*c.opts.MinRun && p.Equal*3 >= length { // a long text, badly read
		return true
	}
	return slices.ContainsFunc(p.Runs, func(r news.Run) bool { return c.quotedRun(b, r) >= c.opts.MinQuote })
}
