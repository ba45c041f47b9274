package report

import (
	"fmt"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// shown is what one article has in a block, ready to be laid out.
type shown struct {
	label string
	text  []piece
}

// layout sets what A has and what B has in lines of at most width columns.
type layout func(a, b shown, width int) []line

// sideColumns is the width of the column that says whose text it is.
const sideColumns = 5

// inline sets A's text above B's.
func inline(a, b shown, width int) []line {
	var lines []line
	for _, s := range []shown{a, b} {
		if len(s.text) > 0 {
			lines = append(lines, hang(piece{s.label, heading}, sideColumns, s.text, width)...)
		}
	}
	return lines
}

// sideBySide sets A's text in a left and B's in a right column.
func sideBySide(a, b shown, width int) []line {
	const gutter = " │ "
	column := (width - columns(gutter)) / 2
	left, right := wrap(a.text, column), wrap(b.text, column)
	var lines []line
	for i := range max(len(left), len(right)) {
		var l line
		if i < len(left) {
			l = trimEnd(left[i], " ")
		}
		used := 0
		for _, p := range l {
			used += columns(p.text)
		}
		l = append(l, piece{strings.Repeat(" ", column-used), plain}, piece{gutter, faint})
		if i < len(right) {
			l = append(l, right[i]...)
		}
		lines = append(lines, l)
	}
	return lines
}

// lines lays the block out. In one column, text that both have is set once.
func (b block) lines(set layout, opts CompareOptions) []line {
	var left, right, merged []piece
	if b.moved {
		note := piece{"[moved] ", faint}
		right, merged = append(right, note), append(merged, note)
	}
	for _, s := range b.stretches {
		switch textA, textB := b.a.words(s.a), b.b.words(s.b); {
		case s.same:
			left = append(left, piece{textA + b.a.space(s.a), plain})
			right = append(right, piece{textB + b.b.space(s.b), plain})
			merged = append(merged, piece{textA + b.a.space(s.a), plain})
		case b.shared:
			left = appendEdit(left, edit{from: textA}, b.a.space(s.a), opts.Color)
			right = appendEdit(right, edit{to: textB}, b.b.space(s.b), opts.Color)
			merged = appendEdit(merged, edit{from: textA, to: textB}, max(b.a.space(s.a), b.b.space(s.b)), opts.Color)
		default:
			left = appendText(left, textA, faint)
			right = appendText(right, textB, faint)
		}
	}
	if b.shared && !opts.SideBySide {
		return hang(piece{"A B", heading}, sideColumns, merged, opts.Width)
	}
	return set(shown{"A", left}, shown{"B", right}, opts.Width)
}

func appendEdit(to []piece, e edit, space string, color bool) []piece {
	if e.from == "" && e.to == "" {
		return to
	}
	return append(append(to, e.pieces(color)...), piece{space, plain})
}

func appendText(to []piece, text string, s style) []piece {
	if text == "" {
		return to
	}
	return append(to, piece{text, s})
}

// summary says how much each article has of the other.
func (c *Comparison) summary(width int) []line {
	if len(c.Passages) == 0 {
		return wrap([]piece{{"They share no passage.", heading}}, width)
	}
	edits := 0
	for _, p := range c.Passages {
		edits += len(news.Edits(p.Runs))
	}
	figures := fmt.Sprintf("%s of A stands in B, %s of B in A. Longest run %s, %s with %s.",
		percent(c.Pair.ContainedA), percent(c.Pair.ContainedB),
		count(c.Pair.LongestRun, "word", "words"),
		count(len(c.Passages), "passage", "passages"), count(edits, "change", "changes"))
	lines := wrap([]piece{{string(c.Pair.Class), heading}, {": " + classMeaning(c.Pair.Class), plain}}, width)
	return append(lines, wrap([]piece{{figures, plain}}, width)...)
}

func classMeaning(class news.Class) string {
	switch class {
	case news.WhollyDerived:
		return "one is the other's copy, as a whole"
	case news.PartiallyDerived:
		return "one holds a good part of the other"
	case news.QuoteOnly:
		return "they share quotations and little else"
	default:
		return "they share a few words"
	}
}
