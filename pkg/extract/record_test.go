package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/source"
)

// said is what a record says of its article.
type said struct {
	ID, URL, Title, Outlet, Evidence, Time, TimeFrom, Lang, Authors string
}

func TestRecordFields(t *testing.T) {
	for _, tt := range []struct {
		name, json string
		record     int
		want       said
	}{
		{"usual names", `{"id": 7, "url": "https://valepost.example/ferry", "title": "Ferry late", "date": "2024-03-04T06:10:00+02:00",
			"outlet": "Vale Post", "authors": ["Ada Brook", "Sam Hale"], "lang": "en-GB", "text": "x"}`, 3,
			said{"7", "https://valepost.example/ferry", "Ferry late", "Vale Post", "record field outlet",
				"2024-03-04T06:10+02:00", "record field date", "en", "Ada Brook|Sam Hale"}},
		{"other names and cases", `{"LINK": "https://b.example/1", "Headline": " Ferry late ", "pubDate": "Mon, 04 Mar 2024 06:10:00 GMT",
			"Source": {"id": "vp", "name": "Vale Post"}, "byline": "By Ada Brook and Sam Hale", "Body": "x"}`, 1,
			said{ID: "https://b.example/1", URL: "https://b.example/1", Title: "Ferry late", Outlet: "Vale Post",
				Evidence: "record field source", Time: "2024-03-04T06:10Z", TimeFrom: "record field pubdate", Authors: "Ada Brook|Sam Hale"}},
		{"no id", `{"content": "x"}`, 12, said{ID: "in/a.jsonl#12"}},
		{"no id, one object", `{"content": "x"}`, 0, said{ID: "in/a.jsonl"}},
		{"large id", `{"id": 12345678901234567890, "text": "x"}`, 1, said{ID: "12345678901234567890"}},
		{"epoch seconds", `{"id": "a", "text": "x", "date": 1709532600}`, 1,
			said{ID: "a", Time: "2024-03-04T06:10Z", TimeFrom: "record field date"}},
		{"epoch milliseconds", `{"id": "a", "text": "x", "published_at": 1709532600000}`, 1,
			said{ID: "a", Time: "2024-03-04T06:10Z", TimeFrom: "record field published_at"}},
		{"relative date", `{"id": "a", "text": "x", "date": "5 hours ago"}`, 1, said{ID: "a"}},
		{"empty and null before full", `{"id": null, "url": "", "link": "b", "outlet": " ", "site": "Vale Post", "text": "x"}`, 1,
			said{ID: "b", URL: "b", Outlet: "Vale Post", Evidence: "record field site"}},
		{"outlet as an address", `{"id": "a", "text": "x", "source": "https://www.valepost.example/news"}`, 1,
			said{ID: "a", Outlet: "valepost.example", Evidence: "record field source"}},
		{"authors as objects", `{"id": "a", "text": "x", "author": [{"name": "Ada Brook"}, {"href": "/sam"}, 5, null, []]}`, 1,
			said{ID: "a", Authors: "Ada Brook|/sam|5"}},
		{"author that is an office", `{"id": "a", "text": "x", "byline": "Globe & Beacon staff, Ada Brook & Sam Hale and Cora Finch"}`, 1,
			said{ID: "a", Authors: "Globe & Beacon staff|Ada Brook|Sam Hale|Cora Finch"}},
		{"language by its name", `{"id": "a", "text": "x", "language": "English"}`, 1, said{ID: "a"}},
	} {
		doc := source.Document{Path: "in/a.jsonl", Record: tt.record, Format: source.Record, Data: []byte(tt.json)}
		rec, err := parseRecord(doc.Data, source.UsualNames())
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		a := rec.article(doc, source.UsualNames())
		got := said{a.ID, a.URL, a.Title, a.FieldOutlet.Name, a.FieldOutlet.Evidence, a.Time.String(), a.TimeFrom, a.Lang, strings.Join(a.Authors, "|")}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func TestRecordText(t *testing.T) {
	const (
		first  = "The ferry to Port Ellen was late again on Monday, the harbour master said."
		second = "It sailed at noon, four hours behind its time."
	)
	for name, json := range map[string]string{
		"plain":                    `{"text": "` + first + `\n\n` + second + `"}`,
		"carriage returns":         `{"text": "` + first + `\r\n\r\n` + second + `"}`,
		"empty before full":        `{"text": "", "maintext": "` + first + `\n\n` + second + `"}`,
		"a list of paragraphs":     `{"body": ["` + first + `", "` + second + `"]}`,
		"markup":                   `{"content": "<p>` + first + `</p><p>` + second + `</p><script>var ferry</script>"}`,
		"markup with line breaks":  `{"content": "<div>` + first + `<br><br>` + second + `</div>"}`,
		"markup with inline marks": `{"content": "<p><b>The</b> ferry` + first[len("The ferry"):] + `<p>It <a href=\"/\">sailed</a>` + second[len("It sailed"):] + `"}`,
	} {
		articles, skips := Articles(source.Document{Path: "a.jsonl", Record: 1, Format: source.Record, Data: []byte(json)})
		if len(articles) != 1 || skips != nil {
			t.Errorf("%s: %d articles, %v", name, len(articles), skips)
			continue
		}
		if diff := cmp.Diff([]string{first, second}, body(articles[0])); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// body returns the body paragraphs of an article.
func body(a news.Article) []string { return withRole(a, news.RoleBody) }

func withRole(a news.Article, r news.Role) []string {
	var texts []string
	for _, p := range a.Paragraphs {
		if p.Role == r {
			texts = append(texts, a.Text[p.Start:p.End])
		}
	}
	return texts
}

func TestRecordSkips(t *testing.T) {
	for _, tt := range []struct{ json, want string }{
		{`{"title": "Ferry late"}`, "no text field (looked for text, body, content, maintext, article, articlebody, full_text, story)"},
		{`{"text": " \n"}`, "empty text"},
		{`{"text": null}`, "no text field (looked for text, body, content, maintext, article, articlebody, full_text, story)"},
		{`{"text": "<p> </p>"}`, "no story text found in the page"},
		{`{"text": "` + strings.Repeat(`\u0001`, 50) + `"}`, "not text in any known charset"},
		{`[1]`, "not a JSON object"},
		{`null`, "not a JSON object"},
		{`{"text": "a"} x`, "not valid JSON: something follows the object"},
		{`{"text": "a"}}`, "not valid JSON: something follows the object"},
		{`{"text": "a"} ]`, "not valid JSON: something follows the object"},
		{`{"text": "a`, "cut off: it ends inside the record"},
		{`{"text" "a"}`, `not valid JSON: invalid character '"' after object key`},
	} {
		articles, skips := Articles(source.Document{Path: "a.jsonl", Record: 2, Format: source.Record, Data: []byte(tt.json)})
		want := []news.Skip{{Path: "a.jsonl#2", Reason: tt.want}}
		if diff := cmp.Diff(want, skips); diff != "" || articles != nil {
			t.Errorf("%s: %v %s", tt.json, articles, diff)
		}
	}
}

func TestRecordInAnotherCharset(t *testing.T) {
	data := encode(t, "windows-1252", `{"text": "Die Fähre über den Fluß fährt täglich um zwölf Uhr."}`)
	articles, skips := Articles(source.Document{Path: "a.jsonl", Record: 1, Format: source.Record, Data: data})
	if len(articles) != 1 || articles[0].Text != "Die Fähre über den Fluß fährt täglich um zwölf Uhr." {
		t.Error(articles, skips)
	}
}

func FuzzRecord(f *testing.F) {
	for _, seed := range []string{
		`{"id": 1, "text": "The ferry was late.", "date": "2024-03-04"}`,
		`{"text": ["a", "b"], "source": {"name": "Vale Post"}}`,
		`{"text": "<p>The ferry<br><br>was late.</p>", "title": "Ferry"}`,
		`{"text": "<html><body><article><p>The ferry was late.</p></article>", "date": "19 Temmuz 2021"}`,
		`{"TEXT": 5, "Text": {}, "date": 1e400, "authors": [[[]]]}`, `{"text":"\ud800\u0000"}`, `[{}]`, `{`, ``,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		checkArticles(t, source.Document{Path: "a.jsonl", Record: 1, Format: source.Record, Data: data})
	})
}
