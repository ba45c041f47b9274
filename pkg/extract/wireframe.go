package extract

import (
	"cmp"
	"strings"
	"unicode"

	"github.com/wireprint/wireprint/pkg/news"
)

// maxNotes is how many notes to editors are kept: no story has as many.
const maxNotes = 10

// frame puts around the text what a paper prints there: notes, byline and dateline, and
// the tagline. What the text itself begins with is not put there again.
func (d *wireItem) frame(a *news.Article) {
	above := d.above(a.Text)
	told := a.Dateline.Span.Len() > 0
	line := collapse(d.dateline)
	printed := !told && line != "" && !beginsWithLine(a.Text, line)
	if printed {
		above = append(above, wireParagraph{line, news.RoleByline})
	}
	text, paragraphs := joinParagraphs(above)
	if text != "" {
		text += "\n\n"
	}
	if told {
		a.Dateline.Span = shift(a.Dateline.Span, len(text))
	} else {
		a.Dateline = datelineField(cmp.Or(line, d.place))
		if printed {
			a.Dateline.Span = paragraphs[len(paragraphs)-1].Span
		}
	}
	if a.Dateline.Place == "" {
		a.Dateline.Place = collapse(d.place)
	}
	for _, p := range a.Paragraphs {
		paragraphs = append(paragraphs, news.Paragraph{Span: shift(p.Span, len(text)), Role: p.Role})
	}
	text += a.Text
	if below := collapse(d.tagline); below != "" {
		start := len(text) + len("\n\n")
		text += "\n\n" + below
		paragraphs = append(paragraphs, news.Paragraph{Span: news.Span{Start: start, End: len(text)}, Role: news.RoleByline})
	}
	a.Text, a.Paragraphs, a.Offset = text, paragraphs, 0
}

// above are the notes and the byline of a text that does not begin with them.
func (d *wireItem) above(text string) []wireParagraph {
	var lines []wireParagraph
	add := func(line string, role news.Role) {
		if line = collapse(line); line != "" && !beginsWithLine(text, line) {
			lines = append(lines, wireParagraph{line, role})
		}
	}
	for _, note := range d.notes[:min(len(d.notes), maxNotes)] {
		add(note, news.RoleBoilerplate)
	}
	add(d.byline, news.RoleByline)
	return lines
}

// beginsWithLine reports whether one of the first lines of a text is the line.
func beginsWithLine(text, line string) bool {
	const lines = 3
	n := 0
	for l := range strings.Lines(text) {
		if l = collapse(l); l == "" {
			continue
		}
		if strings.EqualFold(l, line) {
			return true
		}
		if n++; n == lines {
			return false
		}
	}
	return false
}

// datelineField reads a dateline that stands alone: what is no place, day or agency
// in it counts as the place.
func datelineField(line string) news.Dateline {
	line = strings.TrimRight(collapse(line), " -–—:,=")
	if line == "" {
		return news.Dateline{}
	}
	d := fieldDateline(line + " –")
	if d.Place == "" && d.Agency == "" && !strings.ContainsFunc(line, unicode.IsDigit) && len(line) <= maxDateline {
		d.Place = line
	}
	return d
}
