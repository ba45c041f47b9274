package cluster

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// greedy merges the two groups with the best average again and again, which is
// what Average must not differ from as long as no two averages are equal.
func greedy(groups []Group, links []Link, least float64, reach int) [][]int {
	sums := make([][]float64, len(groups))
	lists := make([][]int, len(groups))
	for i := range groups {
		sums[i] = make([]float64, len(groups))
		lists[i] = []int{i}
	}
	for _, l := range links {
		sums[l.A][l.B] += l.Sum
		sums[l.B][l.A] += l.Sum
	}
	groups = slices.Clone(groups)
	for {
		best, a, b := least, -1, -1
		for i := range groups {
			for j := range i {
				average := sums[i][j] / float64(groups[i].Size*groups[j].Size)
				if lists[i] != nil && lists[j] != nil && average >= best && !apart(groups[i], groups[j], reach) {
					best, a, b = average, j, i
				}
			}
		}
		if a < 0 {
			break
		}
		for i := range groups {
			sums[a][i] += sums[b][i]
			sums[i][a] = sums[a][i]
		}
		groups[a] = groups[a].With(groups[b])
		lists[a] = append(lists[a], lists[b]...)
		lists[b] = nil
	}
	lists = slices.DeleteFunc(lists, func(list []int) bool { return list == nil })
	for _, list := range lists {
		slices.Sort(list)
	}
	return lists
}

func TestAverageIsGreedy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		groups := make([]Group, rapid.IntRange(1, 20).Draw(t, "groups"))
		for i := range groups {
			day := rapid.IntRange(0, 40).Draw(t, "day")
			groups[i] = Group{Size: rapid.IntRange(1, 3).Draw(t, "size"), From: day, To: day + rapid.IntRange(-1, 2).Draw(t, "days")}
		}
		var links []Link
		for a := range groups {
			for b := range a {
				if rapid.IntRange(0, 2).Draw(t, "linked") > 0 {
					likeness := rapid.Float64Range(.01, 1).Draw(t, "likeness") + math.Sqrt(float64(1+len(links)))/1e4 // no two alike
					links = append(links, Link{A: b, B: a, Sum: likeness * float64(groups[a].Size*groups[b].Size)})
				}
			}
		}
		least := rapid.Float64Range(.05, .8).Draw(t, "least")
		reach := rapid.IntRange(0, 60).Draw(t, "reach")
		if diff := cmp.Diff(greedy(groups, links, least, reach), Average(groups, links, least, reach)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// The average of two groups may be just enough as seen from the one and, rounded, not
// from the other. That ends all the same.
func TestAverageEndsWhereRoundingDecides(t *testing.T) {
	sum := 45.57799577858071 // no constant, which would be exact
	least := sum / 9 / 7
	if sum/7/9 == least {
		t.Fatal("it is rounded alike")
	}
	for _, sizes := range [][2]int{{7, 9}, {9, 7}} {
		groups := []Group{{Size: sizes[0]}, {Size: sizes[1]}}
		for _, least := range []float64{least, math.Max(least, sum/7/9)} {
			Average(groups, []Link{{A: 0, B: 1, Sum: sum}}, least, 0)
		}
	}
}
