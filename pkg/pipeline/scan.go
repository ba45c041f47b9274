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
	pairs := candidate.Pairs(prints, opts.Candidate)
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
	shingles := make([][]uint64, workers(opts.Jobs))
	err := eachOf(ctx, opts.Jobs, len(f.Articles), progress, func(w, i int) {
		f.Texts[i] = align.Read(&f.Articles[i])
		shingles[w] = fingerprint.Shingles(shingles[w][:0], f.Texts[i].Words.Keys, opts.Fingerprint.K)
		prints[i] = fingerprint.Winnow(nil, shingles[w], opts.Fingerprint.Window)
	})
	return prints, err
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
	err := eachOf(ctx, opts.Jobs, len(firsts), Silent{}, func(_, n int) {
		a := pairs[firsts[n]].A
		index := align.NewIndex(f.Texts[a], opts.Align)
		for i := firsts[n]; i < len(pairs) && pairs[i].A == a; i++ {
			b := pairs[i].B
			progress.Add(1)
			if p := pairs[i]; p.Prints == 1 && !align.Worth(f.Texts[a], f.Texts[b], p.WordA, p.WordB, opts.Align) {
				continue
			}
			m := provenance.Match{A: a, B: b, Passages: index.Passages(f.Texts[b])}
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

// groupFamilies puts articles that carry the same copy together.
func (f *findings) groupFamilies(opts Options) {
	var copies []cluster.Copy
	for _, m := range f.Matches {
		a, b := m.Overlap.Contained()
		c := cluster.Copy{A: m.A, B: m.B, Copied: m.Overlap.Copied(), Same: min(a, b) >= opts.Families.Same}
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

// groupEvents puts families that are about the same together.
func (f *findings) groupEvents(ctx context.Context, opts Options, progress Progress) error {
	background, err := opts.background()
	if err != nil {
		return err
	}
	progress.Stage("finding events", int64(len(f.Articles)))
	f.vectors = make([]event.Vector, len(f.Articles))
	err = eachOf(ctx, opts.Jobs, len(f.Articles), progress, func(_, i int) {
		f.vectors[i] = event.NewVector(&f.Articles[i], f.Texts[i].Words, background)
	})
	if err != nil {
		return err
	}
	similar, err := event.Similar(ctx, f.vectors, f.queries(opts.Event))
	if err != nil {
		return err
	}
	links := f.eventLinks(similar, opts.Event)
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

// eventLinks weighs how well pairs of families fit one event: 1 is just enough.
// Pairs of articles that share passages are weighed too when their words alone
// would not have brought them together.
func (f *findings) eventLinks(similar []event.Pair, opts event.Options) []cluster.Link {
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
		for next < len(similar) && before(similar[next], m) {
			weigh(similar[next].A, similar[next].B, similar[next].Cosine, 0)
			next++
		}
		if next < len(similar) && similar[next].A == m.A && similar[next].B == m.B {
			weigh(m.A, m.B, similar[next].Cosine, m.Overlap.Quoted)
			next++
			continue
		}
		weigh(m.A, m.B, event.Cosine(f.vectors[m.A], f.vectors[m.B]), m.Overlap.Quoted)
	}
	for _, p := range similar[next:] {
		weigh(p.A, p.B, p.Cosine, 0)
	}
	links := make([]cluster.Link, 0, len(fits))
	for k, list := range fits {
		pairs := len(f.Families[k.a].Articles) * len(f.Families[k.b].Articles)
		links = append(links, cluster.Link{A: k.a, B: k.b, Sum: better(list, pairs) * float64(pairs)})
	}
	return links
}

// better is the mean of the better half of all pairs of two families, of which
// those that are not listed are 0. A family's abridgements lack most of what
// its full text has in common with other stories.
func better(fits []float64, pairs int) float64 {
	slices.SortFunc(fits, func(a, b float64) int { return cmp.Compare(b, a) })
	half := (pairs + 1) / 2
	sum := 0.0
	for _, fit := range fits[:min(half, len(fits))] {
		sum += fit
	}
	return sum / float64(half)
}

func before(p event.Pair, m provenance.Match) bool {
	return p.A < m.A || p.A == m.A && p.B < m.B
}

// queries says which articles can share an event with each article: those in
// the window before it. Articles are in order of publication, those without a
// full date last; these are compared with all.
func (f *findings) queries(opts event.Options) []event.Query {
	queries := make([]event.Query, len(f.Articles))
	first := 0
	for a := range f.Articles {
		if !f.Articles[a].Time.HasYear() {
			queries[a].Least = event.Least(opts.UndatedBar)
			continue
		}
		for {
			apart, _ := f.Articles[first].Time.DaysApart(f.Articles[a].Time)
			if apart <= opts.Window+1 { // zones can turn the order of neighbouring days
				break
			}
			first++
		}
		queries[a] = event.Query{From: first, Least: event.Least(opts.Bar)}
	}
	return queries
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
