package provenance

import (
	"strings"
	"unicode"

	"github.com/wireprint/wireprint/pkg/news"
)

// Where in a story its credits are looked for: agencies open and close their
// dispatches with their names, and name them in lines of their own. What is read
// of a paragraph is bounded, so the cost does not grow with its length.
const (
	openingParagraphs = 3   // of the body, from the first
	closingParagraphs = 3   // of the body, to the last
	creditLineBytes   = 240 // longest line beside the story that is read whole
	bodyLineBytes     = 140 // … and in the midst of it
	linesBehind       = 5   // paragraphs behind the story that are read
)

// findCredits looks for agencies where they are credited: in the dateline, the
// byline and the lines around the story, at its end, in captions, in the record's
// authors, in the fields of a wire format and as the outlet itself. An agency that
// the story only talks about is not credited. Each agency is listed once for its
// words and once for its pictures, with the first evidence.
func findCredits(a *news.Article) []news.Credit {
	f := creditFinder{article: a}
	f.extent()
	for i, p := range a.Paragraphs {
		f.paragraph(i, p)
	}
	for _, author := range a.Authors {
		byline(author, news.Span{End: len(author)}, func(m mention) {
			f.add(news.Credit{Agency: m.agency, Evidence: "author: " + author})
		})
	}
	for _, s := range a.Sources {
		for _, named := range agenciesOf(s.Name, s.Evidence+": "+shorten(s.Name)) {
			f.add(named)
		}
	}
	for _, own := range ownSite(a) {
		f.add(own)
	}
	return f.list
}

// creditFinder collects the credits of an article.
type creditFinder struct {
	article     *news.Article
	list        []news.Credit
	first, last int // body paragraphs, -1 without any
	bodies      int // how many there are
	seen        int // … and have been looked at
}

func (f *creditFinder) extent() {
	f.first, f.last = -1, -1
	for i, p := range f.article.Paragraphs {
		if p.Role != news.RoleBody {
			continue
		}
		if f.first < 0 {
			f.first = i
		}
		f.last = i
		f.bodies++
	}
}

func (f *creditFinder) add(c news.Credit) {
	for _, known := range f.list {
		if known.Agency == c.Agency && known.Kind == c.Kind {
			return
		}
	}
	f.list = append(f.list, c)
}

// credit takes a mention in the text as a credit, with the words that prove it.
func (f *creditFinder) credit(kind news.CreditKind, m mention, where string, proof news.Span) {
	f.add(news.Credit{
		Agency: m.agency, Kind: kind, Span: m.Span,
		Evidence: where + ": " + shorten(oneLine(f.article, news.Paragraph{Span: proof})),
	})
}

// paragraph looks for credits in a paragraph, as its role asks.
func (f *creditFinder) paragraph(i int, p news.Paragraph) {
	text := f.article.Text
	as := func(kind news.CreditKind, where string) func(mention) {
		return func(m mention) { f.credit(kind, m, where, p.Span) }
	}
	switch {
	case p.Role == news.RoleTitle:
	case p.Role == news.RoleCaption:
		photoCredit(text, p.Span, false, as(news.CreditPhoto, "caption"))
	case p.Role == news.RoleBody:
		f.seen++
		f.body(p)
	case f.isPhotoLine(p.Span):
	case isCopyright(text[p.Start:p.End]):
		copyrightCredit(text, p.Span, as(news.CreditText, "copyright line"))
		f.closing(p.Span)
	case p.Role == news.RoleByline && p.Span.Overlap(f.article.Dateline.Span) > 0:
		f.dateline(p.Span, as(news.CreditText, "dateline"))
	case p.Role == news.RoleByline:
		f.byline(p.Span, as(news.CreditText, "byline"))
	case p.Len() <= creditLineBytes && i <= f.last+linesBehind:
		f.lineBeside(i, p, as)
	}
}

// dateline reads a paragraph that is known to be one. Its agency stands in
// parentheses, if it has any: "PITTSBURGH, PA (Reuters) -".
func (f *creditFinder) dateline(span news.Span, found func(mention)) {
	before := len(f.list)
	opening(f.article.Text, span, found)
	if len(f.list) > before {
		return
	}
	for {
		m, ok := nextAgency(f.article.Text, span)
		if !ok {
			return
		}
		if inside := strings.LastIndexByte(f.article.Text[span.Start:m.Start], '(') >= 0; inside || !m.ambiguous {
			found(m)
		}
		span.Start = m.End
	}
}

// byline reads a line that names who wrote the story. Behind the story it may be
// in the form that one agency closes with.
func (f *creditFinder) byline(span news.Span, found func(mention)) {
	byline(f.article.Text, span, found)
	if m, ok := agencySignOff(f.article.Text, span); ok {
		found(m)
	}
}

// body reads the beginning and end of a story's paragraphs, and lines in it.
func (f *creditFinder) body(p news.Paragraph) {
	text := f.article.Text
	short := p.Len() <= creditLineBytes
	named := short && names(text, p.Span)
	closes := f.seen > f.bodies-closingParagraphs
	switch {
	case named && f.creditsPicture(p.Span):
		return
	case short && !named && !closes && f.seen > openingParagraphs:
		return // as most: what is below credits nobody without a name
	case short && isCopyright(text[p.Start:p.End]):
		copyrightCredit(text, p.Span, func(m mention) { f.credit(news.CreditText, m, "copyright line", p.Span) })
		return
	}
	if f.seen <= openingParagraphs {
		opening(text, p.Span, func(m mention) {
			f.credit(news.CreditText, m, "dateline", news.Span{Start: p.Start, End: openingEnd(text, m.Span, p.End)})
		})
	}
	if p.Len() <= bodyLineBytes && named {
		line := inBrackets(text, p.Span)
		form := creditForm(text, line, line != p.Span, func(m mention) { f.credit(news.CreditText, m, "credit line", p.Span) })
		if form != noCredit {
			return
		}
	}
	if bracket, ok := pictureBracket(text, p.Span); ok {
		photoCredit(text, bracket, false, func(m mention) { f.credit(news.CreditPhoto, m, "picture line", bracket) })
		return
	}
	if closes {
		f.closing(f.whole(p.Span))
	}
}

// whole is a paragraph with the word that was cut from the end of the story, as
// one without a stop: it may be the agency's name.
func (f *creditFinder) whole(p news.Span) news.Span {
	a := f.article
	if !a.Truncated || f.seen < f.bodies {
		return p
	}
	end := len(a.Text)
	if f.last+1 < len(a.Paragraphs) {
		end = a.Paragraphs[f.last+1].Start
	}
	p.End += len(strings.TrimRightFunc(a.Text[p.End:end], unicode.IsSpace))
	return p
}

func (f *creditFinder) closing(p news.Span) {
	var found [4]mention
	n := 0
	if m, ok := agencySignOff(f.article.Text, p); ok {
		f.credit(news.CreditText, m, "sign-off", m.Span)
	}
	proof, form := closing(f.article.Text, p, func(m mention) {
		if n < len(found) {
			found[n] = m
			n++
		}
	})
	if form != noCredit {
		kind := news.CreditText
		if namesPhotographer(f.article.Text, proof) {
			kind = news.CreditPhoto
		}
		for _, m := range found[:n] {
			f.credit(kind, m, "closing line", proof)
		}
	}
}

// lineBeside reads a short line before or behind the story, or a heading in it.
func (f *creditFinder) lineBeside(i int, p news.Paragraph, as func(news.CreditKind, string) func(mention)) {
	text := f.article.Text
	if i == f.last+1 {
		f.closing(p.Span) // a last paragraph without a stop: "… ashore (epd)"
	}
	if !names(text, p.Span) {
		return
	}
	line := inBrackets(text, p.Span)
	if creditForm(text, line, line != p.Span, as(news.CreditText, "credit line")) != noCredit {
		return
	}
	if p.Role == news.RoleHeading && (f.first < 0 || i < f.first) {
		lastName(text, p.Span, as(news.CreditText, "line above the story"))
		opening(text, p.Span, as(news.CreditText, "dateline"))
	}
}

// isPhotoLine credits the pictures of a line that is no caption but says that it
// names a photographer: "Фото: ТАСС".
func (f *creditFinder) isPhotoLine(span news.Span) bool {
	return span.Len() <= creditLineBytes && names(f.article.Text, span) && f.creditsPicture(span)
}

// creditsPicture is isPhotoLine for a line that is not too long and names an agency.
func (f *creditFinder) creditsPicture(span news.Span) bool {
	text, found := f.article.Text, false
	alone := f.seen == 0 || !namesPhotographer(text, span) // above the story that is a byline
	photoCredit(text, span, alone, func(m mention) {
		f.credit(news.CreditPhoto, m, "photo line", span)
		found = true
	})
	return found
}

// names reports whether any agency is named in text[span], which most lines are
// told by from credits.
func names(text string, span news.Span) bool {
	_, ok := nextAgency(text, span)
	return ok
}

// lastName finds the agency that a line above the story ends with, parted from
// the words before it: "From our news services – Reuters".
func lastName(text string, span news.Span, found func(mention)) {
	s := itemsOf(text, span)
	var before item
	for i := s.next(); i.kind != noItem; {
		next := s.next()
		if i.kind == agency && next.kind == noItem && (before.kind == sign || before.kind == noItem) {
			found(i.mention)
		}
		before, i = i, next
	}
}

// inBrackets is the span without the brackets around it and the stop behind them.
func inBrackets(text string, span news.Span) news.Span {
	line := strings.TrimRight(text[span.Start:span.End], ". 。")
	inner := strings.TrimFunc(line, func(r rune) bool { return strings.ContainsRune("()[]（）【】［］〔〕/", r) })
	at := strings.Index(line, inner)
	if inner == "" || at == 0 || at+len(inner) == len(line) {
		return span
	}
	return news.Span{Start: span.Start + at, End: span.Start + at + len(inner)}
}

// openingEnd is where a dateline ends that names an agency: behind the closing
// bracket or sign.
func openingEnd(text string, agency news.Span, end int) int {
	at := agency.End
	for i, r := range text[agency.End:end] {
		if i > 40 || unicode.IsSpace(r) && i > 0 && !strings.ContainsAny(text[agency.End:at+1], "(（") {
			break
		}
		if strings.ContainsRune(")]）】］-–—/.电電", r) {
			return agency.End + i + len(string(r))
		}
		at = agency.End + i
	}
	return agency.End
}

const longestEvidence = 120 // bytes

func shorten(line string) string {
	if len(line) <= longestEvidence {
		return line
	}
	cut := strings.LastIndexByte(line[:longestEvidence], ' ')
	return line[:max(cut, 0)] + " …"
}
