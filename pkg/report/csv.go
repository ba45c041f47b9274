package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
)

// CSV writes a table as comma-separated values, as RFC 4180 has them but with lines
// that end in a single line feed. The first line names the columns; numbers have a
// decimal point, truths are true and false.
//
// A text that a spreadsheet would take for a formula has an apostrophe before it,
// for scraped text is not to be trusted.
func CSV(w io.Writer, t Table) error {
	out := csv.NewWriter(w)
	fields := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		fields[i] = c.Name
	}
	if err := out.Write(fields); err != nil {
		return fmt.Errorf("report: write table %s: %w", t.Name, err)
	}
	var values []any
	for i := range t.Rows() {
		values = t.Row(i, values[:0])
		for k, v := range values {
			fields[k] = field(v)
		}
		if err := out.Write(fields); err != nil {
			return fmt.Errorf("report: write table %s: %w", t.Name, err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("report: write table %s: %w", t.Name, err)
	}
	return nil
}

func field(value any) string {
	switch v := value.(type) {
	case string:
		return noFormula(v)
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	}
	return fmt.Sprint(value)
}

// noFormula keeps spreadsheets from reading text as a formula.
func noFormula(text string) string {
	if text != "" {
		switch text[0] {
		case '=', '+', '-', '@', '\t', '\r':
			return "'" + text
		}
	}
	return text
}
