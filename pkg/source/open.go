package source

import (
	"bufio"
	"bytes"
	"compress/flate"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/klauspost/compress/gzip"
)

// bufferBytes is what is read from a file at a time.
const bufferBytes = 64 << 10

// open opens an input's bytes as they are stored.
func open(ctx context.Context, in Input) (io.ReadCloser, error) {
	if in.stream != nil {
		return interruptible(ctx, in.stream), nil
	}
	// A file may have become something else since it was found, and opening a
	// named pipe can wait for ever.
	info, err := os.Stat(in.disk)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("not a regular file any more")
	}
	return os.Open(in.disk)
}

var gzipMagic = []byte{0x1f, 0x8b}

// decoded undoes what stands between stored bytes and documents: gzip, whatever
// the file's name, and UTF-16 or UTF-32.
func decoded(raw io.Reader) (*bufio.Reader, error) {
	buf := bufio.NewReaderSize(raw, bufferBytes)
	if magic, _ := buf.Peek(len(gzipMagic)); bytes.Equal(magic, gzipMagic) {
		zr, err := gzip.NewReader(buf)
		if err != nil {
			return nil, err
		}
		buf = bufio.NewReaderSize(zr, bufferBytes)
	}
	return wide(buf), nil
}

// checked stops reading when its context ends.
type checked struct {
	ctx context.Context
	r   io.Reader
}

func (c *checked) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}

// interruptible makes a stream that may block for ever, as a terminal does,
// end with its context. The goroutine that waits for the stream is then left
// waiting.
func interruptible(ctx context.Context, stream io.Reader) io.ReadCloser {
	pr, pw := io.Pipe()
	go func() {
		_, err := io.CopyBuffer(pw, stream, make([]byte, bufferBytes))
		pw.CloseWithError(err)
	}()
	context.AfterFunc(ctx, func() { pr.CloseWithError(ctx.Err()) })
	return pr
}

// unreadable is the reason for an input that could not be read to its end. It
// leaves out the file's name, which may tell where the input lies.
func unreadable(err error) string {
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF):
		return "cut off: the compressed data ends too early"
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.As(err, &corrupt):
		return "damaged: the compressed data is not valid"
	default:
		return "cannot be read: " + bare(err).Error()
	}
}

// bare returns the error of a file operation without the file's name.
func bare(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}
