package extract

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/html"

	"github.com/wireprint/wireprint/pkg/news"
)

// dispatch is one item of a wire as the fields of its format give it.
type dispatch struct {
	id       string
	url      string
	title    string
	byline   string   // as printed: "By Ada Brook, Coastal Press"
	dateline string   // as printed: "PORT ELLEN, March 4 (Coastal Press) -"
	place    string   // of the dateline, where the format tells it apart
	notes    []string // to editors: "1ST LEAD", "ADDS quotes"
	lang     string

	// times are when it was issued, the best first, named by their fields.
	times   []field
	at      news.Time // what the format has in a form of its own
	atFrom  string
	embargo string

	// sources are whom the format's fields name as where the words come from, the
	// one that sent it first.
	sources []field

	media  string // what it is: "text", which may be left out, "picture", "video" …
	status string // what the agency made of it: "usable", which may be left out, "canceled" …

	// Its text, in one of three forms: marked up, in paragraphs, or plain.
	markup     *html.Node
	paragraphs []wireParagraph
	text       string
}

// field is a value and the name of the field that it stood in.
type field struct{ name, value string }

// filledFields are the fields that have a value, without the white space around it.
func filledFields(fields ...field) []field {
	var filled []field
	for _, f := range fields {
		if f.value = collapse(f.value); f.value != "" {
			filled = append(filled, f)
		}
	}
	return filled
}

// article makes an article of the item, or says why it is none.
func (d *dispatch) article() (news.Article, error) {
	if err := d.noStory(); err != nil {
		return news.Article{}, err
	}
	a := news.Article{ID: d.id, URL: d.url, Title: collapse(d.title), Lang: isoLanguage(d.lang)}
	a.Time, a.TimeFrom = d.issued()
	for i, s := range d.sources {
		a.Sources = append(a.Sources, news.Attribution{Name: s.value, Evidence: s.name})
		if i == 0 {
			a.Outlet = news.Attribution{Name: hostOf(s.value), Evidence: "wire field " + s.name}
		}
	}
	if byline := collapse(d.byline); byline != "" {
		a.Authors = splitAuthors(byline)
	}
	a, err := d.story(a)
	if err != nil {
		return news.Article{}, err
	}
	d.head(&a)
	return a, nil
}

// noStory is why the item is no story, nil if it is one.
func (d *dispatch) noStory() error {
	switch strings.ToLower(d.status) {
	case "canceled", "cancelled", "killed", "kill", "delete", "deleted":
		return errors.New("cancelled by the agency")
	case "withheld", "retracted", "retract", "withdrawn":
		return errors.New("withheld by the agency")
	}
	if what := otherMedia[strings.ToLower(d.media)]; what != "" {
		return fmt.Errorf("%s, not a story", what)
	}
	return nil // what agencies call their kinds of stories
}

// otherMedia are the kinds of items that are no stories.
var otherMedia = map[string]string{
	"picture": "a picture", "photo": "a picture", "image": "a picture",
	"video": "a video", "audio": "sound", "graphic": "a graphic", "animation": "a graphic",
	"event": "a planned event", "planning": "a planned event", "concept": "an entry of a vocabulary",
	"package": "a list of other items", "component": "an attachment",
}

// issued is when the item was issued. An embargo does not change that: those who
// kept to it published later than the agency.
func (d *dispatch) issued() (news.Time, string) {
	for _, f := range d.times {
		t := wireTime(f.value)
		if !t.Known() {
			continue
		}
		from := "wire field " + f.name
		if until := wireTime(d.embargo); until.Known() {
			from += ", embargoed until " + until.String()
		}
		return t, from
	}
	if d.at.Known() {
		return d.at, d.atFrom
	}
	return news.Time{}, ""
}

// story reads the item's text.
func (d *dispatch) story(a news.Article) (news.Article, error) {
	switch {
	case d.markup != nil:
		text, marked := pageBlocks(d.markup)
		a = wireStory(a, text, marked)
	case len(d.paragraphs) > 0:
		text, marked := joinParagraphs(d.paragraphs)
		a = wireStory(a, text, marked)
	case strings.TrimSpace(d.text) == "":
		return a, errKeptElsewhere
	default:
		a = structure(a, tidy(d.text), false)[0]
		uncut(&a)
	}
	if len(a.Paragraphs) == 0 {
		return a, errKeptElsewhere
	}
	if !hasBody(&a) {
		return a, errNoStory
	}
	return a, nil
}

// maxNotes is how many notes to editors are kept: no story has as many.
const maxNotes = 10

// head puts before the text what a paper prints there: notes, byline and dateline.
// What the text itself begins with is not put there again.
func (d *dispatch) head(a *news.Article) {
	body := a.Text
	var head news.Article
	add := func(line string, role news.Role) {
		if line = collapse(line); line == "" || beginsWithLine(body, line) {
			return
		}
		start := len(head.Text)
		head.Text += line
		head.Paragraphs = append(head.Paragraphs, news.Paragraph{Span: news.Span{Start: start, End: len(head.Text)}, Role: role})
		head.Text += "\n\n"
	}
	for _, note := range d.notes[:min(len(d.notes), maxNotes)] {
		add(note, news.RoleBoilerplate)
	}
	add(d.byline, news.RoleByline)
	if a.Dateline.Span.Len() == 0 {
		before := len(head.Paragraphs)
		add(d.dateline, news.RoleByline)
		a.Dateline = datelineField(cmp.Or(d.dateline, d.place))
		if len(head.Paragraphs) > before {
			a.Dateline.Span = head.Paragraphs[before].Span
		}
	} else {
		a.Dateline.Span = shift(a.Dateline.Span, len(head.Text))
	}
	if a.Dateline.Place == "" {
		a.Dateline.Place = collapse(d.place)
	}
	for _, p := range a.Paragraphs {
		head.Paragraphs = append(head.Paragraphs, news.Paragraph{Span: shift(p.Span, len(head.Text)), Role: p.Role})
	}
	a.Text, a.Paragraphs = head.Text+body, head.Paragraphs
	a.Offset = 0
}

// beginsWithLine reports whether one of the first lines of a text is the line.
func beginsWithLine(text, line string) bool {
	const lines = 3
	n := 0
	for l := range strings.Lines(text) {
		if l = collapse(l); l == "" {
			continue
		}
		if strings.EqualFold(l, line) {
			return true
		}
		if n++; n == lines {
			return false
		}
	}
	return false
}

// datelineField reads a dateline that stands alone: what is no place, day or agency
// in it counts as the place.
func datelineField(line string) news.Dateline {
	line = strings.TrimRight(collapse(line), " -–—:,=")
	if line == "" {
		return news.Dateline{}
	}
	behind := line + " – x"
	d, ok := findDateline(behind, news.Span{End: len(behind)})
	if !ok {
		d = news.Dateline{}
	}
	if d.Place == "" && !strings.ContainsFunc(line, unicode.IsDigit) && len(line) <= maxDateline {
		d.Place = line
	}
	d.Span = news.Span{}
	return d
}

// wireTime reads a time as wire formats write it: ISO 8601, in its basic or extended
// form, with or without a zone. It is unknown for all else.
func wireTime(s string) news.Time {
	s = strings.TrimSpace(s)
	if len(s) < len("20060102") || len(s) > maxDateLen {
		return news.Time{}
	}
	for _, layout := range []string{
		"2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05Z0700", "20060102T150405Z0700", "20060102T150405Z07:00",
		"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02T15:04Z07:00", "20060102T1504Z0700",
	} {
		if t, err := time.Parse(layout, s); err == nil {
			return plausible(news.TimeOf(t))
		}
	}
	for _, layout := range []string{
		"2006-01-02T15:04:05", "20060102T150405", "2006-01-02 15:04:05", "2006-01-02T15:04", "20060102T1504",
		"2006-01-02", "20060102",
	} {
		if t, err := time.Parse(layout, s); err == nil {
			return plausible(unzoned(news.TimeOf(t)))
		}
	}
	return news.Time{}
}
