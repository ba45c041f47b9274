package pipeline

import (
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/provenance"
	"github.com/wireprint/wireprint/pkg/segment"
)

// Explain scans what paths name and says why two of its articles are, or are not,
// in one event and in one family. a and b are ids, or names of files with one story
// each; an [UnknownArticleError] says that one is neither. Without paths, the two
// files are the whole run.
func Explain(ctx context.Context, paths []string, stdin io.Reader, a, b string, opts Options, progress Progress) (*news.Explanation, error) {
	progress = &serial{to: progress}
	if len(paths) == 0 {
		paths = []string{a, b}
	}
	r, err := read(ctx, paths, stdin, opts, progress)
	if err != nil {
		return nil, err
	}
	numberA, err := r.article(a)
	if err != nil {
		return nil, err
	}
	numberB, err := r.article(b)
	if err != nil {
		return nil, err
	}
	if numberA == numberB {
		return nil, fmt.Errorf("%s and %s are one article; name two", a, b)
	}
	opts.Events = true
	if opts.Background, err = opts.background(); err != nil {
		return nil, err
	}
	f, err := findCopies(ctx, r.articles, opts, progress)
	if err != nil {
		return nil, err
	}
	g, err := f.groupEvents(ctx, opts, progress)
	if err != nil {
		return nil, err
	}
	progress.Stage("explaining", -1)
	fits, err := g.fits(ctx, f.vectors, f.Matches, false)
	if err != nil {
		return nil, err
	}
	return newExplainer(g, fits, numberA, numberB).explanation(), nil
}

// explainer explains two articles, a and b, by what a scan made its groups by.
type explainer struct {
	*grounds
	fits [][]fit // see [grouping.fits]
	a, b int

	match    *provenance.Match // nil if the scan did not compare them
	passages []news.Passage    // in the order of a
	overlap  align.Overlap     // of a and b, in this order
}

func newExplainer(g *grounds, fits [][]fit, a, b int) *explainer {
	e := &explainer{grounds: g, fits: fits, a: a, b: b}
	e.match = g.matchOf(a, b)
	switch {
	case e.match == nil:
		e.passages = align.Passages(g.Texts[a], g.Texts[b], g.opts.Align)
	case e.match.A == a:
		e.passages = e.match.Passages
	default:
		e.passages = turned(e.match.Passages)
	}
	e.overlap = align.Measure(g.Texts[a], g.Texts[b], e.passages)
	return e
}

// matchOf is what the scan found that two articles share.
func (f *findings) matchOf(a, b int) *provenance.Match {
	at, ok := slices.BinarySearchFunc(f.Matches, [2]int{min(a, b), max(a, b)}, func(m provenance.Match, pair [2]int) int {
		return slices.Compare([]int{m.A, m.B}, pair[:])
	})
	if !ok {
		return nil
	}
	return &f.Matches[at]
}

func (e *explainer) explanation() *news.Explanation {
	x := &news.Explanation{
		Schema:   news.ExplanationSchema,
		Articles: len(e.Articles),
		Dates:    e.dates(),
		Words:    e.words(),
		Copy:     e.copy(),
		Event:    e.event(),
		Family:   e.family(),
	}
	w := writer{findings: e.findings, opts: e.opts}
	var words segment.Sequence
	template := w.templateWords()
	x.A, x.B = w.article(e.a, template[e.a], &words), w.article(e.b, template[e.b], &words)
	x.Thresholds = e.thresholds(x)
	return x
}

// dates tells how far the two lie apart.
func (e *explainer) dates() news.Dates {
	a, b := e.Articles[e.a].Time, e.Articles[e.b].Time
	d := news.Dates{Years: a.HasYear() && b.HasYear(), Window: e.opts.Event.Window}
	d.Apart, d.Known = a.DaysApart(b)
	d.Within = !d.Known || d.Apart <= d.Window
	return d
}

// thresholds are those that decided.
func (e *explainer) thresholds(x *news.Explanation) []news.Threshold {
	event, families := e.opts.Event, e.opts.Families
	var list []news.Threshold
	add := func(of, setting string, value float64) {
		list = append(list, news.Threshold{Of: of, Setting: setting, Value: value})
	}
	switch x.Event.By {
	case news.ByAverage, news.ByAttaching:
		add("event", x.Words.Bar.Setting, x.Words.Bar.Days)
	case news.ByWindow, news.ByReach:
		add("event", windowSetting, float64(event.Window))
	}
	switch x.Family.By {
	case news.ByCopy:
		add("family", "families.same", families.Same)
	case news.ByAverage:
		add("family", "families.average", families.Average)
	case news.ByLikeness:
		add("family", "families.likeness", families.Likeness)
	case news.ByForm:
		if x.Dates.Within {
			break // they are of one outlet, which is no setting
		}
		add("family", windowSetting, float64(event.Window))
	}
	return list
}

const windowSetting = "event.window_days"
