package eval

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write testdata/*.golden anew")

// textOf is the judgement as text of so many columns.
func textOf(t *testing.T, j *Judgement, width int) string {
	t.Helper()
	var b strings.Builder
	if err := Text(&b, j, TextOptions{Width: width}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestText(t *testing.T) {
	gold, predicted := island()
	for name, text := range map[string]string{
		"clusters-80": textOf(t, mustJudge(t, gold, predicted, 10), 0),
		"clusters-40": textOf(t, mustJudge(t, gold, predicted, 10), 20),
		"perfect-80":  textOf(t, mustJudge(t, gold, gold.Clusters, 10), 0),
		"pairs-80":    textOf(t, mustJudge(t, islandPairs(), predicted, 1), 0),
		"none-80":     textOf(t, mustJudge(t, gold, predicted, 0), 0),
		"many-100":    textOf(t, manyMistakes(t), 100),
	} {
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
}

// manyMistakes has more of everything than the text shows, a name that is too
// long for its column, and one that would steer the terminal.
func manyMistakes(t *testing.T) *Judgement {
	gold, predicted := make(map[string]string), make(map[string]string)
	for i := range 60 {
		id := fmt.Sprintf("feeds/island-%02d.jsonl", i)
		gold[id], predicted[id] = fmt.Sprintf("the storm and what came after it, part %d", i/30), fmt.Sprint("e", i%10)
		predicted[id+"#2"] = "e99"
	}
	gold["\x1b[2J\u202eferry"], predicted["\x1b[2J\u202eferry"] = "渡轮起火\n", "e0"
	return mustJudge(t, &Gold{Clusters: gold}, predicted, 1)
}

// No line is wider than it may be, but for an id that is.
func TestTextKeepsTheWidth(t *testing.T) {
	gold, predicted := island()
	for _, j := range []*Judgement{mustJudge(t, gold, predicted, 10), mustJudge(t, islandPairs(), predicted, 10)} {
		for width := 40; width < 120; width++ {
			for line := range strings.Lines(textOf(t, j, width)) {
				if n := columns(strings.TrimSuffix(line, "\n")); n > width {
					t.Errorf("%d columns, %d allowed: %q", n, width, line)
				}
			}
		}
	}
}

// The measures of CSV are the numbers of JSON, by the same names.
func TestCSVHasTheNumbersOfJSON(t *testing.T) {
	gold, predicted := island()
	for _, j := range []*Judgement{mustJudge(t, gold, predicted, 0), mustJudge(t, islandPairs(), predicted, 0)} {
		var asJSON, asCSV strings.Builder
		if err := errors.Join(JSON(&asJSON, j), CSV(&asCSV, j)); err != nil {
			t.Fatal(err)
		}
		var object struct {
			Scores  map[string]float64 `json:"scores"`
			LeftOut map[string]any     `json:"left_out"`
		}
		if err := json.Unmarshal([]byte(asJSON.String()), &object); err != nil {
			t.Fatal(err)
		}
		want := []string{"measure,value"}
		for name, x := range object.Scores {
			want = append(want, fmt.Sprintf("%s,%v", name, x))
		}
		for name, x := range object.LeftOut {
			if ids, ok := x.(map[string]any); ok {
				x = ids["count"]
			}
			want = append(want, fmt.Sprintf("%s,%v", name, x))
		}
		rows, err := csv.NewReader(strings.NewReader(asCSV.String())).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, row := range rows {
			got = append(got, strings.Join(row, ","))
		}
		slices.Sort(want[1:])
		slices.Sort(got[1:])
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("CSV (-JSON +CSV):\n%s", diff)
		}
	}
}

// What labelled pairs cannot tell is not there, rather than 0. A list without
// an entry is there.
func TestJSONLeavesOutWhatIsNotKnown(t *testing.T) {
	gold, predicted := island()
	for _, tt := range []struct {
		gold        *Gold
		has, hasNot []string
	}{
		{gold, []string{`"ari"`, `"split": []`, `"merged": []`}, []string{`"parted"`, `"joined"`, "null"}},
		{islandPairs(), []string{`"pair_f1"`, `"parted": []`, `"joined": []`}, []string{`"ari"`, `"bcubed_f1"`, `"gold_clusters"`, `"split"`, "null"}},
	} {
		var b strings.Builder
		if err := JSON(&b, mustJudge(t, tt.gold, predicted, 0)); err != nil {
			t.Fatal(err)
		}
		for _, want := range tt.has {
			if !strings.Contains(b.String(), want) {
				t.Errorf("no %s in %s", want, &b)
			}
		}
		for _, not := range tt.hasNot {
			if strings.Contains(b.String(), not) {
				t.Errorf("%s in %s", not, &b)
			}
		}
	}
}

// Published scores are rounded, but nearly perfect is not perfect.
func TestRound(t *testing.T) {
	for _, tt := range []struct {
		x    float64
		n    int
		want string
	}{
		{.4107142857, 6, "0.410714"}, {1, 6, "1"}, {.99999999, 6, "0.999999"}, {.99999, 4, "0.9999"},
		{1e-9, 6, "1e-06"}, {0, 6, "0"}, {-1e-9, 6, "0"}, {-.25, 4, "-0.25"}, {math.Copysign(0, -1), 6, "0"},
	} {
		if got := fmt.Sprint(round(tt.x, tt.n)); got != tt.want {
			t.Errorf("round(%v, %d) is %s, want %s", tt.x, tt.n, got, tt.want)
		}
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("no room") }

func TestWritersTellWhatFailed(t *testing.T) {
	gold, predicted := island()
	j := mustJudge(t, gold, predicted, 10)
	for name, err := range map[string]error{
		"text": Text(brokenWriter{}, j, TextOptions{}), "JSON": JSON(brokenWriter{}, j), "CSV": CSV(brokenWriter{}, j),
	} {
		if err == nil || !strings.Contains(err.Error(), "write judgement") {
			t.Errorf("%s: got error %v", name, err)
		}
	}
}
