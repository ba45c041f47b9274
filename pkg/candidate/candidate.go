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
type Pair struct{ A, B int }

// posting is a print of an article.
type posting struct {
	hash    uint64
	article uint32
}

// Pairs returns the pairs of articles that share a print, sorted. prints[i] are
// those of article i; the articles must be in the order in which a star prefers
// its centre, the earliest published first.
func Pairs(prints [][]fingerprint.Print, opts Options) []Pair {
	var pairs []uint64
	all := postings(prints)
	for start := 0; start < len(all); {
		end := start + 1
		for end < len(all) && all[end].hash == all[start].hash {
			end++
		}
		pairs = link(pairs, all[start:end], opts.Star)
		start = end
	}
	slices.Sort(pairs)
	pairs = slices.Compact(pairs)
	out := make([]Pair, len(pairs))
	for i, p := range pairs {
		out[i] = Pair{A: int(p >> 32), B: int(p & 0xffffffff)}
	}
	return out
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
			all = append(all, posting{p.Hash, uint32(article)})
		}
	}
	slices.SortFunc(all, func(a, b posting) int {
		if a.hash != b.hash {
			if a.hash < b.hash {
				return -1
			}
			return 1
		}
		return int(a.article) - int(b.article)
	})
	return slices.Compact(all)
}

// link appends the pairs of one print's articles, each packed into a word. A
// run of equal prints proposes the same pairs many times over; they are made
// one when the whole is sorted.
func link(pairs []uint64, group []posting, star int) []uint64 {
	centres := group
	if len(group) > star {
		centres = group[:1]
	}
	for i, a := range centres {
		for _, b := range group[i+1:] {
			pairs = append(pairs, uint64(a.article)<<32|uint64(b.article))
		}
	}
	return pairs
}
