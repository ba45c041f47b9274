package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/wireprint/wireprint/pkg/report"
)

func newSchemaCommand(st streams) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of reports",
		Long: `Schema prints the JSON Schema that every report of "wireprint scan --format json"
keeps. Its records are those of --format jsonl too.`,
		Example: `  wireprint schema > report.schema.json`,
		Args:    exactArgs(0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			if _, err := st.out.Write(report.Schema()); err != nil {
				return fmt.Errorf("writing the schema: %w", err)
			}
			return nil
		},
	}
}
