package source

import (
	"bytes"
	"strings"
	"testing"
)

func BenchmarkLines(b *testing.B) {
	line := `{"id": "7", "text": "` + strings.Repeat("The ferry to Port Ellen was late again. ", 150) + "\"}\n"
	data := []byte(strings.Repeat(line, 1000))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		in := Input{Path: "bench", stream: bytes.NewReader(data), name: stdinName}
		_, err := Read(b.Context(), in, DefaultOptions(), func(Document) error { return nil })
		if err != nil {
			b.Fatal(err)
		}
	}
}
