package pipeline

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
)

// reportJSON is the report as it is published.
func reportJSON(t *testing.T, r *news.Report) []byte {
	t.Helper()
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// same fails when two reports of one input differ.
func same(t *testing.T, what string, want []byte, got *news.Report) {
	t.Helper()
	data := reportJSON(t, got)
	if bytes.Equal(want, data) {
		return
	}
	var x, y any
	if json.Unmarshal(want, &x) != nil || json.Unmarshal(data, &y) != nil {
		t.Fatalf("%s: a report is no JSON", what)
	}
	t.Errorf("%s: %s", what, cmp.Diff(x, y))
}

func everything(jobs int) func(*Options) {
	return func(o *Options) { o.Jobs, o.Rows, o.Pairs, o.WithText = jobs, RowsAll, PairsAll, true }
}

// A report says the same, to the byte, however many workers made it and however
// often.
func TestReportDoesNotDependOnJobs(t *testing.T) {
	want := reportJSON(t, scan(t, everything(1), newsroom))
	for _, jobs := range []int{1, 2, 8} {
		for range 3 {
			same(t, fmt.Sprintf("%d jobs", jobs), want, scan(t, everything(jobs), newsroom))
		}
	}
}

// Nor does it matter in which order the inputs are named: folders …
func TestReportDoesNotDependOnTheOrderOfFolders(t *testing.T) {
	entries, err := os.ReadDir(newsroom)
	if err != nil {
		t.Fatal(err)
	}
	var folders []string
	for _, e := range entries {
		if e.IsDir() {
			folders = append(folders, filepath.Join(newsroom, e.Name()))
		}
	}
	if len(folders) < 5 {
		t.Fatalf("%d folders", len(folders))
	}
	sameInAnyOrder(t, folders)
}

// … single files …
func TestReportDoesNotDependOnTheOrderOfFiles(t *testing.T) {
	sameInAnyOrder(t, filesBelow(t, newsroom))
}

// … or some of both.
func TestReportDoesNotDependOnTheOrderOfRoots(t *testing.T) {
	files := filesBelow(t, filepath.Join(newsroom, "2024-03"))
	sameInAnyOrder(t, append(files, filepath.Join(newsroom, "2024-05"), filepath.Join(newsroom, "feeds")))
}

func sameInAnyOrder(t *testing.T, paths []string) {
	t.Helper()
	want := reportJSON(t, scan(t, everything(2), paths...))
	random := rand.New(rand.NewPCG(1, 2))
	for _, jobs := range []int{1, 2, 8} {
		order := slices.Clone(paths)
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		same(t, fmt.Sprintf("%d jobs, another order", jobs), want, scan(t, everything(jobs), order...))
	}
	slices.Reverse(paths)
	same(t, "reversed", want, scan(t, everything(2), paths...))
}

// Records of one file, too, may come in any order once they have ids.
func TestReportDoesNotDependOnTheOrderOfRecords(t *testing.T) {
	var records []record
	for i := range 40 {
		records = append(records, record{
			ID: fmt.Sprintf("r%02d", i), Outlet: fmt.Sprintf("Outlet %d", i%7), Date: fmt.Sprintf("2024-03-%02d", 1+i%5),
			Text: prose(i/4, 2) + "\n\n" + prose(i%3, 1) + "\n\n" + prose(100+i, 2),
		})
	}
	want := reportJSON(t, scanRecords(t, everything(2), records))
	random := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		random.Shuffle(len(records), func(i, j int) { records[i], records[j] = records[j], records[i] })
		same(t, "another order", want, scanRecords(t, everything(2), records))
	}
}

// A report holds neither clock nor place: a folder that was moved gives the same
// one.
func TestReportDoesNotDependOnThePlace(t *testing.T) {
	moved := filepath.Join(t.TempDir(), "somewhere else")
	if err := os.CopyFS(moved, os.DirFS(newsroom)); err != nil {
		t.Fatal(err)
	}
	want := reportJSON(t, scan(t, everything(2), newsroom))
	same(t, "moved", want, scan(t, everything(2), moved))
	if bytes.Contains(want, []byte(os.TempDir())) {
		t.Error("the report names the folder's place")
	}
}

// Ids that several records share are told apart in an order of their own.
func TestIDsAreUnique(t *testing.T) {
	records := []record{
		{ID: "same", Text: prose(1, 3)}, {ID: "same", Text: prose(2, 3)}, {ID: "same~2", Text: prose(3, 3)}, {ID: "same", Text: prose(1, 3)},
	}
	want := reportJSON(t, scanRecords(t, everything(1), records))
	slices.Reverse(records)
	got := scanRecords(t, everything(1), records)
	if articles := byID(got); len(articles) != len(records) {
		t.Errorf("%d ids of %d records", len(articles), len(records))
	}
	same(t, "reversed", want, got)
}

// failing stands for a stream that breaks.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// What cannot be found at all is an error; what cannot be read is skipped and
// named.
func TestInputsThatFail(t *testing.T) {
	if r, err := Scan(context.Background(), []string{filepath.Join(t.TempDir(), "nowhere")}, nil, Defaults(), Silent{}); err == nil {
		t.Errorf("a folder that is not there gives %d articles, skipped %v", len(r.Articles), r.Run.Skipped)
	}
	r, err := Scan(context.Background(), []string{"-"}, failing{os.ErrDeadlineExceeded}, Defaults(), Silent{})
	if err == nil && len(r.Run.Skipped) == 0 {
		t.Errorf("a stream that breaks gives %d articles without a word", len(r.Articles))
	}
	empty := scan(t, nil, t.TempDir())
	if len(empty.Articles)+len(empty.Families)+len(empty.Events)+len(empty.Rows) != 0 {
		t.Errorf("an empty folder gives %+v", empty.Run.Counts)
	}
}
