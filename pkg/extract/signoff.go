package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// longestSignOff is the most bytes that an agency's name takes behind the last
// sentence of a story.
const longestSignOff = 30

// signOff returns where the name of an agency begins that a paragraph ends with,
// behind its last sentence: "… ashore. (Reuters)", "… ashore. -- AFP", "… on
// Tuesday. AFP". It is the paragraph's end when there is none.
func signOff(text string, p news.Span) int {
	from := p.Start + runeStart(text[p.Start:p.End], max(0, p.Len()-longestSignOff))
	line := text[from:p.End]
	last, _ := utf8.DecodeLastRuneInString(line)
	if last != ')' && segment.EndsSentence(line) {
		return p.End // a name has no stop behind it
	}
	if last == ')' {
		at := strings.LastIndexByte(line, '(')
		if at > 0 && isName(line[at+1:len(line)-1]) && segment.EndsSentence(line[:at]) {
			return from + at
		}
		return p.End
	}
	for _, sign := range []string{" -- ", " – ", " — "} {
		if at := strings.LastIndex(line, sign); at > 0 && isName(line[at+len(sign):]) && segment.EndsSentence(line[:at]) {
			return from + at
		}
	}
	at := strings.LastIndexByte(line, ' ')
	if at > 0 && isCapitals(line[at+1:]) && segment.EndsSentence(line[:at]) {
		return from + at
	}
	return p.End
}

// isName reports one to three words that begin with capitals, or "dpa".
func isName(s string) bool {
	words := strings.Fields(s)
	for _, w := range words {
		if !unicode.IsUpper(nextRune(w)) && w != "dpa" || segment.EndsSentence(w) {
			return false
		}
	}
	return 1 <= len(words) && len(words) <= 3
}

// isCapitals reports a word of two to five capitals.
func isCapitals(w string) bool {
	n := 0
	for _, r := range w {
		if !unicode.IsUpper(r) {
			return false
		}
		n++
	}
	return 2 <= n && n <= 5
}
