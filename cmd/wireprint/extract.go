package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/pipeline"
	"github.com/wireprint/wireprint/pkg/report"
)

// extractOptions are what an extraction was asked to do.
type extractOptions struct {
	paths    []string
	pipeline pipeline.Options
	output   output
	strict   bool
	quiet    bool
}

func newExtractCommand(cfg *config, st streams) *cobra.Command {
	var set settings
	var file string
	cmd := &cobra.Command{
		Use:   "extract PATH...",
		Short: "Print what is understood of each story, as JSON records",
		Long: `Extract prints what scan understands of its inputs before it compares any: one
JSON object a line for each story, in the order of their ids. It holds the main
text and, with what they were told from, the outlet, the time of publication, the
dateline and the credits.

The text has all that was read as part of the story. Each of its paragraphs, told
by byte offsets, has a role: body, title, heading, caption, byline or boilerplate.
Only the body is compared by scan. The kind is story, live for a live blog, or
gallery.

Scan reads the records again, and takes the paragraphs and their roles as they
are there: what was told wrongly can be corrected in between.`,
		Example: `  wireprint extract stories/tidewater.html
  wireprint extract --output stories.jsonl stories/
  wireprint scan - < stories.jsonl`,
		Args: somePaths("'wireprint extract --help' tells how to use it."),
		PreRunE: func(cmd *cobra.Command, _ []string) (err error) {
			set, err = cfg.load(cmd.Flags())
			return err
		},
		RunE: func(cmd *cobra.Command, paths []string) error {
			opts, err := newExtractOptions(set, file, paths)
			if err != nil {
				return err
			}
			return runExtract(cmd.Context(), opts, st)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	// Not a setting: a report's output set in a configuration file would be
	// written over with records.
	flags.StringVarP(&file, "output", "o", "", "write the records to `FILE`, - for standard output")
	addReadingFlags(flags)
	flags.Bool("strict", false, "exit with status 3 when an input was skipped")
	return cmd
}

// newExtractOptions says what the settings mean.
func newExtractOptions(s settings, file string, paths []string) (extractOptions, error) {
	opts := extractOptions{paths: paths, strict: s.Strict, quiet: s.Quiet}
	var err error
	if opts.pipeline, err = s.reading(); err != nil {
		return opts, err
	}
	opts.output, err = newOutput(file)
	return opts, err
}

func runExtract(ctx context.Context, opts extractOptions, st streams) error {
	progress, finish := newProgress(st.err, opts.quiet)
	defer finish()
	found, err := interruptible(ctx, func() (pipeline.Extracted, error) {
		return pipeline.Extract(ctx, opts.paths, st.in, opts.pipeline, progress)
	})
	if err != nil {
		return fmt.Errorf("extract: %w", err)
	}
	finish()
	err = opts.output.write(ctx, st.out, func(w io.Writer) error {
		return report.Articles(w, found.Articles)
	})
	if err != nil {
		return err
	}
	if !opts.quiet {
		noticeNone(st.err, "extract", len(found.Articles))
		noticeNotes(st.err, found.Notes)
		noticeSkipped(st.err, found.Skipped, "", len(found.Skipped)) // no report lists them
	}
	if n := news.CountSkips(found.Skipped); n > 0 && opts.strict {
		return &skippedError{n}
	}
	return nil
}
