package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"runtime"
	"slices"
)

// encoder writes JSON values one after the other and keeps the first error,
// after which it writes nothing.
type encoder struct {
	w    *bufio.Writer
	own  *batch   // for single values
	side []*batch // for records that are encoded while others are written
	n    int      // values written
	err  error
}

func newEncoder(w io.Writer) *encoder {
	e := &encoder{w: bufio.NewWriter(w), own: newBatch(), side: make([]*batch, 2*runtime.GOMAXPROCS(0))}
	for i := range e.side {
		e.side[i] = newBatch()
	}
	return e
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
	e.own.encode(slices.Values([]any{v}))
	e.take(e.own, nil)
	return e.own.buf.Bytes()
}

// batchRecords is how many records one of several workers encodes at a time:
// encoding takes a twentieth of a scan's work, which would else be spent on one
// processor.
const batchRecords = 128

// each hands on n records as JSON, in order. While it hands on one batch, others are
// encoded.
func (e *encoder) each(n int, some func(from, to int) iter.Seq[any], do func(record []byte)) {
	done := make([]chan struct{}, len(e.side))
	for i := range done {
		done[i] = make(chan struct{}, 1)
	}
	started := 0
	start := func() {
		from, at := started*batchRecords, started%len(e.side)
		if from >= n || e.err != nil {
			return
		}
		started++
		go func() {
			e.side[at].encode(some(from, min(from+batchRecords, n)))
			done[at] <- struct{}{}
		}()
	}
	for range e.side {
		start()
	}
	for i := 0; i < started; i++ {
		at := i % len(e.side)
		<-done[at]
		e.take(e.side[at], do)
		start()
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
	buf  bytes.Buffer
	enc  *json.Encoder
	ends []int // of the records in buf
	err  error // of the record behind the last end
}

func newBatch() *batch {
	b := new(batch)
	b.enc = json.NewEncoder(&b.buf)
	b.enc.SetEscapeHTML(false) // news is full of <, > and &; nobody pastes the report into a page unescaped
	return b
}

// encode makes JSON of values, as far as that is possible.
func (b *batch) encode(values iter.Seq[any]) {
	b.buf.Reset()
	b.ends, b.err = b.ends[:0], nil
	for v := range values {
		if b.err = b.enc.Encode(v); b.err != nil {
			b.err = fmt.Errorf("(%T): %w", v, b.err)
			return
		}
		b.buf.Truncate(b.buf.Len() - len("\n"))
		b.ends = append(b.ends, b.buf.Len())
	}
}
