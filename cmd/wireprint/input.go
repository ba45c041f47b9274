package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// stdinName is the input path that stands for standard input.
const stdinName = "-"

// readInput reads one file, or standard input, with read. Errors name it.
func readInput[T any](name string, stdin io.Reader, read func(io.Reader) (T, error)) (result T, err error) {
	in := stdin
	if name != stdinName {
		file, err := openFile(name)
		if err != nil {
			return result, err
		}
		defer file.Close()
		in = file
	}
	if result, err = read(in); err != nil {
		return result, fmt.Errorf("%s: %w", inputName(name), bareError(err))
	}
	return result, nil
}

// openFile opens a file that the user named. Errors name it, and what may be wrong.
func openFile(name string) (*os.File, error) {
	file, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("reading %s: no such file; check the spelling", name)
	}
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, bareError(err))
	}
	if info, err := file.Stat(); err == nil && info.IsDir() {
		file.Close()
		return nil, fmt.Errorf("reading %s: it is a folder; give the name of a file in it", name)
	}
	return file, nil
}

// inputName is the name of an input in messages.
func inputName(name string) string {
	if name == stdinName {
		return "standard input"
	}
	return name
}
