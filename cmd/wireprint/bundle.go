package main

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/report"
)

// bundle is a report's tables as files: articles.csv, events.csv and so on.
type bundle struct {
	format string // csv or parquet
	folder string // empty for a zip archive
}

// check makes sure that the folder can be written to. One that is not there is made
// when there is something to put into it.
func (b *bundle) check() error {
	info, err := os.Stat(b.folder)
	if errors.Is(err, os.ErrNotExist) {
		if _, err := os.Stat(filepath.Dir(filepath.Clean(b.folder))); err != nil {
			return fmt.Errorf("writing to %s: no such folder; create it first", b.folder)
		}
		return nil
	}
	if err != nil {
		return fmt.Errorf("writing to %s: %w", b.folder, bareError(err))
	}
	if !info.IsDir() {
		return fmt.Errorf("writing to %s: tables need a folder or a .zip file, and it is neither", b.folder)
	}
	return nil
}

// writeFolder writes a file for each table. They get their names when all are
// written.
func (b *bundle) writeFolder(ctx context.Context, r *news.Report) (err error) {
	var files []*os.File
	var names []string
	defer func() {
		if err == nil {
			return
		}
		for _, f := range files {
			discard(f)
		}
		err = fmt.Errorf("writing to %s: %w", b.folder, bareError(err))
	}()
	if err := os.Mkdir(b.folder, 0o777); err != nil && !errors.Is(err, os.ErrExist) {
		return err
	}
	for _, t := range report.Tables(r) {
		name := filepath.Join(b.folder, t.Name+"."+b.format)
		file, err := createBeside(name)
		if err != nil {
			return err
		}
		files, names = append(files, file), append(names, name)
		if err := fill(ctx, file, name, func(w io.Writer) error { return writeTable(w, t, b.format) }); err != nil {
			return err
		}
	}
	for i, f := range files {
		if err := os.Rename(f.Name(), names[i]); err != nil {
			return err
		}
	}
	return nil
}

// writeZip writes the tables as one archive. It holds no times, so that the same
// report gives the same bytes.
func (b *bundle) writeZip(w io.Writer, r *news.Report) error {
	archive := zip.NewWriter(w)
	for _, t := range report.Tables(r) {
		file, err := archive.Create(t.Name + "." + b.format)
		if err != nil {
			return fmt.Errorf("adding table %s: %w", t.Name, err)
		}
		if err := writeTable(file, t, b.format); err != nil {
			return err
		}
	}
	return archive.Close()
}

func writeTable(w io.Writer, t report.Table, format string) error {
	if format == "parquet" {
		return report.Parquet(w, t)
	}
	return report.CSV(w, t)
}

// tableOf is the report's table of a name, which it has.
func tableOf(r *news.Report, name string) report.Table {
	for _, t := range report.Tables(r) {
		if t.Name == name {
			return t
		}
	}
	return report.Table{Name: name}
}
