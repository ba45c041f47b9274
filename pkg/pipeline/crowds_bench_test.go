package pipeline

import (
	"bytes"
	"fmt"
	"testing"
)

// BenchmarkCrowds scans ever more articles without a date that are on one event, with
// events. The time for an article does not grow with their number:
//
//	go test ./pkg/pipeline -run '^$' -bench Crowds -benchtime 1x -timeout 0
func BenchmarkCrowds(b *testing.B) {
	l := newLanguage(5)
	topic := l.topic()
	stub, notice := "Photo", l.paragraph(topic)
	crowds := []struct {
		kind string
		text func() string
	}{
		{"one word", func() string { return stub }},
		{"one notice", func() string { return notice }},
		{"own words", func() string { return l.paragraph(topic) }},
	}
	for _, crowd := range crowds {
		for n := 1000; n <= *scale; n *= 2 {
			b.Run(fmt.Sprintf("%s/%d", crowd.kind, n), func(b *testing.B) {
				records := make([]record, n)
				for i := range records {
					records[i] = record{ID: fmt.Sprintf("%05d", i), Outlet: fmt.Sprintf("Outlet %d", i), Text: crowd.text()}
				}
				data := lines(b, records)
				opts := Defaults()
				benchmarkScan(b, n, opts, func() (string, *bytes.Reader) { return "-", bytes.NewReader(data) })
			})
		}
	}
}
