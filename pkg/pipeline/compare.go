package pipeline

import (
	"context"
	"fmt"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/event"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// Comparison is two articles side by side. The pair's A is the first one; it
// has a class even when the two share nothing worth listing, in which case the
// class is empty.
type Comparison struct {
	A, B     news.Article
	Pair     news.Pair
	Passages []news.Passage
}

// Compare compares the stories of two files, which must hold one story each.
func Compare(ctx context.Context, pathA, pathB string, opts Options) (*Comparison, error) {
	a, err := readOne(ctx, pathA, opts)
	if err != nil {
		return nil, err
	}
	b, err := readOne(ctx, pathB, opts)
	if err != nil {
		return nil, err
	}
	return compare(a, b, opts)
}

func compare(a, b news.Article, opts Options) (*Comparison, error) {
	var wordsA, wordsB segment.Sequence
	wordsA.Read(&a)
	wordsB.Read(&b)
	x, y := align.NewText(&wordsA), align.NewText(&wordsB)
	passages := align.Passages(x, y, opts.Align)
	overlap := align.Measure(x, y, passages)
	containedA, containedB := overlap.Contained()
	pair := news.Pair{
		A: a.ID, B: b.ID, LongestRun: int(overlap.Longest),
		ContainedA: round(containedA), ContainedB: round(containedB),
	}
	for _, p := range passages {
		pair.Passages = append(pair.Passages, news.PairPassage{Words: p.Equal, Changes: make([]news.Change, len(news.Edits(p.Runs)))})
	}
	var l located
	l.set(&a, x.Paragraphs)
	l.tellA(&pair, passages)
	l.set(&b, y.Paragraphs)
	l.tellB(&pair, passages)
	for _, p := range pair.Passages {
		operations(p.Changes)
	}
	near := false
	if opts.Events {
		background, err := opts.background()
		if err != nil {
			return nil, err
		}
		cosine, bar, ok := sameEvent(&a, &b, background, opts.Event)
		pair.Cosine = round(cosine)
		near = ok && pair.Cosine >= bar
	}
	pair.Class = overlap.Classify(near)
	return &Comparison{A: a, B: b, Pair: pair, Passages: passages}, nil
}

// sameEvent is how near two articles are, and how near they must be. ok is false
// when they lie too far apart in time.
func sameEvent(a, b *news.Article, background *event.Background, opts event.Options) (cosine, bar float64, ok bool) {
	var c counting
	x, y := c.bag(a), c.bag(b)
	_, priorA := priorOf(a.Lang, background)
	_, priorB := priorOf(b.Lang, background)
	var weigher event.Weigher
	v, w := weigher.Vector(x, priorA, event.MostTerms), weigher.Vector(y, priorB, event.MostTerms)
	t, ok := tieOf(a, b, max(x.Words, y.Words), opts)
	return event.Cosine(v, w), opts.BarOf(t), ok
}

// readOne reads the one story of a file.
func readOne(ctx context.Context, path string, opts Options) (news.Article, error) {
	r, err := read(ctx, []string{path}, nil, opts, Silent{})
	if err != nil {
		return news.Article{}, err
	}
	if len(r.articles) == 0 {
		reason := "no story in it"
		if len(r.skipped) > 0 {
			reason = r.skipped[0].Reason
		}
		return news.Article{}, fmt.Errorf("comparing %s: %s", path, reason)
	}
	if len(r.articles) > 1 {
		return news.Article{}, fmt.Errorf("comparing %s: it holds %d stories; compare files of one story each, or use wireprint scan", path, len(r.articles))
	}
	return r.articles[0], nil
}
