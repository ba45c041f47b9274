package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/pipeline"
	"github.com/wireprint/wireprint/pkg/report"
	"github.com/wireprint/wireprint/pkg/source"
)

// keptPlace is where what a deduplication keeps is written to: a file of records, or a
// folder of files.
type keptPlace struct {
	file   output
	folder string // empty for a file
	force  bool
}

// newKeptPlace checks that the place can be written to, and that it is none of the
// inputs.
func newKeptPlace(name string, paths []string, force bool) (p keptPlace, err error) {
	p.force = force
	if name == "" || name == stdoutName {
		return p, nil
	}
	info, err := os.Stat(name)
	isFolder := strings.HasSuffix(name, "/") || strings.HasSuffix(name, string(filepath.Separator)) || err == nil && info.IsDir()
	for _, path := range paths {
		if path != stdinName && isWithin(name, path) {
			return p, usagef("--output: %s lies in %s, which is read: give another place", name, path)
		}
	}
	if !isFolder {
		if err := mayWrite(name, force); err != nil {
			return p, err
		}
		p.file, err = newOutput(name)
		return p, err
	}
	p.folder = filepath.Clean(name)
	if info, err := os.Stat(p.folder); err == nil && !info.IsDir() {
		return p, fmt.Errorf("writing to %s: it is a file", p.folder)
	}
	if _, err := os.Stat(filepath.Dir(p.folder)); err != nil {
		return p, fmt.Errorf("writing to %s: no such folder; create it first", name)
	}
	return p, nil
}

// write writes what is kept.
func (p keptPlace) write(ctx context.Context, stdout io.Writer, found pipeline.Extracted, d drops) error {
	if p.folder == "" {
		return p.file.write(ctx, stdout, func(w io.Writer) error { return report.Articles(w, d.kept(found.Articles)) })
	}
	files := keptFiles(found, d)
	files = append(files, keptFile{name: "dropped.csv", write: func(_ context.Context, w io.Writer) error { return d.write(w) }})
	return p.writeFolder(ctx, files)
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
			files = append(files, keptFile{strings.TrimPrefix(in.Path, "-") + ".jsonl", func(_ context.Context, w io.Writer) error { return report.Articles(w, kept) }})
		}
	}
	return files
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

// writeFolder writes the files. They get their names when all are written.
func (p keptPlace) writeFolder(ctx context.Context, files []keptFile) (err error) {
	var written []*os.File
	var names []string
	defer func() {
		if err != nil {
			err = fmt.Errorf("writing to %s: %w", p.folder, errors.Join(bareError(err), discardAll(written)))
		}
	}()
	for _, f := range files {
		if !filepath.IsLocal(filepath.FromSlash(f.name)) {
			return fmt.Errorf("%s leads out of the folder", f.name)
		}
		name := filepath.Join(p.folder, filepath.FromSlash(f.name))
		if err := mayWrite(name, p.force); err != nil {
			return err
		}
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
