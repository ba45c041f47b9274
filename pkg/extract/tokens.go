package extract

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a number, a word or a sign of a line.
type token struct {
	text   string // a word is in lower case
	number int    // -1 for other tokens
	digits int16
	glued  bool // nothing stands between it and the token before
	small  bool // a word that begins with a small letter; scripts without capitals have none
	means  meaning
}

func (t *token) isWord() bool { return t.number < 0 && len(t.text) > 1 }

// tokenize appends the tokens of a line.
func tokenize(tokens []token, line string) []token {
	glued := false
	for len(line) > 0 {
		r, size := utf8.DecodeRuneInString(line)
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) { // marks of direction, in Arabic and Hebrew lines
			glued = glued && !unicode.IsSpace(r)
			line = line[size:]
			continue
		}
		t, n := token{text: line[:size], number: -1}, size
		switch value := digit(r); {
		case value >= 0:
			t, n = readNumber(line)
		case isSign(r) && len(tokens) > 0 && tokens[len(tokens)-1].number >= 0:
		case unicode.IsLetter(r):
			t, n = readWord(line)
		}
		t.glued, glued = glued, true
		line = line[n:]
		tokens = appendToken(tokens, t)
	}
	return tokens
}

// appendToken appends a token, or makes one name of it and the word before.
func appendToken(tokens []token, t token) []token {
	if last := len(tokens) - 1; last >= 0 && tokens[last].means.begins && t.isWord() {
		both := tokens[last].text + " " + t.text
		if m, ok := meanings[both]; ok {
			tokens[last].text, tokens[last].means = both, m
			return tokens
		}
	}
	return append(tokens, t)
}

func readWord(line string) (token, int) {
	n := 0
	for n < len(line) {
		r, size := utf8.DecodeRuneInString(line[n:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		n += size
	}
	word := strings.ToLower(line[:n])
	return token{text: word, number: -1, small: unicode.IsLower(nextRune(line)), means: meanings[word]}, n
}

// readNumber reads digits of any script.
func readNumber(line string) (token, int) {
	t, n := token{}, 0
	for n < len(line) {
		r, size := utf8.DecodeRuneInString(line[n:])
		value := digit(r)
		if value < 0 {
			break
		}
		if t.digits++; t.digits < 10 {
			t.number = t.number*10 + value
		}
		n += size
	}
	t.text = line[:n]
	if n != int(t.digits) {
		t.text = strconv.Itoa(t.number)
	}
	return t, n
}

// zeros begin the digits of the scripts beyond ASCII that digit knows.
var zeros = [...]rune{'٠', '۰', '०', '০', '๐', '０'}

// digit is the value of a decimal digit: European, Arabic, Persian, Devanagari,
// Bengali, Thai or of full width. It is -1 for all other characters.
func digit(r rune) int {
	if r < utf8.RuneSelf {
		if '0' <= r && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	for _, zero := range zeros {
		if zero <= r && r <= zero+9 {
			return int(r - zero)
		}
	}
	return -1
}

// holdsDigit reports a line with a digit in it. The first bytes of those beyond
// ASCII tell most lines apart.
func holdsDigit(line string) bool {
	for i := range len(line) {
		switch c := line[i]; {
		case '0' <= c && c <= '9':
			return true
		case c == 0xd9 || c == 0xdb || c == 0xe0 || c == 0xef:
			if r, _ := utf8.DecodeRuneInString(line[i:]); digit(r) >= 0 {
				return true
			}
		}
	}
	return false
}

// isSign reports the signs for year, month, day, hour and minute that stand behind
// numbers in Chinese, Japanese and Korean, without a space.
func isSign(r rune) bool {
	switch r {
	case '年', '月', '日', '时', '時', '点', '點', '分', '년', '월', '일', '시', '분':
		return true
	}
	return false
}
