package report

import (
	"strconv"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

const (
	// numberColumns is the width of a row's number, classColumns that of the
	// classes below it.
	numberColumns = 3
	classColumns  = len("rewritten") + 2

	// readable is the width beyond which lines of prose are hard to read.
	readable = 100
)

// setRow lays out the n-th row of a story: its text and who carried it.
func setRow(n int, r row, opts TextOptions) []line {
	width := opts.Width - margin - numberColumns
	text := paragraph(plain, r.text, min(width, readable), textLines(opts))
	lines := beside(piece{strconv.Itoa(n), faint}, numberColumns, text)
	for _, c := range r.carried {
		lines = append(lines, indent(numberColumns, setCarried(c, r, width, opts))...)
	}
	return lines
}

// textLines is how many lines of a row's text are shown; 0 means all.
func textLines(opts TextOptions) int {
	switch {
	case opts.Paragraphs == ParagraphsAll:
		return 0
	case opts.limited():
		return 2
	default:
		return 3
	}
}

// setCarried names who carried a row in one way.
func setCarried(c carried, r row, width int, opts TextOptions) []line {
	label := string(c.class)
	if r.alone {
		label = "only in"
	}
	if len(c.versions) > 0 && (opts.Diff || c.class == news.Rewritten) {
		return setVersions(c, r.text, width, opts)
	}
	names := setNames(c.outlets, width-classColumns, opts)
	return beside(piece{label, faint}, classColumns, names)
}

// setVersions lays out what each version of a row changed. A short report shows
// the most common ones and only names who ran the others.
func setVersions(c carried, text string, width int, opts TextOptions) []line {
	shown, limit := len(c.versions), 0
	switch {
	case opts.brief:
		shown, limit = min(shown, 1), 2
	case opts.limited():
		shown, limit = min(shown, 3), 3
	}
	width -= classColumns
	label := piece{string(c.class), faint}
	var lines []line
	for _, v := range c.versions[:shown] {
		body := setNames(v.outlets, width, opts)
		body = append(body, firstLines(setWording(v, text, width, opts), limit)...)
		lines = append(lines, beside(label, classColumns, body)...)
	}
	var others []string
	for _, v := range c.versions[shown:] {
		others = append(others, v.outlets...)
	}
	return append(lines, beside(label, classColumns, setNames(others, width, opts))...)
}

// setWording lays out what a version has instead of a row's text.
func setWording(v version, text string, width int, opts TextOptions) []line {
	if v.text != "" {
		return paragraph(plain, v.text, min(width, readable), 0)
	}
	return wrap(marked(text, v.changes, opts.Color), width)
}

// firstLines cuts lines off after limit of them, if limit is not 0.
func firstLines(lines []line, limit int) []line {
	if limit == 0 || len(lines) <= limit {
		return lines
	}
	return append(lines[:limit:limit], lineOf(plain, "…"))
}

// setNames lists names: all of them, or in a short report those that fit on a
// line and the number of the others.
func setNames(names []string, width int, opts TextOptions) []line {
	if len(names) == 0 {
		return nil
	}
	if !opts.limited() {
		return paragraph(plain, strings.Join(names, ", "), width, 0)
	}
	return []line{lineOf(plain, fitNames(names, width))}
}

// fitNames lists as many names as fit in width columns and the number of those
// that do not: "A, B, C (+12)".
func fitNames(names []string, width int) string {
	return fitFirst(names, width, func(shown int) int { return len(names) - shown })
}

// fitFirst is fitNames for names that may stand for several: more is how many stand
// behind those that are shown.
func fitFirst(names []string, width int, more func(shown int) int) string {
	behind := func(shown int) string {
		if n := more(shown); n > 0 {
			return " (+" + number(n) + ")"
		}
		return ""
	}
	text := names[0]
	for i, name := range names[1:] {
		if columns(text+", "+name+behind(i+2)) > width {
			return cut(text, width-len(behind(i+1))) + behind(i+1)
		}
		text += ", " + name
	}
	return cut(text, width)
}
