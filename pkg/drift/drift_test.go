package drift

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/wireprint/wireprint/pkg/news"
)

var update = flag.Bool("update", false, "write testdata/quality.txt anew")

// pair is two wordings and the drifts that a reader finds between them.
type pair struct {
	from, to Wording
	gold     []string // "kind: from → to"
}

// readPairs reads a file of testdata/pairs.
func readPairs(t *testing.T, file string) (pairs []pair) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for block := range strings.SplitSeq(string(text), "\n\n") {
		var p pair
		for line := range strings.Lines(block) {
			line = strings.TrimSpace(line)
			head, rest, _ := strings.Cut(line, " ")
			switch head {
			case "#", "":
			case "-":
				p.from.Text = rest
			case "+":
				p.to.Text = rest
			case "lang:":
				p.from.Lang, p.to.Lang = rest, rest
			case "days:":
				a, b, _ := strings.Cut(rest, " ")
				p.from.Day, p.to.Day = day(t, a), day(t, b)
			case "none":
			default:
				p.gold = append(p.gold, line)
			}
		}
		if p.from.Text != "" {
			pairs = append(pairs, p)
		}
	}
	return pairs
}

func day(t *testing.T, text string) news.Time {
	t.Helper()
	at, err := time.Parse(time.DateOnly, text)
	if err != nil {
		t.Fatal(err)
	}
	return news.DayOf(at)
}

// show writes what Compare found as the gold is written.
func (p pair) show() (found []string) {
	for _, d := range NewSource(p.from).Compare(p.to) {
		found = append(found, fmt.Sprintf("%s: %s → %s", d.Kind,
			p.from.Text[d.From.Start:d.From.End], p.to.Text[d.To.Start:d.To.End]))
	}
	return found
}

// agree reports whether a drift that was found is one of the gold: of one kind, and
// with wordings of which one holds the other, at most three words longer. The gold
// has the words that were changed, what is found a word or two around them.
func agree(found, gold string) bool {
	kind, words, _ := strings.Cut(found, ": ")
	goldKind, goldWords, _ := strings.Cut(gold, ": ")
	from, to, _ := strings.Cut(words, " → ")
	goldFrom, goldTo, _ := strings.Cut(goldWords, " → ")
	return kind == goldKind && holds(from, goldFrom) && holds(to, goldTo)
}

func holds(a, b string) bool {
	const most = 3
	if len(a) < len(b) {
		a, b = b, a
	}
	return strings.Contains(a, b) && len(strings.Fields(a))-len(strings.Fields(b)) <= most
}

// score counts, by kind, drifts of the gold, those found, and those in both.
type score struct{ gold, found, right int }

// TestQuality compares the pairs of testdata/pairs and scores what is found, in
// testdata/quality.txt. What the gold calls a drift is told in testdata/README.
func TestQuality(t *testing.T) {
	files, err := filepath.Glob("testdata/pairs/*.txt")
	if err != nil || len(files) < 4 {
		t.Fatalf("%d files, error %v", len(files), err)
	}
	scores := map[string]*score{}
	var all score
	pairs, style := 0, 0
	var misses strings.Builder
	for _, file := range files {
		for _, p := range readPairs(t, file) {
			pairs++
			if len(p.gold) == 0 {
				style++
			}
			found := p.show()
			if !slices.EqualFunc(found, p.gold, agree) {
				fmt.Fprintf(&misses, "\n- %s\n+ %s\n  gold  %q\n  found %q\n", p.from.Text, p.to.Text, p.gold, found)
			}
			p.count(found, scores, &all)
		}
	}
	if pairs < 190 || style < 25 || all.gold < 25 {
		t.Errorf("%d pairs, of which %d are style, and %d drifts: too few to tell anything", pairs, style, all.gold)
	}
	if all.precision() < 0.95 || all.recall() < 0.90 {
		t.Errorf("precision %.3f, recall %.3f: want .95 and .90", all.precision(), all.recall())
	}
	got := table(scores, all) + fmt.Sprintf("\n%d pairs, %d of them style alone\n", pairs, style) + misses.String()
	checkGolden(t, "testdata/quality.txt", got)
}

func (p pair) count(found []string, scores map[string]*score, all *score) {
	of := func(line string) *score {
		kind, _, _ := strings.Cut(line, ":")
		if scores[kind] == nil {
			scores[kind] = &score{}
		}
		return scores[kind]
	}
	for _, line := range p.gold {
		of(line).gold++
		all.gold++
		if slices.ContainsFunc(found, func(f string) bool { return agree(f, line) }) {
			of(line).right++
			all.right++
		}
	}
	for _, line := range found {
		of(line).found++
		all.found++
	}
}

func (s score) precision() float64 { return float64(s.right) / float64(max(1, s.found)) }
func (s score) recall() float64    { return float64(s.right) / float64(max(1, s.gold)) }

func table(scores map[string]*score, all score) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-12s %5s %5s %5s %9s %6s\n", "kind", "gold", "found", "right", "precision", "recall")
	line := func(name string, s score) {
		fmt.Fprintf(&b, "%-12s %5d %5d %5d %9.3f %6.3f\n", name, s.gold, s.found, s.right, s.precision(), s.recall())
	}
	var kinds []string
	for kind := range scores {
		kinds = append(kinds, kind)
	}
	slices.Sort(kinds)
	for _, kind := range kinds {
		line(kind, *scores[kind])
	}
	line("all", all)
	return b.String()
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

// A text has no drift against itself, whatever it holds, and spans are within the
// texts.
func TestAnyText(t *testing.T) {
	words := rapid.SampledFrom([]string{
		"12", "twelve", "a", "half", "million", "$", "5m", "km", "March", "Monday", "3", "2031", "said", "Moen", "according", "to", "not",
		"“", "”", "\"", ",", ".", "no", "won't", "'", "-", "6:30", "p.m.", "un", "former", "mayor", "ünd", "\xff", "１２", "und", "l'", "1.", "U.S.", "\n",
		"ʼ", "3ʼ", "18h30", "/", "12/31/2031", "1970s", "1200", "GMT", "acting", "police", "chief", "Sept.", "of", "third", "-party", "French", "Qaeda", "yet", "fell", "rose",
	})
	sentence := rapid.Map(rapid.SliceOfN(words, 0, 20), func(list []string) string { return strings.Join(list, " ") })
	rapid.Check(t, func(t *rapid.T) {
		lang := rapid.SampledFrom([]string{"en", "de", "fr", "es", "xx"}).Draw(t, "lang")
		a := Wording{Text: sentence.Draw(t, "a"), Lang: lang}
		b := Wording{Text: sentence.Draw(t, "b"), Lang: lang}
		if same := NewSource(a).Compare(a); len(same) > 0 {
			t.Fatalf("drift of a text against itself: %v", same)
		}
		for _, d := range NewSource(a).Compare(b) {
			if d.From.Len() <= 0 || d.To.Len() <= 0 || d.From.End > len(a.Text) || d.To.End > len(b.Text) || d.From.Start < 0 || d.To.Start < 0 {
				t.Fatalf("span beyond the text: %+v", d)
			}
		}
	})
}
