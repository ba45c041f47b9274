package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// CSV writes a table as comma-separated values, as RFC 4180 has them but with lines
// that end in a single line feed. The first line names the columns; numbers have a
// decimal point, truths are true and false, days 2024-03-04 and instants
// 2024-03-04T09:12:00Z. The texts of a list are parted by a vertical bar; one that
// is in a text becomes a broken bar.
//
// A field that a spreadsheet would take for a formula has an apostrophe before it, for
// scraped text is not to be trusted, and a table is opened by a double click: see
// noFormula for how it is taken off. Parquet has every text as it is.
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
			fields[k] = field(t.Columns[k].Kind, v)
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

func field(kind Kind, value any) string {
	switch v := value.(type) {
	case string:
		return noFormula(v)
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	case []string:
		return noFormula(list(v))
	case time.Time:
		return timeField(kind, v)
	}
	return fmt.Sprint(value)
}

func timeField(kind Kind, at time.Time) string {
	switch {
	case at.IsZero():
		return ""
	case kind == Day:
		return at.Format(time.DateOnly)
	default:
		return at.UTC().Format(time.RFC3339)
	}
}

// list joins values that one cell has to hold. None of them has a vertical bar by
// itself, for it would be read as two.
func list(values []string) string {
	clean := make([]string, len(values))
	for i, v := range values {
		clean[i] = strings.ReplaceAll(v, "|", "¦")
	}
	return strings.Join(clean, "|")
}

// noFormula puts an apostrophe before text that a spreadsheet would read as a formula:
// what begins with =, +, -, @, a tab or a line break, or with apostrophes before one of
// these. So nothing is lost: whatever has an apostrophe in such a place had one less.
func noFormula(text string) string {
	if rest := strings.TrimLeft(text, "'"); rest != "" && strings.IndexByte("=+-@\t\r\n", rest[0]) >= 0 {
		return "'" + text
	}
	return text
}
