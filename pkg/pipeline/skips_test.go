package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/source"
)

// manyBroken is a folder with a file of which two records in three are broken, in two
// ways, and a table in which reading finds what is wrong. It returns the number of
// records of each kind.
func manyBroken(t *testing.T) (folder string, of int) {
	t.Helper()
	folder, of = t.TempDir(), 3*news.MostListed
	var lines, table strings.Builder
	table.WriteString("text\n")
	for i := range of {
		fmt.Fprintf(&lines, "{\"text\": %d}x\n{\"text\": \" \"}\n{\"text\": \"Ferry number %d was late.\"}\n", i, i)
		fmt.Fprintf(&table, "Ferry %d was late,x\n", i)
	}
	for name, data := range map[string]string{"lines.jsonl": lines.String(), "table.csv": table.String()} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder, of
}

// Broken records are listed up to a number and all counted, and the same ones whatever
// the number of workers.
func TestManySkips(t *testing.T) {
	folder, of := manyBroken(t)
	counts := func(skips []news.Skip) map[string]int {
		listed := make(map[string]int)
		for _, s := range skips {
			if s.Count > 0 {
				listed["counted "+s.Path+": "+s.Reason] += s.Count
				continue
			}
			file, _, _ := strings.Cut(s.Path, "#")
			listed[file+": "+s.Kind()]++
		}
		return listed
	}
	want := map[string]int{
		"lines.jsonl: not valid JSON": news.MostListed, "counted lines.jsonl: not valid JSON": of - news.MostListed,
		"lines.jsonl: empty text": news.MostListed, "counted lines.jsonl: empty text": of - news.MostListed,
		"table.csv: another number of columns than the first row has":         news.MostListed,
		"counted table.csv: another number of columns than the first row has": of - news.MostListed,
	}
	var first []news.Skip
	for _, jobs := range []int{1, 3, 8} {
		opts := Defaults()
		opts.Jobs = jobs
		found, err := Extract(t.Context(), []string{folder}, nil, opts, Silent{})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, counts(found.Skipped)); diff != "" {
			t.Fatal(diff)
		}
		if first == nil {
			first = found.Skipped
		}
		if diff := cmp.Diff(first, found.Skipped); diff != "" {
			t.Errorf("%d jobs: %s", jobs, diff)
		}
	}
	if n := news.CountSkips(first); n != 3*of {
		t.Errorf("%d skips, want %d", n, 3*of)
	}
}

// What lies behind the place where a limit was reached is not counted.
func TestManySkipsUpToALimit(t *testing.T) {
	folder, of := manyBroken(t)
	for _, limit := range []int{1, news.MostListed, news.MostListed + 7, of - 1} {
		var first []news.Skip
		for _, jobs := range []int{1, 8} {
			opts := Defaults()
			opts.Jobs, opts.Select.Limit = jobs, limit
			found, err := Extract(t.Context(), []string{folder}, nil, opts, Silent{})
			if err != nil {
				t.Fatal(err)
			}
			if n := news.CountSkips(found.Skipped); len(found.Articles) != limit || n != 2*limit {
				t.Errorf("limit %d, %d jobs: %d articles, %d skips", limit, jobs, len(found.Articles), n)
			}
			if first == nil {
				first = found.Skipped
			}
			if diff := cmp.Diff(first, found.Skipped); diff != "" {
				t.Errorf("limit %d, %d jobs: %s", limit, jobs, diff)
			}
		}
	}
}

// The limit may also lie in a file of which reading counted what it skipped.
func TestCountedSkipsUpToALimit(t *testing.T) {
	folder, of := t.TempDir(), 3*news.MostListed
	var table strings.Builder
	table.WriteString("text\n")
	for i := range of {
		fmt.Fprintf(&table, "Ferry %d was late,x\nFerry number %d was late.\n", i, i)
	}
	if err := os.WriteFile(filepath.Join(folder, "table.csv"), []byte(table.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, limit := range []int{1, news.MostListed, news.MostListed + 7, of} {
		opts := Defaults()
		opts.Select.Limit = limit
		found, err := Extract(t.Context(), []string{folder}, nil, opts, Silent{})
		if err != nil {
			t.Fatal(err)
		}
		if n := news.CountSkips(found.Skipped); len(found.Articles) != limit || n != limit {
			t.Errorf("limit %d: %d articles, %d skips", limit, len(found.Articles), n)
		}
	}
}

// The entries of several workers for one input and reason become one, also with what
// reading counted.
func TestArrangeSkips(t *testing.T) {
	got := arrangeSkips([]news.Skip{
		{Path: "b", Reason: "empty", Count: 3}, {Path: "a#2", Reason: "empty"}, {Path: "b", Reason: "empty"},
		{Path: "b", Reason: "empty", Count: 4}, {Path: "b", Reason: "cut off", Count: 1}, {Path: "b", Reason: "empty"},
	})
	want := []news.Skip{
		{Path: "a#2", Reason: "empty"}, {Path: "b", Reason: "cut off", Count: 1},
		{Path: "b", Reason: "empty"}, {Path: "b", Reason: "empty"}, {Path: "b", Reason: "empty", Count: 7},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A worker that has documents of several inputs, in any order, keeps the first of each,
// and the numbers of the others.
func TestSkipsInAnyOrder(t *testing.T) {
	const documents = 10 * news.MostListed
	var s skips
	for i := range documents {
		for input := range 2 {
			document := i * 7919 % documents // each once
			s.add([]news.Skip{{Path: fmt.Sprint(input, "#", document), Reason: "empty"}}, position{input, document})
		}
	}
	inputs := make([]source.Input, 2)
	for _, last := range []position{{0, 500}, {0, 5000}, {1, 700}, {1, 7000}, {1, documents}} {
		list := joinSkips([]skips{s}, last, inputs)
		want := min(last.document+1, documents) + last.input*documents
		if n := news.CountSkips(list); n != want {
			t.Errorf("up to %v: %d, want %d", last, n, want)
		}
		if list[0].Path != "0#0" || list[min(last.document, news.MostListed-1)].Path != fmt.Sprint("0#", min(last.document, news.MostListed-1)) && last.input == 0 {
			t.Errorf("up to %v: the first is %v", last, list[0])
		}
	}
	for _, of := range s {
		if len(of.first) >= 2*news.MostListed {
			t.Errorf("%d are kept as they are", len(of.first))
		}
	}
}
