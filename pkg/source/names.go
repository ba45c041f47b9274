package source

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"
)

// distinct leaves one of each file, the one with the longest path: a file that
// was given beside its folder keeps its path below the folder. The result is
// ordered by name on disk.
func distinct(files []found) []found {
	slices.SortFunc(files, func(a, b found) int {
		return cmp.Or(
			cmp.Compare(a.disk, b.disk),
			cmp.Compare(len(b.path), len(a.path)),
			cmp.Compare(a.path, b.path),
			cmp.Compare(a.reason, b.reason), // a file that was given itself may have none
		)
	})
	return slices.CompactFunc(files, func(a, b found) bool { return a.disk == b.disk })
}

// tellApart gives files of equal paths, which come from different folders, as
// many parent folders before their path as make the paths differ.
func tellApart(files []found) {
	same := make(map[string][]int)
	for i, f := range files {
		same[f.path] = append(same[f.path], i)
	}
	for _, group := range same {
		if len(group) > 1 {
			lengthen(files, group)
		}
	}
}

// lengthen is tellApart for files that share one path.
func lengthen(files []found, group []int) {
	for elems := strings.Count(files[group[0]].path, "/") + 2; ; elems++ {
		seen := make(map[string]bool, len(group))
		for _, i := range group {
			files[i].path = tail(files[i].disk, elems)
			seen[files[i].path] = true
		}
		if len(seen) == len(group) {
			return
		}
	}
}

// tail is the last n elements of a file name, with slashes.
func tail(disk string, n int) string {
	elems := strings.Split(strings.TrimPrefix(filepath.ToSlash(disk), "/"), "/")
	return strings.Join(elems[max(0, len(elems)-n):], "/")
}
