package extract

import (
	"bytes"
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// takeLinkedData removes the JSON-LD from a page and returns the record of the
// story that it describes, nil if there is none. It is removed because
// trafilatura goes through its members in the order of a Go map, so that the
// authors and titles it finds there differ from run to run.
func takeLinkedData(root *html.Node) record {
	var scripts []*html.Node
	for n := range root.Descendants() {
		if n.DataAtom == atom.Script && strings.HasSuffix(attribute(n, "type"), "+json") {
			scripts = append(scripts, n)
		}
	}
	var objects []record
	for _, n := range scripts {
		if n.FirstChild != nil {
			objects = append(objects, linkedObjects([]byte(n.FirstChild.Data))...)
		}
		n.Parent.RemoveChild(n)
	}
	story := storyRecord(objects)
	resolve(story, objects)
	return story
}

// resolve puts objects that have a name in the place of references to them: most
// sites describe publisher and site once, and point to them by id.
func resolve(story record, objects []record) {
	for _, member := range []string{"publisher", "ispartof", "author"} {
		reference, ok := story[member].(map[string]any)
		if id, isText := reference["@id"].(string); ok && isText && reference["name"] == nil {
			for _, o := range objects {
				if o["@id"] == id && o["name"] != nil {
					story[member] = map[string]any(o)
					break
				}
			}
		}
	}
}

// linkedObjects are the objects of a piece of JSON-LD: one, a list, or the
// members of a graph.
func linkedObjects(data []byte) []record {
	data = bytes.Map(func(r rune) rune { // many leave line ends in strings
		if r < ' ' {
			return ' '
		}
		return r
	}, data)
	var value any
	if json.Unmarshal(data, &value) != nil {
		return nil
	}
	list, ok := value.([]any)
	if !ok {
		list = []any{value}
	}
	var objects []record
	for _, member := range list {
		object, ok := member.(map[string]any)
		if !ok {
			continue
		}
		objects = append(objects, foldKeys(object))
		graph, _ := object["@graph"].([]any)
		for _, node := range graph {
			if object, ok := node.(map[string]any); ok {
				objects = append(objects, foldKeys(object))
			}
		}
	}
	return objects
}

// storyRecord is the first article among the objects, or else the first that
// has a date of publication, as the record of a mere WebPage may.
func storyRecord(objects []record) record {
	for _, o := range objects {
		for _, name := range texts(o["@type"]) {
			if strings.HasSuffix(name, "Article") || strings.HasSuffix(name, "BlogPosting") {
				return o
			}
		}
	}
	for _, o := range objects {
		if o["datepublished"] != nil {
			return o
		}
	}
	return nil
}

// linked returns the text of a member of JSON-LD, without the character
// references that many sites leave in it.
func linked(rec record, name string) string {
	value, _ := rec.field([]string{name})
	return html.UnescapeString(value)
}
