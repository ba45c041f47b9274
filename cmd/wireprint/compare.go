package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/pipeline"
	"github.com/wireprint/wireprint/pkg/report"
	"github.com/wireprint/wireprint/pkg/segment"
)

// leastSideBySide is the width from which two columns are easier to read than
// one: each then has room for some eight words.
const leastSideBySide = 100

var compareFormats = []string{"text", "json"}

// compareOptions are what a comparison was asked to do.
type compareOptions struct {
	a, b     string
	pipeline pipeline.Options
	format   string
	output   output
	text     report.CompareOptions // for the format text
}

func newCompareCommand(cfg *config, st streams) *cobra.Command {
	var set settings
	var file string
	cmd := &cobra.Command{
		Use:   "compare A B",
		Short: "Show two stories side by side, word by word",
		Long: `Compare shows what two stories share and what was changed, word by word, and how
much of each stands in the other. A and B are files with one story each.

On a terminal of 100 columns or more the stories stand side by side, else one
below the other. Without colour, [-words-] are only in A and {+words+} only in B.`,
		Example: `  wireprint compare stories/courier.txt stories/gazette.txt
  wireprint compare --inline --format text stories/courier.txt stories/gazette.txt
  wireprint compare --format json stories/courier.txt stories/gazette.txt`,
		Args: exactArgs(2, "two files, A and B"),
		PreRunE: func(cmd *cobra.Command, _ []string) (err error) {
			set, err = cfg.load(cmd.Flags())
			return err
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			opts, err := newCompareOptions(set, args[0], args[1], file, st.out)
			if err != nil {
				return err
			}
			return runCompare(cmd.Context(), opts, st)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.String("format", "text", "print the comparison as `FORMAT`: text or json")
	flags.StringVarP(&file, "output", "o", "", "write the comparison to `FILE`, - for standard output")
	flags.Bool("side-by-side", false, "set the stories in two columns")
	flags.Bool("inline", false, "set the stories in one column")
	addReadingFlags(flags)
	offer(cmd, "format", compareFormats)
	return cmd
}

// newCompareOptions says what the settings mean.
func newCompareOptions(s settings, a, b, file string, stdout io.Writer) (compareOptions, error) {
	opts := compareOptions{a: a, b: b, format: s.Format}
	if err := s.choice("format", s.Format, compareFormats); err != nil {
		return opts, err
	}
	if s.SideBySide && s.Inline {
		return opts, usagef("%s and %s exclude each other", s.origins["side-by-side"], s.origins["inline"])
	}
	var err error
	if opts.pipeline, err = s.reading(); err != nil {
		return opts, err
	}
	if opts.output, err = newOutput(file); err != nil {
		return opts, err
	}
	columns := opts.output.width(stdout)
	opts.text = report.CompareOptions{
		Width:      columns,
		Color:      opts.output.color(stdout, s.NoColor),
		Isolates:   opts.output.isolates(stdout),
		SideBySide: s.SideBySide || !s.Inline && columns >= leastSideBySide,
	}
	return opts, nil
}

func runCompare(ctx context.Context, opts compareOptions, st streams) error {
	found, err := pipeline.Compare(ctx, opts.a, opts.b, opts.pipeline)
	if err != nil {
		return fmt.Errorf("compare: %w", err)
	}
	c := &report.Comparison{
		A:        compared(&found.A),
		B:        compared(&found.B),
		Pair:     found.Pair,
		Passages: found.Passages,
	}
	return opts.output.write(ctx, st.out, func(w io.Writer) error {
		if opts.format == "json" {
			return report.CompareJSON(w, c)
		}
		return report.CompareText(w, c, opts.text)
	})
}

// compared gives an article with its words, by whose numbers the passages are
// told.
func compared(a *news.Article) report.Compared {
	var words segment.Sequence
	words.Read(a)
	spans := make([]news.Span, words.Len())
	for i := range spans {
		spans[i] = words.Span(news.Range{Start: i, End: i + 1})
	}
	return report.Compared{Article: a, Words: spans}
}
