package pipeline

import (
	"bytes"
	"context"
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"github.com/wireprint/wireprint/pkg/extract"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/provenance"
	"github.com/wireprint/wireprint/pkg/source"
)

// BenchmarkTake makes articles of real records, and then tells their outlets and
// credits, on one core. Bytes are those of the records. Of all runs it reports the
// least processor time that one took, without that of the garbage collector: on a
// machine with other work that figure moves by a few per cent where the mean doubles.
func BenchmarkTake(b *testing.B) {
	for _, bb := range []struct {
		name, path string
		every      int // record is taken
	}{
		{"stories", data + "speed", 12},
		{"dispatches", data + "wire", 6},
		{"ocr", data + "ocr", 3},
		{"planted", "", 1},
	} {
		b.Run(bb.name, func(b *testing.B) {
			if _, err := os.Stat(bb.path); err != nil && bb.path != "" {
				b.Skipf("../shared/data is not here: %v", err)
			}
			take(b, records(b, bb.path, bb.every))
		})
	}
}

// records are every nth document of a folder, or planted ones.
func records(b *testing.B, path string, every int) (records []source.Document) {
	if path == "" {
		for _, r := range newGarden(40).records() {
			records = append(records, source.Document{Path: "-", Format: source.Record, Data: lines(b, []record{r})})
		}
		return records
	}
	inputs, _, err := source.Find(context.Background(), []string{path}, nil, Defaults().Source)
	if err != nil {
		b.Fatal(err)
	}
	for _, in := range inputs {
		n := 0
		if _, err := source.Read(context.Background(), in, Defaults().Source, new(source.Memory), func(d source.Document) error {
			if n++; n%every == 0 {
				d.Data = bytes.Clone(d.Data) // they hold until this returns
				records = append(records, d)
			}
			return nil
		}); err != nil {
			b.Fatal(err)
		}
	}
	return records
}

func take(b *testing.B, records []source.Document) {
	size := 0
	for _, d := range records {
		size += len(d.Data)
	}
	b.ReportAllocs()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	articles := make([][]news.Article, len(records))
	opts := Defaults().Outlets
	extracting, identifying := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
	for b.Loop() {
		start := cpuTime()
		for i, d := range records {
			articles[i], _ = extract.Articles(d)
		}
		extracted := cpuTime()
		for _, of := range articles {
			for i := range of {
				provenance.Identify(&of[i], opts)
			}
		}
		extracting, identifying = min(extracting, extracted-start), min(identifying, cpuTime()-extracted)
		b.StopTimer()
		runtime.GC()
		b.StartTimer()
	}
	perSecond := func(t time.Duration) float64 { return float64(size) / 1e6 / t.Seconds() }
	b.ReportMetric(perSecond(extracting), "extract-MB/s")
	b.ReportMetric(perSecond(identifying), "identify-MB/s")
	b.ReportMetric(perSecond(extracting+identifying), "MB/s")
}
