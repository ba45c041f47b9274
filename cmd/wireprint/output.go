package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// stdoutName is the output path that stands for standard output.
const stdoutName = "-"

// output is where a command's result goes: standard output, or a file that is
// there as a whole or not at all.
type output struct {
	path   string // empty for standard output
	direct bool   // no regular file, as /dev/null: written in place
}

// newOutput checks that a result can be written to path, so that nobody waits
// for a result that cannot be kept.
func newOutput(path string) (output, error) {
	if path == "" || path == stdoutName {
		return output{}, nil
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return output{}, fmt.Errorf("writing to %s: it is a folder; give the name of a file in it", path)
	case err == nil && !info.Mode().IsRegular():
		return output{path: path, direct: true}, nil
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return output{}, fmt.Errorf("writing to %s: %w", path, bareError(err))
	}
	// A link keeps its place: what it points to is replaced.
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	probe, err := createBeside(path)
	if errors.Is(err, fs.ErrNotExist) {
		return output{}, fmt.Errorf("writing to %s: no such folder; create it first", path)
	}
	if err != nil {
		return output{}, fmt.Errorf("writing to %s: %w", path, bareError(err))
	}
	return output{path: path}, discard(probe)
}

// isStdout reports whether the result goes to standard output.
func (o output) isStdout() bool { return o.path == "" }

// width is the number of columns for the result as text.
func (o output) width(stdout io.Writer) int {
	if o.isStdout() {
		return width(stdout)
	}
	return width(nil)
}

// color reports whether the result may be coloured.
func (o output) color(stdout io.Writer, forbidden bool) bool {
	return o.isStdout() && color(stdout, forbidden)
}

// isolates reports whether the result may hold marks around text from right to left.
func (o output) isolates(stdout io.Writer) bool { return o.isStdout() && isolates(stdout) }

// write calls f to write the result. A file gets its name only when f has
// succeeded and the context is not done.
func (o output) write(ctx context.Context, stdout io.Writer, f func(io.Writer) error) error {
	if o.isStdout() {
		return buffered(ctx, stdout, f)
	}
	if err := o.writeFile(ctx, f); err != nil {
		return fmt.Errorf("writing %s: %w", o.path, bareError(err))
	}
	return nil
}

func (o output) writeFile(ctx context.Context, f func(io.Writer) error) error {
	if o.direct {
		file, err := os.OpenFile(o.path, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		return errors.Join(buffered(ctx, file, f), file.Close())
	}
	file, err := createBeside(o.path)
	if err != nil {
		return err
	}
	if err := fill(ctx, file, o.path, f); err != nil {
		return errors.Join(err, discard(file))
	}
	return os.Rename(file.Name(), o.path)
}

// fill writes the content of a temporary file that is to become path.
func fill(ctx context.Context, file *os.File, path string, f func(io.Writer) error) error {
	if old, err := os.Stat(path); err == nil {
		if err := file.Chmod(old.Mode().Perm()); err != nil {
			return err
		}
	}
	if err := buffered(ctx, file, f); err != nil {
		return err
	}
	if err := file.Sync(); err != nil {
		return err
	}
	return file.Close()
}

// createBeside creates a temporary file in the folder of path, with the
// permissions of any new file. It is hidden, so that a scan of the folder does
// not read it.
func createBeside(path string) (*os.File, error) {
	dir, base := filepath.Split(path)
	name := fmt.Sprintf(".%s.%08x.tmp", base, rand.Uint32())
	return os.OpenFile(filepath.Join(dir, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
}

// discard closes and removes a temporary file.
func discard(file *os.File) error {
	file.Close() // it may be closed already
	return os.Remove(file.Name())
}

// discardAll does so with several, of which some may have their names already.
func discardAll(files []*os.File) error {
	var all []error
	for _, f := range files {
		if err := discard(f); !errors.Is(err, fs.ErrNotExist) {
			all = append(all, err)
		}
	}
	return errors.Join(all...)
}

// buffered calls f with a buffered w. Once the context is done, nothing more is
// written and the whole has failed.
func buffered(ctx context.Context, w io.Writer, f func(io.Writer) error) error {
	b := bufio.NewWriterSize(writerFunc(func(p []byte) (int, error) {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		return w.Write(p)
	}), 1<<16)
	if err := f(b); err != nil {
		return err
	}
	if err := b.Flush(); err != nil {
		return err
	}
	return ctx.Err()
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }
