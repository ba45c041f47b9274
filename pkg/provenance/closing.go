package provenance

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// longestClosing is how many bytes at the end of a paragraph are read for the
// credit that closes a story.
const longestClosing = 400

// closing calls found with the agencies that the end of a paragraph credits: a
// parenthesis behind the last sentence, "… ashore. (PAP)", a last sentence that
// says who the words are from, "… ashore. With inputs from PTI.", or a bare name,
// "… заявил он. ТАСС". It returns the span that says so.
func closing(text string, p news.Span, found func(mention)) (news.Span, lineForm) {
	from := p.Start + nextRuneStart(text[p.Start:p.End], max(0, p.Len()-longestClosing))
	if !names(text, news.Span{Start: from, End: p.End}) {
		return news.Span{}, noCredit
	}
	end := p.Start + len(strings.TrimRight(text[p.Start:p.End], ". 。\u00a0"))
	if last := nextRune(text[lastStart(text, p.Start, end):]); last == ')' || last == '）' || last == ']' || last == '】' {
		if at := strings.LastIndexAny(text[from:end], "(（[【"); at >= 0 {
			return inParentheses(text, p, news.Span{Start: from + at, End: end}, found)
		}
	}
	at := lastSentence(text, news.Span{Start: from, End: end})
	if at <= p.Start {
		return news.Span{}, noCredit
	}
	tail := news.Span{Start: at, End: p.End}
	bare := end == p.End // a sentence has a stop, a name behind it has none
	form := creditForm(text, tail, bare, found)
	return tail, form
}

// inParentheses reads the parenthesis that a paragraph ends with. Names alone
// are a credit behind a finished sentence only: "told the agency (AFP)" is none.
func inParentheses(text string, p, bracket news.Span, found func(mention)) (news.Span, lineForm) {
	told := strings.TrimRightFunc(text[p.Start:bracket.Start], unicode.IsSpace)
	_, size := utf8.DecodeRuneInString(text[bracket.Start:])
	inside := news.Span{Start: bracket.Start + size, End: lastStart(text, p.Start, bracket.End)}
	return bracket, creditForm(text, inside, told == "" || segment.EndsSentence(told), found)
}

// creditForm is [creditLine] for places where names alone may be no credit.
func creditForm(text string, span news.Span, bare bool, found func(mention)) lineForm {
	form := formOf(text, span).lineForm
	if form == noCredit || form == bareNames && !bare {
		return noCredit
	}
	return creditLine(text, span, found)
}

// lastSentence is where the last sentence of text[span] begins, span.Start when
// there is but one.
func lastSentence(text string, span news.Span) int {
	for i := span.End; i > span.Start; {
		r, size := utf8.DecodeLastRuneInString(text[span.Start:i])
		i -= size
		behind := i + size
		switch {
		case strings.ContainsRune("。！？।۔", r) && behind < span.End:
			return behind
		case (r == ' ' || r == '\n') && segment.EndsSentence(text[span.Start:i]) && !endsWithColon(text[span.Start:i]) && !isInitial(text[span.Start:i]):
			return behind
		}
	}
	return span.Start
}

func endsWithColon(s string) bool { return strings.HasSuffix(s, ":") || strings.HasSuffix(s, ";") }

// isInitial reports a text that ends with a letter and a stop: "By P. Lindqvist".
func isInitial(s string) bool {
	s, ok := strings.CutSuffix(s, ".")
	at := strings.LastIndexByte(s, ' ')
	return ok && utf8.RuneCountInString(s[at+1:]) == 1
}

// agencySignOff finds the agency whose dispatches close as this line does:
// "(Reporting by Ada Brook; Editing by Sam Hale)". The span holds the names.
func agencySignOff(text string, p news.Span) (mention, bool) {
	from := p.Start + nextRuneStart(text[p.Start:p.End], max(0, p.Len()-longestClosing))
	if strings.IndexByte(text[from:p.End], ';') < 0 {
		return mention{}, false // it parts the two
	}
	starts := [...]int{from, from, from}
	if at := strings.LastIndexByte(text[from:p.End], '('); at >= 0 {
		starts[1] = from + at + 1
	}
	for _, s := range creditForms.signOffs {
		starts[2] = from + max(0, lastIndexFold(text[from:p.End], s.first))
		for _, at := range starts {
			if prefixFold(text[at:p.End], s.first) > 0 && holdsFold(text[at:p.End], s.second) {
				end := at + len(strings.TrimRight(text[at:p.End], ".) "))
				return mention{Span: news.Span{Start: at, End: end}, agency: s.agency}, true
			}
		}
	}
	return mention{}, false
}

// lastStart is where the last character of text[start:end] begins.
func lastStart(text string, start, end int) int {
	_, size := utf8.DecodeLastRuneInString(text[start:end])
	return end - size
}

// nextRuneStart is the first beginning of a character at or behind i.
func nextRuneStart(s string, i int) int {
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return i
}
