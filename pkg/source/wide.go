package source

import (
	"bufio"
	"bytes"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

var utf8BOM = []byte("\xef\xbb\xbf")

// narrowed turns UTF-16 or UTF-32 into UTF-8. Only then can bytes be looked at for
// line ends, braces and NULs. A byte order mark is kept, as UTF-8 has it, so that it
// still outranks what a page declares.
func narrowed(buf *bufio.Reader, e encoding.Encoding) *bufio.Reader {
	return bufio.NewReaderSize(e.NewDecoder().Reader(buf), bufferBytes)
}

// wideEncoding tells UTF-32 and UTF-16 from the first bytes of a file: by the
// byte order mark or, for UTF-16 of a script with spaces and line ends in
// ASCII, by where its NULs are. It returns nil for anything else.
func wideEncoding(head []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe\x00\x00")):
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)
	case bytes.HasPrefix(head, []byte("\x00\x00\xfe\xff")):
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	if bytes.IndexByte(head, 0) < 0 {
		return nil // as of nearly every file
	}
	even, odd := nuls(head)
	switch quarter := len(head) / 4; { // half of the byte pairs
	case len(head) < 8:
		return nil
	case odd >= quarter && even == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case even >= quarter && odd == 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// nuls counts the NULs at even and at odd places.
func nuls(data []byte) (even, odd int) {
	for i, b := range data {
		switch {
		case b != 0:
		case i%2 == 0:
			even++
		default:
			odd++
		}
	}
	return even, odd
}
