package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
)

// pdfFormat is a PDF file: one document, of the words that its pages show. Pictures
// of words, as scanners make them, are not read.
type pdfFormat struct{}

const pdfMagic = "%PDF-1."

func (pdfFormat) recognise(head []byte, name string) sureness {
	if beginsWith(head, pdfMagic, name, ".pdf") {
		return byContent
	}
	return named(name, ".pdf")
}

func (pdfFormat) read(r *reader, s *stream) error {
	data, err := io.ReadAll(io.LimitReader(s, r.opts.MaxFileBytes+1))
	switch {
	case err != nil:
		return err
	case int64(len(data)) > r.opts.MaxFileBytes:
		return r.opts.tooLarge()
	case oversizedPDF(data):
		return because("damaged: the PDF claims to be larger than any")
	case encryptedPDF.Match(data):
		return because("encrypted")
	}
	text, unread, err := r.pdfText(data)
	if err != nil {
		return err
	}
	if unread != nil {
		r.skip(s.path, s.record, fmt.Sprintf("pages of it cannot be read (%d, the first is page %d)", len(unread), unread[0]))
	}
	if strings.TrimSpace(text) == "" {
		return because("no text in it; it may be scanned")
	}
	r.give(s.document(Text, []byte(text)))
	return nil
}

// encryptedPDF finds that a PDF is encrypted, be it without a password: what lies in
// its streams cannot be looked at before the library does.
var encryptedPDF = regexp.MustCompile(`/Encrypt[\s<\d]`)

// maxObjects is the most objects that a PDF may have: by the standard's own limits.
const maxObjects = 8_388_607

// pdfCounts finds what a PDF says of the number of its objects.
var pdfCounts = regexp.MustCompile(`(?:/Size\s*|/Columns\s*|/N\s*|/(?:Index|W)\s*\[[\d\s]*?|(?:^|[\r\n])[ \t]*)(\d{7,})`)

// oversizedPDF reports whether a PDF announces more objects than any has: the
// library would make room for them.
func oversizedPDF(data []byte) bool {
	for _, m := range pdfCounts.FindAllSubmatch(data, -1) {
		if len(m[1]) == len("0000000000") && !bytes.HasPrefix(m[0], []byte("/")) {
			continue // an offset in the table of objects
		}
		if n, err := strconv.Atoi(string(m[1])); err != nil || n > maxObjects {
			return true
		}
	}
	return false
}

// errPDFStopped is what the library is stopped with.
var errPDFStopped = errors.New("reading was stopped")

// pdfText returns a PDF's text and the pages that it could not read. The library
// cannot be told to stop: when its time is over, what it reads from stops it.
func (r *reader) pdfText(data []byte) (text string, unread []int, err error) {
	file := &pdfFile{ReaderAt: bytes.NewReader(data), left: mostReread * (int64(len(data)) + pdfBlock), check: r.check}
	err = guardedPDF(func() (err error) {
		if err := checkPDF(data, r.opts.MaxFileBytes, r.check); err != nil {
			return err
		}
		text, unread, err = pdfPages(file, int64(len(data)), r.opts.MaxFileBytes)
		return err
	})
	if stop := r.check(); stop != nil { // the library may have gone on behind it
		err = stop
	}
	if err != nil {
		return "", nil, pdfReason(err)
	}
	return text, unread, nil
}

// mostReread is how many times its own size is read of a PDF, in which everything
// refers to everything: the library follows pages, tables and streams that lie in a
// circle without end. Of 48 files most need 40 times, and
// one, a listing of 254 kB, 237.
const mostReread = 1000

// pdfBlock is what the library reads at least, wherever it looks, and some more.
const pdfBlock = 16 << 10

// pdfFile is a file that cannot be read any more when there is a reason to stop, or
// too much was read.
type pdfFile struct {
	io.ReaderAt
	left  int64 // bytes
	check func() error
}

func (f *pdfFile) ReadAt(p []byte, offset int64) (int, error) {
	if f.left -= int64(len(p)); f.left < 0 || f.check() != nil {
		panic(errPDFStopped) // the library goes on behind errors
	}
	return f.ReaderAt.ReadAt(p, offset)
}

// guardedPDF calls the library, which panics on what it does not understand.
func guardedPDF(call func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("not valid: %v", p)
		}
	}()
	return call()
}

// pdfReason makes a reason of an error of the library.
func pdfReason(err error) error {
	var own *reasonError
	switch {
	case err == nil, errors.As(err, &own):
		return err
	case errors.Is(err, pdf.ErrInvalidPassword):
		return because("encrypted")
	default:
		return because("damaged or cut off: the PDF cannot be read")
	}
}

// pdfPages returns the text of all pages and the numbers of those that the library
// cannot read.
func pdfPages(file *pdfFile, size, limit int64) (text string, unread []int, err error) {
	doc, err := pdf.NewReader(file, size)
	if err != nil {
		return "", nil, err
	}
	if err := checkObjects(doc); err != nil {
		return "", nil, err
	}
	var lines []pdfLine
	length := int64(0)
	for number := 1; number <= min(doc.NumPage(), maxObjects); number++ {
		err := guardedPDF(func() error {
			for _, l := range pdfLines(pdfRuns(doc.Page(number))) {
				length += int64(len(l.text))
				lines = append(lines, l)
			}
			return nil
		})
		if err != nil {
			unread = append(unread, number)
		}
		if err := file.check(); err != nil {
			return "", nil, err
		}
		if length > limit {
			return "", nil, because("larger than %s (raise --max-file-size)", sizeText(limit))
		}
	}
	return joinLines(lines), unread, nil
}
