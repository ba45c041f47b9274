package source

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
)

// inMemory is the most that is put aside in memory of a stream that must be read
// in any order.
const inMemory = 4 << 20

// maxAside is the most that is put aside at all: a larger archive in an archive is
// better unpacked by hand.
const maxAside = 8 << 30

// anyOrder is bytes that can be read in any order.
type anyOrder struct {
	io.ReaderAt
	size  int64
	close func()
}

// anyOrder gives access in any order to a stream, as formats need that keep their
// table of contents at the end. A file is read where it lies. What comes out of
// compression, an archive or standard input is put aside, in a temporary file without
// a name when it is large: in memory, an archive in an archive could take up all there is, and
// read front to back a ZIP archive is not safe to read, for only its table of
// contents says which files it holds and how long they are.
func (r *reader) anyOrder(s *stream) (anyOrder, error) {
	if s.file != nil {
		return anyOrder{&storedAt{r.meter, s.file}, s.size, func() {}}, nil
	}
	var head bytes.Buffer
	n, err := io.Copy(&head, io.LimitReader(s, inMemory))
	if err != nil {
		return anyOrder{}, err
	}
	if n < inMemory {
		return anyOrder{&storedAt{r.meter, bytes.NewReader(head.Bytes())}, n, func() {}}, nil
	}
	return r.putAside(io.MultiReader(&head, s))
}

// putAside copies a stream to a temporary file without a name that anybody chose.
func (r *reader) putAside(in io.Reader) (anyOrder, error) {
	file, err := os.CreateTemp("", "wireprint-")
	if err != nil {
		return anyOrder{}, asideError(err)
	}
	name := file.Name()
	if os.Remove(name) == nil {
		name = "" // the file is gone when it is closed; Windows keeps it until then
	}
	remove := func() {
		file.Close()
		if name != "" {
			_ = os.Remove(name)
		}
	}
	size, err := io.Copy(file, io.LimitReader(in, maxAside))
	if err == nil && size == maxAside {
		err = because("larger than %s inside another file; unpack that first", sizeText(maxAside))
	}
	if err != nil {
		remove()
		return anyOrder{}, asideError(err)
	}
	return anyOrder{&storedAt{r.meter, file}, size, remove}, nil
}

// asideError tells an error of the temporary file from one of the stream.
func asideError(err error) error {
	var file *fs.PathError
	if errors.As(err, &file) && file.Op != "read" {
		return because("cannot be put aside in a temporary file: %v", file.Err)
	}
	return err
}
