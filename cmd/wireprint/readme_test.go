package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var updateReadme = flag.Bool("update-readme", false, "write the outputs in README.md anew")

// TestReadme runs the blocks of README.md as they are written, one after the other, in a
// copy of the repository's test data:
//
//   - sh: commands. Those of wireprint alone run within the test; with anything else in
//     it, a block is the shell's.
//   - console: a command, and below it its output, to the letter.
//   - python and sql: programs for Python and DuckDB, which must print something.
//   - csv and yaml: tables and configurations, as scan reads them.
//
// A block for a program that is not here is skipped.
func TestReadme(t *testing.T) {
	root := absolute(t, "../..")
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	work := t.TempDir()
	if err := os.CopyFS(filepath.Join(work, "testdata"), os.DirFS(filepath.Join(root, "testdata"))); err != nil {
		t.Fatal(err)
	}
	t.Chdir(work)
	t.Setenv("COLUMNS", "80")

	ran := map[string]int{}
	heading := ""
	blocks := strings.Split(string(readme), "```")
	for i := 1; i < len(blocks); i += 2 {
		kind, text, _ := strings.Cut(blocks[i], "\n")
		heading = lastHeading(blocks[i-1], heading)
		ran[kind]++
		name := fmt.Sprintf("%s/%s-%d", heading, kind, ran[kind])
		switch kind {
		case "sh":
			t.Run(name, func(t *testing.T) { runShell(t, root, text) })
		case "console":
			command, want, _ := strings.Cut(text, "\n")
			t.Run(name, func(t *testing.T) {
				got := runShell(t, root, strings.TrimPrefix(command, "$ "))
				if *updateReadme {
					blocks[i] = "console\n" + command + "\n" + got
				} else if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s (go test ./cmd/wireprint -run Readme -update-readme writes it anew):\n%s", command, diff)
				}
			})
		case "python":
			t.Run(name, func(t *testing.T) { runPython(t, text) })
		case "sql":
			t.Run(name, func(t *testing.T) { runSQL(t, text) })
		case "csv":
			t.Run(name, func(t *testing.T) { runWith(t, "--metadata", "readme.csv", text) })
		case "yaml":
			t.Run(name, func(t *testing.T) { runWith(t, "--config", "readme.yaml", text) })
		default:
			t.Errorf("%s: nothing runs a block of the kind %q", heading, kind)
		}
	}
	for _, kind := range []string{"sh", "console", "python", "sql", "csv", "yaml"} {
		if ran[kind] == 0 {
			t.Errorf("README.md has no block of the kind %s", kind)
		}
	}
	if *updateReadme {
		if err := os.WriteFile(filepath.Join(root, "README.md"), []byte(strings.Join(blocks, "```")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// lastHeading is the heading that is in force behind some prose.
func lastHeading(prose, before string) string {
	for line := range strings.Lines(prose) {
		if title, ok := strings.CutPrefix(strings.TrimLeft(line, "#"), " "); ok && strings.HasPrefix(line, "#") {
			before = strings.TrimSpace(title)
		}
	}
	return before
}
