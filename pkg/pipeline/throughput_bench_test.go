package pipeline

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/segment"
)

// BenchmarkIntoSegment reads 64 MB of stories, of which no two are alike, and splits
// them into words, on all processors: the bytes of the files by the time that takes.
func BenchmarkIntoSegment(b *testing.B) {
	story := func(i int) string {
		var s strings.Builder
		for j := range 40 {
			fmt.Fprintf(&s, "The ferry %d to Port %x was %d minutes late again, said the harbour master of the town on Thursday. ", i*j%97, i*i+j, (i+j)%59)
			if j%4 == 3 {
				s.WriteString("\n\n")
			}
		}
		return s.String()
	}
	const stories = 16_000
	jsonl, texts := b.TempDir(), b.TempDir()
	lines, err := os.Create(filepath.Join(jsonl, "stories.jsonl"))
	if err != nil {
		b.Fatal(err)
	}
	defer lines.Close()
	size := 0
	for i := range stories {
		text := story(i)
		size += len(text)
		line, _ := json.Marshal(map[string]string{"id": fmt.Sprint(i), "text": text})
		if _, err := lines.Write(append(line, '\n')); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(texts, fmt.Sprintf("%05d.txt", i)), []byte(text), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	for name, folder := range map[string]string{"jsonl": jsonl, "text": texts} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(size))
			for b.Loop() {
				r, err := read(b.Context(), []string{folder}, nil, Defaults(), Silent{})
				if err != nil || len(r.articles) != stories {
					b.Fatal(len(r.articles), err)
				}
				err = eachWith(b.Context(), 0, len(r.articles), Silent{}, func() *segment.Sequence { return new(segment.Sequence) },
					func(words *segment.Sequence, i int) { words.Read(&r.articles[i]) })
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
