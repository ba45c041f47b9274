package extract

import (
	"unicode"
	"unicode/utf8"
)

// markForeign makes clutter of the paragraphs whose letters are of another
// script than the text's: spam that a page was sown with. It needs a text that
// is nearly all of one script.
func markForeign(text string, blocks []block) {
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
