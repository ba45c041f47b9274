package pipeline

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// BenchmarkAlign compares a wire of ten paragraphs with what outlets made of it,
// and with a story that has no more than a set phrase in common with it. Bytes are
// those of both texts.
func BenchmarkAlign(b *testing.B) {
	g := &garden{language: newLanguage(7), kinds: edits()}
	g.wires = [][]string{g.story(10), g.story(10)}
	for n := range g.wires {
		g.wires[n][4] += " " + g.longestPhrase() + "."
	}
	for _, bb := range []struct {
		name  string
		parts []part
	}{
		{"verbatim", append(g.version("verbatim"), g.own())}, // twins would not be compared
		{"edited", g.version("edited, 10 %")},
		{"OCR", g.version("OCR confusions, 5 %")},
		{"phrase", g.partsOf(1)},
	} {
		b.Run(bb.name, func(b *testing.B) {
			benchmarkPair(b, article(g.partsOf(0)), article(bb.parts))
		})
	}
}

func (l *language) longestPhrase() string {
	return slices.MaxFunc(l.phrases, func(a, b string) int {
		return cmp.Compare(len(strings.Fields(a)), len(strings.Fields(b)))
	})
}

// version is what an edit makes of the first wire.
func (g *garden) version(kind string) []part {
	at := slices.IndexFunc(g.kinds, func(e edit) bool { return e.name == kind })
	return g.kinds[at].make(g, g.partsOf(0))
}

// article is a text of which every paragraph is news.
func article(parts []part) news.Article {
	var a news.Article
	for _, p := range parts {
		a.Text += p.text + p.end
	}
	for _, span := range segment.Paragraphs(a.Text) {
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Span: span})
	}
	return a
}

func benchmarkPair(b *testing.B, x, y news.Article) {
	f, opts := &findings{}, Defaults()
	f.Articles = []news.Article{x, y}
	index, err := f.fingerprint(context.Background(), opts, Silent{})
	if err != nil {
		b.Fatal(err)
	}
	pairs := index.NewFinder().Pairs(0)
	if len(pairs) != 1 {
		b.Fatalf("%d pairs of two articles", len(pairs))
	}
	c := align.NewComparer(opts.Align)
	var shared align.Overlap
	b.SetBytes(int64(len(x.Text) + len(y.Text)))
	b.ReportAllocs()
	for b.Loop() {
		c.Set(f.Texts[0])
		passages := c.FromAnchors(f.Texts[1], pairs[0].Anchors, !pairs[0].More)
		shared = align.Measure(f.Texts[0], f.Texts[1], passages)
	}
	b.ReportMetric(float64(shared.SharedA), "shared-words")
}
