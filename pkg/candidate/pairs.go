package candidate

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// Index holds the prints that articles share. It is safe for concurrent use.
type Index struct {
	entries []entry
	first   []uint32 // by article, and one more: its first place in places
	places  []uint32 // entries of each article from which pairs are proposed
}

// entry is a place of a print, in the group of all its places.
type entry struct {
	article, word uint32
	last          bool // of its group
	more          bool // the article has it more often than there are entries
	star          bool // the group is linked to its first article alone
}

// mostPlaces is how often a print of one article is followed. Phrases come back
// two or three times in an article; a text of one repeated word must not cost its
// length squared.
const mostPlaces = 4

// NewIndex makes an index of the groups of all partitions, which are n articles'.
func NewIndex(n int, groups [][]Posting, opts Options) *Index {
	x := &Index{first: make([]uint32, n+1)}
	size := 0
	for _, g := range groups {
		size += len(g)
	}
	x.entries = make([]entry, 0, size)
	for _, g := range groups {
		for start, end := 0, 0; start < len(g); start = end {
			end = groupEnd(g, start)
			x.addGroup(g[start:end], opts.Star)
		}
	}
	x.place()
	return x
}

// addGroup appends the entries of one print.
func (x *Index) addGroup(group []Posting, star int) {
	from, articles, places := len(x.entries), 0, 0
	for i, p := range group {
		if i == 0 || group[i-1].Article != p.Article {
			articles++
			places = 0
		}
		if places++; places > mostPlaces {
			x.entries[len(x.entries)-1].more = true
			continue
		}
		x.entries = append(x.entries, entry{article: p.Article, word: p.Word})
	}
	added := x.entries[from:]
	for i := range added {
		added[i].star = articles > star
	}
	added[len(added)-1].last = true
}

// place lists for each article the entries that have others behind them.
func (x *Index) place() {
	counts := make([]uint32, len(x.first))
	x.proposing(func(at int) { counts[x.entries[at].article]++ })
	total := uint32(0)
	for a, n := range counts {
		x.first[a] = total
		total += n
	}
	x.places = make([]uint32, total)
	next := slices.Clone(x.first)
	x.proposing(func(at int) {
		a := x.entries[at].article
		x.places[next[a]] = uint32(at)
		next[a]++
	})
}

// proposing calls do with each entry that is linked to those behind it: all but
// the last of a group, the first alone of a star.
func (x *Index) proposing(do func(at int)) {
	first := 0 // entry of the group
	for at, e := range x.entries {
		if !e.last && (!e.star || e.article == x.entries[first].article) {
			do(at)
		}
		if e.last {
			first = at + 1
		}
	}
}

// Pair is an article B that shares prints with a given article A. A < B.
type Pair struct {
	B       int
	Anchors []news.Anchor // places of the prints that both have, in the order of A

	// More says that one of the two has one of the prints so often that Anchors do
	// not name all its places.
	More bool

	// Star says that one of the prints is in so many articles that they were
	// linked to A alone: what A shares with B, B shares with all of them.
	Star bool

	hits int // how many anchors there will be
}

// Finder gives the pairs of one article after the other. It is for one goroutine.
type Finder struct {
	index   *Index
	places  []uint32 // of A's entries, in the order of its words
	hits    []hit
	number  []uint32 // by article: of its pair, counted from 1; 0 between calls
	anchors []news.Anchor
	pairs   []Pair
}

// hit is a print that A shares with the article of a pair.
type hit struct {
	pair uint32
	news.Anchor
}

// NewFinder returns a Finder for the index.
func (x *Index) NewFinder() *Finder {
	return &Finder{index: x, number: make([]uint32, len(x.first))}
}

// Pairs returns the later articles that share a print with article a, in the order
// in which they are met: most share one print, so that to sort them costs as much
// as to find them. The result is valid until the next call.
func (f *Finder) Pairs(a int) []Pair {
	f.collect(a)
	room := slices.Grow(f.anchors[:0], len(f.hits))[:len(f.hits)]
	f.anchors = room
	for i := range f.pairs {
		p := &f.pairs[i]
		f.number[p.B] = 0
		p.Anchors, room = room[:0:p.hits], room[p.hits:]
	}
	for _, h := range f.hits {
		p := &f.pairs[h.pair]
		p.Anchors = append(p.Anchors, h.Anchor)
	}
	for _, p := range f.pairs {
		slices.SortFunc(p.Anchors, byWords) // two kinds of print may begin at one word
	}
	return f.pairs
}

func byWords(x, y news.Anchor) int {
	if x.A != y.A {
		return cmp.Compare(x.A, y.A)
	}
	return cmp.Compare(x.B, y.B)
}

// collect finds all that article a shares with later ones.
func (f *Finder) collect(a int) {
	x := f.index
	f.places = append(f.places[:0], x.places[x.first[a]:x.first[a+1]]...)
	slices.SortFunc(f.places, func(p, q uint32) int { return cmp.Compare(x.entries[p].word, x.entries[q].word) })
	f.hits, f.pairs = f.hits[:0], f.pairs[:0]
	for _, at := range f.places {
		own := x.entries[at]
		for _, e := range x.entries[at+1:] {
			if e.article != own.article {
				f.add(own, e)
			}
			if e.last {
				break
			}
		}
	}
}

// add takes note of a print that A shares with a later article.
func (f *Finder) add(own, e entry) {
	n := f.number[e.article]
	if n == 0 {
		f.pairs = append(f.pairs, Pair{B: int(e.article)})
		n = uint32(len(f.pairs))
		f.number[e.article] = n
	}
	p := &f.pairs[n-1]
	p.hits++
	p.More = p.More || own.more || e.more
	p.Star = p.Star || own.star
	f.hits = append(f.hits, hit{n - 1, news.Anchor{A: own.word, B: e.word}})
}
