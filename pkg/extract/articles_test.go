package extract

import "github.com/wireprint/wireprint/pkg/news"

// articleOf makes an article of paragraphs that are all body text.
func articleOf(outlet string, paragraphs ...string) news.Article {
	a := news.Article{Outlet: news.Attribution{Name: outlet}}
	for _, p := range paragraphs {
		start := len(a.Text)
		a.Text += p
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Span: news.Span{Start: start, End: len(a.Text)}})
		a.Text += "\n\n"
	}
	return a
}
