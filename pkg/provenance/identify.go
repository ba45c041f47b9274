package provenance

import (
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// Identify fills in the article's outlet and its credits, and puts right a headline
// that is a masthead.
func Identify(a *news.Article, opts OutletOptions) {
	giveBackHeadline(a)
	a.Outlet = outletOf(a, opts.From)
	a.Credits = findCredits(a)
	opts.Known.rename(a)
}

// oneLine is a paragraph with each stretch of white space as one space.
func oneLine(a *news.Article, p news.Paragraph) string {
	return strings.Join(strings.Fields(a.Text[p.Start:p.End]), " ")
}
