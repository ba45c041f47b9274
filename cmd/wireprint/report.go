package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/pipeline"
)

// reportParagraphs are the choices of paragraphs of a report that is there already.
var reportParagraphs = []string{pipeline.RowsAll, pipeline.RowsSyndicated, pipeline.RowsNone}

func newReportCommand(cfg *config, st streams) *cobra.Command {
	var set settings
	var file string
	cmd := &cobra.Command{
		Use:   "report REPORT.json",
		Short: "Write a report in another form",
		Long: `Report writes a report that scan made with --format json or jsonl in another
form, without computing anything again. REPORT.json may be - for standard input. A
report of a newer version of the form than this program knows is refused.

csv and parquet make a file for each table, as articles.csv, and columns.csv, which
says what the columns of all of them mean. In csv, the texts of a list are parted by |,
and a field that a spreadsheet would take for a formula, or that has apostrophes before
one, has an apostrophe before it, to be taken off again; parquet has texts as they are.

graphml and gexf are networks of who took text from whom; in gexf, nodes and links have
their dates, for Gephi's timeline.

html is one page with everything in it, which opens in any browser without a network.
It shows any two stories side by side if the report has their texts, which scan puts
in with --with-text; scan --format html does so by itself.`,
		Example: `  wireprint scan --format json --output report.json stories/
  wireprint report --section credits report.json
  wireprint report --format html --output report.html report.json
  wireprint report --format csv --output tables/ report.json
  wireprint report --format csv --table audit report.json
  wireprint report --format gexf --network articles --output spread.gexf report.json`,
		Args: exactArgs(1, "one report"),
		PreRunE: func(cmd *cobra.Command, _ []string) (err error) {
			set, err = cfg.load(cmd.Flags())
			return err
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := set.choice("paragraphs", set.Paragraphs, reportParagraphs); err != nil {
				return err
			}
			set.Output = file
			to, err := set.rendering(set.Paragraphs, st.out)
			if err != nil {
				return err
			}
			if cmd.Flags().Changed("paragraphs") {
				to.text.Lines = -1
			}
			return runReport(cmd.Context(), args[0], to, st)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	addRenderingFlags(flags)
	// Not a setting: a report's output set in a configuration file would be written
	// over with another form of it.
	flags.StringVarP(&file, "output", "o", "", outputUsage)
	flags.String("paragraphs", pipeline.RowsSyndicated, "show in the text report `WHICH` paragraphs: all, syndicated or none")
	offerRenderings(cmd)
	offer(cmd, "paragraphs", reportParagraphs)
	return cmd
}

func runReport(ctx context.Context, name string, to rendering, st streams) error {
	r, err := interruptible(ctx, func() (*news.Report, error) { return readInput(name, st.in, readReport) })
	if err != nil {
		return err
	}
	return to.write(ctx, st.out, r)
}
