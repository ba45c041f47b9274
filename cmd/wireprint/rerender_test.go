package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What report makes of the JSON or JSONL form is what scan would have written, byte for
// byte, in every form that there is.
func TestReportWritesWhatScanWrites(t *testing.T) {
	week := absolute(t, "../../testdata/newsroom/2024-03")
	folder := t.TempDir()
	command := func(args ...string) {
		t.Helper()
		var stderr bytes.Buffer
		if code := run(args, strings.NewReader(""), os.Stderr, &stderr); code != 0 {
			t.Fatalf("wireprint %s: exit status %d\n%s", strings.Join(args, " "), code, &stderr)
		}
	}
	scan := func(args ...string) { command(append([]string{"scan", "--quiet", "--with-text", week}, args...)...) }
	whole, lines := filepath.Join(folder, "report.json"), filepath.Join(folder, "report.jsonl")
	scan("--format", "json", "--output", whole)
	scan("--format", "jsonl", "--output", lines)

	forms := map[string][]string{
		"articles.graphml": {"--format", "graphml", "--network", "articles"},
		"articles.gexf":    {"--format", "gexf", "--network", "articles"},
		"credits.txt":      {"--section", "credits"},
		"audit.csv":        {"--format", "csv", "--table", "audit"},
		"tables.zip":       {"--format", "csv"},
	}
	for _, format := range reportFormats {
		forms["report."+format] = []string{"--format", format}
	}
	for name, flags := range forms {
		t.Run(name, func(t *testing.T) {
			want := filepath.Join(folder, "scan-"+name)
			scan(append(flags, "--output", want)...)
			for from, input := range map[string]string{"json": whole, "jsonl": lines} {
				got := filepath.Join(folder, from+"-"+name)
				command(append([]string{"report", input, "--output", got}, flags...)...)
				if diff := cmp.Diff(contents(t, want), contents(t, got)); diff != "" {
					t.Errorf("from %s (-scan +report):\n%.4000s", from, diff)
				}
			}
		})
	}
}

// contents are the files of a folder, by name, or a single one.
func contents(t *testing.T, path string) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(path, "*"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		files = []string{path}
	}
	all := map[string]string{}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(data) == 0 {
			t.Errorf("%s is empty", name)
		}
		all[strings.TrimPrefix(name, path)] = string(data)
	}
	return all
}
