package pipeline

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
	"github.com/wireprint/wireprint/pkg/source"
)

// throughputStories is how many stories the benchmarks below read, 64 MB of them, no
// two alike.
const throughputStories = 16_000

// writeThroughput writes the stories as lines of JSON into one folder and as a text
// file each into another, and returns how many bytes their text has.
func writeThroughput(b *testing.B) (jsonl, texts string, size int) {
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
	jsonl, texts = b.TempDir(), b.TempDir()
	lines, err := os.Create(filepath.Join(jsonl, "stories.jsonl"))
	if err != nil {
		b.Fatal(err)
	}
	defer lines.Close()
	for i := range throughputStories {
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
	return jsonl, texts, size
}

// benchmarkThroughput does something for a folder of lines and for one of texts: the
// bytes of the stories by the time that takes, and by half of the processor time, which
// is the speed of two processors that do nothing else.
func benchmarkThroughput(b *testing.B, do func(b *testing.B, folder string)) {
	jsonl, texts, size := writeThroughput(b)
	for _, bb := range []struct{ name, folder string }{{"jsonl", jsonl}, {"text", texts}} {
		b.Run(bb.name, func(b *testing.B) {
			b.SetBytes(int64(size))
			used := cpuTime()
			for b.Loop() {
				do(b, bb.folder)
			}
			b.ReportMetric(float64(size)*float64(b.N)/1e6/((cpuTime()-used).Seconds()/2), "MB/s-of-2-cpus")
		})
	}
}

// BenchmarkIntoSegment reads stories, makes articles of them, and splits these into
// words, on all processors.
func BenchmarkIntoSegment(b *testing.B) {
	benchmarkThroughput(b, func(b *testing.B, folder string) {
		r, err := read(b.Context(), []string{folder}, nil, Defaults(), Silent{})
		if err != nil || len(r.articles) != throughputStories {
			b.Fatal(len(r.articles), err)
		}
		err = eachWith(b.Context(), 0, len(r.articles), Silent{}, func() *segment.Sequence { return new(segment.Sequence) },
			func(words *segment.Sequence, i int) { words.Read(&r.articles[i]) })
		if err != nil {
			b.Fatal(err)
		}
	})
}

// BenchmarkDocumentsIntoSegment is BenchmarkIntoSegment without the stage between them:
// each document as it is written goes into segmentation as if it were all text.
func BenchmarkDocumentsIntoSegment(b *testing.B) {
	type own struct {
		words     segment.Sequence
		documents int
	}
	benchmarkThroughput(b, func(b *testing.B, folder string) {
		inputs, _, err := source.Find(b.Context(), []string{folder}, nil, source.DefaultOptions())
		if err != nil {
			b.Fatal(err)
		}
		readers := readers[*own]{inputs: inputs, opts: source.DefaultOptions(), stop: func(position) bool { return false }}
		readers.take = func(o *own, d document) {
			text := string(d.Data)
			o.words.Read(&news.Article{Text: text, Paragraphs: []news.Paragraph{{Span: news.Span{End: len(text)}}}})
			o.documents++
		}
		memories := make([]*own, workers(0))
		for i := range memories {
			memories[i] = new(own)
		}
		if err := readers.read(b.Context(), memories); err != nil {
			b.Fatal(err)
		}
		documents := 0
		for _, o := range memories {
			documents += o.documents
		}
		if documents != throughputStories {
			b.Fatal(documents)
		}
	})
}
