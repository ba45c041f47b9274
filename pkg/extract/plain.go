package extract

import "math/bits"

// nextOdd returns the place of the first byte at or behind i that is no printable
// ASCII character and no line feed, the length of the text when there is none. Of
// most texts it skips all but a few quotation marks, eight bytes at a time.
func nextOdd(text string, i int) int {
	for ; i+8 <= len(text); i += 8 {
		if odd := oddBytes(eightBytes(text, i)); odd != 0 {
			return i + bits.TrailingZeros64(odd)/8
		}
	}
	for ; i < len(text); i++ {
		if c := text[i]; c != '\n' && (c < ' ' || c > '~') {
			break
		}
	}
	return i
}

// eightBytes are those of a text from i on, the first the lowest.
func eightBytes(text string, i int) uint64 {
	s := text[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// oddBytes has the high bit of each of the eight bytes that is odd, see [nextOdd]. No
// sum goes beyond its byte, for the high bits are left out of them.
func oddBytes(x uint64) uint64 {
	const each, high = 0x0101010101010101, 0x8080808080808080
	low := x &^ high
	printable := low + (0x80-' ')*each    // the high bits of bytes from the space on
	deleted := low + each                 // of the delete character
	feed := (low ^ '\n'*each) + 0x7f*each // of all but line feeds
	return (x | ^printable&feed | deleted) & high
}
