package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
)

// appendQuotations appends the quotations of one paragraph, text[span], without
// their quotation marks. A quotation that is not closed ends with the paragraph,
// as agencies do when the next paragraph goes on quoting; but an opening straight
// single quote that is never closed was an apostrophe.
//
// addWords must have read the paragraph last: its reading of the words, which
// passes by all that stands between them, has noted where quotation marks may be.
// To search the text for them took a fifth of the time.
func (s *Sequence) appendQuotations(quotes []news.Span, text string, span news.Span) []news.Span {
	var open rune // the mark that opened the current quotation
	from := 0
	text = text[:span.End]
	for _, at := range s.marked {
		i := int(at)
		r, size := utf8.DecodeRuneInString(text[i:])
		before, after := text[span.Start:i], text[i+size:]
		switch {
		case open == 0 && opens(r, before, after):
			open, from = r, i+size
		case open != 0 && closes(open, r, after):
			quotes = append(quotes, news.Span{Start: from, End: i})
			open = 0
		}
	}
	if open != 0 && open != '\'' && open != '‘' && open != '‚' {
		quotes = append(quotes, news.Span{Start: from, End: span.End})
	}
	return quotes
}

// mayQuote marks the bytes that a quotation mark begins with.
var mayQuote = func() (t [256]bool) {
	for _, mark := range `"'“”„‟‘’‚«»‹›「」『』｢｣＂״` {
		t[string(mark)[0]] = true
	}
	return t
}()

// opens reports whether mark r opens a quotation. Marks that close one in most
// languages open one in some, »so« in German and ”so” in Swedish, but only
// behind a space.
func opens(r rune, before, after string) bool {
	switch r {
	case '“', '„', '‟', '«', '「', '『', '｢', '＂':
		return true
	case '"', '״':
		return !isGershayim(before, after)
	case '»', '›', '”':
		return followsSpace(before) && isWordRune(first(after))
	case '‘', '‹', '‚', '\'':
		return !isWordRune(last(before)) && isWordRune(first(after))
	}
	return false
}

func closes(open, r rune, after string) bool {
	switch open {
	case '"', '״':
		return r == open && !unicode.Is(unicode.Hebrew, first(after))
	case '“', '„', '‟':
		return r == '”' || r == '"' || r == '“' && open != '“'
	case '”':
		return r == '”' || r == '“'
	case '«':
		return r == '»'
	case '»':
		return r == '«' || r == '»'
	case '‹':
		return r == '›'
	case '›':
		return r == '‹' || r == '›'
	case '「':
		return r == '」'
	case '『':
		return r == '』'
	case '｢':
		return r == '｣'
	case '＂':
		return r == '＂'
	case '‘':
		return r == '’' && !isWordRune(first(after))
	case '‚':
		return (r == '’' || r == '‘') && !isWordRune(first(after))
	default:
		return r == '\'' && !isWordRune(first(after))
	}
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func last(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// followsSpace reports whether a mark stands at a paragraph's beginning, behind
// a space or in a bracket.
func followsSpace(before string) bool {
	return before == "" || unicode.IsSpace(last(before)) || unicode.Is(unicode.Ps, last(before))
}

// isGershayim reports a mark within a Hebrew word: צה"ל is an acronym. A
// quotation within a word stands behind one of the prefixes that are written
// together with the next word, ב"הארץ", and has more than one letter.
func isGershayim(before, after string) bool {
	letter := func(r rune) bool { return unicode.Is(unicode.Hebrew, r) }
	if !letter(last(before)) || !letter(first(after)) {
		return false
	}
	word := before[1+strings.LastIndexFunc(before, func(r rune) bool { return !letter(r) }):]
	rest := len(after) - len(strings.TrimLeftFunc(after, letter))
	return strings.Trim(word, "משהוכלב") != "" || rest == len("א")
}
