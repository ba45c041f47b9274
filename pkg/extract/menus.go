package extract

import (
	"strings"
	"unicode/utf8"
)

// signs is a set of the signs of which one byte or more stands in a line.
type signs uint8

const (
	bar signs = 1 << iota
	dash
	angle
	slash
	beyond // any character beyond ASCII
)

var signOf = func() (t [256]signs) {
	for c := utf8.RuneSelf; c < len(t); c++ {
		t[c] = beyond
	}
	t['|'], t['-'], t['>'], t['/'] = bar, dash, angle, slash
	return t
}()

func signsOf(line string) (all signs) {
	for i := range len(line) {
		all |= signOf[line[i]]
	}
	return all
}

// separators are the signs that menus have between their entries.
var separators = []struct {
	text  string
	bare  string // without its spaces, which every line has: it is counted first
	sign  signs
	least int // that make a menu, however short its entries
}{
	{" | ", "|", bar, 2}, {"|", "|", bar, 2}, {" - ", "-", dash, 5}, {" · ", "·", beyond, 2},
	{" • ", "•", beyond, 2}, {" » ", "»", beyond, 2}, {" > ", ">", angle, 2}, {" / ", "/", slash, 2},
}

// isMenu reports a line, of which the signs are known, of at least four short
// entries with signs between them: "About Us | Contact | Terms | Privacy".
func isMenu(line string, all signs) bool {
	if all == 0 {
		return false
	}
	for _, s := range separators {
		if all&s.sign == 0 || strings.Count(line, s.bare) < s.least {
			continue
		}
		if n := strings.Count(line, s.text); n >= s.least && len(strings.Fields(line)) <= 5*(n+1) {
			return true
		}
	}
	return false
}
