package provenance

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
)

// outletFromText looks for the outlet in the lines around the story. What two
// kinds of line agree on comes first: a masthead that the copyright line or the
// site's address repeats.
func outletFromText(a *news.Article) news.Attribution {
	masthead := ""
	var support []line
	titled, told := false, false // the headline has been, the story has begun
	for i, p := range a.Paragraphs {
		switch {
		case p.Role == news.RoleTitle:
			titled = true
		case p.Role == news.RoleBody:
			told = true
		case isCopyright(a.Text[p.Start:p.End]):
			support = append(support, line{oneLine(a, p), "copyright line"})
		case p.Role == news.RoleBoilerplate, p.Role == news.RoleCaption, p.Span.Overlap(a.Dateline.Span) > 0:
		default:
			text := oneLine(a, p)
			// Under the headline, a name of two words is as often the author's.
			if name := mastheadIn(text); masthead == "" && i < mastheadLines && !told && (!titled || isPaper(name)) {
				masthead = name
			}
			if domain := findDomain(text); domain != "" {
				support = append(support, line{domain, "address in the byline"})
			}
		}
	}
	if publisher, _, ok := strings.Cut(a.Dateline.Agency, " / "); ok {
		support = append(support, line{publisher, "dateline"})
	}
	for _, s := range support {
		if masthead != "" && strings.Contains(squeeze(s.text), squeeze(masthead)) {
			return news.Attribution{Name: masthead, Evidence: "masthead, repeated in the " + s.where}
		}
	}
	for _, s := range support {
		if name := s.owner(); name != "" && !isAgency(name) {
			return news.Attribution{Name: name, Evidence: s.where}
		}
	}
	if masthead != "" {
		return news.Attribution{Name: masthead, Evidence: "masthead"}
	}
	return agencyItself(a, support)
}

// agencyItself is the agency when a page without any other masthead carries its
// dateline, and its name as the first line or in the copyright line: the
// dispatch as the agency published it.
func agencyItself(a *news.Article, support []line) news.Attribution {
	if len(a.Paragraphs) > 0 && a.Paragraphs[0].Role == news.RoleByline {
		support = append(support, line{oneLine(a, a.Paragraphs[0]), "first line"})
	}
	dateline := findAgencies(a.Dateline.Agency, news.Span{End: len(a.Dateline.Agency)})
	for _, s := range support {
		if s.where != "copyright line" && !isAgency(s.text) {
			continue
		}
		for _, c := range findAgencies(s.text, news.Span{End: len(s.text)}) {
			if credits(dateline, c.Agency) {
				return news.Attribution{Name: c.Agency, Evidence: "dateline and " + s.where + ", and no other masthead"}
			}
		}
	}
	return news.Attribution{}
}

// A masthead stands in the first lines of a page and is a short name.
const (
	mastheadLines = 3
	mastheadWords = 4
)

// mastheadIn is the name that a line before the headline begins with: all of
// "Coastal Herald", the first part of "TARNBY COURIER – Tuesday, March 5, 2024".
// It is empty for lines that name no outlet.
func mastheadIn(text string) string {
	for _, sign := range []string{" – ", " — ", " - ", " | ", " (", " • "} {
		text, _, _ = strings.Cut(text, sign)
	}
	words := strings.Fields(text)
	if len(words) == 0 || len(words) > mastheadWords || strings.ContainsAny(text, ":|/@,") || glued(text) {
		return ""
	}
	lower := strings.ToLower(text)
	if slices.ContainsFunc(words, isCommonWord) {
		return "" // a headline, "Ferry on fire"
	}
	switch {
	case !unicode.IsUpper([]rune(text)[0]), !unicode.IsLetter(lastRune(text)), generic[lower], isAgency(text):
		return ""
	case strings.HasPrefix(lower, "by "), strings.HasPrefix(lower, "photo"), strings.HasPrefix(lower, "image"):
		return ""
	}
	return text
}

// isPaper reports a name that only an outlet has: "The Alder Courier".
func isPaper(name string) bool {
	for _, word := range strings.Fields(strings.ToLower(name)) {
		if papers[word] {
			return true
		}
	}
	return false
}

// papers are words that stand in the names of papers, stations and sites.
var papers = map[string]bool{
	"times": true, "post": true, "news": true, "herald": true, "gazette": true, "courier": true, "journal": true,
	"tribune": true, "chronicle": true, "daily": true, "weekly": true, "today": true, "press": true, "express": true,
	"mail": true, "telegraph": true, "guardian": true, "observer": true, "standard": true, "mirror": true,
	"independent": true, "globe": true, "register": true, "review": true, "reporter": true, "dispatch": true,
	"bulletin": true, "bugle": true, "mercury": true, "argus": true, "echo": true, "online": true, "media": true,
	"network": true, "radio": true, "tv": true, "television": true, "magazine": true, "sentinel": true, "monitor": true,
	"zeitung": true, "nachrichten": true, "tageblatt": true, "kurier": true, "diario": true,
	"periódico": true, "giornale": true, "corriere": true, "jornal": true, "folha": true,
}

// generic are names of sections, which head a page as mastheads do.
var generic = map[string]bool{
	"news": true, "world news": true, "world": true, "local news": true, "national": true, "business": true,
	"politics": true, "sport": true, "sports": true, "opinion": true, "technology": true, "home": true,
	"breaking news": true, "top stories": true, "latest news": true, "headlines": true, "economy": true,
	"international": true, "europe": true, "asia": true, "africa": true, "us news": true, "uk news": true,
	"read more": true, "go to permalink": true,
}

// isCommonWord reports a word in small letters that does not stand in names.
func isCommonWord(word string) bool {
	return unicode.IsLower(nextRune(word)) && !connectors[word]
}

func nextRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

var connectors = map[string]bool{
	"of": true, "the": true, "and": true, "for": true, "de": true, "du": true, "des": true, "la": true, "le": true, "les": true,
	"der": true, "die": true, "das": true, "und": true, "am": true, "el": true, "los": true, "y": true, "da": true, "do": true, "e": true,
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// glued reports a line that a scraper made of several entries of a menu:
// "Front SliderNewsWorld".
func glued(text string) bool {
	joints := 0
	before := ' '
	for _, r := range text {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			joints++
		}
		before = r
	}
	return joints >= 2
}

// isAgency reports a name that is an agency's and nothing else.
func isAgency(name string) bool { return isForm(name, "") }

// isForm reports whether name is a form of the agency's name, or of any's when
// that is empty.
func isForm(name, agency string) bool {
	for _, c := range findAgencies(name, news.Span{End: len(name)}) {
		if c.Span.Start == 0 && c.Span.End == len(name) && (agency == "" || c.Agency == agency) {
			return true
		}
	}
	return false
}

// line is a line that may name the outlet.
type line struct{ text, where string }

// owner is the name in a copyright line without its years and formulas, or the
// line itself.
func (l line) owner() string {
	if l.where != "copyright line" {
		return l.text
	}
	name := l.text
	for _, stop := range []string{" All ", " all ", ". ", " | ", " - ", " – "} {
		if at := strings.Index(name, stop); at > 0 {
			name = name[:at]
		}
	}
	for {
		before := name
		name = strings.TrimLeftFunc(name, func(r rune) bool { return !unicode.IsLetter(r) })
		for _, formula := range []string{"Copyright", "COPYRIGHT", "copyright", "c) ", "by "} {
			name = strings.TrimPrefix(name, formula)
		}
		if name == before {
			break
		}
	}
	name = strings.TrimRightFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && r != ')' })
	if len(strings.Fields(name)) > 6 {
		return ""
	}
	return name
}

// findDomain returns a word of the line that is a site's address.
func findDomain(text string) string {
	for _, w := range strings.Fields(text) {
		w = strings.Trim(strings.ToLower(w), "()[]<>,;:|")
		w = strings.TrimPrefix(strings.TrimPrefix(w, "https://"), "http://")
		host, _, _ := strings.Cut(w, "/")
		name, top, ok := strings.Cut(strings.TrimPrefix(host, "www."), ".")
		if ok && len(name) > 1 && len(top) >= 2 && !strings.ContainsAny(host, "@0123456789'’") && !strings.HasSuffix(host, ".") {
			return strings.TrimPrefix(host, "www.")
		}
	}
	return ""
}

// squeeze leaves letters and digits in lower case.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
