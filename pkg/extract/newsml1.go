package extract

import (
	"strings"

	"golang.org/x/net/html"
)

// newsML1 is NewsML 1.0 to 1.2 of the IPTC: items whose components hold, in one
// another, headlines, rights and contents.
type newsML1 struct{}

func (newsML1) recognise(data []byte) bool {
	root := xmlRoot(data)
	return root == "NewsML" || root == "NewsItem"
}

func (newsML1) dispatches(data []byte) ([]wireItem, error) {
	root, err := parseXML(data)
	if err != nil {
		return nil, err
	}
	items := childrenOf(root, "NewsItem")
	if root.Data == "NewsItem" {
		items = []*html.Node{root}
	}
	sent := filledFields(field{"DateAndTime", textAt(root, "NewsEnvelope", "DateAndTime")})
	var all []wireItem
	for _, item := range items {
		for _, d := range ml1Stories(item) {
			d.times = append(d.times, sent...)
			all = append(all, d)
		}
	}
	return all, nil
}

// ml1Stories are the stories of an item: one for each component that has a headline
// and, in itself or below, a text. An item without any text is one item that is no
// story.
func ml1Stories(item *html.Node) []wireItem {
	var found []ml1Text
	for _, c := range childrenOf(item, "NewsComponent") {
		found = append(found, ml1Texts(c, ml1About{})...)
	}
	var stories []wireItem
	var headed *html.Node
	for _, t := range found {
		switch {
		case t.media != "" || !ml1Roles[strings.ToLower(t.role)]:
		case len(stories) > 0 && headed == t.headed: // the same in another form
		default:
			stories = append(stories, ml1Story(item, t))
			headed = t.headed
		}
	}
	if len(stories) > 0 {
		return ml1Numbered(stories)
	}
	for _, t := range found {
		if t.media != "" {
			return []wireItem{ml1Story(item, t)}
		}
	}
	return []wireItem{ml1Story(item, ml1Text{})}
}

// ml1Roles are the roles of components that hold the story itself, not its headline in
// another form, its contacts or a caption.
var ml1Roles = map[string]bool{"": true, "main": true, "body": true, "story": true, "text": true}

// ml1Numbered gives the stories of one item ids that tell them apart.
func ml1Numbered(stories []wireItem) []wireItem {
	if len(stories) == 1 {
		return stories
	}
	for i := range stories {
		stories[i].id = "" // their places in the document do
	}
	return stories
}

// ml1About is what the components around a content say of it, the inner ones before
// the outer.
type ml1About struct {
	headed *html.Node // the innermost that has a headline
	role   string     // of the content below it

	headline, byline, dateline, date, lang string
	provider, source, credit, copyright    string
}

// within is what is said of the contents of a component. Each component is looked at
// once, however many contents there are.
func (about ml1About) within(component *html.Node) ml1About {
	lines, administrative := childAt(component, "NewsLines"), childAt(component, "AdministrativeMetadata")
	descriptive := childAt(component, "DescriptiveMetadata")
	if textAt(lines, "HeadLine") != "" {
		about.headed, about.role = component, ""
	}
	for _, f := range []struct {
		field *string
		value string
	}{
		{&about.role, attributeAt(component, "FormalName", "Role")},
		{&about.headline, textAt(lines, "HeadLine")},
		{&about.byline, textAt(lines, "ByLine")},
		{&about.dateline, textAt(lines, "DateLine")},
		{&about.credit, textAt(lines, "CreditLine")},
		{&about.copyright, textAt(lines, "CopyrightLine")},
		{&about.provider, attributeAt(administrative, "FormalName", "Provider", "Party")},
		{&about.source, attributeAt(administrative, "FormalName", "Source", "Party")},
		{&about.lang, attributeAt(descriptive, "FormalName", "Language")},
		{&about.date, textAt(descriptive, "DateLineDate")},
	} {
		if f.value != "" {
			*f.field = f.value
		}
	}
	return about
}

// ml1Text is a content item with what is said about it.
type ml1Text struct {
	ml1About
	content *html.Node // DataContent
	media   string     // empty for a text
}

// ml1Texts are the contents of a component and of those within it, in order.
func ml1Texts(component *html.Node, outer ml1About) []ml1Text {
	about := outer.within(component)
	var found []ml1Text
	for c := range component.ChildNodes() {
		switch {
		case c.Type != html.ElementNode:
		case c.Data == "ContentItem":
			found = append(found, ml1Text{about, childAt(c, "DataContent"), ml1Media(c)})
		case c.Data == "NewsComponent":
			found = append(found, ml1Texts(c, about)...)
		}
	}
	return found
}

// ml1Media is what a content is, empty for a text.
func ml1Media(content *html.Node) string {
	media := strings.ToLower(attributeAt(content, "FormalName", "MediaType"))
	mime := strings.ToLower(attributeAt(content, "FormalName", "MimeType"))
	kind, sub, _ := strings.Cut(mime, "/")
	switch {
	case media == "complexdata" || sub == "css" || sub == "javascript":
		return "component"
	case media != "" && media != "text":
		return media
	case kind == "image":
		return "picture"
	case kind == "video" || kind == "audio":
		return kind
	case childAt(content, "DataContent") == nil || strings.TrimSpace(rawText(childAt(content, "DataContent"))) == "":
		return "component"
	}
	return ""
}

// ml1Story makes an item of one content.
func ml1Story(item *html.Node, t ml1Text) wireItem {
	management := childAt(item, "NewsManagement")
	identifier := childAt(item, "Identification", "NewsIdentifier")
	d := wireItem{
		id:       textAt(identifier, "PublicIdentifier"),
		status:   attributeAt(management, "FormalName", "Status"),
		media:    t.media,
		title:    t.headline,
		byline:   t.byline,
		dateline: t.dateline,
		lang:     t.lang,
		times: filledFields(
			field{"ThisRevisionCreated", textAt(management, "ThisRevisionCreated")},
			field{"FirstCreated", textAt(management, "FirstCreated")},
			field{"DateLineDate", t.date}),
		sources: filledFields(
			field{"Provider", t.provider},
			field{"CreditLine", t.credit},
			field{"ProviderId", textAt(identifier, "ProviderId")},
			field{"Source", t.source},
			field{"CopyrightLine", t.copyright}),
	}
	if strings.EqualFold(d.status, "Embargoed") {
		d.embargo = textAt(management, "StatusWillChange", "DateAndTime")
	}
	if note := textAt(management, "Instruction"); note != "" {
		d.notes = append(d.notes, note)
	}
	d.ml1Body(t.content)
	if d.lang == "" {
		d.lang = attribute(item, "lang")
	}
	return d
}

// ml1Body takes the text out of a DataContent: NITF, XHTML, bare paragraphs, or a text
// that is written in it.
func (d *wireItem) ml1Body(content *html.Node) {
	if content == nil {
		return
	}
	for c := range content.ChildNodes() {
		if c.Type == html.ElementNode {
			d.inline(content)
			return
		}
	}
	d.written(strings.TrimSpace(rawText(content)))
}
