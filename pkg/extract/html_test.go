package extract

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/source"
)

const ferryPage = `<!DOCTYPE html>
<html lang="en"><head>
<meta charset="windows-1252">
<title>Ferry to Port Ellen late again | The Vale Post</title>
<meta property="og:title" content="Ferry to Port Ellen late again">
<meta property="og:site_name" content="The Vale Post">
<meta property="og:url" content="https://valepost.example/2024/03/04/ferry">
<meta property="article:published_time" content="2024-03-04T06:10:00+02:00">
<meta name="author" content="Ada Brook">
</head><body>
<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
<article>
<h1>Ferry to Port Ellen late again</h1>
<p>The ferry to Port Ellen was late again on Monday, the harbour master said, for the fourth time since the winter
timetable began and the third time this month.</p>
<figure><img src="f.jpg"><figcaption>The ferry at its berth on Monday. (Photo: Skerry News Agency)</figcaption></figure>
<h2>Noon at last</h2>
<p>It sailed at noon, four hours behind its time, with <a href="/x">eighty-one passengers</a> and a caf` + "\xe9" + ` that
had run out of tea before the ropes were cast off.</p>
<p>&ldquo;We cannot promise that it will not happen again,&rdquo; Morag Teal, who speaks for the company, said.</p>
</article>
<footer>Copyright The Vale Post</footer>
</body></html>`

func page(t *testing.T, markup string) news.Article {
	t.Helper()
	articles, skips := Articles(source.Document{Path: "a.html", Format: source.HTML, Data: []byte(markup)})
	if len(articles) != 1 {
		t.Fatalf("%d articles, %v", len(articles), skips)
	}
	return articles[0]
}

// firstOutlet is what the page says most directly of its outlet.
func firstOutlet(a news.Article) news.Attribution {
	if len(a.PageOutlets) == 0 {
		return news.Attribution{}
	}
	return a.PageOutlets[0]
}

func TestPage(t *testing.T) {
	a := page(t, ferryPage)
	outlet := firstOutlet(a)
	got := said{a.ID, a.URL, a.Title, outlet.Name, outlet.Evidence, a.Time.String(), a.TimeFrom, a.Lang, strings.Join(a.Authors, "|")}
	want := said{"a.html", "https://valepost.example/2024/03/04/ferry", "Ferry to Port Ellen late again", "The Vale Post",
		"og:site_name", "2024-03-04T06:10+02:00", "meta article:published_time", "en", "Ada Brook"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	wantBody := []string{
		"The ferry to Port Ellen was late again on Monday, the harbour master said, for the fourth time since the winter timetable began and the third time this month.",
		"It sailed at noon, four hours behind its time, with eighty-one passengers and a café that had run out of tea before the ropes were cast off.",
		"“We cannot promise that it will not happen again,” Morag Teal, who speaks for the company, said.",
	}
	if diff := cmp.Diff(wantBody, body(a)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Noon at last"}, withRole(a, news.RoleHeading)); diff != "" {
		t.Error("headings:", diff)
	}
	if diff := cmp.Diff([]string{"The ferry at its berth on Monday. (Photo: Skerry News Agency)"}, withRole(a, news.RoleCaption)); diff != "" {
		t.Error("captions:", diff)
	}
	if strings.Contains(a.Text, "Copyright") || strings.Contains(a.Text, "Sport") {
		t.Errorf("clutter in %q", a.Text)
	}
}

func TestPageTime(t *testing.T) {
	for _, tt := range []struct{ name, find, replace, want, from string }{
		{"none in the head", `<meta property="article:published_time" content="2024-03-04T06:10:00+02:00">`, "",
			"2024-03-04", "date in the page's address"},
		{"modified only", `article:published_time" content="2024-03-04`, `article:modified_time" content="2024-03-09`,
			"2024-03-04", "date in the page's address"},
		{"two days", `article:published_time" content="2024-03-04T06:10:00+02:00`, `article:published_time" content="03/04/2024`,
			"2024-03-04", "date in the page's address"},
		{"linked data", `<meta property="article:published_time" content="2024-03-04T06:10:00+02:00">`,
			`<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"datePublished":"2024-03-04T06:10:00Z"}]}</script>`,
			"2024-03-04T06:10Z", "JSON-LD datePublished"},
	} {
		a := page(t, strings.Replace(ferryPage, tt.find, tt.replace, 1))
		if got := a.Time.String(); got != tt.want || a.TimeFrom != tt.from {
			t.Errorf("%s: got %s from %q", tt.name, got, a.TimeFrom)
		}
	}
}

func TestPageOutlet(t *testing.T) {
	const site = `<meta property="og:site_name" content="The Vale Post">`
	for _, tt := range []struct{ replace, name, evidence string }{
		{`<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"Vale Press"}}</script>`, "Vale Press", "JSON-LD publisher"},
		{`<meta name="publisher" content="Vale Press">`, "Vale Press", "meta publisher"},
		{"", "valepost.example", "host of the page's address"},
	} {
		a := page(t, strings.Replace(ferryPage, site, tt.replace, 1))
		if diff := cmp.Diff(news.Attribution{Name: tt.name, Evidence: tt.evidence}, firstOutlet(a)); diff != "" {
			t.Error(diff)
		}
	}
}

func TestPageFilledByScripts(t *testing.T) {
	a := page(t, `<html><body><div id="app">Loading</div><script type="application/ld+json">
		{"@type": "NewsArticle", "headline": "Ferry late &amp; full", "author": [{"name": "Ada Brook"}, {"name": "Sam Hale"}],
		 "articleBody": "The ferry to Port Ellen was late again on Monday, the harbour master said.\n\nIt sailed at noon, four hours behind its time."}
		</script></body></html>`)
	want := []string{
		"The ferry to Port Ellen was late again on Monday, the harbour master said.",
		"It sailed at noon, four hours behind its time.",
	}
	if diff := cmp.Diff(want, body(a)); diff != "" || a.Title != "Ferry late & full" {
		t.Error(a.Title, diff)
	}
	if diff := cmp.Diff([]string{"Ada Brook", "Sam Hale"}, a.Authors); diff != "" {
		t.Error(diff)
	}
}

// The members of an object come in the order of a Go map, which trafilatura
// lets through.
func TestPageIsRepeatable(t *testing.T) {
	markup := strings.Replace(ferryPage, "</head>", `<script type="application/ld+json">{"@type": "WebPage",
		"editor": {"@type": "Person", "name": "Cora Finch"}, "author": {"@type": "Person", "name": "Ada Brook"},
		"reviewer": {"@type": "Person", "name": "Sam Hale"}}</script></head>`, 1)
	want := page(t, markup)
	for range 20 {
		if diff := cmp.Diff(want, page(t, markup)); diff != "" {
			t.Fatal(diff)
		}
	}
}

func TestPageWithoutStory(t *testing.T) {
	for _, markup := range []string{
		"<html><body></body></html>",
		"<html><head><title>x</title></head></html>",
		"<!-- a --><script>story()</script>",
		strings.Repeat("<div>", 2000) + "deep",
	} {
		articles, skips := Articles(source.Document{Path: "a.html", Format: source.HTML, Data: []byte(markup)})
		if len(articles) != 0 || len(skips) != 1 {
			t.Errorf("%.40q: %v %v", markup, articles, skips)
		}
	}
}

func TestMarkupRoles(t *testing.T) {
	const fragment = `<h2>The ferry sails</h2>
		<figure><img src="f.jpg"><figcaption>The ferry at its berth on Monday. Photo: M. Teal</figcaption></figure>
		<p>The ferry to Port Ellen was late
		   again on Monday, the harbour master said.</p>
		<ul><li>It sailed at noon, he said, and was full.<li>It will sail again on Tuesday, he said.</ul>
		<table><tr><td>The fare is four crowns, he said.</td><td>Bicycles are carried without charge.</td></tr></table>`
	articles, err := readMarkup(news.Article{Title: "The ferry sails - Vale Post"}, fragment, nil)
	if err != nil {
		t.Fatal(err)
	}
	a := articles[0]
	want := []string{
		"The ferry to Port Ellen was late again on Monday, the harbour master said.",
		"It sailed at noon, he said, and was full.",
		"It will sail again on Tuesday, he said.",
		"The fare is four crowns, he said.",
		"Bicycles are carried without charge.",
	}
	if diff := cmp.Diff(want, body(a)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"The ferry sails"}, withRole(a, news.RoleTitle)); diff != "" {
		t.Error("title:", diff)
	}
	if diff := cmp.Diff([]string{"The ferry at its berth on Monday. Photo: M. Teal"}, withRole(a, news.RoleCaption)); diff != "" {
		t.Error("caption:", diff)
	}
	if a.Truncated {
		t.Error("a paragraph that the markup ends is not cut off")
	}
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte(ferryPage))
	for _, seed := range []string{
		"<p>The ferry<p>was late<br><br>again", "<html><table><tr><td>a<td>b", "<html><body><article>" + strings.Repeat("<p>ferry ", 40),
		`<html><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"The ferry"}</script>`,
		"<html><svg><title><p>", "<html><math><mi></p><select><textarea>", "<?xml encoding='koi8-r'?><html>\xc4\xc1", "<html><time pubdate datetime='2024'>",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		checkArticles(t, source.Document{Path: "a.html", Format: source.HTML, Data: data})
	})
}

// checkArticles holds what is true of any document: it becomes articles with
// well-formed paragraphs or a skip, the same ones each time, and no library
// beneath it panics.
func checkArticles(t *testing.T, doc source.Document) {
	articles, skips := Articles(doc)
	if (len(articles) == 0) != (len(skips) == 1) {
		t.Errorf("%d articles and %d skips", len(articles), len(skips))
	}
	for _, s := range skips {
		if strings.HasPrefix(s.Reason, "cannot be understood") {
			t.Errorf("a panic: %s", s.Reason)
		}
	}
	for _, a := range articles {
		if !utf8.ValidString(a.Text) || !utf8.ValidString(a.Title) {
			t.Errorf("not UTF-8: %q", a.Text)
		}
		end := 0
		for _, p := range a.Paragraphs {
			if p.Start < end || p.End <= p.Start || p.End > len(a.Text) {
				t.Fatalf("paragraph %v behind %d in a text of %d", p, end, len(a.Text))
			}
			end = p.End
		}
	}
	again, _ := Articles(doc)
	if diff := cmp.Diff(articles, again); diff != "" {
		t.Error("the second time: ", diff)
	}
}
