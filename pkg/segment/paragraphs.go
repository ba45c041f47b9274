package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
)

// Paragraphs returns the paragraphs of a text, without the white space around
// them. A blank line always ends a paragraph. Whether a line end does depends
// on the text: in text that was wrapped at a column, as wires and OCR send it,
// only an indented line or a short last line begins a new one; in other text
// every line is a paragraph, unless a sentence runs on over the line end.
func Paragraphs(text string) []news.Span {
	var room [96]line // enough for most articles
	lines := appendLines(room[:0], text)
	width := wrapWidth(text, lines)
	var paragraphs []news.Span
	for i, l := range lines {
		if l.blank() {
			continue
		}
		if i > 0 && !lines[i-1].blank() && continues(text, paragraphs[len(paragraphs)-1], lines[i-1], l, width) {
			paragraphs[len(paragraphs)-1].End = l.End
			continue
		}
		paragraphs = append(paragraphs, l.Span)
	}
	return paragraphs
}

// line is a line of text without the white space around it.
type line struct {
	news.Span
	indent int
}

func (l line) blank() bool { return l.Len() == 0 }

func appendLines(lines []line, text string) []line {
	for start := 0; start <= len(text); {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += start
		}
		raw := text[start:end]
		left := strings.TrimLeftFunc(raw, isBlank)
		indent := len(raw) - len(left)
		trimmed := strings.TrimRightFunc(left, isBlank)
		lines = append(lines, line{
			Span:   news.Span{Start: start + indent, End: start + indent + len(trimmed)},
			indent: indent,
		})
		start = end + 1
	}
	return lines
}

func isBlank(r rune) bool { return unicode.IsSpace(r) || isInvisible(r) }

// Column widths at which text is wrapped by hand or machine; a longer line is
// a paragraph of its own.
const (
	minWrap = 20
	maxWrap = 110
)

// wrapWidth returns the length of the longest line of a text that was wrapped
// at a column, 0 for other text. Such text has no long lines, and two in five
// of its line ends or more fall inside a sentence.
func wrapWidth(text string, lines []line) int {
	longest, ends, inside := 0, 0, 0
	for i, l := range lines {
		if l.Len() > maxWrap {
			return 0
		}
		longest = max(longest, l.Len())
		if i == 0 || l.blank() || lines[i-1].blank() {
			continue
		}
		ends++
		if lines[i-1].Len() >= minWrap && runsOn(text, lines[i-1].Span, l.Span) {
			inside++
		}
	}
	if longest < minWrap || inside < 2 || inside*5 < ends*2 {
		return 0
	}
	return longest
}

// continues reports whether line l goes on with the paragraph that ended with
// the line before it.
func continues(text string, paragraph news.Span, before, l line, width int) bool {
	if width == 0 {
		return paragraph.Len() >= minWrap && runsOn(text, paragraph, l.Span)
	}
	if l.indent > before.indent && l.indent >= 2 {
		return false
	}
	return before.Len()*4 >= width*3 || runsOn(text, before.Span, l.Span)
}

// runsOn reports whether a sentence goes on from one line to the next: no
// stop, and a small letter to begin with.
func runsOn(text string, before, next news.Span) bool {
	first, _ := utf8.DecodeRuneInString(text[next.Start:next.End])
	return unicode.IsLower(first) && !EndsSentence(text[before.Start:before.End])
}

// EndsSentence reports whether text ends with the mark of a finished sentence,
// closing quotes and brackets aside. Thai and Lao have none: there every text
// that ends with a letter may be a finished sentence.
func EndsSentence(text string) bool {
	for len(text) > 0 {
		r, size := utf8.DecodeLastRuneInString(text)
		switch {
		case strings.ContainsRune(stops, r):
			return true
		case 0xE01 <= r && r <= 0xE4E, 0xE81 <= r && r <= 0xECE:
			return true
		case !strings.ContainsRune(closers, r) && !isInvisible(r):
			return false
		}
		text = text[:len(text)-size]
	}
	return false
}

// stops end a sentence: those of Latin and Greek, Chinese and Japanese, Hindi,
// Arabic and Urdu, Armenian, Khmer, Burmese and Ethiopic.
const stops = ".!?…:;" + "\u037e" + "。．！？：；｡" + "।॥" + "؟؛۔" + "։" + "។" + "။" + "።"

// closers can stand behind a stop.
const closers = "\"'”’“‘»«›‹״＂」』｣)]）］】〉》 \u00a0*_"
