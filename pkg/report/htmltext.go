package report

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shownText is an article's text as the page shows it, safe as [clean] makes it but
// with its line breaks, and where the bytes of the article's own text stand in it.
type shownText struct {
	text  string
	shift []shiftedText // ascending; empty where nothing moved
	size  int           // in UTF-16 units
}

// shiftedText says that from a byte on, up to the next shift, each byte is a unit.
type shiftedText struct{ at, unit int }

// newShownText makes text safe to show. The page counts in UTF-16 units, as
// JavaScript does; the report in bytes.
func newShownText(text string) shownText {
	var (
		b     strings.Builder
		shown shownText
		delta int // units less bytes, so far
	)
	b.Grow(len(text))
	for at, r := range text {
		if shown.size-at != delta {
			delta = shown.size - at
			shown.shift = append(shown.shift, shiftedText{at, shown.size})
		}
		switch {
		case r == '\n' || r == '\t':
		case r == '\u2028' || r == '\u2029':
			r = '\n'
		case unicode.IsSpace(r):
			r = ' '
		case isShapeless(r):
			continue
		case unicode.IsControl(r):
			r = utf8.RuneError
		}
		b.WriteRune(r)
		shown.size++
		if r >= 0x10000 {
			shown.size++
		}
	}
	shown.text = b.String()
	return shown
}

// unit is where the text's byte at is shown. What lies outside of the text is at
// its end.
func (s *shownText) unit(at int) int {
	next := sort.Search(len(s.shift), func(i int) bool { return s.shift[i].at > at })
	if next == 0 {
		return max(0, min(at, s.size))
	}
	before := s.shift[next-1]
	return max(0, min(before.unit+at-before.at, s.size))
}
