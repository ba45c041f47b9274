package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// bufferBytes is what is read from a file at a time.
const bufferBytes = 64 << 10

// open opens an input's bytes as they are stored. The size of a file is that in
// bytes, that of a stream 0.
func open(ctx context.Context, in Input) (io.ReadCloser, int64, error) {
	if in.stream != nil {
		return interruptible(ctx, in.stream), 0, nil
	}
	file, err := os.OpenFile(in.disk, os.O_RDONLY|withoutWaiting, 0)
	if err != nil {
		return nil, 0, err
	}
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("not a regular file any more") // as it was when it was found
	}
	if err != nil {
		file.Close()
		return nil, 0, err
	}
	return file, info.Size(), nil
}

// asOpened is a file with the bytes that it had when it was opened: one that is
// written to while it is read might never end, and those that a system makes up while
// they are read, such as /proc/kmsg, wait for ever. To such the system gives no length.
type asOpened struct {
	file *os.File
	left int64
}

func (a *asOpened) Read(p []byte) (int, error) {
	if a.left == 0 {
		return 0, io.EOF
	}
	n, err := a.file.Read(p[:min(int64(len(p)), a.left)])
	a.left -= int64(n)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF // it has become shorter
	}
	return n, err
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

// reasonError is an error that is a reason as it stands.
type reasonError struct{ reason string }

func (e *reasonError) Error() string { return e.reason }

// because returns a reason as an error.
func because(format string, args ...any) error {
	return &reasonError{fmt.Sprintf(format, args...)}
}

// reasonOf is the reason for an input that could not be read to its end. It leaves
// out the file's name, which may tell where the input lies.
func reasonOf(err error) string {
	var own *reasonError
	switch {
	case errors.As(err, &own):
		return own.reason
	case errors.Is(err, io.ErrUnexpectedEOF):
		return "cut off: it ends too early"
	default:
		return "cannot be read: " + bare(err).Error()
	}
}

// damage makes a reason of the error of a decompressor, of which each has its own,
// and leaves alone those of what it reads from.
func damage(err error) error {
	var own *reasonError
	var file *fs.PathError
	switch {
	case err == nil, err == io.EOF, errors.As(err, &own), errors.As(err, &file),
		errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, io.ErrUnexpectedEOF):
		return because("cut off: the compressed data ends too early")
	default:
		return because("damaged: the compressed data is not valid")
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
