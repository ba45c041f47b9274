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
	forms  [buckets][]form      // by their beginning
	begins [buckets / 64]uint64 // which of them there are: few words begin as a form does
	starts [256]uint8           // all bits of the first bytes of forms
	sites  map[string]string    // the agency of each domain
}

const buckets = 1 << 13

// beginning is the bucket of the forms that begin as a text does; those of two bytes
// have one of their own.
func beginning(text string) (short, long uint32) {
	if len(text) < 2 {
		return 0, 0
	}
	two := uint32(text[0])<<8 | uint32(text[1])
	short = two * 0x9e3779b1 >> (32 - 13)
	if len(text) > 2 {
		long = (two<<8 | uint32(text[2]) | 1<<24) * 0x9e3779b1 >> (32 - 13)
	}
	return short, long
}

// mayBegin reports whether any form begins as the text does.
func (l *lexicon) mayBegin(text string) bool {
	short, long := beginning(text)
	return (l.begins[short/64]>>(short%64)|l.begins[long/64]>>(long%64))&1 != 0
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
	bucket, long := beginning(f.text)
	if len(f.text) > 2 {
		bucket = long
	}
	for _, known := range l.forms[bucket] {
		if known.text == f.text && known.agency == f.agency {
			return
		}
	}
	l.forms[bucket] = append(l.forms[bucket], f)
	l.begins[bucket/64] |= 1 << (bucket % 64)
	l.starts[f.text[0]] = 0xff
}

// mention is a place in a text that names an agency. An ambiguous one may as
// well be a word or a name: "PA" in "Scranton, PA" and in "PA Lindqvist".
type mention struct {
	news.Span
	agency    string
	ambiguous bool
}

// nextAgency returns the first mention within text[span]. It has one branch a byte,
// which is seldom taken: to ask for the first byte and for the one before it apart
// took 4.1 ns a byte of English, where this takes 1.0 ns.
func nextAgency(text string, span news.Span) (mention, bool) {
	line, before := text[span.Start:span.End], byte(' ')
	for i := range len(line) {
		if agencies.starts[line[i]]&opensForm[before] != 0 && agencies.mayBegin(line[i:]) {
			if m, ok := agencyAt(text, news.Span{Start: span.Start + i, End: span.End}, span.Start); ok {
				return m, true
			}
		}
		before = line[i]
	}
	return mention{}, false
}

// opensForm has all bits of the bytes behind which a form may begin: all but the
// letters and digits of ASCII.
var opensForm = func() (t [256]uint8) {
	for c := range t {
		if letter := 'a' <= c|0x20 && c|0x20 <= 'z'; !letter && (c < '0' || '9' < c) {
			t[c] = 0xff
		}
	}
	return t
}()

// agencyAt returns the longest form that stands at the beginning of text[span]
// and is not a part of a longer word; what stands before from does not count.
func agencyAt(text string, span news.Span, from int) (mention, bool) {
	rest := text[span.Start:span.End]
	if !agencies.mayBegin(rest) {
		return mention{}, false
	}
	short, long := beginning(rest)
	found := longestOf(agencies.forms[short], text, span, from, mention{})
	found = longestOf(agencies.forms[long], text, span, from, found)
	return found, found.agency != ""
}

// longestOf returns the longest of the forms that stands there, or the one found
// before that is longer.
func longestOf(forms []form, text string, span news.Span, from int, found mention) mention {
	i := span.Start
	for _, f := range forms {
		end := i + len(f.text)
		if end > span.End || end <= found.End || !strings.HasPrefix(text[i:], f.text) {
			continue
		}
		if i > from && joins(lastRune(text[from:i]), nextRune(f.text)) || end < span.End && joins(nextRune(text[end:]), lastRune(f.text)) {
			continue
		}
		found = mention{news.Span{Start: i, End: end}, f.agency, f.ambiguous}
	}
	return found
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
