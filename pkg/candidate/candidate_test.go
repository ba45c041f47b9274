package candidate

import (
	"cmp"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/wireprint/wireprint/pkg/fingerprint"
	"github.com/wireprint/wireprint/pkg/news"
	"pgregory.net/rapid"
)

func prints(hashes ...uint64) (ps []fingerprint.Print) {
	for i, h := range hashes {
		ps = append(ps, fingerprint.Print{Hash: h * 0x9e3779b97f4a7c15, Word: uint32(i)})
	}
	return ps
}

// proposed is a pair with both its articles.
type proposed struct {
	A, B       int
	Anchors    []news.Anchor
	More, Star bool
}

// pairs is the whole way from prints to pairs.
func pairs(prints [][]fingerprint.Print, opts Options) (all []proposed) {
	filter := NewFilter(1)
	for _, ps := range prints {
		filter.Add(ps)
	}
	lists := make([][]Posting, len(prints))
	for a, ps := range prints {
		for _, p := range ps {
			if filter.Repeated(p.Hash) {
				lists[a] = append(lists[a], Posting{Hash: p.Hash, Article: uint32(a), Word: p.Word})
			}
		}
	}
	var groups [][]Posting
	var grouper Grouper
	for _, p := range Split(lists) {
		groups = append(groups, grouper.Groups(p))
	}
	finder := NewIndex(len(prints), groups, opts).NewFinder()
	for a := range prints {
		pairs := slices.SortedFunc(slices.Values(finder.Pairs(a)), func(p, q Pair) int { return cmp.Compare(p.B, q.B) })
		for _, p := range pairs {
			all = append(all, proposed{a, p.B, slices.Clone(p.Anchors), p.More, p.Star})
		}
	}
	return all
}

func TestPairs(t *testing.T) {
	got := pairs([][]fingerprint.Print{
		prints(1, 2, 3, 3),
		prints(9),
		prints(3, 1),
		nil,
		prints(3),
	}, Options{Star: 10})
	want := []proposed{
		{A: 0, B: 2, Anchors: []news.Anchor{{A: 0, B: 1}, {A: 2, B: 0}, {A: 3, B: 0}}},
		{A: 0, B: 4, Anchors: []news.Anchor{{A: 2, B: 0}, {A: 3, B: 0}}},
		{A: 2, B: 4, Anchors: []news.Anchor{{A: 0, B: 0}}},
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A print that everyone has costs one pair for each article, and none is lost.
func TestStar(t *testing.T) {
	const articles = 1000
	all := make([][]fingerprint.Print, articles)
	for i := range all {
		all[i] = prints(7, 8)
	}
	got := pairs(all, Options{Star: 500})
	if len(got) != articles-1 {
		t.Fatalf("%d pairs of %d articles, want a star", len(got), articles)
	}
	for i, p := range got {
		if p.A != 0 || p.B != i+1 || len(p.Anchors) != 2 || !p.Star {
			t.Fatalf("pair %d is %v, want the first article's", i, p)
		}
	}
}

// The pairs are those that comparing every article with every other finds.
func TestPairsOfAnyPrints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hash := rapid.Uint64Range(0, uint64(rapid.IntRange(1, 60).Draw(t, "vocabulary")))
		var all [][]fingerprint.Print
		for range rapid.IntRange(1, 8).Draw(t, "articles") {
			all = append(all, prints(rapid.SliceOfN(hash, 0, 12).Draw(t, "prints")...))
		}
		star := rapid.IntRange(2, 9).Draw(t, "star")
		want := everyPair(all, star)
		if diff := gocmp.Diff(want, pairs(all, Options{Star: star})); diff != "" {
			t.Fatal(diff)
		}
	})
}

func everyPair(all [][]fingerprint.Print, star int) (want []proposed) {
	carriers := map[uint64][]int{}
	for a, ps := range all {
		for h := range places(ps) {
			carriers[h] = append(carriers[h], a)
		}
	}
	for a := range all {
		for b := a + 1; b < len(all); b++ {
			p := proposed{A: a, B: b}
			inA, inB := places(all[a]), places(all[b])
			for h, atA := range inA {
				atB, ok := inB[h]
				many := len(carriers[h]) > star
				if !ok || many && carriers[h][0] != a {
					continue
				}
				for _, x := range atA[:min(len(atA), mostPlaces)] {
					for _, y := range atB[:min(len(atB), mostPlaces)] {
						p.Anchors = append(p.Anchors, news.Anchor{A: x, B: y})
					}
				}
				p.More = p.More || len(atA) > mostPlaces || len(atB) > mostPlaces
				p.Star = p.Star || many
			}
			slices.SortFunc(p.Anchors, func(x, y news.Anchor) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
			if len(p.Anchors) > 0 {
				want = append(want, p)
			}
		}
	}
	return want
}

func places(ps []fingerprint.Print) map[uint64][]uint32 {
	at := map[uint64][]uint32{}
	for _, p := range ps {
		at[p.Hash] = append(at[p.Hash], p.Word)
	}
	return at
}
