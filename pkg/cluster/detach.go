package cluster

import (
	"cmp"
	"slices"
)

// A round-up fits another event nearly as well as the one it was merged to, and the
// two have next to nothing to do with each other.
const (
	asWell    = 0.8 // of the average in its own
	strangers = 0.1 // of the least average, at most, between the two without it
)

// Detach takes round-ups out of what [Average] merged: those of a single member
// that fit two events which do not fit each other. A round-up of the day's news is
// of no event, though it tells of several.
func Detach(merged [][]int, groups []Group, links []Link, least float64, reach int) [][]int {
	d := detacher{newAttacher(merged, groups, least, reach), merged, adjacent(len(groups), links)}
	var lists [][]int
	for _, list := range merged {
		var rest []int
		for _, g := range list {
			if d.isRoundUp(g) {
				lists = append(lists, []int{g})
			} else {
				rest = append(rest, g)
			}
		}
		if len(rest) > 0 {
			lists = append(lists, rest)
		}
	}
	slices.SortFunc(lists, func(x, y []int) int { return cmp.Compare(x[0], y[0]) })
	return lists
}

type detacher struct {
	*attacher
	merged [][]int
	links  [][]link // by group
}

// isRoundUp reports whether a group fits two that do not fit each other.
func (d detacher) isRoundUp(g int) bool {
	own := d.of[g]
	if d.groups[g].Size > 1 || d.whole[own].Size == 1 {
		return false
	}
	sums := map[int]float64{}
	for _, l := range d.links[g] {
		sums[d.of[l.to]] += l.sum
	}
	bar := max(d.least, asWell*sums[own]/float64(d.whole[own].Size-1))
	for other, sum := range sums {
		if other == own || d.whole[other].Size == 1 || apart(d.groups[g], d.whole[other], d.reach) {
			continue
		}
		if sum/float64(d.whole[other].Size) >= bar && d.between(own, other, g) < strangers*d.least {
			return true
		}
	}
	return false
}

// between is the average of two that were merged, without one group of the first.
func (d detacher) between(x, y, without int) float64 {
	sum := 0.0
	for _, g := range d.merged[x] {
		if g == without {
			continue
		}
		for _, l := range d.links[g] {
			if d.of[l.to] == y {
				sum += l.sum
			}
		}
	}
	return sum / float64((d.whole[x].Size-d.groups[without].Size)*d.whole[y].Size)
}
