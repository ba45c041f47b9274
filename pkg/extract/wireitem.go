package extract

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"github.com/wireprint/wireprint/pkg/news"
)

// wireItem is one item of a wire as the fields of its format give it.
type wireItem struct {
	id       string
	url      string
	title    string
	byline   string   // as printed: "By Ada Brook, Coastal Press"
	dateline string   // as printed: "PORT ELLEN, March 4 (Coastal Press) -"
	place    string   // of the dateline, where the format tells it apart
	notes    []string // to editors: "1ST LEAD", "ADDS quotes"
	tagline  string   // below the story: "With files from Coastal Press"
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
func (d *wireItem) article() (news.Article, error) {
	if err := d.noStory(); err != nil {
		return news.Article{}, err
	}
	a := news.Article{ID: d.id, URL: d.url, Title: collapse(d.title), Lang: isoLanguage(d.lang)}
	a.Time, a.TimeFrom = d.issued()
	for i, s := range d.sources {
		a.Sources = append(a.Sources, news.Attribution{Name: s.value, Evidence: s.name})
		if i == 0 {
			a.FieldOutlet = news.Attribution{Name: hostOf(s.value), Evidence: "wire field " + s.name}
		}
	}
	if byline := collapse(d.byline); byline != "" {
		a.Authors = splitAuthors(byline)
	}
	a, err := d.story(a)
	if err != nil {
		return news.Article{}, err
	}
	d.frame(&a)
	return a, nil
}

// noStory is why the item is no story, nil if it is one.
func (d *wireItem) noStory() error {
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
func (d *wireItem) issued() (news.Time, string) {
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
func (d *wireItem) story(a news.Article) (news.Article, error) {
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
