package report

import (
	"io"

	"github.com/wireprint/wireprint/pkg/news"
)

// JSON writes the report as one JSON object with each record on a line of its
// own: small, yet readable with grep and diff. The same report gives the same
// bytes. Of the encoded form no more than a few hundred records are in memory at
// a time.
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
		n, some := s.records(r)
		if n == 0 && s.optional {
			continue
		}
		e.text(",\n\"" + s.key + "\":[")
		separator := "\n"
		e.each(n, some, func(record []byte) {
			e.text(separator)
			e.bytes(record)
			separator = ",\n"
		})
		e.text("]")
	}
	e.text("\n}\n")
	return e.finish("write JSON")
}

// JSONL writes the same records as [JSON] does, one a line, each with its kind
// in a leading field "type": run, article, event, family, paragraph, pair,
// outlet, edge, drift, quote, boilerplate, family_link or event_link. The run comes first and names the schema.
func JSONL(w io.Writer, r *news.Report) error {
	e := newEncoder(w)
	run := r.Run
	normalRun(&run)
	e.line(`{"type":"run","schema":"`+news.Schema+`",`, e.encode(run))
	for _, s := range sections() {
		head := `{"type":"` + s.kind + `",`
		n, some := s.records(r)
		e.each(n, some, func(record []byte) { e.line(head, record) })
	}
	return e.finish("write JSONL")
}
