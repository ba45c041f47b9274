package eval

import (
	"fmt"
	"iter"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func mustTune(t testing.TB, gold *Gold, candidates iter.Seq[Candidate], folds int) *Tuning {
	t.Helper()
	tuned, err := Tune(gold, Event, candidates, folds)
	if err != nil {
		t.Fatal(err)
	}
	return tuned
}

// Clusters are dealt whole, each article once, and folds are about as large.
func TestDeal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		clusters, predicted := twoLabellings(t)
		gold := &Gold{Clusters: clusters}
		folds := rapid.IntRange(2, 5).Draw(t, "folds")
		d, err := gold.deal(predicted, folds)
		parts := gold.parts(predicted)
		if len(parts) < folds {
			if err == nil {
				t.Fatalf("%d clusters in %d folds", len(parts), folds)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		foldOf, articles := map[string]int{}, make([]int, folds)
		for id, k := range d.foldOf {
			articles[k]++
			if other, ok := foldOf[clusters[id]]; ok && other != k {
				t.Errorf("cluster %s is in folds %d and %d", clusters[id], k, other)
			}
			foldOf[clusters[id]] = k
		}
		if len(d.foldOf) != len(clusters) || !cmp.Equal(articles, d.articles) {
			t.Errorf("%d articles of %d, by fold %v and %v", len(d.foldOf), len(clusters), articles, d.articles)
		}
		for k, n := range d.articles {
			if n == 0 || d.clusters[k] == 0 {
				t.Errorf("fold %d has %d articles of %d clusters", k, n, d.clusters[k])
			}
		}
	})
}

// Counted by folds, pairs are those that the definitions say; and all folds
// together count every pair alike.
func TestFoldCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		clusters, predicted := twoLabellings(t)
		gold := &Gold{Clusters: clusters}
		folds := rapid.IntRange(2, 4).Draw(t, "folds")
		d, err := gold.deal(predicted, folds)
		if err != nil {
			return // fewer clusters than folds
		}
		if rapid.Bool().Draw(t, "as pairs") {
			gold = allPairs(clusters)
		}
		c := d.count(gold, predicted)
		var sum PairScores
		for k := range folds {
			in, out := map[string]string{}, map[string]string{}
			for id := range clusters {
				if d.foldOf[id] == k {
					in[id] = predicted[id]
				} else {
					out[id] = predicted[id]
				}
			}
			same(t, "within", c.within[k], gold.Score(in).PairScores)
			same(t, "without", c.without[k], gold.Score(out).PairScores)
			sum = sum.plus(c.heldOut(k))
		}
		all := gold.Score(predicted).PairScores
		same(t, "all", c.all, all)
		same(t, "held out", sum, all.plus(all))
		near(t, "ARI", sum.by(byARI), Compare(clusters, predicted).ARI)
	})
}

// allPairs labels every pair of articles.
func allPairs(clusters map[string]string) *Gold {
	gold := &Gold{}
	for a := range clusters {
		for b := range clusters {
			if a < b {
				gold.Pairs = append(gold.Pairs, LabelledPair{a, b, clusters[a] == clusters[b]})
			}
		}
	}
	return gold
}

func same(t *rapid.T, what string, got, want PairScores) {
	if got, want := got.plus(PairScores{}), want.plus(PairScores{}); got != want { // counts alone
		t.Errorf("%s: %+v, want %+v", what, got, want)
	}
}

// Each fold's thresholds are the best on the others, and its score is that on the
// fold.
func TestTune(t *testing.T) {
	gold, candidates := road(24)
	for _, g := range []*Gold{gold, pairsOfRoad(gold)} {
		tuned := mustTune(t, g, candidates, 4)
		curve := mustSweep(t, g, candidates)
		clusters := 0
		for k, f := range tuned.Folds {
			clusters += f.Clusters
			if f.Settings[0].Value != 0.25*f.Factor {
				t.Errorf("fold %d: settings %v at %v times", k, f.Settings, f.Factor)
			}
		}
		if clusters != 24 {
			t.Errorf("%d clusters in folds", clusters)
		}
		if !cmp.Equal(tuned.InForce, curve.InForce) || tuned.Measure != curve.Measure {
			t.Errorf("in force %v, on the curve %v", tuned.InForce, curve.InForce)
		}
		if most := curve.Best.Scores.By(curve.Measure); tuned.HeldOut > most || tuned.Fitted.Scores.By(tuned.Measure) > most {
			t.Errorf("held out %v, fitted %v, best %v", tuned.HeldOut, tuned.Fitted.Scores.By(tuned.Measure), most)
		}
		if tuned.StandardError < 0 || math.IsNaN(tuned.StandardError) {
			t.Errorf("standard error %v", tuned.StandardError)
		}
	}
}

// Where all thresholds are alike, those in force are kept.
func TestTuneKeepsWhatIsAsGood(t *testing.T) {
	gold, candidates := road(24)
	alike := func(yield func(Candidate) bool) {
		for c := range candidates {
			c.Clusters = gold.Clusters
			if !yield(c) {
				return
			}
		}
	}
	tuned := mustTune(t, gold, alike, 5)
	if tuned.Fitted.Factor != 1 || tuned.HeldOut != 1 || tuned.StandardError != 0 {
		t.Errorf("fitted %v times, held out %v, error %v", tuned.Fitted.Factor, tuned.HeldOut, tuned.StandardError)
	}
	if len(tuned.Doubts) != 1 || !strings.Contains(tuned.Doubts[0], "best already") {
		t.Errorf("doubts %q", tuned.Doubts)
	}
}

// The names of gold clusters change nothing, to the last bit.
func TestTuneDoesNotDependOnNames(t *testing.T) {
	gold, candidates := road(20)
	renamed := &Gold{Clusters: map[string]string{}}
	for id, name := range gold.Clusters {
		renamed.Clusters[id] = fmt.Sprintf("%x", 1e9-float64(len(name))-float64(name[len(name)-1])) + name
	}
	want, got := mustTune(t, gold, candidates, 5), mustTune(t, renamed, candidates, 5)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("renamed: %s", diff)
	}
}

func TestDoubts(t *testing.T) {
	gold, candidates := road(24)
	small, few := road(6)
	at := func(factor float64) Point {
		p := mustSweep(t, gold, candidates).InForce
		p.Factor = factor
		return p
	}
	enough := &deal{large: LeastClusters}
	points := []Point{at(0.5), at(1), at(1.5), at(2)}
	now := points[1].Scores.ARI
	for _, tt := range []struct {
		name   string
		tuning Tuning
		deal   *deal
		want   []string // parts of the doubts
	}{
		{"better", Tuning{Fitted: at(1.5), HeldOut: now + .02, StandardError: .005}, enough, nil},
		{"noise", Tuning{Fitted: at(1.5), HeldOut: now + .02, StandardError: .015}, enough, []string{"within noise"}},
		{"worse", Tuning{Fitted: at(1.5), HeldOut: now - .02}, enough, []string{"keep these"}},
		{"nothing better", Tuning{Fitted: at(1), HeldOut: now}, enough, []string{"best already"}},
		{"the first", Tuning{Fitted: at(0.5), HeldOut: now + .02}, enough, []string{"end of the range"}},
		{"the last", Tuning{Fitted: at(2), HeldOut: now + .02}, enough, []string{"end of the range"}},
		{"little gold", Tuning{Fitted: at(1.5), HeldOut: now + .02}, &deal{large: 3}, []string{"3 gold clusters have"}},
		{"one cluster", Tuning{Fitted: at(1.5), HeldOut: now + .02}, &deal{large: 1}, []string{"1 gold cluster has"}},
		{"few pairs", Tuning{Fitted: at(1.5), HeldOut: now + .02, Gold: goldPairs}, &deal{large: 2}, []string{"2 groups of labelled articles have"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.tuning.InForce, tt.tuning.Measure = points[1], byARI
			doubts := tt.tuning.doubts(points, tt.deal)
			if len(doubts) != len(tt.want) {
				t.Fatalf("doubts %q, want %q", doubts, tt.want)
			}
			for i := range doubts {
				if !strings.Contains(doubts[i], tt.want[i]) {
					t.Errorf("doubt %q, want %q", doubts[i], tt.want[i])
				}
			}
		})
	}
	if _, err := Tune(small, Event, few, 7); err == nil || !strings.Contains(err.Error(), "6 gold clusters cannot be dealt into 7 folds") {
		t.Errorf("6 clusters in 7 folds: error %v", err)
	}
	stranger := &Gold{Clusters: map[string]string{"nobody": "x", "somebody": "y"}}
	if _, err := Tune(stranger, Event, candidates, 2); err == nil || !strings.Contains(err.Error(), "nobody") {
		t.Errorf("no article of gold: error %v", err)
	}
	if _, err := Tune(gold, Event, func(func(Candidate) bool) {}, 2); err == nil {
		t.Error("no candidates, no error")
	}
}

func TestTuningText(t *testing.T) {
	gold, candidates := road(24)
	for name, tt := range map[string]struct {
		gold  *Gold
		width int
	}{
		"tuning-80": {gold, 80}, "tuning-40": {gold, 40}, "tuning-pairs-80": {pairsOfRoad(gold), 80},
	} {
		var b strings.Builder
		if err := TuningText(&b, mustTune(t, tt.gold, candidates, 3), TextOptions{Width: tt.width}); err != nil {
			t.Fatal(err)
		}
		golden(t, name, b.String())
	}
}

// The jackknife of a mean is its usual standard error.
func TestJackknife(t *testing.T) {
	values := []float64{1, 2, 4, 8}
	without := make([]float64, len(values))
	for i := range values {
		for k, v := range values {
			if k != i {
				without[i] += v / 3
			}
		}
	}
	near(t, "standard error", jackknife(without), 1.5478479684172259) // sd 3.0957 / 2
}
