package extract

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/source"
)

// errNoPageText is the reason for a page without a story.
var errNoPageText = errors.New("no story text found in the page")

// charsetOf finds the charset that a page declares for itself.
var charsetOf = regexp.MustCompile(`(?i)<(?:meta|\?xml)[^>]{0,200}(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)`)

// readHTML reads a web page as one article.
func readHTML(doc source.Document) ([]news.Article, error) {
	declared := ""
	if m := charsetOf.FindSubmatch(doc.Data[:min(len(doc.Data), 4096)]); m != nil {
		declared = string(m[1])
	}
	markup, err := decode(doc.Data, declared)
	if err != nil {
		return nil, err
	}
	return readMarkup(news.Article{ID: doc.Path, Path: doc.Path}, markup)
}

// readMarkup adds to an article what a page, or a piece of one, says. What the
// article says already stands.
func readMarkup(a news.Article, markup string) ([]news.Article, error) {
	root, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		return nil, fmt.Errorf("the page cannot be parsed: %w", err)
	}
	if isPage(markup) {
		err = readPage(&a, root)
	} else {
		a.Text, a.Paragraphs = pageBlocks(root)
	}
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(a.Text) == "" {
		return nil, errNoPageText
	}
	markTitle(&a)
	return []news.Article{a}, nil
}

// readPage finds the main text and the metadata of a whole page.
func readPage(a *news.Article, root *html.Node) error {
	page := readMeta(root)
	result, err := trafilatura.ExtractDocument(root, trafilatura.Options{
		EnableFallback:  true,
		ExcludeComments: true,
		// Its search for the date looks at the machine's clock and keeps no
		// time of day; pageTime does it better.
		HtmlDateOverride: &htmldate.Result{},
	})
	if err != nil || result.ContentNode == nil {
		return errNoPageText
	}
	a.Text, a.Paragraphs = pageBlocks(result.ContentNode)
	describe(a, page, result.Metadata)
	if !a.Time.Known() {
		a.Time, a.TimeFrom = pageTime(page, root, a.URL)
	}
	return nil
}

// describe fills in from the page's metadata what the article lacks.
func describe(a *news.Article, page pageMeta, found trafilatura.Metadata) {
	if a.Title == "" {
		a.Title = collapse(found.Title)
	}
	if a.URL == "" {
		a.URL = found.URL
	}
	if len(a.Authors) == 0 {
		a.Authors = splitNames(found.Author)
	}
	if a.Outlet.Name == "" {
		a.Outlet = page.outlet(found)
	}
}

var (
	tagStart  = regexp.MustCompile(`(?i)^\s*<(!doctype|!--|[a-z])`)
	tagEnd    = regexp.MustCompile(`(?i)</[a-z][a-z0-9]*\s*>|<(br|p|hr)\s*/?>`)
	wholePage = regexp.MustCompile(`(?i)<(html|body|head)[\s>]`)
)

// looksLikeHTML reports whether a record's text is markup.
func looksLikeHTML(text string) bool {
	return tagStart.MatchString(text) && tagEnd.MatchString(text)
}

// isPage tells a whole page, with menus and all, from the body of a story.
func isPage(markup string) bool { return wholePage.MatchString(markup) }

// titleSuffix is what sites add to a title: " | The Vale Post".
var titleSuffix = regexp.MustCompile(`^\s*[-|–—:·»]\s`)

// markTitle gives the title's role to paragraphs that repeat it, whether or
// not the page's title goes on with the name of the site.
func markTitle(a *news.Article) {
	title := collapse(a.Title)
	for i, p := range a.Paragraphs {
		text := collapse(a.Text[p.Start:p.End])
		if len(title) < len(text) || text == "" || !strings.EqualFold(title[:len(text)], text) {
			continue
		}
		if rest := title[len(text):]; rest == "" || titleSuffix.MatchString(rest) {
			a.Paragraphs[i].Role = news.RoleTitle
		}
	}
}

// collapse makes every run of white space one space.
func collapse(s string) string { return strings.Join(strings.Fields(s), " ") }
