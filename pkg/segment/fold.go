package segment

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// treatment is what becomes of a character in the key of its word.
type treatment uint8

const (
	separates treatment = iota // ends the word
	folds                      // stands for one character
	alone                      // a word of its own, see addCharacter
	hidden                     // is not seen: no word begins or ends with it
	silent                     // is part of the word but not of its key
	composed                   // depends on its neighbours, or stands for several characters
)

// folding is the treatment of a character, with the one that it stands for.
type folding struct {
	treatment treatment
	as        uint16
}

// foldings are those of the alphabets: all that is written in two bytes of
// UTF-8, the scripts of India and south-east Asia, and the further letters of
// Vietnamese and ancient Greek. To make the table takes 1.2 ms.
var foldings = func() (t [tabled]folding) {
	for r := range rune(len(t)) {
		how, as := classify(r)
		t[r] = folding{how, uint16(as)}
	}
	return t
}()

const tabled = 0x2000 // characters in foldings

// treat returns the treatment of a character, and for one that folds the
// character that it stands for.
func treat(r rune) (treatment, rune) {
	switch {
	case r < tabled:
		f := foldings[r]
		return f.treatment, rune(f.as)
	case isIdeograph(r):
		return alone, r
	case isHangul(r):
		return folds, r
	case 0x2010 <= r && r <= 0x2027, 0x3001 <= r && r <= 0x3004, 0x3008 <= r && r <= 0x3020:
		return separates, 0
	case 0x3041 <= r && r <= 0x3096, 0x30A1 <= r && r <= 0x30FA:
		return alone, r
	case 0xFF01 <= r && r <= 0xFF5E: // the wide forms of ASCII
		if c := fold[r-0xFF00+' ']; c != separator {
			return folds, rune(c)
		}
		return separates, 0
	}
	return classify(r)
}

// isIdeograph reports the ideographs in common use.
func isIdeograph(r rune) bool { return 0x4E00 <= r && r <= 0x9FFF }

func isHangul(r rune) bool { return 0xAC00 <= r && r <= 0xD7A3 }

// classify is treat without the table.
func classify(r rune) (treatment, rune) {
	switch {
	case isInvisible(r):
		return hidden, 0
	case isOptional(r):
		return silent, 0
	case unicode.IsDigit(r):
		return folds, digit(r)
	case isModifier(r):
		return separates, 0
	case unicode.In(r, unspaced...) || isKanaSign(r):
		if unicode.IsPunct(r) {
			return separates, 0
		}
		return alone, r
	case !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsNumber(r) && !isUnit(r):
		return separates, 0
	case r >= tabled:
		return composed, r
	}
	return classifyLetter(r)
}

// classifyLetter tells whether a letter, mark or number stands for one
// character whatever stands around it.
func classifyLetter(r rune) (treatment, rune) {
	s := string(r)
	p := norm.NFKC.PropertiesString(s)
	if !p.BoundaryBefore() {
		// A virama belongs to no composition, though its class is not 0.
		if p.CCC() == virama && norm.NFKC.QuickSpanString("a"+s) == len(s)+1 {
			return folds, r
		}
		return composed, r
	}
	one := rune(0)
	for _, c := range norm.NFKC.String(s) {
		switch {
		case isOptional(c):
		case one != 0 || multiple(c) != "" || unicode.IsSpace(c):
			return composed, r
		default:
			one = simple(c)
		}
	}
	return folds, one
}

const virama = 9 // canonical combining class

// simple folds a character that stands for one other, in normal form C.
func simple(r rune) rune {
	switch {
	case unicode.IsDigit(r):
		return digit(r)
	case 0x370 <= r && r <= 0x3FF, 0x1F00 <= r && r <= 0x1FFF:
		r = withoutAccents(r)
	}
	switch r = unicode.ToLower(r); r {
	case 'ς': // at the end of words
		return 'σ'
	case 'ı': // the small letter of a Turkish I, the capital of which looks like ours
		return 'i'
	case 'ё': // most outlets print е
		return 'е'
	case 'أ', 'إ', 'آ', 'ٱ': // some outlets leave the hamza out
		return 'ا'
	case 'ى', 'ی': // the final yeh of Egypt, and that of Persian keyboards
		return 'ي'
	case 'ک':
		return 'ك'
	case 'ऩ': // the nukta is optional
		return 'न'
	case 'ऱ':
		return 'र'
	case 'ऴ':
		return 'ळ'
	case 'ँ': // most outlets print the anusvara
		return 'ं'
	}
	return r
}

// withoutAccents is the letter below the accents of a Greek one: capitals are
// written without.
func withoutAccents(r rune) rune {
	if d := norm.NFD.PropertiesString(string(r)).Decomposition(); len(d) > 0 {
		r, _ = utf8.DecodeRune(d)
	}
	return r
}

// multiple returns the letters that one stands for where one is not enough, or
// "".
func multiple(r rune) string {
	switch r {
	case 'ß', 'ẞ':
		return "ss"
	case 'œ', 'Œ':
		return "oe"
	case 'æ', 'Æ':
		return "ae"
	}
	return ""
}

// digit is the ASCII digit of a decimal digit of any script. All scripts have
// theirs in order from 0 to 9.
func digit(r rune) rune {
	for _, t := range unicode.Nd.R16 {
		if r <= rune(t.Hi) {
			return '0' + (r-rune(t.Lo))%10
		}
	}
	for _, t := range unicode.Nd.R32 {
		if r <= rune(t.Hi) {
			return '0' + (r-rune(t.Lo))%10
		}
	}
	return r
}

// isOptional reports signs that outlets print or leave out: the vowels of
// Hebrew and Arabic, the Arabic tatweel that stretches a word, the nukta.
func isOptional(r rune) bool {
	switch {
	case r < 0x591:
		return false
	case r <= 0x5C7:
		return unicode.IsMark(r)
	case r == 0x640, r == 0x670, r == 0x93C:
		return true
	case 0x653 <= r && r <= 0x655: // hamza and madda are parts of letters
		return false
	case 0x610 <= r && r <= 0x61A, 0x64B <= r && r <= 0x65F, 0x6D6 <= r && r <= 0x6ED:
		return unicode.IsMark(r)
	}
	return false
}

// isModifier reports what Unicode calls letters and those who type them
// apostrophes: п’ять is also written пʼять.
func isModifier(r rune) bool { return 0x2B9 <= r && r <= 0x2BF || r == 0x2C8 || r == 0x2EE }

// isUnit reports the wide units of measurement, such as ㎞.
func isUnit(r rune) bool { return 0x3371 <= r && r <= 0x33DF }

// isInvisible reports characters that stand inside words without being seen:
// the soft hyphen, zero-width joiners and spaces, marks of direction, variation
// selectors, the byte order mark.
func isInvisible(r rune) bool {
	switch {
	case r < 0xAD:
		return false
	case r < 0x2000:
		return r == 0xAD || r == 0x34F || r == 0x61C || 0x180B <= r && r <= 0x180E
	case r < 0x2070:
		return 0x200B <= r && r <= 0x200F || 0x202A <= r && r <= 0x202E || 0x2060 <= r
	}
	return 0xFE00 <= r && r <= 0xFE0F || r == 0xFEFF || 0xE0100 <= r && r <= 0xE01EF
}
