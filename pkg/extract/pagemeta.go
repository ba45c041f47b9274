package extract

import (
	"cmp"
	"strings"
	"unicode"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/wireprint/wireprint/pkg/news"
)

// pageMeta is what the head of a page and its JSON-LD say of the story. Only
// what trafilatura does not keep, or keeps without saying where it found it, is
// read here.
type pageMeta struct {
	meta     map[string]string // content of the first <meta> of a lower-case name or property
	times    []string          // datetime of <time> elements that are marked as the publication's
	story    record            // the story's JSON-LD, with keys in lower case
	titleTag string            // text of <title>

	copyright string // the line that says whose the page is
}

// takeMeta reads a page's metadata, and removes the JSON-LD from the page.
func takeMeta(root *html.Node) pageMeta {
	page := pageMeta{meta: make(map[string]string), story: takeLinkedData(root), copyright: copyrightOf(root)}
	for n := range root.Descendants() {
		switch {
		case n.DataAtom == atom.Meta:
			page.addMeta(n)
		case n.DataAtom == atom.Title && n.FirstChild != nil && page.titleTag == "":
			page.titleTag = collapse(n.FirstChild.Data)
		case n.DataAtom == atom.Time && isPublicationTime(n):
			page.times = append(page.times, attribute(n, "datetime"))
		}
	}
	return page
}

func (page pageMeta) addMeta(n *html.Node) {
	content := strings.TrimSpace(attribute(n, "content"))
	for _, key := range []string{"property", "name", "itemprop"} {
		name := strings.ToLower(attribute(n, key))
		if name != "" && content != "" && page.meta[name] == "" {
			page.meta[name] = content
		}
	}
}

// isPublicationTime tells the time of the story itself from those of comments
// and of other stories.
func isPublicationTime(n *html.Node) bool {
	class := strings.ToLower(attribute(n, "class"))
	return strings.EqualFold(attribute(n, "itemprop"), "datePublished") ||
		hasAttribute(n, "pubdate") ||
		strings.HasPrefix(class, "entry-date") || strings.HasPrefix(class, "published")
}

// title is the story's headline, without the site's name where there is a
// choice.
func (page pageMeta) title(found trafilatura.Metadata) string {
	return collapse(cmp.Or(page.meta["og:title"], linked(page.story, "headline"), found.Title))
}

// authors are the story's authors.
func (page pageMeta) authors(found trafilatura.Metadata) []string {
	var names []string
	for _, name := range texts(page.story["author"]) {
		names = append(names, collapse(html.UnescapeString(name)))
	}
	switch byline := page.meta["author"]; {
	case len(names) > 0:
		return names
	case byline != "" && !strings.Contains(byline, "://"):
		return splitAuthors(byline)
	default:
		return splitNames(found.Author)
	}
}

// outlets are what a page says of who published it, what says so most directly
// first. What trafilatura takes for the site's name may be a piece of the title,
// so it stands behind the host.
func (page pageMeta) outlets(found trafilatura.Metadata) (named []news.Attribution) {
	for _, candidate := range []struct{ name, evidence string }{
		{page.meta["og:site_name"], news.FromSiteName},
		{linked(page.story, "publisher"), "JSON-LD publisher"},
		{page.meta["publisher"], "meta publisher"},
		{page.meta["dc.publisher"], "meta dc.publisher"},
		{linked(page.story, "ispartof"), "JSON-LD isPartOf"},
		{strings.TrimPrefix(found.Hostname, "www."), "host of the page's address"},
		{page.meta["application-name"], "meta application-name"},
		{siteInTitle(page.titleTag, page.title(found)), "page title"},
		{found.Sitename, "page title"},
		{page.copyright, news.FromCopyright},
	} {
		if name := collapse(hostOf(candidate.name)); strings.ContainsFunc(name, unicode.IsLetter) {
			named = append(named, news.Attribution{Name: name, Evidence: candidate.evidence})
		}
	}
	return named
}

// siteInTitle is what a page's title says behind or before the headline:
// "Headline | Site", "Site – Headline".
func siteInTitle(title, headline string) string {
	best := ""
	take := func(site, rest string) {
		rest, headline := normalTitle(rest), normalTitle(headline)
		repeats := strings.HasPrefix(rest, headline) || strings.HasPrefix(headline, rest)
		if repeats && len(strings.Fields(site)) <= 5 && (best == "" || len(site) < len(best)) {
			best = site
		}
	}
	for _, sign := range []string{" | ", " - ", " – ", " — ", " :: ", " · "} {
		if at := strings.LastIndex(title, sign); at >= 0 {
			before := title[:at]
			if headline == title {
				before = headline // which then is no headline of its own
			}
			take(title[at+len(sign):], before)
		}
	}
	for _, sign := range []string{" | ", " - ", " – ", " — ", " :: ", " · "} {
		if at := strings.Index(title, sign); at >= 0 && best == "" && headline != "" && headline != title {
			take(title[:at], title[at+len(sign):])
		}
	}
	return best
}

// copyrightOf is the text of a page that says whose it is: the last line with the
// sign for copyright.
func copyrightOf(root *html.Node) (line string) {
	const longest = 200 // bytes
	for n := range root.Descendants() {
		if n.Type == html.TextNode && len(n.Data) <= longest && strings.Contains(n.Data, "©") && n.Parent.DataAtom != atom.Script {
			line = collapse(n.Data)
		}
	}
	return line
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttribute(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}
