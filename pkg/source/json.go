package source

import (
	"bytes"
	"encoding/json"
	"errors"
)

// jsonFormat is JSON: one object, an array of objects, objects one after the other
// or, in a .jsonl file and on standard input, one a line.
type jsonFormat struct{}

func (jsonFormat) recognise(head []byte, name string) sureness {
	if looksLikeRecords(head) {
		return byContent
	}
	return named(name, ".json", ".ninjs", ".jsonl", ".ndjson")
}

func (jsonFormat) read(r *reader, s *stream) error {
	head, _ := s.Peek(len(utf8BOM)) // an error comes again when the bytes are read
	_, _ = s.Discard(len(head) - len(bytes.TrimPrefix(head, utf8BOM)))
	head, _ = s.Peek(sniffBytes)
	records := recordReader{r, s}
	if ext := extension(s.name); (ext == ".jsonl" || ext == ".ndjson") && !beginsList(head) {
		return records.lines(s, 1)
	}
	return records.values()
}

// beginsList reports whether bytes begin as an array of objects does, which people
// keep in files of lines too.
func beginsList(head []byte) bool {
	return bytes.HasPrefix(bytes.TrimSpace(head), []byte("[")) && looksLikeRecords(head)
}

// looksLikeRecords reports whether bytes begin as an object with a member does, or
// an array of objects, and have nothing in them that JSON has not.
func looksLikeRecords(head []byte) bool {
	head = bytes.TrimSpace(bytes.TrimPrefix(head, utf8BOM))
	inner := bytes.TrimSpace(bytes.TrimPrefix(head, []byte("[")))
	member, ok := bytes.CutPrefix(inner, []byte("{"))
	if !ok || !bytes.HasPrefix(bytes.TrimSpace(member), []byte(`"`)) {
		return false
	}
	dec := json.NewDecoder(bytes.NewReader(head))
	for {
		if _, err := dec.Token(); err != nil {
			var syntax *json.SyntaxError
			return !errors.As(err, &syntax)
		}
	}
}

// recordReader reads the records of one stream.
type recordReader struct {
	*reader
	s *stream
}

// record hands on a record and reports whether to go on. Record 0 is the stream
// itself.
func (r recordReader) record(number int, data []byte) bool {
	d := r.s.document(Record, data)
	d.Names = r.names
	if number > 0 {
		d.Path, d.Record = RecordPath(r.s.path, r.s.record), number
	}
	return r.give(d)
}

// skipRecord reports that a record is left out. Record 0 is the stream itself.
func (r recordReader) skipRecord(number int, err error) {
	if number == 0 {
		r.skip(r.s.path, r.s.record, reasonOf(err))
		return
	}
	r.skip(RecordPath(r.s.path, r.s.record), number, reasonOf(err))
}
