package source

import (
	"bytes"
	"io"
)

// lineBlock is what is read of a file of lines at a time, in bytes. One block, used
// over and over, stays in the processor's cache from when it is unpacked to when its
// lines are read: with a new one each time, that lines stay as they are, reading them
// took four times as long.
const lineBlock = 128 << 10

// lineSplitter splits a stream into lines. They are parts of its block, which becomes
// larger only where a line does not fit.
type lineSplitter struct {
	in    io.Reader
	limit int64 // bytes of a line, its end not counted

	block    []byte // len is what has been read into it
	start    int    // of the next line
	searched int    // up to here no line end was found
	err      error  // of the last read
}

// next returns the next line with its end, the last one with io.EOF; it holds until
// the call after. A line above the limit is passed over and reported as errTooLarge.
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

// read reads on. When the block is full, what it holds of a line goes to its front.
func (s *lineSplitter) read() {
	if len(s.block) == cap(s.block) {
		rest := s.block[s.start:]
		if 2*len(rest) >= cap(s.block) {
			s.block = make([]byte, 0, max(2*cap(s.block), lineBlock))
		}
		s.block = append(s.block[:0], rest...)
		s.start, s.searched = 0, len(rest)
	}
	n, err := s.in.Read(s.block[len(s.block):cap(s.block)])
	s.block, s.err = s.block[:len(s.block)+n], err
}
