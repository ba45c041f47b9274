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
)

// The values of scan's flags.
var (
	scanParagraphs = []string{pipeline.RowsAll, pipeline.RowsSyndicated, pipeline.RowsNone}
	scanPairs      = []string{pipeline.PairsAuto, pipeline.PairsAll, pipeline.PairsStar, pipeline.PairsNone}
)

// scanOptions are what a scan was asked to do.
type scanOptions struct {
	paths      []string
	pipeline   pipeline.Options
	background string // file of the background table, empty for the built-in one

	to rendering

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

A PATH is a file, or a folder that is searched to the bottom: text, web pages,
PDF, records, feeds, agencies' wires, saved pages and web archives, also
compressed and in archives. The path - stands for standard input: JSON records,
one a line, or any of these. Inputs that cannot be read are skipped, counted on
standard error and listed in the JSON report with the reason.

What is read, which stories are taken, whose they are, and what the report's
findings mean, is told by topics:
` + topicList(),
		Example: `  wireprint scan stories/
  wireprint scan --paragraphs all --diff stories/
  wireprint scan --section credits stories/
  wireprint scan --explain-boilerplate stories/
  wireprint scan --outlet-from folder,auto stories/
  wireprint scan --format html --output report.html stories/
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
				opts.to.text.Lines = -1 // who asks for paragraphs gets them all
			}
			return runScan(cmd.Context(), opts, st)
		},
	}
	addScanFlags(cmd.Flags())
	offerRenderings(cmd)
	offer(cmd, "paragraphs", scanParagraphs)
	offer(cmd, "pairs", scanPairs)
	return cmd
}

func addScanFlags(flags *pflag.FlagSet) {
	defaults := pipeline.Defaults()
	flags.SortFlags = false
	addRenderingFlags(flags)
	flags.StringP("output", "o", "", outputUsage)
	flags.String("paragraphs", defaults.Rows, "list `WHICH` paragraphs: all, syndicated or none")
	flags.String("pairs", defaults.Pairs, "list `WHICH` pairs of stories: auto, all, star or none")
	flags.Bool("with-text", false, "put the text of every story into the report")
	flags.Bool("links", false, "put into the report what its groups were made of, for eval --sweep")
	flags.Bool("no-events", false, "stop after text reuse; do not group stories by event")
	addGroupingFlags(flags)
	addReadingFlags(flags)
	flags.Bool("strict", false, "exit with status 3 when an input was skipped")
}

// newScanOptions says what the settings mean.
func newScanOptions(s settings, paths []string, stdout io.Writer) (scanOptions, error) {
	opts := scanOptions{
		paths:      paths,
		background: s.Background,
		strict:     s.Strict,
		quiet:      s.Quiet,
	}
	err := errors.Join(
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
	opts.pipeline.WithText = s.WithText || s.Format == "html" // which shows any two stories side by side

	if opts.to, err = s.rendering(s.Paragraphs, stdout); err != nil {
		return opts, err
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

	if err := opts.to.write(ctx, st.out, r); err != nil {
		return err
	}
	switch {
	case opts.quiet:
	case opts.to.seen(st):
		noticeNotes(st.err, r.Run.Notes)
	default:
		notice(st.err, r)
	}
	if n := news.CountSkips(r.Run.Skipped); n > 0 && opts.strict {
		return &skippedError{n}
	}
	return nil
}
