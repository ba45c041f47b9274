package report

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// Network is a report as nodes and the links between them, for Gephi, igraph and
// other programs that draw or measure networks.
type Network struct {
	nodes []node
	links []link
}

// node is an outlet, an agency or an article. Unknown values are empty.
type node struct {
	id, label string
	kind      string // "outlet", "agency" or "article"
	outlet    string // of an article
	event     string
	published string // day of an article, with its clock time where that is known
	articles  int    // of an outlet, 1 for an article
	words     int
}

// link leads from whom text was taken to who took it.
type link struct {
	from, to   string
	paragraphs int
	words      int // that were taken
	articles   int
	evidence   string
}

// OutletNetwork is who took text from whom, outlet by outlet. Agencies outside the
// run are nodes too.
func OutletNetwork(r *news.Report) Network {
	var n Network
	known := map[string]bool{}
	for _, o := range r.Outlets {
		known[o.Name] = true
		n.nodes = append(n.nodes, node{id: o.Name, label: o.Name, kind: "outlet", articles: o.Articles, words: o.Words})
	}
	for _, e := range r.Edges {
		for _, name := range []string{e.From, e.To} {
			if !known[name] {
				known[name] = true
				n.nodes = append(n.nodes, node{id: name, label: name, kind: "agency"})
			}
		}
		n.links = append(n.links, link{from: e.From, to: e.To, paragraphs: e.Paragraphs, words: e.Words, articles: e.Articles, evidence: list(e.Evidence)})
	}
	n.order()
	return n
}

// ArticleNetwork is which article's copy each article carries, as far as that is
// known; an agency outside the run is a node of its own.
func ArticleNetwork(r *news.Report) Network {
	var n Network
	for _, a := range r.Articles {
		n.nodes = append(n.nodes, node{
			id: a.ID, label: cmp.Or(clean(a.Title), a.ID), kind: "article", outlet: a.Outlet, event: a.Event,
			published: a.Published, articles: 1, words: a.Words,
		})
	}
	words := map[string]int{} // that each took
	for _, a := range r.Audit {
		words[a.Article] = a.CopiedWords
	}
	outside := map[string]bool{}
	for _, f := range r.Families {
		for _, c := range f.Copies {
			from := cmp.Or(c.From.Article, outsideID(c.From.Outside))
			if from == "" {
				continue
			}
			if c.From.Article == "" && !outside[from] {
				outside[from] = true
				n.nodes = append(n.nodes, node{id: from, label: c.From.Outside, kind: "agency"})
			}
			n.links = append(n.links, link{from: from, to: c.Article, words: words[c.Article], articles: 1, evidence: list(c.Evidence)})
		}
	}
	n.order()
	return n
}

// outsideID is the id of an agency among articles, none of which has its like.
func outsideID(agency string) string {
	if agency == "" {
		return ""
	}
	return "outside:" + agency
}

func (n *Network) order() {
	slices.SortFunc(n.nodes, func(a, b node) int { return cmp.Compare(a.id, b.id) })
	slices.SortFunc(n.links, func(a, b link) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
}
