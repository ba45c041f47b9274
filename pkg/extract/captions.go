package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/wireprint/wireprint/pkg/news"
)

// addCaptions puts the captions of the story's pictures behind its text. The
// search for the main text drops them with the pictures, but it is they that
// credit the photographs.
func addCaptions(a *news.Article, root *html.Node) {
	for n := range root.Descendants() {
		if n.DataAtom != atom.Figcaption || !inStory(n) {
			continue
		}
		caption, _ := pageBlocks(n)
		if caption == "" || strings.Contains(a.Text, caption) {
			continue
		}
		a.Text += "\n\n"
		start := len(a.Text)
		a.Text += caption
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{
			Span: news.Span{Start: start, End: len(a.Text)},
			Role: news.RoleCaption,
		})
	}
}

// inStory tells pictures of the story from those of links to other stories.
func inStory(n *html.Node) bool {
	inArticle := false
	for p := range n.Ancestors() {
		switch p.DataAtom {
		case atom.Article, atom.Main:
			inArticle = true
		case atom.Aside, atom.Nav, atom.Footer, atom.A, atom.Li:
			return false
		}
	}
	return inArticle
}
