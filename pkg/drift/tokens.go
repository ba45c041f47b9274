package drift

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/wireprint/wireprint/pkg/news"
)

// token is a word, a number or a sign that can be part of a fact.
type token struct {
	text      string // folded: lower case, without accents and apostrophes
	begins    classes
	span      news.Span
	upper     bool // begins with a capital letter
	first     bool // of a sentence
	after     bool // punctuation stands before it
	glued     bool // nothing stands before it
	hyphen    bool // only a hyphen or dash stands before it
	quotation int  // number of the quotation that it stands in, 0 for none
	bracketed bool
}

// tokenizer reads a text into tokens.
type tokenizer struct {
	text   string
	words  *lexicon
	tokens []token

	first, after, glued bool
	dash                int // where the last hyphen or dash ends
	quotation, quotes   int
	brackets            int
}

func tokenize(text string, words *lexicon) []token {
	const perToken = 5 // bytes, at most in most texts
	t := tokenizer{text: text, words: words, first: true, tokens: make([]token, 0, len(text)/perToken+1)}
	for i := 0; i < len(text); {
		i = t.next(i)
	}
	return t.tokens
}

// next reads what stands at i and returns where it ends.
func (t *tokenizer) next(i int) int {
	r, size := utf8.DecodeRuneInString(t.text[i:])
	switch {
	case r == ' ':
		t.glued = false
	case isDigit(r):
		return t.number(i)
	case unicode.IsLetter(r):
		return t.word(i)
	case strings.ContainsRune("%$€£¥°", r):
		t.add(i, i+size, fold(t.text[i:i+size]))
		t.glued = true
	default:
		t.sign(i, r, size)
	}
	return i + size
}

// number reads digits with the stops, commas and colons between them.
func (t *tokenizer) number(i int) int {
	start := i
	if i > 0 && strings.ContainsRune("-−", lastRune(t.text[:i])) && !wordBefore(strings.TrimRight(t.text[:i], "-−")) {
		start = strings.LastIndexAny(t.text[:i], "-−")
	}
	for i < len(t.text) {
		switch {
		case isDigit(rune(t.text[i])):
			i++
			continue
		case strings.IndexByte(".,:", t.text[i]) >= 0 && i+1 < len(t.text) && isDigit(rune(t.text[i+1])):
			i++
			continue
		}
		n := groupSpace(t.text, i, t.words.decimalComma)
		if n == 0 {
			break
		}
		i += n
	}
	t.add(start, i, fold(t.text[start:i]))
	t.glued = true
	return i
}

// groupSpace is the length of a space between groups of three digits, as in
// "12 000": narrow or unbreakable, or any where numbers are written so.
func groupSpace(text string, i int, plain bool) int {
	r, size := utf8.DecodeRuneInString(text[i:])
	if r != '\u00a0' && r != '\u202f' && r != '\u2009' && (r != ' ' || !plain) {
		return 0
	}
	rest := text[i+size:]
	if len(rest) < 3 || !isDigit(rune(rest[0])) || !isDigit(rune(rest[1])) || !isDigit(rune(rest[2])) {
		return 0
	}
	if len(rest) > 3 && isDigit(rune(rest[3])) {
		return 0
	}
	return size
}

// word reads letters, and the stops of initials.
func (t *tokenizer) word(i int) int {
	start := i
	for i < len(t.text) {
		if t.glued && i == start+1 && isDigit(rune(t.text[i])) {
			break // "18h30"
		}
		if isPlain(t.text[i]) {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(t.text[i:])
		next, _ := utf8.DecodeRuneInString(t.text[i+size:])
		if !unicode.In(r, unicode.L, unicode.M, unicode.Nd) && (!isApostrophe(r) || !unicode.IsLetter(next)) && (r != '.' || !initials(t.text[start:i+1])) {
			break
		}
		i += size
	}
	if strings.Count(t.text[start:i], ".") == 1 && i < len(t.text)-1 && i-start > 2 {
		i-- // the stop of a sentence
	}
	t.addWord(start, i)
	t.glued = true
	return i
}

// initials reports letters with a stop behind each: "U.S.", "a.m.", "J.".
func initials(text string) bool {
	if len(text)%2 != 0 {
		return false
	}
	for i := 0; i < len(text); i += 2 {
		if text[i]|0x20 < 'a' || text[i]|0x20 > 'z' || text[i+1] != '.' {
			return false
		}
	}
	return true
}

// addWord adds a word, of a contraction its parts: "didn't" is did and not.
func (t *tokenizer) addWord(start, end int) {
	folded := fold(t.text[start:end])
	if strings.IndexByte(folded, '\'') < 0 && folded != "cannot" {
		t.add(start, end, folded)
		return
	}
	if parts, ok := t.words.parts[strings.ReplaceAll(folded, "'", "")]; ok && strings.Contains(folded, "'") || folded == "cannot" {
		if folded == "cannot" {
			parts = []string{"can", "not"}
		}
		t.addParts(start, end, parts)
		return
	}
	stem, ending, clitic := cutLast(folded, "'")
	if parts, ok := t.words.clitics[ending]; clitic && ok {
		t.addParts(start, end, append([]string{stem}, parts...))
		return
	}
	if clitic && t.words.decimalComma && len(stem) <= 2 { // l'homme, n'est
		t.addParts(start, end, []string{stem, ending})
		return
	}
	t.add(start, end, strings.ReplaceAll(folded, "'", ""))
}

func (t *tokenizer) addParts(start, end int, parts []string) {
	for _, part := range parts {
		t.add(start, end, part)
	}
}

// add adds a token whose text is folded. A lone apostrophe that counts as a letter
// is none.
func (t *tokenizer) add(start, end int, text string) {
	if text == "" {
		return
	}
	t.tokens = append(t.tokens, token{
		text: text, begins: t.words.begins[text], span: news.Span{Start: start, End: end},
		upper: unicode.IsUpper(firstRune(t.text[start:end])), first: t.first, after: t.after, glued: t.glued,
		quotation: t.quotation, bracketed: t.brackets > 0, hyphen: start > 0 && t.dash == start,
	})
	t.first, t.after, t.glued = false, false, false
}

// sign notes what a character between words says about the next.
func (t *tokenizer) sign(i int, r rune, size int) {
	t.glued = false
	if strings.ContainsRune("-‐‑–", r) {
		t.dash = i + size
	}
	switch {
	case unicode.IsSpace(r):
		if r == '\n' && i > 0 && t.text[i-1] == '\n' { // not where a line is broken
			t.after = true
		}
		return
	case strings.ContainsRune(`"“”„«»`, r):
		t.quote(i, r)
	case r == '[' || r == '(':
		t.brackets++
	case r == ']' || r == ')':
		t.brackets = max(0, t.brackets-1)
	case r == '.' && len(t.tokens) > 0 && t.words.stops[t.tokens[len(t.tokens)-1].text] && t.tokens[len(t.tokens)-1].span.End == i:
		return // of an abbreviation
	case strings.ContainsRune(".!?:", r):
		t.first = true
	case strings.ContainsRune("-‐‑", r) && (i+size == len(t.text) || !unicode.IsSpace(firstRune(t.text[i+size:]))):
		return // within a word
	}
	t.after = true
}

// quote begins or ends a quotation. A mark that ends one which none began shows
// that the text begins within it.
func (t *tokenizer) quote(i int, r rune) {
	closes := r == '”' || r == '»' || r == '"' && i > 0 && !unicode.IsSpace(rune(t.text[i-1])) && t.text[i-1] != '('
	if r == '“' && t.words.lowQuotes && t.quotation > 0 {
		closes = true
	}
	if !closes {
		t.first = true
		t.quotes++
		t.quotation = t.quotes
		return
	}
	if t.quotation == 0 && t.quotes == 0 {
		t.quotes++
		for k := range t.tokens {
			t.tokens[k].quotation = t.quotes
		}
	}
	t.quotation = 0
}

// fold writes text in lower case without accents, with plain apostrophes and
// without the stops of initials.
func fold(text string) string {
	if isASCII(text) {
		return foldASCII(text)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '\u00ad':
		case isApostrophe(r):
			b.WriteByte('\'')
		case r == 'ß':
			b.WriteString("ss")
		case r == 'ø' || r == 'Ø':
			b.WriteByte('o')
		case r == 'ł' || r == 'Ł':
			b.WriteByte('l')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	if folded := b.String(); !initials(folded) {
		return folded
	}
	return strings.ReplaceAll(b.String(), ".", "")
}

// foldASCII is fold of a text of plain letters, as most words are: it allocates
// nothing when they are small ones.
func foldASCII(text string) string {
	text = strings.ToLower(text)
	if strings.IndexByte(text, '`') >= 0 {
		text = strings.ReplaceAll(text, "`", "'")
	}
	if initials(text) {
		text = strings.ReplaceAll(text, ".", "")
	}
	return text
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// isPlain reports a letter or digit of one byte.
func isPlain(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' || '0' <= b && b <= '9' }

func cutLast(text, sep string) (before, after string, found bool) {
	i := strings.LastIndex(text, sep)
	if i < 0 {
		return text, "", false
	}
	return text[:i], text[i+len(sep):], true
}

func isDigit(r rune) bool      { return '0' <= r && r <= '9' }
func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '`' }

func firstRune(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

func lastRune(text string) rune {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r
}

// wordBefore reports whether text ends in a letter or digit.
func wordBefore(text string) bool {
	r := lastRune(text)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
