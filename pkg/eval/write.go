package eval

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
)

// JSON writes the judgement as one JSON object. Fields that labelled pairs
// cannot tell are left out.
func JSON(w io.Writer, j *Judgement) error {
	published := *j
	published.Scores = j.Scores.rounded()
	return encode(w, published, "judgement")
}

// CSV writes the scores and what was left out as rows of a measure and its
// value, below a header. The measures have the names of the JSON fields.
func CSV(w io.Writer, j *Judgement) error {
	out := csv.NewWriter(w)
	rows := append([][]string{{"measure", "value"}}, measures(j)...)
	if err := out.WriteAll(rows); err != nil {
		return fmt.Errorf("write judgement as CSV: %w", err)
	}
	return nil
}

// measures are the names and values of all numbers of a judgement.
func measures(j *Judgement) [][]string {
	return append(j.Scores.measures(),
		countRow("articles_without_gold", j.LeftOut.NoGold.Count),
		countRow("gold_ids_not_in_report", j.LeftOut.NoReport.Count),
		countRow("pairs_not_in_report", j.LeftOut.Pairs),
		countRow("gold_records_not_used", j.LeftOut.Records),
	)
}

// measures are the names and values of the scores, rounded.
func (s Scores) measures() [][]string {
	s = s.rounded()
	rows := [][]string{
		countRow("articles", s.Articles),
		countRow("judged_pairs", s.JudgedPairs),
		countRow("gold_pairs", s.GoldPairs),
		countRow("predicted_pairs", s.PredictedPairs),
		countRow("true_pairs", s.TruePairs),
		{"pair_precision", decimal(s.Precision)},
		{"pair_recall", decimal(s.Recall)},
		{"pair_f1", decimal(s.F1)},
	}
	if s.ClusterScores == nil {
		return rows
	}
	return append(rows,
		countRow("gold_clusters", s.GoldClusters),
		countRow("predicted_clusters", s.PredictedClusters),
		countRow("split_clusters", s.SplitClusters),
		countRow("merged_clusters", s.MergedClusters),
		[]string{"bcubed_precision", decimal(s.BCubedP)},
		[]string{"bcubed_recall", decimal(s.BCubedR)},
		[]string{"bcubed_f1", decimal(s.BCubedF1)},
		[]string{"ari", decimal(s.ARI)},
		[]string{"homogeneity", decimal(s.Homogeneity)},
		[]string{"completeness", decimal(s.Completeness)},
		[]string{"v_measure", decimal(s.V)},
	)
}

func countRow(name string, n int) []string { return []string{name, strconv.Itoa(n)} }
