package source

import (
	"archive/tar"
	"bytes"
	"io"
)

// tarFormat is a tar archive. Like all formats it is found inside compression too.
type tarFormat struct{}

func (tarFormat) recognise(head []byte, name string) sureness {
	const at = 257 // of the magic in the first header
	if len(head) > at+5 && bytes.Equal(head[at:at+5], []byte("ustar")) {
		return byContent
	}
	return named(name, ".tar", ".tgz", ".tbz2", ".txz")
}

func (tarFormat) read(r *reader, s *stream) error {
	archive := tar.NewReader(s)
	for !r.stopped() {
		header, err := archive.Next()
		switch {
		case err == io.EOF:
			return nil
		case err == io.ErrUnexpectedEOF:
			return because("cut off: the archive ends too early")
		case err == tar.ErrHeader:
			return because("damaged: nothing behind the damaged place was read")
		case err != nil:
			return err
		}
		if err := r.archived(s, header, archive); err != nil {
			return err
		}
	}
	return r.err
}

// archived reads one entry of an archive. Its error is about the archive.
func (r *reader) archived(s *stream, header *tar.Header, in io.Reader) error {
	switch {
	case header.Typeflag == tar.TypeDir, header.Typeflag == tar.TypeXGlobalHeader, hidden(header.Name):
		return nil
	case header.Typeflag == tar.TypeLink:
		return nil // another name of a file before it
	}
	if err := r.member(); err != nil {
		return err
	}
	if r.excludesMember(s, header.Name) {
		r.leaveOut()
		return nil
	}
	if reason := irregular(header.FileInfo().Mode()); reason != "" {
		r.skip(memberPath(s, header.Name), 0, reason)
		return nil
	}
	r.readMember(s, header.Name, in)
	return nil
}
