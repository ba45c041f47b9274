package source

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// ferryLines is JSONL of so many lines.
func ferryLines(n int) []byte {
	var b bytes.Buffer
	for i := range n {
		fmt.Fprintf(&b, `{"id":%d,"text":"%s"}`+"\n", i, strings.Repeat(fmt.Sprintf("The ferry %d was late. ", i*i), 20))
	}
	return b.Bytes()
}

// packedLines is JSONL as it is and compressed, by the name of a file.
func packedLines(t *testing.T, n int) map[string][]byte {
	data := ferryLines(n)
	var gz, zst bytes.Buffer
	zw := gzip.NewWriter(&gz)
	_, _ = zw.Write(data)
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	w, err := zstd.NewWriter(&zst)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = w.Write(data)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{"a.jsonl": data, "a.jsonl.gz": gz.Bytes(), "a.jsonl.zst": zst.Bytes()}
}

// What a file of lines takes of memory does not depend on its length, and of the
// second file it takes next to none.
func TestLinesAllocate(t *testing.T) {
	short, long := packedLines(t, 4000), packedLines(t, 16_000)                                                     // 2 and 8 MB
	for name, most := range map[string]uint64{"a.jsonl": 1 << 20, "a.jsonl.gz": 1 << 20, "a.jsonl.zst": 10 << 20} { // with a window of 8 MB
		memory := new(Memory)
		first := allocated(t, memory, name, short[name])
		second := allocated(t, memory, name, long[name])
		if first > most || second > 64<<10 {
			t.Errorf("%s: reading 2 MB allocates %d bytes, then 8 MB %d", name, first, second)
		}
	}
}

// allocated is how many bytes reading a file allocates.
func allocated(t *testing.T, memory *Memory, name string, data []byte) uint64 {
	disk := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(disk, data, 0o600); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	in := Input{Path: name, disk: disk, name: name}
	if _, err := Read(t.Context(), in, DefaultOptions(), memory, func(Document) error { return nil }); err != nil {
		t.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// One memory serves inputs of all formats and sizes, one after the other, as new
// memory for each would.
func TestMemoryIsUsedAgain(t *testing.T) {
	files := packedLines(t, 50)
	files["long.jsonl"] = []byte(`{"text":"` + strings.Repeat("The ferry was late. ", 200_000) + "\"}\n{}\n")
	files["large.txt"] = bytes.Repeat([]byte("The ferry was late. "), 100_000)
	files["small.txt"] = []byte("It sailed at noon.")
	files["a.html"] = []byte("<html><p>It sailed at noon.")
	files["cut.jsonl.gz"] = files["a.jsonl.gz"][:len(files["a.jsonl.gz"])-20]
	files["a.zip"] = []byte(zipOf(t, "a.txt", ferry, "b/c.jsonl", string(ferryLines(20))))
	files["a.tar"] = []byte(tarOf(t, "a.txt", ferry, "a.jsonl.gz", string(files["a.jsonl.gz"]), "b.txt", "It sailed."))
	dir := t.TempDir()
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	memory := new(Memory)
	for range 3 { // in the order of a map, which differs
		for name := range files {
			in := Input{Path: name, disk: filepath.Join(dir, name), name: name, given: true}
			read := func(memory *Memory) (docs []string, left Left) {
				left, err := Read(t.Context(), in, DefaultOptions(), memory, func(d Document) error {
					docs = append(docs, d.Path+" "+shown(d))
					clear(d.Data) // the receiver may do with it what it likes
					return nil
				})
				if err != nil {
					t.Fatal(err)
				}
				return docs, left
			}
			want, wantLeft := read(new(Memory))
			got, gotLeft := read(memory)
			if fmt.Sprint(got, gotLeft) != fmt.Sprint(want, wantLeft) {
				t.Errorf("%s: read otherwise in memory that was used", name)
			}
		}
	}
	if len(memory.text.Bytes()) > mostKept || cap(memory.block) > mostKept {
		t.Errorf("keeps %d and %d bytes", memory.text.Cap(), cap(memory.block))
	}
}
