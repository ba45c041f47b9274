package eval

import (
	"fmt"
	"math"
	"testing"
)

// The values were worked out by hand and by scikit-learn.
func TestCompare(t *testing.T) {
	gold, predicted := map[string]string{}, map[string]string{}
	for i, g := range []int{0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 5} {
		gold[fmt.Sprint(i)] = fmt.Sprint(g)
	}
	for i, p := range []int{0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4} {
		predicted[fmt.Sprint(i)] = fmt.Sprint(p)
	}
	s := Compare(gold, predicted)
	if s.TruePairs != 5 || s.PredictedPairs != 10 || s.GoldPairs != 10 {
		t.Errorf("pairs %d of %d and %d, want 5 of 10 and 10", s.TruePairs, s.PredictedPairs, s.GoldPairs)
	}
	for _, tt := range []struct {
		name      string
		got, want float64
	}{
		{"ARI", s.ARI, .410714}, {"homogeneity", s.Homogeneity, .734305},
		{"completeness", s.Completeness, .775742}, {"V", s.V, .754455},
		{"B³ precision", s.BCubedP, .694444}, {"B³ recall", s.BCubedR, .763889}, {"B³ F1", s.BCubedF1, .727513},
	} {
		if math.Abs(tt.got-tt.want) > 1e-6 {
			t.Errorf("%s %.6f, want %.6f", tt.name, tt.got, tt.want)
		}
	}
}

func TestCompareEqual(t *testing.T) {
	labels := map[string]string{"a": "1", "b": "1", "c": "2"}
	if s := Compare(labels, labels); s.ARI != 1 || s.F1 != 1 || s.V != 1 || s.BCubedF1 != 1 {
		t.Errorf("equal labels score %+v", s)
	}
}

func TestCompareNothing(t *testing.T) {
	if s := Compare(nil, map[string]string{"a": "1"}); s.Items != 0 || math.IsNaN(s.ARI+s.V+s.BCubedF1) {
		t.Errorf("no common item: %+v", s)
	}
}
