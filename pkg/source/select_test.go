package source

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/glob"
	"github.com/wireprint/wireprint/pkg/news"
)

// patterns parses patterns.
func patterns(t *testing.T, texts ...string) []glob.Pattern {
	t.Helper()
	var list []glob.Pattern
	for _, text := range texts {
		p, err := glob.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
	return list
}

// chosen is what a selection finds: the inputs, and how much was left out.
type chosen struct {
	Inputs []string
	Out    int
}

// choose is Find for paths below a root.
func choose(t *testing.T, opts Options, root string, names ...string) (chosen, []news.Skip) {
	t.Helper()
	var paths []string
	for _, name := range names {
		paths = append(paths, filepath.Join(root, filepath.FromSlash(name)))
	}
	inputs, left, err := Find(t.Context(), paths, nil, opts)
	if err != nil {
		t.Fatal(err)
	}
	got := chosen{Out: left.Out}
	for _, in := range inputs {
		got.Inputs = append(got.Inputs, in.Path)
	}
	return got, left.Skipped
}

// write writes a file below a root.
func write(t *testing.T, root, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(root, filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestSelection: patterns choose among the files of a folder, and what they leave out
// is counted and no skip.
func TestSelection(t *testing.T) {
	root := tree(t, "a.txt", "b.html", "photo.jpg", "mon/a.txt", "mon/deep/c.txt", "tue/a.txt", "tue/notes")
	for _, tt := range []struct {
		name             string
		include, exclude []string
		paths            []string
		want             chosen
		skips            int
	}{
		{"all", nil, nil, []string{"."}, chosen{[]string{"a.txt", "b.html", "mon/a.txt", "mon/deep/c.txt", "tue/a.txt"}, 0}, 2},
		{"names", []string{"*.html"}, nil, []string{"."}, chosen{[]string{"b.html"}, 6}, 0},
		{"folder", []string{"mon"}, nil, []string{"."}, chosen{[]string{"mon/a.txt", "mon/deep/c.txt"}, 5}, 0},
		{"path", []string{"*/a.txt"}, nil, []string{"."}, chosen{[]string{"mon/a.txt", "tue/a.txt"}, 5}, 0},
		{"the top alone", []string{"/a.txt"}, nil, []string{"."}, chosen{[]string{"a.txt"}, 6}, 0},
		{"several", []string{"b.html", "c.txt"}, nil, []string{"."}, chosen{[]string{"b.html", "mon/deep/c.txt"}, 5}, 0},
		{"excluded folder counts once", nil, []string{"mon/"}, []string{"."}, chosen{[]string{"a.txt", "b.html", "tue/a.txt"}, 1}, 2},
		{"excluded names", nil, []string{"photo.*", "notes"}, []string{"."}, chosen{[]string{"a.txt", "b.html", "mon/a.txt", "mon/deep/c.txt", "tue/a.txt"}, 2}, 0},
		{"both", []string{"*.txt"}, []string{"deep", "tue/**"}, []string{"."}, chosen{[]string{"a.txt", "mon/a.txt"}, 5}, 0},
		{"given itself", []string{"*.html"}, []string{"a.txt"}, []string{"mon/a.txt"}, chosen{[]string{"a.txt"}, 0}, 0},
		{"given beside its folder", nil, []string{"*.txt"}, []string{"mon", "mon/a.txt"}, chosen{[]string{"a.txt"}, 1}, 0},
		{"folder and its folder count once", nil, []string{"c.txt"}, []string{"mon", "mon/deep"}, chosen{[]string{"a.txt"}, 1}, 0},
	} {
		opts := DefaultOptions()
		opts.Include, opts.Exclude = patterns(t, tt.include...), patterns(t, tt.exclude...)
		got, skips := choose(t, opts, root, tt.paths...)
		if diff := cmp.Diff(tt.want, got); diff != "" || len(skips) != tt.skips {
			t.Errorf("%s: %s%v", tt.name, diff, skips)
		}
		slices.Reverse(tt.paths)
		if again, _ := choose(t, opts, root, tt.paths...); !slices.Equal(got.Inputs, again.Inputs) || got.Out != again.Out {
			t.Errorf("%s: %v in another order", tt.name, again)
		}
	}
}

// TestIgnoreFiles: the file in the closest folder decides, but nothing below a folder
// that is left out comes back.
func TestIgnoreFiles(t *testing.T) {
	root := tree(t, "a.txt", "a.bak.txt", "old/b.txt", "mon/a.txt", "mon/x.bak.txt", "mon/keep.bak.txt", "mon/raw/c.txt", "tue/raw/c.txt")
	write(t, root, IgnoreFile, "# what the scraper left\n*.bak.txt\nold/\nmon/raw/\n")
	write(t, root, "mon/"+IgnoreFile, "!keep.bak.txt\n/a.txt\n!raw/\n")
	write(t, root, "old/"+IgnoreFile, "!b.txt\n")
	got, skips := choose(t, DefaultOptions(), root, ".")
	want := chosen{[]string{"mon/keep.bak.txt", "mon/raw/c.txt", "a.txt", "tue/raw/c.txt"}, 4}
	slices.Sort(want.Inputs)
	if diff := cmp.Diff(want, got); diff != "" || skips != nil {
		t.Error(diff, skips)
	}
	// of the folders above a given one nothing is asked
	if got, _ := choose(t, DefaultOptions(), root, "old"); !slices.Equal(got.Inputs, []string{"b.txt"}) {
		t.Error(got)
	}
}

func TestIgnoreFileRefused(t *testing.T) {
	root := tree(t, "mon/a.txt")
	write(t, root, "mon/"+IgnoreFile, "*.bak\n[x\n")
	_, _, err := Find(t.Context(), []string{root}, nil, DefaultOptions())
	want := `mon/.wireprintignore: line 2: the pattern "[x" has a bracket that is not closed; write "\[" for a bracket`
	var ignore *IgnoreError
	if !errors.As(err, &ignore) || ignore.Error() != want {
		t.Error(err)
	}
}

// TestSelectionInArchives: a file in an archive is chosen by its whole path, and by its
// path in the archive.
func TestSelectionInArchives(t *testing.T) {
	members := []string{"news/a.txt", "One.", "news/b.html", "<html><body>Two.", "other/c.txt", "Three.", "photo.jpg", "\xff\xd8\xff\x00"}
	inner := zipOf(t, "d.txt", "Four.", "e.md", "Five.")
	zipped := zipOf(t, append(members, "more.zip", inner)...)
	root := t.TempDir()
	write(t, root, "all.zip", zipped)
	write(t, root, "all.tar", tarOf(t, members...))
	write(t, root, "plain.txt", "Six.")
	for _, tt := range []struct {
		name             string
		include, exclude []string
		ignore           string
		want             []string
		out              int
	}{
		{"names", []string{"*.txt"}, nil, "", []string{"all.tar/news/a.txt", "all.tar/other/c.txt", "all.zip/more.zip/d.txt", "all.zip/news/a.txt", "all.zip/other/c.txt", "plain.txt"}, 5},
		{"path in the archive", []string{"news/*"}, nil, "", []string{"all.tar/news/a.txt", "all.tar/news/b.html", "all.zip/news/a.txt", "all.zip/news/b.html"}, 7},
		{"path of the archive", []string{"all.zip/news"}, nil, "", []string{"all.zip/news/a.txt", "all.zip/news/b.html"}, 9},
		{"the archive", []string{"all.tar"}, []string{"*.jpg"}, "", []string{"all.tar/news/a.txt", "all.tar/news/b.html", "all.tar/other/c.txt"}, 8},
		{"excluded archive", nil, []string{"*.zip", "*.jpg"}, "", []string{"all.tar/news/a.txt", "all.tar/news/b.html", "all.tar/other/c.txt", "plain.txt"}, 2},
		{"excluded in the archive", nil, []string{"other/", "all.zip/news/", "*.jpg", "more.zip"}, "", []string{"all.tar/news/a.txt", "all.tar/news/b.html", "plain.txt"}, 7},
		{"ignored in the archive", nil, nil, "*.jpg\nall.zip/*\n!all.zip/other\nall.tar/**/*.txt\n", []string{"all.tar/news/b.html", "all.zip/other/c.txt", "plain.txt"}, 7},
	} {
		write(t, root, IgnoreFile, tt.ignore)
		opts := DefaultOptions()
		opts.Include, opts.Exclude = patterns(t, tt.include...), patterns(t, tt.exclude...)
		inputs, left, err := Find(t.Context(), []string{root}, nil, opts)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, in := range inputs {
			more, err := Read(context.Background(), in, opts, new(Memory), func(d Document) error {
				got = append(got, d.Path)
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			left.Out += more.Out
			left.Skipped = append(left.Skipped, more.Skipped...)
		}
		slices.Sort(got)
		if diff := cmp.Diff(tt.want, got); diff != "" || left.Skipped != nil || left.Out != tt.out {
			t.Errorf("%s: %s%v, %d left out", tt.name, diff, left.Skipped, left.Out)
		}
	}
}

// Who packed an archive does not decide what is read of it.
func TestIgnoreFileInAnArchive(t *testing.T) {
	const all = "*\n"
	for name, data := range map[string]string{
		"a.zip": zipOf(t, IgnoreFile, all, "b/"+IgnoreFile, all, "b/a.txt", ferry),
		"a.tar": tarOf(t, IgnoreFile, all, "b/"+IgnoreFile, all, "b/a.txt", ferry),
	} {
		got := read(t, name, data, nil)
		if diff := cmp.Diff(content{Docs: []string{"text:" + ferry}}, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
