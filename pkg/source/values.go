package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// values reads the records of a .json file: one object, an array of objects,
// one object a line, or objects one after the other. Whatever follows the first
// is streamed.
func (r *reader) values(buf *bufio.Reader) {
	line, err := skipSpace(buf)
	if err != nil {
		if err == io.EOF {
			r.skip(0, "empty")
		} else {
			r.skip(0, unreadable(err))
		}
		return
	}
	dec, b := r.decoder(buf)
	if first, _ := buf.Peek(1); first[0] == '[' {
		_, _ = dec.Token() // the bracket that was seen
		r.array(dec, b)
		return
	}
	value, err := nextValue(dec, b)
	if err != nil {
		r.skip(0, r.invalid(err))
		return
	}
	rest := bufio.NewReader(io.MultiReader(dec.Buffered(), buf))
	next, err := skipSpace(rest)
	switch {
	case err == io.EOF:
		r.give(0, Record, value)
	case next > 1 && !bytes.Contains(value, []byte("\n")):
		if r.give(line, Record, value) {
			r.lines(rest, line+next-1)
		}
	case r.give(1, Record, value):
		dec, b = r.decoder(rest)
		if number, ok := r.elements(dec, b, 2); ok {
			r.end(dec, number)
		}
	}
}

func (r *reader) decoder(in io.Reader) (*json.Decoder, *bounded) {
	b := &bounded{r: in, max: r.opts.MaxFileBytes, left: r.opts.MaxFileBytes}
	return json.NewDecoder(b), b
}

// array reads the elements of the array that the decoder stands in.
func (r *reader) array(dec *json.Decoder, b *bounded) {
	number, ok := r.elements(dec, b, 1)
	if !ok {
		return
	}
	switch _, err := dec.Token(); { // the closing bracket
	case err == io.EOF:
		r.skip(number, r.invalid(io.ErrUnexpectedEOF))
	case err != nil:
		r.skip(number, r.invalid(err))
	case number == 1:
		r.skip(0, "empty")
	default:
		r.end(dec, number)
	}
}

// end reports what follows the last value.
func (r *reader) end(dec *json.Decoder, number int) {
	switch _, err := dec.Token(); {
	case err == nil:
		r.skip(number, "not valid JSON: something follows the list")
	case err != io.EOF:
		r.skip(number, r.invalid(err))
	}
}

// elements reads value after value, the first of which has the given number,
// and returns the number after the last. ok is false when it did not get to the
// end: nothing can be read after a value that is not valid JSON.
func (r *reader) elements(dec *json.Decoder, b *bounded, number int) (next int, ok bool) {
	for ; dec.More(); number++ {
		value, err := nextValue(dec, b)
		if err != nil {
			reason := r.invalid(err)
			if !errors.Is(err, io.ErrUnexpectedEOF) {
				reason += "; nothing after it was read"
			}
			r.skip(number, reason)
			return number, false
		}
		if !r.give(number, Record, value) {
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

// invalid is the reason for an error of the JSON decoder.
func (r *reader) invalid(err error) string {
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, errTooLarge):
		return r.opts.tooLarge()
	case errors.As(err, &syntax):
		return "not valid JSON: " + syntax.Error()
	case errors.Is(err, io.ErrUnexpectedEOF):
		return "cut off: the file ends inside the record"
	default:
		return unreadable(err)
	}
}

// cutOrInvalid is the reason for a last line that is not valid JSON.
func cutOrInvalid(line []byte) string {
	var value json.RawMessage
	err := json.NewDecoder(bytes.NewReader(line)).Decode(&value)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return "cut off: the file ends inside the record"
	}
	return fmt.Sprintf("not valid JSON: %v", err)
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
