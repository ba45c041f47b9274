package source

import (
	"bufio"
	"bytes"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Memory is what inputs are read in. One call of [Read] after the other can have the
// same, calls at the same time need one each; the zero value is ready. Most files are
// stories, and short: with new memory for each, one of 5 kB takes 34 µs of a processor,
// and 10 with the same.
type Memory struct {
	large, small spares[*bufio.Reader] // of bufferBytes and of memberBuffer
	gzips        spares[*gzip.Reader]
	zstds        spares[*zstd.Decoder] // with their windows, a tenth of the time for 20 MB
	text         bytes.Buffer          // of a document that is all of a stream
	block        []byte                // of a file of lines
}

// spares are what is not in use of memory of one kind. What is nested needs its own, so
// there may be several.
type spares[T any] []T

// take returns one of them, if there is any.
func (s *spares[T]) take() (spare T, ok bool) {
	if len(*s) == 0 {
		return spare, false
	}
	last := len(*s) - 1
	spare = (*s)[last]
	*s = (*s)[:last]
	return spare, true
}

func (s *spares[T]) giveBack(spare T) { *s = append(*s, spare) }

// buffered returns a buffer of a size for a stream, which is to be given back.
func (m *Memory) buffered(in io.Reader, size int) *bufio.Reader {
	buf, ok := m.spareBuffers(size).take()
	if !ok {
		return bufio.NewReaderSize(in, size)
	}
	buf.Reset(in)
	return buf
}

// giveBack takes a buffer back.
func (m *Memory) giveBack(buf *bufio.Reader) {
	buf.Reset(nil)
	m.spareBuffers(buf.Size()).giveBack(buf)
}

// spareBuffers are those of one of the two sizes.
func (m *Memory) spareBuffers(size int) *spares[*bufio.Reader] {
	if size == memberBuffer {
		return &m.small
	}
	return &m.large
}

// mostKept is the most of a document or of a line that memory is kept for, in bytes.
const mostKept = 1 << 20

// trim lets go of memory that something uncommonly large was read in.
func (m *Memory) trim() {
	if m.text.Cap() > mostKept {
		m.text = bytes.Buffer{}
	}
	if cap(m.block) > mostKept {
		m.block = nil
	}
}
