package pipeline

import (
	"bytes"
	"context"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/news"
)

// newsroom is the project's own corpus.
const newsroom = "../../testdata/newsroom"

// scan runs the pipeline as it is by default, but for what change says.
func scan(t testing.TB, change func(*Options), paths ...string) *news.Report {
	t.Helper()
	opts := Defaults()
	if change != nil {
		change(&opts)
	}
	r, err := Scan(context.Background(), paths, nil, opts, Silent{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// record is an article as a line of JSONL.
type record struct {
	ID     string `json:"id"`
	Title  string `json:"title,omitempty"`
	Outlet string `json:"outlet,omitempty"`
	Date   string `json:"date,omitempty"`
	Text   string `json:"text"`
}

// scanRecords scans records as they come on standard input.
func scanRecords(t testing.TB, change func(*Options), records []record) *news.Report {
	t.Helper()
	opts := Defaults()
	if change != nil {
		change(&opts)
	}
	r, err := Scan(context.Background(), []string{"-"}, jsonLines(t, records), opts, Silent{})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Run.Skipped) > 0 || len(r.Articles) != len(records) {
		t.Fatalf("%d articles of %d records, skipped %v", len(r.Articles), len(records), r.Run.Skipped)
	}
	return r
}

// jsonLines are records as they come on standard input.
func jsonLines(t testing.TB, records []record) *bytes.Buffer {
	t.Helper()
	lines := new(bytes.Buffer)
	encoder := json.NewEncoder(lines)
	for _, r := range records {
		if err := encoder.Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	return lines
}

// filesBelow lists the files of a folder, in order.
func filesBelow(t testing.TB, folder string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files in %s, error %v", len(files), folder, err)
	}
	return files
}

// byID are a report's articles by their ids.
func byID(r *news.Report) map[string]news.ArticleRecord {
	articles := map[string]news.ArticleRecord{}
	for _, a := range r.Articles {
		articles[a.ID] = a
	}
	return articles
}

// prose makes n sentences about nothing, of invented names: two seeds have
// little more in common than their small words.
func prose(seed, n int) string {
	random := rand.New(rand.NewPCG(uint64(seed), 1))
	syllables := strings.Fields("bar den fol gim har jes kal lom mir nor pas qui ros sul tor ven wex yan zet")
	small := strings.Fields("the the the the of of of to to and and in in a a for on is that by with at from as it was")
	var sentences []string
	for range n {
		words := make([]string, 14+random.IntN(8))
		for i := range words {
			if random.IntN(5) < 2 {
				words[i] = small[random.IntN(len(small))]
				continue
			}
			for range 2 + random.IntN(3) {
				words[i] += syllables[random.IntN(len(syllables))]
			}
		}
		words[5] += ","
		sentences = append(sentences, strings.ToUpper(words[0][:1])+words[0][1:]+" "+strings.Join(words[1:], " ")+".")
	}
	return strings.Join(sentences, " ")
}

// carriers are the ids of those who carry a row.
func carriers(row news.Row) []string {
	var ids []string
	for _, c := range row.Carriers {
		ids = append(ids, c.Article)
	}
	return ids
}

// rowWith is the one row whose text holds a phrase.
func rowWith(t testing.TB, r *news.Report, phrase string) news.Row {
	t.Helper()
	at := slices.IndexFunc(r.Rows, func(row news.Row) bool { return strings.Contains(row.Text, phrase) })
	if at < 0 {
		t.Fatalf("no row holds %q", phrase)
	}
	return r.Rows[at]
}
