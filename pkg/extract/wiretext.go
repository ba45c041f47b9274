package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/wireprint/wireprint/pkg/news"
)

// hasText reports whether a text has been found for the item.
func (d *wireItem) hasText() bool { return d.markup != nil || len(d.paragraphs) > 0 || d.text != "" }

// inline takes an element's content as the text: a story in NITF, with its own head,
// or XHTML.
func (d *wireItem) inline(n *html.Node) {
	if story := below(n, "nitf"); story != nil {
		d.fillFrom(nitfStory(story))
		return
	}
	if page := below(n, "html"); page != nil && d.lang == "" {
		d.lang = attribute(page, "lang")
	}
	if body := below(n, "body"); body != nil {
		n = body
	}
	d.markup = storyMarkup(n)
}

// written takes a text as it is written: with or without markup.
func (d *wireItem) written(text string) {
	if (nitf{}).recognise([]byte(text)) {
		if items, err := (nitf{}).dispatches([]byte(text)); err == nil {
			d.fillFrom(items[0])
			return
		}
	}
	if !looksLikeHTML(text) {
		d.text = text
		return
	}
	if root, err := parsePage(text, nil); err == nil {
		d.markup = storyMarkup(root)
	}
}

// fillFrom takes the text of a story within the item, and of what is said about it
// that which the item leaves out.
func (d *wireItem) fillFrom(story wireItem) {
	d.markup = story.markup
	for _, f := range []struct{ own, inner *string }{
		{&d.id, &story.id}, {&d.title, &story.title}, {&d.byline, &story.byline}, {&d.dateline, &story.dateline},
		{&d.tagline, &story.tagline}, {&d.lang, &story.lang}, {&d.status, &story.status}, {&d.embargo, &story.embargo},
	} {
		if strings.TrimSpace(*f.own) == "" {
			*f.own = *f.inner
		}
	}
	d.notes = append(d.notes, story.notes...)
	d.times = append(d.times, story.times...)
	d.sources = append(d.sources, story.sources...)
}

// nitfElements are the elements of a text that HTML has by other names. Those that are
// none of either's are read as inline.
var nitfElements = map[string]atom.Atom{
	"hl1": atom.H2, "hl2": atom.H3, "hedline": atom.Div, "block": atom.Div, "body.content": atom.Div,
	"bq": atom.Blockquote, "credit": atom.Div, "fn": atom.Aside, "media-caption": atom.Figcaption,
	"media-producer": atom.Figcaption, "media": atom.Figure, "datasource": atom.Aside, "tagline": atom.P,
}

// storyMarkup makes the text of a story out of marked-up text, NITF or XHTML, so that
// it is read as that of a page is. Tables are left out, unless there is nothing else;
// lines that are set as they stand stay lines. It is nil for none.
func storyMarkup(n *html.Node) *html.Node {
	if n == nil {
		return nil
	}
	var tables []*html.Node
	for c := range n.Descendants() {
		if c.Type != html.ElementNode {
			continue
		}
		if a, ok := nitfElements[c.Data]; ok {
			c.DataAtom = a
		}
		switch {
		case c.DataAtom == atom.Table || c.Data == "nitf-table":
			tables = append(tables, c)
		case c.DataAtom == atom.Pre:
			keepLines(c)
		case isApart(c):
			c.DataAtom = atom.Object // which is not shown
		}
	}
	outside := strings.TrimSpace(textOutside(n, tables)) != ""
	for _, t := range tables {
		if outside {
			t.DataAtom = atom.Object
		} else {
			rowsAsLines(t)
		}
	}
	return n
}

// isApart reports an element that stands within a text and is no part of it: what is
// about a picture, the head of a page, notes for editors.
func isApart(n *html.Node) bool {
	switch n.Data {
	case "media-metadata", "media-reference", "media-object":
		return true
	}
	switch n.DataAtom {
	case atom.Header, atom.Footer, atom.Nav:
		return true
	}
	return strings.Contains(attribute(n, "class"), "notepad")
}

// rowsAsLines makes a line of each row of a table.
func rowsAsLines(table *html.Node) {
	var cells []*html.Node
	for c := range table.Descendants() {
		if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
			cells = append(cells, c)
		}
	}
	for _, c := range cells {
		c.DataAtom = atom.Span
		c.Parent.InsertBefore(&html.Node{Type: html.TextNode, Data: " "}, c)
	}
}

// textOutside is the text below a node but for what stands in tables.
func textOutside(n *html.Node, tables []*html.Node) string {
	if len(tables) == 0 {
		return "." // whatever it is
	}
	inTable := map[*html.Node]bool{}
	for _, t := range tables {
		inTable[t] = true
	}
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := range n.ChildNodes() {
			if c.Type == html.TextNode {
				b.WriteString(c.Data)
			} else if !inTable[c] {
				walk(c)
			}
		}
	}
	walk(n)
	return b.String()
}

// keepLines puts line breaks where the text below a node has line ends.
func keepLines(n *html.Node) {
	var texts []*html.Node
	for c := range n.ChildNodes() {
		if c.Type == html.TextNode && strings.Contains(c.Data, "\n") {
			texts = append(texts, c)
		}
	}
	for _, t := range texts {
		for i, line := range strings.Split(t.Data, "\n") {
			if i > 0 {
				n.InsertBefore(&html.Node{Type: html.ElementNode, Data: "br", DataAtom: atom.Br}, t)
			}
			n.InsertBefore(&html.Node{Type: html.TextNode, Data: line}, t)
		}
		n.RemoveChild(t)
	}
}

// wrappedParagraphs makes paragraphs of lines that were wrapped: one begins behind an
// empty line or where a line is set in.
func wrappedParagraphs(text string) []wireParagraph {
	var w paragraphWriter
	for line := range strings.Lines(text) {
		words := strings.TrimSpace(line)
		if words == "" || strings.HasPrefix(line, "   ") {
			w.begin(news.RoleBody)
		}
		w.line(words)
	}
	return w.end()
}

// paragraphWriter puts lines together to paragraphs.
type paragraphWriter struct {
	done []wireParagraph
	open strings.Builder
	role news.Role
}

// begin begins a paragraph. One without words is none.
func (w *paragraphWriter) begin(role news.Role) {
	if w.open.Len() > 0 {
		w.done = append(w.done, wireParagraph{w.open.String(), w.role})
		w.open.Reset()
	}
	w.role = role
}

// line adds a line to the paragraph.
func (w *paragraphWriter) line(words string) {
	if w.open.Len() > 0 && words != "" {
		w.open.WriteByte(' ')
	}
	w.open.WriteString(words)
}

// end returns the paragraphs.
func (w *paragraphWriter) end() []wireParagraph {
	w.begin(news.RoleBody)
	return w.done
}

// empty reports whether nothing has been written.
func (w *paragraphWriter) empty() bool { return len(w.done) == 0 && w.open.Len() == 0 }

// wireStory is markedStory for a text whose format says what its paragraphs are: those
// of the story stay in it, unless they are so short that they may be initials.
func wireStory(a news.Article, text string, marked []news.Paragraph) news.Article {
	const initials = 3 // words
	a = markedStory(a, text, marked)
	at := 0
	for i := range a.Paragraphs {
		p := &a.Paragraphs[i]
		for at+1 < len(marked) && marked[at].End <= p.Start {
			at++
		}
		line := a.Text[p.Start:p.End]
		switch mark := marked[at].Role; {
		case mark == news.RoleBoilerplate, mark == news.RoleCaption, mark == news.RoleHeading && p.Role == news.RoleByline:
			p.Role = mark
		case mark == news.RoleBody && p.Role == news.RoleBoilerplate && !strings.Contains(line, "©") && len(strings.Fields(line)) > initials:
			p.Role = mark
		}
	}
	return a
}
