package candidate

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/wireprint/wireprint/pkg/fingerprint"
)

func prints(hashes ...uint64) (ps []fingerprint.Print) {
	for i, h := range hashes {
		ps = append(ps, fingerprint.Print{Hash: h, Word: uint32(i)})
	}
	return ps
}

// pairs is the whole way from prints to pairs.
func pairs(prints [][]fingerprint.Print, opts Options) []Pair {
	var found [][]Hit
	for _, p := range Split(prints) {
		found = append(found, p.Hits(opts))
	}
	return Pairs(found)
}

func TestPairs(t *testing.T) {
	got := pairs([][]fingerprint.Print{
		prints(1, 2, 3, 3),
		prints(9),
		prints(3, 1),
		nil,
		prints(3),
	}, Options{Star: 10})
	want := []Pair{
		{A: 0, B: 2, Prints: 2, At: [FewPrints]Shared{{A: 0, B: 1}, {A: 2, B: 0}}},
		{A: 0, B: 4, Prints: 1, At: [FewPrints]Shared{{A: 2, B: 0}}},
		{A: 2, B: 4, Prints: 1, At: [FewPrints]Shared{{A: 0, B: 0}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
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
		if p.A != 0 || p.B != i+1 || p.Prints != 2 || !p.Star {
			t.Fatalf("pair %d is %v, want the first article's", i, p)
		}
	}
}
