package source

import (
	"context"
	"io"
	"time"
)

// expansionStart is the number of bytes that may come out of a compressed input
// whatever went in: a ratio says nothing of small files.
const expansionStart = 64 << 20

// meter holds one input, with all that is nested in it, to the limits. What it
// refuses, it refuses for good: err is then the reason.
type meter struct {
	ctx  context.Context
	opts Options
	size int64 // of the input in bytes, 0 when it is not known

	stored   int64 // bytes read of the input
	unpacked int64 // bytes that came out of compression and archives
	members  int   // of archives
	err      error

	listing // of what is skipped

	// busy is the time since the last document in which nothing was waited for:
	// neither for the disk or the network behind it, nor for the receiver.
	busy  time.Duration
	since time.Time
	moved bool // something was read or skipped since
}

// progress says that a document was handed on or left out.
func (m *meter) progress() { m.moved = true }

// check returns the reason to stop reading.
func (m *meter) check() error {
	switch {
	case m.err != nil:
		return m.err
	case m.ctx.Err() != nil:
		return m.ctx.Err()
	}
	now := m.opts.now()
	if m.moved || m.since.IsZero() {
		m.busy, m.moved = 0, false
	} else {
		m.busy += now.Sub(m.since)
	}
	m.since = now
	if m.busy > time.Duration(m.opts.MaxSeconds)*time.Second {
		return m.opts.tooSlow()
	}
	return nil
}

// unpack counts bytes that came out of compression or of an archive.
func (m *meter) unpack(n int) error {
	m.unpacked += int64(n)
	in := m.stored
	if m.size > 0 {
		in = min(in, m.size) // an archive can have the same bytes read many times
	}
	switch {
	case m.unpacked > m.opts.MaxArchiveBytes:
		m.err = because("holds more than %s when unpacked (raise --max-archive-size)", sizeText(m.opts.MaxArchiveBytes))
	case m.unpacked > expansionStart && m.unpacked/int64(m.opts.MaxExpansion) > in:
		m.err = because("unpacks to more than %d times its size (raise --max-expansion)", m.opts.MaxExpansion)
	}
	return m.err
}

// member counts one member of an archive.
func (m *meter) member() error {
	m.moved = true
	if m.members++; m.members > m.opts.MaxMembers {
		m.err = because("holds more than %d files (raise --max-members)", m.opts.MaxMembers)
	}
	return m.err
}

// storedBytes reads the input itself.
type storedBytes struct {
	*meter
	r io.Reader
}

func (s *storedBytes) Read(p []byte) (int, error) {
	if err := s.check(); err != nil {
		return 0, err
	}
	n, err := s.r.Read(p)
	s.stored += int64(n)
	s.since = s.opts.now()
	return n, err
}

// storedAt is storedBytes for reading in any order.
type storedAt struct {
	*meter
	r io.ReaderAt
}

func (s *storedAt) ReadAt(p []byte, offset int64) (int, error) {
	if err := s.check(); err != nil {
		return 0, err
	}
	n, err := s.r.ReadAt(p, offset)
	s.stored += int64(n)
	s.since = s.opts.now()
	return n, err
}

// unpackedBytes reads what comes out of compression or of an archive.
type unpackedBytes struct {
	*meter
	r io.Reader
}

func (u *unpackedBytes) Read(p []byte) (int, error) {
	if err := u.check(); err != nil {
		return 0, err
	}
	n, err := u.r.Read(p)
	if limit := u.unpack(n); limit != nil {
		return 0, limit
	}
	return n, damage(err)
}
