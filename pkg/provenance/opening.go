package provenance

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
)

// longestOpening is the most bytes that a dateline takes: "新华社北京7月19日电",
// "(서울=연합뉴스)", "नई दिल्ली, 19 जुलाई (भाषा)", "МОСКВА, 19 июл - РИА Новости.".
const longestOpening = 160

// longestPlace is the most words of a place and a date.
const longestPlace = 8

// opening calls found with the agencies of the dateline that text[span] begins
// with. It asks where a name stands: in parentheses or between slashes right
// behind a place, behind the dash after a date, or first and before a dash. It
// reads no further than the first running words.
func opening(text string, span news.Span, found func(mention)) {
	span.End = span.Start + runeStart(text[span.Start:], min(span.Len(), longestOpening))
	if !names(text, span) {
		return
	}
	o := openingLine{}
	s := itemsOf(text, span)
	for i := s.next(); i.kind != noItem && !o.told; {
		next := s.next()
		if i.kind == agency && o.credits(text[:span.End], i, next) {
			found(i.mention)
			o.credited = true
		}
		o.pass(text, i, next)
		i = next
	}
}

// openingLine is what has been read of the beginning of a story.
type openingLine struct {
	before   item
	place    int  // words
	caseless bool // they are of a script without capitals
	dated    bool // there was a number
	credited bool
	told     bool // the story has begun
}

// credits reports whether the agency i stands as datelines name theirs.
func (o *openingLine) credits(text string, i, next item) bool {
	switch {
	case i.inside:
		return o.inBracket(text, i)
	case o.before.sign == '/':
		return next.sign == '/' || o.place > 0 && (next.kind == sign || o.caseless)
	case isDispatch(text, i.End):
		return o.place == 0
	case o.place == 0 && o.before.kind == noItem:
		return isDash(next.sign) && beginsSentence(text, next.End)
	case o.place > 0 && o.before.kind == sign && (o.dated || isDash(o.before.sign)):
		return isDash(next.sign) || next.sign == '.' || next.sign == '/' || next.sign == ':'
	}
	return o.credited && o.before.sign == '/'
}

// inBracket reports an agency in the bracket that closes a dateline: a sign, a
// date or a bracket that only datelines have tells it from "the agency (AFP)".
func (o *openingLine) inBracket(text string, i item) bool {
	closing := strings.IndexAny(text[i.End:], ")]）】］")
	if closing < 0 || closing > 60 || strings.ContainsAny(text[i.End:i.End+closing], "。!?") {
		return false
	}
	if after := nextRune(text[i.End:]); unicode.IsSpace(after) && unicode.IsLower(nextRune(strings.TrimLeft(text[i.End:], " "))) {
		return false // "(Reuters headquarters)"
	}
	_, size := utf8.DecodeRuneInString(text[i.End+closing:])
	rest := strings.TrimLeft(text[i.End+closing+size:], " \u00a0\n")
	return o.place == 0 || o.dated || rest == "" || isDash(nextRune(rest)) || strings.ContainsRune(":.=", nextRune(rest)) ||
		!o.caseless && unicode.IsUpper(nextRune(rest))
}

// pass takes in a part of the line that has been read.
func (o *openingLine) pass(text string, i, next item) {
	switch {
	case i.kind == number:
		o.dated = true
	case i.inside, i.kind == agency && o.credited:
	case i.kind == agency, i.kind == name:
		o.place++
	case i.kind == words && i.use&(strong|after) != 0:
		o.told = true
	case i.kind == word || i.kind == words:
		o.place++
		r := nextRune(text[i.Start:])
		o.caseless = o.caseless || !unicode.IsLower(r)
		beside := o.before.kind == number || next.kind == number // "19 juil.", "de 2024"
		o.told = o.told || unicode.IsLower(r) && !beside && !outletWords.small[text[i.Start:i.End]] && i.kind == word && !o.dated
	}
	o.told = o.told || o.place > longestPlace
	o.before = i
}

// isDispatch reports the Chinese word for a telegram not far behind an agency,
// with place and date between them: 新华社北京7月19日电.
func isDispatch(text string, at int) bool {
	const longest = 25 // characters between them
	n := 0
	for i, r := range text[at:] {
		if n++; n > longest {
			return false
		}
		switch r {
		case '，', '。', ',', '、', '：', '“':
			return false
		case '电', '電', '讯', '訊':
			rest := text[at+i+utf8.RuneLen(r):]
			if !unicode.IsLetter(nextRune(rest)) {
				return true
			}
		}
	}
	return false
}

func isDash(r rune) bool {
	switch r {
	case '-', '–', '—', '―', '|', '=', '＝':
		return true
	}
	return false
}

// beginsSentence reports a capital, a quotation or a letter of a script without
// capitals at text[at:], behind a space.
func beginsSentence(text string, at int) bool {
	rest := strings.TrimLeft(text[at:], "-–— \u00a0")
	return strings.HasPrefix(text[at:], " ") && rest != "" && !unicode.IsLower(nextRune(rest))
}

// runeStart is the last beginning of a character at or before i.
func runeStart(s string, i int) int {
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}
