package pipeline

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"testing"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/candidate"
	"github.com/wireprint/wireprint/pkg/fingerprint"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/report"
	"github.com/wireprint/wireprint/pkg/segment"
)

// BenchmarkStages runs one stage after the other on 2,500 planted articles, on
// one core. Bytes are those of the articles' text, but for reading and writing,
// where they are those of the JSON.
func BenchmarkStages(b *testing.B) {
	g := newGarden(100)
	s := newStages(b, lines(b, g.records()))
	for _, bb := range []struct {
		name  string
		bytes int
		run   func(b *testing.B)
	}{
		{"read", len(s.lines), s.read},
		{"words", s.text, s.words},
		{"prints", s.text, s.prints},
		{"fingerprint", s.text, s.fingerprint},
		{"candidates", s.text, s.candidates},
		{"compare", s.text, s.compare},
		{"families", s.text, s.families},
		{"rows", s.text, s.rows},
		{"scan", len(s.lines), s.scan},
		{"write", s.written, s.write},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.SetBytes(int64(bb.bytes))
			b.ReportAllocs()
			bb.run(b)
		})
	}
}

// stages is a run that has been done, so that each of its stages can be done
// again.
type stages struct {
	opts     Options
	lines    []byte
	text     int // bytes
	articles []news.Article
	texts    []align.Text
	twins    twins
	index    *candidate.Index
	report   *news.Report
	written  int // bytes of the report
}

func newStages(b *testing.B, lines []byte) *stages {
	s := &stages{opts: Defaults(), lines: lines}
	s.opts.Events, s.opts.Jobs = false, 1
	r, err := read(context.Background(), []string{"-"}, bytes.NewReader(lines), s.opts, Silent{})
	if err != nil {
		b.Fatal(err)
	}
	s.articles = r.articles
	for i := range s.articles {
		s.text += len(s.articles[i].Text)
	}
	f := s.findings()
	if s.index, err = f.fingerprint(context.Background(), s.opts, Silent{}); err != nil {
		b.Fatal(err)
	}
	s.texts, s.twins = f.Texts, f.twins
	if s.report, err = Scan(context.Background(), []string{"-"}, bytes.NewReader(lines), s.opts, Silent{}); err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	if err := report.JSON(&out, s.report); err != nil {
		b.Fatal(err)
	}
	s.written = out.Len()
	return s
}

// lines are records as JSONL.
func lines(b testing.TB, records []record) []byte {
	b.Helper()
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	for _, r := range records {
		if err := encoder.Encode(r); err != nil {
			b.Fatal(err)
		}
	}
	return out.Bytes()
}

func (s *stages) findings() *findings {
	f := &findings{twins: s.twins}
	f.Articles, f.Texts = s.articles, s.texts
	return f
}

func (s *stages) read(b *testing.B) {
	for b.Loop() {
		if _, err := read(context.Background(), []string{"-"}, bytes.NewReader(s.lines), s.opts, Silent{}); err != nil {
			b.Fatal(err)
		}
	}
}

func (s *stages) words(b *testing.B) {
	var words segment.Sequence
	for b.Loop() {
		for i := range s.articles {
			words.Read(&s.articles[i])
		}
	}
}

func (s *stages) prints(b *testing.B) {
	w := fingerprint.NewWinnower(s.opts.Fingerprint)
	for b.Loop() {
		for _, t := range s.texts {
			w.Prints(t.Keys, nil)
		}
	}
}

// fingerprint makes words with their places and of these the prints.
func (s *stages) fingerprint(b *testing.B) {
	p := s.opts.newPrinter()
	for b.Loop() {
		for i := range s.articles {
			p.words.Read(&s.articles[i])
			p.prints(p.words.Keys, p.words.Quotations)
		}
	}
}

// candidates makes the pairs of articles from their prints.
func (s *stages) candidates(b *testing.B) {
	prints := make([][]fingerprint.Print, len(s.texts))
	p, n := s.opts.newPrinter(), 0
	for i, t := range s.texts {
		prints[i] = append(prints[i], p.prints(t.Keys, t.Quotations)...)
		n += len(prints[i])
	}
	for b.Loop() {
		finder := indexOf(prints, n, s.opts.Candidate).NewFinder()
		for a := range prints {
			finder.Pairs(a)
		}
	}
}

// indexOf is the way from n prints to an index.
func indexOf(prints [][]fingerprint.Print, n int, opts candidate.Options) *candidate.Index {
	filter := candidate.NewFilter(n)
	for _, list := range prints {
		filter.Add(list)
	}
	postings := make([][]candidate.Posting, len(prints))
	for a, list := range prints {
		for _, p := range list {
			if filter.Repeated(p.Hash) {
				postings[a] = append(postings[a], candidate.Posting{Hash: p.Hash, Article: uint32(a), Word: p.Word})
			}
		}
	}
	var groups [][]candidate.Posting
	var grouper candidate.Grouper
	for _, p := range candidate.Split(postings) {
		groups = append(groups, grouper.Groups(p))
	}
	return candidate.NewIndex(len(prints), groups, opts)
}

// compare aligns all pairs.
func (s *stages) compare(b *testing.B) {
	for b.Loop() {
		if err := s.findings().align(context.Background(), s.index, s.opts, Silent{}); err != nil {
			b.Fatal(err)
		}
	}
}

// compared are findings up to the pairs.
func (s *stages) compared(b *testing.B) *findings {
	f := s.findings()
	if err := f.align(context.Background(), s.index, s.opts, Silent{}); err != nil {
		b.Fatal(err)
	}
	return f
}

func (s *stages) families(b *testing.B) {
	f := s.compared(b)
	for b.Loop() {
		f.groupFamilies(s.opts)
	}
}

func (s *stages) rows(b *testing.B) {
	f := s.compared(b)
	f.groupFamilies(s.opts)
	order := make([]int, len(f.Articles))
	for i := range order {
		order[i] = i
	}
	for b.Loop() {
		f.Prepare()
		f.Rows(order, false)
	}
}

func (s *stages) scan(b *testing.B) {
	for b.Loop() {
		if _, err := Scan(context.Background(), []string{"-"}, bytes.NewReader(s.lines), s.opts, Silent{}); err != nil {
			b.Fatal(err)
		}
	}
}

func (s *stages) write(b *testing.B) {
	for b.Loop() {
		if err := report.JSON(io.Discard, s.report); err != nil {
			b.Fatal(err)
		}
	}
}
