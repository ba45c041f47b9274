package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/wireprint/wireprint/pkg/extract"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/provenance"
	"github.com/wireprint/wireprint/pkg/source"
)

// reading is what the inputs gave.
type reading struct {
	inputs   []source.Input
	articles []news.Article // in order of publication
	left     source.Left
	notes    []string // see [news.RunRecord]
}

// read finds and reads all inputs, and extracts their articles.
func read(ctx context.Context, paths []string, stdin io.Reader, opts Options, progress Progress) (*reading, error) {
	progress.Stage("reading", -1)
	inputs, left, err := source.Find(ctx, paths, stdin, opts.Source)
	if err != nil {
		return nil, err
	}
	r := &reading{inputs: inputs, left: left}
	quota := quota{most: opts.Select.early()}
	readers := readers[*extracted]{inputs: inputs, opts: opts.Source, stop: quota.reached}
	readers.take = func(own *extracted, d document) {
		for range own.take(d, opts) {
			quota.add(d.position)
		}
		progress.Add(1)
	}
	found := make([]*extracted, workers(opts.Jobs))
	for w := range found {
		found[w] = &extracted{known: opts.Sidecar.NewFound()}
	}
	if err := readers.read(ctx, found); err != nil {
		return nil, err
	}
	all := extracted{known: opts.Sidecar.NewFound()}
	var skipped []skips
	for _, f := range found {
		all.articles = append(all.articles, f.articles...)
		skipped = append(skipped, f.skipped)
		all.known.Join(f.known)
	}
	r.limit(&all, skipped, readers.had, opts.Select)
	places := r.arrange(all.articles)
	provenance.JoinOutlets(r.articles, opts.Outlets.Known)
	r.choose(places, opts)
	r.noteSidecar(all.known, opts.Sidecar)
	return r, nil
}

// placed is an article with its place in the order of reading.
type placed struct {
	*news.Article
	position
	story  int // of the document
	before source.Before
}

func (p placed) compare(q placed) int {
	return cmp.Or(p.position.compare(q.position), cmp.Compare(p.story, q.story))
}

// extracted is what one worker found. Articles are large: they are moved once, when
// their order is known.
type extracted struct {
	articles []placed
	skipped  skips
	known    *provenance.Found
}

// take extracts the articles of a document, and returns how many may be selected. Of
// the others the text is not kept: they are there for what they tell of their outlet.
func (s *extracted) take(d document, opts Options) (selected int) {
	articles, skipped := extract.ArticlesWithin(d.Document, opts.Source)
	for i := range articles {
		a := &articles[i]
		opts.Sidecar.Describe(a, s.known)
		provenance.Identify(a, opts.Outlets)
		if opts.Select.mayHave(a) {
			selected++
		} else {
			a = withoutText(a)
		}
		s.articles = append(s.articles, placed{a, d.position, i, d.Before})
	}
	s.skipped.add(skipped, d.position)
	return selected
}

// withoutText is an article with what it tells of itself and its outlet alone. Its
// strings may be parts of the text, which they would keep in memory.
func withoutText(a *news.Article) *news.Article {
	short := &news.Article{
		ID: strings.Clone(a.ID), Path: a.Path, URL: strings.Clone(a.URL), Folder: a.Folder, Offset: a.Offset,
		Lang: strings.Clone(a.Lang), Time: a.Time, TimeFrom: strings.Clone(a.TimeFrom), Digits: a.Digits,
		Outlet: news.Attribution{Name: strings.Clone(a.Outlet.Name), Evidence: strings.Clone(a.Outlet.Evidence)},
	}
	if short.Digits != nil {
		short.Digits.Written = strings.Clone(a.Digits.Written)
	}
	return short
}

// arrange puts articles and skips in an order that depends on themselves alone,
// makes the ids of articles unique, and tells days from months by what the outlet's
// other articles show. It returns the places of the articles, in the same order.
func (r *reading) arrange(places []placed) []placed {
	r.left.Skipped = arrangeSkips(r.left.Skipped)
	slices.SortFunc(places, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Offset, b.Offset), cmp.Compare(a.Text, b.Text))
	})
	articles := make([]*news.Article, len(places))
	for i, p := range places {
		articles[i] = p.Article
	}
	uniqueIDs(articles)
	extract.DecideDays(articles, outletKey)
	type dated struct {
		moment
		placed
	}
	order := make([]dated, len(places))
	for i, p := range places {
		order[i] = dated{momentOf(p.Article), p}
	}
	slices.SortFunc(order, func(x, y dated) int {
		return cmp.Or(x.moment.compare(y.moment), cmp.Compare(x.ID, y.ID))
	})
	r.articles = make([]news.Article, len(order))
	for i, o := range order {
		r.articles[i] = *o.Article
		places[i] = o.placed
		places[i].Article = nil // so that its memory is free
	}
	return places
}

// uniqueIDs adds "~2", "~3" … to ids that occur again, in the given order.
func uniqueIDs(articles []*news.Article) {
	taken := make(map[string]bool, len(articles))
	again := make(map[string]int) // the last number that was added to an id
	for _, a := range articles {
		id := a.ID
		for n := max(2, again[id]+1); taken[a.ID]; n++ {
			a.ID, again[id] = fmt.Sprintf("%s~%d", id, n), n
		}
		taken[a.ID] = true
	}
}

// moment is the calendar day and the clock time that an article gives itself.
// Those without a day come last.
type moment struct {
	dated    bool
	earliest time.Time
	written  string
}

func momentOf(a *news.Article) moment {
	return moment{dated: a.Time.HasYear(), earliest: a.Time.Earliest(), written: a.Time.String()}
}

func (m moment) compare(n moment) int {
	switch {
	case m.dated && !n.dated:
		return -1
	case n.dated && !m.dated:
		return 1
	}
	return cmp.Or(m.earliest.Compare(n.earliest), cmp.Compare(m.written, n.written))
}
