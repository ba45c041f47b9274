package source

import (
	"bytes"
	"io"
)

// Files are read in blocks, of which a line is a part: it is copied only when it
// lies across two of them. A block is never used again, for the lines belong to
// who receives them; it is free when the last of them is. Small files take small
// blocks.
const (
	firstBlock = 64 << 10 // bytes
	fullBlock  = 512 << 10
)

// lineSplitter splits a stream into lines.
type lineSplitter struct {
	in    io.Reader
	limit int64 // bytes of a line, its end not counted

	block    []byte // len is what has been read into it
	start    int    // of the next line
	searched int    // up to here no line end was found
	err      error  // of the last read
}

// next returns the next line with its end, the last one with io.EOF. A line above
// the limit is passed over and reported as errTooLarge.
func (s *lineSplitter) next() ([]byte, error) {
	tooLarge := false
	for {
		end := bytes.IndexByte(s.block[s.searched:], '\n')
		if end >= 0 {
			end += s.searched + 1
		} else {
			end = len(s.block)
		}
		ended := end > s.searched && s.block[end-1] == '\n'
		if int64(end-s.start) > s.limit+1 {
			tooLarge, s.start = true, end
		}
		s.searched = end
		switch {
		case !ended && s.err == nil:
			s.read()
			continue
		case !ended && s.err != io.EOF:
			return nil, s.err
		case tooLarge:
			s.start = end
			return nil, errTooLarge
		}
		line := s.block[s.start:end:end]
		s.start = end
		if ended {
			return line, nil
		}
		return line, io.EOF
	}
}

// read reads on, into a new block when the current one is full.
func (s *lineSplitter) read() {
	if len(s.block) == cap(s.block) {
		rest := s.block[s.start:]
		size := max(min(2*cap(s.block), fullBlock), firstBlock, 2*len(rest))
		s.block = append(make([]byte, 0, size), rest...)
		s.start, s.searched = 0, len(rest)
	}
	n, err := s.in.Read(s.block[len(s.block):cap(s.block)])
	s.block, s.err = s.block[:len(s.block)+n], err
}
