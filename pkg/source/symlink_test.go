//go:build !windows

package source

import (
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
		{Path: "link", Reason: "symbolic link, not followed"},
		{Path: "loop.txt", Reason: "symbolic link, not followed"},
	}
	if diff := cmp.Diff(want, skips); diff != "" || !slices.Equal(got, []string{"a.txt"}) {
		t.Error(got, diff)
	}
	if got, _ := find(t, root, "alias", "in/a.txt"); !slices.Equal(got, []string{"a.txt"}) {
		t.Error("a folder given by a link:", got)
	}
}
