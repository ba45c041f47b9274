package cluster

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// drawGroups draws groups of some days, with links between them.
func drawGroups(t *rapid.T) (groups []Group, links []Link) {
	groups = make([]Group, rapid.IntRange(2, 16).Draw(t, "groups"))
	for i := range groups {
		day := rapid.IntRange(0, 40).Draw(t, "day")
		groups[i] = Group{Size: rapid.IntRange(1, 3).Draw(t, "size"), From: day, To: day + rapid.IntRange(-1, 2).Draw(t, "days")}
	}
	for b := range groups {
		for a := range b {
			if rapid.IntRange(0, 2).Draw(t, "linked") > 0 {
				fit := rapid.Float64Range(0.2, 2).Draw(t, "fit")
				links = append(links, Link{A: a, B: b, Sum: fit * float64(groups[a].Size*groups[b].Size)})
			}
		}
	}
	return groups, links
}

// What Join says of two groups is what Average did with them.
func TestJoinIsAverage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		groups, links := drawGroups(t)
		merged := Average(groups, links, 1, 21)
		a := rapid.IntRange(0, len(groups)-1).Draw(t, "a")
		b := (a + rapid.IntRange(1, len(groups)-1).Draw(t, "b")) % len(groups)
		j := Join(groups, links, 1, 21, a, b)

		whole := merged[slices.IndexFunc(merged, func(list []int) bool { return slices.Contains(list, a) })]
		if j.Together != slices.Contains(whole, b) {
			t.Fatalf("together %v, Average has %v", j.Together, merged)
		}
		if !slices.Contains(j.A, a) || !slices.Contains(j.B, b) {
			t.Fatalf("sides %v and %v of %d and %d", j.A, j.B, a, b)
		}
		switch within := Within(groups, links, whole); {
		case j.Together && j.Mean < 1-1e-9:
			t.Fatalf("came together by %v", j.Mean)
		case !j.Together && j.Mean >= 1+1e-9 && !j.Apart:
			t.Fatalf("kept apart by %v", j.Mean)
		case len(whole) > 1 && within < 1-1e-9:
			t.Fatalf("%v within what was merged", within)
		}
	})
}

// Two that were left alone, of which one fits the better half of three others.
func TestAttaching(t *testing.T) {
	groups := []Group{{Size: 1, From: 1}, {Size: 1, From: 1}, {Size: 1, From: 1}, {Size: 1, From: 1}, {Size: 1, From: 1}}
	links := []Link{{0, 1, 1.5}, {0, 2, 1.5}, {1, 2, 1.5}, {1, 3, 1.4}, {3, 2, 1.2}, {0, 4, 1.2}, {3, 4, 0.2}}
	merged := Average(groups, links, 1, 21)
	if diff := cmp.Diff([][]int{{0, 1, 2}, {3}, {4}}, merged); diff != "" {
		t.Fatal(diff)
	}
	attached := Attach(merged, groups, links, 1, 21)
	if diff := cmp.Diff([][]int{{0, 1, 2, 3}, {4}}, attached); diff != "" {
		t.Fatal(diff)
	}
	for _, tt := range []struct {
		from, other int
		mean        float64
		ok          bool
	}{{3, 0, 1.3, true}, {4, 2, 0.6, true}, {0, 3, 0, false}, {3, 4, 0, false}, {1, 2, 0, false}} {
		mean, ok := Attaching(merged, groups, links, 21, tt.from, tt.other)
		if math.Abs(mean-tt.mean) > 1e-9 || ok != tt.ok {
			t.Errorf("%d attaches to that of %d with %v, %v, want %v, %v", tt.from, tt.other, mean, ok, tt.mean, tt.ok)
		}
	}
}

// Copies come together as families do, by what each is with all of the others.
func TestJoinCopies(t *testing.T) {
	copies := []Copy{
		{A: 0, B: 1, Likeness: 0.95, Same: true},
		{A: 0, B: 2, Likeness: 0.5}, {A: 1, B: 2, Likeness: 0.6},
		{A: 2, B: 3, Likeness: 0.4}, {A: 0, B: 3, Likeness: 0.2},
	}
	for _, tt := range []struct {
		a, b    int
		want    Joining
		oneText bool
	}{
		{0, 1, Joining{Together: true}, true},
		{0, 2, Joining{Together: true, A: []int{0, 1}, B: []int{2}, Mean: 0.6}, false},
		{3, 1, Joining{A: []int{3}, B: []int{0, 1, 2}, Mean: 0.4 / 3}, false},
	} {
		j, oneText := JoinCopies(4, copies, Defaults(), tt.a, tt.b)
		j.Mean, tt.want.Mean = math.Round(j.Mean*1e6), math.Round(tt.want.Mean*1e6)
		if diff := cmp.Diff(tt.want, j); diff != "" || oneText != tt.oneText {
			t.Errorf("%d and %d are one text: %v; (-want +got):\n%s", tt.a, tt.b, oneText, diff)
		}
	}
	if got := WithinFamily(4, copies, Defaults(), []int{0, 1, 2}); math.Abs(got-0.6) > 1e-9 {
		t.Errorf("%v within the family, want that of its two texts", got)
	}
}

// The weakest link of a chain is as strong as of any way (Floyd and Warshall's
// algorithm over the weakest links), and no way over such links is shorter.
func TestChain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 9).Draw(t, "n")
		strength := make([][]float64, n)
		for i := range strength {
			strength[i] = make([]float64, n)
		}
		var links []Link
		for b := range n {
			for a := range b {
				if s := float64(rapid.IntRange(0, 5).Draw(t, "strength")); s > 0 {
					links = append(links, Link{A: a, B: b, Sum: s})
					strength[a][b], strength[b][a] = s, s
				}
			}
		}
		for k := range n {
			for i := range n {
				for j := range n {
					strength[i][j] = max(strength[i][j], min(strength[i][k], strength[k][j]))
				}
			}
		}
		at, weakest := 0, math.Inf(1)
		way := Chain(links, 0, n-1)
		for _, i := range way {
			if links[i].A != at && links[i].B != at {
				t.Fatalf("the way %v breaks at %d", way, at)
			}
			at = links[i].A + links[i].B - at
			weakest = min(weakest, links[i].Sum)
		}
		if want := strength[0][n-1]; want == 0 && way != nil || want > 0 && (at != n-1 || weakest != want) {
			t.Fatalf("way %v to %d, weakest %v, want %v", way, at, weakest, want)
		}
		if len(way) > 1 && slices.ContainsFunc(links, func(l Link) bool { return l.A == 0 && l.B == n-1 && l.Sum >= weakest }) {
			t.Fatalf("way %v though one link would do", way)
		}
	})
}
