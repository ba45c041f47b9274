package extract

import (
	"strings"

	"golang.org/x/net/html"
)

// nitf is the News Industry Text Format of the IPTC, 2.0 to 3.6: one story as XML,
// its head about it and its body marked up.
type nitf struct{}

func (nitf) recognise(data []byte) bool { return xmlRoot(data) == "nitf" }

func (nitf) dispatches(data []byte) ([]wireItem, error) {
	root, err := parseXML(data)
	if err != nil {
		return nil, err
	}
	return []wireItem{nitfStory(root)}, nil
}

// nitfStory reads an element nitf, also one that another format holds.
func nitfStory(root *html.Node) wireItem {
	docdata := childAt(root, "head", "docdata")
	head := childAt(root, "body", "body.head")
	d := wireItem{
		id:       attributeAt(docdata, "id-string", "doc-id"),
		lang:     attribute(root, "baselang"),
		status:   attributeAt(root, "management-status", "head", "docdata"),
		title:    nitfTitle(root, head),
		byline:   nitfByline(head),
		dateline: nitfDateline(head),
		embargo:  nitfEmbargo(docdata),
		times: filledFields(
			field{"date.issue", attributeAt(docdata, "norm", "date.issue")},
			field{"date.publication", attributeAt(root, "date.publication", "head", "pubdate")},
			field{"story.date", attributeAt(head, "norm", "dateline", "story.date")},
			field{"date.release", attributeAt(docdata, "norm", "date.release")}),
		sources: filledFields(
			field{"distributor", textAt(head, "distributor")},
			field{"from-src", attributeAt(docdata, "src-name", "del-list", "from-src")},
			field{"doc.copyright", attributeAt(docdata, "holder", "doc.copyright")},
			field{"rights.owner", textAt(head, "rights", "rights.owner")},
			field{"doc.rights", attributeAt(docdata, "owner", "doc.rights")},
			field{"doc-id", attributeAt(docdata, "regsrc", "doc-id")},
			field{"meta", nitfMetaSource(root)}),
		notes:   nitfNotes(root, docdata, head),
		tagline: textAt(root, "body", "body.end", "tagline"),
	}
	if d.lang == "" {
		d.lang = attribute(root, "lang")
	}
	d.markup = storyMarkup(childAt(root, "body", "body.content"))
	return d
}

// nitfMetaSource is the source that an agency names in fields of its own: "aap-source".
func nitfMetaSource(root *html.Node) string {
	for _, m := range childrenOf(childAt(root, "head"), "meta") {
		if source := attribute(m, "content"); source != "" && strings.HasSuffix(strings.ToLower(attribute(m, "name")), "-source") {
			return source
		}
	}
	return ""
}

// nitfTitle is the main headline, or the title where the story has none.
func nitfTitle(root, head *html.Node) string {
	for _, path := range [][]string{{"hedline", "hl1"}, {"hedline"}} {
		if title := textAt(head, path...); title != "" {
			return title
		}
	}
	return textAt(root, "head", "title")
}

// nitfByline is the byline with the title of who wrote the story: "By Ada Brook,
// Coastal Press".
func nitfByline(head *html.Node) string {
	byline := childAt(head, "byline")
	title := textAt(byline, "byttl")
	line := textAt(head, "byline")
	if rest, ok := strings.CutSuffix(line, title); ok && title != "" {
		if rest = strings.TrimSpace(rest); rest != "" {
			return strings.TrimRight(rest, ",") + ", " + title
		}
	}
	return line
}

// nitfDateline is the dateline without its date where that is not written as people
// do: "20170102T222800+0000".
func nitfDateline(head *html.Node) string {
	line := textAt(head, "dateline")
	if date := textAt(head, "dateline", "story.date"); wireTime(date).Known() {
		line = strings.TrimSpace(strings.Replace(line, date, "", 1))
	}
	return strings.ReplaceAll(line, " ,", ",")
}

// nitfEmbargo is when an embargoed story may be published.
func nitfEmbargo(docdata *html.Node) string {
	if !strings.EqualFold(attribute(orNone(docdata), "management-status"), "embargoed") {
		return ""
	}
	return attributeAt(docdata, "norm", "date.release")
}

// nitfNotes are what editors are told: of the story and of its newest revision.
func nitfNotes(root, docdata, head *html.Node) []string {
	var notes []string
	for _, n := range childrenOf(docdata, "ed-msg") {
		notes = append(notes, attribute(n, "info"))
	}
	for _, n := range childrenOf(childAt(root, "head"), "revision-history") {
		notes = append(notes, attribute(n, "comment"))
	}
	for _, n := range childrenOf(head, "note") {
		notes = append(notes, rawText(n))
	}
	return notes
}

// orNone is the node, or an empty one for none.
func orNone(n *html.Node) *html.Node {
	if n == nil {
		return &html.Node{}
	}
	return n
}
