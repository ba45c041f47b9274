package report

import (
	"time"

	"github.com/wireprint/wireprint/pkg/news"
)

// Table is a list of a report as rows of plain values, for programs that read CSV
// or Parquet. Tables refer to each other by ids, as the lists of the JSON form do.
type Table struct {
	Name    string
	Columns []Column
	rows    int
	row     func(i int, into []any) []any
}

// Column is a column of a table. Its name is that of the field in the JSON form
// where there is one.
type Column struct {
	Name  string
	Kind  Kind
	About string // what its values mean, in a sentence
}

// Kind says what the values of a column are.
type Kind uint8

// The kinds of columns.
const (
	Words   Kind = iota // text, a string; empty when unknown
	Number              // a whole number, an int
	Share               // a number from 0 to 1, a float64
	Truth               // true or false, a bool
	Lists               // texts, a []string
	Day                 // a calendar day, a [time.Time]; zero when unknown
	Instant             // a point of time, to the minute, a [time.Time]; zero when unknown
)

// String names the kind for users.
func (k Kind) String() string {
	return [...]string{"text", "whole number", "share", "true or false", "list", "day", "instant"}[k]
}

// NewTable is a table of rows that are there already, each with a value for each
// column, of its kind.
func NewTable(name string, columns []Column, rows [][]any) Table {
	return Table{Name: name, Columns: columns, rows: len(rows), row: func(i int, into []any) []any { return append(into, rows[i]...) }}
}

// Rows is the number of rows.
func (t Table) Rows() int { return t.rows }

// Row appends the values of row i, one for each column, of the column's kind.
func (t Table) Row(i int, into []any) []any { return t.row(i, into) }

// cell is a column with what it takes from a record.
type cell[T any] struct {
	Column
	of func(*T) any
}

func words[T any](name, about string, of func(*T) string) cell[T] {
	return cell[T]{Column{name, Words, about}, func(r *T) any { return of(r) }}
}

func whole[T any](name, about string, of func(*T) int) cell[T] {
	return cell[T]{Column{name, Number, about}, func(r *T) any { return of(r) }}
}

func part[T any](name, about string, of func(*T) float64) cell[T] {
	return cell[T]{Column{name, Share, about}, func(r *T) any { return of(r) }}
}

func truth[T any](name, about string, of func(*T) bool) cell[T] {
	return cell[T]{Column{name, Truth, about}, func(r *T) any { return of(r) }}
}

func lists[T any](name, about string, of func(*T) []string) cell[T] {
	return cell[T]{Column{name, Lists, about}, func(r *T) any { return of(r) }}
}

func dayOf[T any](name, about string, of func(*T) time.Time) cell[T] {
	return cell[T]{Column{name, Day, about}, func(r *T) any { return of(r) }}
}

func instantOf[T any](name, about string, of func(*T) time.Time) cell[T] {
	return cell[T]{Column{name, Instant, about}, func(r *T) any { return of(r) }}
}

// tableOf makes a table of a list's records.
func tableOf[T any](name string, list []T, cells ...cell[T]) Table {
	t := Table{Name: name, rows: len(list)}
	for _, c := range cells {
		t.Columns = append(t.Columns, c.Column)
	}
	t.row = func(i int, into []any) []any {
		for _, c := range cells {
			into = append(into, c.of(&list[i]))
		}
		return into
	}
	return t
}

// Tables returns the report's tables, each with its columns even when it has no rows.
// The last one, "columns", says what the columns of all of them mean.
func Tables(r *news.Report) []Table {
	all := []Table{
		articlesTable(r), agenciesTable(r), eventsTable(r), familiesTable(r), copiesTable(r), versionsTable(r),
		paragraphsTable(r), carriersTable(r), pairsTable(r), passagesTable(r), outletsTable(r), ownersTable(r),
		edgesTable(r), driftTable(r), auditTable(r), quotesTable(r), quotedTable(r), boilerplateTable(r), skippedTable(r),
	}
	return append(all, columnsTable(all))
}

// described is a column with the table that it is of.
type described struct {
	table string
	Column
}

// columnsTable tells of all columns, its own included.
func columnsTable(of []Table) Table {
	cells := []cell[described]{
		words("table", "Name of the table.", func(c *described) string { return c.table }),
		words("column", "Name of the column.", func(c *described) string { return c.Name }),
		words("kind", "What its values are: text, whole number, share (from 0 to 1), true or false, list (of texts), day or instant.",
			func(c *described) string { return c.Kind.String() }),
		words("about", "What they mean.", func(c *described) string { return c.About }),
	}
	var all []described
	for _, t := range of {
		for _, c := range t.Columns {
			all = append(all, described{t.Name, c})
		}
	}
	for _, c := range cells {
		all = append(all, described{"columns", c.Column})
	}
	return tableOf("columns", all, cells...)
}

// plainTexts are words of some kind as texts.
func plainTexts[T ~string](of []T) []string {
	plain := make([]string, len(of))
	for i, t := range of {
		plain[i] = string(t)
	}
	return plain
}

// ChangeTexts are changes in the manner of wdiff, as tables and the text report show
// them: [-from-]{+to+}.
func ChangeTexts(changes []news.Change) []string {
	var all []string
	for _, c := range changes {
		text := ""
		if c.From != "" {
			text = "[-" + c.From + "-]"
		}
		if c.To != "" {
			text += "{+" + c.To + "+}"
		}
		all = append(all, text)
	}
	return all
}
