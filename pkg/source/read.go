package source

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// Read reads one input, in the given memory, and calls emit for each of its documents,
// in order. The bytes of a document hold until emit returns. Read returns what it left
// out, and an error only when emit returned one or the context ended. A [Stdin] input
// can be read once.
//
// Whether a line of a JSONL file is valid JSON is left for the receiver to
// find out, who has to parse it anyway and can do so for many lines at a time.
func Read(ctx context.Context, in Input, opts Options, memory *Memory, emit func(Document) error) (Left, error) {
	r := &reader{meter: &meter{ctx: ctx, opts: opts}, memory: memory, in: in, emit: emit, names: opts.Fields.Names()}
	defer memory.trim()
	if err := r.input(in); err != nil {
		r.skip(in.Path, 0, reasonOf(err))
	}
	if r.fatal == nil {
		r.fatal = ctx.Err()
	}
	return Left{append(r.skips, r.rest...), r.out}, r.fatal
}

// reader is the state of one call of Read.
type reader struct {
	*meter
	memory *Memory
	in     Input
	emit   func(Document) error
	names  *FieldNames
	skips  []news.Skip
	out    int   // what the selection left out
	told   int   // documents, and what was left
	fatal  error // that emit returned
}

// stream is the bytes of an input, of a member of an archive, or of what came out
// of compression.
type stream struct {
	*bufio.Reader
	path    string // as reports name it
	folder  string // that it lies in, see [Document]
	record  int    // see [Document]
	name    string // of the file, in lower case: its extension may tell its format
	inner   string // the path in its archive, empty when it is in none
	depth   int    // number of formats that it is nested in
	lenient bool   // it was given itself, and may do without a known extension

	file *os.File // that the bytes are all of, if any
	size int64    // of the file

	// What a container says of a document.
	url     string
	charset string

	// resync goes on behind a damaged place of the compressed data, where the
	// compression has such places.
	resync func() error
}

// input opens an input and reads it.
func (r *reader) input(in Input) error {
	raw, size, err := open(r.ctx, in)
	if err != nil {
		return err
	}
	defer raw.Close()
	r.size = size
	s := &stream{path: in.Path, folder: in.folder(), name: strings.ToLower(path.Base(in.name)), lenient: in.given, size: size}
	stored := io.Reader(raw)
	if file, ok := raw.(*os.File); ok {
		s.file = file
		stored = &asOpened{file, size}
	}
	buf := r.memory.buffered(&storedBytes{r.meter, stored}, bufferBytes)
	defer r.memory.giveBack(buf)
	s.Reader = buf
	r.read(s)
	return nil
}

// read reads a stream in its format.
func (r *reader) read(s *stream) {
	if s.depth > r.opts.MaxDepth {
		r.skip(s.path, s.record, fmt.Sprintf("nested more than %d deep (raise --max-depth)", r.opts.MaxDepth))
		return
	}
	told := r.told
	f, err := s.format()
	if !s.lenient && (err != nil || !holdsFiles(f)) && !r.opts.includes(r.below(s), s.inner) {
		r.leaveOut()
		return
	}
	if err == nil {
		err = f.read(r, s)
	}
	if err == nil && r.told == told {
		err = errEmpty
	}
	if err != nil {
		r.skip(s.path, s.record, reasonOf(err))
	}
}

// format tells the format of a stream, and turns its text into UTF-8 where that
// takes no guess.
func (s *stream) format() (format, error) {
	head, err := s.Peek(sniffBytes)
	if len(head) == 0 && err != nil && err != io.EOF {
		return nil, err
	}
	f, sure := recognised(head, s.name)
	if e := wideEncoding(head); e != nil && sure < byContent {
		s.Reader = narrowed(s.Reader, e)
		head, _ = s.Peek(sniffBytes) // an error comes again when the bytes are read
		f, sure = recognised(head, s.name)
	}
	switch {
	case sure == byContent:
		return f, nil
	case sure == no && !(s.lenient && extension(s.name) == ""):
		return nil, because("%s", unknownKind(s.name))
	}
	if reason := notText(head); reason != "" {
		return nil, because("%s", reason)
	}
	if sure == no {
		return textFormat{}, nil
	}
	return f, nil
}

// unknownKind is the reason for a file of which neither name nor content is known.
func unknownKind(name string) string {
	if ext := extension(strings.ToLower(name)); ext != "" {
		return fmt.Sprintf("not a known kind of file (%s)", ext)
	}
	return "not a known kind of file (no extension)"
}

// unpacked reads what comes out of a stream's compression.
func (r *reader) unpacked(s *stream, out io.Reader) {
	inner := *s
	buf := r.memory.buffered(&unpackedBytes{r.meter, out}, bufferBytes)
	defer r.memory.giveBack(buf)
	inner.Reader = buf
	inner.name = unpackedName(s.name)
	inner.depth++
	inner.file, inner.size = nil, 0
	r.read(&inner)
}

// stopped reports whether nothing more of the input is to be read.
func (r *reader) stopped() bool {
	return r.fatal != nil || r.err != nil || r.ctx.Err() != nil
}

// skip reports that a record, or with record 0 all of a path, is left out.
func (r *reader) skip(path string, record int, reason string) {
	r.progress()
	r.told++
	if r.fatal != nil || r.ctx.Err() != nil {
		return // the reason is the interruption, not the input
	}
	if s := (news.Skip{Path: RecordPath(path, record), Reason: reason}); r.takes(r.in.Path, s) {
		r.skips = append(r.skips, s)
	}
}

// give hands a document on and reports whether to go on.
func (r *reader) give(d Document) bool {
	d.Before = Before{len(r.skips), r.counted(), r.out}
	if r.fatal == nil {
		r.fatal = r.emit(d)
	}
	r.progress()
	r.told++
	return r.fatal == nil
}

// whole is a stream that is one document, if it is one.
func (r *reader) whole(s *stream) ([]byte, error) {
	buf := &r.memory.text
	buf.Reset()
	if s.file != nil {
		buf.Grow(int(min(s.size, r.opts.MaxFileBytes)) + bytes.MinRead)
	}
	_, err := buf.ReadFrom(io.LimitReader(s, r.opts.MaxFileBytes+1))
	data := buf.Bytes()
	switch {
	case err != nil:
		return nil, err
	case int64(len(data)) > r.opts.MaxFileBytes:
		return nil, r.opts.tooLarge()
	case isBlank(data):
		return nil, errEmpty
	}
	if reason := notText(data); reason != "" {
		return nil, because("%s", reason)
	}
	return data, nil
}

var errEmpty = because("empty")

// document is one that has the place and the address of a stream.
func (s *stream) document(f Format, data []byte) Document {
	return Document{
		Path: s.path, Folder: s.folder, Record: s.record,
		Format: f, Data: data, URL: s.url, Charset: s.charset,
	}
}

// numbered is a record of a stream. Record 0 is the stream itself.
func (s *stream) numbered(number int) Document {
	d := s.document(Record, nil)
	if number > 0 {
		d.Path, d.Record = RecordPath(s.path, s.record), number
	}
	return d
}
