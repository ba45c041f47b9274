package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/source"
)

// selectedIDs are the ids of the articles that are read with a selection.
func selectedIDs(t *testing.T, opts Options, paths ...string) ([]string, *reading) {
	t.Helper()
	r, err := read(t.Context(), paths, nil, opts, Silent{})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for i := range r.articles {
		if r.articles[i].Text == "" {
			t.Errorf("%s has lost its text", r.articles[i].ID)
		}
		ids = append(ids, r.articles[i].ID)
	}
	slices.Sort(ids)
	return ids, r
}

const ferryText = "The ferry to Skarholm left two hours late on Thursday, said the harbour master, because a winch had failed in the night."

// recordFile writes a file of records and returns its name.
func recordFile(t *testing.T, name string, lines ...string) string {
	t.Helper()
	disk := filepath.Join(t.TempDir(), name)
	var all []byte
	for _, line := range lines {
		all = append(append(all, line...), '\n')
	}
	if err := os.WriteFile(disk, all, 0o600); err != nil {
		t.Fatal(err)
	}
	return disk
}

// ferryRecord is a line of JSON for an article of the ferry.
func ferryRecord(id, more string) string {
	return fmt.Sprintf(`{"id": %q, "text": %q%s}`, id, ferryText, more)
}

// TestSelectArticles: days are inclusive and those of the article's own calendar; a day
// without a year counts where it can; what is not known is left out.
func TestSelectArticles(t *testing.T) {
	file := recordFile(t, "a.jsonl",
		ferryRecord("june", `, "date": "2021-06-30T23:59:00-05:00"`),
		ferryRecord("july", `, "date": "2021-07-01", "lang": "de", "outlet": "The Gull"`),
		ferryRecord("digits", `, "date": "05/07/2021", "outlet": "Alder Post"`),
		ferryRecord("shows", `, "date": "25/07/2021", "outlet": "Alder Post"`),
		ferryRecord("yearless", `, "outlet": "THE GULL", "dateline": "LUND, July 19 (Reuters)"`),
		ferryRecord("undated", `, "url": "https://www.gull.example/1"`),
	)
	for _, tt := range []struct {
		name string
		sel  Selection
		want []string
		out  int
	}{
		{"all", Selection{}, []string{"digits", "july", "june", "shows", "undated", "yearless"}, 0},
		{"one day", Selection{From: "2021-07-01", To: "2021-07-01"}, []string{"july"}, 5},
		{"what others of the outlet tell of the day", Selection{From: "2021-07-05", To: "2021-07-05"}, []string{"digits"}, 5},
		{"what others tell, themselves left out", Selection{From: "2021-07-05", To: "2021-07-24"}, []string{"digits", "yearless"}, 4},
		{"to", Selection{To: "2021-06-30"}, []string{"june", "yearless"}, 4},
		{"from", Selection{From: "2021-07-06"}, []string{"shows", "yearless"}, 4},
		{"a year's end", Selection{From: "2020-12-20", To: "2021-01-10"}, nil, 6},
		{"language", Selection{Languages: []string{"de"}}, []string{"july"}, 5},
		{"outlet by any spelling", Selection{Outlets: []string{"the gull"}}, []string{"july", "yearless"}, 4},
		{"outlet by its host", Selection{Outlets: []string{"gull.example", "alder post"}}, []string{"digits", "shows", "undated"}, 3},
		{"limit", Selection{Limit: 2}, []string{"july", "june"}, 0},
		{"limit of a language", Selection{Limit: 1, Languages: []string{"de"}}, []string{"july"}, 1},
		{"limit of days", Selection{Limit: 2, From: "2021-07-01"}, []string{"digits", "july"}, 4},
		{"limit above all", Selection{Limit: 7}, []string{"digits", "july", "june", "shows", "undated", "yearless"}, 0},
	} {
		opts := Defaults()
		opts.Select = tt.sel
		got, r := selectedIDs(t, opts, file)
		if diff := gocmp.Diff(tt.want, got); diff != "" || r.left.Out != tt.out {
			t.Errorf("%s: %s%d left out", tt.name, diff, r.left.Out)
		}
	}
}

// TestSelectedAsInTheWhole: an article that is selected has the id, the day and the
// outlet that it has in the whole.
func TestSelectedAsInTheWhole(t *testing.T) {
	file := recordFile(t, "a.jsonl",
		ferryRecord("same", `, "date": "2021-05-01", "outlet": "COASTAL HERALD"`),
		ferryRecord("same", `, "date": "2021-07-01", "outlet": "Coastal Herald"`),
		ferryRecord("x", `, "date": "2021-05-02", "outlet": "Coastal Herald"`),
		ferryRecord("y", `, "date": "2021-07-02", "outlet": "COASTAL HERALD"`),
	)
	tell := func(opts Options) map[string]string {
		_, r := selectedIDs(t, opts, file)
		told := map[string]string{}
		for _, a := range r.articles {
			told[a.Time.Date()] = a.ID + " of " + a.Outlet.Name
		}
		return told
	}
	whole := tell(Defaults())
	opts := Defaults()
	opts.Select.From = "2021-07-01"
	part := tell(opts)
	if len(part) != 2 || part["2021-07-02"] != whole["2021-07-02"] || part["2021-07-01"] != whole["2021-07-01"] {
		t.Errorf("%v in the whole, %v selected", whole, part)
	}
}

// TestLimit: the limit is by path and place, and what it leaves is the same for any
// number of jobs, skips and counts as well.
func TestLimit(t *testing.T) {
	root := t.TempDir()
	for i := range 30 {
		text := ferryText
		if i%5 == 2 {
			text = "" // skipped
		}
		name := fmt.Sprintf("%02d.txt", i)
		if i%3 == 0 {
			name = fmt.Sprintf("%02d.jsonl", i)
			text = ferryRecord("", "") + "\n{}\n" + ferryRecord("", "") + "\n{\n"
		}
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	type outcome struct {
		IDs, Notes []string
		Left       source.Left
		Inputs     int
	}
	all, _ := selectedIDs(t, Defaults(), root)
	for limit := 1; limit <= len(all)+1; limit++ {
		var first outcome
		for jobs := 1; jobs <= 6; jobs++ {
			opts := Defaults()
			opts.Jobs, opts.Select.Limit = jobs, limit
			ids, r := selectedIDs(t, opts, root)
			got := outcome{ids, r.notes, r.left, len(r.inputs)}
			if jobs == 1 {
				first = got
			}
			if diff := gocmp.Diff(first, got); diff != "" {
				t.Fatalf("limit %d: %d jobs: %s", limit, jobs, diff)
			}
		}
		if want := all[:min(limit, len(all))]; !slices.Equal(first.IDs, want) {
			t.Errorf("limit %d: %q, want %q", limit, first.IDs, want)
		}
		if told := len(first.Notes) > 0; told != (limit < len(all)) && limit != len(all) {
			t.Errorf("limit %d: %q", limit, first.Notes)
		}
	}
}

// TestNotes: what the user asked for in vain is told.
func TestNotes(t *testing.T) {
	file := recordFile(t, "a.jsonl", ferryRecord("x", `, "date": "2021-05-01", "outlet": "The Gull"`), ferryRecord("y", ""))
	opts := Defaults()
	opts.Select = Selection{From: "2021-05-01", Outlets: []string{"the gull", "Herald"}}
	_, r := selectedIDs(t, opts, file)
	want := []string{`no article is of the outlet "Herald"; there are The Gull`, "articles left out because their date is not known: 1"}
	if diff := gocmp.Diff(want, r.notes); diff != "" {
		t.Error(diff)
	}
}

func TestCompareUnselected(t *testing.T) {
	opts := Defaults()
	opts.Select.Languages = []string{"de"}
	file := recordFile(t, "a.jsonl", ferryRecord("x", ""))
	_, err := Compare(t.Context(), file, file, opts)
	if err == nil || err.Error() != "comparing "+file+": its story is not among those selected by date, language or outlet" {
		t.Error(err)
	}
}
