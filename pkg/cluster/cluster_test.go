package cluster

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func ones(n int) []Group {
	s := make([]Group, n)
	for i := range s {
		s[i].Size = 1
	}
	return s
}

func TestAverage(t *testing.T) {
	for _, tt := range []struct {
		name  string
		n     int
		links []Link
		want  [][]int
	}{
		{"alone", 2, nil, [][]int{{0}, {1}}},
		{"two pairs", 4, []Link{{0, 2, .9}, {1, 3, .8}}, [][]int{{0, 2}, {1, 3}}},
		{"a chain is no group", 4, []Link{{0, 1, .9}, {1, 2, .6}, {2, 3, .9}}, [][]int{{0, 1}, {2, 3}}},
		{"a full triangle is", 3, []Link{{0, 1, .9}, {1, 2, .6}, {0, 2, .5}}, [][]int{{0, 1, 2}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Average(ones(tt.n), tt.links, .5, 0)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAverageIgnoresOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var links []Link
	for a := range 60 {
		for b := a + 1; b < 60; b++ {
			if random.IntN(3) == 0 {
				links = append(links, Link{a, b, random.Float64()})
			}
		}
	}
	want := Average(ones(60), links, .2, 0)
	for range 20 {
		random.Shuffle(len(links), func(i, j int) { links[i], links[j] = links[j], links[i] })
		if diff := cmp.Diff(want, Average(ones(60), links, .2, 0)); diff != "" {
			t.Fatal(diff)
		}
	}
}

func TestFamilies(t *testing.T) {
	whole := func(a, b int) Copy { return Copy{A: a, B: b, Likeness: 1, Same: true} }
	part := func(a, b int) Copy { return Copy{A: a, B: b, Likeness: .6} } // a wire, of an article that carries two
	for _, tt := range []struct {
		name   string
		n      int
		copies []Copy
		want   [][]int
	}{
		{"copies and abridgements", 4, []Copy{whole(0, 1), part(0, 2), part(1, 2), part(0, 3), part(2, 3)}, [][]int{{0, 1, 2, 3}}},
		{"an article that carries two wires", 3, []Copy{part(0, 1), part(1, 2)}, [][]int{{0, 1}, {2}}},
		{"two wires in three papers each, and a bridge", 7, []Copy{
			whole(0, 1), whole(1, 2), whole(3, 4), whole(4, 5), part(0, 6), part(1, 6), part(2, 6), part(3, 6), part(4, 6), part(5, 6),
		}, [][]int{{0, 1, 2, 6}, {3, 4, 5}}},
		{"a shared statement", 2, []Copy{{A: 0, B: 1, Likeness: .3}}, [][]int{{0}, {1}}},
		{"a star of one text, and a part of it", 5, []Copy{whole(0, 1), whole(0, 2), whole(0, 3), part(0, 4)}, [][]int{{0, 1, 2, 3, 4}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got [][]int
			for _, f := range Families(tt.n, tt.copies, Defaults()) {
				got = append(got, f.Articles)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFamilyReportsItsWeakestLinkAndBridges(t *testing.T) {
	copies := []Copy{
		{A: 0, B: 1, Likeness: .9}, {A: 0, B: 2, Likeness: .8}, {A: 1, B: 2, Likeness: .8}, {A: 2, B: 3, Likeness: .5},
		{A: 0, B: 3, Likeness: .45}, {A: 1, B: 3, Likeness: .4},
	}
	f := Families(4, copies, Defaults())
	if len(f) != 1 || f[0].Weakest != .5 || len(f[0].Bridges) != 0 {
		t.Errorf("families %+v, want one with a weakest link of .5 and no bridge", f)
	}
	if got := bridges([]int{0, 1, 2, 3}, copies[:4]); !cmp.Equal(got, []int{2}) {
		t.Errorf("bridges %v, want article 2", got)
	}
}
