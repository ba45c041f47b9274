package provenance

import (
	"cmp"
	"math"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// way is from whom to whom copy went, by name.
type way struct{ from, to string }

// passed is what went one way.
type passed struct {
	edge     *news.Edge
	articles map[int]bool
	first    news.Time
	sure     float64 // sum of the articles' scores
}

// mostReasons is how many reasons an edge gives: it may stand for thousands of
// articles, of which each has its own in its family.
const mostReasons = 3

// Edges adds up who took from whom, from outlet or agency to outlet: an article
// that has its copy from another article makes an edge from that one's outlet, with
// the paragraphs that both carry. lineages is by family.
func (f *Folder) Edges(rows []Row, lineages []Lineage) []news.Edge {
	from := make([]*Source, len(f.Articles))
	for i := range lineages {
		for k := range lineages[i].Copies {
			c := &lineages[i].Copies[k]
			from[c.Article] = &c.From
		}
	}
	ways := map[way]*passed{}
	for _, row := range rows {
		family := f.FamilyOf[row.Source]
		carriers := make(map[int]bool, len(row.Carriers))
		for _, c := range row.Carriers {
			carriers[c.Article] = true
		}
		for _, c := range row.Carriers {
			s := from[c.Article]
			if s == nil || f.FamilyOf[c.Article] != family || s.Article >= 0 && !carriers[s.Article] {
				continue
			}
			w := way{f.publisher(s), f.Articles[c.Article].Outlet.Name}
			if w.from == "" || w.to == "" || w.from == w.to {
				continue
			}
			if ways[w] == nil {
				ways[w] = &passed{edge: &news.Edge{From: w.from, To: w.to}, articles: map[int]bool{}}
			}
			ways[w].add(c, s, f.Articles[c.Article].Time)
		}
	}
	list := make([]news.Edge, 0, len(ways))
	for _, p := range ways {
		p.edge.Articles, p.edge.First = len(p.articles), p.first.String()
		p.edge.Score = math.Round(100*p.sure/float64(len(p.articles))) / 100
		list = append(list, *p.edge)
	}
	slices.SortFunc(list, func(a, b news.Edge) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	return list
}

// add adds a paragraph that article c, published then, carries and has from s.
func (p *passed) add(c Carrier, s *Source, published news.Time) {
	p.edge.Paragraphs++
	p.edge.Words += c.Matched
	if p.articles[c.Article] {
		return
	}
	p.articles[c.Article] = true
	p.sure += s.Score
	if published.HasYear() && (!p.first.Known() || published.Earliest().Before(p.first.Earliest())) {
		p.first = published
	}
	if len(p.edge.Evidence) < mostReasons && len(s.Evidence) > 0 && !slices.Contains(p.edge.Evidence, s.Evidence[0]) {
		p.edge.Evidence = append(p.edge.Evidence, s.Evidence[0])
	}
}

// publisher names a source: the agency for its own page, else the outlet; empty
// when it is not known.
func (f *Folder) publisher(s *Source) string {
	if s.Article < 0 {
		return s.Outside
	}
	for _, c := range f.Articles[s.Article].Credits {
		if c.Kind == news.CreditText && f.publishedBy(s.Article, c.Agency) {
			return c.Agency
		}
	}
	return f.Articles[s.Article].Outlet.Name
}
