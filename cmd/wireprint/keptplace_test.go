package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// A folder appears as a whole or not at all, and one that is there keeps what it has.
func TestKeptFolderAppearsWhole(t *testing.T) {
	failure := errors.New("no space left")
	text := func(s string) func(context.Context, io.Writer) error {
		return func(_ context.Context, w io.Writer) error { _, err := io.WriteString(w, s); return err }
	}
	good := []keptFile{{"a.txt", text("a")}, {"deep/er/b.txt", text("b")}}
	bad := slices.Concat(good, []keptFile{{"c.txt", func(context.Context, io.Writer) error { return failure }}})

	for name, test := range map[string]struct {
		there []string // files of the folder, which is not there without any
		files []keptFile
		err   error
		want  []string
	}{
		"new":                  {nil, good, nil, []string{"kept/a.txt", "kept/deep/er/b.txt"}},
		"new, and it fails":    {nil, bad, failure, nil},
		"there":                {[]string{"old.txt"}, good, nil, []string{"kept/a.txt", "kept/deep/er/b.txt", "kept/old.txt"}},
		"there, and it fails":  {[]string{"old.txt"}, bad, failure, []string{"kept/old.txt"}},
		"there, and stands in": {[]string{"a.txt"}, good, nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			parent := t.TempDir()
			place := keptPlace{folder: filepath.Join(parent, "kept")}
			for _, f := range test.there {
				if err := errors.Join(os.MkdirAll(place.folder, 0o777), os.WriteFile(filepath.Join(place.folder, f), []byte("old"), 0o666)); err != nil {
					t.Fatal(err)
				}
			}
			err := place.check(test.files)
			if test.want == nil && test.err == nil {
				if err == nil {
					t.Error("no refusal of a file that is there")
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if err := place.writeFolder(t.Context(), test.files); !errors.Is(err, test.err) {
				t.Errorf("error %v, want %v", err, test.err)
			}
			var got []string
			err = filepath.WalkDir(parent, func(path string, entry os.DirEntry, err error) error {
				if err == nil && !entry.IsDir() {
					rel, _ := filepath.Rel(parent, path)
					got = append(got, filepath.ToSlash(rel))
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("files %q, want %q", got, test.want)
			}
		})
	}
}
