package extract

// nextOdd returns the place of the first byte at or behind i that is no printable
// ASCII character and no line feed, the length of the text when there is none. Of
// most texts it skips all but a few quotation marks, eight bytes at a time.
func nextOdd(text string, i int) int {
	const each = 0x0101010101010101
	for i < len(text) {
		for i+8 <= len(text) {
			s := text[i : i+8]
			x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
				uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
			below := x - ' '*each // sets the high bit of the first byte below the space
			above := x + each     // sets that of the delete character
			if (x|below|above)&(0x80*each) != 0 {
				break
			}
			i += 8
		}
		for end := min(i+8, len(text)); i < end; i++ {
			if c := text[i]; c != '\n' && (c < ' ' || c > '~') {
				return i
			}
		}
	}
	return i
}
