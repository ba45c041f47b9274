package extract

import (
	"encoding/json"
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
	meta  map[string]string // content of the first <meta> of a lower-case name or property
	times []string          // datetime of <time> elements that are marked as the publication's
	ld    linkedData
}

// linkedData is the part of a schema.org NewsArticle that is of use.
type linkedData struct {
	Type          any          `json:"@type"`
	Graph         []linkedData `json:"@graph"`
	DatePublished string       `json:"datePublished"`
	Publisher     any          `json:"publisher"`
}

// readMeta reads a page's metadata.
func readMeta(root *html.Node) pageMeta {
	page := pageMeta{meta: make(map[string]string)}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Meta:
			page.addMeta(n)
		case atom.Time:
			if isPublicationTime(n) {
				page.times = append(page.times, attribute(n, "datetime"))
			}
		case atom.Script:
			if attribute(n, "type") == "application/ld+json" && n.FirstChild != nil && page.ld.DatePublished == "" {
				if ld, ok := articleData([]byte(n.FirstChild.Data)); ok {
					page.ld = ld
				}
			}
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

// articleData finds the article in a piece of JSON-LD: an object, an array of
// objects, or a graph of them.
func articleData(data []byte) (linkedData, bool) {
	var list []linkedData
	var one linkedData
	if json.Unmarshal(data, &one) == nil {
		list = append([]linkedData{one}, one.Graph...)
	} else if json.Unmarshal(data, &list) != nil {
		return linkedData{}, false
	}
	for _, ld := range list {
		if ld.isArticle() {
			return ld, true
		}
	}
	return linkedData{}, false
}

func (ld linkedData) isArticle() bool {
	types, ok := ld.Type.([]any)
	if !ok {
		types = []any{ld.Type}
	}
	for _, t := range types {
		name, _ := t.(string)
		if strings.HasSuffix(name, "Article") || strings.HasSuffix(name, "BlogPosting") {
			return true
		}
	}
	return false
}

// outlet is who published the page, by what says so most directly. What
// trafilatura takes for the site's name may be a piece of the title, so it
// stands behind the host.
func (page pageMeta) outlet(found trafilatura.Metadata) news.Attribution {
	publisher := ""
	if names := texts(page.ld.Publisher); len(names) > 0 {
		publisher = names[0]
	}
	for _, candidate := range []struct{ name, evidence string }{
		{page.meta["og:site_name"], "og:site_name"},
		{publisher, "JSON-LD publisher"},
		{page.meta["publisher"], "meta publisher"},
		{page.meta["dc.publisher"], "meta dc.publisher"},
		{strings.TrimPrefix(found.Hostname, "www."), "host of the page's address"},
		{page.meta["application-name"], "meta application-name"},
		{found.Sitename, "page title"},
	} {
		if name := collapse(hostOf(candidate.name)); strings.ContainsFunc(name, unicode.IsLetter) {
			return news.Attribution{Name: name, Evidence: candidate.evidence}
		}
	}
	return news.Attribution{}
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
