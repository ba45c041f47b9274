package eval

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// road is villages of three houses each along a road, n of them, with gaps between
// houses and, mostly wider, between villages. It returns which village each house
// is of, and groupings that join houses with the narrower gaps, the wider the lower
// the factor.
func road(n int) (gold *Gold, candidates iter.Seq[Candidate]) {
	gold = &Gold{Clusters: map[string]string{}}
	var ids []string
	var gaps []float64 // before each house
	for v := range n {
		for h := range 3 {
			id := fmt.Sprintf("house-%02d-%d", v, h)
			ids = append(ids, id)
			gold.Clusters[id] = fmt.Sprintf("village %d", v)
			if h == 0 {
				gaps = append(gaps, 6+float64(v*5%9))
			} else {
				gaps = append(gaps, 1+float64(v*7%6)+0.3*float64(h))
			}
		}
	}
	return gold, func(yield func(Candidate) bool) {
		for i := 10; i <= 40; i += 3 {
			factor := float64(i) / 20
			if i == 19 {
				factor = 1
			}
			c := Candidate{
				Factor:   factor,
				Settings: Settings{{"road-bar", 0.25 * factor}, {"lane-bar", 0.5 * factor}},
				Clusters: map[string]string{},
			}
			group := 0
			for k, id := range ids {
				if gaps[k] > 7/factor {
					group++
				}
				c.Clusters[id] = strconv.Itoa(group)
			}
			if !yield(c) {
				return
			}
		}
	}
}

func mustSweep(t testing.TB, gold *Gold, candidates iter.Seq[Candidate]) *Curve {
	t.Helper()
	c, err := Sweep(gold, Event, candidates)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// pairsOfRoad is the road's gold as labelled pairs: each house with the next two.
func pairsOfRoad(gold *Gold) *Gold {
	var ids []string
	for id := range gold.Clusters {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	pairs := &Gold{}
	for i := range ids {
		for _, k := range []int{i + 1, i + 2} {
			if k < len(ids) {
				pairs.Pairs = append(pairs.Pairs, LabelledPair{ids[i], ids[k], gold.Clusters[ids[i]] == gold.Clusters[ids[k]]})
			}
		}
	}
	return pairs
}

// Every point has the scores that its clusters alone would have.
func TestSweep(t *testing.T) {
	gold, candidates := road(24)
	for _, g := range []*Gold{gold, pairsOfRoad(gold)} {
		c := mustSweep(t, g, candidates)
		i, most := 0, -1.0
		for candidate := range candidates {
			p := c.Points[i]
			if diff := cmp.Diff(g.Score(candidate.Clusters), p.Scores); diff != "" || p.Factor != candidate.Factor {
				t.Errorf("point %d at %v: %s", i, p.Factor, diff)
			}
			most = max(most, p.Scores.By(c.Measure))
			i++
		}
		if i != len(c.Points) || c.InForce.Factor != 1 || c.Best.Scores.By(c.Measure) != most {
			t.Errorf("%d points of %d; in force %v, best %v", len(c.Points), i, c.InForce.Factor, c.Best.Factor)
		}
	}
}

// Of points that are as good, the best is the nearest to the thresholds in force.
func TestBestIsNear(t *testing.T) {
	points := []Point{{Factor: 0.5}, {Factor: 0.8}, {Factor: 1}, {Factor: 1.1}, {Factor: 2}}
	for _, tt := range []struct {
		values []float64
		want   float64
	}{
		{[]float64{1, 1, 1, 1, 1}, 1},
		{[]float64{.9, .8, .5, .9, .9}, 1.1},
		{[]float64{.5, .9, .5, .6, .9}, 0.8},
		{[]float64{.9000000001, .2, .9, .2, .2}, 1}, // published alike
		{[]float64{.1, .2, .3, .4, .5}, 2},
	} {
		if got := points[best(points, tt.values)].Factor; got != tt.want {
			t.Errorf("%v: best at %v, want %v", tt.values, got, tt.want)
		}
	}
}

func TestSweepRefuses(t *testing.T) {
	gold, candidates := road(6)
	without := func(yield func(Candidate) bool) {
		for c := range candidates {
			if c.Factor != 1 && !yield(c) {
				return
			}
		}
	}
	if _, err := Sweep(gold, Event, without); err == nil || !strings.Contains(err.Error(), "in force") {
		t.Errorf("no candidate in force: error %v", err)
	}
	stranger := &Gold{Clusters: map[string]string{"nobody": "x"}}
	if _, err := Sweep(stranger, Event, candidates); err == nil || !strings.Contains(err.Error(), "nobody") {
		t.Errorf("no article of gold: error %v", err)
	}
}

func TestCurveText(t *testing.T) {
	gold, candidates := road(24)
	clusters, pairs := mustSweep(t, gold, candidates), mustSweep(t, pairsOfRoad(gold), candidates)
	steady := *clusters
	steady.Best = steady.InForce
	edged := *clusters
	edged.Best = edged.Points[0]
	for name, tt := range map[string]struct {
		curve *Curve
		width int
	}{
		"curve-80": {clusters, 80}, "curve-40": {clusters, 40}, "curve-pairs-80": {pairs, 80},
		"curve-steady-80": {&steady, 80}, "curve-edge-60": {&edged, 60},
	} {
		var b strings.Builder
		if err := CurveText(&b, tt.curve, TextOptions{Width: tt.width}); err != nil {
			t.Fatal(err)
		}
		golden(t, name, b.String())
	}
}

// golden compares a text with a golden file, or writes that anew.
func golden(t *testing.T, name, text string) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (go test ./pkg/eval -update writes it)", err)
	}
	if diff := cmp.Diff(string(want), text); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// The rows of the CSV form have the numbers of the JSON form by the same names.
func TestCurveCSVHasTheNumbersOfJSON(t *testing.T) {
	gold, candidates := road(24)
	for _, g := range []*Gold{gold, pairsOfRoad(gold)} {
		c := mustSweep(t, g, candidates)
		var text, table strings.Builder
		if err := CurveJSON(&text, c); err != nil {
			t.Fatal(err)
		}
		if err := CurveCSV(&table, c); err != nil {
			t.Fatal(err)
		}
		var published struct {
			Schema string
			Best   struct{ Factor float64 }
			Points []struct {
				Factor   float64
				Clusters float64
				Settings map[string]float64
				Scores   map[string]float64
			}
		}
		if err := json.Unmarshal([]byte(text.String()), &published); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(table.String())).ReadAll()
		if err != nil || len(rows) != len(published.Points)+1 || published.Schema != CurveSchema {
			t.Fatalf("%d rows for %d points, schema %q, error %v", len(rows), len(published.Points), published.Schema, err)
		}
		for i, p := range published.Points {
			want := map[string]float64{"factor": p.Factor, "clusters": p.Clusters, "best": 0}
			if p.Factor == published.Best.Factor {
				want["best"] = 1
			}
			for _, more := range []map[string]float64{p.Settings, p.Scores} {
				for name, value := range more {
					want[name] = value
				}
			}
			got := map[string]float64{}
			for k, name := range rows[0] {
				if got[name], err = strconv.ParseFloat(rows[i+1][k], 64); err != nil {
					t.Error(err)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("point %d (-JSON +CSV):\n%s", i, diff)
			}
		}
	}
}

// Settings keep their order, which a map would not.
func TestSettingsAsJSON(t *testing.T) {
	for want, s := range map[string]Settings{
		`{}`:                                   nil,
		`{"undated-bar":0.13,"event-bar":0.1}`: {{"undated-bar", 0.13}, {"event-bar", 0.1}},
	} {
		if got, err := json.Marshal(s); err != nil || string(got) != want {
			t.Errorf("%s, %v; want %s", got, err, want)
		}
	}
}

func TestCurveWritersTellWhatFailed(t *testing.T) {
	gold, candidates := road(24)
	c := mustSweep(t, gold, candidates)
	tuned := mustTune(t, gold, candidates, 3)
	for name, err := range map[string]error{
		"curve":   CurveText(brokenWriter{}, c, TextOptions{}),
		"JSON":    CurveJSON(brokenWriter{}, c),
		"CSV":     CurveCSV(brokenWriter{}, c),
		"tuning":  TuningText(brokenWriter{}, tuned, TextOptions{}),
		"as JSON": TuningJSON(brokenWriter{}, tuned),
	} {
		if err == nil || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), "no room") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}
