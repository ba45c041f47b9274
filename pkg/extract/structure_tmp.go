package extract

import (
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// structure makes each line of a text a body paragraph.
func structure(a news.Article, text string, split bool) []news.Article {
	a.Text = text
	at := 0
	for line := range strings.Lines(text) {
		if s := strings.TrimSpace(line); s != "" {
			start := at + strings.Index(line, s)
			a.Paragraphs = append(a.Paragraphs, news.Paragraph{Span: news.Span{Start: start, End: start + len(s)}})
		}
		at += len(line)
	}
	return []news.Article{a}
}
