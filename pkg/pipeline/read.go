package pipeline

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync/atomic"
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
	left     source.Left
	notes    []string // see [news.RunRecord]
}

// read finds and reads all inputs: one goroutine reads, the others extract.
func read(ctx context.Context, paths []string, stdin io.Reader, opts Options, progress Progress) (*reading, error) {
	progress.Stage("reading", -1)
	inputs, left, err := source.Find(ctx, paths, stdin, opts.Source)
	if err != nil {
		return nil, err
	}
	r := &reading{inputs: inputs, left: left}
	group, ctx := errgroup.WithContext(ctx)
	sender := sender{documents: make(chan numbered, 64), enough: opts.Select.early()}
	group.Go(func() error {
		defer close(sender.documents)
		return sender.send(ctx, inputs, opts.Source)
	})
	found := make([]extracted, workers(opts.Jobs))
	for w := range found {
		found[w].known = opts.Sidecar.NewFound()
		group.Go(func() error {
			for d := range sender.documents {
				sender.selected.Add(int64(found[w].take(d, opts)))
				progress.Add(1)
			}
			return ctx.Err()
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	all := extracted{known: opts.Sidecar.NewFound()}
	var skipped []skips
	for _, f := range found {
		all.articles = append(all.articles, f.articles...)
		skipped = append(skipped, f.skipped)
		all.known.Join(f.known)
	}
	r.limit(&all, skipped, &sender, opts.Select)
	places := r.arrange(all.articles)
	provenance.JoinOutlets(r.articles, opts.Outlets.Known)
	r.choose(places, opts)
	r.noteSidecar(all.known, opts.Sidecar)
	return r, nil
}

// numbered is a document with its number in the order of reading.
type numbered struct {
	source.Document
	number int
	input  int // the number of its input
}

// sender sends the documents of all inputs, one input after the other.
type sender struct {
	documents chan numbered
	enough    int          // it may stop when so many articles are selected; 0 for never
	selected  atomic.Int64 // articles, as far as one document tells
	inputs    []sent
	number    int  // of documents sent
	stopped   bool // there are more
}

// sent is what was read of an input.
type sent struct {
	path  string
	first int // the number of its first document, or of that which would have been it
	left  source.Left
}

// errEnough stops the reading of an input.
var errEnough = errors.New("enough articles")

// send sends the documents.
func (s *sender) send(ctx context.Context, inputs []source.Input, opts source.Options) error {
	for i, in := range inputs {
		first := s.number
		left, err := source.Read(ctx, in, opts, func(d source.Document) error {
			if s.enough > 0 && s.selected.Load() >= int64(s.enough) {
				return errEnough
			}
			select {
			case s.documents <- numbered{d, s.number, i}:
				s.number++
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
		s.inputs = append(s.inputs, sent{in.Path, first, left})
		if err == errEnough {
			s.stopped = true
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading %s: %w", in.Path, err)
		}
	}
	return nil
}

// placed is an article with its place in the order of reading.
type placed struct {
	*news.Article
	document int
	story    int // of the document
	before   source.Before
}

func (p placed) compare(q placed) int {
	return cmp.Or(cmp.Compare(p.document, q.document), cmp.Compare(p.story, q.story))
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
func (s *extracted) take(d numbered, opts Options) (selected int) {
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
		s.articles = append(s.articles, placed{a, d.number, i, d.Before})
	}
	s.skipped.add(skipped, d)
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
