package provenance

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
)

//go:embed outletforms.txt
var outletFormsFile string

// outletForms is what outletforms.txt says.
var outletForms = readOutletForms(outletFormsFile)

// saying is what an article says of an outlet, or an agency, that it names.
type saying uint8

const (
	saysFrom    saying = iota // its copy is taken from there
	saysThrough               // the same, which can mean other things: "via"
	saysCites                 // something in it is
	saysTold                  // somebody spoke to it
	saysReports               // the same as saysCites, the name before it
	saysLearned               // it speaks of itself, the name before it
	saysStaff
	saysPartly
)

var sayings = map[string]saying{
	"from": saysFrom, "through": saysThrough, "cites": saysCites, "told": saysTold, "reports": saysReports, "learned": saysLearned, "staff": saysStaff, "partly": saysPartly,
}

// outletForm is one such phrase, in lower case.
type outletForm struct {
	text string
	says saying
}

type outletPhrases struct {
	byFirst map[string][]outletForm // by their first word
	staff   []string
	partly  []string
}

func readOutletForms(file string) outletPhrases {
	p := outletPhrases{byFirst: map[string][]outletForm{}}
	for line := range strings.Lines(file) {
		how, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		says, ok := sayings[how]
		if !ok {
			continue
		}
		_, list, _ := strings.Cut(rest, " ") // the language
		for text := range strings.SplitSeq(list, ", ") {
			switch says {
			case saysStaff:
				p.staff = append(p.staff, text)
			case saysPartly:
				p.partly = append(p.partly, text)
			default:
				first, _, _ := strings.Cut(text, " ")
				p.byFirst[first] = append(p.byFirst[first], outletForm{text, says})
			}
		}
	}
	return p
}

// naming is a place where an article names an outlet or an agency that its copy
// may be from.
type naming struct {
	says   saying
	outlet string // key of the outlet, see [outletKey]; empty for an agency
	name   string // as the article writes it, or the agency's name
	proof  string // the words
}

// namings lists the outlets of the folder and the agencies that an article names
// for its copy, and papers outside of it that it says it was taken from. Each is
// listed once for what is said of it.
func (f *Folder) namings(a int) []naming {
	n := namingFinder{outlets: f.outlets, text: f.Articles[a].Text}
	for _, p := range f.Articles[a].Paragraphs {
		if p.Role == news.RoleBody || p.Role == news.RoleByline || p.Role == news.RoleHeading {
			n.paragraph(p.Span)
		}
	}
	return n.list
}

type namingFinder struct {
	outlets map[string]bool
	text    string
	list    []naming
}

// paragraph looks for the phrases, word by word.
func (n *namingFinder) paragraph(p news.Span) {
	for at := p.Start; at < p.End; {
		end := at
		for end < p.End && !isSpaceByte(n.text[end]) {
			end++
		}
		start := at
		for start < end && strings.IndexByte("(\"'[", n.text[start]) >= 0 {
			start++
		}
		for _, form := range outletForms.byFirst[strings.ToLower(strings.TrimRight(n.text[start:end], ",.;"))] {
			if length := prefixFold(n.text[start:p.End], form.text); length > 0 && !goesOn(n.text[start+length:p.End], form.text) {
				n.form(form, p, news.Span{Start: start, End: start + length})
			}
		}
		for at = end; at < p.End && isSpaceByte(n.text[at]); at++ {
		}
	}
}

func isSpaceByte(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// form reads the name beside a phrase.
func (n *namingFinder) form(form outletForm, p, phrase news.Span) {
	name := nameBehind(n.text, news.Span{Start: phrase.End, End: p.End})
	before := form.says == saysReports || form.says == saysLearned
	if before {
		name = nameBefore(n.text, news.Span{Start: p.Start, End: phrase.Start})
	}
	if name.Len() == 0 {
		return
	}
	found := naming{says: form.says}
	if m, ok := agencyAt(n.text, name, name.Start); ok && (m.End == name.End || !before) {
		found.name = m.agency
		name = m.Span
	} else if found.outlet, name = n.resolve(name, before, form.says == saysFrom); found.outlet == "" {
		return
	} else {
		found.name = n.text[name.Start:name.End]
	}
	found.proof = n.text[min(phrase.Start, name.Start):max(phrase.End, name.End)]
	n.add(found)
}

func (n *namingFinder) add(found naming) {
	for _, known := range n.list {
		if known.says == found.says && known.outlet == found.outlet && (found.outlet != "" || known.name == found.name) {
			return
		}
	}
	found.proof = strings.Join(strings.Fields(found.proof), " ")
	n.list = append(n.list, found)
}

// resolve finds the longest part of a name that is an outlet of the folder. Of the
// others, papers count where the article says that it was taken from there.
func (n *namingFinder) resolve(name news.Span, fromEnd, outside bool) (string, news.Span) {
	words := wordSpans(n.text, name)
	for length := len(words); length > 0; length-- {
		part := words[:length]
		if fromEnd {
			part = words[len(words)-length:]
		}
		span := news.Span{Start: part[0].Start, End: part[length-1].End}
		if key := outletKey(n.text[span.Start:span.End]); n.outlets[key] {
			return key, span
		}
	}
	text := n.text[name.Start:name.End]
	if outside && len(words) > 1 && isPaper(text) {
		return outletKey(text), name
	}
	return "", name
}

func wordSpans(text string, span news.Span) (words []news.Span) {
	for at := span.Start; at < span.End; {
		end := at
		for end < span.End && !isSpaceByte(text[end]) {
			end++
		}
		if end > at {
			words = append(words, news.Span{Start: at, End: end})
		}
		at = end + 1
	}
	return words
}

const longestName = 6 // words of an outlet's name

// nameBehind is the name that text[span] begins with: words with a capital, small
// ones between them, or the address of a site.
func nameBehind(text string, span news.Span) news.Span {
	name := news.Span{}
	for i, w := range wordSpans(text, news.Span{Start: span.Start, End: min(span.End, span.Start+120)}) {
		trimmed := news.Span{Start: w.Start, End: w.Start + len(strings.TrimRight(text[w.Start:w.End], ".,;:!?)\"'”’»]"))}
		word := text[trimmed.Start:trimmed.End]
		word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
		trimmed.End = trimmed.Start + len(word)
		switch {
		case i == longestName+1 || word == "":
			return name
		case name.Len() == 0 && isArticle(word):
			continue
		case name.Len() == 0 && strings.Contains(word, "."):
			return trimmed
		case name.Len() > 0 && (outletWords.small[word] || word == "&"):
			continue
		case !unicode.IsUpper(nextRune(word)):
			return name
		}
		if name.Len() == 0 {
			name.Start = trimmed.Start
		}
		name.End = trimmed.End
		if trimmed.End < w.End {
			return name
		}
	}
	return name
}

// nameBefore is the name that text[span] ends with.
func nameBefore(text string, span news.Span) news.Span {
	words := wordSpans(text, news.Span{Start: nextSpace(text, max(span.Start, span.End-120), span.Start), End: span.End})
	name := news.Span{}
	for i := len(words) - 1; i >= 0 && i >= len(words)-longestName; i-- {
		word := text[words[i].Start:words[i].End]
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case !unicode.IsLetter(lastRune(word)):
			return name
		case name.Len() > 0 && outletWords.small[word] && !isArticle(word) || word == "&":
			continue
		case !unicode.IsUpper(first) || isArticle(word):
			return name
		}
		if name.Len() == 0 {
			name.End = words[i].End
		}
		name.Start = words[i].Start
	}
	return name
}

// nextSpace is where the first whole word behind at begins.
func nextSpace(text string, at, start int) int {
	if at == start {
		return at
	}
	for at < len(text) && !isSpaceByte(text[at]) {
		at++
	}
	return at
}

func isArticle(word string) bool {
	switch strings.ToLower(word) {
	case "the", "der", "die", "das", "dem", "den", "le", "la", "el", "il", "o":
		return true
	}
	return false
}

// outletKey tells outlets by their names: letters and digits in lower case,
// without "the".
func outletKey(name string) string {
	return squeeze(strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(name, "The "), "the "), "THE "))
}

// signedByStaff reports a byline that names a reporter of the outlet's own.
func (f *Folder) signedByStaff(a int) (string, bool) {
	article := &f.Articles[a]
	key := outletKey(article.Outlet.Name)
	own := func(line string) bool {
		if key != "" && strings.Contains(squeeze(line), key) && len(squeeze(line)) > len(key)+4 {
			return true
		}
		for _, phrase := range outletForms.staff {
			if holdsFold(line, phrase) {
				return true
			}
		}
		return false
	}
	for _, author := range article.Authors {
		if own(author) {
			return shorten(author), true
		}
	}
	for _, p := range article.Paragraphs {
		if p.Role == news.RoleByline && p.Len() <= bodyLineBytes && own(article.Text[p.Start:p.End]) && strings.Contains(strings.ToLower(article.Text[p.Start:p.End]), "by ") {
			return shorten(oneLine(article, p)), true
		}
	}
	return "", false
}
