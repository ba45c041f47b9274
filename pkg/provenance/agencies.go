package provenance

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
)

//go:embed agencies.txt
var agenciesFile string

// agencies is what agencies.txt says.
var agencies = readAgencies(agenciesFile)

type lexicon struct {
	forms [256][]form       // by their first byte
	sites map[string]string // the agency of each domain
}

// form is one way to name an agency.
type form struct {
	text, agency string
	ambiguous    bool // it is something else as well: see mention
}

func readAgencies(file string) *lexicon {
	l := &lexicon{sites: map[string]string{}}
	agency := ""
	for line := range strings.Lines(file) {
		line = strings.TrimRight(line, "\n")
		fields := strings.Split(line, "\t")
		switch {
		case line == "" || line[0] == '#':
		case line[0] != '\t':
			agency = fields[0]
			for _, domain := range strings.Fields(strings.Join(fields[2:], " ")) {
				l.sites[domain] = agency
			}
		default:
			for text := range strings.SplitSeq(fields[2], ", ") {
				text, ambiguous := strings.CutSuffix(text, "?")
				l.add(form{text, agency, ambiguous})
				l.add(form{strings.ToUpper(text), agency, ambiguous})
			}
		}
	}
	return l
}

// add adds a form that is not known yet.
func (l *lexicon) add(f form) {
	for _, known := range l.forms[f.text[0]] {
		if known.text == f.text && known.agency == f.agency {
			return
		}
	}
	l.forms[f.text[0]] = append(l.forms[f.text[0]], f)
}

// mention is a place in a text that names an agency. An ambiguous one may as
// well be a word or a name: "PA" in "Scranton, PA" and in "PA Lindqvist".
type mention struct {
	news.Span
	agency    string
	ambiguous bool
}

// nextAgency returns the first mention within text[span].
func nextAgency(text string, span news.Span) (mention, bool) {
	for i := span.Start; i < span.End; i++ {
		if len(agencies.forms[text[i]]) == 0 || i > span.Start && isASCIIWord(text[i-1]) {
			continue
		}
		if m, ok := agencyAt(text, news.Span{Start: i, End: span.End}, span.Start); ok {
			return m, true
		}
	}
	return mention{}, false
}

// isASCIIWord reports a letter or digit, behind which no form begins.
func isASCIIWord(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9'
}

// agencyAt returns the longest form that stands at the beginning of text[span]
// and is not a part of a longer word; what stands before from does not count.
func agencyAt(text string, span news.Span, from int) (mention, bool) {
	i, found := span.Start, mention{}
	for _, f := range agencies.forms[text[i]] {
		end := i + len(f.text)
		if end > span.End || end <= found.End || !strings.HasPrefix(text[i:], f.text) {
			continue
		}
		if i > from && joins(lastRune(text[from:i]), nextRune(f.text)) || end < span.End && joins(nextRune(text[end:]), lastRune(f.text)) {
			continue
		}
		found = mention{news.Span{Start: i, End: end}, f.agency, f.ambiguous}
	}
	return found, found.agency != ""
}

// joins reports whether a character beside the edge of a form belongs to the
// same word. Chinese and Korean names stand right beside other words.
func joins(beside, edge rune) bool {
	return isNamePart(beside) && !isHan(beside) && !(isHan(edge) && beside >= utf8.RuneSelf)
}

func isNamePart(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '@'
}

// isHan reports a character of Chinese or Korean.
func isHan(r rune) bool { return r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hangul) }

// findAgencies returns the agencies named in text[span], each once, with the
// span of its first mention.
func findAgencies(text string, span news.Span) []news.Credit {
	var found []news.Credit
	for {
		m, ok := nextAgency(text, span)
		if !ok {
			return found
		}
		if !credits(found, m.agency) {
			found = append(found, news.Credit{Agency: m.agency, Span: m.Span})
		}
		span.Start = m.End
	}
}

func credits(list []news.Credit, agency string) bool {
	for _, c := range list {
		if c.Agency == agency {
			return true
		}
	}
	return false
}
