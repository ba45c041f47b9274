package source

import (
	"io"

	"github.com/therootcompany/xz"
)

// maxDictionary is the most that xz may remember of what it unpacked: what xz -9
// asks for. Its format would allow 4 GiB.
const maxDictionary = 64 << 20

// xzFormat is xz, also several streams one behind the other. Of the readers in Go this
// is the one that can be held to an amount of memory.
type xzFormat struct{}

func (xzFormat) recognise(head []byte, name string) sureness {
	if beginsWith(head, "\xfd7zXZ\x00", name, ".xz") {
		return byContent
	}
	return no
}

func (xzFormat) read(r *reader, s *stream) error {
	z, err := xz.NewReader(s, maxDictionary)
	if err == nil {
		r.unpacked(s, xzReader{z})
	}
	if err == xz.ErrBuf {
		err = io.ErrUnexpectedEOF
	}
	return damage(err)
}

// xzReader gives data that was cut off the error that everybody gives it.
type xzReader struct{ *xz.Reader }

func (x xzReader) Read(p []byte) (int, error) {
	n, err := x.Reader.Read(p)
	if err == xz.ErrBuf {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}
