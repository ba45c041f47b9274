package report

import (
	"iter"
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/rivo/uniseg"

	"github.com/wireprint/wireprint/pkg/news"
)

// wrap sets pieces, which follow each other without a gap, in lines of at most
// width columns.
func wrap(pieces []piece, width int) []line {
	var text strings.Builder
	for _, p := range pieces {
		text.WriteString(p.text)
	}
	var lines []line
	for span := range breakLines(text.String(), width) {
		lines = append(lines, isolated(slice(pieces, span)))
	}
	return lines
}

// breakLines finds, one by one, where lines of at most width columns begin and
// end in text. It breaks where Unicode's line breaking algorithm (UAX 14)
// allows it, so that Chinese breaks between characters, and inside a word only
// when the word alone is wider than a line.
func breakLines(text string, width int) iter.Seq[news.Span] {
	return func(yield func(news.Span) bool) {
		var now news.Span // the line being filled
		used := 0         // its columns, spaces at the end included
		for part := range unbreakable(text, width) {
			need := columns(strings.TrimRight(part, " "))
			if used > 0 && used+need > width {
				if !yield(now) {
					return
				}
				now, used = news.Span{Start: now.End, End: now.End}, 0
			}
			now.End += len(part)
			used += columns(part)
		}
		if now.Len() > 0 {
			yield(now)
		}
	}
}

// unbreakable parts text into the pieces that stay on one line, with the
// spaces that follow them. What is wider than a line is parted by force.
func unbreakable(text string, width int) iter.Seq[string] {
	return func(yield func(string) bool) {
		rest, state := text, -1
		for rest != "" {
			var part string
			part, rest, state = nextSegment(rest, state)
			for columns(strings.TrimRight(part, " ")) > width {
				head := headWithin(part, width)
				if !yield(part[:head]) {
					return
				}
				part = part[head:]
			}
			if !yield(part) {
				return
			}
		}
	}
}

// nextSegment splits off text up to the first place where a line may break.
// The hyphens that a word begins with stay with it, as in --paragraphs (rule
// LB20a, which uniseg does not know yet), and so does the mark of words that
// were removed.
func nextSegment(text string, state int) (segment, rest string, newState int) {
	segment, rest, _, state = uniseg.FirstLineSegmentInString(text, state)
	for rest != "" && (strings.Trim(segment, "-") == "" || strings.HasSuffix(segment, "[-")) {
		var next string
		next, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		segment += next
	}
	return segment, rest, state
}

// headWithin is the length in bytes of the longest beginning of text that takes
// at most width columns. It is never nothing.
func headWithin(text string, width int) int {
	n, used := 0, 0
	for g := displaywidth.StringGraphemes(text); g.Next(); {
		used += clusterColumns(g.Value(), g.Width())
		if n > 0 && used > width {
			break
		}
		n += len(g.Value())
	}
	return n
}

// slice returns the part of pieces that span covers.
func slice(pieces []piece, span news.Span) line {
	var l line
	at := 0
	for _, p := range pieces {
		here := news.Span{Start: at, End: at + len(p.text)}
		if span.Overlap(here) > 0 {
			from, to := max(span.Start, here.Start), min(span.End, here.End)
			l = append(l, piece{p.text[from-at : to-at], p.style})
		}
		at = here.End
	}
	return l
}

// paragraph sets text in at most limit lines of width columns, or in as many
// as it takes when limit is 0. "…" stands for what is missing.
func paragraph(s style, text string, width, limit int) []line {
	var lines []line
	set := ""
	for span := range breakLines(text, width) {
		if limit > 0 && len(lines) == limit {
			lines[limit-1] = isolated(lineOf(s, ellipsis(strings.TrimRight(set, " "), width)))
			break
		}
		set = text[span.Start:span.End]
		lines = append(lines, isolated(lineOf(s, set)))
	}
	return lines
}

// ellipsis ends text with "…" within width columns.
func ellipsis(text string, width int) string {
	const mark = " …"
	return strings.TrimRight(headOf(text, width-columns(mark)), " ") + mark
}

// headOf is as much of text as fits in width columns, without half a word but of words
// that are very long.
func headOf(text string, width int) string {
	const long = 24 // columns
	if columns(text) <= width {
		return text
	}
	text = text[:headWithin(text, width)]
	if i := strings.LastIndexByte(text, ' '); i >= 0 && columns(text[i:]) <= long {
		text = text[:i]
	}
	return text
}
