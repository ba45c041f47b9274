package extract

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// errNotText is the reason for bytes that no charset makes a text of.
var errNotText = errors.New("not text in any known charset")

// maxNoise is the share of characters that stand for nothing above which
// decoded bytes are no text.
const maxNoise = 0.10

// decode returns the text that the bytes stand for, with line feeds for line
// ends and without NULs; it is always valid UTF-8. declared is the charset that
// the document names, if any.
//
// A byte order mark decides; then bytes that are UTF-8 are read as UTF-8, for
// pages that declare some other charset and are UTF-8 are many, and text of
// another charset is UTF-8 by accident next to never; then the declaration; and
// last a guess.
func decode(data []byte, declared string) (string, error) {
	text := tidy(toUTF8(trimRune(data), declared))
	if noise(text) > maxNoise {
		return "", errNotText
	}
	return text, nil
}

// toUTF8 is decode without the cleaning.
func toUTF8(data []byte, declared string) string {
	if e := markedEncoding(data); e != nil {
		return decodeWith(e, data)
	}
	e, name := charset.Lookup(declared)
	if e != nil && name == "iso-2022-jp" { // bytes below 0x80 only, as ASCII has
		return decodeWith(e, data)
	}
	if isUTF8(data) {
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	if e != nil && name != "utf-8" {
		if text := decodeWith(e, data); noise(text) <= maxNoise {
			return text
		}
	}
	return decodeWith(guess(data), data)
}

// markedEncoding is the encoding that a byte order mark names, or nil.
func markedEncoding(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return unicode.UTF8
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// decodeWith decodes data. Bytes that the encoding does not know become U+FFFD.
func decodeWith(e encoding.Encoding, data []byte) string {
	text, err := e.NewDecoder().Bytes(data)
	if err != nil {
		text = data
	}
	return strings.ToValidUTF8(string(text), "\uFFFD")
}

// isUTF8 reports whether the bytes are UTF-8, a few damaged places allowed.
func isUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	wide, bad := 0, 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			wide++
		}
		data = data[n:]
	}
	return wide > 10*bad
}

// trimRune cuts off the beginning of a character at the end of bytes that were
// cut off somewhere.
func trimRune(data []byte) []byte {
	for i := 1; i <= min(utf8.UTFMax-1, len(data)); i++ {
		b := data[len(data)-i]
		if utf8.RuneStart(b) {
			if b >= utf8.RuneSelf && !utf8.FullRune(data[len(data)-i:]) && utf8.Valid(data[:len(data)-i]) {
				return data[:len(data)-i]
			}
			break
		}
	}
	return data
}

// tidy makes all line ends line feeds and drops what no text holds.
func tidy(text string) string {
	text = strings.TrimPrefix(text, "\uFEFF")
	if strings.ContainsRune(text, '\r') {
		text = strings.ReplaceAll(text, "\r\n", "\n")
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	if strings.ContainsRune(text, 0) {
		text = strings.ReplaceAll(text, "\x00", "")
	}
	return text
}

// noise is the share of control and replacement characters in a text.
func noise(text string) float64 {
	bad := 0
	for i := nextOdd(text, 0); i < len(text); i = nextOdd(text, i) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\t', r == '\r', r == '\f', r == 0: // tidy drops NULs
		case r < ' ', r >= 0x7f && r < 0xa0, r == utf8.RuneError:
			bad++
		}
		i += size
	}
	if bad == 0 {
		return 0
	}
	return float64(bad) / float64(utf8.RuneCountInString(text))
}

// guessable are the charsets that a guess may name, by the names that chardet
// uses, the likelier one first: it decides between guesses of equal confidence.
// UTF-16 and the EBCDIC charsets are left out; they have been ruled out by now
// or are not what news is kept in.
var guessable = []struct{ chardet, label string }{
	{"windows-1252", "windows-1252"},
	{"ISO-8859-1", "windows-1252"},
	{"windows-1251", "windows-1251"},
	{"GB18030", "gb18030"},
	{"Shift_JIS", "shift_jis"},
	{"Big5", "big5"},
	{"EUC-KR", "euc-kr"},
	{"EUC-JP", "euc-jp"},
	{"KOI8-R", "koi8-r"},
	{"windows-1250", "windows-1250"},
	{"ISO-8859-2", "iso-8859-2"},
	{"windows-1254", "windows-1254"},
	{"ISO-8859-9", "windows-1254"},
	{"windows-1253", "windows-1253"},
	{"ISO-8859-7", "iso-8859-7"},
	{"windows-1256", "windows-1256"},
	{"ISO-8859-6", "iso-8859-6"},
	{"windows-1255", "windows-1255"},
	{"ISO-8859-8", "iso-8859-8"},
	{"ISO-8859-5", "iso-8859-5"},
}

// guess tells the charset of bytes from how often which of them occur, less
// where the charset leaves some of them unexplained, and takes Windows-1252
// where it cannot tell. chardet orders guesses of equal confidence by chance,
// hence the order of our own.
func guess(data []byte) encoding.Encoding {
	var best encoding.Encoding = charmap.Windows1252
	sample := foreign(data)
	results, err := chardet.NewTextDetector().DetectAll(sample)
	if err != nil {
		return best
	}
	top := 0.0
	for _, g := range guessable {
		for _, r := range results {
			e, _ := charset.Lookup(g.label)
			if r.Charset != g.chardet || e == nil {
				continue
			}
			if score := float64(r.Confidence) * (1 - 10*noise(decodeWith(e, sample))); score > top {
				best, top = e, score
			}
		}
	}
	return best
}

// foreign returns the first lines that hold more than ASCII, as many as
// chardet looks at.
func foreign(data []byte) []byte {
	const enough = 8 << 10
	var sample []byte
	for line := range bytes.Lines(data) {
		if bytes.ContainsFunc(line, func(r rune) bool { return r >= utf8.RuneSelf }) {
			sample = append(sample, line[:min(len(line), enough)]...)
		}
		if len(sample) >= enough {
			break
		}
	}
	return sample
}
