package source

import (
	"bufio"
	"bytes"
	"io"
	"mime"
	"net/textproto"
	"strings"
)

// maxHeader is the most that a header may take, in bytes.
const maxHeader = 256 << 10

// readHeader reads the fields of a header, to the empty line behind it, as web
// archives, web servers and mails write them. A line that is no field is passed
// over, for old servers wrote all sorts of them.
func readHeader(buf *bufio.Reader) (textproto.MIMEHeader, error) {
	header := make(textproto.MIMEHeader)
	last := ""
	for left := maxHeader; ; {
		line, err := readLine(buf, left)
		if err != nil {
			return nil, err
		}
		left -= len(line)
		if len(bytes.TrimRight(line, "\r\n")) == 0 {
			return header, nil
		}
		text := strings.TrimSpace(string(line))
		if values := header[last]; (line[0] == ' ' || line[0] == '\t') && len(values) > 0 {
			values[len(values)-1] += " " + text
			continue
		}
		name, value, found := strings.Cut(text, ":")
		if !found {
			continue
		}
		last = textproto.CanonicalMIMEHeaderKey(strings.TrimSpace(name))
		header[last] = append(header[last], strings.TrimSpace(value))
	}
}

// readLine reads a line with its end, of at most so many bytes.
func readLine(buf *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	for {
		part, err := buf.ReadSlice('\n')
		if line = append(line, part...); len(line) > limit {
			return nil, because("damaged: its header is too long")
		}
		switch err {
		case bufio.ErrBufferFull:
		case io.EOF:
			return line, io.ErrUnexpectedEOF
		default:
			return line, err
		}
	}
}

// mediaType is the type of content that a header's field declares, in lower case,
// and its charset.
func mediaType(field string) (media, charset string) {
	media, params, err := mime.ParseMediaType(field)
	if err != nil && media == "" {
		media, _, _ = strings.Cut(field, ";")
		media = strings.ToLower(strings.TrimSpace(media))
	}
	return media, params["charset"]
}

// extensions are those of the media types that stories come in.
var extensions = map[string]string{
	"text/html":             ".html",
	"application/xhtml+xml": ".html",
	"text/plain":            ".txt",
	"text/markdown":         ".txt",
	"application/json":      ".json",
	"application/x-ndjson":  ".jsonl",
	"text/csv":              ".csv",
	"application/pdf":       ".pdf",
}
