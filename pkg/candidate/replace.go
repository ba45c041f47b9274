package candidate

import (
	"cmp"
	"slices"
)

// EachGroup calls f with the postings of each print.
func EachGroup(groups []Posting, f func(group []Posting)) {
	for start, end := 0, 0; start < len(groups); start = end {
		end = groupEnd(groups, start)
		f(groups[start:end])
	}
}

// Replace puts other postings in the place of those of some articles and leaves
// out prints of which a single article remains. The groups' memory is used anew.
func Replace(groups []Posting, gone func(article uint32) bool, added []Posting) []Posting {
	kept := slices.DeleteFunc(groups, func(p Posting) bool { return gone(p.Article) })
	slices.SortFunc(added, byPrint)
	merged := make(Partition, 0, len(kept)+len(added))
	for _, p := range kept {
		for len(added) > 0 && byPrint(added[0], p) < 0 {
			merged = append(merged, added[0])
			added = added[1:]
		}
		merged = append(merged, p)
	}
	return withoutSingles(append(merged, added...))
}

func byPrint(x, y Posting) int {
	switch {
	case x.Hash != y.Hash:
		return cmp.Compare(x.Hash, y.Hash)
	case x.Article != y.Article:
		return cmp.Compare(x.Article, y.Article)
	}
	return cmp.Compare(x.Word, y.Word)
}
