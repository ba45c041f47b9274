package source

import (
	"bufio"
	"compress/flate"
	"compress/zlib"
	"io"
	"net/http/httputil"
	"net/textproto"
	"strings"

	"github.com/andybalholm/brotli"
)

// httpBody is the body of a web server's answer, as it was before it was cut into
// chunks and compressed. Crawlers save both as they came or undone, and keep the
// header in either case: so the bytes have the last word. What the registered
// formats can tell by themselves, gzip and zstd, is left to them.
func (r *reader) httpBody(header textproto.MIMEHeader, body *bufio.Reader) (*bufio.Reader, error) {
	if strings.Contains(strings.ToLower(header.Get("Transfer-Encoding")), "chunked") && beginsChunk(body) {
		body = bufio.NewReaderSize(httputil.NewChunkedReader(body), memberBuffer)
	}
	switch strings.ToLower(strings.TrimSpace(header.Get("Content-Encoding"))) {
	case "br":
		if head, _ := body.Peek(sniffBytes); !looksLikePage(head) {
			return r.inflating(brotli.NewReader(body)), nil
		}
	case "deflate":
		return r.inflated(body)
	}
	return body, nil
}

// beginsChunk reports whether a body begins with the length of a chunk.
func beginsChunk(body *bufio.Reader) bool {
	head, _ := body.Peek(18)
	line, _, found := strings.Cut(string(head), "\n")
	size, _, _ := strings.Cut(strings.TrimSpace(line), ";")
	return found && size != "" && strings.Trim(size, "0123456789abcdefABCDEF") == ""
}

// inflated undoes deflate, which servers write with zlib's header and without.
func (r *reader) inflated(body *bufio.Reader) (*bufio.Reader, error) {
	head, _ := body.Peek(2)
	switch {
	case len(head) == 2 && head[0]&0x0f == 8 && (uint(head[0])<<8|uint(head[1]))%31 == 0:
		z, err := zlib.NewReader(body)
		if err != nil {
			return nil, damage(err)
		}
		return r.inflating(z), nil
	case len(head) > 0 && head[0] == '<':
		return body, nil // undone already
	default:
		return r.inflating(flate.NewReader(body)), nil
	}
}

// inflating reads what comes out of a body's compression.
func (r *reader) inflating(out io.Reader) *bufio.Reader {
	return bufio.NewReaderSize(&unpackedBytes{r.meter, out}, memberBuffer)
}
