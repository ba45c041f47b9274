package event

import (
	"bytes"
	"testing"

	"github.com/klauspost/compress/gzip"
)

// FuzzReadBackground reads any bytes as a table of word frequencies, as they are and
// compressed as tables are: they are refused, or give every word a frequency.
func FuzzReadBackground(f *testing.F) {
	f.Add([]byte(tableHeader + "\t10\nferry\t3\nharbour\t1\n"))
	f.Add([]byte(tableHeader + "\t0\n\t\n"))
	f.Add([]byte(tableHeader + "\t-1\n"))
	f.Add([]byte("\x1f\x8b\x08"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var packed bytes.Buffer
		w := gzip.NewWriter(&packed)
		_, _ = w.Write(data)
		_ = w.Close()
		for _, file := range [][]byte{data, packed.Bytes()} {
			table, err := ReadBackground(bytes.NewReader(file))
			if (table == nil) == (err == nil) {
				t.Errorf("table %v, error %v", table, err)
			}
		}
	})
}

// A table is refused that unpacks to more than any: it would be held in memory.
func TestReadBackgroundOfAnySize(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	zeros := make([]byte, 1<<20)
	for range maxTable>>20 + 1 {
		if _, err := w.Write(zeros); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadBackground(&packed); err == nil {
		t.Error("it was read")
	}
}
