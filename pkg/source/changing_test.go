package source

import (
	"context"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// A file that changes while it is read is read as it was when it was opened, as far as
// that goes.
func TestFileChangesWhileItIsRead(t *testing.T) {
	line := `{"text":"The ferry was late."}` + strings.Repeat(" ", 98) + "\n"
	const lines = 1024 // 128 kB, of which a part is read at a time
	for _, tt := range []struct {
		name   string
		change func(file string) error
		docs   func(n int) bool
		skips  []string
	}{
		{"grows", func(file string) error { return os.WriteFile(file, []byte(strings.Repeat(line, 3*lines)), 0o600) }, func(n int) bool { return n == lines }, nil},
		{"shrinks", func(file string) error { return os.Truncate(file, 0) }, func(n int) bool { return 0 < n && n < lines }, []string{"a.jsonl: cut off: it ends too early"}},
		{"vanishes", os.Remove, func(n int) bool { return n == lines }, nil},
	} {
		if tt.name == "vanishes" && runtime.GOOS == "windows" {
			continue // which does not remove what is open
		}
		file := filepath.Join(t.TempDir(), "a.jsonl")
		if err := os.WriteFile(file, []byte(strings.Repeat(line, lines)), 0o600); err != nil {
			t.Fatal(err)
		}
		docs := 0
		left, err := Read(t.Context(), Input{Path: "a.jsonl", disk: file, name: "a.jsonl"}, DefaultOptions(), new(Memory), func(Document) error {
			if docs++; docs > 1 {
				return nil
			}
			return tt.change(file)
		})
		if err != nil {
			t.Fatal(tt.name, err)
		}
		var skips []string
		for _, s := range left.Skipped {
			file, _, _ := strings.Cut(s.Path, "#") // the number of the record is no matter
			skips = append(skips, file+": "+s.Reason)
		}
		if diff := cmp.Diff(tt.skips, skips); diff != "" || !tt.docs(docs) {
			t.Errorf("%s: %d documents %s", tt.name, docs, diff)
		}
	}
}

// lockedFS takes the right to read files and folders away when the folder that they lie
// in has been read.
type lockedFS struct {
	fs.FS
	locked []string
}

func (l lockedFS) refuse(op, name string) error {
	for _, locked := range l.locked {
		if name == locked || strings.HasPrefix(name, locked+"/") {
			return &fs.PathError{Op: op, Path: name, Err: fs.ErrPermission}
		}
	}
	return nil
}

func (l lockedFS) Open(name string) (fs.File, error) {
	if err := l.refuse("open", name); err != nil {
		return nil, err
	}
	return l.FS.Open(name)
}

func (l lockedFS) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := l.refuse("open", name); err != nil {
		return nil, err
	}
	entries, err := fs.ReadDir(l.FS, name)
	for i, entry := range entries {
		if err := l.refuse("lstat", path.Join(name, entry.Name())); err != nil && strings.HasPrefix(entry.Name(), "gone") {
			entries[i] = unknown{entry, err}
		}
	}
	return entries, err
}

// unknown is an entry of which nothing but the name can be had.
type unknown struct {
	fs.DirEntry
	err error
}

func (u unknown) Info() (fs.FileInfo, error) { return nil, u.err }

// What may not be read any more when the walk comes to it is named, and all else is
// found.
func TestRightsTakenAwayDuringTheWalk(t *testing.T) {
	story := &fstest.MapFile{Data: []byte("The ferry was late.\n")}
	w := walker{ctx: context.Background(), opts: DefaultOptions(), fsys: lockedFS{
		fstest.MapFS{"a/story.txt": story, "b/story.txt": story, "no-extension": story, "gone.txt": story, "story.txt": story},
		[]string{"b", "no-extension", "gone.txt"},
	}}
	w.identity = func(name string, _ fs.FileInfo) string { return name }
	if err := w.walk(); err != nil {
		t.Fatal(err)
	}
	got := make(map[string]string)
	for _, f := range w.files {
		got[f.path] = f.reason
	}
	const denied = "cannot be read: permission denied"
	want := map[string]string{"a/story.txt": "", "story.txt": "", "b": denied, "no-extension": denied, "gone.txt": denied}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
