package extract

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// newsMLG2 is NewsML-G2 of the IPTC: a news item, or a message of several.
type newsMLG2 struct{}

// g2Items are the kinds of items.
var g2Items = []string{"newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem"}

func (newsMLG2) recognise(data []byte) bool {
	root := xmlRoot(data)
	return root == "newsMessage" || slices.Contains(g2Items, root)
}

func (newsMLG2) dispatches(data []byte) ([]wireItem, error) {
	root, err := parseXML(data)
	if err != nil {
		return nil, err
	}
	items := []*html.Node{root}
	if root.Data == "newsMessage" {
		items = g2MessageItems(root)
	}
	sent := filledFields(field{"sent", textAt(root, "header", "sent")})
	sender := filledFields(field{"sender", textAt(root, "header", "sender")})
	var all []wireItem
	for _, item := range items {
		d := g2Item(item)
		if d.media == "package" && len(items) > 1 {
			continue // what it refers to is among the others
		}
		d.times = append(d.times, sent...)
		if len(d.sources) == 0 {
			d.sources = sender
		}
		all = append(all, d)
	}
	return all, nil
}

// g2MessageItems are the items of a message.
func g2MessageItems(message *html.Node) []*html.Node {
	var items []*html.Node
	for _, set := range childrenOf(message, "itemSet") {
		for c := range set.ChildNodes() {
			if c.Type == html.ElementNode && slices.Contains(g2Items, c.Data) {
				items = append(items, c)
			}
		}
	}
	return items
}

// g2Item reads an item.
func g2Item(item *html.Node) wireItem {
	about, content := childAt(item, "itemMeta"), childAt(item, "contentMeta")
	rights := childAt(item, "rightsInfo")
	d := wireItem{
		id:       attribute(item, "guid"),
		media:    g2Media(item, about),
		status:   code(attributeAt(about, "qcode", "pubStatus")),
		embargo:  textAt(about, "embargoed"),
		title:    g2Headline(content, about),
		byline:   textAt(content, "by"),
		dateline: textAt(content, "dateline"),
		place:    g2Name(childAt(content, "located")),
		lang:     attributeAt(content, "tag", "language"),
		times: filledFields(
			field{"versionCreated", textAt(about, "versionCreated")},
			field{"contentModified", textAt(content, "contentModified")},
			field{"firstCreated", textAt(about, "firstCreated")},
			field{"contentCreated", textAt(content, "contentCreated")}),
		sources: filledFields(
			field{"provider", g2Name(childAt(about, "provider"))},
			field{"creditline", strings.TrimRight(textAt(content, "creditline"), " -–—")},
			field{"infoSource", g2Name(childAt(content, "infoSource"))},
			field{"copyrightHolder", g2Name(childAt(rights, "copyrightHolder"))}),
	}
	for _, note := range childrenOf(about, "edNote") {
		d.notes = append(d.notes, rawText(note))
	}
	d.g2Body(childAt(item, "contentSet"))
	if d.lang == "" {
		d.lang = attribute(item, "lang")
	}
	return d
}

// g2Media is what an item is, by its class: "ninat:picture", "icls:text".
func g2Media(item, about *html.Node) string {
	switch item.Data {
	case "packageItem":
		return "package"
	case "planningItem":
		return "planning"
	case "conceptItem", "knowledgeItem":
		return "concept"
	}
	class := code(attributeAt(about, "qcode", "itemClass"))
	if class == "composite" {
		return "" // if it holds a text of its own, that is the story
	}
	return class
}

// g2Headline is the headline of a story, not those that stand below it.
func g2Headline(content, about *html.Node) string {
	headlines := childrenOf(content, "headline")
	for _, h := range headlines {
		if role := code(attribute(h, "role")); role == "" || role == "main" {
			return rawText(h)
		}
	}
	for _, h := range headlines {
		return rawText(h)
	}
	return textAt(about, "title")
}

// g2Name is what an element names: in words, as it stands, or by its code.
func g2Name(n *html.Node) string {
	if n == nil {
		return ""
	}
	if name := textAt(n, "name"); name != "" {
		return name
	}
	if literal := attribute(n, "literal"); literal != "" {
		return literal
	}
	return code(attribute(n, "qcode"))
}

// code is a code without the scheme that it is of.
func code(qcode string) string {
	if _, c, ok := strings.Cut(qcode, ":"); ok {
		return c
	}
	return qcode
}

// g2Body finds the text in an item's content, which may come in several renditions: as
// marked up, or else plain.
func (d *wireItem) g2Body(content *html.Node) {
	for _, inline := range childrenOf(content, "inlineXML") {
		if d.markup == nil && strings.TrimSpace(rawText(inline)) != "" {
			d.inline(inline)
		}
	}
	if d.markup != nil {
		return
	}
	for _, inline := range childrenOf(content, "inlineData") {
		switch {
		case d.hasText() || attribute(inline, "encoding") != "":
		case strings.HasPrefix(attribute(inline, "contenttype"), "text/plain"):
			d.paragraphs = wrappedParagraphs(paragraphTags.ReplaceAllString(rawText(inline), "\n"))
		default:
			d.written(rawText(inline))
		}
	}
}

// paragraphTags are what is left of markup in texts that say that they have none.
var paragraphTags = regexp.MustCompile(`(?i)</?(?:p|br|html|body)\s*/?>`)
