package pipeline

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
)

var planted = flag.Int("planted", 30, "how many wire stories TestPlanted plants; 30 compares with the golden file")

// TestPlanted plants wire stories and one version of each for every kind and
// strength of edit, and says how many of their paragraphs were found. The words
// are invented, so that nothing is shared by chance. A larger run:
//
//	go test ./pkg/pipeline -run Planted -v -planted 300
func TestPlanted(t *testing.T) {
	g := newGarden(*planted)
	r := scanRecords(t, func(o *Options) { o.Events = false; o.Rows = RowsAll; o.Pairs = PairsNone }, g.records)
	got := g.score(r)
	t.Log("\n" + got)
	if *planted != 30 {
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

// edit makes an outlet's version of a wire. It returns the version's text and
// the numbers of the wire's paragraphs that it carries.
type edit struct {
	name string
	make func(g *garden, wire []string) (text string, kept []int)
}

var edits = []edit{
	{"verbatim", func(_ *garden, w []string) (string, []int) { return join(w), upTo(len(w)) }},
	{"edited, 5 % of the words", edited(5)},
	{"edited, 10 % of the words", edited(10)},
	{"edited, 20 % of the words", edited(20)},
	{"abridged from the bottom", func(_ *garden, w []string) (string, []int) { return join(w[:3]), upTo(3) }},
	{"paragraphs moved", func(g *garden, w []string) (string, []int) {
		moved := slices.Clone(w)
		g.rand.Shuffle(len(moved), func(i, j int) { moved[i], moved[j] = moved[j], moved[i] })
		return join(moved), upTo(len(w))
	}},
	{"paragraphs merged", func(_ *garden, w []string) (string, []int) { return strings.Join(w, " "), upTo(len(w)) }},
	{"paragraphs split", func(_ *garden, w []string) (string, []int) {
		return strings.ReplaceAll(join(w), ". ", ".\n\n"), upTo(len(w))
	}},
	{"other typography", func(_ *garden, w []string) (string, []int) {
		return strings.NewReplacer(",", " –", "a", "A").Replace(join(w)), upTo(len(w))
	}},
	{"hyphens at line ends", func(_ *garden, w []string) (string, []int) { return wrapped(join(w)), upTo(len(w)) }},
	{"OCR noise, 2 % of the characters", noisy(2)},
	{"OCR noise, 5 % of the characters", noisy(5)},
	{"OCR noise, 10 % of the characters", noisy(10)},
}

// garden holds the planted stories.
type garden struct {
	rand    *rand.Rand
	words   []string
	records []record
	wires   [][]string       // paragraphs of each wire
	kept    map[string][]int // by article: the wire's paragraphs that it carries
}

func newGarden(wires int) *garden {
	g := &garden{rand: rand.New(rand.NewPCG(7, 11)), kept: map[string][]int{}}
	g.words = g.vocabulary(4000)
	for n := range wires {
		var wire []string
		for range 8 {
			wire = append(wire, g.paragraph())
		}
		g.wires = append(g.wires, wire)
		g.add(fmt.Sprintf("%03d/wire", n), join(wire), upTo(len(wire)))
		for k, e := range edits {
			text, kept := e.make(g, wire)
			g.add(fmt.Sprintf("%03d/%02d", n, k), text, kept)
		}
	}
	return g
}

func (g *garden) add(id, text string, kept []int) {
	g.records = append(g.records, record{ID: id, Outlet: "Outlet " + id[4:], Date: "2024-03-04", Text: text})
	g.kept[id] = kept
}

// vocabulary invents words of two to four syllables.
func (g *garden) vocabulary(n int) []string {
	const consonants, vowels = "bdfgklmnprstv", "aeiou"
	words := make([]string, n)
	for i := range words {
		var w strings.Builder
		for range 2 + g.rand.IntN(3) {
			w.WriteByte(consonants[g.rand.IntN(len(consonants))])
			w.WriteByte(vowels[g.rand.IntN(len(vowels))])
		}
		words[i] = w.String()
	}
	return words
}

func (g *garden) word() string { return g.words[g.rand.IntN(len(g.words))] }

// paragraph invents two or three sentences, 25 to 60 words together.
func (g *garden) paragraph() string {
	var sentences []string
	for range 2 + g.rand.IntN(2) {
		words := make([]string, 12+g.rand.IntN(9))
		for i := range words {
			words[i] = g.word()
		}
		words[5] += ","
		words[0] = strings.ToUpper(words[0][:1]) + words[0][1:]
		sentences = append(sentences, strings.Join(words, " ")+".")
	}
	return strings.Join(sentences, " ")
}

// edited replaces, drops or doubles percent of the words.
func edited(percent int) func(*garden, []string) (string, []int) {
	return func(g *garden, wire []string) (string, []int) {
		var out []string
		for _, p := range wire {
			var words []string
			for _, w := range strings.Fields(p) {
				if g.rand.IntN(100) >= percent {
					words = append(words, w)
					continue
				}
				switch g.rand.IntN(3) {
				case 0:
					words = append(words, g.word())
				case 1:
					words = append(words, w, g.word())
				}
			}
			out = append(out, strings.Join(words, " ")+".")
		}
		return join(out), upTo(len(wire))
	}
}

// noisy puts a wrong letter for percent of the letters.
func noisy(percent int) func(*garden, []string) (string, []int) {
	return func(g *garden, wire []string) (string, []int) {
		text := strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) && g.rand.IntN(100) < percent {
				return rune("bcehilnorstu"[g.rand.IntN(12)])
			}
			return r
		}, join(wire))
		return text, upTo(len(wire))
	}
}

// wrapped breaks lines at 60 columns, in the middle of words.
func wrapped(text string) string {
	var out strings.Builder
	column := 0
	for i, r := range text {
		if r == '\n' {
			column = 0
		} else {
			column++
		}
		out.WriteRune(r)
		if column >= 60 && unicode.IsLower(r) && i+2 < len(text) && unicode.IsLower(rune(text[i+1])) {
			out.WriteString("-\n")
			column = 0
		}
	}
	return out.String()
}

func join(paragraphs []string) string { return strings.Join(paragraphs, "\n\n") }

func upTo(n int) []int {
	numbers := make([]int, n)
	for i := range numbers {
		numbers[i] = i
	}
	return numbers
}

// score says, for each kind of edit, how many of the wire's paragraphs the
// version is found to carry, and how many carriers of all rows are right.
func (g *garden) score(r *news.Report) string {
	found := make([]int, len(edits))
	planted := make([]int, len(edits))
	carriersOf := g.carriersOf(r)
	for n, wire := range g.wires {
		for k := range edits {
			id := fmt.Sprintf("%03d/%02d", n, k)
			for _, p := range g.kept[id] {
				planted[k]++
				if carriersOf[n*len(wire)+p][id] {
					found[k]++
				}
			}
		}
	}
	right, all := 0, 0
	for _, row := range r.Rows {
		for _, c := range row.Carriers[1:] {
			all++
			if c.Article[:3] == row.Source.Article[:3] {
				right++
			}
		}
	}
	var out strings.Builder
	for k, e := range edits {
		fmt.Fprintf(&out, "%-34s recall %.4f\n", e.name, float64(found[k])/float64(planted[k]))
	}
	fmt.Fprintf(&out, "%-34s %.4f\n", "carriers of the right wire", float64(right)/float64(max(all, 1)))
	fmt.Fprintf(&out, "%-34s %d for %d wires\n", "families of two or more", r.Run.Counts.Families, len(g.wires))
	return out.String()
}

// carriersOf lists, for each paragraph of each wire, all who are in a row with
// it: rows whose text the wire's article carries inside that paragraph.
func (g *garden) carriersOf(r *news.Report) []map[string]bool {
	var of []map[string]bool
	for range g.wires {
		for range 8 {
			of = append(of, map[string]bool{})
		}
	}
	for _, row := range r.Rows {
		for _, c := range row.Carriers {
			if !strings.HasSuffix(c.Article, "/wire") {
				continue
			}
			var n int
			fmt.Sscanf(c.Article, "%d/", &n)
			start := 0
			for p, paragraph := range g.wires[n] {
				end := start + len(paragraph)
				if c.Span.Overlap(news.Span{Start: start, End: end}) > 0 {
					for _, other := range row.Carriers {
						of[n*8+p][other.Article] = true
					}
				}
				start = end + 2
			}
		}
	}
	return of
}
