//go:build !windows

package source

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
)

// Windows lets nobody make a symbolic link who has not been given the right to.
func TestFindSymlinks(t *testing.T) {
	root := tree(t, "in/a.txt", "out/b.txt")
	for _, link := range []struct{ to, at string }{
		{"out", "in/link"}, {"in", "alias"}, {"in/loop.txt", "in/loop.txt"},
	} {
		if err := os.Symlink(filepath.Join(root, link.to), filepath.Join(root, link.at)); err != nil {
			t.Fatal(err)
		}
	}

	got, skips := find(t, root, "in")
	want := []news.Skip{
		{Path: "link", Reason: "symbolic link, not followed (--follow-links follows it)"},
		{Path: "loop.txt", Reason: "symbolic link, not followed (--follow-links follows it)"},
	}
	if diff := cmp.Diff(want, skips); diff != "" || !slices.Equal(got, []string{"a.txt"}) {
		t.Error(got, diff)
	}
	if got, _ := find(t, root, "alias", "in/a.txt"); !slices.Equal(got, []string{"a.txt"}) {
		t.Error("a folder given by a link:", got)
	}
}

// symlink makes symbolic links, "to" and "at" below a root.
func symlink(t *testing.T, root string, links ...string) {
	t.Helper()
	for i := 0; i < len(links); i += 2 {
		if err := os.Symlink(links[i], filepath.Join(root, links[i+1])); err != nil {
			t.Fatal(err)
		}
	}
}

// TestFollowLinks: links are followed on request, loops end, and what a link leads to
// is read once, under its own name if it has one.
func TestFollowLinks(t *testing.T) {
	opts := DefaultOptions()
	opts.FollowLinks = true
	for _, tt := range []struct {
		name  string
		files []string
		links []string
		paths []string
		want  []string
		skips []news.Skip
	}{
		{"folder outside", []string{"in/a.txt", "out/sub/b.txt"}, []string{"../out", "in/link"}, []string{"in"}, []string{"a.txt", "link/sub/b.txt"}, nil},
		{"file outside", []string{"in/a.txt", "out/b.txt"}, []string{"../out/b.txt", "in/c.txt"}, []string{"in"}, []string{"a.txt", "c.txt"}, nil},
		{"own name first", []string{"in/z/a.txt"}, []string{"z", "in/b", "z/a.txt", "in/a.txt"}, []string{"in"}, []string{"z/a.txt"}, nil},
		{"two links", []string{"in/x.txt", "out/b.txt"}, []string{"../out", "in/m", "../out", "in/l"}, []string{"in"}, []string{"l/b.txt", "x.txt"}, nil},
		{"loop", []string{"in/sub/a.txt"}, []string{"..", "in/sub/up", ".", "in/self"}, []string{"in"}, []string{"sub/a.txt"}, nil},
		{"loop through links", []string{"in/a.txt", "p/b.txt", "q/c.txt"}, []string{"../p", "in/p", "../q", "p/q", "../p", "q/p"}, []string{"in"}, []string{"a.txt", "p/b.txt", "p/q/c.txt"}, nil},
		{"given too", []string{"in/a.txt", "out/b.txt"}, []string{"../out", "in/link"}, []string{"in", "out"}, []string{"a.txt", "b.txt"}, nil},
		{"nowhere", []string{"in/a.txt"}, []string{"nothing", "in/b.txt"}, []string{"in"}, []string{"a.txt"}, []news.Skip{{Path: "b.txt", Reason: "symbolic link to nothing"}}},
		{"hidden link", []string{"in/a.txt", "out/b.txt"}, []string{"../out", "in/.link"}, []string{"in"}, []string{"a.txt"}, nil},
	} {
		root := tree(t, tt.files...)
		symlink(t, root, tt.links...)
		got, skips := choose(t, opts, root, tt.paths...)
		if diff := cmp.Diff(tt.want, got.Inputs) + cmp.Diff(tt.skips, skips); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
		slices.Reverse(tt.paths)
		if again, _ := choose(t, opts, root, tt.paths...); !slices.Equal(got.Inputs, again.Inputs) {
			t.Errorf("%s: %v in another order", tt.name, again)
		}
	}
}

// TestManyLinks: folders full of links to one another take no longer than there are
// folders, not as long as there are ways through them.
func TestManyLinks(t *testing.T) {
	var files, links []string
	const folders = 12
	for i := range folders {
		files = append(files, fmt.Sprintf("in/f%d/a.txt", i))
		for j := range folders {
			links = append(links, fmt.Sprintf("../f%d", j), fmt.Sprintf("in/f%d/to%d", i, j))
		}
	}
	root := tree(t, files...)
	symlink(t, root, links...)
	opts := DefaultOptions()
	opts.FollowLinks = true
	if got, skips := choose(t, opts, root, "in"); len(got.Inputs) != folders || skips != nil {
		t.Error(got, skips)
	}
}

// TestHardLinks: a file of two names is read once, under the first of them.
func TestHardLinks(t *testing.T) {
	root := tree(t, "mon/b.txt", "tue/c.txt")
	for _, name := range []string{"mon/a.txt", "tue/a.txt"} {
		if err := os.Link(filepath.Join(root, "mon/b.txt"), filepath.Join(root, name)); err != nil {
			t.Skip("no hard links here:", err)
		}
	}
	inputs, _, err := Find(t.Context(), []string{root}, nil, DefaultOptions())
	if in, ok := Which(inputs, filepath.Join(root, "tue/a.txt")); err != nil || !ok || in.Path != "mon/a.txt" {
		t.Errorf("another of its names leads to %q, %v", in.Path, err)
	}
	for _, paths := range [][]string{{"."}, {"tue", "mon", "."}, {"mon/b.txt", "tue/a.txt", "."}} {
		if got, skips := choose(t, DefaultOptions(), root, paths...); !slices.Equal(got.Inputs, []string{"mon/a.txt", "tue/c.txt"}) || skips != nil {
			t.Error(paths, got, skips)
		}
	}
}
