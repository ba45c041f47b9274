package pipeline

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/news"
)

// score is what was found of a garden, by kind of edit.
type score struct {
	garden *garden
	byID   map[string]*planting
	kinds  []tally
	all    tally
	missed map[int][]string

	joined, joinedRight int // pairs of articles in one family
}

// tally counts paragraphs, carriers and versions.
type tally struct {
	planted, found     int     // paragraphs that versions carry
	covered            float64 // of the planted: the share of each that its carrier's span holds
	reported, right    int     // carriers
	versions, families int     // and how many are in the family of their wire
}

func newScore(t *testing.T, g *garden, r *news.Report) *score {
	t.Helper()
	s := &score{garden: g, byID: map[string]*planting{}, kinds: make([]tally, len(g.kinds)), missed: map[int][]string{}}
	for i := range g.stories {
		s.byID[g.stories[i].ID] = &g.stories[i]
	}
	for _, a := range r.Articles {
		if a.Text != s.byID[a.ID].Text {
			t.Fatalf("the text of %s was changed in reading: its pieces stand elsewhere", a.ID)
		}
	}
	s.countFound(r)
	s.countRight(r)
	s.countFamilies(r)
	return s
}

// at are the pieces that a span is of: they have half of the shorter in common.
func (s *planting) at(span news.Span) []piece {
	var pieces []piece
	for _, p := range s.pieces {
		if 2*p.Overlap(span) >= min(p.Len(), span.Len()) {
			pieces = append(pieces, p)
		}
	}
	return pieces
}

// place is a wire's paragraph in an article.
type place struct {
	article         string
	wire, paragraph int
}

// coverage is how much of each place the carriers of rows hold that have the
// wire's own paragraph too.
func (s *score) coverage(r *news.Report) map[place]int {
	covered := map[place]int{}
	for _, row := range r.Rows {
		wires := map[place]bool{}
		for _, c := range row.Carriers {
			if a := s.byID[c.Article]; a.kind == theWire {
				for _, p := range a.at(c.Span) {
					wires[place{"", p.wire, p.paragraph}] = true
				}
			}
		}
		for _, c := range row.Carriers {
			for _, p := range s.byID[c.Article].at(c.Span) {
				if wires[place{"", p.wire, p.paragraph}] {
					covered[place{c.Article, p.wire, p.paragraph}] += p.Overlap(c.Span)
				}
			}
		}
	}
	return covered
}

// countFound counts the paragraphs of versions that are carriers of a row which
// has the wire's paragraph.
func (s *score) countFound(r *news.Report) {
	covered := s.coverage(r)
	for _, v := range s.garden.stories {
		if v.kind < 0 {
			continue
		}
		for _, p := range v.pieces {
			n := covered[place{v.ID, p.wire, p.paragraph}]
			share := min(1, float64(n)/float64(p.Len()))
			s.kinds[v.kind].paragraph(share)
			s.all.paragraph(share)
			if n == 0 {
				s.miss(v.kind, fmt.Sprintf("%s, paragraph %d", v.ID, p.paragraph), s.garden.wires[p.wire][p.paragraph], v.Text[p.Start:p.End])
			}
		}
	}
}

func (t *tally) paragraph(covered float64) {
	t.planted++
	t.covered += covered
	if covered > 0 {
		t.found++
	}
}

func (s *score) miss(kind int, what, wire, version string) {
	s.missed[kind] = append(s.missed[kind], fmt.Sprintf("%s\n\t%s\n\t%s\n", what, wire, version))
}

// countRight counts the carriers that are a version of the very paragraph, or
// part of one, that the row is: half of their text or more.
func (s *score) countRight(r *news.Report) {
	for _, row := range r.Rows {
		source := s.byID[row.Source.Article]
		for _, c := range row.Carriers[1:] {
			carrier, right := s.byID[c.Article], 0
			for _, p := range source.at(row.Source.Span) {
				for _, q := range carrier.pieces {
					if q.wire == p.wire && q.paragraph == p.paragraph {
						right += q.Overlap(c.Span)
					}
				}
			}
			ok := 2*right >= c.Span.Len()
			s.all.carrier(ok)
			if kind := carrier.kind; kind >= 0 {
				s.kinds[kind].carrier(ok)
			}
			if !ok {
				s.miss(noVersion, c.Article+" does not carry "+row.Source.Article, row.Text, carrier.Text[c.Span.Start:c.Span.End])
			}
		}
	}
}

func (t *tally) carrier(right bool) {
	t.reported++
	if right {
		t.right++
	}
}

// countFamilies counts the versions that are in the family of their wire, and
// the pairs of one family that have a wire in common.
func (s *score) countFamilies(r *news.Report) {
	for _, f := range r.Families {
		for i, id := range f.Articles {
			a := s.byID[id]
			for _, other := range f.Articles[:i] {
				b := s.byID[other]
				s.joined++
				if slices.ContainsFunc(a.pieces, func(p piece) bool { return b.carries(p.wire) }) {
					s.joinedRight++
				}
			}
		}
	}
	articles := byID(r)
	for _, v := range s.garden.stories {
		if v.kind < 0 {
			continue
		}
		joined := slices.ContainsFunc(v.pieces, func(p piece) bool {
			return articles[v.ID].Family == articles[fmt.Sprintf("%04d/wire", p.wire)].Family
		})
		s.kinds[v.kind].version(joined)
		s.all.version(joined)
	}
}

func (t *tally) version(joined bool) {
	t.versions++
	if joined {
		t.families++
	}
}

func (s *score) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-35s %10s %7s %7s %9s %7s\n", "", "paragraphs", "recall", "covered", "precision", "family")
	for k, t := range s.kinds {
		fmt.Fprintln(&b, t.line(s.garden.kinds[k].name))
	}
	fmt.Fprintln(&b, s.all.line("all, with unrelated stories"))
	fmt.Fprintf(&b, "pairs of one family that have a wire in common: %.4f of %d\n", float64(s.joinedRight)/float64(max(1, s.joined)), s.joined)
	return b.String()
}

func (t tally) line(name string) string {
	return fmt.Sprintf("%-35s %10d %7.4f %7.4f %9.4f %7.4f", name, t.planted,
		float64(t.found)/float64(max(1, t.planted)), t.covered/float64(max(1, t.planted)),
		float64(t.right)/float64(max(1, t.reported)), float64(t.families)/float64(max(1, t.versions)))
}

// showMisses shows the first n of each kind that were not found, and of the
// carriers that are wrong.
func (s *score) showMisses(n int) string {
	var b strings.Builder
	for kind := noVersion; kind < len(s.kinds); kind++ {
		for i, m := range s.missed[kind] {
			if i < n {
				fmt.Fprintf(&b, "\n%s: %s", s.garden.kindName(kind), m)
			}
		}
	}
	return b.String()
}
