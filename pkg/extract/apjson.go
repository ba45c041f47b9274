package extract

import "bytes"

// apJSON is what the Associated Press sends as JSON: the answer of its media service,
// with one item or a page of them, or an item by itself. Its items have the names of
// ninjs for most fields, and their text in a member "main" or in a rendition.
type apJSON struct{}

func (apJSON) recognise(data []byte) bool {
	service := bytes.Contains(data, []byte(`"data"`)) && bytes.Contains(data, []byte(`"item"`)) && bytes.Contains(data, []byte(`"versioncreated"`))
	return service || bytes.Contains(data, []byte(`"editorialpriority"`)) || bytes.Contains(data, []byte(`"filings"`))
}

func (apJSON) dispatches(data []byte) ([]wireItem, error) {
	top, err := wholeRecord(data)
	if err != nil {
		return nil, err
	}
	answer := top.object("data")
	items := answer.list("item")
	for _, entry := range answer.list("items") {
		items = append(items, entry.list("item")...)
	}
	if len(answer) == 0 {
		items = []record{top}
	}
	var all []wireItem
	for _, item := range items {
		all = append(all, apItem(item))
	}
	return all, nil
}

// apItem reads an item: what it has in common with ninjs and what it has not.
func apItem(item record) wireItem {
	d := ninjsItem(item)
	d.url = "" // its address is the service's, for subscribers
	if id := item.object("altids").any("itemid"); id != "" {
		d.id = id
	} else if id := item.any("itemid"); id != "" {
		d.id = id
	}
	for _, b := range item.list("bylines") {
		if d.byline == "" {
			d.byline = b.any("by", "byline")
		}
	}
	if d.place == "" {
		d.place = item.object("datelinelocation").any("city")
	}
	if len(d.sources) == 0 {
		d.sources = filledFields(field{"source", item.any("sources")})
	}
	d.times = append(d.times, filledFields(field{"arrivaldatetime", item.any("arrivaldatetime")})...)
	if d.markup == nil && d.text == "" {
		d.marked(item.object("main").any("nitf", "html", "text"))
	}
	return d
}
