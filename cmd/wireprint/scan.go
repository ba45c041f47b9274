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

A PATH is a single file or a folder, which is searched to the bottom. Read are
` + inputsHelp + `.
What a file holds is told by its content first. The path - stands for standard
input: JSON records, one a line, or any of these. Inputs that cannot be read are
skipped, counted on standard error and listed in the JSON report with the reason.

The text of a record is looked for in the fields, or columns, text, body, content,
maintext and article, and its title, date, outlet, url and id under the usual names;
--text-field and its like name others.

` + selectionHelp + `

Which outlet a story is of, the first of --outlet-from that knows it says: field
(of the record), page (og:site_name, JSON-LD publisher, address, title), text
(masthead, copyright line, dateline), domain (host of the address), auto (these
four), folder, path:PATTERN (such as path:{outlet}/{date}/*; * is any part of a
name, ** any folders) or file:MAP.csv (a path, id or domain, and its outlet). In
the configuration file, a list "outlets" of {domain, name, names, owner} joins
the hosts and names of an outlet, and counts are rolled up by owner.`,
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
	if !opts.quiet {
		notice(st.err, r)
	}
	if n := news.CountSkips(r.Run.Skipped); n > 0 && opts.strict {
		return &skippedError{n}
	}
	return nil
}
