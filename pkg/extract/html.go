package extract

import (
	"errors"
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
func readHTML(doc source.Document, deadline *source.Deadline) ([]news.Article, error) {
	declared := doc.Charset
	if m := charsetOf.FindSubmatch(doc.Data[:min(len(doc.Data), 4096)]); declared == "" && m != nil {
		declared = string(m[1])
	}
	markup, err := decode(doc.Data, declared)
	if err != nil {
		return nil, err
	}
	a := newArticle(doc)
	if a.URL == "" {
		a.URL = savedFrom(markup)
	}
	return readMarkup(a, markup, deadline)
}

// savedPage finds where a browser, or SingleFile, says that it saved a page from.
var savedPage = regexp.MustCompile(`<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>"]+)`)

// savedFrom is the address of a page that was saved as a single file.
func savedFrom(markup string) string {
	if m := savedPage.FindStringSubmatch(markup[:min(len(markup), 4096)]); m != nil {
		return m[1]
	}
	return ""
}

// readMarkup adds to an article what a page, or a piece of one, says. What the
// article says already stands.
func readMarkup(a news.Article, markup string, deadline *source.Deadline) ([]news.Article, error) {
	root, err := parsePage(markup, deadline)
	if err != nil {
		return nil, err
	}
	var story []pageBlock
	if isPage(markup) {
		if story, err = readPage(&a, root, deadline); err != nil {
			return nil, err
		}
	} else {
		story = pageBlocks(root)
	}
	text, marked := join(story)
	if text == "" {
		return nil, errNoPageText
	}
	if err := deadline.Check(); err != nil {
		return nil, err
	}
	a = blockStory(a, text, story, marked)
	if !hasBody(&a) {
		return nil, errNoPageText
	}
	return []news.Article{a}, nil
}

// readPage returns the blocks of a whole page that tell the story, and fills in
// from the page's metadata what the article lacks.
func readPage(a *news.Article, root *html.Node, deadline *source.Deadline) ([]pageBlock, error) {
	page := takeMeta(root)
	var first string // what trafilatura takes for the story
	var found trafilatura.Metadata
	result, err := trafilatura.ExtractDocument(root, trafilatura.Options{
		ExcludeComments: true,
		// Its search for the date looks at the machine's clock and keeps no
		// time of day; pageTime does it better.
		HtmlDateOverride: &htmldate.Result{},
	})
	if err == nil && result.ContentNode != nil {
		first, found = textBelow(result.ContentNode), result.Metadata
	}
	if err := deadline.Check(); err != nil {
		return nil, err
	}
	describe(a, page, found)
	if !a.Time.Known() {
		pageTime(a, page, root)
	}
	if err := deadline.Check(); err != nil {
		return nil, err
	}
	s := pageStory{root: root, blocks: pageBlocks(root)}
	if err := s.find(first, linked(page.story, "articlebody"), deadline); err != nil {
		return nil, err
	}
	a.Kind = s.kind(page)
	story := s.told(a.Title, page.summary())
	if len(story) == 0 {
		return nil, errNoPageText
	}
	return story, nil
}

// describe is readPage for all but the time.
func describe(a *news.Article, page pageMeta, found trafilatura.Metadata) {
	if a.Title == "" {
		a.Title = page.title(found)
	}
	if a.URL == "" {
		a.URL = found.URL
	}
	if len(a.Authors) == 0 {
		a.Authors = page.authors(found)
	}
	a.PageOutlets = page.outlets(found)
}

var (
	tagStart  = regexp.MustCompile(`(?i)^\s*<(!doctype|!--|[a-z])`)
	tagEnd    = regexp.MustCompile(`(?i)</[a-z][a-z0-9]*\s*>|<(br|p|hr)\s*/?>`)
	wholePage = regexp.MustCompile(`(?i)<(html|body|head|title|meta|!doctype)[\s>]`)
)

// looksLikeHTML reports whether a record's text is markup.
func looksLikeHTML(text string) bool {
	return strings.HasPrefix(strings.TrimLeft(text, " \t\n\f\r"), "<") && tagStart.MatchString(text) && tagEnd.MatchString(text)
}

// isPage tells a whole page, with menus and all, from the body of a story.
func isPage(markup string) bool { return wholePage.MatchString(markup) }

// collapse makes every run of white space one space.
func collapse(s string) string { return strings.Join(strings.Fields(s), " ") }
