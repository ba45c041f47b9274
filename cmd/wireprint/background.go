package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/wireprint/wireprint/pkg/event"
	"github.com/wireprint/wireprint/pkg/pipeline"
)

// backgroundOptions are what the command was asked to do.
type backgroundOptions struct {
	paths    []string
	pipeline pipeline.Options
	output   output
	quiet    bool
}

func newBackgroundCommand(cfg *config, st streams) *cobra.Command {
	var set settings
	var file string
	cmd := &cobra.Command{
		Use:   "background -o FILE PATH...",
		Short: "Count words in general news, for scans in other languages",
		Long: `Background counts in how many stories each word stands, and writes the table
that "wireprint scan --background FILE" reads. Which stories are on one event is
told by the words that are rare in the news at large: a small folder cannot show
which those are. The program has a table for English; make one for another
language from some thousands of stories on all sorts of subjects.`,
		Example: `  wireprint background -o polish.table stories/
  wireprint scan --background polish.table stories/`,
		Args: somePaths("'wireprint background --help' tells how to use it."),
		PreRunE: func(cmd *cobra.Command, _ []string) (err error) {
			set, err = cfg.load(cmd.Flags())
			return err
		},
		RunE: func(cmd *cobra.Command, paths []string) error {
			opts, err := newBackgroundOptions(set, file, paths)
			if err != nil {
				return err
			}
			return runBackground(cmd.Context(), opts, st)
		},
	}
	cmd.Flags().SortFlags = false
	// Not a setting: a report's output set in a configuration file would have
	// the table written over it.
	cmd.Flags().StringVarP(&file, "output", "o", "", "write the table to `FILE`, - for standard output")
	addReadingFlags(cmd.Flags())
	return cmd
}

// newBackgroundOptions says what the settings mean.
func newBackgroundOptions(s settings, file string, paths []string) (backgroundOptions, error) {
	opts := backgroundOptions{paths: paths, quiet: s.Quiet}
	if file == "" {
		return opts, &usageError{
			err:  fmt.Errorf("background: no --output FILE given"),
			hint: "The table is compressed; '-o -' writes it to standard output.",
		}
	}
	var err error
	if opts.pipeline, err = s.reading(); err != nil {
		return opts, err
	}
	opts.output, err = newOutput(file)
	return opts, err
}

func runBackground(ctx context.Context, opts backgroundOptions, st streams) error {
	progress, finish := newProgress(st.err, opts.quiet)
	defer finish()
	var found pipeline.Extracted
	table, err := interruptible(ctx, func() (table *event.Background, err error) {
		if found, err = pipeline.Extract(ctx, opts.paths, st.in, opts.pipeline, progress); err != nil {
			return nil, err
		}
		return pipeline.Background(ctx, found.Articles, progress)
	})
	if err != nil {
		return fmt.Errorf("background: %w", err)
	}
	finish()
	if !opts.quiet {
		noticeNotes(st.err, found.Notes)
		noticeSkipped(st.err, found.Skipped, "", len(found.Skipped))
	}
	if len(found.Articles) == 0 {
		return fmt.Errorf("background: %w", errNoStories)
	}
	return opts.output.write(ctx, st.out, func(w io.Writer) error {
		_, err := table.WriteTo(w)
		return err
	})
}

// readBackground reads a table that the command wrote. Without a file it is nil,
// which stands for the table built into the program.
func readBackground(file string) (*event.Background, error) {
	if file == "" {
		return nil, nil
	}
	f, err := openFile(file)
	if err != nil {
		return nil, fmt.Errorf("opening the background table: %w", err)
	}
	defer f.Close()
	table, err := event.ReadBackground(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return table, nil
}
