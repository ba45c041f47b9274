package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/cobra"
)

// TestExamples runs every example that a help text shows.
func TestExamples(t *testing.T) {
	var script strings.Builder
	examples := 0
	root := newRootCommand(streams{})
	err := eachCommand(root, func(cmd *cobra.Command) error {
		if cmd.Example == "" && !strings.Contains(cmd.CommandPath(), "completion") {
			t.Errorf("%s has no example", cmd.CommandPath())
		}
		for line := range strings.Lines(cmd.Example) {
			if strings.HasPrefix(line, "  wireprint ") { // cobra's own are for a certain shell
				script.WriteString(scriptOf(strings.TrimSpace(line)))
				examples++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if examples == 0 {
		t.Fatal("no examples found")
	}
	file := filepath.Join(t.TempDir(), "examples.txtar")
	if err := os.WriteFile(file, []byte(script.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	p := scriptParams(t)
	p.Files = []string{file}
	testscript.Run(t, p)
}

// scriptOf writes a shell command that may redirect its input or output as
// lines of a script.
func scriptOf(example string) string {
	command, target, writes := strings.Cut(example, " > ")
	script := fmt.Sprintf("# %s\nexits 0 %s\n", example, command)
	if writes {
		script += fmt.Sprintf("cp stdout %s\n", target)
	}
	return script
}
