package pipeline

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/candidate"
	"github.com/wireprint/wireprint/pkg/cluster"
	"github.com/wireprint/wireprint/pkg/event"
	"github.com/wireprint/wireprint/pkg/extract"
	"github.com/wireprint/wireprint/pkg/fingerprint"
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
	extract.MarkTemplates(r.articles)
	f, err := analyse(ctx, r.articles, opts, progress)
	if err != nil {
		return nil, err
	}
	options, err := json.Marshal(opts)
	if err != nil {
		return nil, fmt.Errorf("recording the options: %w", err)
	}
	progress.Stage("writing the report", -1)
	report := f.report(opts)
	report.Run.Version = opts.Version
	report.Run.Options = options
	report.Run.Skipped = r.skipped
	report.Run.Counts.Inputs = r.inputs
	report.Run.Counts.Skipped = len(r.skipped)
	return report, nil
}

// findings is all that the stages found, by article number.
type findings struct {
	provenance.Folder
	events  [][]int // articles of each event
	vectors []event.Vector
}

// analyse goes the way from articles to families and events.
func analyse(ctx context.Context, articles []news.Article, opts Options, progress Progress) (*findings, error) {
	f := &findings{Folder: provenance.Folder{Articles: articles}}
	prints, err := f.fingerprint(ctx, opts, progress)
	if err != nil {
		return nil, err
	}
	pairs, err := propose(ctx, prints, opts, progress)
	if err != nil {
		return nil, err
	}
	if err := f.align(ctx, pairs, opts, progress); err != nil {
		return nil, err
	}
	f.groupFamilies(opts)
	if opts.Events {
		if err := f.groupEvents(ctx, opts, progress); err != nil {
			return nil, err
		}
	}
	f.classify()
	f.Prepare()
	return f, nil
}

// fingerprint splits each article into words and returns its prints.
func (f *findings) fingerprint(ctx context.Context, opts Options, progress Progress) ([][]fingerprint.Print, error) {
	progress.Stage("fingerprinting", int64(len(f.Articles)))
	f.Texts = make([]align.Text, len(f.Articles))
	prints := make([][]fingerprint.Print, len(f.Articles))
	err := eachOf(ctx, opts.Jobs, len(f.Articles), progress, func(i int) {
		f.Texts[i] = align.Read(&f.Articles[i], opts.Align)
		shingles := f.Texts[i].Seeds
		if opts.Fingerprint.K != opts.Align.Seed {
			shingles = fingerprint.Shingles(nil, f.Texts[i].Words.Keys, opts.Fingerprint.K)
		}
		prints[i] = fingerprint.Winnow(nil, shingles, opts.Fingerprint.Window)
	})
	return prints, err
}

// propose finds the pairs of articles that share prints.
func propose(ctx context.Context, prints [][]fingerprint.Print, opts Options, progress Progress) ([]candidate.Pair, error) {
	partitions := candidate.Split(prints)
	progress.Stage("looking for shared words", int64(len(partitions)))
	hits := make([][]candidate.Hit, len(partitions))
	err := eachOf(ctx, opts.Jobs, len(partitions), progress, func(i int) {
		hits[i] = partitions[i].Hits(opts.Candidate)
		partitions[i] = nil
	})
	if err != nil {
		return nil, err
	}
	return candidate.Pairs(hits), nil
}

// align compares the proposed pairs, all those of one article together.
func (f *findings) align(ctx context.Context, pairs []candidate.Pair, opts Options, progress Progress) error {
	progress.Stage("comparing", int64(len(pairs)))
	var firsts []int // where the pairs of the next article begin
	for i, p := range pairs {
		if i == 0 || pairs[i-1].A != p.A {
			firsts = append(firsts, i)
		}
	}
	matches := make([]provenance.Match, len(pairs))
	err := eachOf(ctx, opts.Jobs, len(firsts), Silent{}, func(n int) {
		a := pairs[firsts[n]].A
		index := align.NewIndex(f.Texts[a], opts.Align)
		for i := firsts[n]; i < len(pairs) && pairs[i].A == a; i++ {
			b := pairs[i].B
			progress.Add(1)
			if !f.worth(pairs[i], opts.Align) {
				continue
			}
			m := provenance.Match{A: a, B: b, Passages: index.Passages(f.Texts[b]), Star: pairs[i].Star}
			m.Overlap = align.Measure(f.Texts[a], f.Texts[b], m.Passages)
			matches[i] = m
		}
	})
	for _, m := range matches {
		if len(m.Passages) > 0 {
			f.Matches = append(f.Matches, m)
		}
	}
	return err
}

// worth reports whether a pair that shares few prints can share a passage.
func (f *findings) worth(p candidate.Pair, opts align.Options) bool {
	if p.Prints > candidate.FewPrints {
		return true
	}
	for _, at := range p.At[:p.Prints] {
		if align.Worth(f.Texts[p.A], f.Texts[p.B], int(at.A), int(at.B), opts) {
			return true
		}
	}
	return false
}

// groupFamilies puts articles that carry the same copy together.
func (f *findings) groupFamilies(opts Options) {
	var copies []cluster.Copy
	for _, m := range f.Matches {
		a, b := m.Overlap.Contained()
		c := cluster.Copy{A: m.A, B: m.B, Copied: m.Overlap.Copied(), Same: min(a, b) >= opts.Families.Same, Star: m.Star}
		days, known := f.Articles[m.A].Time.DaysApart(f.Articles[m.B].Time)
		if known && days > opts.Event.Window && min(a, b) < 1 {
			continue // the same sentences with other figures, weeks later: a monthly report
		}
		copies = append(copies, c)
	}
	f.Families = cluster.Families(len(f.Articles), copies, opts.Families)
	f.FamilyOf = make([]int, len(f.Articles))
	for i, family := range f.Families {
		for _, a := range family.Articles {
			f.FamilyOf[a] = i
		}
	}
}

// classify gives each match its class and drops those of articles that have
// nothing to do with each other.
func (f *findings) classify() {
	kept := f.Matches[:0]
	for _, m := range f.Matches {
		same := f.EventOf == nil || f.EventOf[m.A] == f.EventOf[m.B]
		class, ok := m.Overlap.Classify(same)
		if !ok {
			continue
		}
		m.Class = class
		if f.vectors != nil {
			m.Cosine = event.Cosine(f.vectors[m.A], f.vectors[m.B])
		}
		kept = append(kept, m)
	}
	f.Matches = kept
}

// Background counts in how many articles each word of the inputs stands.
func Background(ctx context.Context, paths []string, stdin io.Reader, opts Options, progress Progress) (*event.Background, error) {
	progress = &serial{to: progress}
	r, err := read(ctx, paths, stdin, opts, progress)
	if err != nil {
		return nil, err
	}
	progress.Stage("counting words", int64(len(r.articles)))
	table := event.NewBackground()
	var words segment.Sequence
	for i := range r.articles {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		words.Read(&r.articles[i])
		table.Add(r.articles[i].Text, &words)
		progress.Add(1)
	}
	return table, nil
}
