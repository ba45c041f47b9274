package pipeline

import (
	"cmp"
	"context"
	"slices"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/cluster"
	"github.com/wireprint/wireprint/pkg/event"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/provenance"
)

// queries says which articles can share an event with each of those given: those in
// the window before it, with a cosine of at least so many times the bar. Articles
// are in order of publication, those without a full date last; these are compared
// with all.
func (g *grouping) queries(articles []int, ofBar float64) []event.Query {
	queries := make([]event.Query, len(articles))
	first := 0
	for i, a := range articles {
		queries[i].Stretch = event.Stretch(g.lexicon.bags[a].Words)
		if !g.Articles[a].Time.HasYear() {
			queries[i].Least = ofBar * g.bars.UndatedBar
			continue
		}
		for {
			apart, _ := g.Articles[articles[first]].Time.DaysApart(g.Articles[a].Time)
			if apart <= g.bars.Window+1 { // zones can turn the order of neighbouring days
				break
			}
			first++
		}
		queries[i].From, queries[i].Least = first, ofBar*g.bars.Bar
	}
	return queries
}

// fit is how well two articles of different families fit one event.
type fit struct {
	a, b  int32 // a < b
	value float32
}

// fits weighs how well pairs of speakers fit one event, each with those before it.
// Speakers that share quotations are weighed too when their words alone would not
// have brought them together, and the issues of a daily table never. With keep, what
// they have in common is kept in ties. Those in crowds fall silent on the way, and
// their families follow others, see [crowds].
func (g *grouping) fits(ctx context.Context, all []event.Vector, matches []provenance.Match, keep bool) ([][]fit, error) {
	vectors := make([]event.Vector, len(g.articles))
	for i, a := range g.articles {
		vectors[i] = all[a]
	}
	search := event.NewSearch(vectors, g.queries(g.articles, event.Least(1)*g.floor))
	order, begins := grouped(len(g.Articles), len(matches), func(i int) int { return matches[i].B })
	c := crowds{grouping: g, search: search, fits: make([][]fit, len(vectors)), ties: make([][]tie, len(vectors))}
	for from := 0; from < len(vectors); from += crowdBlock {
		to := min(from+crowdBlock, len(vectors))
		for i := from; i < to; i++ {
			search.Add(i)
		}
		err := eachWith(ctx, g.opts.Jobs, to-from, Silent{}, func() *weigher {
			return &weigher{grouping: g, vectors: all, finder: search.NewFinder(), keep: keep}
		}, func(w *weigher, k int) {
			i := from + k
			b := g.articles[i]
			w.fits, w.ties = w.fits[:0], w.ties[:0]
			w.weigh(i, matches, order[begins[b]:begins[b+1]])
			c.fits[i], c.ties[i] = slices.Clone(w.fits), slices.Clone(w.ties)
		})
		if err != nil {
			return nil, err
		}
		c.settle(from, to)
	}
	g.ties = slices.Concat(c.ties...)
	g.follow()
	return c.fits, nil
}

// weigher weighs the pairs of one article after the other.
type weigher struct {
	*grouping
	vectors []event.Vector
	finder  *event.Finder
	fits    []fit
	keep    bool
	ties    []tie
}

// tie is a tie of two articles, by number.
type tie struct {
	a, b int
	event.Tie
}

// weigh finds the pairs of the i-th speaker with those before it. of lists which
// of the matches are its; they and the pairs are in the order of the other article.
func (w *weigher) weigh(i int, matches []provenance.Match, of []int32) {
	b := w.articles[i]
	for _, p := range w.finder.Pairs(i) {
		a := w.articles[p.A]
		for len(of) > 0 && matches[of[0]].A < a {
			w.quoted(&matches[of[0]])
			of = of[1:]
		}
		var overlap align.Overlap
		if len(of) > 0 && matches[of[0]].A == a {
			overlap = matches[of[0]].Overlap
			of = of[1:]
		}
		w.add(a, b, p.Cosine, overlap)
	}
	for _, m := range of {
		w.quoted(&matches[m])
	}
}

// quoted weighs a pair that is not similar, if both quote the same.
func (w *weigher) quoted(m *provenance.Match) {
	if m.Overlap.Quoted == 0 || !w.speaks[m.A] {
		return
	}
	if _, near := w.bars.Near(w.Articles[m.A].Time, w.Articles[m.B].Time); near { // few are, of those that quote a phrase
		w.add(m.A, m.B, event.Cosine(w.vectors[m.A], w.vectors[m.B]), m.Overlap)
	}
}

// add weighs two articles. Their cosine is taken as a report publishes it, so that
// what is grouped again from a report is grouped alike.
func (w *weigher) add(a, b int, cosine float64, o align.Overlap) {
	t, ok := w.tieOf(a, b)
	if !ok || w.FamilyOf[a] == w.FamilyOf[b] || o.Instalment() {
		return
	}
	t.Cosine, t.Quoted = sixPlaces(cosine), int(o.Quoted)
	if value, ok := w.bars.FitOf(t); ok {
		w.fits = append(w.fits, fit{int32(a), int32(b), float32(value)})
	}
	if w.keep {
		w.ties = append(w.ties, tie{a, b, t})
	}
}

// tieOf is what decides how much is asked of two articles.
func (g *grouping) tieOf(a, b int) (t event.Tie, ok bool) {
	return tieOf(&g.Articles[a], &g.Articles[b], max(g.lexicon.bags[a].Words, g.lexicon.bags[b].Words), g.bars)
}

// tieOf is the same for any two articles, of which the longer has so many words. ok
// is false for articles too far apart in time.
func tieOf(a, b *news.Article, longer int, opts event.Options) (t event.Tie, ok bool) {
	t.Undated, ok = opts.Near(a.Time, b.Time)
	t.OneOutlet = oneHouse(a, b)
	t.Words = longer
	return t, ok
}

// familyLinks joins the fits of articles to those of families, for each of which a
// number of articles speak.
func familyLinks(fits [][]fit, familyOf []int, groups []cluster.Group, speakers []int) []cluster.Link {
	n := 0
	for _, list := range fits {
		n += len(list)
	}
	links := make([]cluster.Link, 0, n)
	var several []fit // of families, for which several articles speak
	for _, list := range fits {
		for _, f := range list {
			f = f.ofFamilies(familyOf)
			if speakers[f.a] == 1 && speakers[f.b] == 1 {
				links = append(links, linkOf(f.a, f.b, float64(f.value), groups))
			} else {
				several = append(several, f)
			}
		}
	}
	slices.SortFunc(several, func(p, q fit) int {
		return cmp.Or(cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b), cmp.Compare(q.value, p.value))
	})
	for start, end := 0, 0; start < len(several); start = end {
		a, b := several[start].a, several[start].b
		for end = start; end < len(several) && several[end].a == a && several[end].b == b; end++ {
		}
		mean := better(several[start:end], speakers[a]*speakers[b])
		links = append(links, linkOf(a, b, mean, groups))
	}
	return links
}

// linkOf is the link of two groups whose members fit with such a mean.
func linkOf(a, b int32, mean float64, groups []cluster.Group) cluster.Link {
	return cluster.Link{A: int(a), B: int(b), Sum: mean * float64(groups[a].Size*groups[b].Size)}
}

// ofFamilies is what a fit of two articles says of their families.
func (f fit) ofFamilies(familyOf []int) fit {
	x, y := int32(familyOf[f.a]), int32(familyOf[f.b])
	return fit{min(x, y), max(x, y), f.value}
}

// better is the mean of the better half of all pairs of two families' speakers,
// of which those that are not listed are 0; fits are the best first. A family's
// abridgements lack most of what its full text has in common with other stories.
func better(fits []fit, pairs int) float64 {
	half := (pairs + 1) / 2
	sum := 0.0
	for _, f := range fits[:min(half, len(fits))] {
		sum += float64(f.value)
	}
	return sum / float64(half)
}
