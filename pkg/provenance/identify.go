package provenance

import (
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// Identify fills in the article's outlet, where no record or page named it, and
// its credits.
func Identify(a *news.Article) {
	if a.Outlet.Name == "" {
		a.Outlet = outletFromText(a)
	}
	if a.Outlet.Name == "" && a.URL != "" {
		a.Outlet = news.Attribution{Name: findDomain(a.URL), Evidence: "address of the article"}
	}
	a.Credits = findCredits(a)
}

// oneLine is a paragraph with each stretch of white space as one space.
func oneLine(a *news.Article, p news.Paragraph) string {
	return strings.Join(strings.Fields(a.Text[p.Start:p.End]), " ")
}
