package provenance

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
)

// outletFromText looks for the outlet in the lines around the story. What two
// kinds of line agree on comes first: a masthead that the copyright line or the
// site's address repeats. A masthead alone must be the name of a paper, for the
// first line of a page is as often its author, a section or a button.
func outletFromText(a *news.Article) news.Attribution {
	masthead, support := linesAround(a)
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
	if isPaper(masthead) || isArticled(masthead) {
		return news.Attribution{Name: masthead, Evidence: "masthead"}
	}
	return agencyItself(a, support)
}

// linesAround are the masthead of an article and the lines that may repeat it or
// name the outlet themselves.
func linesAround(a *news.Article) (masthead string, support []line) {
	titled, told := false, false // the headline has been, the story has begun
	for i, p := range a.Paragraphs {
		switch {
		case p.Role == news.RoleTitle:
			titled = true
			if site := siteBehind(oneLine(a, p)); site != "" {
				support = append(support, line{site, "headline's line"})
			}
		case p.Role == news.RoleBody:
			told = true
		case p.Role == news.RoleCaption:
		case isCopyright(a.Text[p.Start:p.End]):
			support = append(support, line{oneLine(a, p), copyrightLine})
		case p.Role == news.RoleBoilerplate, p.Span.Overlap(a.Dateline.Span) > 0:
		default:
			text := oneLine(a, p)
			// Under the headline, a name of two words is as often the author's.
			if name := mastheadIn(text); masthead == "" && i < mastheadLines && !told && (!titled || isPaper(name)) {
				masthead = name
			}
			if domain := findDomain(text); domain != "" {
				support = append(support, line{domain, byTheWay})
			}
		}
	}
	if publisher := datelinePublisher(a.Dateline.Agency); publisher != "" {
		support = append(support, line{publisher, "dateline"})
	}
	return masthead, support
}

// siteBehind is the paper that a page's title names behind its headline: "Ferry on
// fire | The Alder Courier".
func siteBehind(title string) string {
	for _, sign := range []string{" | ", " - ", " – ", " — ", " · "} {
		if at := strings.LastIndex(title, sign); at >= 0 {
			if site := mastheadIn(title[at+len(sign):]); isPaper(site) {
				return site
			}
		}
	}
	return ""
}

// datelinePublisher is the outlet that a dateline names: beside an agency,
// "UrduPoint News / Sputnik - 19th July, 2021", or alone, if it is a paper's name.
func datelinePublisher(said string) string {
	if at := strings.LastIndexAny(said, "-–—"); at > 0 && strings.ContainsAny(said[at:], "0123456789") {
		said = strings.TrimSpace(said[:at])
	}
	first, rest, several := strings.Cut(said, "/")
	first = strings.TrimSpace(first)
	wired := several && len(findAgencies(rest, news.Span{End: len(rest)})) > 0
	if name := mastheadIn(first); name != "" && (wired || isPaper(name)) {
		return name
	}
	return ""
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
		if s.where != copyrightLine && !isAgency(s.text) {
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
	words := undated(strings.Fields(text))
	text = strings.Join(words, " ")
	if len(words) == 0 || len(words) > mastheadWords || strings.ContainsAny(text, ":|/@,。、") || glued(text) {
		return ""
	}
	if slices.ContainsFunc(words, isCommonWord) {
		return "" // a headline, "Ferry on fire"
	}
	lower := strings.ToLower(text)
	first := nextRune(text)
	switch {
	case !unicode.IsLetter(first), unicode.IsLower(first), !unicode.IsLetter(lastRune(text)) && !unicode.IsMark(lastRune(text)):
		return ""
	case isSection(text), isAgency(text), !unicode.IsUpper(first) && !isPaper(text):
		return ""
	case strings.HasPrefix(lower, "by "), strings.HasPrefix(lower, "photo"), strings.HasPrefix(lower, "image"):
		return ""
	}
	return text
}

// year finds a year of four digits in what stands behind a name.
var year = regexp.MustCompile(`(?:^|\D)(?:19|20)\d\d(?:\D|$)`)

// undated leaves out a date behind a name: "5 March 2024", "2024年3月5日".
func undated(words []string) []string {
	for i, w := range words {
		if i > 0 && '0' <= w[0] && w[0] <= '9' && year.MatchString(strings.Join(words[i:], " ")) {
			return words[:i]
		}
	}
	return words
}

// isArticled reports a name such as "The Blaze", which no person has.
func isArticled(name string) bool {
	rest, ok := strings.CutPrefix(name, "The ")
	return ok && !isSection(rest)
}

func nextRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
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

// Where a line stands, as far as it matters for what it says.
const (
	copyrightLine = news.FromCopyright
	byTheWay      = "address in the byline" // which may be any site's
)

// owner is the outlet that the line names by itself.
func (l line) owner() string {
	switch l.where {
	case copyrightLine:
		return copyrightOwner(l.text)
	case byTheWay:
		return ""
	}
	return l.text
}

// findDomain returns a word of the line that is a site's address.
func findDomain(text string) string {
	if !strings.Contains(text, ".") {
		return ""
	}
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
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
