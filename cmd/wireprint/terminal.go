package main

import (
	"io"
	"os"
	"strconv"

	"golang.org/x/term"
)

// The terminal rules of every command:
//
//   - Results go to standard output, everything else to standard error.
//   - Colour is used only where results go to a terminal that can show it, and
//     neither --no-color nor the variable NO_COLOR (https://no-color.org) forbids
//     it.
//   - The marks that keep Arabic or Hebrew names in their places go to terminals
//     alone: pagers and files show them as junk, or hide them from a search.
//   - Text is as wide as the terminal it goes to. Elsewhere it is as wide as
//     COLUMNS says, or 80 columns.
//   - The progress bar is drawn only where standard error is a terminal, and not
//     with --quiet. It wipes itself out when it is done.
//   - Nothing is ever asked: a run behaves the same with nobody watching.

// defaultWidth is the width of text that goes to no terminal.
const defaultWidth = 80

// streams are the standard streams of a command.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// terminalFile returns the terminal behind a stream, or nil if there is none.
func terminalFile(stream any) *os.File {
	if f, ok := stream.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return f
	}
	return nil
}

// color reports whether results written to w may be coloured.
func color(w io.Writer, forbidden bool) bool {
	return !forbidden && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" &&
		terminalFile(w) != nil
}

// isolates reports whether w obeys the marks around text from right to left.
func isolates(w io.Writer) bool {
	return os.Getenv("TERM") != "dumb" && terminalFile(w) != nil
}

// width is the number of columns for text written to w.
func width(w io.Writer) int {
	if f := terminalFile(w); f != nil {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil && n > 0 {
			return n
		}
	}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	return defaultWidth
}
