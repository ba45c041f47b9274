package main

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// mostNear is how many ids are offered for one that is not known.
const mostNear = 3

// nearIDs names the ids nearest to what was typed: "; nearest are …". Ids are often
// paths, of which people know the file's name; so an id is as near as its end, but
// for the folders a little less.
func nearIDs(typed string, ids []string) string {
	type near struct {
		id    string
		slips int
	}
	list := make([]near, len(ids))
	for i, id := range ids {
		slips := 2 * editDistance(typed, id)
		if end := 2*editDistance(path.Base(typed), path.Base(id)) + 1; end < slips {
			slips = end
		}
		list[i] = near{id, slips}
	}
	slices.SortStableFunc(list, func(x, y near) int { return cmp.Compare(x.slips, y.slips) })
	var names []string
	for _, n := range list[:min(len(list), mostNear)] {
		names = append(names, n.id)
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		return "; the only one is " + names[0]
	}
	return "; nearest are " + strings.Join(names, ", ")
}
