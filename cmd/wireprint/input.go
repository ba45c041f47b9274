package main

import (
	"fmt"
	"io"
	"os"
)

// stdinName is the input path that stands for standard input.
const stdinName = "-"

// readInput reads one file, or standard input, with read. Errors name it.
func readInput[T any](name string, stdin io.Reader, read func(io.Reader) (T, error)) (result T, err error) {
	in := stdin
	if name != stdinName {
		file, err := os.Open(name)
		if err != nil {
			return result, fmt.Errorf("reading %s: %w", name, bareError(err))
		}
		defer file.Close()
		in = file
	}
	if result, err = read(in); err != nil {
		return result, fmt.Errorf("%s: %w", inputName(name), bareError(err))
	}
	return result, nil
}

// inputName is the name of an input in messages.
func inputName(name string) string {
	if name == stdinName {
		return "standard input"
	}
	return name
}
