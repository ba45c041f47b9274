package eval

import (
	"fmt"
	"maps"
	"slices"
)

// Schema names the version of a judgement's JSON form. Fields may be added to
// it; none is renamed or removed.
const Schema = "wireprint.eval/v1"

// Judgement is what gold labels say about the clusters of a report.
type Judgement struct {
	Schema string `json:"schema"`
	Level  Level  `json:"level"`
	Gold   string `json:"gold"` // "clusters" or "pairs"
	Scores Scores `json:"scores"`

	// What cost most, the dearest first and no more than was asked for: with
	// gold clusters those that were split and the predicted ones that merge
	// several, with labelled pairs those that were parted and those that were
	// wrongly joined, in the order of gold. The other two are nil.
	Split  []Mixed        `json:"split,omitzero"`
	Merged []Mixed        `json:"merged,omitzero"`
	Parted []LabelledPair `json:"parted,omitzero"`
	Joined []LabelledPair `json:"joined,omitzero"`

	LeftOut LeftOut `json:"left_out"`
}

// The kinds of gold.
const (
	goldClusters = "clusters"
	goldPairs    = "pairs"
)

// LeftOut is what could not be judged.
type LeftOut struct {
	NoGold   IDs `json:"articles_without_gold"`
	NoReport IDs `json:"gold_ids_not_in_report"`
	Pairs    int `json:"pairs_not_in_report"`   // labelled, with an article that the report lacks
	Records  int `json:"gold_records_not_used"` // of a type that labels no article
}

// IDs counts articles and names the first few, by id.
type IDs struct {
	Count    int      `json:"count"`
	Examples []string `json:"examples"`
}

// Options are the choices of a judgement.
type Options struct {
	Level Level
	Worst int // how many of what cost most are listed of each kind; none when 0
}

// Score compares a report's clusters, as [Predicted] gives them, with gold.
// Articles and pairs that only one of them knows are left out.
func (g *Gold) Score(predicted map[string]string) Scores {
	if g.Clusters == nil {
		return comparePairs(g.Pairs, predicted)
	}
	return Compare(g.Clusters, predicted)
}

// Judge scores a report's clusters and says what went wrong and what was left
// out. It refuses when nothing can be judged, as when ids are written
// differently in gold and report.
func Judge(gold *Gold, predicted map[string]string, opts Options) (*Judgement, error) {
	j := &Judgement{Schema: Schema, Level: opts.Level, Gold: gold.kind(), LeftOut: leftOut(gold, predicted)}
	if err := gold.check(predicted, j.LeftOut); err != nil {
		return nil, err
	}
	if gold.Clusters == nil {
		j.Scores = gold.Score(predicted)
		j.Parted, j.Joined = wrongPairs(gold.Pairs, predicted, opts.Worst)
		return j, nil
	}
	t := tabulate(gold.Clusters, predicted)
	j.Scores = t.scores()
	j.Split = t.mixed(opts.Worst)
	j.Merged = t.swapped().mixed(opts.Worst)
	return j, nil
}

// check refuses gold by which nothing can be judged.
func (g *Gold) check(predicted map[string]string, left LeftOut) error {
	ids := g.ids()
	switch {
	case left.NoReport.Count == len(ids):
		return fmt.Errorf("no id of the gold labels is in the report: gold has %q, the report has %q; write the ids of gold as the report has them",
			smallest(ids), smallest(predicted))
	case g.Clusters == nil && left.Pairs == len(g.Pairs):
		return fmt.Errorf("the report has no pair of the gold labels whole; it lacks %q", left.NoReport.Examples[0])
	}
	return nil
}

// ids are all articles that gold knows. Their values mean nothing.
func (g *Gold) ids() map[string]string {
	if g.Clusters != nil {
		return g.Clusters
	}
	ids := make(map[string]string)
	for _, p := range g.Pairs {
		ids[p.A], ids[p.B] = "", ""
	}
	return ids
}

func leftOut(gold *Gold, predicted map[string]string) LeftOut {
	ids := gold.ids()
	left := LeftOut{
		NoGold:   missing(predicted, ids),
		NoReport: missing(ids, predicted),
		Records:  gold.PassedOver,
	}
	for _, p := range gold.Pairs {
		if !p.isIn(predicted) {
			left.Pairs++
		}
	}
	return left
}

// missing are the articles that only the first has.
func missing(has, lacks map[string]string) IDs {
	const examples = 5
	ids := []string{}
	for id := range has {
		if _, ok := lacks[id]; !ok {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return IDs{Count: len(ids), Examples: slices.Clip(ids[:min(examples, len(ids))])}
}

func smallest(ids map[string]string) string {
	return slices.Min(slices.Collect(maps.Keys(ids)))
}
