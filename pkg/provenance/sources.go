package provenance

import (
	"fmt"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// Source is where a family's copy came from. Article is -1 when that is not an
// article of the folder; Agency is empty when no agency is known. Both unset
// means unknown.
type Source struct {
	Article  int
	Agency   string
	Evidence []string
}

// SourceOf finds the source of a family of two articles or more: the article of
// the agency that the members credit, else that agency outside the folder, else
// the article that was certainly published first.
func (f *Folder) SourceOf(articles []int) Source {
	if len(articles) < 2 {
		return Source{Article: articles[0], Evidence: []string{"no other article carries this copy"}}
	}
	agency, members := f.creditedAgency(articles)
	if agency != "" {
		said := fmt.Sprintf("%s credited by %s", agency, f.some(members))
		for _, a := range articles {
			if f.publishedBy(a, agency) {
				return Source{Article: a, Agency: agency, Evidence: []string{said, "published by the agency itself"}}
			}
		}
		return Source{Article: -1, Agency: agency, Evidence: []string{said}}
	}
	if first, ok := f.First(articles); ok {
		said := fmt.Sprintf("published %s, before all others", f.Articles[first].Time)
		return Source{Article: first, Evidence: []string{said, "no agency credited"}}
	}
	return Source{Article: -1, Evidence: []string{"no agency credited, and the times do not tell who was first"}}
}

// creditedAgency is the agency that the articles credit most for their words,
// with those that do; a dateline weighs half as much again as other credits. Of
// equals it is the first by name.
func (f *Folder) creditedAgency(articles []int) (agency string, members []int) {
	by := map[string][]int{}
	weight := map[string]int{}
	for _, a := range articles {
		for _, c := range f.Articles[a].Credits {
			if c.Kind != news.CreditText {
				continue
			}
			by[c.Agency] = append(by[c.Agency], a)
			weight[c.Agency] += 2
			if strings.HasPrefix(c.Evidence, "dateline") {
				weight[c.Agency]++
			}
		}
	}
	for name, w := range weight {
		if agency == "" || w > weight[agency] || w == weight[agency] && name < agency {
			agency = name
		}
	}
	return agency, by[agency]
}

// publishedBy reports whether the article's outlet is the agency itself, as "AP"
// or "AP News", or the agency's site.
func (f *Folder) publishedBy(a int, agency string) bool {
	name := f.Articles[a].Outlet.Name
	for _, suffix := range []string{"", " News", " News Agency", " Agency", " Newswire"} {
		if short, ok := strings.CutSuffix(name, suffix); ok && isForm(short, agency) {
			return true
		}
	}
	return siteOf(name) == agency || siteOf(publisherHost(f.Articles[a].URL)) == agency
}

// some names up to three of the articles by outlet.
func (f *Folder) some(articles []int) string {
	const most = 3
	var names []string
	for _, a := range articles[:min(most, len(articles))] {
		names = append(names, f.name(a))
	}
	text := strings.Join(names, ", ")
	if more := len(articles) - most; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
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
// that is in the folder, else the one of which others carry the most, the
// earlier of equals.
func (f *Folder) Canonical(articles []int, source Source) int {
	if source.Article >= 0 {
		return source.Article
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
