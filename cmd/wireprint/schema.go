package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/report"
)

func newSchemaCommand(st streams) *cobra.Command {
	var columns bool
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of reports, or what the columns of tables mean",
		Long: `Schema prints the JSON Schema that every report of "wireprint scan --format json"
keeps. Its records are those of --format jsonl too.

With --columns it prints what each column of each table means, as CSV. The tables of
--format csv and parquet have the same beside them: columns.csv or columns.parquet.`,
		Example: `  wireprint schema > report.schema.json
  wireprint schema --columns`,
		Args: exactArgs(0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			if columns {
				return report.CSV(st.out, tableOf(new(news.Report), "columns"))
			}
			if _, err := st.out.Write(report.Schema()); err != nil {
				return fmt.Errorf("writing the schema: %w", err)
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&columns, "columns", false, "print what the columns of the tables of csv and parquet mean")
	return cmd
}
