package source

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestWhich(t *testing.T) {
	root := tree(t, "mon/a.txt", "mon/sub/b.txt", "tue/c.txt")
	inputs, _, err := Find(t.Context(), []string{filepath.Join(root, "mon"), Stdin}, strings.NewReader(""), DefaultOptions())
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"mon/a.txt":            "a.txt",
		"mon/../mon/sub/b.txt": "sub/b.txt",
		"tue/c.txt":            "", // no input
		"mon":                  "", // a folder
		"mon/nowhere.txt":      "",
	} {
		in, ok := Which(inputs, filepath.Join(root, filepath.FromSlash(path)))
		if in.Path != want || ok != (want != "") {
			t.Errorf("%s leads to %q, %v, want %q", path, in.Path, ok, want)
		}
	}
	if in, ok := Which(inputs, Stdin); ok {
		t.Errorf("- leads to the file %q", in.Path)
	}
}
