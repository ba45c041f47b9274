package source

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
)

// sniffBytes is how much of a file of records is looked at to tell whether it
// is text.
const sniffBytes = 4096

// maxControl is the share of control characters above which bytes are no text.
// Scraped text with stray ones stays below a hundredth.
const maxControl = 0.10

// beginsWith reports whether a file's first bytes are those of its format. Of a
// file that ends within them its name must say the same.
func beginsWith(head []byte, magic, name, ext string) bool {
	if len(head) < len(magic) {
		return len(head) > 0 && strings.HasPrefix(magic, string(head)) && strings.HasSuffix(name, ext)
	}
	return string(head[:len(magic)]) == magic
}

// magics are the first bytes of files that people have among their texts.
var magics = []struct{ prefix, name string }{
	{"\x89PNG\r\n\x1a\n", "PNG picture"},
	{"\xff\xd8\xff", "JPEG picture"},
	{"GIF87a", "GIF picture"},
	{"GIF89a", "GIF picture"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office document"},
	{"Rar!\x1a\x07", "RAR archive"},
	{"7z\xbc\xaf\x27\x1c", "7z archive"},
	{"SQLite format 3\x00", "SQLite database"},
	{"\x7fELF", "program"},
	{"RIFF", "picture, sound or video"},
	{"ID3", "sound"},
	{"OggS", "sound or video"},
}

// notText returns the reason why bytes are no text, or nothing when they may be.
func notText(data []byte) string {
	for _, m := range magics {
		// Some magics are letters that a story may begin with.
		if bytes.HasPrefix(data, []byte(m.prefix)) && controls(data[:min(len(data), sniffBytes)]) > 0 {
			return fmt.Sprintf("binary (%s)", m.name)
		}
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return "binary (NUL bytes)"
	}
	if float64(controls(data)) > maxControl*float64(len(data)) && !framed(data) {
		return "binary (control characters)"
	}
	return ""
}

// framed reports a message of a teleprinter wire, whose tables are set with control
// characters: it begins with the sign for a heading, behind those that fill pauses.
func framed(data []byte) bool {
	heading, ok := bytes.CutPrefix(bytes.TrimLeft(data[:min(len(data), 16)], "\x16\r\n\x7f"), []byte("\x01"))
	return ok && len(heading) > 0 && 'A' <= heading[0]&^0x20 && heading[0]&^0x20 <= 'Z'
}

// controls counts the control characters that no text needs.
func controls(data []byte) int {
	n := 0
	for ; len(data) >= 8; data = data[8:] {
		// Hardly ever one of eight bytes is below a space: to ask them all at once
		// takes half of the time.
		if hasControl(binary.LittleEndian.Uint64(data)) {
			n += controlsEach(data[:8])
		}
	}
	return n + controlsEach(data)
}

// hasControl reports whether one of eight bytes is below a space, or DEL.
func hasControl(eight uint64) bool {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	del := eight ^ 0x7f*ones // zero where a byte is DEL
	return ((eight-' '*ones)&^eight|(del-ones)&^del)&tops != 0
}

// controlsEach is controls, byte by byte.
func controlsEach(data []byte) int {
	n := 0
	for _, b := range data {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' || b == 0x7f {
			n++
		}
	}
	return n
}

// isBlank reports whether a document holds nothing but white space.
func isBlank(data []byte) bool {
	return len(bytes.TrimSpace(bytes.TrimPrefix(data, utf8BOM))) == 0
}
