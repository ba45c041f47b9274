package report

import (
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/news"
)

func markdownOf(t *testing.T, r *news.Report, opts MarkdownOptions) string {
	t.Helper()
	var b strings.Builder
	if err := Markdown(&b, r, opts); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The form of a Markdown report.
func TestMarkdownGolden(t *testing.T) {
	golden(t, "markdown", markdownOf(t, bridge(), MarkdownOptions{}))
}

// Nothing in a story makes markup of itself: no tag, link, picture, table cell or
// name that would be notified.
func TestMarkdownHoldsNoMarkup(t *testing.T) {
	r := bridge()
	hostile := "<script>alert(1)</script> | [a](http://evil.example) ![x](y) **b** `c` @maintainer https://evil.example\n# head\n| cell |"
	for i := range r.Articles {
		r.Articles[i].Title, r.Articles[i].Outlet = hostile, hostile
	}
	for i := range r.Events {
		r.Events[i].Label = hostile
	}
	for i := range r.Rows {
		r.Rows[i].Text = hostile
	}
	text := markdownOf(t, r, MarkdownOptions{Top: -1})
	for _, markup := range []string{"<script", "](http", "![", "**b**", "`c`", "@maintainer", "https://", "\n# head", "\n| cell"} {
		at := strings.Index(text, markup)
		if at >= 0 && (at == 0 || text[at-1] != '\\') {
			t.Errorf("holds %q: …%s…", markup, text[max(0, at-20):min(len(text), at+30)])
		}
	}
}

// Top says how many events are told.
func TestMarkdownTop(t *testing.T) {
	d := newDraft()
	for i, id := range []string{"a", "b", "c", "d"} {
		d.article(id, "Paper "+id, "2031-03-03", "Story "+string("12"[i/2]))
	}
	d.event(news.Event{ID: "e1"}, news.Family{ID: "f1", Articles: []string{"a", "b"}})
	d.event(news.Event{ID: "e2"}, news.Family{ID: "f2", Articles: []string{"c", "d"}})
	for top, want := range map[int]int{-1: 2, 0: 2, 1: 1} {
		text := markdownOf(t, &d.Report, MarkdownOptions{Top: top})
		if n := strings.Count(text, "\n## "); n != want || strings.Contains(text, "1 more event is not shown") != (want == 1) {
			t.Errorf("top %d tells %d events, want %d:\n%s", top, n, want, text)
		}
	}
}
