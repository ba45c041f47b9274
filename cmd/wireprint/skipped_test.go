package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/report"
)

// Of a file with more broken records than are listed each, all numbers that the program
// tells are right: on standard error, under --strict, and in each report.
func TestManySkipped(t *testing.T) {
	file := filepath.Join(t.TempDir(), "lines.jsonl")
	fatal(t, os.WriteFile(file, []byte(strings.Repeat("{x\n", news.MostListed+500)+`{"text":"The ferry was late."}`), 0o600))
	scan := func(format string) (stdout, stderr string) {
		var out, err bytes.Buffer
		if code := run([]string{"scan", "--strict", "--format", format, file}, strings.NewReader(""), &out, &err); code != exitSkipped {
			t.Fatalf("exit status %d, want %d", code, exitSkipped)
		}
		return out.String(), err.String()
	}

	text, told := scan("text")
	for _, want := range []string{"1500 inputs skipped: 1500 not valid JSON (see", "lines.jsonl: not valid JSON, 500 more\n", "… and 996 more", "1500 inputs skipped, which --strict does not allow"} {
		if !strings.Contains(told, want) {
			t.Errorf("standard error has no %q:\n%s", want, told)
		}
	}
	if want := "1,500 inputs were skipped, see --format json: lines.jsonl (not valid JSON, 500 more) (+1,000)"; !strings.Contains(strings.Join(strings.Fields(text), " "), want) {
		t.Errorf("the text report has no %q:\n%s", want, text)
	}

	json, _ := scan("json")
	checkSchema(t, []byte(json))
	r, err := report.ReadJSON(strings.NewReader(json))
	fatal(t, err)
	if r.Run.Counts.Skipped != 1500 || len(r.Run.Skipped) != news.MostListed+1 {
		t.Errorf("%d skipped, %d entries", r.Run.Counts.Skipped, len(r.Run.Skipped))
	}
	if want := (news.Skip{Path: "lines.jsonl", Reason: "not valid JSON", Count: 500}); r.Run.Skipped[0] != want {
		t.Errorf("first entry %v, want %v", r.Run.Skipped[0], want)
	}

	var out, stderr bytes.Buffer
	if code := run([]string{"extract", "--strict", file}, strings.NewReader(""), &out, &stderr); code != exitSkipped || !strings.Contains(stderr.String(), "1500 inputs skipped, which") {
		t.Errorf("extract: exit status %d, %.300s", code, &stderr)
	}
}
