package provenance_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/pipeline"
)

// scanCopies scans n copies of a story, each with a word of its own and a minute after
// the one before, those from late on a day later. change edits and credits them.
func scanCopies(t testing.TB, n, late int, change func(i int, text string) string) *news.Report {
	t.Helper()
	stories, err := txtar.ParseFile("testdata/direction/stories.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	for i := range n {
		text := strings.Replace(string(stories.Files[0].Data), "Marit Osdal", fmt.Sprintf("Marit%d Osdal", i), 1)
		at := time.Date(2031, 3, 4, 0, i, 0, 0, time.UTC)
		if i >= late {
			at = at.AddDate(0, 0, 1)
		}
		record := map[string]string{
			"id": fmt.Sprintf("a%04d", i), "outlet": fmt.Sprintf("Paper %d", i),
			"published": at.Format(time.RFC3339), "text": change(i, text),
		}
		if err := out.Encode(record); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(t.TempDir(), "feed.jsonl")
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	opts := pipeline.Defaults()
	opts.Pairs, opts.Events = pipeline.PairsNone, false
	report, err := pipeline.Scan(context.Background(), []string{file}, nil, opts, pipeline.Silent{})
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Families) != 1 {
		t.Fatalf("%d families", len(report.Families))
	}
	return report
}

// Thousands of papers run one dispatch: all have it from the agency, and none from
// another, whoever was first.
func TestLineageOfThousands(t *testing.T) {
	if testing.Short() {
		t.Skip("scans 5,000 articles")
	}
	family := scanCopies(t, 5000, 5000, func(i int, text string) string {
		if i%10 == 0 {
			return "TARNBY, March 4 (Reuters) - " + text
		}
		return text
	}).Families[0]
	if family.Source.Outside != "Reuters" || len(family.Copies) != 5000 {
		t.Fatalf("source %+v, %d copies", family.Source, len(family.Copies))
	}
	for _, c := range family.Copies {
		if c.From.Outside != "Reuters" {
			t.Errorf("%s is from %+v", c.Article, c.From)
		}
	}
}

// Of two hundred papers, half have the changes that one made of the dispatch on the
// day before. Which of them took it from another of them cannot be told, but all have
// it from that one.
func TestLineageOfManyFollowers(t *testing.T) {
	family := scanCopies(t, 200, 101, func(i int, text string) string {
		if i < 100 {
			return "TARNBY, March 4 (Reuters) - " + text
		}
		return strings.NewReplacer(
			"less room than it would like", "hardly any room to spare", "went from door to door", "knocked on every door",
			"washed out", "carried away", "looked into the state", "examined the condition",
		).Replace(text)
	}).Families[0]
	for i, c := range family.Copies {
		switch want := "a0100"; {
		case i <= 100 && c.From.Outside != "Reuters":
			t.Errorf("%s is from %+v, not the agency", c.Article, c.From)
		case i > 100 && c.From.Article != want:
			t.Errorf("%s is from %+v, not %s (%v)", c.Article, c.From, want, c.Evidence)
		}
	}
}
