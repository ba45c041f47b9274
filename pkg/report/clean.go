package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean makes scraped text safe to print, since a page can hold anything: an
// escape sequence that rewrites the reader's screen, an override that turns
// the reading direction round, a line break that forges a line of the report.
//
//   - White space of any kind and length becomes one space, none at the ends.
//   - Control characters and bytes that are not UTF-8 become U+FFFD, which
//     shows that something was there.
//   - Characters without a shape of their own (direction marks and overrides,
//     byte order marks, soft hyphens, tags) go, but for the two joiners that
//     Persian, Hindi and emoji are spelled with.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = true
			continue
		case isShapeless(r):
			continue
		case unicode.IsControl(r):
			r = utf8.RuneError
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}

// isClean spares clean its work on nearly all text.
func isClean(s string) bool {
	before := ' '
	for _, r := range s {
		switch {
		case r == ' ' && before == ' ':
			return false
		case r != ' ' && (unicode.IsSpace(r) || isShapeless(r) || unicode.IsControl(r)):
			return false
		case r == utf8.RuneError:
			return false // it may stand for a broken byte
		}
		before = r
	}
	return s == "" || before != ' '
}

// isShapeless reports whether r only steers how its neighbours are shown.
func isShapeless(r rune) bool {
	const nonJoiner, joiner = '\u200c', '\u200d'
	return unicode.Is(unicode.Cf, r) && r != nonJoiner && r != joiner &&
		!unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}
