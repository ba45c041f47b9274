package eval

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
)

// island is gold and a report of an invented week: the pier's stories are torn,
// and the mill's are mixed up with the market's.
func island() (gold *Gold, predicted map[string]string) {
	gold = &Gold{
		Clusters: map[string]string{
			"courier/pier.txt": "pier", "gazette/pier.txt": "pier", "herald/pier.txt#2": "pier", "tidewater/pier.html": "pier",
			"courier/mill.txt": "mill", "gazette/mill.txt": "mill",
			"courier/market.txt": "market", "lost.txt": "market",
		},
		PassedOver: 3,
	}
	predicted = map[string]string{
		"courier/pier.txt": "e1", "gazette/pier.txt": "e1", "herald/pier.txt#2": "e3", "tidewater/pier.html": "e1",
		"courier/mill.txt": "e2", "gazette/mill.txt": "e2",
		"courier/market.txt": "e2", "new.txt": "e2",
	}
	return gold, predicted
}

// islandPairs are some labelled pairs of the same week.
func islandPairs() *Gold {
	return &Gold{Pairs: []LabelledPair{
		{"courier/pier.txt", "gazette/pier.txt", true},
		{"herald/pier.txt#2", "courier/pier.txt", true},
		{"herald/pier.txt#2", "gazette/pier.txt", true},
		{"courier/mill.txt", "courier/market.txt", false},
		{"courier/mill.txt", "courier/pier.txt", false},
		{"courier/mill.txt", "lost.txt", false},
	}}
}

func mustJudge(t testing.TB, gold *Gold, predicted map[string]string, worst int) *Judgement {
	t.Helper()
	j, err := Judge(gold, predicted, Options{Level: Event, Worst: worst})
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func TestJudge(t *testing.T) {
	gold, predicted := island()
	j := mustJudge(t, gold, predicted, 10)
	j.Scores = Scores{} // tested elsewhere
	want := &Judgement{
		Schema: Schema, Level: Event, Gold: goldClusters,
		Split: []Mixed{{"pier", 4, 3, []Part{
			{"e1", []string{"courier/pier.txt", "gazette/pier.txt", "tidewater/pier.html"}},
			{"e3", []string{"herald/pier.txt#2"}},
		}}},
		Merged: []Mixed{{"e2", 3, 2, []Part{
			{"mill", []string{"courier/mill.txt", "gazette/mill.txt"}},
			{"market", []string{"courier/market.txt"}},
		}}},
		LeftOut: LeftOut{
			NoGold:   IDs{1, []string{"new.txt"}},
			NoReport: IDs{1, []string{"lost.txt"}},
			Records:  3,
		},
	}
	if diff := cmp.Diff(want, j); diff != "" {
		t.Error(diff)
	}
}

func TestJudgePairs(t *testing.T) {
	_, predicted := island()
	j := mustJudge(t, islandPairs(), predicted, 1)
	want := &Judgement{
		Schema: Schema, Level: Event, Gold: goldPairs,
		Scores: Scores{Articles: 5, PairScores: PairScores{
			JudgedPairs: 5, GoldPairs: 3, PredictedPairs: 2, TruePairs: 1,
			Precision: .5, Recall: 1. / 3, F1: .4,
		}},
		Parted: []LabelledPair{{"herald/pier.txt#2", "courier/pier.txt", true}},
		Joined: []LabelledPair{{"courier/mill.txt", "courier/market.txt", false}},
		LeftOut: LeftOut{
			NoGold:   IDs{3, []string{"gazette/mill.txt", "new.txt", "tidewater/pier.html"}},
			NoReport: IDs{1, []string{"lost.txt"}},
			Pairs:    1,
		},
	}
	if diff := cmp.Diff(want, j); diff != "" {
		t.Error(diff)
	}
}

// The worst come first: what costs most pairs, then what has the first article.
func TestWorstFirst(t *testing.T) {
	gold := labels(0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 3)
	predicted := labels(0, 1, 2, 2, 3, 3, 4, 5, 6, 6, 6)
	var got []string
	for _, m := range mustJudge(t, &Gold{Clusters: gold}, predicted, 2).Split {
		got = append(got, fmt.Sprintf("%s -%d", m.Cluster, m.Pairs))
	}
	if want := []string{"1 -4", "0 -1"}; !cmp.Equal(got, want) {
		t.Errorf("worst are %q, want %q", got, want)
	}
	none := mustJudge(t, &Gold{Clusters: gold}, predicted, 0)
	if len(none.Split) != 0 || none.Scores.SplitClusters != 3 {
		t.Errorf("asked for none: %d of %d", len(none.Split), none.Scores.SplitClusters)
	}
}

func TestJudgeRefuses(t *testing.T) {
	_, predicted := island()
	for _, tt := range []struct {
		name string
		gold *Gold
		want string
	}{
		{"no id in common", &Gold{Clusters: map[string]string{"./courier/pier.txt": "pier", "x": "y"}}, `no id of the gold labels is in the report: gold has "./courier/pier.txt", the report has "courier/market.txt"; write the ids`},
		{"no id of the pairs in common", &Gold{Pairs: []LabelledPair{{"x", "y", true}}}, `gold has "x", the report has "courier/market.txt"`},
		{"no whole pair", &Gold{Pairs: []LabelledPair{{"x", "new.txt", true}}}, `the report has no pair of the gold labels whole; it lacks "x"`},
	} {
		_, err := Judge(tt.gold, predicted, Options{Level: Event})
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got error %v, want one with %q", tt.name, err, tt.want)
		}
	}
}

func TestPredicted(t *testing.T) {
	r := &news.Report{Articles: []news.ArticleRecord{{ID: "a", Event: "e1", Family: "f1"}, {ID: "b#2", Event: "e1", Family: "f2"}}}
	for level, want := range map[Level]map[string]string{
		Event:  {"a": "e1", "b#2": "e1"},
		Family: {"a": "f1", "b#2": "f2"},
	} {
		if got, err := Predicted(r, level); err != nil || !cmp.Equal(got, want) {
			t.Errorf("%s: %v, %v", level, got, err)
		}
	}
}

func TestPredictedRefuses(t *testing.T) {
	for _, tt := range []struct {
		name     string
		articles []news.ArticleRecord
		level    Level
		want     string
	}{
		{"no events", []news.ArticleRecord{{ID: "a", Family: "f1"}}, Event, `article "a" is in no event, as in a report of scan --no-events; judge the families`},
		{"no families", []news.ArticleRecord{{ID: "a", Event: "e1"}}, Family, `article "a" is in no family`},
		{"no articles", nil, Event, "the report has no articles"},
		{"one id twice", []news.ArticleRecord{{ID: "a", Event: "e1"}, {ID: "a", Event: "e2"}}, Event, `two articles with the id "a"`},
	} {
		_, err := Predicted(&news.Report{Articles: tt.articles}, tt.level)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got error %v, want one with %q", tt.name, err, tt.want)
		}
	}
}
