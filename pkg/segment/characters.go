package segment

import (
	"unicode"
	"unicode/utf8"
)

// unspaced are the scripts that put no space between words.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana,
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

// isUnspaced reports a character of such a script. Others than they begin at
// U+0E00, which is asked first because most text beyond ASCII lies below.
func isUnspaced(r rune) bool {
	return r >= 0x0E00 && !(0xAC00 <= r && r <= 0xD7A3) && unicode.In(r, unspaced...)
}

// addCharacter reads a character of a script without spaces, which is a word of
// its own, and returns where it ends. A character is a letter with all that is
// written around it and cannot stand without it: vowel signs, tone and voicing
// marks, in Thai and Lao also the vowels that stand before or behind, in Khmer
// and Burmese the consonants below. So ที่ is one word and เจ้า too, however a
// font or keyboard takes them apart.
func (s *Sequence) addCharacter(text string, start int) int {
	first, size := utf8.DecodeRuneInString(text[start:])
	i := start + size
	if isPlain(first) && !signFollows(text, i) {
		s.folded = append(s.folded[:0], text[start:i]...)
		s.add(hashFolded(s.folded), start, i)
		return i
	}
	last := first
	for i < len(text) && text[i] >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isSign(r) && !joinsNext(last, r) {
			break
		}
		last = r
		i += size
	}
	s.foldCharacter(text[start:i], first)
	s.add(hashFolded(s.folded), start, i)
	return i
}

// isPlain reports the characters of Chinese and Japanese that fold to
// themselves.
func isPlain(r rune) bool {
	return isIdeograph(r) || 0x3041 <= r && r <= 0x3096 || 0x30A1 <= r && r <= 0x30FA
}

func signFollows(text string, i int) bool {
	if i == len(text) || text[i] < utf8.RuneSelf {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return isSign(r)
}

// isSign reports characters that go with the one before them.
func isSign(r rune) bool {
	switch {
	case isIdeograph(r):
		return false
	case 0xE80 <= r && r <= 0xEFF:
		return isThaiSign(r - laoFromThai)
	case 0xE00 <= r && r <= 0xE7F:
		return isThaiSign(r)
	case 0x3001 <= r && r <= 0x3020, 0xFF01 <= r && r <= 0xFF5E: // punctuation, mostly
		return false
	case 0x3041 <= r && r <= 0x30FF:
		return r == 0x3099 || r == 0x309A
	case r == 0xFF9E, r == 0xFF9F: // the voicing marks of narrow katakana
		return true
	case r == zeroWidthNonJoiner, r == zeroWidthJoiner:
		return true
	}
	return unicode.IsMark(r)
}

const (
	zeroWidthNonJoiner = 0x200C
	zeroWidthJoiner    = 0x200D
)

// laoFromThai is how far behind the Thai letters those of Lao are encoded.
const laoFromThai = 0x80

// isThaiSign reports what is written above, below or behind a Thai consonant.
func isThaiSign(r rune) bool {
	return 0xE30 <= r && r <= 0xE3C || r == 'ๅ' || 0xE47 <= r && r <= 0xE4E
}

// isBefore reports the vowels of Thai and Lao that are written before.
func isBefore(r rune) bool { return 'เ' <= r && r <= 'ไ' || 'ເ' <= r && r <= 'ໄ' }

// joinsNext reports whether a letter belongs to the character that ends with
// last: behind a vowel that is written before it, or below another letter.
func joinsNext(last, r rune) bool {
	switch {
	case isBefore(last), last == 0x17D2, last == 0x1039:
		how, _ := treat(r)
		return how == alone && (!isBefore(r) || r == last)
	}
	return false
}

// isKanaSign reports the signs of Japanese that are not in the tables of
// hiragana and katakana because both use them: the long vowel and the narrow
// forms.
func isKanaSign(r rune) bool {
	return r == 'ー' || r == 0xFF70 || r == 0xFF9E || r == 0xFF9F || 0x3099 <= r && r <= 0x309C || 0x3031 <= r && r <= 0x3035
}

// foldCharacter folds a character of a script without spaces. Thai and Lao
// need no normal form, for which all that matters is the order of their marks.
func (s *Sequence) foldCharacter(text string, first rune) {
	if 0xE00 <= first && first <= 0xEFF || 0x3041 <= first && first <= 0x30FA && len(text) == 3 {
		s.buffer = append(s.buffer[:0], text...)
	} else {
		s.buffer = appendNormal(s.buffer[:0], text)
	}
	s.folded = s.folded[:0]
	var tone rune
	for b := s.buffer; len(b) > 0; {
		r, size := utf8.DecodeRune(b)
		b = b[size:]
		switch {
		case isInvisible(r):
		case isTone(r): // typed before or behind the vowel
			tone = r
		default:
			s.folded = appendVowel(s.folded, r)
		}
	}
	if tone != 0 {
		s.folded = utf8.AppendRune(s.folded, tone)
	}
}

// appendVowel appends a sign of Thai, Lao or another script. Two of Thai are
// often typed as the two signs that they look like: ำ as ํ and า, แ as two of
// เ. Both are written as the two here.
func appendVowel(folded []byte, r rune) []byte {
	switch r {
	case 'ำ':
		return append(folded, "ํา"...)
	case 'ຳ':
		return append(folded, "ໍາ"...)
	case 'แ':
		return append(folded, "เเ"...)
	case 'ແ':
		return append(folded, "ເເ"...)
	}
	return utf8.AppendRune(folded, r)
}

// isTone reports the tone marks of Thai and Lao.
func isTone(r rune) bool { return 0xE48 <= r && r <= 0xE4B || 0xEC8 <= r && r <= 0xECB }
