package eval

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
)

// row is one row of columns and the line that it begins on.
type row struct {
	line  int
	cells []string
}

// tabRows cuts lines at their tabs, and nowhere else: quotation marks are part
// of a cell. Blank lines are passed over.
func tabRows(text []byte) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		line := 0
		for l := range bytes.Lines(text) {
			line++
			cells := strings.Split(strings.TrimRight(string(l), "\r\n"), "\t")
			if strings.TrimSpace(string(l)) != "" && !yield(row{line, cells}, nil) {
				return
			}
		}
	}
}

// commaRows reads CSV (RFC 4180).
func commaRows(text []byte) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		in := csv.NewReader(bytes.NewReader(text))
		in.FieldsPerRecord = -1 // they are counted with a better message
		for {
			cells, err := in.Read()
			var syntax *csv.ParseError
			switch {
			case errors.Is(err, io.EOF):
				return
			case errors.As(err, &syntax):
				yield(row{}, fmt.Errorf("line %d: %w; text with quotation marks, or with a comma, is put in quotation marks, and those within it are doubled", syntax.Line, syntax.Err))
				return
			case err != nil:
				yield(row{}, err)
				return
			}
			line, _ := in.FieldPos(0)
			if !yield(row{line, cells}, nil) {
				return
			}
		}
	}
}

// readRows reads columns. The first row says how many there are and, when it is
// a header, what they hold.
func (c *collector) readRows(rows iter.Seq2[row, error]) error {
	var first row
	var shape rowShape
	for r, err := range rows {
		if err != nil {
			return err
		}
		if first.cells == nil {
			first = r
			if shape, err = rowShapeOf(r.cells, c.level); err != nil {
				return fmt.Errorf("line %d: %w", r.line, err)
			}
			if shape.header {
				continue
			}
		}
		if len(r.cells) != len(first.cells) {
			return fmt.Errorf("line %d: %s, but line %d has %d", r.line, columnCount(r.cells), first.line, len(first.cells))
		}
		if err := c.row(r, shape); err != nil {
			return err
		}
	}
	return nil
}

// row takes the labels of one row.
func (c *collector) row(r row, shape rowShape) error {
	if !shape.pairs() {
		return c.label(r.line, r.cells[shape.at[0]], r.cells[shape.at[1]])
	}
	a, b := r.cells[shape.at[0]], r.cells[shape.at[1]]
	// A header "a, b, same" could be a pair too, when there are such articles.
	if shape.header && (a == "a" || b == "a" || a == "b" || b == "b") {
		return fmt.Errorf("line %d: an article is called a or b, as the columns are; leave the header out", r.line)
	}
	return c.pair(r.line, a, b, r.cells[shape.at[2]])
}

// rowShape says what is where in a row.
type rowShape struct {
	at     []int // id and cluster, or a, b and whether they are the same
	header bool
}

func (s rowShape) pairs() bool { return len(s.at) == 3 }

// rowShapeOf tells what the columns hold. A first row that names an id and one
// more, or a, b and same, is a header.
func rowShapeOf(first []string, level Level) (rowShape, error) {
	named := func(name string) int {
		return slices.IndexFunc(first, func(cell string) bool { return strings.EqualFold(strings.TrimSpace(cell), name) })
	}
	has := func(name string) bool { return named(name) >= 0 }
	if judgement, ok := judgementField(has); ok {
		return rowShape{[]int{named("a"), named("b"), named(judgement)}, true}, nil
	}
	if has("id") && len(first) > 1 {
		cluster, err := clusterField(level, has)
		if err != nil {
			return rowShape{}, fmt.Errorf("the columns have %w", err)
		}
		return rowShape{[]int{named("id"), named(cluster)}, true}, nil
	}
	switch len(first) {
	case 2:
		return rowShape{at: []int{0, 1}}, nil
	case 3:
		return rowShape{at: []int{0, 1, 2}}, nil
	default:
		return rowShape{}, fmt.Errorf("%s; write an id and its cluster, or two ids and 1 or 0, separated by a tab or a comma, or name the columns in a first line: id, cluster", columnCount(first))
	}
}

func columnCount(cells []string) string {
	if len(cells) == 1 {
		return "1 column"
	}
	return fmt.Sprintf("%d columns", len(cells))
}
