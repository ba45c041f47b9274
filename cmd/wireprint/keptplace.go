package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/pipeline"
	"github.com/wireprint/wireprint/pkg/report"
	"github.com/wireprint/wireprint/pkg/source"
)

// listName is the file of a folder that lists what was dropped.
const listName = "dropped.csv"

// keptPlace is where what a deduplication keeps is written to: a file of records, or a
// folder of files.
type keptPlace struct {
	file   output
	folder string // empty for a file
	inputs []string
	force  bool
}

// newKeptPlace checks that the place can be written to, and that it is none of the
// inputs.
func newKeptPlace(name string, paths []string, force bool) (p keptPlace, err error) {
	p.force = force
	if name == "" || name == stdoutName {
		return p, nil
	}
	if err := outside(name, "--output", paths); err != nil {
		return p, err
	}
	info, err := os.Stat(name)
	isFolder := strings.HasSuffix(name, "/") || strings.HasSuffix(name, string(filepath.Separator)) || err == nil && info.IsDir()
	if !isFolder {
		if err := mayWrite(name, force); err != nil {
			return p, err
		}
		p.file, err = newOutput(name)
		return p, err
	}
	p.folder, p.inputs = filepath.Clean(name), paths
	if info, err := os.Stat(p.folder); err == nil && !info.IsDir() {
		return p, fmt.Errorf("writing to %s: it is a file", p.folder)
	}
	if _, err := os.Stat(filepath.Dir(p.folder)); err != nil {
		return p, fmt.Errorf("writing to %s: no such folder; create it first", name)
	}
	return p, nil
}

// outside refuses a file or folder that is, or lies in, one of the inputs, by whatever
// name: through links, or as a second name of the same file.
func outside(name, flag string, inputs []string) error {
	place := realPath(name)
	for _, input := range inputs {
		if input == stdinName {
			continue
		}
		switch real := realPath(input); {
		case place == real, sameFile(name, input):
			return usagef("%s: %s is read: give another place", flag, name)
		case isWithin(place, real):
			return usagef("%s: %s lies in %s, which is read: give another place", flag, name, input)
		}
	}
	return nil
}

// realPath is where a file or folder really lies, with all links followed; of one that
// is not there, where it would be made.
func realPath(name string) string {
	abs, err := filepath.Abs(name)
	if err != nil {
		return name
	}
	for at, rest := abs, ""; ; {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(real, rest)
		}
		if at == filepath.Dir(at) {
			return abs
		}
		at, rest = filepath.Dir(at), filepath.Join(filepath.Base(at), rest)
	}
}

func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// write writes what is kept.
func (p keptPlace) write(ctx context.Context, stdout io.Writer, found pipeline.Extracted, d drops) error {
	if p.folder == "" {
		return p.file.write(ctx, stdout, func(w io.Writer) error { return report.Articles(w, d.kept(found.Articles)) })
	}
	files := keptFiles(found, d)
	files = append(files, keptFile{name: listName, write: func(_ context.Context, w io.Writer) error { return d.write(w) }})
	err := p.check(files)
	if err == nil {
		err = p.writeFolder(ctx, files)
	}
	if err != nil {
		return fmt.Errorf("writing to %s: %w", p.folder, bareError(err))
	}
	return nil
}

// keptFile is a file of the folder.
type keptFile struct {
	name  string // below the folder, with slashes
	write func(ctx context.Context, w io.Writer) error
}

// keptFiles are the inputs of which something is kept: as they are where all their
// stories are, else as records.
func keptFiles(found pipeline.Extracted, d drops) (files []keptFile) {
	keeps := d.keeps()
	of := map[string][]news.Article{} // by input, all its articles
	inputs := map[string]bool{}
	for _, in := range found.Inputs {
		inputs[in.Path] = true
	}
	for _, a := range found.Articles {
		path := inputOf(a.Path, inputs)
		of[path] = append(of[path], a)
	}
	for _, in := range found.Inputs {
		var kept []news.Article
		for _, a := range of[in.Path] {
			if keeps(a.ID) {
				kept = append(kept, a)
			}
		}
		switch {
		case len(kept) == 0:
		case len(kept) == len(of[in.Path]) && in.IsFile():
			files = append(files, keptFile{in.Path, func(ctx context.Context, w io.Writer) error { return copyInput(ctx, w, in) }})
		default:
			files = append(files, keptFile{recordsName(in.Path, inputs), func(_ context.Context, w io.Writer) error { return report.Articles(w, kept) }})
		}
	}
	return files
}

// recordsName is the name of a file for what is kept of an input, which no input has.
func recordsName(path string, inputs map[string]bool) string {
	if path == stdinName {
		path = "stdin"
	}
	name := path + ".jsonl"
	for inputs[name] || name == listName {
		name = strings.TrimSuffix(name, ".jsonl") + ".kept.jsonl"
	}
	return name
}

// inputOf is the input that an article's path belongs to: itself, or the archive that
// it begins with.
func inputOf(path string, inputs map[string]bool) string {
	for at := path; ; {
		if inputs[at] {
			return at
		}
		i := strings.LastIndexByte(at, '/')
		if i < 0 {
			return path
		}
		at = at[:i]
	}
}

// copyInput copies a file byte for byte.
func copyInput(ctx context.Context, w io.Writer, in source.Input) error {
	r, err := in.Open(ctx)
	if err != nil {
		return err
	}
	_, err = io.Copy(w, r)
	return errors.Join(err, r.Close())
}

// check makes sure, before anything is written, that no file is written twice, over one
// that is there, or into an input that lies below the folder.
func (p keptPlace) check(files []keptFile) error {
	names := map[string]bool{}
	for _, f := range files {
		if !filepath.IsLocal(filepath.FromSlash(f.name)) {
			return fmt.Errorf("%s leads out of the folder", f.name)
		}
		if names[f.name] {
			return fmt.Errorf("an input is called %s, as the list of what was dropped: give a file, such as kept.jsonl", f.name)
		}
		names[f.name] = true
		name := filepath.Join(p.folder, filepath.FromSlash(f.name))
		if err := outside(name, "--output", p.inputs); err != nil {
			return err
		}
		if err := mayWrite(name, p.force); err != nil {
			return err
		}
	}
	return nil
}

// writeFolder writes the files. A folder that is not there yet appears as a whole or not
// at all; in one that is, files get their names when all are written.
func (p keptPlace) writeFolder(ctx context.Context, files []keptFile) (err error) {
	if _, err := os.Stat(p.folder); err == nil {
		return writeFiles(ctx, p.folder, files)
	}
	dir, base := filepath.Split(p.folder)
	making := filepath.Join(dir, fmt.Sprintf(".%s.%08x.tmp", base, rand.Uint32()))
	if err := os.Mkdir(making, 0o777); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(making))
		}
	}()
	if err := writeFiles(ctx, making, files); err != nil {
		return err
	}
	return os.Rename(making, p.folder)
}

// writeFiles writes files below a folder.
func writeFiles(ctx context.Context, folder string, files []keptFile) (err error) {
	var written []*os.File
	var names []string
	defer func() {
		if err != nil {
			err = errors.Join(err, discardAll(written))
		}
	}()
	for _, f := range files {
		name := filepath.Join(folder, filepath.FromSlash(f.name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		file, err := createBeside(name)
		if err != nil {
			return err
		}
		written, names = append(written, file), append(names, name)
		if err := fill(ctx, file, name, func(w io.Writer) error { return f.write(ctx, w) }); err != nil {
			return err
		}
	}
	for i, f := range written {
		if err := os.Rename(f.Name(), names[i]); err != nil {
			return err
		}
	}
	return nil
}
