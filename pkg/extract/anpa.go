package extract

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// anpa is the American Newspaper Publishers Association's format 1312, in which wires
// have been sent to newspapers since 1979. Signs of the typesetters stand in the text:
//
//	SYN SYN SOH W2870 US service
//	r i DC3 DC1 BC-XX--Ferry Fire  1stLd   03-04 0466    priority, category, keyword, day, words
//	STX ^BC-XX--Ferry Fire, 1st Ld,466<      lines above the story: keyword, headline,
//	^Ferry burns off Skerrow<                notes; "<" sets a line to the left,
//	^By ADA BROOK=                           "=" to the middle
//	   PORT ELLEN (AP) _ ``Smoke,'' …        paragraphs are set in
//	ETX AP-WF-03-04-24 1137GMT<              agency, circuit, month, day, year and time
//	EOT
type anpa struct{}

var (
	anpaHeading = regexp.MustCompile(`^[A-Za-z]\d{3,5}[\x1f\s-][^\n]*\n\s*[a-z] ?[a-z]`)
	anpaDay     = regexp.MustCompile(`\s(\d\d)-(\d\d)(?:\s+\d+)?\s*$`)
	anpaWords   = regexp.MustCompile(`,\d*$`) // behind the keyword: how many
	anpaClosing = regexp.MustCompile(`(?:\b([A-Z]+)-[A-Z]{2}-)?(\d\d)-(\d\d)-(\d\d)\s+(\d\d)(\d\d)\s*([A-Z]{3,4})?`)
)

func (anpa) recognise(data []byte) bool {
	heading, ok := framed(data)
	return ok && anpaHeading.Match(heading)
}

func (anpa) dispatches(data []byte) ([]wireItem, error) {
	var all []wireItem
	for _, m := range messages(data) {
		all = append(all, anpaStory(m))
	}
	return all, nil
}

// anpaStory reads a message.
func anpaStory(m message) wireItem {
	var d wireItem
	agency, at := anpaEnd(m.closing)
	d.at, d.atFrom = at, "end of the message"
	if !d.at.Known() {
		d.at, d.atFrom = anpaDayOf(m.heading), "heading of the message"
	}
	if agency != "" {
		d.sources = []field{{"end of the message", agency}}
	}
	d.anpaText(m.text)
	if d.title == "" && len(d.notes) > 0 { // an alert is sent without a headline
		d.title = anpaWords.ReplaceAllString(d.notes[0], "")
	}
	return d
}

// anpaEnd is the agency and the time that a message closes with.
func anpaEnd(closing string) (agency string, at news.Time) {
	part := anpaClosing.FindStringSubmatch(closing)
	if part == nil {
		return "", news.Time{}
	}
	year, _ := strconv.Atoi(part[4]) // two digits: see the pattern
	st, ok := findStamp(fmt.Sprintf("%d-%s-%s %s:%s %s", centuryOf(year), part[2], part[3], part[5], part[6], part[7]))
	if !ok {
		return part[1], news.Time{}
	}
	return part[1], plausible(st.Time)
}

// anpaDayOf is the day in a heading, which has no year.
func anpaDayOf(heading string) news.Time {
	part := anpaDay.FindStringSubmatch(strings.TrimSpace(heading))
	if part == nil {
		return news.Time{}
	}
	month, _ := strconv.Atoi(part[1])
	day, _ := strconv.Atoi(part[2])
	st, ok := findStamp(fmt.Sprintf("2000-%02d-%02d", month, day)) // a leap year
	if !ok {
		return news.Time{}
	}
	return news.Time{Month: st.Month, Day: st.Day}
}

// anpaText reads the text: the lines above the story, which begin with a caret, and its
// paragraphs.
func (d *wireItem) anpaText(text string) {
	var w paragraphWriter
	head := true
	for raw := range strings.Lines(text) {
		line := strings.TrimSpace(strings.Trim(raw, "\n"))
		alone := strings.HasPrefix(raw, "\b") || strings.HasPrefix(line, "^")
		switch {
		case line == "" || line == "^" || strings.EqualFold(strings.Trim(line, "^<= "), "END"):
			continue
		case head && strings.HasPrefix(line, "^") && d.anpaHeadLine(line):
			continue
		case !alone && (w.empty() || raw[0] == '\t' || strings.HasPrefix(raw, "  ")):
			head = false
			alone = true
		}
		if alone { // else it is wrapped
			w.begin(anpaRole(line))
		}
		w.line(typeset(line))
	}
	d.paragraphs = w.end()
}

// anpaRole is the role of a line that is typeset by itself: in the middle stand headings.
func anpaRole(line string) news.Role {
	if strings.HasPrefix(line, "^") && strings.HasSuffix(line, "=") {
		return news.RoleHeading
	}
	return news.RoleBody
}

// anpaNotes begin lines that are meant for editors.
var anpaNotes = regexp.MustCompile(`(?i)^\(?(?:[A-Z]+ (?:photo|graphic|video)s?\b|eds[:.]|editors|editor['’]s)`)

// writers finds the names in a byline, which are in capitals: behind them stands what
// the writers are.
var writers = regexp.MustCompile(`\p{Lu}{2,} \p{Lu}{2,}`)

// anpaHeadLine reads a line above the story, unless it belongs to that already. The
// first is the keyword with the take, the next that is no note the headline.
func (d *wireItem) anpaHeadLine(line string) bool {
	centred := strings.HasSuffix(line, "=")
	text := typeset(line)
	credit := phrases.openings.match(lowerBeyondASCII(text))&opensCredit != 0
	switch {
	case text == "":
	case len(d.notes) == 0 || anpaNotes.MatchString(text):
		d.notes = append(d.notes, text)
	case centred && credit && d.byline == "":
		d.byline = text
	case centred && writers.MatchString(d.byline) && !strings.Contains(d.byline, ", ") && !isTake(text):
		d.byline += ", " + text
	case d.title == "" && !credit:
		d.title = text
	case centred || !strings.HasSuffix(line, "<"):
		return false
	default:
		d.notes = append(d.notes, text)
	}
	return true
}

// typesetSigns are what the signs within a line stand for.
var typesetSigns = strings.NewReplacer("``", "“", "''", "”", " _ ", " — ", "{", "½", "\b", "")

// typeset is a line without the signs around it, with those in it as they were printed.
func typeset(line string) string {
	line = strings.TrimSpace(line)
	line = strings.TrimRight(strings.TrimLeft(line, "^ \b"), "<=^ ")
	if _, behind, ok := strings.Cut(line, "< ^"); ok { // "*9006< ^Top-Headlines,0176"
		line = behind
	}
	return strings.TrimSpace(typesetSigns.Replace(line))
}
