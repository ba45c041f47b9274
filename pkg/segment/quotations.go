package segment

import (
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
)

// Quotations returns the quotations of one paragraph, text[span], without
// their quotation marks. A quotation that is not closed ends with the
// paragraph, as agencies do when the next paragraph goes on quoting; but an
// opening straight single quote that is never closed was an apostrophe.
func Quotations(text string, span news.Span) []news.Span {
	return appendQuotations(nil, text, span)
}

func appendQuotations(quotes []news.Span, text string, span news.Span) []news.Span {
	var open rune // the mark that opened the current quotation
	from := 0
	before := ' '
	for i := span.Start; i < span.End; {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:span.End])
		}
		if r == '"' || r == '\'' || r >= utf8.RuneSelf {
			after, _ := utf8.DecodeRuneInString(text[i+size : span.End])
			switch {
			case open == 0 && opens(r, before, after):
				open, from = r, i+size
			case open != 0 && closes(open, r, after):
				quotes = append(quotes, news.Span{Start: from, End: i})
				open = 0
			}
		}
		before = r
		i += size
	}
	if open != 0 && open != '\'' && open != '‘' {
		quotes = append(quotes, news.Span{Start: from, End: span.End})
	}
	return quotes
}

func opens(r, before, after rune) bool {
	switch r {
	case '“', '„', '«', '「', '『', '"':
		return true
	case '‘', '\'':
		return !isWordRune(before) && isWordRune(after)
	}
	return false
}

func closes(open, r, after rune) bool {
	switch open {
	case '"':
		return r == '"'
	case '“', '„':
		return r == '”' || r == '"' || open == '„' && r == '“'
	case '«':
		return r == '»'
	case '「':
		return r == '」'
	case '『':
		return r == '』'
	case '‘':
		return r == '’' && !isWordRune(after)
	default:
		return r == '\'' && !isWordRune(after)
	}
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
