package extract

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/wireprint/wireprint/pkg/news"
)

// titleSuffix is what sites add to a title: " | The Vale Post".
var titleSuffix = regexp.MustCompile(`^\s*[-|–—:·»]\s`)

// markTitle gives the title's role to the paragraphs of a page that repeat its
// title, whether or not the title goes on with the name of the site.
func markTitle(title, text string, marked []news.Paragraph) {
	title = collapse(title)
	for i, p := range marked {
		line := collapse(text[p.Start:p.End])
		if len(title) < len(line) || !strings.EqualFold(title[:len(line)], line) {
			continue
		}
		if rest := title[len(line):]; rest == "" || titleSuffix.MatchString(rest) {
			marked[i].Role = news.RoleTitle
		}
	}
}

// markedStory is structure for a text of which markup says what its paragraphs are.
func markedStory(a news.Article, text string, marked []news.Paragraph) news.Article {
	if len(marked) == 0 {
		return a
	}
	a = structure(a, text, false)[0]
	markTitle(a.Title, text, marked)
	applyMarkup(&a, marked)
	return a
}

// applyMarkup sets right with a page's own markup what structure took from the
// look of its lines: what a heading and a caption is and what a paragraph, and
// that the story's last word is a whole one, stop or no stop.
func applyMarkup(a *news.Article, marked []news.Paragraph) {
	uncut(a)
	at := 0
	for i := range a.Paragraphs {
		p := &a.Paragraphs[i]
		for at+1 < len(marked) && marked[at].End <= p.Start {
			at++
		}
		switch r := marked[at].Role; {
		case r == news.RoleTitle, r != news.RoleBody && p.Role == news.RoleBody:
			p.Role = r
		case r == news.RoleBody && p.Role == news.RoleHeading:
			p.Role = r // a paragraph of the page, however short
		}
	}
}

// uncut gives a story that is known to be whole the last word back that structure
// took from it.
func uncut(a *news.Article) {
	if !a.Truncated {
		return
	}
	a.Truncated = false
	for i := len(a.Paragraphs) - 1; i >= 0; i-- {
		if p := &a.Paragraphs[i]; p.Role == news.RoleBody {
			p.End = nextWordEnd(a.Text, p.End)
			return
		}
	}
}

// nextWordEnd is where the word behind a place in a text ends.
func nextWordEnd(text string, at int) int {
	rest := strings.TrimLeftFunc(text[at:], unicode.IsSpace)
	if end := strings.IndexFunc(rest, unicode.IsSpace); end >= 0 {
		return len(text) - len(rest) + end
	}
	return len(text)
}
