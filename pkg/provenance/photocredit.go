package provenance

import (
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// photoCredit calls found with the agencies that a caption credits with its
// picture. What the caption tells is no credit: "The Reuters building in
// Skerrow. Photo: Ada Brook". alone is for lines that nobody knows to be
// captions: there the word photo must introduce the names.
func photoCredit(text string, span news.Span, alone bool, found func(mention)) {
	s := itemsOf(text, span)
	marked := false // behind "Photo:", and nothing but names since
	var before, earlier item
	for i := s.next(); i.kind != noItem; {
		next := s.next()
		beside := next
		if peek := s; next.sign == ',' { // "AP, File"
			if p := peek.next(); p.use&photo != 0 {
				beside = p
			}
		}
		switch {
		case i.kind == words && i.use&photo != 0:
			marked = next.kind == sign && next.sign != ',' && next.sign != '.' || next.kind == words || next.kind == agency || marked
		case i.kind == word && !outletWords.small[text[i.Start:i.End]]:
			marked = false
		case i.kind != agency:
		case alone && !marked && !(next.kind == words && next.use&photo != 0 && s.atEnd()):
		case marked && (!i.mention.ambiguous || stands(before, next)), !alone && creditsPicture(earlier, before, beside, i):
			found(i.mention)
		}
		earlier, before, i = before, i, next
	}
}

// pictureBracket is the parenthesis that a paragraph ends with, if it says who took a
// picture: a caption that was taken for a paragraph, "… on Monday. (Ada
// Brook/Associated Press)". Beside a stroke a photographer has two names;
// "(Reuters/Ipsos)" has none.
func pictureBracket(text string, p news.Span) (bracket news.Span, ok bool) {
	const longest = 120 // bytes
	if p.Len() == 0 || text[p.End-1] != ')' {
		return bracket, false
	}
	from := max(p.Start, p.End-longest)
	at := strings.LastIndexByte(text[from:p.End], '(')
	if at < 0 || from+at == p.Start {
		return bracket, false
	}
	bracket = news.Span{Start: from + at, End: p.End}
	if !names(text, bracket) {
		return bracket, false
	}
	named, stroke := 0, false
	s := itemsOf(text, bracket)
	for i := s.next(); i.kind != noItem; i = s.next() {
		switch {
		case i.kind == words && i.use&photo != 0:
			return bracket, true
		case i.kind == name:
			named++
		case joinsNames(i.sign):
			stroke = true
		case i.kind == word && !outletWords.small[text[i.Start:i.End]]:
			return bracket, false
		}
	}
	return bracket, stroke && named >= 2
}

// creditsPicture reports an agency that stands in a caption as the credited do:
// "REUTERS/Ada Brook", "(AFP)", "AP Photo", "via dpa", or behind a sign at the end.
func creditsPicture(earlier, before, next, i item) bool {
	behindStop := before.kind == noItem || before.kind == sign
	switch {
	case joinsNames(before.sign), joinsNames(next.sign):
		return true
	case next.kind == words && next.use&photo != 0, before.kind == words && before.use&photo != 0:
		return true
	case before.kind == words && before.use&weak != 0 && earlier.kind != word:
		return next.kind != word
	case i.inside:
		return stands(before, next)
	case next.kind == noItem:
		return behindStop || before.kind == name && !i.mention.ambiguous || before.kind == words && before.use&linking != 0 && earlier.kind != word
	}
	return behindStop && (next.kind == sign && before.kind == noItem || next.kind == words && next.use&(office|weak) != 0 && earlier.kind != word)
}

// joinsNames reports the signs between photographer and agency.
func joinsNames(r rune) bool {
	switch r {
	case '/', '=', '|', '©', '／', '＝', '@':
		return true
	}
	return false
}

// atEnd reports whether nothing but signs is left of the line.
func (s items) atEnd() bool {
	for i := s.next(); i.kind != noItem; i = s.next() {
		if i.kind != sign {
			return false
		}
	}
	return true
}
