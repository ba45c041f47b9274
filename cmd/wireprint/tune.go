package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/wireprint/wireprint/pkg/eval"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/pipeline"
)

var tuneFormats = []string{"text", "json"}

// tuneOptions are what a tuning was asked to do.
type tuneOptions struct {
	paths      []string
	gold       string // file
	level      eval.Level
	folds      int
	pipeline   pipeline.Options
	background string // file of the background table, empty for the built-in one
	outletFrom []string

	settings output // where the thresholds go, if anywhere
	kept     bool   // they go somewhere
	format   string
	text     eval.TextOptions
	quiet    bool
}

func newTuneCommand(cfg *config, st streams) *cobra.Command {
	var set settings
	var file string
	var force bool
	cmd := &cobra.Command{
		Use:   "tune --gold FILE PATH...",
		Short: "Fit the thresholds of grouping to your own labels",
		Long: `Tune reads and compares stories once, as scan does, groups them at thresholds from
half to twice those in force, and tells which serve gold best; for the form of
gold see "wireprint eval --help". With --output it writes these as a
configuration file for scan --config.

Thresholds always look good on the labels that chose them. So the clusters of
gold are dealt into folds, and each fold is judged by thresholds that were fitted
to the others: that score, held out, is what to expect on stories without labels.
All scores are the adjusted Rand index, with labelled pairs the pair F1.

At the level of events --event-bar and --undated-bar are fitted together, as one
multiple of what they are, and at that of families --family-likeness and
--family-average. What else is set stays, and so is written into the file.

JSON has the keys schema, level, gold (clusters or pairs), measure, in_force,
fitted, folds, held_out, standard_error (of the gain held out), doubts and
left_out. eval --sweep prints the scores at every threshold.`,
		Example: `  wireprint tune --gold labels.tsv --folds 2 stories/
  wireprint tune --gold labels.tsv --folds 2 --level family -o fitted.yaml stories/
  wireprint scan --config fitted.yaml stories/`,
		Args: somePaths("'wireprint tune --help' tells how to use it."),
		PreRunE: func(cmd *cobra.Command, _ []string) (err error) {
			set, err = cfg.load(cmd.Flags())
			return err
		},
		RunE: func(cmd *cobra.Command, paths []string) error {
			opts, err := newTuneOptions(set, paths, st.out)
			if err != nil {
				return err
			}
			if opts.settings, err = newSettingsFile(file, force); err != nil {
				return err
			}
			opts.kept = file != ""
			return runTune(cmd.Context(), opts, st)
		},
	}
	addTuneFlags(cmd.Flags())
	// Not settings: a report's output set in a configuration file would have the
	// thresholds written over it.
	cmd.Flags().StringVarP(&file, "output", "o", "", "write the thresholds as a configuration file to `FILE`; - for standard output, and nothing else")
	cmd.Flags().BoolVar(&force, "force", false, "replace FILE if it is there")
	offer(cmd, "format", tuneFormats)
	offer(cmd, "level", evalLevels)
	return cmd
}

func addTuneFlags(flags *pflag.FlagSet) {
	flags.SortFlags = false
	flags.String("gold", "", "read the labels from `FILE`, - for standard input")
	flags.String("level", string(eval.Event), "fit the thresholds of this `LEVEL`: event or family")
	flags.Int("folds", 5, "deal the gold clusters into `N` folds")
	flags.String("format", "text", "print what was found as `FORMAT`: text or json")
	addGroupingFlags(flags)
	addReadingFlags(flags)
}

// newTuneOptions says what the settings mean.
func newTuneOptions(s settings, paths []string, stdout io.Writer) (tuneOptions, error) {
	opts := tuneOptions{
		paths: paths, gold: s.Gold, level: eval.Level(s.Level), folds: s.Folds,
		background: s.Background, outletFrom: s.OutletFrom, format: s.Format, quiet: s.Quiet,
	}
	switch {
	case s.Gold == "":
		return opts, errNoGold("tune")
	case s.Gold == stdinName && slices.Contains(paths, stdinName):
		return opts, usagef("gold and stories cannot both be read from standard input")
	case s.Folds < 2:
		return opts, usagef("%s: %d is no number of folds; 2 is the least", s.origins["folds"], s.Folds)
	}
	err := errors.Join(
		s.choice("format", s.Format, tuneFormats),
		s.choice("level", s.Level, evalLevels),
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
	opts.pipeline.Links = pipeline.LowestFactor
	opts.pipeline.Events = opts.level == eval.Event
	opts.pipeline.Rows, opts.pipeline.Pairs = pipeline.RowsNone, pipeline.PairsNone
	opts.text.Width = width(stdout)
	return opts, nil
}

// newSettingsFile is newOutput for a file that must not be there yet.
func newSettingsFile(file string, force bool) (output, error) {
	out, err := newOutput(file)
	if err != nil || out.isStdout() || out.direct || force {
		return out, err
	}
	if _, err := os.Lstat(file); err == nil {
		return out, fmt.Errorf("writing to %s: it is there already; --force replaces it", file)
	}
	return out, nil
}

func runTune(ctx context.Context, opts tuneOptions, st streams) error {
	var err error
	if opts.pipeline.Background, err = readBackground(opts.background); err != nil {
		return err
	}
	progress, finish := newProgress(st.err, opts.quiet)
	defer finish()
	var r *news.Report
	t, err := interruptible(ctx, func() (t *eval.Tuning, err error) {
		t, r, err = tune(ctx, opts, st, progress)
		return t, err
	})
	finish()
	if r != nil && !opts.quiet { // no stories may be found because all inputs were skipped
		noticeNotes(st.err, r.Run.Notes)
		noticeSkipped(st.err, r.Run.Skipped, "", len(r.Run.Skipped))
	}
	if err != nil {
		return fmt.Errorf("tune: %w", err)
	}
	if opts.kept {
		err := opts.settings.write(ctx, st.out, func(w io.Writer) error { return writeThresholds(w, t, opts) })
		if err != nil || opts.settings.isStdout() {
			return err
		}
	}
	if opts.format == "json" {
		warn(st.err, t, opts.quiet)
		return output{}.write(ctx, st.out, func(w io.Writer) error { return eval.TuningJSON(w, t) })
	}
	return output{}.write(ctx, st.out, func(w io.Writer) error { return eval.TuningText(w, t, opts.text) })
}

// warn tells why the thresholds may be no better than those in force, which the
// text tells by itself.
func warn(w io.Writer, t *eval.Tuning, quiet bool) {
	if quiet {
		return
	}
	for _, doubt := range t.Doubts {
		fmt.Fprintf(w, "wireprint: tune: %s\n", doubt)
	}
}

// tune compares the stories and looks for the thresholds that serve gold best. It
// also returns the report of what was compared.
func tune(ctx context.Context, opts tuneOptions, st streams, progress pipeline.Progress) (*eval.Tuning, *news.Report, error) {
	gold, err := readGold(opts.gold, opts.level, st.in)
	if err != nil {
		return nil, nil, err
	}
	r, err := pipeline.Scan(ctx, opts.paths, st.in, opts.pipeline, progress)
	if err != nil {
		return nil, nil, err
	}
	if len(r.Articles) == 0 {
		return nil, r, errNoStories
	}
	candidates, err := candidatesOf(r, opts.level)
	if err != nil {
		return nil, nil, err
	}
	progress.Stage("trying thresholds", -1)
	t, err := eval.Tune(gold, opts.level, candidates, opts.folds)
	return t, r, err
}
