package source

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// Stdin is the path that stands for JSONL on standard input.
const Stdin = "-"

// found is a file that a path led to. One with a reason is no input.
type found struct {
	disk   string // absolute, links resolved: tells whether two are the same file
	path   string
	name   string // its own, for the extension
	given  bool
	reason string
}

// Find returns the inputs that the paths lead to, ordered by path: files as
// they are, folders with all that is below them. Hidden files and folders
// (whose name begins with a dot) are left out unless they were given
// themselves; everything else that is no input is among the skipped. A file
// that several paths lead to is one input. The result does not depend on the
// order of the paths.
//
// A given path that does not exist is an error.
func Find(ctx context.Context, paths []string, stdin io.Reader, _ Options) ([]Input, []news.Skip, error) {
	var files []found
	var inputs []Input
	for _, p := range paths {
		if p == Stdin {
			inputs = []Input{{Path: Stdin, stream: stdin, name: stdinName, given: true}}
			continue
		}
		below, err := look(ctx, p)
		if err != nil {
			return nil, nil, err
		}
		files = append(files, below...)
	}
	files = distinct(files)
	tellApart(files)

	var skips []news.Skip
	for _, f := range files {
		f.path = strings.ToValidUTF8(f.path, "\uFFFD") // as JSON would write it anyway
		if f.reason != "" {
			skips = append(skips, news.Skip{Path: f.path, Reason: f.reason})
			continue
		}
		inputs = append(inputs, Input{Path: f.path, disk: f.disk, name: f.name, given: f.given})
	}
	slices.SortStableFunc(inputs, func(a, b Input) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortStableFunc(skips, func(a, b news.Skip) int { return cmp.Compare(a.Path, b.Path) })
	return inputs, skips, nil
}

// look returns what one given path leads to.
func look(ctx context.Context, p string) ([]found, error) {
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
		return []found{{
			disk: disk, path: name, name: name, given: true, reason: notAnInput(name, info.Mode(), true, open),
		}}, nil
	}
	files, err := walk(ctx, os.DirFS(disk))
	if err != nil {
		return nil, fmt.Errorf("looking through %s: %w", p, err)
	}
	for i, f := range files {
		files[i].disk = filepath.Join(disk, filepath.FromSlash(f.path))
		if f.path == "." {
			files[i].path = filepath.Base(disk)
		}
	}
	return files, nil
}

// walk returns all files below the root of fsys that are not hidden, and the
// folders that cannot be read. The error is that of the context.
func walk(ctx context.Context, fsys fs.FS) ([]found, error) {
	var files []found
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case name != "." && strings.HasPrefix(path.Base(name), "."):
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
		case err != nil:
			files = append(files, found{path: name, reason: reasonOf(err)})
		case !d.IsDir():
			open := func() (fs.File, error) { return fsys.Open(name) }
			files = append(files, found{path: name, name: path.Base(name), reason: notAnInput(name, d.Type(), false, open)})
		}
		return nil
	})
	return files, err
}

// notAnInput returns the reason why a file is no input, or nothing. Where its name
// does not tell, it is opened. A file that was given itself may do without an
// extension.
func notAnInput(name string, mode fs.FileMode, given bool, open func() (fs.File, error)) string {
	if reason := irregular(mode); reason != "" {
		return reason
	}
	s := &stream{name: strings.ToLower(name), lenient: given}
	if _, sure := recognised(nil, s.name); sure == byName || given && extension(s.name) == "" {
		return "" // whatever it holds, reading it will tell
	}
	file, err := open()
	if err != nil {
		return reasonOf(err)
	}
	defer file.Close()
	s.Reader = bufio.NewReaderSize(file, sniffBytes)
	if _, err := s.format(); err != nil {
		return reasonOf(err)
	}
	return ""
}

// irregular returns the reason why no file of this mode is read, or nothing.
func irregular(mode fs.FileMode) string {
	switch {
	case mode&fs.ModeSymlink != 0:
		return "symbolic link, not followed"
	case mode&fs.ModeNamedPipe != 0:
		return "named pipe, not a file (give - to read JSONL from standard input)"
	case mode&fs.ModeDevice != 0:
		return "device, not a file"
	case !mode.IsRegular():
		return "not a regular file"
	}
	return ""
}

// realName is the absolute name of a path, with links resolved.
func realName(p string) (string, error) {
	abs, err := filepath.Abs(p)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(abs)
}
