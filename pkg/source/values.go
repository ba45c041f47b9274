package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// values reads the records of a .json file: one object, an array of objects,
// one object a line, or objects one after the other. Whatever follows the first
// is streamed.
func (r recordReader) values() error {
	line, err := skipSpace(r.s.Reader)
	if err == io.EOF {
		return nil
	}
	if err != nil {
		return err
	}
	dec, b := r.decoder(r.s)
	if first, _ := r.s.Peek(1); first[0] == '[' {
		_, _ = dec.Token() // the bracket that was seen
		r.array(dec, b)
		return nil
	}
	value, err := nextValue(dec, b)
	if err != nil {
		return r.invalid(err)
	}
	rest := bufio.NewReader(io.MultiReader(dec.Buffered(), r.s))
	next, err := skipSpace(rest)
	switch {
	case err == io.EOF:
		r.record(0, value)
	case next > 1 && !bytes.Contains(value, []byte("\n")):
		if r.record(line, value) {
			return r.lines(rest, line+next-1)
		}
	case r.record(1, value):
		dec, b = r.decoder(rest)
		if number, ok := r.elements(dec, b, 2); ok {
			r.end(dec, number)
		}
	}
	return nil
}

func (r recordReader) decoder(in io.Reader) (*json.Decoder, *bounded) {
	b := &bounded{r: in, max: r.opts.MaxFileBytes, left: r.opts.MaxFileBytes}
	return json.NewDecoder(b), b
}

// array reads the elements of the array that the decoder stands in.
func (r recordReader) array(dec *json.Decoder, b *bounded) {
	number, ok := r.elements(dec, b, 1)
	if !ok {
		return
	}
	switch _, err := dec.Token(); { // the closing bracket
	case err == io.EOF:
		r.skipRecord(number, r.invalid(io.ErrUnexpectedEOF))
	case err != nil:
		r.skipRecord(number, r.invalid(err))
	default:
		r.end(dec, number)
	}
}

// end reports what follows the last value.
func (r recordReader) end(dec *json.Decoder, number int) {
	switch _, err := dec.Token(); {
	case err == nil:
		r.skipRecord(number, because("not valid JSON: something follows the list"))
	case err != io.EOF:
		r.skipRecord(number, r.invalid(err))
	}
}

// elements reads value after value, the first of which has the given number,
// and returns the number after the last. ok is false when it did not get to the
// end: nothing can be read after a value that is not valid JSON.
func (r recordReader) elements(dec *json.Decoder, b *bounded, number int) (next int, ok bool) {
	for ; dec.More(); number++ {
		value, err := nextValue(dec, b)
		if err != nil {
			reason := r.invalid(err)
			if !errors.Is(err, io.ErrUnexpectedEOF) {
				reason = because("%s; nothing after it was read", reasonOf(reason))
			}
			r.skipRecord(number, reason)
			return number, false
		}
		if !r.record(number, value) {
			return number, false
		}
	}
	return number, true
}

// nextValue decodes one value, allowing it the whole limit.
func nextValue(dec *json.Decoder, b *bounded) (json.RawMessage, error) {
	b.left = b.max
	var value json.RawMessage
	err := dec.Decode(&value)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return value, err
}

// bounded keeps the decoder, which holds a whole value in memory, from reading
// on and on for one value.
type bounded struct {
	r         io.Reader
	max, left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errTooLarge
	}
	n, err := b.r.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}

var errCutRecord = because("cut off: the file ends inside the record")

// invalid makes a reason of an error of the JSON decoder.
func (r recordReader) invalid(err error) error {
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, errTooLarge):
		return r.opts.tooLarge()
	case errors.As(err, &syntax):
		return because("not valid JSON: %v", syntax)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errCutRecord
	default:
		return err
	}
}

// cutOrInvalid is the reason for a last line that is not valid JSON.
func cutOrInvalid(line []byte) error {
	var value json.RawMessage
	err := json.NewDecoder(bytes.NewReader(line)).Decode(&value)
	switch {
	case err == nil:
		return because("not valid JSON: something follows the object")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errCutRecord
	default:
		return because("not valid JSON: %v", err)
	}
}

// skipSpace reads over white space and returns the line that it ends on, where
// it begins on line 1. The error is io.EOF when there is nothing else.
func skipSpace(buf *bufio.Reader) (line int, err error) {
	for line = 1; ; {
		b, err := buf.ReadByte()
		switch {
		case err != nil:
			return line, err
		case b == '\n':
			line++
		case b != ' ' && b != '\t' && b != '\r':
			return line, buf.UnreadByte()
		}
	}
}
