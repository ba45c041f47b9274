package source

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// Stdin is the path that stands for JSONL on standard input.
const Stdin = "-"

// Left is what was found and is not read.
type Left struct {
	Skipped []news.Skip // of one input no more than [news.MostListed] of a kind, and the counts of the rest

	// Out counts what the user's selection left out: files, and folders each as one.
	Out int
}

// Find returns the inputs that the paths lead to, ordered by path: files as
// they are, folders with all that is below them. Hidden files and folders
// (whose name begins with a dot) are left out unless they were given
// themselves, and so is what the options and the files named [IgnoreFile] do not
// select; everything else that is no input is among the skipped. A file
// that several paths or names lead to is one input. The result does not depend on the
// order of the paths.
//
// A given path that does not exist is an error, and so is a file of patterns with
// something else in it, see [IgnoreError].
func Find(ctx context.Context, paths []string, stdin io.Reader, opts Options) ([]Input, Left, error) {
	var files []found
	var inputs []Input
	var left Left
	for _, p := range paths {
		if p == Stdin {
			inputs = []Input{{Path: Stdin, stream: stdin, name: stdinName, given: true}}
			continue
		}
		below, err := look(ctx, p, opts)
		if err != nil {
			return nil, Left{}, err
		}
		files = append(files, below...)
	}
	files = distinct(files)
	all := len(files)
	files = slices.DeleteFunc(files, func(f found) bool { return f.out })
	left.Out = all - len(files)
	tellApart(files)

	for _, f := range files {
		f.path = strings.ToValidUTF8(f.path, "\uFFFD") // as JSON would write it anyway
		if f.reason != "" {
			left.Skipped = append(left.Skipped, news.Skip{Path: f.path, Reason: f.reason})
			continue
		}
		inputs = append(inputs, Input{Path: f.path, disk: f.disk, id: f.id, name: f.name, given: f.given, below: f.below, rules: f.rules})
	}
	slices.SortStableFunc(inputs, func(a, b Input) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortStableFunc(left.Skipped, func(a, b news.Skip) int { return cmp.Compare(a.Path, b.Path) })
	return inputs, left, nil
}

// look returns what one given path leads to.
func look(ctx context.Context, p string, opts Options) ([]found, error) {
	disk, err := realName(p)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: no such file or folder; check the spelling, or give - to read JSONL from standard input", p)
	}
	if err != nil {
		return nil, fmt.Errorf("looking at %s: %w", p, bare(err))
	}
	info, err := os.Stat(disk)
	if err != nil {
		return nil, fmt.Errorf("looking at %s: %w", p, bare(err))
	}
	if !info.IsDir() {
		name := filepath.Base(p)
		open := func() (fs.File, error) { return os.Open(disk) }
		_, reason := examine(name, info.Mode(), true, open)
		return []found{{
			disk: disk, id: fileID(disk, info), path: name, below: name, name: name, given: true, reason: reason,
		}}, nil
	}
	w := walker{ctx: ctx, fsys: os.DirFS(disk), opts: opts}
	w.identity = func(name string, info fs.FileInfo) string {
		return fileID(filepath.Join(disk, filepath.FromSlash(name)), info)
	}
	if err := w.walk(); err != nil {
		return nil, fmt.Errorf("looking through %s: %w", p, err)
	}
	for i := range w.files {
		f := &w.files[i]
		f.disk = filepath.Join(disk, filepath.FromSlash(f.path))
		if f.linked { // to ask it of every file took half of the time that finding them takes
			if target, err := filepath.EvalSymlinks(f.disk); err == nil {
				f.disk = target
			}
		}
		if f.path == "." {
			f.path = filepath.Base(disk)
		}
	}
	return w.files, nil
}

// fileID tells whether two files are the same: by where the system keeps them, or by
// the real name.
func fileID(disk string, info fs.FileInfo) string {
	if place := placeOf(info); place != "" {
		return place
	}
	if name, err := filepath.EvalSymlinks(disk); err == nil {
		return name
	}
	return disk
}

// realName is the absolute name of a path, with links resolved.
func realName(p string) (string, error) {
	abs, err := filepath.Abs(p)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(abs)
}
