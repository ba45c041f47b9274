package extract

import (
	"unicode"
	"unicode/utf8"
)

// markForeign makes clutter of the paragraphs whose letters are of another
// script than the text's: spam that a page was sown with. It needs a text that
// is nearly all of one script.
func markForeign(text string, blocks []block) {
	if !holdsForeign(text) {
		return
	}
	all := 0
	foreign := 0
	latin := make([]int, len(blocks))
	other := make([]int, len(blocks))
	for i, b := range blocks {
		latin[i], other[i] = countScripts(text[b.Start:b.End])
		all += latin[i] + other[i]
		foreign += other[i]
	}
	if all == 0 {
		return
	}
	mostlyLatin := foreign*10 < all
	mostlyOther := foreign*10 > all*9
	for i := range blocks {
		strange := mostlyLatin && other[i] > 2*latin[i] || mostlyOther && latin[i] > 2*other[i] && latin[i] > 40
		if strange {
			blocks[i].kind = clutter
		}
	}
}

// holdsForeign reports a letter of another script than the Latin.
func holdsForeign(text string) bool {
	for i := nextOdd(text, 0); i < len(text); i = nextOdd(text, i) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isPunctuation(r) && unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return true
		}
		i += size
	}
	return false
}

// isPunctuation reports the signs from U+2000 to U+206F: quotation marks, dashes
// and dots, which most characters beyond ASCII are in English texts.
func isPunctuation(r rune) bool { return 0x2000 <= r && r <= 0x206f }

// countScripts counts the letters of the Latin script and of all others.
func countScripts(s string) (latin, other int) {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'a' <= c|0x20 && c|0x20 <= 'z' {
				latin++
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case !unicode.IsLetter(r):
		case unicode.Is(unicode.Latin, r):
			latin++
		default:
			other++
		}
		i += size
	}
	return latin, other
}
