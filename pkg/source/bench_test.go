package source

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// benchLines is some megabytes of JSONL, of which no two lines are alike.
func benchLines() []byte {
	var b bytes.Buffer
	for i := range 4000 {
		fmt.Fprintf(&b, `{"id": "%d", "text": "`, i)
		for j := range 60 {
			fmt.Fprintf(&b, "The ferry %d to Port %x was %d minutes late again, said the harbour master. ", i*j%97, i*i+j, (i+j)%59)
		}
		b.WriteString("\"}\n")
	}
	return b.Bytes()
}

// benchmarkRead reads bytes as a file of a name.
func benchmarkRead(b *testing.B, name string, data []byte, size int) {
	disk := filepath.Join(b.TempDir(), name)
	if err := os.WriteFile(disk, data, 0o600); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		in := Input{Path: name, disk: disk, name: name}
		left, err := Read(b.Context(), in, DefaultOptions(), func(Document) error { return nil })
		if err != nil || left.Skipped != nil {
			b.Fatal(left, err)
		}
	}
}

func BenchmarkLines(b *testing.B) {
	data := benchLines()
	benchmarkRead(b, "a.jsonl", data, len(data))
}

// BenchmarkPacked compares reading compressed lines with what the library takes to
// decompress them.
func BenchmarkPacked(b *testing.B) {
	data := benchLines()
	var gz, zst bytes.Buffer
	zw := gzip.NewWriter(&gz)
	_, _ = zw.Write(data)
	_ = zw.Close()
	w, _ := zstd.NewWriter(&zst)
	_, _ = w.Write(data)
	_ = w.Close()
	alone := func(b *testing.B, open func() (io.Reader, error)) {
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			r, err := open()
			if err != nil {
				b.Fatal(err)
			}
			if _, err := io.CopyBuffer(io.Discard, struct{ io.Reader }{r}, make([]byte, bufferBytes)); err != nil {
				b.Fatal(err)
			}
			if z, ok := r.(*zstd.Decoder); ok {
				z.Close()
			}
		}
	}
	b.Run("gzip/alone", func(b *testing.B) {
		alone(b, func() (io.Reader, error) { return gzip.NewReader(bytes.NewReader(gz.Bytes())) })
	})
	b.Run("gzip/read", func(b *testing.B) { benchmarkRead(b, "a.jsonl.gz", gz.Bytes(), len(data)) })
	b.Run("zstd/alone", func(b *testing.B) {
		alone(b, func() (io.Reader, error) { return zstd.NewReader(bytes.NewReader(zst.Bytes())) })
	})
	b.Run("zstd/read", func(b *testing.B) { benchmarkRead(b, "a.jsonl.zst", zst.Bytes(), len(data)) })
}

// BenchmarkTexts reads a folder of plain text files.
func BenchmarkTexts(b *testing.B) {
	dir, text := b.TempDir(), []byte(strings.Repeat("The ferry to Port Ellen was late again. ", 125))
	const files = 1000
	for i := range files {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.txt", i)), text, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	inputs, _, err := Find(b.Context(), []string{dir}, nil, DefaultOptions())
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(files * len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for _, in := range inputs {
			if _, err := Read(b.Context(), in, DefaultOptions(), func(Document) error { return nil }); err != nil {
				b.Fatal(err)
			}
		}
	}
}
