package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/parquet-go/parquet-go"
)

// Parquet writes a table in the Apache Parquet format: texts as UTF-8 strings,
// numbers as 64-bit integers, shares as doubles, all of them required, compressed
// with Snappy, which every reader knows.
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
		row := make(parquet.Row, len(values))
		for k, v := range values {
			row[k] = parquet.ValueOf(v).Level(0, 0, k)
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
	default:
		return parquet.String()
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
