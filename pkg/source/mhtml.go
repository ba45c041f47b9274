package source

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"strings"
)

// maxParts is the most parts of a saved page that are looked at for the page.
const maxParts = 10_000

// mhtmlFormat is a page that a browser saved with all that it shows, RFC 2557: a
// mail of several parts, of which the page itself is read.
type mhtmlFormat struct{}

func (mhtmlFormat) recognise(head []byte, name string) sureness {
	if first, _, _ := bytes.Cut(head[:min(len(head), 80)], []byte(":")); bytes.ContainsAny(first, " \t\n") {
		return named(name, ".mht", ".mhtml") // no field of a header, as in most files
	}
	head, _, _ = bytes.Cut(head, []byte("\n\n"))
	head, _, _ = bytes.Cut(head, []byte("\r\n\r\n"))
	head = bytes.ToLower(head)
	if bytes.Contains(head, []byte("mime-version:")) && bytes.Contains(head, []byte("\ncontent-type: multipart/related")) {
		return byContent
	}
	return named(name, ".mht", ".mhtml")
}

func (mhtmlFormat) read(r *reader, s *stream) error {
	header, err := readHeader(s.Reader)
	if err != nil {
		return err
	}
	media, params, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil {
		return because("damaged: the saved page does not say what it is")
	}
	if !strings.HasPrefix(media, "multipart/") {
		return r.savedPage(s, header, textproto.MIMEHeader{}, s)
	}
	if params["boundary"] == "" {
		return because("damaged: the saved page does not say where its parts end")
	}
	parts := multipart.NewReader(s, params["boundary"])
	for range maxParts {
		part, err := parts.NextRawPart()
		switch {
		case err == io.EOF, err == io.ErrUnexpectedEOF:
			return because("no page in it")
		case err != nil:
			return because("damaged: %v", err)
		}
		if media, _ := mediaType(part.Header.Get("Content-Type")); isPageType(media) {
			return r.savedPage(s, part.Header, header, part)
		}
	}
	return because("no page in its first %d parts", maxParts)
}

// isPageType reports whether a part of a saved page is the page. The first one is:
// frames come behind it.
func isPageType(media string) bool {
	return media == "text/html" || media == "application/xhtml+xml"
}

// savedPage reads the page out of one part of a mail.
func (r *reader) savedPage(s *stream, part, mail textproto.MIMEHeader, body io.Reader) error {
	switch strings.ToLower(part.Get("Content-Transfer-Encoding")) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	page := *s
	page.Reader = bufio.NewReaderSize(body, memberBuffer)
	_, page.charset = mediaType(part.Get("Content-Type"))
	page.url = firstAddress(mail.Get("Snapshot-Content-Location"), part.Get("Content-Location"), part.Get("Snapshot-Content-Location"), s.url)
	data, err := r.whole(&page)
	if err == nil {
		r.give(page.document(HTML, data))
	}
	return err
}

// firstAddress is the first that is an address of a page.
func firstAddress(addresses ...string) string {
	for _, a := range addresses {
		if strings.HasPrefix(a, "http://") || strings.HasPrefix(a, "https://") {
			return a
		}
	}
	return ""
}
