package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/wireprint/wireprint/pkg/news"
)

// JSON writes the report as one JSON object with each record on a line of its
// own: small, yet readable with grep and diff. The same report gives the same
// bytes. Of the encoded form no more than one record is in memory at a time.
//
// Lists that are empty are written as [], never as null. An error names the
// record that could not be written.
func JSON(w io.Writer, r *news.Report) error {
	e := newEncoder(w)
	run := r.Run
	normalRun(&run)
	e.text("{\n\"schema\":")
	e.value(news.Schema)
	e.text(",\n\"run\":")
	e.value(run)
	for _, s := range sections() {
		e.text(",\n\"" + s.key + "\":[")
		separator := "\n"
		for record := range s.records(r) {
			e.text(separator)
			e.value(record)
			separator = ",\n"
		}
		e.text("]")
	}
	e.text("\n}\n")
	return e.finish("write JSON")
}

// JSONL writes the same records as [JSON] does, one a line, each with its kind
// in a leading field "type": run, article, event, family, paragraph, pair,
// outlet, edge or boilerplate. The run comes first and names the schema.
func JSONL(w io.Writer, r *news.Report) error {
	e := newEncoder(w)
	run := r.Run
	normalRun(&run)
	e.line(`{"type":"run","schema":"`+news.Schema+`",`, run)
	for _, s := range sections() {
		head := `{"type":"` + s.kind + `",`
		for record := range s.records(r) {
			e.line(head, record)
		}
	}
	return e.finish("write JSONL")
}

// encoder writes JSON values one after the other and keeps the first error,
// after which it writes nothing.
type encoder struct {
	w   *bufio.Writer
	buf bytes.Buffer // the value being written
	enc *json.Encoder
	n   int // values written
	err error
}

func newEncoder(w io.Writer) *encoder {
	e := &encoder{w: bufio.NewWriter(w)}
	e.enc = json.NewEncoder(&e.buf)
	e.enc.SetEscapeHTML(false) // news is full of <, > and &; nobody pastes the report into a page unescaped
	return e
}

// text writes s as it is.
func (e *encoder) text(s string) {
	if e.err == nil {
		_, e.err = e.w.WriteString(s)
	}
}

// value writes v.
func (e *encoder) value(v any) {
	e.encode(v)
	e.text(e.buf.String())
}

// line writes v, which must be a struct with a field, as an object that begins
// with head in the place of its brace.
func (e *encoder) line(head string, v any) {
	e.encode(v)
	e.text(head)
	if e.err == nil {
		e.text(e.buf.String()[len("{"):])
	}
	e.text("\n")
}

// encode leaves v in e.buf.
func (e *encoder) encode(v any) {
	if e.err != nil {
		return
	}
	e.n++
	e.buf.Reset()
	if err := e.enc.Encode(v); err != nil {
		e.err = fmt.Errorf("encode value %d (%T): %w", e.n, v, err)
		return
	}
	e.buf.Truncate(e.buf.Len() - len("\n"))
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
