package pipeline

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
)

const plantedGolden = 100

var (
	planted = flag.Int("planted", plantedGolden, "how many wire stories TestPlanted plants; 100 compares with the golden file")
	misses  = flag.Int("misses", 0, "how many paragraphs of each kind TestPlanted shows that were not found")
)

// TestPlanted plants wire stories and what outlets made of them, and says how
// many of their paragraphs were found again, by kind and strength of the edits.
// A larger run:
//
//	go test ./pkg/pipeline -run Planted -v -planted 300
func TestPlanted(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of the short tests: it scans a large folder")
	}
	g := newGarden(*planted)
	r := scanRecords(t, func(o *Options) {
		o.Events, o.Rows, o.Pairs, o.WithText = false, RowsAll, PairsNone, true
	}, g.records())
	s := newScore(t, g, r)
	got := s.String()
	t.Logf("%d articles, %d news words\n%s%s", len(r.Articles), r.Run.Counts.Words, got, s.showMisses(*misses))
	if *planted != plantedGolden {
		return
	}
	const golden = "testdata/planted.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("what is found has changed (go test ./pkg/pipeline -run Planted -update writes it anew):\n%s", diff)
	}
}

// What is planted for each wire.
const (
	versions  = 20 // by outlets that differ; their kinds come one after the other
	unrelated = 4  // stories of outlets' own
)

// garden holds the planted stories.
type garden struct {
	*language
	kinds   []edit
	wires   [][]string // paragraphs of each wire
	stories []planting
}

// planting is a story with what is known of it.
type planting struct {
	record
	kind   int // number of the edit, or one of the others
	pieces []piece
}

const (
	theWire = -1 - iota
	noVersion
)

// piece is where a story carries a wire's paragraph.
type piece struct {
	wire, paragraph int
	news.Span
}

func newGarden(wires int) *garden {
	g := &garden{language: newLanguage(7), kinds: edits()}
	for range wires {
		g.wires = append(g.wires, g.story(g.between(5, 14)))
	}
	for n := range g.wires {
		outlets := g.rand.Perm(60)
		g.add(theWire, fmt.Sprintf("%04d/wire", n), "The Wire", n, 6, g.partsOf(n))
		for v := range versions {
			kind := (n*versions + v) % len(g.kinds)
			g.add(kind, fmt.Sprintf("%04d/%02d", n, v), outletName(outlets[v]), n, g.between(7, 20), g.kinds[kind].make(g, g.partsOf(n)))
		}
		for u := range unrelated {
			var parts []part
			for _, p := range g.story(g.between(5, 14)) {
				parts = append(parts, part{wire: -1, text: p, end: "\n\n"})
			}
			g.add(noVersion, fmt.Sprintf("%04d/own%d", n, u), outletName(outlets[versions+u]), n, g.between(7, 20), parts)
		}
	}
	return g
}

func (g *garden) kindName(kind int) string {
	if kind < 0 {
		return "wrong"
	}
	return g.kinds[kind].name
}

func outletName(n int) string { return fmt.Sprintf("Outlet %02d", n) }

// partsOf are a wire's paragraphs.
func (g *garden) partsOf(wire int) []part {
	var parts []part
	for p, text := range g.wires[wire] {
		parts = append(parts, part{wire, p, text, "\n\n"})
	}
	return parts
}

// add plants a story of the n-th day.
func (g *garden) add(kind int, id, outlet string, n, hour int, parts []part) {
	s := planting{kind: kind}
	var text strings.Builder
	for _, p := range parts {
		start := text.Len()
		text.WriteString(p.text)
		if p.wire >= 0 {
			s.pieces = append(s.pieces, piece{p.wire, p.paragraph, news.Span{Start: start, End: text.Len()}})
		}
		text.WriteString(p.end)
	}
	s.record = record{
		ID: id, Outlet: outlet, Text: strings.TrimSpace(text.String()),
		Date: fmt.Sprintf("2024-%02d-%02dT%02d:00:00Z", 1+n/28%12, 1+n%28, hour),
	}
	g.stories = append(g.stories, s)
}

func (g *garden) records() []record {
	var records []record
	for _, s := range g.stories {
		records = append(records, s.record)
	}
	return records
}

// carries reports whether a story has a piece of the wire.
func (s planting) carries(wire int) bool {
	return slices.ContainsFunc(s.pieces, func(p piece) bool { return p.wire == wire })
}
