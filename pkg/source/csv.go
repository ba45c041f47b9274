package source

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
)

// csvFormat is a table, one article a row. Its first row names the columns as the
// fields of JSON records are named; what separates them is told from the first rows.
type csvFormat struct{}

func (csvFormat) recognise(_ []byte, name string) sureness {
	return named(name, ".csv", ".tsv", ".tab")
}

func (csvFormat) read(r *reader, s *stream) error {
	head, _ := s.Peek(len(utf8BOM)) // an error comes again when the bytes are read
	_, _ = s.Discard(len(head) - len(bytes.TrimPrefix(head, utf8BOM)))
	head, _ = s.Peek(memberBuffer)
	b := &bounded{r: s, max: r.opts.MaxFileBytes, left: r.opts.MaxFileBytes}
	t := tableReader{recordReader: recordReader{r, s}, rows: newRows(b, separator(head)), b: b}
	return t.read()
}

// separators are what may stand between columns, the likeliest first.
const separators = ",;\t|"

// separator is what separates the columns of a table that begins so: what divides
// most rows into as many columns as the first, and the first into most.
func separator(head []byte) rune {
	best, most := rune(separators[0]), 0
	for _, sep := range separators {
		rows := newRows(bytes.NewReader(head), sep)
		first, err := rows.Read()
		if err != nil || len(first) < 2 {
			continue
		}
		columns, alike := len(first), 1
		for range 20 {
			row, err := rows.Read()
			if err != nil {
				break
			}
			if len(row) == columns {
				alike++
			}
		}
		if score := alike*100 + columns; score > most {
			best, most = sep, score
		}
	}
	return best
}

// newRows reads rows as spreadsheets write them. A quotation mark inside a text is
// one, even where it ought to be doubled.
func newRows(in io.Reader, sep rune) *csv.Reader {
	rows := csv.NewReader(in)
	rows.Comma = sep
	rows.LazyQuotes = true
	rows.FieldsPerRecord = -1
	rows.ReuseRecord = true
	return rows
}

// tableReader reads one table.
type tableReader struct {
	recordReader
	rows    *csv.Reader
	b       *bounded
	columns []string // their names
	wanted  []bool   // whether a column is one that an article is made of
}

// read reads all rows. The first row is number 1, and names the columns.
func (t *tableReader) read() error {
	if err := t.header(); err == io.EOF {
		return nil
	} else if err != nil {
		return err
	}
	for number := 2; ; number++ {
		row, err := t.row()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			t.skipRecord(number, err)
			return nil
		case isEmpty(row):
		case size(row) > t.opts.MaxFileBytes:
			t.skipRecord(number, t.opts.tooLarge())
		case len(row) > len(t.columns):
			t.skipRecord(number, because("another number of columns than the first row has (%d, not %d)", len(row), len(t.columns)))
		case !t.article(number, row):
			return nil
		}
	}
}

// row is the next row, without what is empty at its end.
func (t *tableReader) row() ([]string, error) {
	t.b.left = t.b.max
	row, err := t.rows.Read()
	var syntax *csv.ParseError
	switch {
	case errors.Is(err, errTooLarge):
		return nil, because("%s; nothing after it was read", reasonOf(t.opts.tooLarge()))
	case errors.As(err, &syntax):
		return nil, because("not valid CSV: %v; nothing after it was read", syntax.Err)
	}
	for len(row) > len(t.columns) && t.columns != nil && row[len(row)-1] == "" {
		row = row[:len(row)-1]
	}
	return row, err
}

// header reads the names of the columns.
func (t *tableReader) header() error {
	row, err := t.row()
	if err != nil {
		return err
	}
	hasText := false
	for _, name := range row {
		name = strings.Clone(strings.TrimSpace(name))
		_, wanted := t.names.Key([]byte(name))
		t.columns = append(t.columns, name)
		t.wanted = append(t.wanted, wanted)
		hasText = hasText || slices.Contains(t.names.Text, strings.ToLower(name))
	}
	if !hasText {
		return because("no text column (looked for %s in the first row; --text-field names another)", strings.Join(t.names.Text, ", "))
	}
	return nil
}

// article hands on a row and reports whether to go on.
func (t *tableReader) article(number int, row []string) bool {
	fields := make(map[string]any, len(row))
	for i, value := range row {
		if t.wanted[i] && value != "" {
			fields[t.columns[i]] = value
		}
	}
	d := t.s.numbered(number)
	d.Fields, d.Names = fields, t.names
	return t.give(d)
}

// size is the number of bytes in a row's columns.
func size(row []string) (n int64) {
	for _, value := range row {
		n += int64(len(value))
	}
	return n
}

// isEmpty reports whether a row holds nothing.
func isEmpty(row []string) bool {
	return !slices.ContainsFunc(row, func(value string) bool { return strings.TrimSpace(value) != "" })
}
