package eval

import "math"

// Scores compare a prediction with gold. Counts aside they lie between 0 and 1,
// ARI also below 0; 1 is best. The names of the JSON fields are those of the
// rows that [CSV] writes.
type Scores struct {
	Articles int `json:"articles"` // that both label
	PairScores
	*ClusterScores // nil when gold is labelled pairs
}

// PairScores are over pairs of articles: those of all articles that are judged,
// or those that gold labels.
//
// Precision is 1 when no pair is predicted, recall is 1 when gold has none:
// nothing was got wrong.
type PairScores struct {
	JudgedPairs    int     `json:"judged_pairs"`
	GoldPairs      int     `json:"gold_pairs"`      // that belong together
	PredictedPairs int     `json:"predicted_pairs"` // that were put together
	TruePairs      int     `json:"true_pairs"`      // both of these
	Precision      float64 `json:"pair_precision"`
	Recall         float64 `json:"pair_recall"`
	F1             float64 `json:"pair_f1"` // harmonic mean of the two
}

// ClusterScores are over whole clusters; an article alone is a cluster.
//
// B-cubed (Bagga and Baldwin 1998) is the mean over all articles of how much of
// the article's predicted cluster is of its gold cluster (precision) and the
// other way round (recall). The adjusted Rand index (Hubert and Arabie 1985) is
// the agreement on pairs beyond what chance would give: 0 for a random grouping
// with clusters of these sizes. Homogeneity says how far the predicted cluster
// tells the gold cluster, completeness the reverse, both as shares of entropy;
// V-measure is their harmonic mean (Rosenberg and Hirschberg 2007).
type ClusterScores struct {
	GoldClusters      int     `json:"gold_clusters"`
	PredictedClusters int     `json:"predicted_clusters"`
	SplitClusters     int     `json:"split_clusters"`  // of gold, that lie in several predicted ones
	MergedClusters    int     `json:"merged_clusters"` // predicted, that hold articles of several gold ones
	BCubedP           float64 `json:"bcubed_precision"`
	BCubedR           float64 `json:"bcubed_recall"`
	BCubedF1          float64 `json:"bcubed_f1"`
	ARI               float64 `json:"ari"`
	Homogeneity       float64 `json:"homogeneity"`
	Completeness      float64 `json:"completeness"`
	V                 float64 `json:"v_measure"`
}

// Compare scores predicted labels against gold. Both map an article to the
// label of its cluster; articles that only one of them has are left out. The
// time it takes grows with the articles, not with their pairs.
func Compare(gold, predicted map[string]string) Scores {
	return tabulate(gold, predicted).scores()
}

func (t *table) scores() Scores {
	s := Scores{Articles: len(t.articles), PairScores: t.pairs()}
	s.ClusterScores = &ClusterScores{
		GoldClusters:      len(t.gold.names),
		PredictedClusters: len(t.predicted.names),
		SplitClusters:     countPositive(t.lost()),
		MergedClusters:    countPositive(t.swapped().lost()),
		ARI:               s.adjustedRand(),
	}
	t.bcubed(s.ClusterScores)
	t.vmeasure(s.ClusterScores)
	return s
}

func (t *table) pairs() PairScores {
	p := PairScores{JudgedPairs: pairsOf(len(t.articles))}
	for _, size := range t.gold.sizes {
		p.GoldPairs += pairsOf(size)
	}
	for _, size := range t.predicted.sizes {
		p.PredictedPairs += pairsOf(size)
	}
	for _, c := range t.cells {
		p.TruePairs += pairsOf(c.size)
	}
	p.rate()
	return p
}

// rate fills in what follows from the counts.
func (p *PairScores) rate() {
	p.Precision = share(p.TruePairs, p.PredictedPairs)
	p.Recall = share(p.TruePairs, p.GoldPairs)
	p.F1 = harmonic(p.Precision, p.Recall)
}

// adjustedRand is 1 when gold and prediction can only agree, as when both have
// every article alone.
func (p PairScores) adjustedRand() float64 {
	expected := float64(p.GoldPairs) * float64(p.PredictedPairs) / float64(max(p.JudgedPairs, 1))
	most := float64(p.GoldPairs+p.PredictedPairs) / 2
	if most == expected {
		return 1
	}
	return (float64(p.TruePairs) - expected) / (most - expected)
}

func (t *table) bcubed(s *ClusterScores) {
	for _, c := range t.cells {
		n := float64(c.size)
		s.BCubedP += n * n / float64(t.predicted.sizes[c.predicted])
		s.BCubedR += n * n / float64(t.gold.sizes[c.gold])
	}
	n := float64(max(len(t.articles), 1))
	s.BCubedP, s.BCubedR = s.BCubedP/n, s.BCubedR/n
	s.BCubedF1 = harmonic(s.BCubedP, s.BCubedR)
}

func (t *table) vmeasure(s *ClusterScores) {
	goldLeft, predictedLeft := 0.0, 0.0 // entropy of the one when the other is known
	for _, c := range t.cells {
		n := float64(c.size)
		goldLeft -= n * math.Log(n/float64(t.predicted.sizes[c.predicted]))
		predictedLeft -= n * math.Log(n/float64(t.gold.sizes[c.gold]))
	}
	s.Homogeneity = known(goldLeft, t.gold.entropy())
	s.Completeness = known(predictedLeft, t.predicted.entropy())
	s.V = harmonic(s.Homogeneity, s.Completeness)
}

// entropy is that of the labels in nats, times the number of articles.
func (l labelling) entropy() float64 {
	articles, sum := 0, 0.0
	for _, n := range l.sizes {
		articles += n
	}
	for _, n := range l.sizes {
		sum -= float64(n) * math.Log(float64(n)/float64(articles))
	}
	return sum
}

// known is the share of an entropy that is not left. Rounding may make it a
// little less than nothing.
func known(left, entropy float64) float64 {
	if entropy == 0 {
		return 1
	}
	return max(0, 1-left/entropy)
}

func share(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

func harmonic(a, b float64) float64 {
	if a+b == 0 {
		return 0
	}
	return 2 * a * b / (a + b)
}

func countPositive(numbers []int) (n int) {
	for _, x := range numbers {
		if x > 0 {
			n++
		}
	}
	return n
}

// rates are all scores that are no counts.
func (s *Scores) rates() []*float64 {
	rates := []*float64{&s.Precision, &s.Recall, &s.F1}
	if c := s.ClusterScores; c != nil {
		rates = append(rates, &c.BCubedP, &c.BCubedR, &c.BCubedF1, &c.ARI, &c.Homogeneity, &c.Completeness, &c.V)
	}
	return rates
}
