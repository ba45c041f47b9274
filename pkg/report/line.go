package report

import (
	"bufio"
	"strings"
	"unicode"

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

// lineColumns is the number of terminal columns that a line takes.
func lineColumns(l line) (n int) {
	for _, p := range l {
		n += columns(p.text)
	}
	return n
}

// columns is the number of terminal columns that text takes.
func columns(text string) (n int) {
	if strings.IndexFunc(text, spelledInClusters) < 0 {
		return displaywidth.String(text)
	}
	for g := displaywidth.StringGraphemes(text); g.Next(); {
		n += clusterColumns(g.Value(), g.Width())
	}
	return n
}

// spelledInClusters reports a letter of the scripts of India and Southeast Asia.
func spelledInClusters(r rune) bool { return 0x900 <= r && r <= 0x10ff || 0x1780 <= r && r <= 0x1aff }

// clusterColumns is the number of columns of what a reader takes for one character, of
// which the library counts the first letter alone. In Devanagari or Thai the letters
// and vowels that follow take a column each, in VTE, xterm and tmux as in the C
// library's wcwidth; only the marks above and below do not.
func clusterColumns(cluster string, width int) int {
	for i, r := range cluster {
		if i > 0 && spelledInClusters(r) && unicode.In(r, unicode.Mc, unicode.Lo) {
			width++
		}
	}
	return width
}

// cut shortens text to at most width columns; "…" stands for what is missing.
func cut(text string, width int) string {
	if columns(text) <= width {
		return text
	}
	if head := text[:headWithin(text, width-1)]; columns(head) < width {
		return head + "…"
	}
	return "…"
}

// cutMiddle shortens text to at most width columns and leaves more of its beginning
// than of its end.
func cutMiddle(text string, width int) string {
	const least = 9 // columns that leave something of both ends
	if columns(text) <= width || width < least {
		return cut(text, width)
	}
	tail := text[headWithin(text, columns(text)-width/3):]
	return strings.TrimRight(text[:headWithin(text, width-1-columns(tail))], " ") + "…" + strings.TrimLeft(tail, " ")
}

// printer writes lines; its writer keeps the first error.
type printer struct {
	w        *bufio.Writer
	color    bool
	isolates bool // writes the marks of isolates too, see [isolate]
}

// print writes lines without the spaces at their ends.
func (p printer) print(lines ...line) {
	for _, l := range lines {
		for _, piece := range trimEnd(l, " ") {
			p.piece(piece)
		}
		p.w.WriteByte('\n')
	}
}

func (p printer) piece(s piece) {
	if !p.isolates {
		s.text = withoutIsolates(s.text)
	}
	if !p.color || s.style == plain || s.text == "" {
		p.w.WriteString(s.text)
		return
	}
	p.w.WriteString("\x1b[" + string(s.style) + "m" + s.text + "\x1b[0m")
}

// trimEnd returns l without the given characters at its end.
func trimEnd(l line, characters string) line {
	for len(l) > 0 {
		last := l[len(l)-1]
		last.text = strings.TrimRight(last.text, characters)
		l = l[:len(l)-1]
		if last.text != "" {
			return append(l[:len(l):len(l)], last)
		}
	}
	return nil
}
