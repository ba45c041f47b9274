package main

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestExtractedIsInput reads what extract printed again: it must understand of the
// records what it understood of the inputs. Only where things were told from is
// another: the record's fields.
func TestExtractedIsInput(t *testing.T) {
	const input = "../../testdata/newsroom"
	first := extractRecords(t, strings.NewReader(""), input)
	if len(first) < 20 {
		t.Fatalf("only %d articles in %s", len(first), input)
	}
	var lines bytes.Buffer
	encoder := json.NewEncoder(&lines)
	for _, record := range first {
		if err := encoder.Encode(record); err != nil {
			t.Fatal(err)
		}
	}
	again := extractRecords(t, &lines, "-")
	for _, records := range [][]map[string]any{first, again} {
		for _, record := range records {
			for _, place := range []string{"path", "offset", "outlet_evidence", "published_evidence"} {
				delete(record, place)
			}
		}
	}
	if diff := cmp.Diff(first, again); diff != "" {
		t.Error(diff)
	}
}

func extractRecords(t *testing.T, stdin io.Reader, path string) []map[string]any {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if code := run([]string{"extract", "--quiet", path}, stdin, &stdout, &stderr); code != 0 {
		t.Fatalf("exit status %d: %s", code, &stderr)
	}
	var records []map[string]any
	for decoder := json.NewDecoder(&stdout); decoder.More(); {
		var record map[string]any
		if err := decoder.Decode(&record); err != nil {
			t.Fatal(err)
		}
		records = append(records, record)
	}
	return records
}
