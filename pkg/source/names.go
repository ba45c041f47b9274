package source

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"
)

// distinct leaves one of each file. Of one name on disk it is that with the longest
// path: a file that was given beside its folder keeps its path below the folder. Of
// several names, as hard links are, it is the first by path, a symbolic link last. The
// result is ordered by name on disk.
func distinct(files []found) []found {
	slices.SortFunc(files, func(a, b found) int {
		return cmp.Or(
			cmp.Compare(a.disk, b.disk),
			trueLast(a.out, b.out),                   // one that was given itself never is
			trueLast(a.reason != "", b.reason != ""), // … and may have none
			trueLast(a.linked, b.linked),
			cmp.Compare(len(b.path), len(a.path)),
			cmp.Compare(a.path, b.path),
			trueLast(!a.given, !b.given),
		)
	})
	files = slices.CompactFunc(files, func(a, b found) bool { return a.disk == b.disk })
	slices.SortFunc(files, func(a, b found) int {
		return cmp.Or(
			cmp.Compare(a.id, b.id),
			trueLast(a.reason != "", b.reason != ""),
			trueLast(a.linked, b.linked),
			cmp.Compare(a.path, b.path),
			cmp.Compare(a.disk, b.disk),
		)
	})
	files = slices.CompactFunc(files, func(a, b found) bool { return a.id == b.id && a.id != "" })
	slices.SortFunc(files, func(a, b found) int { return cmp.Compare(a.disk, b.disk) })
	return files
}

// trueLast orders what does not hold before what does.
func trueLast(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
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
