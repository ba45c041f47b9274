package main

import (
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/wireprint/wireprint/pkg/eval"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/pipeline"
)

// sweep groups the report's articles anew at a range of thresholds and holds each
// grouping against gold.
func sweep(opts evalOptions, stdin io.Reader) (*eval.Curve, error) {
	gold, r, err := readJudged(opts, stdin)
	if err != nil {
		return nil, err
	}
	candidates, err := candidatesOf(r, opts.judge.Level)
	if errors.Is(err, pipeline.ErrNoLinks) {
		err = fmt.Errorf("%w; scan again with --links", err)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", inputName(opts.report), err)
	}
	return eval.Sweep(gold, opts.judge.Level, candidates)
}

// candidatesOf are the groupings of a report's articles at a range of thresholds,
// each made when its turn comes.
func candidatesOf(r *news.Report, level eval.Level) (iter.Seq[eval.Candidate], error) {
	if _, err := eval.Predicted(r, level); err != nil {
		return nil, err
	}
	g, err := pipeline.NewRegrouping(r)
	if err != nil {
		return nil, err
	}
	return func(yield func(eval.Candidate) bool) {
		for _, factor := range g.Factors() {
			if c, ok := candidate(g, level, factor); ok && !yield(c) {
				return
			}
		}
	}, nil
}

// candidate groups at thresholds of the report's own times a factor. ok is false
// where one of them would be no setting.
func candidate(g *pipeline.Regrouping, level eval.Level, factor float64) (c eval.Candidate, ok bool) {
	c.Factor = factor
	if level == eval.Event {
		opts := g.Options.Event.Times(factor)
		if max(opts.Bar, opts.UndatedBar) > 1 {
			return c, false
		}
		c.Settings = eval.Settings{{Name: eventBar, Value: opts.Bar}, {Name: undatedBar, Value: opts.UndatedBar}}
		c.Clusters = g.Events(opts)
		return c, true
	}
	opts := g.Options.Families.Times(factor)
	if max(opts.Likeness, opts.Average) > 1 {
		return c, false
	}
	c.Settings = eval.Settings{{Name: familyLikeness, Value: opts.Likeness}, {Name: familyAverage, Value: opts.Average}}
	c.Clusters = g.Families(opts)
	return c, true
}

// writeCurve writes the curve in the format that was asked for.
func (o evalOptions) writeCurve(w io.Writer, c *eval.Curve) error {
	switch o.format {
	case "json":
		return eval.CurveJSON(w, c)
	case "csv":
		return eval.CurveCSV(w, c)
	default:
		return eval.CurveText(w, c, o.text)
	}
}
