package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"golang.org/x/text/encoding/unicode"
)

// content is what a test expects to read: documents as "format#record:data",
// skips as "path: reason".
type content struct {
	Docs, Skips []string
}

// readFile writes a file and reads it with the given limit, 0 for the default.
func readFile(t testing.TB, name string, data []byte, limit int64) content {
	t.Helper()
	disk := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(disk, data, 0o644); err != nil {
		t.Fatal(err)
	}
	opts := DefaultOptions()
	if limit > 0 {
		opts.MaxFileBytes = limit
	}
	return readInput(t, Input{Path: name, disk: disk, name: name, given: true}, opts)
}

func readInput(t testing.TB, in Input, opts Options) content {
	t.Helper()
	var got content
	left, err := Read(t.Context(), in, opts, new(Memory), func(d Document) error {
		got.Docs = append(got.Docs, shown(d))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range left.Skipped {
		got.Skips = append(got.Skips, s.Path+": "+s.Reason)
	}
	return got
}

// shown is a document as "format#record:data".
func shown(d Document) string {
	data := string(d.Data)
	if d.Fields != nil {
		data = fmt.Sprint(d.Fields)
	}
	return RecordPath(d.Format.String(), d.Record) + ":" + data
}

func docs(d ...string) content  { return content{Docs: d} }
func skips(s ...string) content { return content{Skips: s} }

func TestRead(t *testing.T) {
	const notText = "binary (control characters)"
	for _, tt := range []struct {
		name, file, data string
		want             content
	}{
		{"text", "a.txt", "Ferry late\n", docs("text:Ferry late\n")},
		{"page", "a.html", "<p>Ferry late", docs("html:<p>Ferry late")},
		{"page under another name", "a.txt", "\n<!DOCTYPE html><p>Ferry", docs("html:\n<!DOCTYPE html><p>Ferry")},
		{"file without extension", "story", "Ferry late", docs("text:Ferry late")},
		{"JSON without extension", "story", `{"a":1}`, docs(`record:{"a":1}`)},
		{"text that begins as a picture does", "a.txt", "RIFFA, a village", docs("text:RIFFA, a village")},

		{"nothing", "a.txt", "", skips("a.txt: empty")},
		{"white space", "a.html", " \n\t\n", skips("a.html: empty")},
		{"byte order mark alone", "a.txt", "\xef\xbb\xbf", skips("a.txt: empty")},
		{"nothing in lines", "a.jsonl", "", skips("a.jsonl: empty")},
		{"nothing in JSON", "a.json", " \n", skips("a.json: empty")},
		{"nothing in an array", "a.json", "[ ]", skips("a.json: empty")},

		{"picture", "a.txt", "\x89PNG\r\n\x1a\n\x00\x00", skips("a.txt: binary (PNG picture)")},
		{"PDF", "a.txt", "%PDF-1.4\n", skips("a.txt: damaged or cut off: the PDF cannot be read")},
		{"archive", "a.jsonl", "PK\x03\x04\x14\x00", skips("a.jsonl: damaged or cut off: its table of contents cannot be read")},
		{"NULs", "a.txt", "The \x00ferry", skips("a.txt: binary (NUL bytes)")},
		{"control characters", "a.txt", "\x01\x02\x03\x04ferry", skips("a.txt: " + notText)},
		{"NULs in JSON", "a.json", "{\"a\":\x00}", skips("a.json: binary (NUL bytes)")},

		{"lines", "a.jsonl", "{\"a\":1}\n\n  {\"a\":2}\r\n{\"a\":3}",
			docs(`record#1:{"a":1}`, `record#3:{"a":2}`, `record#4:{"a":3}`)},
		{"lines after a byte order mark", "a.jsonl", "\xef\xbb\xbf{\"a\":1}\n", docs(`record#1:{"a":1}`)},
		{"last line cut off", "a.jsonl", "{\"a\":1}\n{\"a\":", content{
			Docs:  []string{`record#1:{"a":1}`},
			Skips: []string{"a.jsonl#2: cut off: the file ends inside the record"},
		}},
		{"last line broken", "a.jsonl", "{\"a\":1}\n}", content{
			Docs:  []string{`record#1:{"a":1}`},
			Skips: []string{"a.jsonl#2: not valid JSON: invalid character '}' looking for beginning of value"},
		}},

		{"object", "a.json", "\n{\n \"a\": 1\n}\n", docs("record:{\n \"a\": 1\n}")},
		{"array", "a.json", `[{"a":1}, {"a":[2]}]`, docs(`record#1:{"a":1}`, `record#2:{"a":[2]}`)},
		{"lines in JSON", "a.json", "\n{\"a\":1}\n\n{\"a\":2}\nno\n{\"a\":3}\n",
			docs(`record#2:{"a":1}`, `record#4:{"a":2}`, "record#5:no", `record#6:{"a":3}`)},
		{"objects in JSON", "a.json", "{\n\"a\":1}\n{\n\"a\":2}",
			docs("record#1:{\n\"a\":1}", "record#2:{\n\"a\":2}")},
		{"array cut off in an element", "a.json", `[{"a":1},{"a":`, content{
			Docs:  []string{`record#1:{"a":1}`},
			Skips: []string{"a.json#2: cut off: the file ends inside the record"},
		}},
		{"array cut off behind an element", "a.json", `[{"a":1}`, content{
			Docs:  []string{`record#1:{"a":1}`},
			Skips: []string{"a.json#2: cut off: the file ends inside the record"},
		}},
		{"something behind an array", "a.json", `[{"a":1}] [{"a":2}]`, content{
			Docs:  []string{`record#1:{"a":1}`},
			Skips: []string{"a.json#2: not valid JSON: something follows the list"},
		}},
		{"something behind an object", "a.json", `{"a":1} ]`, content{
			Docs:  []string{`record#1:{"a":1}`},
			Skips: []string{"a.json#2: not valid JSON: invalid character ']' looking for beginning of value"},
		}},
		{"stray brace behind an object", "a.json", `{"a":1}}`, content{
			Docs:  []string{`record#1:{"a":1}`},
			Skips: []string{"a.json#2: not valid JSON: invalid character '}' looking for beginning of value"},
		}},
		{"stray brace behind an array", "a.json", `[{"a":1}]}`, content{
			Docs:  []string{`record#1:{"a":1}`},
			Skips: []string{"a.json#2: not valid JSON: invalid character '}' looking for beginning of value"},
		}},
		{"stray bracket on a line", "a.json", "{\"a\":1}\n]\n{\"a\":2}\n", docs(`record#1:{"a":1}`, "record#2:]", `record#3:{"a":2}`)},
		{"array in a file of lines", "a.jsonl", "[{\"a\":1},\n{\"a\":2}]\n", docs(`record#1:{"a":1}`, `record#2:{"a":2}`)},
		{"object cut off", "a.json", `{"a":1`, skips("a.json: cut off: the file ends inside the record")},
		{"broken object", "a.json", `{"a"=1}`,
			skips("a.json: not valid JSON: invalid character '=' after object key")},
	} {
		if diff := cmp.Diff(tt.want, readFile(t, tt.file, []byte(tt.data), 0)); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
}

func TestReadLimit(t *testing.T) {
	long := `{"a":"` + strings.Repeat("ferry ", 20_000) + `"}` // longer than the buffer
	for _, tt := range []struct {
		name, file, data string
		want             content
	}{
		{"text", "a.txt", strings.Repeat("x", 101), skips("a.txt: larger than 100 bytes (raise --max-file-size)")},
		{"text at the limit", "a.txt", strings.Repeat("x", 100), docs("text:" + strings.Repeat("x", 100))},
		{"line", "a.jsonl", "{}\n" + long + "\n{}\n", content{
			Docs:  []string{"record#1:{}", "record#3:{}"},
			Skips: []string{"a.jsonl#2: larger than 100 bytes (raise --max-file-size)"},
		}},
		{"last line", "a.jsonl", "{}\n" + long, content{
			Docs:  []string{"record#1:{}"},
			Skips: []string{"a.jsonl#2: larger than 100 bytes (raise --max-file-size)"},
		}},
		{"element", "a.json", "[{}," + long + ",{}]", content{
			Docs:  []string{"record#1:{}"},
			Skips: []string{"a.json#2: larger than 100 bytes (raise --max-file-size); nothing after it was read"},
		}},
	} {
		if diff := cmp.Diff(tt.want, readFile(t, tt.file, []byte(tt.data), 100)); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
	if got := readFile(t, "a.jsonl", []byte(long+"\n"), 0); len(got.Docs) != 1 || got.Docs[0] != "record#1:"+long {
		t.Error("a line longer than the buffer came out wrong")
	}
}

func zipped(t testing.TB, data string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := gzip.NewWriter(&buf)
	if _, err := io.WriteString(w, data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestReadGzip(t *testing.T) {
	lines := strings.Repeat("{\"a\":\"0123456789\"}\n", 1000)
	whole := zipped(t, lines)
	if got := readFile(t, "a.jsonl.gz", whole, 0); len(got.Docs) != 1000 || got.Skips != nil {
		t.Error(len(got.Docs), got.Skips)
	}
	if got := readFile(t, "a.jsonl.gz", []byte(lines), 0); len(got.Docs) != 1000 {
		t.Error("a file that is not compressed whatever its name says:", got.Skips)
	}
	if got := readFile(t, "a.txt.gz", zipped(t, "Ferry"), 4); got.Docs != nil {
		t.Error("the limit must count decompressed bytes")
	}

	cut := readFile(t, "a.jsonl.gz", whole[:len(whole)-12], 0)
	if len(cut.Skips) != 1 || !strings.HasSuffix(cut.Skips[0], "cut off: the compressed data ends too early") {
		t.Error(cut.Skips)
	}
	damaged := bytes.Clone(whole)
	damaged[len(damaged)-6]++ // the checksum
	got := readFile(t, "a.jsonl.gz", damaged, 0)
	if len(got.Docs) != 1000 || len(got.Skips) != 1 || !strings.HasSuffix(got.Skips[0], "damaged: the compressed data is not valid") {
		t.Error(len(got.Docs), got.Skips)
	}
	want := skips("a.txt.gz: cut off: the compressed data ends too early")
	for n := 2; n < 20; n++ {
		if diff := cmp.Diff(want, readFile(t, "a.txt.gz", zipped(t, "Ferry late")[:n], 0)); diff != "" {
			t.Errorf("cut after %d bytes: %s", n, diff)
		}
	}
}

func TestReadWideCharacters(t *testing.T) {
	for _, order := range []unicode.Endianness{unicode.LittleEndian, unicode.BigEndian} {
		for _, mark := range []unicode.BOMPolicy{unicode.UseBOM, unicode.IgnoreBOM} {
			encoder := unicode.UTF16(order, mark).NewEncoder()
			encode := func(s string) []byte {
				data, err := encoder.Bytes([]byte(s))
				if err != nil {
					t.Fatal(err)
				}
				return data
			}
			got := readFile(t, "a.jsonl", encode("{\"a\":\"Öl\"}\n{\"a\":\"Fähre\"}\n"), 0)
			if diff := cmp.Diff(docs(`record#1:{"a":"Öl"}`, `record#2:{"a":"Fähre"}`), got); diff != "" {
				t.Errorf("%v %v: %s", order, mark, diff)
			}
			got = readFile(t, "a.txt", encode("Die Fähre kam spät."), 0)
			if len(got.Docs) != 1 || !strings.HasSuffix(got.Docs[0], "Die Fähre kam spät.") {
				t.Errorf("%v %v: %q", order, mark, got)
			}
		}
	}
}

func TestReadStdin(t *testing.T) {
	in := Input{Path: Stdin, stream: strings.NewReader("{\"a\":1}\n"), name: stdinName}
	if diff := cmp.Diff(docs(`record#1:{"a":1}`), readInput(t, in, DefaultOptions())); diff != "" {
		t.Error(diff)
	}
}

func TestReadVanished(t *testing.T) {
	in := Input{Path: "a.txt", disk: filepath.Join(t.TempDir(), "a.txt"), name: "a.txt"}
	want := skips("a.txt: cannot be read: no such file or directory")
	if diff := cmp.Diff(want, readInput(t, in, DefaultOptions())); diff != "" {
		t.Error(diff)
	}
}

// A file is read as it was when it was opened: one to which a line is added for every
// line that is read comes to an end, and one that is cut is named.
func TestReadWhileWritten(t *testing.T) {
	line := `{"text":"` + strings.Repeat(ferry, 20) + "\"}\n"
	for _, tt := range []struct {
		name   string
		change func(*os.File) error
		docs   int
		skips  []string
	}{
		{"grows", func(f *os.File) error { _, err := f.WriteString(line); return err }, 100, nil},
		{"shrinks", func(f *os.File) error { return f.Truncate(int64(len(line))) }, 37,
			[]string{"a.jsonl#38: cut off: it ends too early"}}, // at the end of what had been read
	} {
		disk := filepath.Join(t.TempDir(), "a.jsonl")
		if err := os.WriteFile(disk, []byte(strings.Repeat(line, 100)), 0o600); err != nil {
			t.Fatal(err)
		}
		file, err := os.OpenFile(disk, os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			t.Fatal(err)
		}
		docs := 0
		left, err := Read(t.Context(), Input{Path: "a.jsonl", disk: disk, name: "a.jsonl"}, DefaultOptions(), new(Memory), func(Document) error {
			docs++
			return tt.change(file)
		})
		if err != nil {
			t.Fatal(err)
		}
		file.Close()
		var told []string
		for _, s := range left.Skipped {
			told = append(told, s.Path+": "+s.Reason)
		}
		if docs != tt.docs || !cmp.Equal(told, tt.skips) {
			t.Errorf("%s: %d documents, skipped %q; want %d, %q", tt.name, docs, told, tt.docs, tt.skips)
		}
	}
}

func TestReadStops(t *testing.T) {
	stop := errors.New("enough")
	in := Input{Path: Stdin, stream: strings.NewReader("{}\n{}\n"), name: stdinName}
	n := 0
	if _, err := Read(t.Context(), in, DefaultOptions(), new(Memory), func(Document) error { n++; return stop }); err != stop || n != 1 {
		t.Error(n, err)
	}

	// A terminal at which nobody types.
	silent, _ := io.Pipe()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	in = Input{Path: Stdin, stream: silent, name: stdinName}
	left, err := Read(ctx, in, DefaultOptions(), new(Memory), func(Document) error { return nil })
	if !errors.Is(err, context.DeadlineExceeded) || left.Skipped != nil {
		t.Error(left, err)
	}
}

func TestSizeText(t *testing.T) {
	for n, want := range map[int64]string{
		64 << 20: "64 MiB", 1 << 30: "1 GiB", 1536: "1536 bytes", 2 << 10: "2 KiB", 0: "0 bytes",
	} {
		if got := sizeText(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}
