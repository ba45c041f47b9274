package source

import (
	"slices"
	"strings"
)

// Fields are names that the user gave for what a record holds. They come before
// the usual names. "a.b" is the field b of the object in the field a.
type Fields struct {
	ID     string `json:"id,omitempty"`
	Text   string `json:"text,omitempty"`
	Title  string `json:"title,omitempty"`
	Date   string `json:"date,omitempty"`
	Outlet string `json:"outlet,omitempty"`
	URL    string `json:"url,omitempty"`
}

// FieldNames are the names under which records keep what an article is made of,
// the best first, in lower case: letter case does not matter.
type FieldNames struct {
	ID, Text, Title, Date, Outlet, Authors, URL, Language, Dateline []string

	keys map[string]string // to themselves: the names without their paths
}

var usualNames = newFieldNames(Fields{})

// UsualNames are the names that hold when the user gave none.
func UsualNames() *FieldNames { return usualNames }

// Names are the user's names and the usual ones.
func (f Fields) Names() *FieldNames {
	if f == (Fields{}) {
		return usualNames // they are asked for with every file
	}
	return newFieldNames(f)
}

func newFieldNames(f Fields) *FieldNames {
	n := &FieldNames{
		ID:       first(f.ID, "id", "url", "link"),
		Text:     first(f.Text, "text", "body", "content", "maintext", "article", "articlebody", "full_text", "story"),
		Title:    first(f.Title, "title", "headline"),
		Date:     first(f.Date, "date", "published", "date_publish", "published_at", "pubdate", "publish_date", "publication_date", "datepublished"),
		Outlet:   first(f.Outlet, "outlet", "source", "source_domain", "publisher", "publication", "site", "domain"),
		Authors:  []string{"authors", "author", "byline"},
		URL:      first(f.URL, "url", "link"),
		Language: []string{"lang", "language"},
		Dateline: []string{"dateline"},
		keys:     map[string]string{},
	}
	for _, name := range slices.Concat(n.ID, n.Text, n.Title, n.Date, n.Outlet, n.Authors, n.URL, n.Language, n.Dateline) {
		key, _, _ := strings.Cut(name, ".")
		n.keys[name], n.keys[key] = name, key
	}
	return n
}

// first puts the user's name, if there is one, before the usual ones.
func first(name string, usual ...string) []string {
	if name == "" {
		return usual
	}
	return append([]string{strings.ToLower(name)}, usual...)
}

// Key returns the key of a record as it is written, and whether there can be
// anything in it that an article is made of.
func (n *FieldNames) Key(key []byte) (name string, ok bool) {
	if name, ok = n.keys[string(key)]; ok { // so that the key need not be copied
		return name, true
	}
	name = string(key)
	_, ok = n.keys[strings.ToLower(name)]
	return name, ok
}
