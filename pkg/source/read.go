package source

import (
	"bufio"
	"bytes"
	"context"
	"io"

	"github.com/wireprint/wireprint/pkg/news"
)

// Read reads one input and calls emit for each of its documents, in order. It
// returns what it left out, and an error only when emit returned one or the
// context ended. A [Stdin] input can be read once.
//
// Whether a line of a JSONL file is valid JSON is left for the receiver to
// find out, who has to parse it anyway and can do so for many lines at a time.
func Read(ctx context.Context, in Input, opts Options, emit func(Document) error) ([]news.Skip, error) {
	r := &reader{ctx: ctx, in: in, opts: opts, emit: emit}
	if err := r.read(); err != nil {
		r.skip(0, unreadable(err))
	}
	if r.fatal == nil {
		r.fatal = ctx.Err()
	}
	return r.skips, r.fatal
}

// reader is the state of one call of Read.
type reader struct {
	ctx   context.Context
	in    Input
	opts  Options
	emit  func(Document) error
	skips []news.Skip
	fatal error // that emit returned
}

// read opens the input and reads it as its kind demands.
func (r *reader) read() error {
	raw, err := open(r.ctx, r.in)
	if err != nil {
		return err
	}
	defer raw.Close()
	buf, err := decoded(&checked{r.ctx, raw})
	if err != nil {
		return err
	}
	if r.in.kind == kindLines || r.in.kind == kindJSON {
		r.records(buf)
	} else {
		r.whole(buf)
	}
	return nil
}

// skip reports that a record, or with record 0 the whole input, is left out.
func (r *reader) skip(record int, reason string) {
	if r.ctx.Err() != nil {
		return // the reason is the interruption, not the input
	}
	r.skips = append(r.skips, news.Skip{Path: RecordPath(r.in.Path, record), Reason: reason})
}

// give hands a document on and reports whether to go on.
func (r *reader) give(record int, f Format, data []byte) bool {
	r.fatal = r.emit(Document{Path: r.in.Path, Folder: r.in.folder(), Record: record, Format: f, Data: data})
	return r.fatal == nil
}

// whole reads an input that is one document.
func (r *reader) whole(stream io.Reader) {
	data, err := io.ReadAll(io.LimitReader(stream, r.opts.MaxFileBytes+1))
	switch {
	case err != nil:
		r.skip(0, unreadable(err))
	case int64(len(data)) > r.opts.MaxFileBytes:
		r.skip(0, r.opts.tooLarge())
	case binary(data) != "":
		r.skip(0, binary(data))
	case isBlank(data):
		r.skip(0, "empty")
	case r.in.kind == kindHTML || looksLikePage(data):
		r.give(0, HTML, data)
	case r.in.kind == kindUnknown && data[0] == '{':
		r.records(bufio.NewReader(bytes.NewReader(data)))
	default:
		r.give(0, Text, data)
	}
}

// records reads an input that holds records.
func (r *reader) records(buf *bufio.Reader) {
	head, _ := buf.Peek(sniffBytes) // an error comes again when the bytes are read
	if reason := binary(head); reason != "" {
		r.skip(0, reason)
		return
	}
	_, _ = buf.Discard(len(head) - len(bytes.TrimPrefix(head, utf8BOM))) // they are there: see Peek
	if r.in.kind == kindLines {
		r.lines(buf, 1)
	} else {
		r.values(buf)
	}
}
