package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/wireprint/wireprint/pkg/extract"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/provenance"
	"github.com/wireprint/wireprint/pkg/source"
)

// reading is what the inputs gave.
type reading struct {
	inputs   []source.Input
	articles []news.Article // in order of publication
	skipped  []news.Skip
}

// read finds and reads all inputs: one goroutine reads, the others extract.
func read(ctx context.Context, paths []string, stdin io.Reader, opts Options, progress Progress) (reading, error) {
	progress.Stage("reading", -1)
	inputs, skipped, err := source.Find(ctx, paths, stdin, opts.Source)
	if err != nil {
		return reading{}, err
	}
	r := reading{inputs: inputs, skipped: skipped}
	group, ctx := errgroup.WithContext(ctx)
	documents := make(chan source.Document, 64)
	group.Go(func() error {
		defer close(documents)
		skipped, err := send(ctx, inputs, opts.Source, documents)
		r.skipped = append(r.skipped, skipped...)
		return err
	})
	found := make([]extracted, workers(opts.Jobs))
	for w := range found {
		group.Go(func() error {
			for d := range documents {
				found[w].take(d, opts.Outlets)
				progress.Add(1)
			}
			return ctx.Err()
		})
	}
	if err := group.Wait(); err != nil {
		return reading{}, err
	}
	var articles []*news.Article
	for _, f := range found {
		articles = append(articles, f.articles...)
		r.skipped = append(r.skipped, f.skipped...)
	}
	r.arrange(articles)
	provenance.JoinOutlets(r.articles, opts.Outlets.Known)
	return r, nil
}

// send reads the inputs one after the other and sends their documents.
func send(ctx context.Context, inputs []source.Input, opts source.Options, documents chan<- source.Document) ([]news.Skip, error) {
	var all []news.Skip
	for _, in := range inputs {
		skipped, err := source.Read(ctx, in, opts, func(d source.Document) error {
			select {
			case documents <- d:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
		all = append(all, skipped...)
		if err != nil {
			return all, fmt.Errorf("reading %s: %w", in.Path, err)
		}
	}
	return all, nil
}

// extracted is what one worker found. Articles are large: they are moved once, when
// their order is known.
type extracted struct {
	articles []*news.Article
	skipped  []news.Skip
}

// take extracts the articles of a document.
func (s *extracted) take(d source.Document, outlets provenance.OutletOptions) {
	articles, skipped := extract.Articles(d)
	for i := range articles {
		provenance.Identify(&articles[i], outlets)
		s.articles = append(s.articles, &articles[i])
	}
	s.skipped = append(s.skipped, skipped...)
}

// arrange puts articles and skips in an order that depends on themselves alone,
// makes the ids of articles unique, and tells days from months by what the outlet's
// other articles show.
func (r *reading) arrange(articles []*news.Article) {
	slices.SortFunc(r.skipped, func(a, b news.Skip) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Reason, b.Reason))
	})
	slices.SortFunc(articles, func(a, b *news.Article) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Offset, b.Offset), cmp.Compare(a.Text, b.Text))
	})
	uniqueIDs(articles)
	extract.DecideDays(articles, outletKey)
	type dated struct {
		moment
		*news.Article
	}
	order := make([]dated, len(articles))
	for i, a := range articles {
		order[i] = dated{momentOf(a), a}
	}
	slices.SortFunc(order, func(x, y dated) int {
		return cmp.Or(x.compare(y.moment), cmp.Compare(x.ID, y.ID))
	})
	r.articles = make([]news.Article, len(order))
	for i, o := range order {
		r.articles[i] = *o.Article
	}
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
