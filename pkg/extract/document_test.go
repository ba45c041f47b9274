package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/source"
)

const shortStory = "The ferry to Skarholm left two hours late on Thursday, said the harbour master."

// TestFieldPaths: the user's names come first and may lead into objects; where they
// lead nowhere, the usual ones count.
func TestFieldPaths(t *testing.T) {
	names := source.Fields{Text: "story.Body", Title: "dc.title", Outlet: "by.site"}.Names()
	for _, tt := range []struct{ name, json, title, outlet string }{
		{"paths", `{"story": {"body": "` + shortStory + `"}, "by": {"Site": "Lund Gazette"}, "title": "no", "dc": {"title": "Late"}}`, "Late", "Lund Gazette"},
		{"a key with a dot in it", `{"story.body": "` + shortStory + `", "dc.title": "Late", "by": {"site": {"name": "Lund Gazette"}}}`, "Late", "Lund Gazette"},
		{"paths that lead nowhere", `{"story": [1], "text": "` + shortStory + `", "Title": "Late", "outlet": "Lund Gazette", "by": "x"}`, "Late", "Lund Gazette"},
	} {
		doc := source.Document{Path: "a.jsonl", Record: 1, Format: source.Record, Data: []byte(tt.json), Names: names}
		articles, skips := Articles(doc)
		if len(articles) != 1 {
			t.Errorf("%s: %v", tt.name, skips)
			continue
		}
		if a := articles[0]; a.Text != shortStory || a.Title != tt.title || a.FieldOutlet.Name != tt.outlet {
			t.Errorf("%s: %q, %q, %q", tt.name, a.Title, a.FieldOutlet.Name, a.Text)
		}
	}
}

// TestFieldsInAnotherCharset: a row's texts are of one charset, guessed from all.
func TestFieldsInAnotherCharset(t *testing.T) {
	german := "Die Fähre über den Fluß fährt täglich um zwölf Uhr, sagte die Küsterin."
	articles, skips := Articles(source.Document{Path: "a.csv", Record: 2, Format: source.Record, Fields: map[string]any{
		"text": string(encode(t, "windows-1252", german)), "title": string(encode(t, "windows-1252", "Fähre")), "outlet": "Tidende",
	}})
	if len(articles) != 1 || articles[0].Text != german || articles[0].Title != "Fähre" {
		t.Errorf("%v %v", articles, skips)
	}
}

// TestListed: the articles that a news service answers with are records each, and
// nothing else is taken for such an answer.
func TestListed(t *testing.T) {
	story := func(id int) string { return fmt.Sprintf(`{"id": "s%d", "content": %q}`, id, shortStory) }
	for _, tt := range []struct {
		name, json string
		ids        []string
		skips      []string
	}{
		{"list", `{"status": "ok", "Articles": [` + story(1) + `, ` + story(2) + `]}`, []string{"s1", "s2"}, nil},
		{"deeper", `{"response": {"results": [` + story(1) + `]}}`, []string{"s1"}, nil},
		{"without ids", `{"articles": [{"text": "` + shortStory + `"}]}`, []string{"a.json#1"}, nil},
		{"some are none", `{"articles": [7, ` + story(1) + `, {"title": "x"}]}`, []string{"s1"}, []string{"a.json#1", "a.json#3"}},
		{"an article with a list", `{"text": "` + shortStory + `", "articles": [` + story(1) + `]}`, []string{"a.json"}, nil},
		{"no texts in the list", `{"data": [{"x": 1}]}`, nil, []string{"a.json"}},
		{"another list", `{"comments": [` + story(1) + `]}`, nil, []string{"a.json"}},
		{"a report of this program", `{"schema": "wireprint.report/v1", "articles": [{"text": "` + shortStory + `"}]}`, nil, []string{"a.json"}},
	} {
		articles, skipped := Articles(source.Document{Path: "a.json", Format: source.Record, Data: []byte(tt.json)})
		var ids, skips []string
		for _, a := range articles {
			ids = append(ids, a.ID)
		}
		for _, s := range skipped {
			skips = append(skips, s.Path)
		}
		if diff := cmp.Diff(tt.ids, ids) + cmp.Diff(tt.skips, skips); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

// TestIDs: a page in a file of records is known by its address, a file by its path.
func TestIDs(t *testing.T) {
	const page = "<html><body><article><p>" + shortStory + "</p><p>" + shortStory + "</p></article></body></html>"
	const saved = "<!-- saved from url=(0024)https://lund.example/late -->\n"
	for _, tt := range []struct {
		name string
		doc  source.Document
		want [2]string // id and address
	}{
		{"page", source.Document{Path: "a.html", Format: source.HTML, Data: []byte(page)}, [2]string{"a.html", ""}},
		{"page saved by a browser", source.Document{Path: "a.html", Format: source.HTML, Data: []byte(saved + page)}, [2]string{"a.html", "https://lund.example/late"}},
		{"page in a mail", source.Document{Path: "a.mhtml", Format: source.HTML, Data: []byte(page), URL: "https://lund.example/x"}, [2]string{"a.mhtml", "https://lund.example/x"}},
		{"page in a web archive", source.Document{Path: "a.warc", Record: 7, Format: source.HTML, Data: []byte(page), URL: "https://lund.example/x"}, [2]string{"https://lund.example/x", "https://lund.example/x"}},
		{"text in a web archive", source.Document{Path: "a.wet", Record: 7, Format: source.Text, Data: []byte(shortStory), URL: "https://lund.example/x"}, [2]string{"https://lund.example/x", "https://lund.example/x"}},
		{"record in a web archive", source.Document{Path: "a.warc#7", Record: 2, Format: source.Record, Data: []byte(`{"text":"` + shortStory + `"}`), URL: "https://lund.example/x"}, [2]string{"a.warc#7#2", "https://lund.example/x"}},
	} {
		articles, skips := Articles(tt.doc)
		if len(articles) != 1 {
			t.Errorf("%s: %v", tt.name, skips)
			continue
		}
		if diff := cmp.Diff(tt.want, [2]string{articles[0].ID, articles[0].URL}); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

// TestDeclaredCharset: what the container says of a page's charset comes before what
// the page says.
func TestDeclaredCharset(t *testing.T) {
	russian := "Паром на остров вышел с опозданием на два часа, сообщил начальник порта."
	page := `<html><head><meta charset="iso-8859-1"></head><body><article><p>` + russian + "</p></article></body></html>"
	articles, skips := Articles(source.Document{Path: "a.warc", Record: 1, Format: source.HTML, Data: encode(t, "koi8-r", page), Charset: "koi8-r"})
	if len(articles) != 1 || !strings.Contains(articles[0].Text, russian) {
		t.Errorf("%v %v", articles, skips)
	}
}
