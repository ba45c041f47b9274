package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var updateReadme = flag.Bool("update-readme", false, "write the outputs in README.md anew")

// TestReadme runs every wireprint command of README.md, in a copy of the
// repository's test data. What stands below a command in a console block is its
// output, to the letter.
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

	commands, outputs := 0, 0
	blocks := strings.Split(string(readme), "```")
	for i := 1; i < len(blocks); i += 2 {
		kind, text, _ := strings.Cut(blocks[i], "\n")
		switch kind {
		case "sh":
			for line := range strings.Lines(text) {
				if args, ok := wireprintArgs(line); ok {
					commands++
					runLine(t, args)
				}
			}
		case "console":
			command, want, _ := strings.Cut(text, "\n")
			args, ok := wireprintArgs(strings.TrimPrefix(command, "$ "))
			if !ok {
				t.Fatalf("not a wireprint command: %s", command)
			}
			outputs++
			got := runLine(t, args)
			if *updateReadme {
				blocks[i] = "console\n" + command + "\n" + got
			} else if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (go test ./cmd/wireprint -run Readme -update-readme writes it anew):\n%s", command, diff)
			}
		}
	}
	if commands < 5 || outputs == 0 {
		t.Fatalf("found %d commands and %d outputs in README.md", commands, outputs)
	}
	if *updateReadme {
		if err := os.WriteFile(filepath.Join(root, "README.md"), []byte(strings.Join(blocks, "```")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// wireprintArgs are the arguments of a line that runs wireprint.
func wireprintArgs(line string) ([]string, bool) {
	line = strings.TrimSpace(line)
	for _, program := range []string{"wireprint ", "go run ./cmd/wireprint "} {
		if args, ok := strings.CutPrefix(line, program); ok {
			return strings.Fields(args), true
		}
	}
	return nil, false
}

// runLine runs a command, which may read its standard input from a file, and
// returns its output.
func runLine(t *testing.T, args []string) string {
	t.Helper()
	var stdin, stdout, stderr bytes.Buffer
	if n := len(args); n > 2 && args[n-2] == "<" {
		data, err := os.ReadFile(args[n-1])
		if err != nil {
			t.Fatal(err)
		}
		stdin.Write(data)
		args = args[:n-2]
	}
	if code := run(args, &stdin, &stdout, &stderr); code != 0 {
		t.Errorf("wireprint %s: exit status %d\n%s", strings.Join(args, " "), code, &stderr)
	}
	return stdout.String()
}
