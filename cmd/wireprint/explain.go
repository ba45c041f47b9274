package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/pipeline"
	"github.com/wireprint/wireprint/pkg/report"
)

var explainFormats = []string{"text", "json"}

// explainOptions are what an explanation was asked for.
type explainOptions struct {
	a, b       string
	paths      []string
	pipeline   pipeline.Options
	background string // file of the background table, empty for the built-in one
	format     string
	output     output
	quiet      bool
	text       report.ExplainOptions // for the format text
}

func newExplainCommand(cfg *config, st streams) *cobra.Command {
	var set settings
	var file string
	cmd := &cobra.Command{
		Use:   "explain A B [PATH...]",
		Short: "Tell why two stories are, or are not, put together",
		Long: `Explain says whether a scan puts two stories in one event and in one family, and
what decided: the rare words that both have, what they share word for word, their
dates, and the stories between them.

A and B are ids, as a report has them, or files with one story each. PATHs are what
was scanned: which words are rare, and which stories are between the two, depends
on the whole of it. Without a PATH, A and B are files and all there is.

JSON has the keys schema, articles (of the scan), a and b (as in a report), event,
family, dates, words, copy and thresholds. event and family have same, by, pair,
average, needed, with_a, with_b, group, group_average and chain (from, to, by,
value), event also days, reach_days, attached (article, average, articles,
joined) and round_ups. by is average, copy, attaching, round-up, reach, window,
form, nothing or likeness.
dates has known, years, days_apart, window_days and within. words has cosine, bar
(cosine, setting, days, outlet, length, words, least), fit, fit_words, fit_quoted,
quoted, counted, not_counted, shared (word, a, b, adds), rest (terms, adds), only_a
and only_b (word, weight). copy has compared, class, likeness, contained_a,
contained_b, words, longest_run, quoted, figures_kept, figures_changed, instalment
and passages (a, b, words, changes, longest_run, quoted, text). thresholds has of,
setting and value. not_counted, of a fit that grouping left out of account, is copy,
window, form, low or silent.`,
		Example: `  wireprint explain courier.txt tidewater.html stories/
  wireprint explain stories/courier.txt stories/mill.txt
  wireprint explain --format json c-1 g-1 - < articles.jsonl`,
		Args: twoAndMore,
		PreRunE: func(cmd *cobra.Command, _ []string) (err error) {
			set, err = cfg.load(cmd.Flags())
			return err
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			opts, err := newExplainOptions(set, args, file, st.out)
			if err != nil {
				return err
			}
			return runExplain(cmd.Context(), opts, st)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.String("format", "text", "print the explanation as `FORMAT`: text or json")
	// Not a setting: a report's output set in a configuration file would have
	// the explanation written over it.
	flags.StringVarP(&file, "output", "o", "", "write the explanation to `FILE`, - for standard output")
	flags.String("background", "", "take word frequencies from `FILE`, see wireprint background")
	addReadingFlags(flags)
	offer(cmd, "format", explainFormats)
	return cmd
}

// twoAndMore refuses a call that does not name two stories.
func twoAndMore(cmd *cobra.Command, args []string) error {
	if len(args) >= 2 {
		return nil
	}
	return &usageError{
		fmt.Errorf("explain takes two stories, A and B, and the PATHs that were scanned; %s given", count(len(args), "argument")),
		seeHelp(cmd),
	}
}

// newExplainOptions says what the settings mean.
func newExplainOptions(s settings, args []string, file string, stdout io.Writer) (explainOptions, error) {
	opts := explainOptions{
		a: args[0], b: args[1], paths: args[2:],
		background: s.Background, format: s.Format, quiet: s.Quiet,
	}
	if err := s.choice("format", s.Format, explainFormats); err != nil {
		return opts, err
	}
	if len(opts.paths) == 0 {
		if err := areFiles(opts.a, opts.b); err != nil {
			return opts, err
		}
	}
	var err error
	if opts.pipeline, err = s.reading(); err != nil {
		return opts, err
	}
	if opts.output, err = newOutput(file); err != nil {
		return opts, err
	}
	opts.text = report.ExplainOptions{
		Width: opts.output.width(stdout),
		Color: opts.output.color(stdout, s.NoColor),

		Isolates: opts.output.isolates(stdout),
	}
	return opts, nil
}

// areFiles refuses stories that are no files where nothing else is named to read.
func areFiles(names ...string) error {
	for _, name := range names {
		if info, err := os.Stat(name); err != nil || info.IsDir() {
			return &usageError{
				fmt.Errorf("explain: no PATH given, and %s is no file", name),
				"Name what was scanned too: wireprint explain A B FOLDER",
			}
		}
	}
	return nil
}

func runExplain(ctx context.Context, opts explainOptions, st streams) error {
	var err error
	if opts.pipeline.Background, err = readBackground(opts.background); err != nil {
		return err
	}
	progress, finish := newProgress(st.err, opts.quiet)
	defer finish()
	x, err := interruptible(ctx, func() (*news.Explanation, error) {
		return pipeline.Explain(ctx, opts.paths, st.in, opts.a, opts.b, opts.pipeline, progress)
	})
	if err != nil {
		return fmt.Errorf("explain: %w", hinted(err))
	}
	finish()
	return opts.output.write(ctx, st.out, func(w io.Writer) error {
		if opts.format == "json" {
			return report.ExplainJSON(w, x)
		}
		return report.ExplainText(w, x, opts.text)
	})
}

// hinted adds to the refusal of an article's name those that are near.
func hinted(err error) error {
	var unknown *pipeline.UnknownArticleError
	if !errors.As(err, &unknown) {
		return err
	}
	return fmt.Errorf("%w among %s%s", err, count(len(unknown.IDs), "article"), nearIDs(unknown.Name, unknown.IDs))
}
