package source

import (
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
)

// maxNesting is how deep the elements of a feed may lie in one another.
const maxNesting = 200

// feedFormat is a feed, RSS 0.9 to 2.0 or Atom: its items are records. Where an item
// holds a story and a summary of it, the story is its text. No entity but those of
// HTML is known: nothing is fetched or expanded.
type feedFormat struct{}

func (feedFormat) recognise(head []byte, _ string) sureness {
	switch name, _ := rootElement(head); name {
	case "rss", "feed", "rdf:RDF":
		return byContent
	}
	return no
}

func (feedFormat) read(r *reader, s *stream) error {
	f := feedReader{reader: r, s: s, b: &bounded{r: s, max: r.opts.MaxFileBytes, left: r.opts.MaxFileBytes}}
	f.dec = xml.NewDecoder(f.b)
	f.dec.Strict = false
	f.dec.Entity = xml.HTMLEntity
	f.dec.CharsetReader = charset.NewReaderLabel
	err := f.items()
	var syntax *xml.SyntaxError
	switch {
	case errors.Is(err, errTooLarge):
		return because("%s; nothing after it was read", reasonOf(r.opts.tooLarge()))
	case errors.As(err, &syntax) && strings.Contains(syntax.Msg, "unexpected EOF"):
		return errCutRecord
	case errors.As(err, &syntax):
		return because("not valid XML: %v; nothing after it was read", syntax)
	}
	return err
}

// feedReader reads one feed.
type feedReader struct {
	*reader
	s      *stream
	dec    *xml.Decoder
	b      *bounded
	number int    // of items
	title  string // the feed's
	lang   string
}

// items reads the items, wherever they stand.
func (f *feedReader) items() error {
	for depth := 0; !f.stopped(); {
		token, err := f.dec.Token()
		if err == io.EOF && depth == 0 {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			switch {
			case depth > maxNesting:
				return because("its elements lie more than %d deep in one another", maxNesting)
			case t.Name.Local == "item", t.Name.Local == "entry":
				depth--
				err = f.item(t)
			case (t.Name.Local == "title" || t.Name.Local == "language") && depth <= 3:
				depth--
				err = f.head(t)
			}
			if err != nil {
				return err
			}
		case xml.EndElement:
			depth--
		}
	}
	return nil
}

// head reads what the feed says of itself.
func (f *feedReader) head(start xml.StartElement) error {
	var value string
	if err := f.dec.DecodeElement(&value, &start); err != nil {
		return err
	}
	value = strings.Join(strings.Fields(value), " ")
	if start.Name.Local == "language" {
		f.lang = cmp.Or(f.lang, value)
	} else {
		f.title = cmp.Or(f.title, value)
	}
	return nil
}

// feedItem is an item of any kind of feed. Names without a namespace match all of
// them: those of pictures and sounds are sorted out by [own].
type feedItem struct {
	ID      string     `xml:"id"`
	GUID    string     `xml:"guid"`
	Titles  []feedText `xml:"title"`
	Links   []feedText `xml:"link"`
	Date    string     `xml:"http://purl.org/dc/elements/1.1/ date"`
	PubDate string     `xml:"pubDate"`
	Issued  string     `xml:"published"`
	Updated string     `xml:"http://www.w3.org/2005/Atom updated"`

	Encoded      string     `xml:"http://purl.org/rss/1.0/modules/content/ encoded"`
	Contents     []feedText `xml:"content"`
	Descriptions []feedText `xml:"description"`
	Summaries    []feedText `xml:"summary"`

	Authors  []feedText `xml:"author"`
	Creators []string   `xml:"http://purl.org/dc/elements/1.1/ creator"`
	Sources  []feedText `xml:"source"`
}

// feedText is an element with text, with HTML written as text, with markup, or with
// elements that hold the text.
type feedText struct {
	XMLName xml.Name
	Type    string `xml:"type,attr"`
	Rel     string `xml:"rel,attr"`
	Address string `xml:"href,attr"`
	Name    string `xml:"name"`
	Title   string `xml:"title"`
	Text    string `xml:",chardata"`
	Markup  string `xml:",innerxml"`
}

// own is the first element that is of the feed's own language.
func own(elements []feedText) feedText {
	for _, e := range elements {
		switch e.XMLName.Space {
		case "", "http://www.w3.org/2005/Atom", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://backend.userland.com/rss2":
			return e
		}
	}
	return feedText{}
}

// item hands on one item.
func (f *feedReader) item(start xml.StartElement) error {
	f.number++
	f.b.left = f.b.max
	var it feedItem
	if err := f.dec.DecodeElement(&it, &start); err != nil {
		return err
	}
	fields := it.fields()
	if fields["outlet"] == nil {
		set(fields, "outlet", f.title)
	}
	set(fields, "lang", f.lang)
	d := f.s.numbered(f.number)
	d.Fields = fields
	f.give(d)
	return nil
}

// fields are those of a record.
func (it *feedItem) fields() map[string]any {
	fields := make(map[string]any)
	link := it.link()
	origin := own(it.Sources)
	set(fields, "id", cmp.Or(strings.TrimSpace(it.GUID), strings.TrimSpace(it.ID), link))
	set(fields, "url", link)
	set(fields, "title", own(it.Titles).plain())
	set(fields, "date", cmp.Or(it.PubDate, it.Issued, it.Date, it.Updated))
	set(fields, "outlet", cmp.Or(origin.Title, origin.Text))
	set(fields, "text", cmp.Or(marked(it.Encoded), own(it.Contents).story(),
		marked(own(it.Descriptions).Text), own(it.Summaries).story()))
	var authors []any
	for _, p := range it.Authors {
		authors = append(authors, strings.TrimSpace(cmp.Or(p.Name, p.Text)))
	}
	for _, name := range it.Creators {
		authors = append(authors, strings.TrimSpace(name))
	}
	if authors != nil {
		fields["authors"] = authors
	}
	return fields
}

// set sets a field that holds something.
func set(fields map[string]any, name, value string) {
	if value = strings.TrimSpace(value); value != "" {
		fields[name] = value
	}
}

// link is the address of an item's page.
func (it *feedItem) link() string {
	for _, l := range it.Links {
		if (l.Rel == "" || l.Rel == "alternate") && own([]feedText{l}).XMLName == l.XMLName {
			if address := cmp.Or(l.Address, strings.TrimSpace(l.Text)); address != "" {
				return address
			}
		}
	}
	return ""
}

// story is the text as markup or as it is.
func (t feedText) story() string {
	switch t.Type {
	case "xhtml":
		return marked(t.Markup)
	case "html":
		return marked(t.Text)
	default:
		return t.Text
	}
}

// plain is the text of a title.
func (t feedText) plain() string { return strings.Join(strings.Fields(t.Text), " ") }

// marked makes a text that holds markup begin with some, which tells it from one
// that only talks about it.
func marked(text string) string {
	trimmed := strings.TrimSpace(text)
	if trimmed == "" || trimmed[0] == '<' || !strings.Contains(trimmed, "</") && !strings.Contains(trimmed, "<br") && !strings.Contains(trimmed, "<p>") {
		return trimmed
	}
	return "<div>" + trimmed + "</div>"
}
