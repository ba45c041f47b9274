package provenance

import (
	"fmt"
	"slices"
	"strings"
)

// publishedBy reports whether the article's outlet is the agency itself, as
// "AP", "AP News" or "apnews.com".
func (f *Folder) publishedBy(a int, agency string) bool {
	name := f.Articles[a].Outlet.Name
	for _, suffix := range []string{"", " News", " News Agency", " Agency", " Newswire"} {
		if short, ok := strings.CutSuffix(name, suffix); ok && isForm(short, agency) {
			return true
		}
	}
	return siteOf(name) == agency || siteOf(publisherHost(f.Articles[a].URL)) == agency
}

// some names up to three of the articles' outlets.
func (f *Folder) some(articles []int) string {
	const most = 3
	var names []string
	others := map[string]bool{}
	for _, a := range articles {
		switch name := f.name(a); {
		case slices.Contains(names, name):
		case len(names) < most:
			names = append(names, name)
		default:
			others[name] = true
		}
	}
	text := strings.Join(names, ", ")
	if len(others) > 0 {
		text += fmt.Sprintf(" and %d more", len(others))
	}
	return text
}

// name is the article's outlet, or its id where that is unknown.
func (f *Folder) name(a int) string {
	if name := f.Articles[a].Outlet.Name; name != "" {
		return name
	}
	return f.Articles[a].ID
}

// First is the article that was certainly published before all the others; ok
// is false when the known times leave any doubt.
func (f *Folder) First(articles []int) (first int, ok bool) {
	first = articles[0]
	for _, a := range articles {
		if f.Articles[a].Time.Before(f.Articles[first].Time) {
			first = a
		}
	}
	for _, a := range articles {
		if a != first && !f.Articles[first].Time.Before(f.Articles[a].Time) {
			return 0, false
		}
	}
	return first, true
}

// Canonical is the article whose wording stands for a family: its source where
// that is in the folder; where none is known, the one that was certainly first; else
// the one of which others carry the most, the earlier of equals.
func (f *Folder) Canonical(articles []int, source Source) int {
	if source.Article >= 0 {
		return source.Article
	}
	if first, ok := f.First(articles); ok && !source.known() {
		return first // too little to call it the source; enough to read the others against
	}
	shared, most := make([]int, len(articles)), 0
	for i, a := range articles {
		for _, l := range f.links[a] {
			if f.FamilyOf[l.other] == f.FamilyOf[a] {
				shared[i] = max(shared[i], l.shared())
			}
		}
		most = max(most, shared[i])
	}
	best, paragraphs := articles[0], -1
	for i, a := range articles {
		if n := len(f.Texts[a].Paragraphs); 10*shared[i] >= 9*most && n > paragraphs {
			best, paragraphs = a, n
		}
	}
	return best
}
