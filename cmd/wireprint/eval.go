package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/wireprint/wireprint/pkg/eval"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/report"
)

// The values of eval's flags.
var (
	evalFormats = []string{"text", "json", "csv"}
	evalLevels  = []string{string(eval.Event), string(eval.Family)}
)

// evalOptions are what a judgement was asked for.
type evalOptions struct {
	gold, report string // files
	judge        eval.Options
	sweep        bool // over thresholds
	format       string
	output       output
	text         eval.TextOptions // for the format text
}

func newEvalCommand(cfg *config, st streams) *cobra.Command {
	var set settings
	var file string
	cmd := &cobra.Command{
		Use:   "eval --gold FILE REPORT.json",
		Short: "Judge a report's clusters by your own labels",
		Long: `Eval holds the events or the families of a report against gold: labels that say
which articles belong together. REPORT.json is what scan writes with --format json
or jsonl; - is standard input.

Gold has a line for each article: its id as the report has it, a tab or a comma,
and the name of its cluster. Or it has a line for each of some pairs: two ids, and
1 or 0 (same or different, true or false, yes or no). A first line may name the
columns: id and cluster, or a, b and same. JSON records with these fields, one a
line, will do as well, and so will another report in JSON lines. A column or field
named event or family goes before cluster at that level; label and story are
other names for it. Articles that only one side has are left out and counted.

The scores are precision, recall and F1 over pairs and as B-cubed (Bagga and
Baldwin 1998), the adjusted Rand index (Hubert and Arabie 1985), and homogeneity,
completeness and V-measure (Rosenberg and Hirschberg 2007). Labelled pairs give
the first three, over these pairs. Below stands what went wrong, the worst first.

With --sweep it prints instead the scores over a range of thresholds: the report's
articles are grouped again at half to twice what the scan had, and the best of
these thresholds is named. The report must be of scan --links.

JSON has the keys schema, level, gold (clusters or pairs), scores, split, merged
(with pairs: parted, joined) and left_out. The scores are articles, judged_pairs,
gold_pairs, predicted_pairs, true_pairs, pair_precision, pair_recall, pair_f1,
gold_clusters, predicted_clusters, split_clusters, merged_clusters,
bcubed_precision, bcubed_recall, bcubed_f1, ari, homogeneity, completeness and
v_measure; CSV has a row for each. With --sweep, JSON has in_force, best and points,
each with factor, settings, clusters and scores, and CSV a row for each point.`,
		Example: `  wireprint scan --format json --output report.json stories/
  wireprint eval --gold labels.tsv report.json
  wireprint eval --gold labels.tsv --level family --worst 50 report.json
  wireprint eval --gold labels.tsv --format csv -o scores.csv report.json
  wireprint scan --links --format json --output linked.json stories/
  wireprint eval --gold labels.tsv --sweep linked.json`,
		Args: exactArgs(1, "one report"),
		PreRunE: func(cmd *cobra.Command, _ []string) (err error) {
			set, err = cfg.load(cmd.Flags())
			return err
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			opts, err := newEvalOptions(set, args[0], file, st.out)
			if err != nil {
				return err
			}
			return runEval(cmd.Context(), opts, st)
		},
	}
	addEvalFlags(cmd.Flags())
	// Not a setting: a report's output set in a configuration file would have
	// the judgement written over it.
	cmd.Flags().StringVarP(&file, "output", "o", "", "write the judgement to `FILE`, - for standard output")
	offer(cmd, "format", evalFormats)
	offer(cmd, "level", evalLevels)
	return cmd
}

func addEvalFlags(flags *pflag.FlagSet) {
	flags.SortFlags = false
	flags.String("gold", "", "read the labels from `FILE`, - for standard input")
	flags.String("level", string(eval.Event), "judge the report's clusters of this `LEVEL`: event or family")
	flags.Int("worst", 10, "list the `N` worst of each kind of mistake, 0 for none")
	flags.Bool("sweep", false, "tell how the scores would be at other thresholds; needs scan --links")
	flags.String("format", "text", "print the judgement as `FORMAT`: text, json or csv")
}

// newEvalOptions says what the settings mean.
func newEvalOptions(s settings, report, file string, stdout io.Writer) (evalOptions, error) {
	opts := evalOptions{
		gold:   s.Gold,
		report: report,
		judge:  eval.Options{Level: eval.Level(s.Level), Worst: s.Worst},
		sweep:  s.Sweep,
		format: s.Format,
	}
	switch {
	case s.Gold == "":
		return opts, errNoGold("eval")
	case s.Gold == stdinName && report == stdinName:
		return opts, usagef("gold and report cannot both be read from standard input")
	case s.Worst < 0:
		return opts, usagef("%s: %d is no number of mistakes; 0 lists none", s.origins["worst"], s.Worst)
	}
	err := errors.Join(
		s.choice("format", s.Format, evalFormats),
		s.choice("level", s.Level, evalLevels),
	)
	if err != nil {
		return opts, err
	}
	opts.output, err = newOutput(file)
	opts.text.Width = opts.output.width(stdout)
	return opts, err
}

// errNoGold refuses a call without labels.
func errNoGold(command string) error {
	return &usageError{
		err:  fmt.Errorf("%s: no --gold FILE given", command),
		hint: "It has a line for each article: its id, a tab, and the name of its cluster.",
	}
}

func runEval(ctx context.Context, opts evalOptions, st streams) error {
	write, err := interruptible(ctx, func() (func(io.Writer) error, error) {
		if opts.sweep {
			c, err := sweep(opts, st.in)
			return func(w io.Writer) error { return opts.writeCurve(w, c) }, err
		}
		j, err := judge(opts, st.in)
		return func(w io.Writer) error { return opts.write(w, j) }, err
	})
	if err != nil {
		return fmt.Errorf("eval: %w", err)
	}
	return opts.output.write(ctx, st.out, write)
}

// judge reads gold and report and holds the one against the other.
func judge(opts evalOptions, stdin io.Reader) (*eval.Judgement, error) {
	gold, r, err := readJudged(opts, stdin)
	if err != nil {
		return nil, err
	}
	predicted, err := eval.Predicted(r, opts.judge.Level)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", inputName(opts.report), err)
	}
	return eval.Judge(gold, predicted, opts.judge)
}

// readJudged reads gold and report.
func readJudged(opts evalOptions, stdin io.Reader) (*eval.Gold, *news.Report, error) {
	gold, err := readGold(opts.gold, opts.judge.Level, stdin)
	if err != nil {
		return nil, nil, err
	}
	r, err := readInput(opts.report, stdin, readReport)
	return gold, r, err
}

func readGold(file string, level eval.Level, stdin io.Reader) (*eval.Gold, error) {
	return readInput(file, stdin, func(in io.Reader) (*eval.Gold, error) { return eval.ReadGold(in, level) })
}

// readReport reads a report that scan wrote.
func readReport(in io.Reader) (*news.Report, error) {
	r, err := report.ReadJSON(in)
	if err != nil {
		return nil, fmt.Errorf("%w; was it made by wireprint scan --format json?", err)
	}
	return r, nil
}

// write writes the judgement in the format that was asked for.
func (o evalOptions) write(w io.Writer, j *eval.Judgement) error {
	switch o.format {
	case "json":
		return eval.JSON(w, j)
	case "csv":
		return eval.CSV(w, j)
	default:
		return eval.Text(w, j, o.text)
	}
}
