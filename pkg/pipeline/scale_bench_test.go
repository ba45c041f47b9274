package pipeline

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"strings"
	"testing"
	"time"
)

var scale = flag.Int("scale", 20000, "the largest number of articles that BenchmarkArticles scans")

// BenchmarkArticles scans ever more planted articles. The time for an article
// and the memory for an article do not grow with their number. A larger run:
//
//	go test ./pkg/pipeline -run '^$' -bench Articles -benchtime 1x -timeout 0 -scale 160000
func BenchmarkArticles(b *testing.B) {
	for n := 10000; n <= *scale; n *= 2 {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			file := filepath.Join(b.TempDir(), "articles.jsonl")
			g := newGarden(n / (1 + versions + unrelated))
			if err := os.WriteFile(file, lines(b, g.records()), 0o644); err != nil {
				b.Fatal(err)
			}
			benchmarkScan(b, n, withoutEvents(), func() (string, *bytes.Reader) { return file, nil })
		})
	}
}

// BenchmarkCarriers scans a paragraph that a hundred, a thousand and ten
// thousand outlets carry, as their whole article or within their own story.
func BenchmarkCarriers(b *testing.B) {
	for _, own := range []int{0, 4} {
		for n := 100; n <= 10000; n *= 10 {
			b.Run(fmt.Sprintf("own=%d/%d", own, n), func(b *testing.B) {
				data := lines(b, carried(n, own))
				benchmarkScan(b, n, withoutEvents(), func() (string, *bytes.Reader) { return "-", bytes.NewReader(data) })
			})
		}
	}
}

// carried are n articles with one paragraph, between so many of their own.
func carried(n, own int) []record {
	l := newLanguage(3)
	shared := l.paragraph(l.topic())
	var records []record
	for i := range n {
		story := append(l.story(own), shared)
		records = append(records, record{
			ID: fmt.Sprintf("%05d", i), Outlet: fmt.Sprintf("Outlet %d", i), Date: "2024-03-04",
			Text: strings.Join(story, "\n\n"),
		})
	}
	return records
}

// withoutEvents are options for text reuse alone.
func withoutEvents() Options {
	opts := Defaults()
	opts.Events = false
	return opts
}

// benchmarkScan scans n articles and tells, for an article, the time, the
// processors' time and the largest heap.
func benchmarkScan(b *testing.B, n int, opts Options, input func() (string, *bytes.Reader)) {
	heap, cpu := watchHeap(), cpuTime()
	for b.Loop() {
		path, stdin := input()
		r, err := Scan(context.Background(), []string{path}, stdin, opts, Silent{})
		if err != nil {
			b.Fatal(err)
		}
		if len(r.Articles) < n*9/10 {
			b.Fatalf("%d articles of %d", len(r.Articles), n)
		}
	}
	articles := float64(b.N * n)
	b.ReportMetric(float64(b.Elapsed())/articles, "ns/article")
	b.ReportMetric(float64(cpuTime()-cpu)/articles, "cpu-ns/article")
	b.ReportMetric(float64(heap.stop())/float64(n)/1e3, "peak-kB/article")
}

// heapWatch notes the largest size of the heap, garbage included.
type heapWatch struct {
	done chan struct{}
	peak chan uint64
}

func watchHeap() heapWatch {
	runtime.GC()
	w := heapWatch{done: make(chan struct{}), peak: make(chan uint64)}
	go func() {
		samples := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		peak := uint64(0)
		for tick := time.NewTicker(5 * time.Millisecond); ; {
			metrics.Read(samples)
			peak = max(peak, samples[0].Value.Uint64())
			select {
			case <-tick.C:
			case <-w.done:
				tick.Stop()
				w.peak <- peak
				return
			}
		}
	}()
	return w
}

func (w heapWatch) stop() uint64 {
	close(w.done)
	return <-w.peak
}
