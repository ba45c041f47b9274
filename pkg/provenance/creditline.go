package provenance

import (
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// lineForm says what makes a credit of a line that names agencies.
type lineForm uint8

const (
	noCredit  lineForm = iota
	bareNames          // nothing but names: "AFP", "Reuters/dpa", "Ada Brook, AFP"
	phrased            // "With inputs from PTI", "von dpa", "AP contributed to this report"
)

// creditLine reads a line, or what stands in parentheses, and calls found with
// each agency that it credits. Running words are no credit, but behind a phrase
// that can mean nothing else.
func creditLine(text string, span news.Span, found func(mention)) lineForm {
	form := formOf(text, span)
	if form.lineForm == noCredit {
		return noCredit
	}
	s := itemsOf(text, span)
	var before item
	for i := s.next(); i.kind != noItem && i.Start < form.until; {
		next := s.next()
		if i.kind == agency && i.Start >= form.from && (!i.mention.ambiguous || stands(before, next)) {
			found(i.mention)
		}
		before, i = i, next
	}
	return form.lineForm
}

// lineReading is the form of a line with the part of it that names the credited.
type lineReading struct {
	lineForm
	from, until int
}

// formOf tells a credit line by the order of its parts.
func formOf(text string, span news.Span) lineReading {
	r := lineReading{from: span.Start, until: span.End}
	named, running, phrase := false, false, use(0) // what has been so far
	s := itemsOf(text, span)
	for i := s.next(); i.kind != noItem; i = s.next() {
		switch {
		case i.kind == agency:
			named = true
		case i.kind == words && i.use&after != 0 && named:
			return lineReading{phrased, span.Start, i.Start}
		case i.kind == words && i.use&strong != 0 && !running && phrase&strong == 0:
			phrase, r.from, named = phrase|strong, i.Start, false
		case i.kind == words && i.use&photo != 0 && phrase&strong == 0:
			return lineReading{} // a picture's
		case i.kind == words:
			phrase |= i.use & weak
		case i.kind == word && !outletWords.small[text[i.Start:i.End]]:
			running = true
		case i.kind == sign && (i.sign == '!' || i.sign == '?'):
			return lineReading{} // a headline
		case i.kind == sign && isStop(i.sign) && phrase&strong != 0 && named && !running:
			return lineReading{phrased, r.from, i.Start}
		}
		if running && phrase&strong != 0 {
			return lineReading{strongForm(named), r.from, i.Start}
		}
	}
	switch {
	case running || !named || text[span.End-1] == ':':
		return lineReading{} // "From the Associated Press:" heads a quotation
	case phrase != 0:
		r.lineForm = phrased
	default:
		r.lineForm = bareNames
	}
	return r
}

// strongForm is the form of a line behind whose phrase running words follow.
func strongForm(named bool) lineForm {
	if named {
		return phrased
	}
	return noCredit
}

func isStop(r rune) bool {
	switch r {
	case '.', '!', '?', '。', '।', '۔', ';', '|':
		return true
	}
	return false
}

// byline calls found with the agencies of a line that names who wrote the
// story. Unlike [creditLine] it lets other words stand in the line.
func byline(text string, span news.Span, found func(mention)) {
	if creditLine(text, span, found) != noCredit {
		return
	}
	s := itemsOf(text, span)
	var before item // connectors aside: "formerly of the AP" is behind "formerly"
	for i := s.next(); i.kind != noItem; {
		next := s.next()
		if i.kind == agency && before.kind != word && next.kind != word && (!i.mention.ambiguous || stands(before, next)) {
			found(i.mention)
		}
		if i.kind != word || !outletWords.small[text[i.Start:i.End]] {
			if i.kind != words || i.use&linking == 0 || before.kind != word {
				before = i
			}
		}
		i = next
	}
}

// namesPhotographer reports a line of a person's name and an agency's, as they
// stand under pictures: "Lena Moe/AFP", "KCNA via REUTERS", "Lena Moe | Reuters".
func namesPhotographer(text string, span news.Span) bool {
	s := itemsOf(text, span)
	names, last := 0, item{}
	for i := s.next(); i.kind != noItem; i = s.next() {
		switch {
		case i.kind == agency && last.kind == sign && names >= 2 && joinsNames(last.sign):
			return text[i.Start:i.End] == strings.ToUpper(text[i.Start:i.End]) || s.atEnd()
		case i.kind == agency, i.kind == name:
			names++
		case i.kind == words && i.use&weak != 0 && last.sign == '/':
			return true
		case i.kind != sign:
			return false
		}
		last = i
	}
	return false
}
