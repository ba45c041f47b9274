package provenance

import (
	"slices"
	"strings"
	"unicode"

	"github.com/wireprint/wireprint/pkg/news"
)

// giveBackHeadline makes a masthead that was taken for the headline a masthead
// again, and the line below it the headline. Before the names of papers are known,
// "Le Courrier de Skerrow" above "Un ferry prend feu" looks like a headline above
// a second one.
func giveBackHeadline(a *news.Article) {
	if len(a.Paragraphs) < 2 || a.Paragraphs[0].Role != news.RoleTitle || a.Paragraphs[1].Role != news.RoleHeading {
		return
	}
	first := oneLine(a, a.Paragraphs[0])
	if a.Title != first || mastheadIn(first) != first || !isPaper(first) || !isNoHeadline(first) {
		return
	}
	a.Title = oneLine(a, a.Paragraphs[1])
	a.Paragraphs[0].Role, a.Paragraphs[1].Role = news.RoleByline, news.RoleTitle
}

// isNoHeadline reports a paper's name that could not be a headline in capitals, as
// "Times Square Reopens" is: it is of a script without capitals, or has small words
// in it.
func isNoHeadline(name string) bool {
	return !unicode.IsUpper(nextRune(name)) ||
		slices.ContainsFunc(strings.Fields(name), func(w string) bool { return outletWords.small[w] })
}
