package source

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
)

// tree writes files, all with the same text, and returns their folder.
func tree(t *testing.T, names ...string) string {
	t.Helper()
	root := t.TempDir()
	for _, name := range names {
		disk := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(disk), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(disk, []byte("The ferry was late."), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// find is Find for paths below a root, with the inputs' paths alone.
func find(t *testing.T, root string, names ...string) ([]string, []news.Skip) {
	t.Helper()
	var paths []string
	for _, name := range names {
		paths = append(paths, filepath.Join(root, filepath.FromSlash(name)))
	}
	inputs, left, err := Find(t.Context(), paths, nil, DefaultOptions())
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, in := range inputs {
		found = append(found, in.Path)
	}
	return found, left.Skipped
}

func TestFindInFolder(t *testing.T) {
	root := tree(t, "b.txt", "a.HTML", "sub/deep/c.jsonl.gz", "sub/d.md", "e.json", "f.ndjson", "g.text", "h.htm.gz",
		".hidden.txt", ".git/config.txt", "photo.jpg", "sheet.xls.gz", "README")
	got, skips := find(t, root, ".")
	want := []string{"a.HTML", "b.txt", "e.json", "f.ndjson", "g.text", "h.htm.gz", "sub/d.md", "sub/deep/c.jsonl.gz"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	wantSkips := []news.Skip{
		{Path: "README", Reason: "not a known kind of file (no extension)"},
		{Path: "photo.jpg", Reason: "not a known kind of file (.jpg)"},
		{Path: "sheet.xls.gz", Reason: "not a known kind of file (.xls)"},
	}
	if diff := cmp.Diff(wantSkips, skips); diff != "" {
		t.Error(diff)
	}
}

func TestFindPaths(t *testing.T) {
	root := tree(t, "mon/a.txt", "mon/sub/b.txt", "tue/a.txt", "tue/c.txt", "tue/.d.txt", "tue/story", "tue/e.xyz")
	for _, tt := range []struct {
		name  string
		paths []string
		want  []string
	}{
		{"file", []string{"mon/a.txt"}, []string{"a.txt"}},
		{"hidden file that was given", []string{"tue/.d.txt"}, []string{".d.txt"}},
		{"file without extension that was given", []string{"tue/story"}, []string{"story"}},
		{"file beside its folder", []string{"mon", "mon/sub/b.txt"}, []string{"a.txt", "sub/b.txt"}},
		{"folder in a folder", []string{"mon", "mon/sub"}, []string{"a.txt", "sub/b.txt"}},
		{"same names", []string{"mon", "tue"}, []string{"c.txt", "mon/a.txt", "sub/b.txt", "tue/a.txt"}},
	} {
		got, _ := find(t, root, tt.paths...)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
		slices.Reverse(tt.paths)
		if again, _ := find(t, root, tt.paths...); !slices.Equal(got, again) {
			t.Errorf("%s: %v in another order", tt.name, again)
		}
	}
}

func TestFindUnknownFile(t *testing.T) {
	root := tree(t, "e.xyz")
	got, skips := find(t, root, "e.xyz")
	want := []news.Skip{{Path: "e.xyz", Reason: "not a known kind of file (.xyz)"}}
	if diff := cmp.Diff(want, skips); diff != "" || got != nil {
		t.Error(got, diff)
	}
}

func TestFindMissing(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "storys")
	_, _, err := Find(t.Context(), []string{missing}, nil, DefaultOptions())
	if err == nil || !strings.Contains(err.Error(), "no such file or folder") || !strings.Contains(err.Error(), missing) {
		t.Error(err)
	}
}

func TestFindStdin(t *testing.T) {
	inputs, _, err := Find(t.Context(), []string{"-", "-"}, strings.NewReader(""), DefaultOptions())
	if err != nil || len(inputs) != 1 || inputs[0].Path != "-" {
		t.Error(inputs, err)
	}
}

// locked is a file system with a folder that may not be read.
type locked struct{ fstest.MapFS }

func (l locked) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == "locked" {
		return nil, &fs.PathError{Op: "open", Path: "/home/ada/locked", Err: fs.ErrPermission}
	}
	return l.MapFS.ReadDir(name)
}

func TestWalkReportsWhatItCannotRead(t *testing.T) {
	w := walker{ctx: t.Context(), fsys: locked{fstest.MapFS{
		"a.txt":        {},
		"pipe.txt":     {Mode: fs.ModeNamedPipe},
		"tape.txt":     {Mode: fs.ModeDevice},
		"socket.txt":   {Mode: fs.ModeSocket},
		"locked/b.txt": {},
	}}, identity: func(name string, _ fs.FileInfo) string { return name }}
	if err := w.walk(); err != nil {
		t.Fatal(err)
	}
	reasons := make(map[string]string)
	for _, f := range w.files {
		reasons[f.path] = f.reason
	}
	want := map[string]string{
		"a.txt":      "",
		"pipe.txt":   "named pipe, not a file (give - to read JSONL from standard input)",
		"tape.txt":   "device, not a file",
		"socket.txt": "not a regular file",
		"locked":     "cannot be read: permission denied",
	}
	if diff := cmp.Diff(want, reasons); diff != "" {
		t.Error(diff)
	}
}

func TestFindStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := Find(ctx, []string{tree(t, "a.txt")}, nil, DefaultOptions()); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
