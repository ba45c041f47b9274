package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/pipeline"
	"github.com/wireprint/wireprint/pkg/report"
)

// The values of scan's flags.
var (
	scanFormats    = []string{"text", "json", "jsonl"}
	scanParagraphs = []string{pipeline.RowsAll, pipeline.RowsSyndicated, pipeline.RowsNone}
	scanPairs      = []string{pipeline.PairsAuto, pipeline.PairsAll, pipeline.PairsStar, pipeline.PairsNone}
)

// scanOptions are what a scan was asked to do.
type scanOptions struct {
	paths      []string
	pipeline   pipeline.Options
	background string // file of the background table, empty for the built-in one

	output output
	format string
	text   report.TextOptions // for the format text

	strict bool
	quiet  bool
}

func newScanCommand(cfg *config, st streams) *cobra.Command {
	var set settings
	cmd := &cobra.Command{
		Use:   "scan PATH...",
		Short: "Print which outlets ran which paragraphs",
		Long: `Scan reads scraped stories, groups those on one event and those that carry the
same copy, and prints which outlets ran which paragraphs.

A PATH is a single file or a folder, which is searched to the bottom. Read are
` + inputsHelp + `.
What a file holds is told by its content first. The path - stands for standard
input: JSON records, one a line, or any of these. Inputs that cannot be read are
skipped, counted on standard error and listed in the JSON report with the reason.

The text of a record is looked for in the fields, or columns, text, body, content,
maintext and article, and its title, date, outlet, url and id under the usual names;
--text-field and its like name others.`,
		Example: `  wireprint scan stories/
  wireprint scan --paragraphs all --diff stories/
  wireprint scan --explain-boilerplate stories/
  wireprint scan --format json --output report.json stories/
  wireprint scan --format jsonl - < articles.jsonl`,
		Args: somePaths(commonUses),
		PreRunE: func(cmd *cobra.Command, _ []string) (err error) {
			set, err = cfg.load(cmd.Flags())
			return err
		},
		RunE: func(cmd *cobra.Command, paths []string) error {
			opts, err := newScanOptions(set, paths, st.out)
			if err != nil {
				return err
			}
			if cmd.Flags().Changed("paragraphs") {
				opts.text.Lines = -1 // who asks for paragraphs gets them all
			}
			return runScan(cmd.Context(), opts, st)
		},
	}
	addScanFlags(cmd.Flags())
	offer(cmd, "format", scanFormats)
	offer(cmd, "paragraphs", scanParagraphs)
	offer(cmd, "pairs", scanPairs)
	return cmd
}

func addScanFlags(flags *pflag.FlagSet) {
	defaults := pipeline.Defaults()
	flags.SortFlags = false
	flags.String("format", "text", "print the report as `FORMAT`: text, json or jsonl")
	flags.StringP("output", "o", "", "write the report to `FILE`, - for standard output")
	flags.String("paragraphs", defaults.Rows, "list `WHICH` paragraphs: all, syndicated or none")
	flags.Bool("diff", false, "show in the text report which words were changed")
	flags.Bool("explain-boilerplate", false, "tell in the text report what was left out of each outlet's stories, and why")
	flags.String("pairs", defaults.Pairs, "list `WHICH` pairs of stories: auto, all, star or none")
	flags.Bool("with-text", false, "put the text of every story into the report")
	flags.Bool("links", false, "put into the report what its groups were made of, for eval --sweep")
	flags.Bool("no-events", false, "stop after text reuse; do not group stories by event")
	flags.String("background", "", "take word frequencies from `FILE`, see wireprint background")
	addThresholdFlags(flags)
	addReadingFlags(flags)
	flags.Bool("strict", false, "exit with status 3 when an input was skipped")
}

// newScanOptions says what the settings mean.
func newScanOptions(s settings, paths []string, stdout io.Writer) (scanOptions, error) {
	opts := scanOptions{
		paths:      paths,
		background: s.Background,
		format:     s.Format,
		strict:     s.Strict,
		quiet:      s.Quiet,
	}
	err := errors.Join(
		s.choice("format", s.Format, scanFormats),
		s.choice("paragraphs", s.Paragraphs, scanParagraphs),
		s.choice("pairs", s.Pairs, scanPairs),
	)
	if err != nil {
		return opts, err
	}
	if opts.pipeline, err = s.reading(); err != nil {
		return opts, err
	}
	if err := s.thresholds(&opts.pipeline); err != nil {
		return opts, err
	}
	if s.Links {
		opts.pipeline.Links = pipeline.LowestFactor
	}
	opts.pipeline.Events = !s.NoEvents
	opts.pipeline.Rows = s.Paragraphs
	opts.pipeline.Pairs = s.Pairs
	opts.pipeline.WithText = s.WithText

	if opts.output, err = newOutput(s.Output); err != nil {
		return opts, err
	}
	opts.text = report.TextOptions{
		Paragraphs:  report.Paragraphs(s.Paragraphs),
		Diff:        s.Diff,
		Boilerplate: s.Explain,
		Width:       opts.output.width(stdout),
		Color:       opts.output.color(stdout, s.NoColor),
	}
	return opts, nil
}

func runScan(ctx context.Context, opts scanOptions, st streams) error {
	var err error
	if opts.pipeline.Background, err = readBackground(opts.background); err != nil {
		return err
	}
	progress, finish := newProgress(st.err, opts.quiet)
	defer finish()
	r, err := interruptible(ctx, func() (*news.Report, error) {
		return pipeline.Scan(ctx, opts.paths, st.in, opts.pipeline, progress)
	})
	if err != nil {
		return fmt.Errorf("scan: %w", err)
	}
	finish()

	err = opts.output.write(ctx, st.out, func(w io.Writer) error { return opts.write(w, r) })
	if err != nil {
		return err
	}
	if !opts.quiet {
		notice(st.err, r)
	}
	if n := len(r.Run.Skipped); n > 0 && opts.strict {
		return &skippedError{n}
	}
	return nil
}

// write writes the report in the format that was asked for.
func (o scanOptions) write(w io.Writer, r *news.Report) error {
	switch o.format {
	case "json":
		return report.JSON(w, r)
	case "jsonl":
		return report.JSONL(w, r)
	default:
		return report.Text(w, r, o.text)
	}
}
