package extract

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
)

// ninjs is News in JSON of the IPTC, 1.0 to 3.0: an item as an object. Letter case
// tells the names of version 3 from those of version 2. Servers send several as the
// member "item" of an object.
type ninjs struct{}

// ninjsMarks are names of which each item of the format has one.
var ninjsMarks = [][]byte{
	[]byte(`"versioncreated"`), []byte(`"versionCreated"`), []byte(`"pubstatus"`), []byte(`"pubStatus"`),
	[]byte(`"body_text"`), []byte(`"body_xhtml"`), []byte(`"body_html"`), []byte(`"ninjs"`),
	[]byte(`"representationtype"`), []byte(`"representationType"`), []byte(`"bodies"`),
	[]byte(`"eventdetails"`), []byte(`"eventDetails"`),
}

func (ninjs) recognise(data []byte) bool {
	return slices.ContainsFunc(ninjsMarks, func(mark []byte) bool { return bytes.Contains(data, mark) })
}

func (ninjs) dispatches(data []byte) ([]wireItem, error) {
	top, err := wholeRecord(data)
	if err != nil {
		return nil, err
	}
	if items := top.list("item"); len(items) > 0 {
		return ninjsItems(items), nil
	}
	return ninjsItems([]record{top}), nil
}

func ninjsItems(items []record) []wireItem {
	var all []wireItem
	for _, item := range items {
		all = append(all, ninjsItem(item))
	}
	return all
}

// ninjsItem reads an item.
func ninjsItem(item record) wireItem {
	d := wireItem{
		id:       item.any("uri", "guid"),
		media:    item.any("type"),
		status:   item.any("pubstatus"),
		embargo:  item.any("embargoed"),
		title:    item.any("headline"),
		byline:   item.any("byline", "by"),
		dateline: item.any("dateline"),
		place:    item.any("located"),
		lang:     item.any("language"),
		times: filledFields(
			field{"versioncreated", item.any("versioncreated")},
			field{"firstcreated", item.any("firstcreated")},
			field{"contentcreated", item.any("contentcreated")}),
		sources: filledFields(
			field{"provider", item.any("provider")},
			field{"source", item.any("source")},
			field{"infosource", item.any("infosources", "infosource")},
			field{"copyrightholder", item.any("copyrightholder")}),
	}
	if item["eventdetails"] != nil {
		d.media = "event"
	}
	if strings.HasPrefix(d.id, "http://") || strings.HasPrefix(d.id, "https://") {
		d.url = d.id
	}
	if d.title == "" {
		d.title = ninjsMain(item.list("headlines"))
	}
	if d.title == "" {
		d.title = item.any("title")
	}
	if note := item.any("ednote"); note != "" {
		d.notes = append(d.notes, note)
	}
	d.ninjsBody(item)
	return d
}

// ninjsMain is the value of the list's member whose role is the main one, else of the
// first.
func ninjsMain(values []record) string {
	for _, v := range values {
		if role := v.any("role"); role == "main" || role == "" {
			return v.any("value")
		}
	}
	for _, v := range values {
		return v.any("value")
	}
	return ""
}

// ninjsBody takes an item's text: marked up where it is, for that says what is a
// paragraph.
func (d *wireItem) ninjsBody(item record) {
	for _, name := range []string{"body_xhtml", "body_html", "body_nitf"} {
		if text := item.any(name); text != "" {
			d.marked(text)
			return
		}
	}
	var plain string
	for _, body := range item.list("bodies") {
		text, kind := body.any("value"), strings.ToLower(body.any("contenttype"))
		switch {
		case text == "":
		case strings.Contains(kind, "html") || strings.Contains(kind, "nitf") || kind == "" && looksLikeHTML(text):
			d.marked(text)
			return
		case plain == "" && !strings.Contains(kind, "xml") && !strings.Contains(kind, "json"):
			plain = text
		}
	}
	d.text = plain
	if d.text == "" {
		d.text = item.any("body_text")
	}
}

// marked takes a text that is known to be marked up, though it may begin without a tag.
func (d *wireItem) marked(text string) {
	text = strings.TrimSpace(text)
	if !strings.HasPrefix(text, "<") {
		text = "<div>" + text + "</div>"
	}
	d.written(text)
}

// wholeRecord is parseRecord for all fields of an object, at whatever depth.
func wholeRecord(data []byte) (record, error) {
	if !json.Valid(data) {
		return nil, errors.New("not valid JSON")
	}
	var object map[string]any
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	if err := dec.Decode(&object); err != nil {
		return nil, errors.New("not a JSON object")
	}
	return foldKeys(object), nil
}

// any is the first of the fields that holds something.
func (rec record) any(names ...string) string {
	value, _ := rec.field(names)
	return value
}

// object is the object that a path of names leads to, empty if there is none.
func (rec record) object(path ...string) record {
	for _, name := range path {
		inner, _ := rec[name].(map[string]any)
		rec = foldKeys(inner)
	}
	return rec
}

// list are the objects of a field that holds a list of them, or just one.
func (rec record) list(name string) []record {
	members, ok := rec[name].([]any)
	if !ok {
		members = []any{rec[name]}
	}
	var list []record
	for _, m := range members {
		if object, ok := m.(map[string]any); ok {
			list = append(list, foldKeys(object))
		}
	}
	return list
}
