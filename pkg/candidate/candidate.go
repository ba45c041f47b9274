// Package candidate proposes the pairs of articles that share prints, in time
// linear in the prints.
//
// No print is too common to count: text-reuse tools that drop n-grams of more
// than a hundred documents lose the most widely syndicated paragraph. Instead,
// a print of more than Star articles links each of them to the first alone, so
// that a paragraph of ten thousand outlets costs ten thousand pairs and not
// fifty million.
//
// The package does not look at the articles: whether a pair is worth anything
// is for align to say.
package candidate

import (
	"cmp"
	"math"
	"slices"

	"github.com/wireprint/wireprint/pkg/fingerprint"
)

// Options bound the pairs that one print can propose.
type Options struct {
	Star int `json:"star"` // a print of more articles links them as a star
}

// Defaults propose all pairs of up to 500 articles that share a print.
func Defaults() Options { return Options{Star: 500} }

// Pair is two articles, by number, that share prints. A < B.
type Pair struct {
	A, B   int
	Prints int // how many they share
	WordA  int // where the first of them stands in A …
	WordB  int // … and in B

	// Star says that one of the prints is in so many articles that they were
	// linked to A alone: what A shares with B, B shares with all of them.
	Star bool
}

// Pairs returns the pairs of articles that share a print, sorted. prints[i] are
// those of article i; the articles must be in the order in which a star prefers
// its centre, the earliest published first.
func Pairs(prints [][]fingerprint.Print, opts Options) []Pair {
	var hits []hit
	all := postings(prints)
	for start := 0; start < len(all); {
		end := start + 1
		for end < len(all) && all[end].hash == all[start].hash {
			end++
		}
		hits = link(hits, all[start:end], opts.Star)
		start = end
	}
	slices.SortFunc(hits, func(x, y hit) int {
		return cmp.Or(cmp.Compare(x.pair, y.pair), cmp.Compare(x.words, y.words))
	})
	return count(hits)
}

// hit is a print that two articles share: their numbers, and the print's word
// in each, packed so that hits are sorted by two comparisons.
type hit struct {
	pair, words uint64
	star        bool
}

// count makes one pair of the hits of two articles.
func count(hits []hit) []Pair {
	var pairs []Pair
	for i, h := range hits {
		if i == 0 || hits[i-1].pair != h.pair {
			pairs = append(pairs, Pair{
				A: int(h.pair >> 32), B: int(h.pair & math.MaxUint32),
				WordA: int(h.words >> 32), WordB: int(h.words & math.MaxUint32),
			})
		}
		p := &pairs[len(pairs)-1]
		p.Prints++
		p.Star = p.Star || h.star
	}
	return pairs
}

// posting is a print of an article.
type posting struct {
	hash          uint64
	article, word uint32
}

// postings lists the prints of all articles by hash, then by article, an
// article once for each hash.
func postings(prints [][]fingerprint.Print) []posting {
	total := 0
	for _, p := range prints {
		total += len(p)
	}
	all := make([]posting, 0, total)
	for article, ps := range prints {
		for _, p := range ps {
			all = append(all, posting{p.Hash, uint32(article), p.Word})
		}
	}
	slices.SortFunc(all, func(x, y posting) int {
		return cmp.Or(cmp.Compare(x.hash, y.hash), cmp.Compare(x.article, y.article), cmp.Compare(x.word, y.word))
	})
	return slices.CompactFunc(all, func(x, y posting) bool { return x.hash == y.hash && x.article == y.article })
}

// link appends the hits of one print's articles.
func link(hits []hit, group []posting, star int) []hit {
	centres, large := group, len(group) > star
	if large {
		centres = group[:1]
	}
	for i, a := range centres {
		for _, b := range group[i+1:] {
			hits = append(hits, hit{
				pair:  uint64(a.article)<<32 | uint64(b.article),
				words: uint64(a.word)<<32 | uint64(b.word),
				star:  large,
			})
		}
	}
	return hits
}
