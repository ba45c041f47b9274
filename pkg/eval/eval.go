// Package eval scores groups of articles against gold labels, with the measures
// that are usual for clusterings: precision, recall and F1 over pairs, B-cubed
// (Bagga and Baldwin 1998), the adjusted Rand index (Hubert and Arabie 1985) and
// V-measure (Rosenberg and Hirschberg 2007).
//
// It only knows ids and labels, and never runs a scan itself.
package eval

import (
	"maps"
	"math"
	"slices"
)

// Scores compare a prediction with gold. All but the counts lie between 0 and
// 1, ARI also below 0; 1 is best.
type Scores struct {
	Items          int     `json:"items"` // that both label
	GoldPairs      int     `json:"gold_pairs"`
	PredictedPairs int     `json:"predicted_pairs"`
	TruePairs      int     `json:"true_pairs"`
	Precision      float64 `json:"pair_precision"`
	Recall         float64 `json:"pair_recall"`
	F1             float64 `json:"pair_f1"`
	BCubedP        float64 `json:"bcubed_precision"`
	BCubedR        float64 `json:"bcubed_recall"`
	BCubedF1       float64 `json:"bcubed_f1"`
	ARI            float64 `json:"ari"`
	Homogeneity    float64 `json:"homogeneity"`
	Completeness   float64 `json:"completeness"`
	V              float64 `json:"v_measure"`
}

// Compare scores predicted labels against gold. Both map an item to the label
// of its group; items that only one of them has are left out.
func Compare(gold, predicted map[string]string) Scores {
	t := tabulate(gold, predicted)
	s := Scores{Items: t.items}
	t.pairs(&s)
	t.bcubed(&s)
	t.vmeasure(&s)
	return s
}

// table is the contingency table of two labellings.
type table struct {
	items           int
	cells           map[[2]string]int
	gold, predicted map[string]int
}

func tabulate(gold, predicted map[string]string) table {
	t := table{cells: map[[2]string]int{}, gold: map[string]int{}, predicted: map[string]int{}}
	for item, g := range gold {
		if p, ok := predicted[item]; ok {
			t.items++
			t.cells[[2]string{g, p}]++
			t.gold[g]++
			t.predicted[p]++
		}
	}
	return t
}

func (t table) pairs(s *Scores) {
	s.TruePairs = sumPairs(t.cells)
	s.GoldPairs, s.PredictedPairs = sumPairs(t.gold), sumPairs(t.predicted)
	s.Precision = ratio(s.TruePairs, s.PredictedPairs)
	s.Recall = ratio(s.TruePairs, s.GoldPairs)
	s.F1 = harmonic(s.Precision, s.Recall)
	s.ARI = 1
	all := float64(t.items) * float64(t.items-1) / 2
	expected := float64(s.GoldPairs) * float64(s.PredictedPairs) / max(all, 1)
	most := float64(s.GoldPairs+s.PredictedPairs) / 2
	if most != expected {
		s.ARI = (float64(s.TruePairs) - expected) / (most - expected)
	}
}

func (t table) bcubed(s *Scores) {
	for _, cell := range t.ordered() {
		n := float64(t.cells[cell])
		s.BCubedP += n * n / float64(t.predicted[cell[1]])
		s.BCubedR += n * n / float64(t.gold[cell[0]])
	}
	s.BCubedP /= float64(max(t.items, 1))
	s.BCubedR /= float64(max(t.items, 1))
	s.BCubedF1 = harmonic(s.BCubedP, s.BCubedR)
}

func (t table) vmeasure(s *Scores) {
	conditionalGold, conditionalPredicted := 0.0, 0.0
	for _, cell := range t.ordered() {
		n := float64(t.cells[cell])
		conditionalGold -= n * math.Log(n/float64(t.predicted[cell[1]]))
		conditionalPredicted -= n * math.Log(n/float64(t.gold[cell[0]]))
	}
	s.Homogeneity = 1 - part(conditionalGold, entropy(t.gold, t.items))
	s.Completeness = 1 - part(conditionalPredicted, entropy(t.predicted, t.items))
	s.V = harmonic(s.Homogeneity, s.Completeness)
}

// ordered lists the cells in a fixed order: sums of floats depend on it.
func (t table) ordered() [][2]string {
	return slices.SortedFunc(maps.Keys(t.cells), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
}

// entropy is n times the entropy of the groups, in nats.
func entropy(groups map[string]int, items int) float64 {
	h := 0.0
	for _, label := range slices.Sorted(maps.Keys(groups)) {
		n := float64(groups[label])
		h -= n * math.Log(n/float64(items))
	}
	return h
}

func sumPairs[K comparable](groups map[K]int) (sum int) {
	for _, n := range groups {
		sum += n * (n - 1) / 2
	}
	return sum
}

func ratio(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

func part(x, of float64) float64 {
	if of == 0 {
		return 0
	}
	return x / of
}

func harmonic(a, b float64) float64 {
	if a+b == 0 {
		return 0
	}
	return 2 * a * b / (a + b)
}
