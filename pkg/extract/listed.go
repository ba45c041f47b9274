package extract

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/wireprint/wireprint/pkg/source"
)

// News services answer with an object that holds the articles in a list:
// {"status": "ok", "articles": […]}, {"response": {"results": […]}}.
var (
	listFields  = []string{"articles", "results", "stories", "items", "docs", "hits", "posts", "records", "data"}
	outerFields = []string{"response", "result", "data"}
)

// noTextError is the reason for a record in which a text was looked for in vain.
type noTextError struct{ names []string }

func (e *noTextError) Error() string {
	return fmt.Sprintf("no text field (looked for %s)", strings.Join(e.names, ", "))
}

// listed returns the records that a record without a text holds in a list, if one of
// them at least has a text. Reports of the program are not read as stories.
func listed(doc source.Document, names []string) []source.Document {
	if doc.Fields != nil {
		return nil
	}
	dec := json.NewDecoder(bytes.NewReader(doc.Data))
	dec.UseNumber() // ids may have more digits than a float64 keeps
	var fields map[string]any
	if dec.Decode(&fields) != nil {
		return nil
	}
	rec := foldKeys(fields)
	if schema, _ := rec["schema"].(string); strings.HasPrefix(schema, "wireprint.") {
		return nil
	}
	var found []source.Document
	withText := false
	for i, member := range rec.articleList() {
		element := source.Document{
			Path: source.RecordPath(doc.Path, doc.Record), Record: i + 1,
			Format: source.Record, Data: []byte("null"), Names: doc.Names, URL: doc.URL,
		}
		if object, ok := member.(map[string]any); ok {
			element.Data, element.Fields = nil, object
			withText = withText || foldKeys(object).has(names)
		}
		found = append(found, element)
	}
	if !withText {
		return nil
	}
	return found
}

// articleList is the list of articles that a record holds, itself or one object deeper.
func (rec record) articleList() []any {
	for _, name := range listFields {
		if list, ok := rec[name].([]any); ok {
			return list
		}
	}
	for _, name := range outerFields {
		if inner, ok := rec[name].(map[string]any); ok {
			if list := foldKeys(inner).articleList(); list != nil {
				return list
			}
		}
	}
	return nil
}
