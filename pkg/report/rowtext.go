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
		shown, limit = 1, 2
	case opts.limited():
		shown, limit = 3, 3
	}
	if !c.versions[0].changed() {
		shown++ // it takes no wording of its own
	}
	shown = min(shown, len(c.versions))
	width -= classColumns
	var lines []line
	for i, v := range c.versions[:shown] {
		label := piece{string(c.class), faint}
		if i > 0 {
			label.text = ""
		}
		body := setNames(v.outlets, width, opts)
		if v.changed() {
			body = append(body, firstLines(setWording(v, text, width, opts), limit, width)...)
		}
		lines = append(lines, beside(label, classColumns, body)...)
	}
	var others []string
	for _, v := range c.versions[shown:] {
		others = append(others, v.outlets...)
	}
	return append(lines, beside(piece{"otherwise", faint}, classColumns, setNames(others, width, opts))...)
}

// setWording lays out what a version has instead of a row's text.
func setWording(v version, text string, width int, opts TextOptions) []line {
	if v.text != "" {
		return paragraph(plain, v.text, min(width, readable), 0)
	}
	return wrap(marked(text, v.changes, opts.Color), width)
}

// firstLines cuts lines of at most width columns off after limit of them, if limit is
// not 0. "…" stands for what is missing.
func firstLines(lines []line, limit, width int) []line {
	const mark = " …"
	if limit == 0 || len(lines) <= limit {
		return lines
	}
	last := trimEnd(lines[limit-1], " ")
	for n := len(last) - 1; n >= 0 && lineColumns(last)+columns(mark) > width; n-- {
		over := lineColumns(last) + columns(mark) - width
		last[n].text = headOf(last[n].text, max(0, columns(last[n].text)-over))
	}
	return append(lines[:limit-1:limit-1], append(last, piece{mark, plain}))
}

// setNames lists names, each once: all of them, or in a short report those that fit on a
// line and the number of the others.
func setNames(names []string, width int, opts TextOptions) []line {
	if len(names) == 0 {
		return nil
	}
	names = counted(names)
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
