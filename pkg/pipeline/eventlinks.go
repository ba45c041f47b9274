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
	opts := g.opts.Event
	queries := make([]event.Query, len(articles))
	first := 0
	for i, a := range articles {
		queries[i].Stretch = event.Stretch(g.lexicon.bags[a].Words)
		if !g.Articles[a].Time.HasYear() {
			queries[i].Least = ofBar * opts.UndatedBar
			continue
		}
		for {
			apart, _ := g.Articles[articles[first]].Time.DaysApart(g.Articles[a].Time)
			if apart <= opts.Window+1 { // zones can turn the order of neighbouring days
				break
			}
			first++
		}
		queries[i].From, queries[i].Least = first, ofBar*opts.Bar
	}
	return queries
}

// fit is how well two articles of different families fit one event.
type fit struct {
	a, b  int32 // a < b
	value float32
}

// linksBy weighs how well pairs of families fit one event: 1 is just enough.
func (g *grouping) linksBy(ctx context.Context, vectors []event.Vector, matches []provenance.Match) ([]cluster.Link, error) {
	fits, err := g.fits(ctx, vectors, matches)
	if err != nil {
		return nil, err
	}
	return g.linksOf(fits), nil
}

// fits weighs pairs of speakers, each with those before it. Speakers that share
// quotations are weighed too when their words alone would not have brought them
// together, and the issues of a daily table never.
func (g *grouping) fits(ctx context.Context, all []event.Vector, matches []provenance.Match) ([][]fit, error) {
	vectors := make([]event.Vector, len(g.articles))
	for i, a := range g.articles {
		vectors[i] = all[a]
	}
	search := event.NewSearch(vectors, g.queries(g.articles, event.Least(1)))
	order, begins := grouped(len(g.Articles), len(matches), func(i int) int { return matches[i].B })
	fits := make([][]fit, len(vectors))
	err := eachWith(ctx, g.opts.Jobs, len(vectors), Silent{}, func() *weigher {
		return &weigher{grouping: g, vectors: all, finder: search.NewFinder()}
	}, func(w *weigher, i int) {
		b := g.articles[i]
		w.fits = w.fits[:0]
		w.weigh(i, matches, order[begins[b]:begins[b+1]])
		fits[i] = slices.Clone(w.fits)
	})
	return fits, err
}

// weigher weighs the pairs of one article after the other.
type weigher struct {
	*grouping
	vectors []event.Vector
	finder  *event.Finder
	fits    []fit
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
	if m.Overlap.Quoted > 0 && w.speaks[m.A] {
		w.add(m.A, m.B, event.Cosine(w.vectors[m.A], w.vectors[m.B]), m.Overlap)
	}
}

func (w *weigher) add(a, b int, cosine float64, o align.Overlap) {
	if must, ok := w.barFor(a, b); ok && w.FamilyOf[a] != w.FamilyOf[b] && !o.Instalment() {
		w.fits = append(w.fits, fit{int32(a), int32(b), float32(event.Fit(cosine, must.cosine(), int(o.Quoted)))})
	}
}

// bar is the cosine that two articles must reach to count as one event, and what it
// is made of.
type bar struct {
	days   float64 // by what is known of their days …
	house  float64 // … times this, which is not 1 for one outlet …
	length float64 // … times this, for their words
}

func (b bar) cosine() float64 { return b.days * b.house * b.length }

// barFor is the bar for two articles.
func (g *grouping) barFor(a, b int) (must bar, ok bool) {
	return barFor(&g.Articles[a], &g.Articles[b], max(g.lexicon.bags[a].Words, g.lexicon.bags[b].Words), g.opts.Event)
}

// barFor is the same for any two articles, of which the longer has so many words.
func barFor(a, b *news.Article, longer int, opts event.Options) (must bar, ok bool) {
	must.days, ok = opts.BarFor(a.Time, b.Time)
	must.house, must.length = 1, event.Stretch(longer)
	if oneHouse(a, b) {
		must.house = event.OneHouse
	}
	return must, ok
}

// linksOf joins the fits of each pair of families.
func (g *grouping) linksOf(fits [][]fit) []cluster.Link {
	n := 0
	for _, list := range fits {
		n += len(list)
	}
	links := make([]cluster.Link, 0, n)
	var several []fit // of families, for which several articles speak
	for _, list := range fits {
		for _, f := range list {
			f = g.ofFamilies(f)
			if g.number[f.a] == 1 && g.number[f.b] == 1 {
				links = append(links, cluster.Link{A: int(f.a), B: int(f.b), Sum: float64(f.value)})
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
		mean := better(several[start:end], g.number[a]*g.number[b])
		pairs := len(g.Families[a].Articles) * len(g.Families[b].Articles)
		links = append(links, cluster.Link{A: int(a), B: int(b), Sum: mean * float64(pairs)})
	}
	return links
}

// ofFamilies is what a fit of two articles says of their families.
func (g *grouping) ofFamilies(f fit) fit {
	x, y := int32(g.FamilyOf[f.a]), int32(g.FamilyOf[f.b])
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
