package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"runtime"
	"sync"
)

// encoder writes JSON values one after the other and keeps the first error,
// after which it writes nothing.
type encoder struct {
	w    *bufio.Writer
	own  batch   // for single values
	side []batch // for records that are encoded at the same time
	n    int     // values written
	err  error
}

func newEncoder(w io.Writer) *encoder {
	return &encoder{w: bufio.NewWriter(w), side: make([]batch, runtime.GOMAXPROCS(0))}
}

// text writes s as it is.
func (e *encoder) text(s string) {
	if e.err == nil {
		_, e.err = e.w.WriteString(s)
	}
}

func (e *encoder) bytes(b []byte) {
	if e.err == nil {
		_, e.err = e.w.Write(b)
	}
}

// value writes v.
func (e *encoder) value(v any) { e.bytes(e.encode(v)) }

// line writes a record, which must be an object with a field, as an object that
// begins with head in the place of its brace.
func (e *encoder) line(head string, record []byte) {
	if e.err == nil {
		e.text(head)
		e.bytes(record[len("{"):])
		e.text("\n")
	}
}

// encode returns v as JSON, which is valid until the next call.
func (e *encoder) encode(v any) []byte {
	e.own.values = append(e.own.values, v)
	e.own.encode()
	e.take(&e.own, nil)
	return e.own.buf.Bytes()
}

// batchRecords is how many records one of several workers encodes at a time:
// encoding takes a tenth of a scan, which would else be spent on one processor.
const batchRecords = 128

// each hands on all records as JSON, in order.
func (e *encoder) each(records iter.Seq[any], do func(record []byte)) {
	filled := 0
	for record := range records {
		b := &e.side[filled]
		b.values = append(b.values, record)
		if len(b.values) < batchRecords {
			continue
		}
		if filled++; filled == len(e.side) {
			e.flush(do)
			filled = 0
		}
		if e.err != nil {
			return
		}
	}
	e.flush(do)
}

// flush encodes all batches at the same time and hands on what is in them.
func (e *encoder) flush(do func(record []byte)) {
	var group sync.WaitGroup
	for i := range e.side {
		group.Go(e.side[i].encode)
	}
	group.Wait()
	for i := range e.side {
		e.take(&e.side[i], do)
	}
}

// take hands on the records of a batch.
func (e *encoder) take(b *batch, do func(record []byte)) {
	from := 0
	for _, end := range b.ends {
		e.n++
		if do != nil && e.err == nil {
			do(b.buf.Bytes()[from:end])
		}
		from = end
	}
	if b.err != nil && e.err == nil {
		e.err = fmt.Errorf("encode value %d %w", e.n+1, b.err)
	}
}

func (e *encoder) finish(doing string) error {
	if e.err == nil {
		e.err = e.w.Flush()
	}
	if e.err != nil {
		return fmt.Errorf("report: %s: %w", doing, e.err)
	}
	return nil
}

// batch is some records that are encoded together.
type batch struct {
	values []any
	buf    bytes.Buffer
	enc    *json.Encoder
	ends   []int // of the records in buf
	err    error // of the record behind the last end
}

// encode makes JSON of the values, as far as that is possible.
func (b *batch) encode() {
	if b.enc == nil {
		b.enc = json.NewEncoder(&b.buf)
		b.enc.SetEscapeHTML(false) // news is full of <, > and &; nobody pastes the report into a page unescaped
	}
	b.buf.Reset()
	b.ends, b.err = b.ends[:0], nil
	for _, v := range b.values {
		if b.err = b.enc.Encode(v); b.err != nil {
			b.err = fmt.Errorf("(%T): %w", v, b.err)
			break
		}
		b.buf.Truncate(b.buf.Len() - len("\n"))
		b.ends = append(b.ends, b.buf.Len())
	}
	b.values = b.values[:0]
}
