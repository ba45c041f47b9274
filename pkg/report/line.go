package report

import (
	"bufio"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// style is how a piece of a line is shown on a terminal: the parameters of its
// SGR sequence. Where colour is off, styles have no effect.
type style string

const (
	plain   style = ""
	heading style = "1"    // bold
	faint   style = "2"    // labels, and what is only there for orientation
	removed style = "9;31" // struck out and red, so that it does not hang on the colour alone
	added   style = "1;32" // bold green
)

// piece is text of one style within a line.
type piece struct {
	text  string
	style style
}

// line is a laid-out line of the report, without its end.
type line []piece

// lineOf is a line of one piece.
func lineOf(s style, text string) line { return line{{text, s}} }

// indent moves lines to the right by n columns.
func indent(n int, lines []line) []line {
	out := make([]line, len(lines))
	for i, l := range lines {
		out[i] = append(line{{strings.Repeat(" ", n), plain}}, l...)
	}
	return out
}

// hang sets body beside label, in a column that begins after labelColumns, and
// wraps it there to the given total width.
func hang(label piece, labelColumns int, body []piece, width int) []line {
	return beside(label, labelColumns, wrap(body, width-labelColumns))
}

// beside sets lines beside label, in a column that begins after labelColumns.
func beside(label piece, labelColumns int, body []line) []line {
	lines := indent(labelColumns, body)
	if len(lines) > 0 {
		gap := strings.Repeat(" ", max(1, labelColumns-columns(label.text)))
		lines[0] = append(line{label, {gap, plain}}, lines[0][1:]...)
	}
	return lines
}

// columns is the number of terminal columns that text takes.
func columns(text string) int { return displaywidth.String(text) }

// cut shortens text to at most width columns; "…" stands for what is missing.
func cut(text string, width int) string {
	return displaywidth.TruncateString(text, width, "…")
}

// printer writes lines; its writer keeps the first error.
type printer struct {
	w     *bufio.Writer
	color bool
}

// print writes lines without the spaces at their ends.
func (p printer) print(lines ...line) {
	for _, l := range lines {
		for _, piece := range trimEnd(l) {
			p.piece(piece)
		}
		p.w.WriteByte('\n')
	}
}

func (p printer) piece(s piece) {
	if !p.color || s.style == plain || s.text == "" {
		p.w.WriteString(s.text)
		return
	}
	p.w.WriteString("\x1b[" + string(s.style) + "m" + s.text + "\x1b[0m")
}

// trimEnd returns l without trailing spaces.
func trimEnd(l line) line {
	for len(l) > 0 {
		last := l[len(l)-1]
		last.text = strings.TrimRight(last.text, " ")
		l = l[:len(l)-1]
		if last.text != "" {
			return append(l[:len(l):len(l)], last)
		}
	}
	return nil
}
