package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/textproto"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
)

// warcFormat is a web archive, ISO 28500: what a crawler saved, one record after
// the other. Records that hold a page, or anything else that the program reads, are
// read; a record's number counts all of them. Compressed web archives have each
// record in a gzip member of its own, so that one damaged record costs no other.
type warcFormat struct{}

func (warcFormat) recognise(head []byte, name string) sureness {
	if bytes.HasPrefix(head, []byte("WARC/")) {
		return byContent
	}
	return named(name, ".warc")
}

func (warcFormat) read(r *reader, s *stream) error {
	w := &warcReader{reader: r, s: s, left: make(map[string]*tally)}
	err := w.records()
	for _, reason := range slices.Sorted(maps.Keys(w.left)) {
		r.skip(s.path, s.record, fmt.Sprintf("%s (%s)", reason, w.left[reason]))
	}
	return err
}

// mostLeft is how many kinds of records without a document are told apart: what kind a
// record is, a hostile one says.
const mostLeft = 1000

// warcReader reads one web archive.
type warcReader struct {
	*reader
	s      *stream
	number int               // of the record
	left   map[string]*tally // records that hold no document, by what they hold
}

// tally counts records. Of a crawl most records are pictures and redirections: each
// by itself is not worth a line.
type tally struct{ records, first int }

func (t tally) String() string {
	if t.records == 1 {
		return fmt.Sprintf("record %d", t.first)
	}
	return fmt.Sprintf("%d records, the first is %d", t.records, t.first)
}

// leave counts a record that holds no document.
func (w *warcReader) leave(format string, args ...any) error {
	reason := fmt.Sprintf(format, args...)
	if w.left[reason] == nil && len(w.left) >= mostLeft {
		reason = "no page: something else"
	}
	if w.left[reason] == nil {
		w.left[reason] = &tally{first: w.number}
	}
	w.left[reason].records++
	w.progress()
	return nil
}

// errTold is the error of a damaged record that is among the skipped already.
var errTold = errors.New("damaged record")

// records reads all records.
func (w *warcReader) records() error {
	for w.number = 1; !w.stopped(); w.number++ {
		err := w.record()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			continue
		}
		if err != errTold {
			w.skip(w.path(), w.number, reasonOf(err))
		}
		if w.stopped() {
			break
		}
		if !w.next() {
			return nil // to the end, nothing was lost but what was told
		}
	}
	return w.err
}

// path is what records are numbered below.
func (w *warcReader) path() string { return RecordPath(w.s.path, w.s.record) }

// next goes on behind a damaged record, and reports whether there is anything.
func (w *warcReader) next() bool {
	if w.s.resync != nil {
		return w.s.resync() == nil
	}
	for {
		head, err := w.s.Peek(memberBuffer)
		at := bytes.Index(head, []byte("\nWARC/"))
		switch {
		case at >= 0:
			_, _ = w.s.Discard(at + 1)
			return true
		case err != nil:
			return false
		default:
			_, _ = w.s.Discard(len(head) - len("\nWARC/") + 1)
		}
	}
}

// record reads one record. The error is io.EOF behind the last.
func (w *warcReader) record() error {
	header, err := w.header()
	if err != nil {
		return err
	}
	length, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return because("damaged: the record's length is not told")
	}
	if err := w.member(); err != nil {
		return err
	}
	told := len(w.skips)
	block := &io.LimitedReader{R: w.s, N: length}
	buf := w.memory.buffered(block, bufferBytes)
	defer w.memory.giveBack(buf)
	if err := w.block(header, buf); err != nil {
		w.skip(w.path(), w.number, reasonOf(err))
	}
	_, err = io.Copy(io.Discard, block)
	switch {
	case err != nil && len(w.skips) > told:
		return errTold
	case err == nil && block.N > 0:
		return errCutRecord
	}
	return err
}

// header reads the header of a record and passes over the empty lines before it.
func (w *warcReader) header() (textproto.MIMEHeader, error) {
	for {
		line, err := readLine(w.s.Reader, maxHeader)
		version := bytes.TrimRight(line, "\r\n")
		switch {
		case err == io.ErrUnexpectedEOF && len(version) == 0:
			return nil, io.EOF
		case err != nil:
			return nil, err
		case len(version) == 0:
		case !bytes.HasPrefix(version, []byte("WARC/")):
			return nil, because("damaged: no record begins where one should")
		default:
			return readHeader(w.s.Reader)
		}
	}
}

// block reads what a record holds. Its error is about the record alone.
func (w *warcReader) block(header textproto.MIMEHeader, block *bufio.Reader) error {
	address := strings.Trim(header.Get("Warc-Target-Uri"), "<>")
	switch kind := strings.ToLower(header.Get("Warc-Type")); {
	case kind == "revisit":
		return w.leave("revisit: the page was not saved again")
	case header.Get("Warc-Segment-Number") != "" || kind == "continuation":
		return w.leave("part of a record that lies in several files")
	case kind != "response" && kind != "resource" && kind != "conversion":
		return nil // about the crawl, not of it
	case !isWebPage(address):
		return w.leave("no page: %s", schemeOf(address))
	case kind == "response" && strings.HasPrefix(strings.ToLower(header.Get("Content-Type")), "application/http"):
		return w.response(address, block)
	default:
		return w.payload(address, header.Get("Content-Type"), block)
	}
}

// response reads a web server's answer.
func (w *warcReader) response(address string, block *bufio.Reader) error {
	status, err := readLine(block, maxHeader)
	if err != nil {
		return err
	}
	fields := strings.Fields(string(status))
	if len(fields) < 2 || !strings.HasPrefix(fields[0], "HTTP/") {
		return because("damaged: no answer of a web server")
	}
	if !strings.HasPrefix(fields[1], "2") {
		return w.leave("no page: HTTP status %.3s", fields[1])
	}
	header, err := readHeader(block)
	if err != nil {
		return err
	}
	body, err := w.httpBody(header, block)
	if err != nil {
		return err
	}
	return w.payload(address, header.Get("Content-Type"), body)
}

// payload reads what was published at an address.
func (w *warcReader) payload(address, contentType string, body *bufio.Reader) error {
	media, charset := mediaType(contentType)
	name := "page" + extensions[media]
	if u, err := url.Parse(address); media == "" && err == nil {
		name = strings.ToLower(path.Base(u.Path))
	}
	s := &stream{
		Reader: body, path: w.path(), folder: w.s.folder, record: w.number, name: name, depth: w.s.depth + 1,
		url: address, charset: charset,
	}
	if _, err := s.Peek(1); err == io.EOF {
		return w.leave("empty")
	}
	if _, err := s.format(); extensions[media] == "" && err != nil {
		if media == "" {
			return err
		}
		return w.leave("no page: %.100s", media)
	}
	w.read(s)
	return nil
}

// isWebPage tells addresses of pages from those of what a crawler asks for besides.
func isWebPage(address string) bool {
	u, err := url.Parse(address)
	return err != nil || (u.Scheme == "http" || u.Scheme == "https" || u.Scheme == "file" || u.Scheme == "") && u.Path != "/robots.txt"
}

// schemeOf says what isWebPage refused.
func schemeOf(address string) string {
	if scheme, _, _ := strings.Cut(address, ":"); !strings.HasPrefix(scheme, "http") {
		return fmt.Sprintf("%.20s", scheme)
	}
	return "robots.txt"
}
