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
	all := slices.Grow(kept, len(added))[:len(kept)+len(added)]
	for at := len(all) - 1; len(added) > 0; at-- { // from the end, where there is room
		if k := len(kept) - 1; k >= 0 && byPrint(kept[k], added[len(added)-1]) > 0 {
			all[at], kept = kept[k], kept[:k]
		} else {
			all[at], added = added[len(added)-1], added[:len(added)-1]
		}
	}
	return appendShared(all[:0], all)
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
