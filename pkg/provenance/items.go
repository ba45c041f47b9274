package provenance

import (
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
)

// item is a part of a line that may hold a credit.
type item struct {
	news.Span
	kind    itemKind
	use     use     // of a phrase
	sign    rune    // of a sign
	mention mention // of an agency
	inside  bool    // in parentheses, brackets or between slashes
}

type itemKind uint8

const (
	noItem itemKind = iota // the edge of a line
	agency
	words  // a phrase of creditforms.txt
	sign   // one character that is no letter or digit
	number // it begins with a digit
	name   // a word with a capital
	word   // any other word, or one character of Chinese
)

// items splits a line into its parts, one after the other and into memory that
// the caller has.
type items struct {
	text  string
	span  news.Span
	at    int
	depth int
}

func itemsOf(text string, span news.Span) items {
	return items{text: text, span: span, at: span.Start}
}

// next is the next part of the line, of kind noItem at its end.
func (s *items) next() item {
	for s.at < s.span.End {
		r, size := utf8.DecodeRuneInString(s.text[s.at:s.span.End])
		if !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) {
			return s.read(r, size)
		}
		s.at += size
	}
	return item{Span: news.Span{Start: s.span.End, End: s.span.End}}
}

func (s *items) read(r rune, size int) item {
	rest := news.Span{Start: s.at, End: s.span.End}
	found := item{Span: news.Span{Start: s.at, End: s.at + size}, inside: s.depth > 0}
	if m, ok := agencyAt(s.text, rest, s.span.Start); ok {
		found.kind, found.mention, found.End = agency, m, m.End
	} else if use, n := creditForms.match(s.text[rest.Start:rest.End]); n > 0 {
		found.kind, found.use, found.End = words, use, s.at+n
	} else {
		found.kind = kindOf(r)
		if found.kind == sign {
			s.bracket(r)
			found.sign = r
		} else if !isHan(r) {
			found.End = wordEnd(s.text, rest)
		}
	}
	s.at = found.End
	return found
}

// bracket counts the brackets that are open.
func (s *items) bracket(r rune) {
	switch r {
	case '(', '[', '（', '【', '［', '〔':
		s.depth++
	case ')', ']', '）', '】', '］', '〕':
		s.depth = max(0, s.depth-1)
	}
}

func kindOf(r rune) itemKind {
	switch {
	case unicode.IsDigit(r):
		return number
	case unicode.IsUpper(r), unicode.IsTitle(r):
		return name
	case unicode.IsLetter(r):
		return word
	}
	return sign
}

// wordEnd is where the word ends that text[span] begins with. An apostrophe
// stays in it, and so does a stop between letters.
func wordEnd(text string, span news.Span) int {
	end := span.Start
	for end < span.End {
		r, size := utf8.DecodeRuneInString(text[end:span.End])
		if !isNamePart(r) && r != '\'' && r != '’' || isHan(r) {
			break
		}
		end += size
	}
	return max(end, span.Start+1)
}

// stands reports whether an agency between two parts of a line is a name by
// itself: no other name or word runs into it.
func stands(before, after item) bool {
	return !runsOn(before) && !runsOn(after) && before.use != office
}

func runsOn(i item) bool { return i.kind == name || i.kind == word }
