package source

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// FuzzRecords reads any bytes as JSONL and as JSON. Every line must come out as
// a document or a skip, and a valid array as exactly its elements.
func FuzzRecords(f *testing.F) {
	for _, seed := range []string{
		"{\"text\":\"The ferry was late.\"}\n{\"text\":\"It sailed at noon.\"}\n",
		`[{"a":1},{"a":"]"},[],"x",null]`,
		"{\n\"a\":1\n}\n{\"b\":2}",
		`{"a":"\u0000\ud800"}`,
		"[1,", "]", "[]x", "{}{}", "\xef\xbb\xbf[1]", "\xff\xfe{\x00}\x00", "\n\n[\n]\n", "[[[[[[", `"`, "\r\n\r",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"a.jsonl", "a.json"} {
			records, skipped := readBytes(t, name, data)
			if name == "a.jsonl" {
				checkLines(t, data, len(records)+skipped, skipped)
			} else {
				checkArray(t, data, records)
				if len(records)+skipped == 0 {
					t.Error("nothing was read and nothing reported")
				}
			}
		}
	})
}

// readBytes reads data as a stream of the kind.
func readBytes(t *testing.T, name string, data []byte) (records [][]byte, skipped int) {
	last := -1
	in := Input{Path: "fuzz", stream: bytes.NewReader(data), name: name}
	left, err := Read(t.Context(), in, DefaultOptions(), new(Memory), func(d Document) error {
		if d.Record <= last {
			t.Errorf("record %d after record %d", d.Record, last)
		}
		last = d.Record
		records = append(records, bytes.Clone(d.Data))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return records, len(left.Skipped)
}

// plain reports whether nothing but white space handling stands between the
// bytes and their lines.
func plain(data []byte) bool {
	f, _ := recognised(data[:min(len(data), sniffBytes)], "a.json")
	return f == jsonFormat{} && notText(data) == "" && wideEncoding(data) == nil && !bytes.HasPrefix(data, utf8BOM)
}

func checkLines(t *testing.T, data []byte, got, skipped int) {
	if !plain(data) || beginsList(data[:min(len(data), sniffBytes)]) {
		return
	}
	want := 0
	for line := range strings.SplitSeq(string(data), "\n") {
		if strings.TrimSpace(line) != "" {
			want++
		}
	}
	if want == 0 && skipped == 1 {
		want = 1 // the file itself
	}
	if got != want && !(want == 0 && got == 0) {
		t.Errorf("%d lines read or skipped, want %d", got, want)
	}
}

func checkArray(t *testing.T, data []byte, records [][]byte) {
	var want []json.RawMessage
	if !plain(data) || json.Unmarshal(data, &want) != nil || want == nil {
		return
	}
	if len(records) != len(want) {
		t.Fatalf("%d elements, want %d", len(records), len(want))
	}
	for i := range want {
		if !bytes.Equal(records[i], want[i]) {
			t.Errorf("element %d: %q, want %q", i+1, records[i], want[i])
		}
	}
}
