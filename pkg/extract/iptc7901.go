package extract

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// iptc7901 is the IPTC's recommendation 7901 for text transmission, as agencies send
// it since 1979:
//
//	SOH eca062 4 i 211 ccccb   dpa 061       service and number, priority, category, words
//	Varland-ferries/                         keywords
//	STX 1ST LEAD                             notes, headline and byline, up to "="
//	Ferry burns off Skerrow =
//	   Port Ellen (dpa) - A ferry …          paragraphs, wrapped
//	ETX 041137 GMT Mar 24                    day, time, month and year
//	EOT
type iptc7901 struct{}

var (
	iptcHeading = regexp.MustCompile(`^\s*[A-Za-z]{1,6}\s?\d{1,5}\s+\d\s+[A-Za-z]{1,3}\s+\d{1,5}\b`)
	iptcAgency  = regexp.MustCompile(`([\p{L}][\p{L}-]*)\s+\d+\s*$`)
	iptcTime    = regexp.MustCompile(`\b(\d\d)(\d\d)(\d\d)\s+(?:([A-Z]{2,4})\s+)?(\p{L}{3,9})\.?\s+(\d\d)\b`)
)

func (iptc7901) recognise(data []byte) bool {
	heading, ok := framed(data)
	return ok && iptcHeading.Match(heading)
}

func (iptc7901) dispatches(data []byte) ([]wireItem, error) {
	var all []wireItem
	for _, m := range messages(data) {
		all = append(all, iptcStory(m))
	}
	return all, nil
}

// iptcStory reads a message.
func iptcStory(m message) wireItem {
	var d wireItem
	first, _, _ := strings.Cut(strings.TrimSpace(m.heading), "\n")
	if agency := iptcAgency.FindStringSubmatch(first); agency != nil {
		d.sources = []field{{"heading", agency[1]}}
	}
	d.at, d.atFrom = iptcIssued(m.closing), "end of the message"
	head, body := iptcHead(m.text)
	d.iptcHead(head)
	d.paragraphs = iptcBody(body)
	return d
}

// iptcIssued is the time that a message closes with: "041137 GMT Mar 24".
func iptcIssued(closing string) news.Time {
	part := iptcTime.FindStringSubmatch(closing)
	if part == nil {
		return news.Time{}
	}
	year, _ := strconv.Atoi(part[6]) // two digits: see the pattern
	st, ok := findStamp(fmt.Sprintf("%s %s %d %s:%s %s", part[1], part[5], centuryOf(year), part[2], part[3], part[4]))
	if !ok {
		return news.Time{}
	}
	return plausible(st.Time)
}

// iptcHead cuts the lines above the story from it: those up to one that ends with an
// equals sign, if that comes before the first empty line.
func iptcHead(text string) (head []string, body string) {
	rest := strings.TrimLeft(text, "\n ")
	for rest != "" {
		line, behind, _ := strings.Cut(rest, "\n")
		line = strings.TrimSpace(line)
		if line == "" {
			break
		}
		rest = behind
		short, last := strings.CutSuffix(line, "=")
		head = append(head, strings.TrimSpace(short))
		if last {
			return head, rest
		}
	}
	return nil, text
}

// iptcHead tells the lines above the story apart: notes in capitals or brackets, the
// headline, which may take several lines, and the byline.
func (d *wireItem) iptcHead(lines []string) {
	if last := len(lines) - 1; last > 0 && phrases.openings.match(lowerBeyondASCII(lines[last]))&opensCredit != 0 {
		d.byline = lines[last]
		lines = lines[:last]
	}
	for len(lines) > 1 && (isTake(lines[0]) || strings.HasPrefix(lines[0], "(")) {
		d.notes = append(d.notes, lines[0])
		lines = lines[1:]
	}
	d.title = strings.Join(lines, " ")
}

// takeNumber finds the take of a dispatch by its number: "1. Zusammenfassung".
var takeNumber = regexp.MustCompile(`(?i)^\d+(?:\.|st|nd|rd|th)\s+\S+(?:\s\S+)?$`)

// isTake reports a line that says what a dispatch is to those before it: "1ST LEAD",
// "URGENT".
func isTake(line string) bool {
	if takeNumber.MatchString(line) {
		return true
	}
	words := strings.Fields(line)
	capitals := 0
	for _, w := range words {
		if strings.ToUpper(w) == w {
			capitals++
		}
	}
	return 0 < len(words) && len(words) <= 4 && capitals == len(words)
}

// iptcBody makes paragraphs of a text. What stands behind a line of "# Notebook", or of
// asterisks, is for editors.
func iptcBody(body string) []wireParagraph {
	paragraphs := wrappedParagraphs(body)
	role := news.RoleBody
	for i, p := range paragraphs {
		if strings.HasPrefix(p.text, "# ") || strings.HasPrefix(p.text, "* * *") {
			role = news.RoleBoilerplate
		}
		paragraphs[i].role = role
	}
	return paragraphs
}
