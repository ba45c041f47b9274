package eval

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// twoLabellings draws labels of the same articles, from one label for all to
// one for each.
func twoLabellings(t *rapid.T) (gold, predicted map[string]string) {
	n := rapid.IntRange(1, 25).Draw(t, "articles")
	draw := func(name string) map[string]string {
		label := rapid.IntRange(0, rapid.IntRange(0, n).Draw(t, "labels"))
		return labels(rapid.SliceOfN(label, n, n).Draw(t, name)...)
	}
	return draw("gold"), draw("predicted")
}

func TestEqualLabellingsArePerfect(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gold, _ := twoLabellings(t)
		s := Compare(gold, gold)
		for _, got := range s.rates() {
			if *got != 1 {
				t.Errorf("not 1 everywhere: %+v %+v", s, *s.ClusterScores)
			}
		}
		if s.SplitClusters+s.MergedClusters != 0 {
			t.Errorf("%d split, %d merged", s.SplitClusters, s.MergedClusters)
		}
	})
}

// Labels are only names: other ones give the same scores to the last bit.
func TestNamesOfLabelsDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gold, predicted := twoLabellings(t)
		s := Compare(gold, predicted)
		names := rapid.Permutation(strings.Split("zyxwvutsrqponmlkjihgfedcba", "")).Draw(t, "names")
		renamed := make(map[string]string)
		for id, label := range predicted {
			n, _ := strconv.Atoi(label)
			renamed[id] = names[n]
		}
		r := Compare(gold, renamed)
		if *r.ClusterScores != *s.ClusterScores || r.PairScores != s.PairScores {
			t.Errorf("%+v became %+v", s.rates(), r.rates())
		}
	})
}

// What is precision one way round is recall the other way round.
func TestSwappingSwapsPrecisionAndRecall(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gold, predicted := twoLabellings(t)
		s, r := Compare(gold, predicted), Compare(predicted, gold)
		near(t, "pair precision", r.Precision, s.Recall)
		near(t, "pair recall", r.Recall, s.Precision)
		near(t, "pair F1", r.F1, s.F1)
		near(t, "B³ precision", r.BCubedP, s.BCubedR)
		near(t, "B³ recall", r.BCubedR, s.BCubedP)
		near(t, "B³ F1", r.BCubedF1, s.BCubedF1)
		near(t, "homogeneity", r.Homogeneity, s.Completeness)
		near(t, "completeness", r.Completeness, s.Homogeneity)
		near(t, "V", r.V, s.V)
		near(t, "ARI", r.ARI, s.ARI)
		if r.SplitClusters != s.MergedClusters || r.MergedClusters != s.SplitClusters {
			t.Errorf("split %d, merged %d; swapped %d, %d", s.SplitClusters, s.MergedClusters, r.SplitClusters, r.MergedClusters)
		}
	})
}

// The table gives what the definitions give, pair by pair and article by article.
func TestScoresAreThoseOfTheDefinitions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gold, predicted := twoLabellings(t)
		s := Compare(gold, predicted)
		near(t, "ARI", s.ARI, randByPairs(gold, predicted))
		precision, homogeneity := byArticles(gold, predicted)
		recall, completeness := byArticles(predicted, gold)
		near(t, "B³ precision", s.BCubedP, precision)
		near(t, "B³ recall", s.BCubedR, recall)
		near(t, "homogeneity", s.Homogeneity, homogeneity)
		near(t, "completeness", s.Completeness, completeness)
	})
}

// randByPairs is the adjusted Rand index from the four kinds of pairs.
func randByPairs(gold, predicted map[string]string) float64 {
	var both, onlyGold, onlyPredicted, neither float64
	for a := range gold {
		for b := range gold {
			switch inGold, inPredicted := gold[a] == gold[b], predicted[a] == predicted[b]; {
			case a >= b:
			case inGold && inPredicted:
				both++
			case inGold:
				onlyGold++
			case inPredicted:
				onlyPredicted++
			default:
				neither++
			}
		}
	}
	if onlyGold == 0 && onlyPredicted == 0 {
		return 1
	}
	return 2 * (both*neither - onlyGold*onlyPredicted) /
		((both+onlyGold)*(onlyGold+neither) + (both+onlyPredicted)*(onlyPredicted+neither))
}

// byArticles is B³ precision and homogeneity as means over articles.
func byArticles(gold, predicted map[string]string) (precision, homogeneity float64) {
	n := float64(len(gold))
	left, entropy := 0.0, 0.0
	for a := range gold {
		var inGold, inPredicted, inBoth float64
		for b := range gold {
			g, p := gold[a] == gold[b], predicted[a] == predicted[b]
			if g {
				inGold++
			}
			if p {
				inPredicted++
			}
			if g && p {
				inBoth++
			}
		}
		precision += inBoth / inPredicted / n
		left -= math.Log(inBoth/inPredicted) / n
		entropy -= math.Log(inGold/n) / n
	}
	if entropy < 1e-12 {
		return precision, 1
	}
	return precision, 1 - left/entropy
}
