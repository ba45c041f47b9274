package pipeline

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/candidate"
	"github.com/wireprint/wireprint/pkg/event"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/provenance"
	"github.com/wireprint/wireprint/pkg/segment"
)

// Scan reads the folders, files and streams that paths name and reports who ran
// whose words. stdin is read where a path is "-". The report depends on the
// inputs and options alone. Inputs that cannot be read are named in the report;
// an error means that nothing could be done at all, or that ctx ended.
func Scan(ctx context.Context, paths []string, stdin io.Reader, opts Options, progress Progress) (*news.Report, error) {
	progress = &serial{to: progress}
	r, err := read(ctx, paths, stdin, opts, progress)
	if err != nil {
		return nil, err
	}
	if opts.Background, err = opts.background(); err != nil { // once, for templates, events and rewrites
		return nil, err
	}
	f, err := analyse(ctx, r.articles, opts, progress)
	if err != nil {
		return nil, err
	}
	options, err := json.Marshal(opts)
	if err != nil {
		return nil, fmt.Errorf("recording the options: %w", err)
	}
	progress.Stage("writing the report", -1)
	report, err := f.report(ctx, opts)
	if err != nil {
		return nil, err
	}
	report.Run.Version = opts.Version
	report.Run.Options = options
	report.Run.Skipped = r.left.Skipped
	report.Run.Notes = r.notes
	report.Run.Languages = f.languages
	report.Run.Counts.Inputs = len(r.inputs)
	report.Run.Counts.Skipped = news.CountSkips(r.left.Skipped)
	report.Run.Counts.LeftOut = r.left.Out
	return report, nil
}

// findings is all that the stages found, by article number.
type findings struct {
	provenance.Folder
	twins     twins
	templates []template
	events    [][]int // articles of each event
	vectors   []event.Vector
	kept      kept
	languages []news.LanguageRecord
}

// analyse goes the way from articles to families and events.
func analyse(ctx context.Context, articles []news.Article, opts Options, progress Progress) (*findings, error) {
	f, err := findCopies(ctx, articles, opts, progress)
	if err != nil {
		return nil, err
	}
	if opts.Events {
		if _, err := f.groupEvents(ctx, opts, progress); err != nil {
			return nil, err
		}
	}
	if err := f.classify(ctx, opts.Jobs); err != nil {
		return nil, err
	}
	f.vectors = nil // they told events and cosines
	f.Prepare()
	return f, nil
}

// findCopies goes the way from articles to families.
func findCopies(ctx context.Context, articles []news.Article, opts Options, progress Progress) (*findings, error) {
	f := &findings{Folder: provenance.Folder{Articles: articles, Known: opts.Outlets.Known}}
	index, err := f.fingerprint(ctx, opts, progress)
	if err != nil {
		return nil, err
	}
	if err := f.align(ctx, index, opts, progress); err != nil {
		return nil, err
	}
	f.groupFamilies(opts)
	return f, nil
}

// align compares the articles that share prints, all those of one article
// together.
func (f *findings) align(ctx context.Context, index *candidate.Index, opts Options, progress Progress) error {
	progress.Stage("comparing", int64(len(f.Articles)))
	type tools struct {
		finder   *candidate.Finder
		comparer *align.Comparer
		found    []shared
	}
	found := make([][]shared, len(f.Articles))
	err := eachWith(ctx, opts.Jobs, len(f.Articles), progress, func() *tools {
		return &tools{finder: index.NewFinder(), comparer: align.NewComparer(opts.Align)}
	}, func(t *tools, a int) {
		t.comparer.Set(f.Texts[a])
		t.found = t.found[:0]
		for _, p := range t.finder.Pairs(a) {
			if passages := t.comparer.FromAnchors(f.Texts[p.B], p.Anchors, !p.More); len(passages) > 0 {
				t.found = append(t.found, shared{p.B, passages, p.Star})
			}
		}
		slices.SortFunc(t.found, func(x, y shared) int { return cmp.Compare(x.b, y.b) })
		found[a] = slices.Clone(t.found)
	})
	if err != nil {
		return err
	}
	f.Matches = f.twins.expand(found, f.Texts, opts.Candidate.Star)
	return inBlocks(ctx, opts.Jobs, len(f.Matches), func(i int) {
		m := &f.Matches[i]
		m.Overlap = align.Measure(f.Texts[m.A], f.Texts[m.B], m.Passages)
	})
}

// classify gives each match its class.
func (f *findings) classify(ctx context.Context, jobs int) error {
	return inBlocks(ctx, jobs, len(f.Matches), func(i int) {
		m := &f.Matches[i]
		m.Class = m.Overlap.Classify(f.EventOf != nil && f.EventOf[m.A] == f.EventOf[m.B])
		if f.vectors != nil {
			m.Cosine = event.Cosine(f.vectors[m.A], f.vectors[m.B])
		}
	})
}

// Background counts in how many of the articles each word stands.
func Background(ctx context.Context, articles []news.Article, progress Progress) (*event.Background, error) {
	progress.Stage("counting words", int64(len(articles)))
	table := event.NewBackground()
	var words segment.Sequence
	for i := range articles {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		words.Read(&articles[i])
		table.Add(articles[i].Text, &words)
		progress.Add(1)
	}
	return table, nil
}
