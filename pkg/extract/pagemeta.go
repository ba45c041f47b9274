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
}

// takeMeta reads a page's metadata, and removes the JSON-LD from the page.
func takeMeta(root *html.Node) pageMeta {
	page := pageMeta{meta: make(map[string]string), story: takeLinkedData(root)}
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

// summary is what the page says of the story where it is linked to: often its
// standfirst, or the beginning of it.
func (page pageMeta) summary() string {
	return cmp.Or(page.meta["og:description"], page.meta["description"], linked(page.story, "description"))
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

// outlet is who published the page, by what says so most directly. What
// trafilatura takes for the site's name may be a piece of the title, so it
// stands behind the host.
func (page pageMeta) outlet(found trafilatura.Metadata) news.Attribution {
	for _, candidate := range []struct{ name, evidence string }{
		{page.meta["og:site_name"], "og:site_name"},
		{linked(page.story, "publisher"), "JSON-LD publisher"},
		{page.meta["publisher"], "meta publisher"},
		{page.meta["dc.publisher"], "meta dc.publisher"},
		{strings.TrimPrefix(found.Hostname, "www."), "host of the page's address"},
		{page.meta["application-name"], "meta application-name"},
		{siteInTitle(page.titleTag, page.title(found)), "page title"},
		{found.Sitename, "page title"},
	} {
		if name := collapse(hostOf(candidate.name)); strings.ContainsFunc(name, unicode.IsLetter) {
			return news.Attribution{Name: name, Evidence: candidate.evidence}
		}
	}
	return news.Attribution{}
}

// siteInTitle is what a page's title says behind the headline: "Headline | Site".
func siteInTitle(title, headline string) string {
	best := ""
	for _, sign := range []string{" | ", " - ", " – ", " — ", " :: ", " · "} {
		at := strings.LastIndex(title, sign)
		if at < 0 {
			continue
		}
		site := title[at+len(sign):]
		before := normalTitle(title[:at])
		repeats := headline == title || strings.HasPrefix(before, normalTitle(headline)) || strings.HasPrefix(normalTitle(headline), before)
		if repeats && len(strings.Fields(site)) <= 5 && (best == "" || len(site) < len(best)) {
			best = site
		}
	}
	return best
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
