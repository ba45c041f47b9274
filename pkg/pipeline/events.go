package pipeline

import (
	"cmp"
	"context"
	"slices"

	"github.com/wireprint/wireprint/pkg/cluster"
	"github.com/wireprint/wireprint/pkg/event"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/provenance"
	"github.com/wireprint/wireprint/pkg/segment"
)

// groupEvents puts families that are about the same together.
func (f *findings) groupEvents(ctx context.Context, opts Options, progress Progress) error {
	background, err := opts.background()
	if err != nil {
		return err
	}
	progress.Stage("finding events", int64(len(f.Articles)))
	tables := newTables(background)
	var words segment.Sequence
	for i := range f.Articles {
		tables.add(&f.Articles[i], &words)
	}
	f.vectors = make([]event.Vector, len(f.Articles))
	newWords := func() *segment.Sequence { return new(segment.Sequence) }
	err = eachWith(ctx, opts.Jobs, len(f.Articles), progress, newWords, func(words *segment.Sequence, i int) {
		words.Read(&f.Articles[i])
		f.vectors[i] = event.NewVector(&f.Articles[i], words, tables.of(&f.Articles[i]))
	})
	if err != nil {
		return err
	}
	s := f.speakers()
	similar, err := f.similar(ctx, s, opts.Event)
	if err != nil {
		return err
	}
	links := f.eventLinks(s, similar, opts.Event)
	sizes := make([]int, len(f.Families))
	for i, family := range f.Families {
		sizes[i] = len(family.Articles)
	}
	f.EventOf = make([]int, len(f.Articles))
	for e, families := range cluster.Average(sizes, links, 1) {
		var articles []int
		for _, family := range families {
			articles = append(articles, f.Families[family].Articles...)
		}
		for _, a := range articles {
			f.EventOf[a] = e
		}
		f.events = append(f.events, articles)
	}
	return nil
}

// tables are the document frequencies in force: the background, and for each
// language that it does not serve the folder's own.
type tables struct {
	background *event.Background
	own        map[string]*event.Own
}

func newTables(background *event.Background) tables {
	return tables{background: background, own: map[string]*event.Own{}}
}

// add counts an article that needs a table of its own language, after reading
// its words.
func (t tables) add(a *news.Article, words *segment.Sequence) {
	if t.background.Serves(a.Lang) {
		return
	}
	if t.own[a.Lang] == nil {
		t.own[a.Lang] = event.NewOwn()
	}
	words.Read(a)
	t.own[a.Lang].Add(a.Text, words)
}

func (t tables) of(a *news.Article) event.Weights {
	if own := t.own[a.Lang]; own != nil {
		return own
	}
	return t.background
}

// speakers are the articles that stand for their families when events are
// looked for: all of a small family; of a large one the fullest, the first and
// the last, so that ten thousand copies cost no more than a few.
type speakers struct {
	articles []int  // ascending
	speaks   []bool // by article
	number   []int  // by family: how many speak for it
}

// Articles that speak for a large family.
const (
	mostSpeakers    = 6
	fullestSpeakers = mostSpeakers - 2 // besides the first and the last
)

func (f *findings) speakers() speakers {
	s := speakers{speaks: make([]bool, len(f.Articles)), number: make([]int, len(f.Families))}
	for i, family := range f.Families {
		chosen := slices.Clone(family.Articles)
		if len(chosen) > mostSpeakers {
			slices.SortStableFunc(chosen, func(a, b int) int {
				return cmp.Compare(f.Texts[b].Len(), f.Texts[a].Len())
			})
			last := len(family.Articles) - 1
			chosen = append(chosen[:fullestSpeakers], family.Articles[0], family.Articles[last])
		}
		for _, a := range chosen {
			if !s.speaks[a] {
				s.speaks[a] = true
				s.number[i]++
			}
		}
	}
	for a, speaks := range s.speaks {
		if speaks {
			s.articles = append(s.articles, a)
		}
	}
	return s
}

// similar finds the pairs of speakers that are near enough for one event.
func (f *findings) similar(ctx context.Context, s speakers, opts event.Options) ([]event.Pair, error) {
	vectors := make([]event.Vector, len(s.articles))
	for i, a := range s.articles {
		vectors[i] = f.vectors[a]
	}
	pairs, err := event.Similar(ctx, vectors, f.queries(s.articles, opts))
	for i := range pairs {
		pairs[i].A, pairs[i].B = s.articles[pairs[i].A], s.articles[pairs[i].B]
	}
	return pairs, err
}

// queries says which articles can share an event with each: those in the window
// before it. Articles are in order of publication, those without a full date
// last; these are compared with all.
func (f *findings) queries(articles []int, opts event.Options) []event.Query {
	queries := make([]event.Query, len(articles))
	first := 0
	for i, a := range articles {
		if !f.Articles[a].Time.HasYear() {
			queries[i].Least = event.Least(opts.UndatedBar)
			continue
		}
		for {
			apart, _ := f.Articles[articles[first]].Time.DaysApart(f.Articles[a].Time)
			if apart <= opts.Window+1 { // zones can turn the order of neighbouring days
				break
			}
			first++
		}
		queries[i] = event.Query{From: first, Least: event.Least(opts.Bar)}
	}
	return queries
}

// eventLinks weighs how well pairs of families fit one event: 1 is just enough.
// Speakers that share quotations are weighed too when their words alone would not
// have brought them together.
func (f *findings) eventLinks(s speakers, similar []event.Pair, opts event.Options) []cluster.Link {
	type families struct{ a, b int }
	fits := map[families][]float64{}
	weigh := func(a, b int, cosine float64, quoted int) {
		x, y := f.FamilyOf[a], f.FamilyOf[b]
		if fit, ok := opts.Fit(f.Articles[a].Time, f.Articles[b].Time, cosine, quoted); ok && x != y {
			k := families{min(x, y), max(x, y)}
			fits[k] = append(fits[k], fit)
		}
	}
	next := 0 // matches and similar pairs are both sorted
	for _, m := range f.Matches {
		if !s.speaks[m.A] || !s.speaks[m.B] {
			continue
		}
		for next < len(similar) && before(similar[next], m) {
			weigh(similar[next].A, similar[next].B, similar[next].Cosine, 0)
			next++
		}
		if next < len(similar) && similar[next].A == m.A && similar[next].B == m.B {
			weigh(m.A, m.B, similar[next].Cosine, int(m.Overlap.Quoted))
			next++
			continue
		}
		if m.Overlap.Quoted > 0 {
			weigh(m.A, m.B, event.Cosine(f.vectors[m.A], f.vectors[m.B]), int(m.Overlap.Quoted))
		}
	}
	for _, p := range similar[next:] {
		weigh(p.A, p.B, p.Cosine, 0)
	}
	links := make([]cluster.Link, 0, len(fits))
	for k, list := range fits {
		pairs := len(f.Families[k.a].Articles) * len(f.Families[k.b].Articles)
		links = append(links, cluster.Link{A: k.a, B: k.b, Sum: better(list, s.number[k.a]*s.number[k.b]) * float64(pairs)})
	}
	return links
}

func before(p event.Pair, m provenance.Match) bool {
	return p.A < m.A || p.A == m.A && p.B < m.B
}

// better is the mean of the better half of all pairs of two families' speakers,
// of which those that are not listed are 0. A family's abridgements lack most of
// what its full text has in common with other stories.
func better(fits []float64, pairs int) float64 {
	slices.SortFunc(fits, func(a, b float64) int { return cmp.Compare(b, a) })
	half := (pairs + 1) / 2
	sum := 0.0
	for _, fit := range fits[:min(half, len(fits))] {
		sum += fit
	}
	return sum / float64(half)
}
