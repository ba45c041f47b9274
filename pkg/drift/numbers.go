package drift

import (
	"strconv"
	"strings"
)

// numeral is a number as it is written.
type numeral struct {
	value   float64
	ulp     float64 // what its last digit counts
	coarse  float64 // the same if zeros at its end may be rounding
	ordinal bool
	vague   bool    // "dozens"
	plain   float64 // its value if the letter behind it is a unit: "5m"
}

// readNumber reads the number that the tokens begin with, in figures or words, and
// tells of how many tokens it is.
func readNumber(tokens []token, words *lexicon) (numeral, int) {
	if len(tokens) == 0 {
		return numeral{}, 0
	}
	if n, ok := figures(tokens[0].text, words.decimalComma); ok {
		k := 1
		if k < len(tokens) && tokens[k].glued {
			if v, isSuffix := words.ordinal.word(tokens[k].text); isSuffix && v == 0 {
				n.ordinal = true
				return n, k + 1
			}
		}
		return n.scaled(tokens, k, words)
	}
	if v, k := words.vague.at(tokens); k > 0 {
		n := numeral{value: v, vague: true}
		if k+1 < len(tokens) && words.of[tokens[k].text] {
			if more, m := words.vague.at(tokens[k+1:]); m > 0 {
				n.value *= more
				k += 1 + m
			}
		}
		return n, k
	}
	return spelled(tokens, words)
}

// figures reads "12", "1,200", "3.5", "-4". Where the comma is the decimal sign a
// stop before three digits parts thousands, elsewhere a comma does.
func figures(text string, decimalComma bool) (numeral, bool) {
	if text == "" || !isDigit(rune(text[0])) && !isDigit(rune(text[len(text)-1])) || strings.Contains(text, ":") {
		return numeral{}, false
	}
	group, decimal := ",", "."
	if decimalComma {
		group, decimal = ".", ","
	}
	var plain strings.Builder
	for i, r := range text {
		switch {
		case isDigit(r):
			plain.WriteRune(r)
		case string(r) == decimal, string(r) == group && !isGroup(text[i+1:]):
			plain.WriteByte('.')
		case i == 0:
			plain.WriteByte('-')
		}
	}
	value, err := strconv.ParseFloat(plain.String(), 64)
	if err != nil {
		return numeral{}, false
	}
	n := numeral{value: value, ulp: 1, coarse: 1, plain: value}
	if _, fraction, ok := strings.Cut(plain.String(), "."); ok {
		for range fraction {
			n.ulp /= 10
		}
		n.coarse = n.ulp
		return n, true
	}
	n.coarse = coarse(value)
	return n, true
}

// isGroup reports three digits that no fourth follows.
func isGroup(text string) bool {
	for i := range 3 {
		if i >= len(text) || !isDigit(rune(text[i])) {
			return false
		}
	}
	return len(text) == 3 || !isDigit(rune(text[3]))
}

// coarse is what the last digit of a whole number counts that is no zero.
func coarse(value float64) float64 {
	c := 1.0
	for n := int64(value); n != 0 && n%10 == 0; n /= 10 {
		c *= 10
	}
	return c
}

// scaled multiplies a number by the "thousand" or "million" behind it. A single
// letter must follow at once.
func (n numeral) scaled(tokens []token, k int, words *lexicon) (numeral, int) {
	for k < len(tokens) && !tokens[k].after {
		v, m := words.scale.at(tokens[k:])
		if m == 0 || len(tokens[k].text) == 1 && !tokens[k].glued {
			break
		}
		n.value, n.ulp, n.coarse = n.value*v, n.ulp*v, n.coarse*v
		k += m
	}
	return n, k
}

// spelled reads a number in words: "twenty-one", "half a million", "third".
func spelled(tokens []token, words *lexicon) (numeral, int) {
	if tokens[0].begins.has(anArticle) && len(tokens) > 1 &&
		tokens[1].begins.has(aFraction) && !tokens[1].begins.has(anArticle) { // "a half million"
		if n, k := spelled(tokens[1:], words); k > 1 && !n.ordinal {
			return n, k + 1
		}
	}
	if v, k := words.fraction.at(tokens); k > 0 && (k == len(tokens) || !tokens[k].hyphen || tokens[k-1].hyphen || tokens[k].begins.has(aScale)) {
		next := skipArticle(tokens, k, words)
		if n, m := (numeral{value: v, ulp: 0.1, coarse: 0.1}).scaled(tokens, next, words); m > next {
			return n, m
		}
		return numeral{value: 100 * v, ulp: 1, coarse: 10, plain: -1}, k
	}
	if v, k := words.ordinal.at(tokens); k > 0 && v > 0 {
		return numeral{value: v, ordinal: true}, k
	}
	sum, k := addUp(tokens, words)
	if k == 0 {
		return numeral{}, 0
	}
	if k < len(tokens) && !tokens[k].after {
		if v, m := words.ordinal.at(tokens[k:]); m > 0 && v > 0 && fits(sum, v) {
			return numeral{value: sum + v, ordinal: true}, k + m
		}
	}
	n := numeral{value: sum, ulp: 1, coarse: coarse(sum), plain: sum}
	return n, k
}

func skipArticle(tokens []token, k int, words *lexicon) int {
	if k < len(tokens) && words.article[tokens[k].text] {
		k++
	}
	return k
}

// addUp reads number words: those below a hundred are added, hundreds and
// thousands multiply what stands before them.
func addUp(tokens []token, words *lexicon) (total float64, k int) {
	tokens, count := words.split(tokens)
	sum := 0.0
	if len(tokens) > 1 && words.article[tokens[0].text] && isRound(tokens[1:], words) {
		sum, k = 1, 1
	}
	for k < len(tokens) && (k == 0 || !tokens[k].after) {
		joint := 0
		if k > 0 && k+1 < len(tokens) && words.and[tokens[k].text] {
			joint = 1
		}
		v, m := words.number.at(tokens[k+joint:])
		scale, s := words.scale.at(tokens[k+joint:])
		switch {
		case joint == 0 && s > 0 && len(tokens[k].text) > 1:
			total, sum = total+max(sum, 1)*scale, 0
			m = s
		case m == 0, joint == 1 && !fits(sum, v) && (!words.compound || sum >= 10 || v < 20):
			return total + sum, count(k)
		case sum == 0 || fits(sum, v) || joint == 1 || words.compound && sum < 10 && v == 10:
			sum += v
		case (v == 100 || v == 12) && sum < 100:
			sum *= v
		default:
			return total + sum, count(k)
		}
		k += joint + m
	}
	return total + sum, count(k)
}

// isRound reports a word that an article makes a number of: "a dozen".
func isRound(tokens []token, words *lexicon) bool {
	v, n := words.number.at(tokens)
	_, s := words.scale.at(tokens)
	return n > 0 && (v == 100 || v == 12) || s > 0 && len(tokens[0].text) > 1
}

// fits reports whether v can be added to a number that ends in zeros: "twenty" and
// "one", not "two" and "three".
func fits(sum, v float64) bool {
	switch {
	case sum == 0 || v == 0 || v >= sum:
		return false
	case v < 10:
		return int(sum)%10 == 0
	case v < 100:
		return int(sum)%100 == 0 || v < 20 && (sum == 60 || sum == 80)
	default:
		return int(sum)%1000 == 0
	}
}

// split parts a number that is written as one word, and returns how to count what
// was read of the parts as tokens.
func (l *lexicon) split(tokens []token) ([]token, func(int) int) {
	same := func(k int) int { return k }
	if !l.compound {
		return tokens, same
	}
	if _, isNumber := l.number.word(tokens[0].text); isNumber {
		return tokens, same
	}
	if _, isScale := l.scale.word(tokens[0].text); isScale {
		return tokens, same
	}
	parts := l.pieces(tokens[0].text)
	if len(parts) == 0 {
		return tokens, same
	}
	var out []token
	for _, p := range parts {
		out = append(out, token{text: p, begins: l.begins[p], span: tokens[0].span})
	}
	return append(out, tokens[1:]...), func(k int) int {
		if k < len(parts) {
			return 0
		}
		return k - len(parts) + 1
	}
}

// pieces are the number words that a word is made of, none if it is not made of
// them.
func (l *lexicon) pieces(word string) []string {
	for n := len(word); n >= 3; n-- {
		_, isNumber := l.number.word(word[:n])
		_, isScale := l.scale.word(word[:n])
		if !isNumber && !isScale && !l.and[word[:n]] {
			continue
		}
		if n == len(word) {
			return []string{word}
		}
		if rest := l.pieces(word[n:]); rest != nil {
			return append([]string{word[:n]}, rest...)
		}
	}
	return nil
}
