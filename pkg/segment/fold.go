package segment

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// addFolded reads a word that holds characters beyond ASCII. The word began at
// start; everything up to i is known to be ASCII.
func (s *Sequence) addFolded(text string, start, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		kind := runeKind(r)
		if kind == runeAlone {
			if i == start {
				s.addKey(text, start, i+size)
				return i + size
			}
			break
		}
		if kind == runeSeparator {
			if i == start {
				return i + size
			}
			if next, glued := glue(text, start, i); glued {
				i = next
				continue
			}
			break
		}
		i += size
	}
	s.addKey(text, start, i)
	return i
}

// addKey folds text[start:end] and adds it, unless nothing is left of it.
func (s *Sequence) addKey(text string, start, end int) {
	s.buffer = norm.NFKC.AppendString(s.buffer[:0], text[start:end])
	h, empty := uint64(hashSeed), true
	for b := s.buffer; len(b) > 0; {
		r, size := utf8.DecodeRune(b)
		b = b[size:]
		if runeKind(r) == runeSeparator && r != '.' && r != ',' || isInvisible(r) {
			continue
		}
		empty = false
		h = hashRune(h, unicode.ToLower(r))
	}
	if !empty {
		s.add(mix(h), start, end)
	}
}

func hashRune(h uint64, r rune) uint64 {
	if r < utf8.RuneSelf {
		return (h ^ uint64(r)) * hashPrime
	}
	var b [utf8.UTFMax]byte
	for _, c := range b[:utf8.EncodeRune(b[:], r)] {
		h = (h ^ uint64(c)) * hashPrime
	}
	return h
}

type kind uint8

const (
	runeSeparator kind = iota
	runeWord           // part of a word
	runeAlone          // a word of its own
)

func runeKind(r rune) kind {
	switch {
	case r < utf8.RuneSelf:
		if fold[r] == separator {
			return runeSeparator
		}
		return runeWord
	case unicode.In(r, unspaced...):
		return runeAlone
	case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsNumber(r), isInvisible(r):
		return runeWord
	}
	return runeSeparator
}

// unspaced are the scripts that put no space between words.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana,
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

// isInvisible reports characters that stand inside words without being seen:
// the soft hyphen, zero-width joiners and spaces, the byte order mark.
func isInvisible(r rune) bool {
	switch r {
	case 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF:
		return true
	}
	return false
}
