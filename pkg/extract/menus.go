package extract

import "strings"

// separators are the signs that menus have between their entries.
var separators = []struct {
	text  string
	bare  string // without its spaces, which every line has: it is counted first
	sign  signs
	least int // that make a menu, however short its entries
}{
	{" | ", "|", bar, 2}, {"|", "|", bar, 2}, {" - ", "-", dash, 5}, {" · ", "·", middot, 2},
	{" • ", "•", bullet, 2}, {" » ", "»", guillemet, 2}, {" > ", ">", angle, 2}, {" / ", "/", slash, 2},
}

// isMenu reports a line, of which the signs are known, of at least four short
// entries with signs between them: "About Us | Contact | Terms | Privacy".
func isMenu(line string, all signs) bool {
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
