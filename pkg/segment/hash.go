package segment

import "math/bits"

// A word's key is a multiply-and-rotate hash of its folded bytes, eight at a
// time, of which 32 bits are kept: two different words have the same key with a
// probability of one in four thousand million. Keys are what a run keeps of every
// word it has read, so that half the size is a third of a run's memory.
const (
	hashSeed  = 0x9e3779b97f4a7c15
	hashPrime = 0xd6e8feb86659fd93

	// lowerCase is the bit that turns each of eight capital ASCII letters into a
	// small one. Small letters and digits have it already.
	lowerCase = 0x2020202020202020
)

// hashASCII is the key of text[start:end], ASCII letters and digits, whatever
// their case.
func hashASCII(text string, start, end int) uint32 {
	h := hashSeed ^ uint64(end-start)
	for ; end-start > 8; start += 8 {
		h = stir(h, load(text[start:])|lowerCase)
	}
	var last uint64
	if start+8 <= len(text) {
		last = (load(text[start:]) | lowerCase) << (8 * (8 - (end - start)) & 63)
	} else {
		for i := end - 1; i >= start; i-- {
			last = last<<8 | uint64(text[i]|0x20)
		}
		last <<= 8 * (8 - (end - start)) & 63
	}
	return finish(stir(h, last))
}

// hashShort is the key of the first n of eight bytes, 1 to 8.
func hashShort(bytes uint64, n int) uint32 {
	return finish(stir(hashSeed^uint64(n), (bytes|lowerCase)<<(8*(8-n)&63)))
}

// wordBytes is how many of eight bytes, from the lowest on, are ASCII letters and
// digits. In each byte of the sums the highest bit tells whether a bound is
// reached.
func wordBytes(bytes uint64) int {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	low := bytes &^ tops
	small := low | lowerCase
	letter := (small + (0x80-'a')*ones) &^ (small + (0x7f-'z')*ones)
	digit := (low + (0x80-'0')*ones) &^ (low + (0x7f-'9')*ones)
	other := ^(letter | digit) & tops
	return bits.TrailingZeros64(other|bytes&tops) / 8
}

// hashFolded is the key of bytes that are folded already; for ASCII it is the
// same as that of [hashASCII].
func hashFolded(folded []byte) uint32 {
	h := hashSeed ^ uint64(len(folded))
	for ; len(folded) > 8; folded = folded[8:] {
		h = stir(h, load(string(folded[:8])))
	}
	var last uint64
	for i := len(folded) - 1; i >= 0; i-- {
		last = last<<8 | uint64(folded[i])
	}
	return finish(stir(h, last<<(8*(8-len(folded))&63)))
}

func stir(h, bytes uint64) uint64 { return bits.RotateLeft64((h^bytes)*hashPrime, 29) }

func finish(h uint64) uint32 { return uint32((h * hashPrime) >> 32) }

// load is the first eight bytes of s as a number.
func load(s string) uint64 {
	_ = s[7] // one check instead of eight
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
