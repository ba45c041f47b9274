package eval

import (
	"fmt"
	"math"
	"testing"
)

// labels gives articles a0, a1, … the labels.
func labels(of ...int) map[string]string {
	l := make(map[string]string)
	for i, label := range of {
		l[fmt.Sprintf("a%d", i)] = fmt.Sprint(label)
	}
	return l
}

// near fails when two scores differ by more than the sixth digit.
func near(t interface{ Errorf(string, ...any) }, name string, got, want float64) {
	if !(math.Abs(got-want) <= 1e-6) { // not >, which NaN would pass
		t.Errorf("%s %.6f, want %.6f", name, got, want)
	}
}

// The values were worked out by hand and by scikit-learn.
func TestCompare(t *testing.T) {
	s := Compare(
		labels(0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 5),
		labels(0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4))
	near(t, "pair precision", s.Precision, .5)
	near(t, "pair recall", s.Recall, .5)
	near(t, "pair F1", s.F1, .5)
	near(t, "ARI", s.ARI, .410714)
	near(t, "homogeneity", s.Homogeneity, .734305)
	near(t, "completeness", s.Completeness, .775742)
	near(t, "V", s.V, .754455)
	near(t, "B³ precision", s.BCubedP, .694444)
	near(t, "B³ recall", s.BCubedR, .763889)
	near(t, "B³ F1", s.BCubedF1, .727513)

	pairs := PairScores{JudgedPairs: 66, GoldPairs: 10, PredictedPairs: 10, TruePairs: 5, Precision: .5, Recall: .5, F1: .5}
	if s.Articles != 12 || s.PairScores != pairs {
		t.Errorf("%d articles, %+v; want 12, %+v", s.Articles, s.PairScores, pairs)
	}
	counts := [...]int{s.GoldClusters, s.PredictedClusters, s.SplitClusters, s.MergedClusters}
	if want := [...]int{6, 5, 2, 3}; counts != want {
		t.Errorf("gold, predicted, split and merged clusters %v, want %v", counts, want)
	}
}

// Where there is nothing to get wrong, nothing is wrong; and nothing is ever no
// number.
func TestCompareExtremes(t *testing.T) {
	together, alone := labels(0, 0, 0), labels(0, 1, 2)
	for _, tt := range []struct {
		name                       string
		gold, predicted            map[string]string
		precision, recall, ari, v  float64
		bcubedP, bcubedR, bcubedF1 float64
	}{
		{"all together", together, together, 1, 1, 1, 1, 1, 1, 1},
		{"all alone", alone, alone, 1, 1, 1, 1, 1, 1, 1},
		{"one article", labels(0), labels(7), 1, 1, 1, 1, 1, 1, 1},
		{"all parted", together, alone, 1, 0, 0, 0, 1, 1. / 3, .5},
		{"all joined", alone, together, 0, 1, 0, 0, 1. / 3, 1, .5},
		{"nothing in common", nil, alone, 1, 1, 1, 1, 0, 0, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := Compare(tt.gold, tt.predicted)
			near(t, "precision", s.Precision, tt.precision)
			near(t, "recall", s.Recall, tt.recall)
			near(t, "ARI", s.ARI, tt.ari)
			near(t, "V", s.V, tt.v)
			near(t, "B³ precision", s.BCubedP, tt.bcubedP)
			near(t, "B³ recall", s.BCubedR, tt.bcubedR)
			near(t, "B³ F1", s.BCubedF1, tt.bcubedF1)
		})
	}
}

// BenchmarkCompare scores as many articles as the largest folder that was
// measured, with two in three of their clusters wrong.
func BenchmarkCompare(b *testing.B) {
	const articles = 160_000
	gold, predicted := make(map[string]string), make(map[string]string)
	for i := range articles {
		id := fmt.Sprintf("2024-03/outlet-%d/story.txt#%d", i%700, i)
		gold[id], predicted[id] = fmt.Sprint("wire-", i/20), fmt.Sprint("f", (i+7)/25)
	}
	for b.Loop() {
		Compare(gold, predicted)
	}
}
