package cluster

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestAttach(t *testing.T) {
	great := [][]int{{0, 1, 2, 3}, {4}}
	days := func(last int) []Group {
		groups := ones(5)
		groups[4].From, groups[4].To = last, last
		return groups
	}
	half := []Link{{0, 4, 1.2}, {1, 4, .9}}
	for _, tt := range []struct {
		name   string
		merged [][]int
		groups []Group
		links  []Link
		want   [][]int
	}{
		{"fits half of the members", great, ones(5), half, [][]int{{0, 1, 2, 3, 4}}},
		{"fits one member alone", great, ones(5), []Link{{0, 4, 1.2}}, great},
		{"fits too little", great, ones(5), []Link{{0, 4, 1}, {1, 4, .8}}, great},
		{"is too far in time", great, days(30), half, great},
		{"is near enough in time", great, days(20), half, [][]int{{0, 1, 2, 3, 4}}},
		{"no group of two is great", [][]int{{0, 1}, {2}}, ones(3), []Link{{0, 2, 5}, {1, 2, 5}}, [][]int{{0, 1}, {2}}},
		{"of two that were left, each by itself", [][]int{{0, 1, 2, 3}, {4, 5}}, ones(6), half, [][]int{{0, 1, 2, 3, 4}, {5}}},
		{"three are a group of their own", [][]int{{0, 1, 2}, {3, 4, 5}}, ones(6), []Link{{0, 3, 5}, {1, 3, 5}}, [][]int{{0, 1, 2}, {3, 4, 5}}},
		{"the better of two", [][]int{{0, 1, 2}, {3, 4, 5}, {6}}, ones(7), []Link{{0, 6, 1}, {1, 6, 1}, {3, 6, 1.1}, {4, 6, 1.1}}, [][]int{{0, 1, 2}, {3, 4, 5, 6}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Attach(tt.merged, tt.groups, tt.links, 1, 21)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Whatever is attached, each is in one group.
func TestAttachIsPartition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 25).Draw(t, "n")
		var links []Link
		for _, c := range anyCopies(t, n) {
			links = append(links, Link{A: c.A, B: c.B, Sum: c.Likeness})
		}
		least := rapid.Float64Range(.05, 1).Draw(t, "least")
		var all []int
		for _, list := range Attach(Average(ones(n), links, least, 0), ones(n), links, least, 0) {
			all = append(all, list...)
		}
		slices.Sort(all)
		if len(all) != n || len(slices.Compact(all)) != n {
			t.Fatalf("%d of %d", len(all), n)
		}
	})
}
