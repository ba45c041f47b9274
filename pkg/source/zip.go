package source

import (
	"archive/zip"
	"compress/bzip2"
	"io"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zstd"
	"github.com/therootcompany/xz"
)

// maxDirectory is the most that a ZIP archive's table of contents may take, in
// bytes: it is held in memory, and has room there for half a million files.
const maxDirectory = 64 << 20

// zipFormat is a ZIP archive.
type zipFormat struct{}

func (zipFormat) recognise(head []byte, name string) sureness {
	for _, magic := range []string{"PK\x03\x04", "PK\x05\x06"} { // a file, or the end of none
		if beginsWith(head, magic, name, ".zip") {
			return byContent
		}
	}
	return named(name, ".zip")
}

func (zipFormat) read(r *reader, s *stream) error {
	bytes, err := r.anyOrder(s)
	if err != nil {
		return err
	}
	defer bytes.close()
	budget := &directory{ReaderAt: bytes, left: maxDirectory}
	archive, err := zip.NewReader(budget, bytes.size)
	if err != nil {
		if budget.left < 0 {
			return because("its table of contents is larger than %s", sizeText(maxDirectory))
		}
		return because("damaged or cut off: its table of contents cannot be read")
	}
	budget.read = true
	registerMethods(archive)
	for _, f := range archive.File {
		if isOffice(f.Name) {
			return because("Office document or e-book")
		}
	}
	for _, f := range archive.File {
		if err := r.zipped(s, f); err != nil || r.stopped() {
			return err
		}
	}
	return nil
}

// zipped reads one file of an archive. Its error is about the archive.
func (r *reader) zipped(s *stream, f *zip.File) error {
	if f.Mode().IsDir() || hidden(f.Name) {
		return nil
	}
	if err := r.member(); err != nil {
		return err
	}
	if r.excludesMember(s, f.Name) {
		r.leaveOut()
		return nil
	}
	path := memberPath(s, f.Name)
	if reason := irregular(f.Mode()); reason != "" {
		r.skip(path, 0, reason)
		return nil
	}
	if f.Flags&1 != 0 {
		r.skip(path, 0, "encrypted")
		return nil
	}
	file, err := f.Open()
	if err != nil {
		r.skip(path, 0, reasonOf(damage(err)))
		return nil
	}
	defer file.Close()
	r.readMember(s, f.Name, file)
	return nil
}

// isOffice reports whether an archive that holds the file is something else.
func isOffice(name string) bool {
	return name == "[Content_Types].xml" || name == "mimetype"
}

// registerMethods adds the ways of compression that archive/zip lacks, and a faster
// one for one that it has.
func registerMethods(archive *zip.Reader) {
	const (
		methodBzip2 = 12
		methodZstd  = 93
		methodXZ    = 95
	)
	archive.RegisterDecompressor(zip.Deflate, flate.NewReader)
	archive.RegisterDecompressor(methodBzip2, func(in io.Reader) io.ReadCloser { return io.NopCloser(bzip2.NewReader(in)) })
	archive.RegisterDecompressor(methodZstd, zstd.ZipDecompressor(zstd.WithDecoderMaxWindow(maxWindow)))
	archive.RegisterDecompressor(methodXZ, func(in io.Reader) io.ReadCloser {
		z, err := xz.NewReader(in, maxDictionary)
		if err != nil {
			return io.NopCloser(failed{err})
		}
		return io.NopCloser(xzReader{z})
	})
}

// failed is a reader that could not be made.
type failed struct{ err error }

func (f failed) Read([]byte) (int, error) { return 0, f.err }

// directory holds the reading of a table of contents to a number of bytes.
type directory struct {
	io.ReaderAt
	left int64
	read bool // it was read: from here on there is no limit
}

func (d *directory) ReadAt(p []byte, offset int64) (int, error) {
	if d.left -= int64(len(p)); d.left < 0 && !d.read {
		return 0, errTooLarge
	}
	return d.ReaderAt.ReadAt(p, offset)
}
