// Package candidate proposes the pairs of articles that share prints, in time
// linear in the prints.
//
// No print is too common to count: text-reuse tools that drop n-grams of more
// than a hundred documents lose the most widely syndicated paragraph. Instead,
// a print of more than Star articles links each of them to the first alone, so
// that a paragraph of ten thousand outlets costs ten thousand pairs and not
// fifty million.
//
// Most prints are in one article only. A [Filter] that has seen all prints tells
// nearly all of these apart, so that they are never stored. The others are split
// by their hash into partitions that know nothing of each other ([Split]); each is
// grouped by itself ([Grouper.Groups]), at the same time as others or after
// them, and an [Index] of all groups gives the pairs of one article after the
// other ([Index.Pairs]). No list of all pairs or of all shared prints is made: in
// 12,518 articles, 916,060 pairs share a print.
//
// Storing every print and then every print that two articles share took 1.1 GB
// for those, and .98 s instead of .25.
//
// The package does not look at the articles: whether a pair is worth anything
// is for align to say.
package candidate

// Options bound the pairs that one print can propose.
type Options struct {
	Star int `json:"star"` // a print of more articles links them as a star
}

// Defaults propose all pairs of up to 500 articles that share a print.
func Defaults() Options { return Options{Star: 500} }
