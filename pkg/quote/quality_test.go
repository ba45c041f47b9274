package quote

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

var update = flag.Bool("update", false, "write testdata/quality.txt anew")

// place is a quotation of a case: which article has it, and how it begins.
type place struct{ article, opening string }

func (p place) String() string { return p.article + " “" + p.opening + "”" }

// gold is what a careful reader says of a quotation.
type gold struct {
	place
	speaker string // empty when the text does not tell
	kinds   []string
}

// quoteCase is a case of testdata: articles on one event, and their utterances.
type quoteCase struct {
	name       string
	articles   []news.Article
	utterances [][]gold
}

// readCases reads a file of cases: "=== lang: name", the articles after "[A]", "[B]"
// and so on, and after "[gold]" the utterances, a line for each carrier: article |
// speaker or - | kinds | first words.
func readCases(t *testing.T, file string) (cases []quoteCase) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for block := range strings.SplitSeq("\n"+string(text), "\n=== ") {
		head, body, _ := strings.Cut(block, "\n")
		lang, _, ok := strings.Cut(head, ":")
		if !ok {
			continue
		}
		c := quoteCase{name: head}
		parts := strings.Split("\n"+body, "\n[")
		for _, part := range parts[1:] {
			name, text, _ := strings.Cut(part, "]\n")
			if name == "gold" {
				c.utterances = readGold(t, text)
				continue
			}
			c.articles = append(c.articles, articleOf(name, lang, text))
		}
		cases = append(cases, c)
	}
	return cases
}

func articleOf(name, lang, text string) news.Article {
	a := news.Article{ID: name, Lang: lang, Text: text}
	for _, span := range segment.Paragraphs(text) {
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Span: span})
	}
	return a
}

func readGold(t *testing.T, text string) (utterances [][]gold) {
	t.Helper()
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch fields := strings.Split(line, " | "); {
		case line == "utterance":
			utterances = append(utterances, nil)
		case len(fields) == 4:
			last := len(utterances) - 1
			utterances[last] = append(utterances[last], gold{
				place{fields[0], fields[3]}, strings.TrimPrefix(fields[1], "-"), strings.Split(fields[2], ","),
			})
		case line != "":
			t.Fatalf("gold: %q", line)
		}
	}
	return utterances
}

// readAll reads the quotations of articles on one event, with what they have of each
// other's without marks.
func readAll(articles []news.Article) (all []Quotation) {
	texts := make([]*align.Text, len(articles))
	for i := range articles {
		text := align.Read(&articles[i])
		texts[i] = &text
	}
	var r Reader
	for i, echo := range Echoes(texts) {
		all = append(all, r.Read(&articles[i], i, Everything())...)
		all = append(all, r.Unmarked(echo.Unmarked, i)...)
	}
	return all
}

// TestQuality reads the cases of testdata and scores the pairs of quotations that
// are put together, their speakers and their kinds, in testdata/quality.txt.
func TestQuality(t *testing.T) {
	var report, misses strings.Builder
	total := 0
	for _, dir := range []string{"cases", "unseen"} {
		files, err := filepath.Glob("testdata/" + dir + "/*.txt")
		if err != nil || len(files) == 0 {
			t.Fatalf("%d files, error %v", len(files), err)
		}
		var s scores
		n := 0
		for _, file := range files {
			for _, c := range readCases(t, file) {
				s.count(c, &misses)
				n++
			}
		}
		fmt.Fprintf(&report, "%s: %d cases\n%s\n", dir, n, s.table())
		for _, part := range []score{s.pairs, s.speakers, s.kinds} {
			if part.precision() < .9 || part.recall() < .85 {
				t.Errorf("%s: precision %.3f, recall %.3f: want .90 and .85", dir, part.precision(), part.recall())
			}
		}
		total += n
	}
	if total < 50 {
		t.Errorf("%d cases: too few to tell anything", total)
	}
	checkGolden(t, "testdata/quality.txt", report.String()+misses.String())
}

type scores struct{ pairs, speakers, kinds score }

type score struct{ gold, found, right int }

func (s score) precision() float64 { return float64(s.right) / float64(max(1, s.found)) }
func (s score) recall() float64    { return float64(s.right) / float64(max(1, s.gold)) }

func (s *score) add(gold, found []string) {
	s.gold += len(gold)
	s.found += len(found)
	for _, f := range found {
		if slices.Contains(gold, f) {
			s.right++
		}
	}
}

func (s scores) table() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-14s %5s %5s %5s %9s %6s\n", "", "gold", "found", "right", "precision", "recall")
	for _, line := range []struct {
		name string
		score
	}{{"pairs", s.pairs}, {"speakers", s.speakers}, {"kinds", s.kinds}} {
		fmt.Fprintf(&b, "%-14s %5d %5d %5d %9.3f %6.3f\n", line.name, line.gold, line.found, line.right, line.precision(), line.recall())
	}
	return b.String()
}

// count scores one case and writes down where it is wrong.
func (s *scores) count(c quoteCase, misses *strings.Builder) {
	all := readAll(c.articles)
	utterances := Group(all)
	places := c.places(all)
	want, got := c.wanted(), found(places, all, utterances)
	s.pairs.add(want.pairs, got.pairs)
	s.speakers.add(want.speakers, only(got.speakers, want.speakers, want.silent))
	s.kinds.add(want.kinds, only(got.kinds, want.kinds, nil))
	for _, part := range []struct {
		name      string
		want, got []string
	}{
		{"pairs", want.pairs, got.pairs}, {"speakers", want.speakers, only(got.speakers, want.speakers, want.silent)},
		{"kinds", want.kinds, only(got.kinds, want.kinds, nil)},
	} {
		slices.Sort(part.want)
		slices.Sort(part.got)
		if !slices.Equal(part.want, part.got) {
			fmt.Fprintf(misses, "\n%s: %s\n  gold  %q\n  found %q\n", c.name, part.name, part.want, part.got)
		}
	}
}

// answers are the statements about a case, as lines that can be compared.
type answers struct {
	pairs, speakers, kinds []string
	silent                 []string // places of which the text does not tell who speaks
}

// only keeps the statements about quotations that the gold speaks of.
func only(lines, gold, silent []string) (kept []string) {
	about := func(line string) string { place, _, _ := strings.Cut(line, "” "); return place }
	for _, line := range lines {
		same := func(g string) bool { return about(g) == about(line) }
		if slices.ContainsFunc(gold, same) || slices.ContainsFunc(silent, same) {
			kept = append(kept, line)
		}
	}
	return kept
}

func (c quoteCase) wanted() (a answers) {
	for _, utterance := range c.utterances {
		for i, g := range utterance {
			if g.speaker != "" {
				a.speakers = addOnce(a.speakers, g.String()+" "+g.speaker)
			} else {
				a.silent = append(a.silent, g.String()+" ")
			}
			if len(utterance) > 1 {
				for _, kind := range g.kinds {
					a.kinds = append(a.kinds, fmt.Sprintf("%s %s", g, kind))
				}
			}
			for _, h := range utterance[:i] {
				a.pairs = append(a.pairs, pairOf(g.place, h.place))
			}
		}
	}
	return a
}

func found(places []place, all []Quotation, utterances []Utterance) (a answers) {
	for i, q := range all {
		if q.Speaker.Name != "" {
			a.speakers = append(a.speakers, places[i].String()+" "+q.Speaker.Name)
		}
	}
	for _, u := range utterances {
		if len(u.Carriers) < 2 {
			continue
		}
		for i, c := range u.Carriers {
			for _, kind := range c.Kinds {
				a.kinds = append(a.kinds, fmt.Sprintf("%s %s", places[c.Quotation], kind))
			}
			for _, d := range u.Carriers[:i] {
				a.pairs = append(a.pairs, pairOf(places[c.Quotation], places[d.Quotation]))
			}
		}
	}
	return a
}

func addOnce(lines []string, line string) []string {
	if slices.Contains(lines, line) {
		return lines
	}
	return append(lines, line)
}

func pairOf(a, b place) string {
	return min(a.String(), b.String()) + " = " + max(a.String(), b.String())
}

// places names quotations as the gold does; those that it does not speak of by their
// whole text.
func (c quoteCase) places(all []Quotation) []place {
	places := make([]place, len(all))
	for i, q := range all {
		a := c.articles[q.Article]
		text := a.Text[q.Span().Start:q.Span().End]
		places[i] = place{a.ID, text}
		for _, utterance := range c.utterances {
			for _, g := range utterance {
				if g.article == a.ID && strings.HasPrefix(text, g.opening) {
					places[i] = g.place
				}
			}
		}
	}
	return places
}

func checkGolden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}
