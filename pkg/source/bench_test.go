package source

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

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

// readsFile returns the reading of bytes as a file of a name.
func readsFile(b *testing.B, name string, data []byte) func() {
	disk := filepath.Join(b.TempDir(), name)
	if err := os.WriteFile(disk, data, 0o600); err != nil {
		b.Fatal(err)
	}
	memory := new(Memory)
	return func() {
		in := Input{Path: name, disk: disk, name: name}
		left, err := Read(b.Context(), in, DefaultOptions(), memory, func(Document) error { return nil })
		if err != nil || left.Skipped != nil {
			b.Fatal(left, err)
		}
	}
}

func BenchmarkLines(b *testing.B) {
	data := benchLines()
	read := readsFile(b, "a.jsonl", data)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		read()
	}
}

// BenchmarkPacked reads compressed lines, and says what share that is of the speed at
// which the library unpacks the same bytes to nowhere. They take turns, for what else
// the machine does changes, and of each the fastest counts; where much else is done,
// the share by processor time is the one to go by. zstd is also compared with what the
// library does on several processors. It then reads ahead, which we cannot have: how
// much is read of a file before a limit holds would depend on chance.
func BenchmarkPacked(b *testing.B) {
	data := benchLines()
	var gz, zst bytes.Buffer
	zw := gzip.NewWriter(&gz)
	_, _ = zw.Write(data)
	_ = zw.Close()
	w, _ := zstd.NewWriter(&zst)
	_, _ = w.Write(data)
	_ = w.Close()
	discard := func(r io.Reader, err error) {
		if err == nil {
			_, err = io.CopyBuffer(io.Discard, struct{ io.Reader }{r}, make([]byte, bufferBytes))
		}
		if err != nil {
			b.Fatal(err)
		}
	}
	unzstd := func(opts ...zstd.DOption) func() {
		return func() {
			z, err := zstd.NewReader(bytes.NewReader(zst.Bytes()), opts...)
			discard(z, err)
			z.Close()
		}
	}
	for _, bb := range []struct {
		name   string
		packed []byte
		alone  func()
	}{
		{"gzip/a.jsonl.gz", gz.Bytes(), func() { discard(gzip.NewReader(bytes.NewReader(gz.Bytes()))) }},
		{"zstd/a.jsonl.zst", zst.Bytes(), unzstd(zstd.WithDecoderConcurrency(1))},
		{"zstd-several/a.jsonl.zst", zst.Bytes(), unzstd()},
	} {
		b.Run(bb.name, func(b *testing.B) {
			read := readsFile(b, filepath.Base(bb.name), bb.packed)
			fastest := [2]time.Duration{time.Hour, time.Hour}
			var cpu [2]time.Duration
			for b.Loop() {
				for i, do := range []func(){read, bb.alone} {
					began, used := time.Now(), cpuTime()
					do()
					fastest[i] = min(fastest[i], time.Since(began))
					cpu[i] += cpuTime() - used
				}
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(len(data))/fastest[0].Seconds()/1e6, "MB/s")
			b.ReportMetric(100*fastest[1].Seconds()/fastest[0].Seconds(), "%ofLibrary")
			b.ReportMetric(100*cpu[1].Seconds()/cpu[0].Seconds(), "%ofLibraryCPU")
		})
	}
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
	memory, used := new(Memory), cpuTime()
	for b.Loop() {
		for _, in := range inputs {
			if _, err := Read(b.Context(), in, DefaultOptions(), memory, func(Document) error { return nil }); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric((cpuTime()-used).Seconds()/float64(b.N*files)*1e6, "µs-cpu/file")
}
