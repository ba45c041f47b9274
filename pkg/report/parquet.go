package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/parquet-go/parquet-go"
)

// Parquet writes a table in the Apache Parquet format, compressed with Snappy, which
// every reader knows: texts as UTF-8 strings, null where there is none, lists as lists
// of them, numbers as 64-bit integers, shares as doubles, days as dates and instants
// as timestamps without a zone, in UTC, null where they are unknown.
func Parquet(w io.Writer, t Table) error {
	out := parquet.NewGenericWriter[any](w, schemaOf(t), parquet.Compression(&parquet.Snappy), parquet.CreatedBy("wireprint", "", ""))
	if err := writeRows(out, t); err != nil {
		return fmt.Errorf("report: write table %s: %w", t.Name, err)
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("report: write table %s: %w", t.Name, err)
	}
	return nil
}

func writeRows(out *parquet.GenericWriter[any], t Table) error {
	const batch = 1 << 10 // rows
	var values []any
	rows := make([]parquet.Row, 0, batch)
	for i := range t.Rows() {
		values = t.Row(i, values[:0])
		row := make(parquet.Row, 0, len(values))
		for k, v := range values {
			row = appendValue(row, k, t.Columns[k].Kind, v)
		}
		rows = append(rows, row)
		if len(rows) == batch || i == t.Rows()-1 {
			if _, err := out.WriteRows(rows); err != nil {
				return err
			}
			rows = rows[:0]
		}
	}
	return nil
}

// appendValue appends what column k has in a row: a value, null, or each text of a list
// with the levels of repetition and definition that tell lists apart.
func appendValue(row parquet.Row, k int, kind Kind, value any) parquet.Row {
	optional := func(known bool, v parquet.Value) parquet.Row {
		if !known {
			return append(row, parquet.NullValue().Level(0, 0, k))
		}
		return append(row, v.Level(0, 1, k))
	}
	switch v := value.(type) {
	case string:
		return optional(v != "", parquet.ValueOf(v))
	case time.Time:
		if kind == Day {
			return optional(!v.IsZero(), parquet.Int32Value(int32(v.Unix()/(24*60*60))))
		}
		return optional(!v.IsZero(), parquet.Int64Value(v.UnixMilli()))
	case []string:
		if len(v) == 0 {
			return optional(false, parquet.Value{})
		}
		for i, text := range v {
			row = append(row, parquet.ValueOf(text).Level(min(i, 1), 1, k))
		}
		return row
	}
	return append(row, parquet.ValueOf(value).Level(0, 0, k))
}

// schemaOf is the table's schema, its columns in their order.
func schemaOf(t Table) *parquet.Schema {
	g := inColumns{Group: parquet.Group{}, order: map[string]int{}}
	for i, c := range t.Columns {
		g.Group[c.Name], g.order[c.Name] = nodeOf(c.Kind), i
	}
	return parquet.NewSchema(t.Name, g)
}

func nodeOf(k Kind) parquet.Node {
	switch k {
	case Number:
		return parquet.Int(64)
	case Share:
		return parquet.Leaf(parquet.DoubleType)
	case Truth:
		return parquet.Leaf(parquet.BooleanType)
	case Lists:
		return parquet.List(parquet.String())
	case Day:
		return parquet.Optional(parquet.Date())
	case Instant:
		return parquet.Optional(parquet.TimestampAdjusted(parquet.Millisecond, false)) // adjusted, DuckDB for Python cannot fetch it without pytz
	default:
		return parquet.Optional(parquet.String())
	}
}

// inColumns is a group whose fields are in the table's order. A plain one has them in
// the order of their names.
type inColumns struct {
	parquet.Group
	order map[string]int
}

// Fields returns the columns.
func (g inColumns) Fields() []parquet.Field {
	fields := g.Group.Fields()
	slices.SortFunc(fields, func(a, b parquet.Field) int { return cmp.Compare(g.order[a.Name()], g.order[b.Name()]) })
	return fields
}
