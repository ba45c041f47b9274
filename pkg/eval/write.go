package eval

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
)

// JSON writes the judgement as one JSON object. Fields that labelled pairs
// cannot tell are left out.
func JSON(w io.Writer, j *Judgement) error {
	published := *j
	published.Scores = j.Scores.rounded()
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(published); err != nil {
		return fmt.Errorf("write judgement as JSON: %w", err)
	}
	return nil
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
	count := func(name string, n int) []string { return []string{name, strconv.Itoa(n)} }
	rate := func(name string, x float64) []string {
		return []string{name, strconv.FormatFloat(x, 'f', -1, 64)}
	}
	s := j.Scores.rounded()
	rows := [][]string{
		count("articles", s.Articles),
		count("judged_pairs", s.JudgedPairs),
		count("gold_pairs", s.GoldPairs),
		count("predicted_pairs", s.PredictedPairs),
		count("true_pairs", s.TruePairs),
		rate("pair_precision", s.Precision),
		rate("pair_recall", s.Recall),
		rate("pair_f1", s.F1),
	}
	if s.ClusterScores != nil {
		rows = append(rows,
			count("gold_clusters", s.GoldClusters),
			count("predicted_clusters", s.PredictedClusters),
			count("split_clusters", s.SplitClusters),
			count("merged_clusters", s.MergedClusters),
			rate("bcubed_precision", s.BCubedP),
			rate("bcubed_recall", s.BCubedR),
			rate("bcubed_f1", s.BCubedF1),
			rate("ari", s.ARI),
			rate("homogeneity", s.Homogeneity),
			rate("completeness", s.Completeness),
			rate("v_measure", s.V),
		)
	}
	return append(rows,
		count("articles_without_gold", j.LeftOut.NoGold.Count),
		count("gold_ids_not_in_report", j.LeftOut.NoReport.Count),
		count("pairs_not_in_report", j.LeftOut.Pairs),
		count("gold_records_not_used", j.LeftOut.Records),
	)
}
