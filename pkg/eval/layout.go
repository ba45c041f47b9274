package eval

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
)

// fill sets words, which are separated by spaces, in lines of at most width
// columns. A word is never broken, for ids are there to be copied: one that is
// wider has a line that is too.
func fill(words []string, width int) []string {
	var lines []string
	for _, word := range words {
		last := len(lines) - 1
		if last >= 0 && columns(lines[last])+1+columns(word) <= width {
			lines[last] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	return lines
}

// hang sets words beside a label, in a column that begins after so many others.
// Where the label is wider, or too little room is left beside it, they begin
// below it.
func hang(label string, column int, words []string, width int) []string {
	const least = 24 // columns that words can be read in
	if columns(label) >= column || width-column < least {
		under := columns(label) - columns(strings.TrimLeft(label, " ")) + 2
		return append([]string{label}, indent(under, fill(words, width-under))...)
	}
	lines := indent(column, fill(words, width-column))
	lines[0] = left(label, column) + lines[0][column:]
	return lines
}

// item sets words as an entry of a list: moved in by two columns, and after its
// first line by two more.
func item(words []string, width int) []string {
	lines := indent(4, fill(words, width-4))
	lines[0] = lines[0][2:]
	return lines
}

// indent moves lines to the right.
func indent(column int, lines []string) []string {
	for i, l := range lines {
		lines[i] = strings.Repeat(" ", column) + l
	}
	return lines
}

// columns is the number of terminal columns that text takes.
func columns(text string) int { return displaywidth.String(text) }

// right sets text at the right end of so many columns.
func right(text string, width int) string {
	return strings.Repeat(" ", max(0, width-columns(text))) + text
}

// left sets text at the left end of so many columns.
func left(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-columns(text)))
}

// visible is an id or a label as it can be shown: nothing in it can steer the
// terminal.
func visible(name string) string {
	hidden := func(r rune) bool { return !unicode.IsGraphic(r) || r == unicode.ReplacementChar }
	if !strings.ContainsFunc(name, hidden) {
		return name
	}
	quoted := strconv.QuoteToGraphic(name)
	return quoted[1 : len(quoted)-1]
}

// listed are ids as a list of which the first few are shown.
func listed(ids []string, count, show int) []string {
	var words []string
	shown := ids[:min(show, len(ids))]
	for i, id := range shown {
		word := visible(id)
		if i < len(shown)-1 {
			word += ","
		}
		words = append(words, word)
	}
	if more := count - len(words); more > 0 {
		words = append(words, fmt.Sprintf("and %s more", number(more)))
	}
	return words
}

// sentence begins a text with a capital letter.
func sentence(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// number writes n with a comma after each third digit: "12,518".
func number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// count writes how many there are of something: "1 article", "2 articles".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return number(n) + " " + noun + "s"
}
