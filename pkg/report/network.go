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
	kind      nodeKind
	outlet    string // of an article
	event     string
	family    string
	published string // when an article was, with its clock time where that is known
	first     string // when the first article of an outlet was
	articles  int    // of an outlet
	words     int    // of an outlet or an article
}

// nodeKind says what a node stands for.
type nodeKind string

// The kinds of nodes.
const (
	outletNode  nodeKind = "outlet"
	agencyNode  nodeKind = "agency" // nothing is known of it but its name
	articleNode nodeKind = "article"
)

// link leads from whom text was taken to who took it.
type link struct {
	from, to   string
	paragraphs int    // 0 between articles, for a report may not list them
	words      int    // that were taken
	articles   int    // in which they stand
	first      string // when the first of these was published
	evidence   string
}

// weight is how strong a link is drawn. It is never 0, which Gephi refuses.
func (l link) weight() int { return max(1, l.words) }

// OutletNetwork is who took text from whom, outlet by outlet. Agencies outside the
// run are nodes too.
func OutletNetwork(r *news.Report) Network {
	var n Network
	known := map[string]bool{}
	first := firstOf(r.Articles)
	for _, o := range r.Outlets {
		known[o.Name] = true
		n.nodes = append(n.nodes, node{id: o.Name, label: clean(o.Name), kind: outletNode, first: first[o.Name], articles: o.Articles, words: o.Words})
	}
	for _, e := range r.Edges {
		for _, name := range []string{e.From, e.To} {
			if !known[name] {
				known[name] = true
				n.nodes = append(n.nodes, node{id: name, label: clean(name), kind: agencyNode})
			}
		}
		n.links = append(n.links, link{
			from: e.From, to: e.To, paragraphs: e.Paragraphs, words: e.Words, articles: e.Articles, first: e.First, evidence: list(e.Evidence),
		})
	}
	n.order()
	return n
}

// firstOf is when the first article of each outlet was published, of those whose year
// is known.
func firstOf(articles []news.ArticleRecord) map[string]string {
	first := map[string]string{}
	for _, a := range articles {
		if old := first[a.Outlet]; begin(a.Published) != "" && (old == "" || begin(a.Published) < begin(old)) {
			first[a.Outlet] = a.Published
		}
	}
	return first
}

// ArticleNetwork is which article's copy each article carries, as far as that is
// known; an agency outside the run is a node of its own.
func ArticleNetwork(r *news.Report) Network {
	var n Network
	published := map[string]string{}
	for _, a := range r.Articles {
		published[a.ID] = a.Published
		n.nodes = append(n.nodes, node{
			id: a.ID, label: cmp.Or(clean(a.Title), clean(a.ID)), kind: articleNode, outlet: a.Outlet, event: a.Event, family: a.Family,
			published: a.Published, words: a.Words,
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
				n.nodes = append(n.nodes, node{id: from, label: clean(c.From.Outside), kind: agencyNode})
			}
			n.links = append(n.links, link{
				from: from, to: c.Article, words: words[c.Article], articles: 1, first: published[c.Article], evidence: list(c.Evidence),
			})
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

// number is the place of each node, by its id.
func (n Network) number() map[string]int {
	of := make(map[string]int, len(n.nodes))
	for i, v := range n.nodes {
		of[v.id] = i
	}
	return of
}
