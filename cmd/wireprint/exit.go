package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/wireprint/wireprint/pkg/source"
)

// The exit codes of every command.
const (
	exitDone    = 0
	exitFailed  = 1
	exitUsage   = 2 // wrong flag, argument, variable or configuration
	exitSkipped = 3 // done, but inputs were skipped and --strict was given
)

// usageError is an error in how the program was called. Hint is a line that
// says what to do instead.
type usageError struct {
	err  error
	hint string
}

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

// usagef returns a usageError without a hint.
func usagef(format string, args ...any) error {
	return &usageError{err: fmt.Errorf(format, args...)}
}

// skippedError says that a run is done, but under --strict not good enough.
type skippedError struct{ inputs int }

func (e *skippedError) Error() string {
	return fmt.Sprintf("%s skipped, which --strict does not allow", count(e.inputs, "input"))
}

// exit tells the user how the run ended and returns the exit code. No other
// code prints an error.
func exit(ctx context.Context, stderr io.Writer, err error) int {
	if err == nil {
		return exitDone
	}
	// Whatever failed because of an interrupt did not fail by itself.
	if ctx.Err() != nil {
		fmt.Fprintln(stderr, "wireprint: interrupted")
		return exitFailed
	}
	fmt.Fprintf(stderr, "wireprint: %s\n", printable(err.Error()))

	var usage *usageError
	var skipped *skippedError
	var ignore *source.IgnoreError
	switch {
	case errors.As(err, &usage):
		if usage.hint != "" {
			fmt.Fprintln(stderr, usage.hint)
		}
		return exitUsage
	case errors.As(err, &ignore):
		return exitUsage
	case errors.As(err, &skipped):
		return exitSkipped
	default:
		return exitFailed
	}
}
