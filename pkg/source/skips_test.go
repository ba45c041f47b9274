package source

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
)

// leftOf reads a file and returns what was left of it.
func leftOf(t *testing.T, name, data string, see func(Document)) Left {
	t.Helper()
	disk := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(disk, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	left, err := Read(t.Context(), Input{Path: name, disk: disk, name: name}, DefaultOptions(), new(Memory), func(d Document) error {
		see(d)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return left
}

// Of one input, so many skips of a kind are listed, the rest is counted, and the sum is
// right. Before each document it is known what had been skipped until then.
func TestManySkips(t *testing.T) {
	const rows = 5 * news.MostListed
	var table strings.Builder
	table.WriteString("text\n")
	for i := range rows {
		fmt.Fprintf(&table, "a%s\nThe ferry was late.\n", strings.Repeat(",b", i%4+1)) // broken, and whole
	}
	const kind = "another number of columns than the first row has"
	counted := func(n int) []news.Skip {
		if n == 0 {
			return nil
		}
		return []news.Skip{{Path: "a.csv", Reason: kind, Count: n}}
	}
	documents := 0
	left := leftOf(t, "a.csv", table.String(), func(d Document) {
		documents++
		want := Before{Skipped: min(documents, news.MostListed), Counted: counted(max(0, documents-news.MostListed))}
		if diff := cmp.Diff(want, d.Before); diff != "" {
			t.Fatalf("before document %d: %s", documents, diff)
		}
	})
	if documents != rows || len(left.Skipped) != news.MostListed+1 || news.CountSkips(left.Skipped) != rows {
		t.Fatalf("%d documents, %d entries for %d skips", documents, len(left.Skipped), news.CountSkips(left.Skipped))
	}
	if diff := cmp.Diff(counted(rows - news.MostListed)[0], left.Skipped[news.MostListed]); diff != "" {
		t.Error(diff)
	}
}

// Each kind of reason has its own list: what is rare is not hidden behind what is not.
func TestSkipsOfSeveralKinds(t *testing.T) {
	var l listing
	listed := 0
	for i := range 3 * news.MostListed {
		for _, reason := range []string{fmt.Sprintf("not valid JSON: %d", i), "empty"} {
			if l.takes("a", news.Skip{Path: fmt.Sprint("a#", i), Reason: reason}) {
				listed++
			}
		}
	}
	if !l.takes("a", news.Skip{Path: "a#9", Reason: "encrypted"}) {
		t.Error("the first of its kind is not listed")
	}
	want := []news.Skip{{Path: "a", Reason: "not valid JSON", Count: 2 * news.MostListed}, {Path: "a", Reason: "empty", Count: 2 * news.MostListed}}
	if diff := cmp.Diff(want, l.rest); diff != "" || listed != 2*news.MostListed {
		t.Errorf("%d listed, %s", listed, diff)
	}
}

// Kinds of records without a document that a hostile web archive has are counted too.
func TestManyKindsOfRecords(t *testing.T) {
	var crawl strings.Builder
	for i := range 2 * mostLeft {
		block := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: x/y%d\r\n\r\nx", i)
		fmt.Fprintf(&crawl, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/x\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(block), block)
	}
	left := leftOf(t, "a.warc", crawl.String(), func(Document) {})
	if len(left.Skipped) > mostLeft+1 {
		t.Fatalf("%d entries", len(left.Skipped))
	}
	want := news.Skip{Path: "a.warc", Reason: fmt.Sprintf("no page: something else (%d records, the first is %d)", mostLeft, mostLeft+1)}
	if got := left.Skipped[mostLeft]; got != want && left.Skipped[0] != want {
		t.Errorf("%v ... %v, want %v", left.Skipped[0], got, want)
	}
}
