package extract

import "unicode/utf8"

// signs is a set of what a line may hold, told by its bytes alone: what is not in the
// set does not stand in the line. One pass over a line tells most of the rules for
// lines that they need not look at it.
type signs uint16

const (
	bar signs = 1 << iota
	dash
	angle
	slash
	colon
	bracket   // an opening parenthesis
	longDash  // – or —
	middot    // ·
	bullet    // •
	guillemet // »
	telegram  // 日, the first of the two characters for a telegram
	figure    // a digit, see [digit]
	beyond    // any character beyond ASCII
)

// signOf has the signs that a byte may be of. Most signs beyond ASCII are told by
// their last byte, for the first ones are those of quotation marks as well.
var signOf = func() (t [256]signs) {
	for c := utf8.RuneSelf; c < len(t); c++ {
		t[c] = beyond
	}
	for text, s := range map[string]signs{
		"|": bar, "-": dash, ">": angle, "/": slash, ":": colon, "(": bracket,
		"–": longDash, "—": longDash, "·": middot, "•": bullet, "»": guillemet, "日": telegram,
	} {
		t[text[len(text)-1]] |= s
	}
	for c := '0'; c <= '9'; c++ {
		t[c] |= figure
	}
	for _, zero := range zeros {
		t[string(zero)[0]] |= figure
	}
	return t
}()

func signsOf(line string) (all signs) {
	for i := range len(line) {
		all |= signOf[line[i]]
	}
	return all
}
