package source

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"
	meta "github.com/parquet-go/parquet-go/format"
)

// parquetFormat is a Parquet file, one article a row. Only the columns that an
// article is made of are read, a page of each at a time.
type parquetFormat struct{}

const parquetMagic = "PAR1"

func (parquetFormat) recognise(head []byte, name string) sureness {
	if beginsWith(head, parquetMagic, name, ".parquet") {
		return byContent
	}
	return named(name, ".parquet")
}

func (parquetFormat) read(r *reader, s *stream) error {
	bytes, err := r.anyOrder(s)
	if err != nil {
		return err
	}
	defer bytes.close()
	p := parquetReader{recordReader: recordReader{r, s}, bytes: bytes, number: 1}
	if err := p.open(); err != nil {
		return err
	}
	for i := range p.file.RowGroups() {
		if err := p.rows(i); err != nil {
			return err
		}
		if r.stopped() {
			return r.err
		}
	}
	return nil
}

// parquetReader reads one file. The library trusts what a file says of itself: so
// all that it allocates memory by is checked before, see [checkFooter] and
// [checkPages], and what panics on the rest is damaged.
type parquetReader struct {
	recordReader
	bytes   anyOrder
	file    *parquet.File
	columns []*parquet.Column // that an article is made of
	number  int               // of the next row, counted from 1
}

// guarded calls the library.
func guarded(call func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = because("damaged: the Parquet data is not valid")
		}
	}()
	return call()
}

// open reads what the file says of itself.
func (p *parquetReader) open() error {
	if err := checkFooter(p.bytes); err != nil {
		return err
	}
	err := guarded(func() (err error) {
		p.file, err = parquet.OpenFile(p.bytes, p.bytes.size, parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
		return err
	})
	if err != nil {
		return parquetReason(err)
	}
	hasText := false
	for _, column := range leaves(p.file.Root(), nil) {
		name := columnName(column)
		if _, wanted := p.names.Key([]byte(name)); !wanted {
			continue
		}
		p.columns = append(p.columns, column)
		for _, text := range p.names.Text {
			hasText = hasText || strings.ToLower(name) == text
		}
	}
	if !hasText {
		return because("no text column (looked for %s; --text-field names another)", strings.Join(p.names.Text, ", "))
	}
	return nil
}

// leaves are the columns that hold values.
func leaves(column *parquet.Column, found []*parquet.Column) []*parquet.Column {
	if column.Leaf() {
		return append(found, column)
	}
	for _, c := range column.Columns() {
		found = leaves(c, found)
	}
	return found
}

// columnName is a column's name, "a.b" for one in a group, without what stands for a
// list there.
func columnName(column *parquet.Column) string {
	path := column.Path()
	if n := len(path); n > 2 && column.MaxRepetitionLevel() > 0 && (path[n-2] == "list" || path[n-2] == "bag") {
		path = path[:n-2]
	}
	return strings.Join(path, ".")
}

// rows reads one group of rows.
func (p *parquetReader) rows(number int) error {
	group := p.file.RowGroups()[number]
	var columns []*columnReader
	defer func() {
		for _, c := range columns {
			_ = guarded(c.values.Close) // it is done with
		}
	}()
	chunks := group.ColumnChunks()
	for _, column := range p.columns {
		format, err := formatOf(column)
		if err != nil {
			return parquetReason(err)
		}
		c := &columnReader{name: columnName(column), format: format, limit: p.opts.MaxFileBytes}
		err = guarded(func() error {
			kept := &p.file.Metadata().RowGroups[number].Columns[column.Index()].MetaData
			if err := checkPages(p.bytes, kept); err != nil {
				return err
			}
			c.values = parquet.NewColumnChunkValueReader(chunks[column.Index()])
			return nil
		})
		if err != nil {
			return parquetReason(err)
		}
		columns = append(columns, c)
	}
	for range group.NumRows() {
		fields := make(map[string]any, len(columns))
		for _, c := range columns {
			if err := guarded(func() error { return c.next(fields) }); err != nil {
				return because("%s; nothing after row %d was read", reasonOf(parquetReason(err)), p.number-1)
			}
		}
		d := p.s.numbered(p.number)
		d.Fields, d.Names = fields, p.names
		if p.number++; !p.give(d) {
			return nil
		}
	}
	return nil
}

// columnReader reads one column of a group of rows.
type columnReader struct {
	name   string
	format func(parquet.Value) string
	limit  int64 // bytes of one row
	values parquet.ColumnChunkValueReader
	buffer [64]parquet.Value
	ready  []parquet.Value // of the buffer
}

// next adds what the next row has in this column to its fields: a text, or a list of
// them.
func (c *columnReader) next(fields map[string]any) error {
	var all []any
	var size int64
	for first := true; ; first = false {
		if len(c.ready) == 0 {
			n, err := c.values.ReadValues(c.buffer[:])
			if n == 0 && (err == io.EOF && !first) {
				break
			}
			if n == 0 && err != nil {
				return err
			}
			c.ready = c.buffer[:n]
		}
		value := c.ready[0]
		if !first && value.RepetitionLevel() == 0 {
			break
		}
		c.ready = c.ready[1:]
		if value.IsNull() {
			continue
		}
		text := c.format(value)
		if size += int64(len(text)) + 1; size > c.limit {
			return errTooLarge
		}
		all = append(all, text)
	}
	switch len(all) {
	case 0:
	case 1:
		fields[c.name] = all[0]
	default:
		fields[c.name] = all
	}
	return nil
}

// formatOf says how the values of a column are written. The library panics where a
// file calls a column of values a list.
func formatOf(column *parquet.Column) (format func(parquet.Value) string, err error) {
	err = guarded(func() error {
		format = formatFor(column)
		return nil
	})
	return format, err
}

func formatFor(column *parquet.Column) func(parquet.Value) string {
	if logical := column.Type().LogicalType(); logical != nil {
		switch t := logical.Value.(type) {
		case *meta.DateType:
			return func(v parquet.Value) string {
				return time.Unix(int64(v.Int32())*24*60*60, 0).UTC().Format(time.DateOnly)
			}
		case *meta.TimestampType:
			unit, layout := t.Unit.Value.Duration(), "2006-01-02T15:04:05"
			if t.IsAdjustedToUTC {
				layout = time.RFC3339
			}
			return func(v parquet.Value) string { return timeOf(v.Int64(), unit).Format(layout) }
		}
	}
	switch column.Type().Kind() {
	case parquet.Int96:
		return func(v parquet.Value) string { return int96Time(v).Format(time.RFC3339) }
	case parquet.Int32:
		return func(v parquet.Value) string { return strconv.Itoa(int(v.Int32())) }
	case parquet.Int64:
		return func(v parquet.Value) string { return strconv.FormatInt(v.Int64(), 10) }
	case parquet.ByteArray, parquet.FixedLenByteArray:
		return func(v parquet.Value) string { return string(v.ByteArray()) }
	default:
		return func(v parquet.Value) string { return fmt.Sprint(v) }
	}
}

// timeOf is the time so many units after the beginning of 1970.
func timeOf(n int64, unit time.Duration) time.Time {
	perSecond := int64(time.Second / unit)
	return time.Unix(n/perSecond, n%perSecond*int64(unit)).UTC()
}

// int96Time is the time that an old writer kept as the nanosecond of a Julian day.
func int96Time(v parquet.Value) time.Time {
	const julian1970 = 2440588
	i := v.Int96()
	nanosecond := int64(uint64(i[1])<<32 | uint64(i[0]))
	return time.Unix((int64(i[2])-julian1970)*24*60*60, nanosecond).UTC()
}

// parquetReason makes a reason of an error of the library.
func parquetReason(err error) error {
	var own *reasonError
	switch {
	case errors.As(err, &own):
		return own
	case errors.Is(err, errTooLarge):
		return because("a row is larger than the limit (raise --max-file-size)")
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return because("cut off: the Parquet data ends too early")
	default:
		return because("damaged: the Parquet data is not valid")
	}
}
