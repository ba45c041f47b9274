package report_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/report"
	"github.com/wireprint/wireprint/pkg/segment"
)

// Two stories on a kite: the Mirror has the Courier's second paragraph with an
// edit, before its first, and one of its own at the end.
var (
	courier = kiteStory("courier.txt", "Hill Courier",
		"A red kite thirty feet across broke loose from the beach at Sallow on Monday and was last seen over the sea.",
		"Its owner, a retired sailmaker, said that he had spent four winters sewing it and would not sew another.")
	mirror = kiteStory("mirror.txt", "Sallow Mirror",
		"Its owner, a retired sailmaker, said that he had spent five long winters sewing it and would not sew another.",
		"A red kite thirty feet across broke loose from the beach at Sallow on Monday and was last seen over the sea.",
		"The lifeboat was not called out.")
)

func kiteStory(id, outlet string, paragraphs ...string) *news.Article {
	a := &news.Article{ID: id, Path: id, Outlet: news.Attribution{Name: outlet}}
	for _, p := range paragraphs {
		start := len(a.Text)
		a.Text += p + "\n\n"
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Span: news.Span{Start: start, End: start + len(p)}})
	}
	return a
}

// compareStories is what the pipeline makes of two articles.
func compareStories(a, b *news.Article) *report.Comparison {
	inA, inB := words(a), words(b)
	textA, textB := align.NewText(inA), align.NewText(inB)
	c := &report.Comparison{
		A:        report.Compared{Article: a, Words: spans(inA)},
		B:        report.Compared{Article: b, Words: spans(inB)},
		Pair:     news.Pair{A: a.ID, B: b.ID, Class: news.WhollyDerived},
		Passages: align.Passages(textA, textB, align.Defaults()),
	}
	equal := 0
	for _, p := range c.Passages {
		equal += p.Equal
		c.Pair.LongestRun = max(c.Pair.LongestRun, p.Longest)
		passage := news.PairPassage{A: inA.Span(p.A()), B: inB.Span(p.B()), Words: p.Equal}
		for _, e := range news.Edits(p.Runs) {
			change := news.Change{Op: news.OpReplace, From: inA.Text(a.Text, e.From), To: inB.Text(b.Text, e.To)}
			passage.Changes = append(passage.Changes, change)
		}
		c.Pair.Passages = append(c.Pair.Passages, passage)
	}
	c.Pair.ContainedA = float64(equal) / float64(textA.Len())
	c.Pair.ContainedB = float64(equal) / float64(textB.Len())
	return c
}

func words(a *news.Article) *segment.Sequence {
	s := new(segment.Sequence)
	s.Read(a)
	return s
}

func spans(words *segment.Sequence) []news.Span {
	list := make([]news.Span, words.Len())
	for i := range list {
		list[i] = words.Span(news.Range{Start: i, End: i + 1})
	}
	return list
}

func compareText(t *testing.T, c *report.Comparison, opts report.CompareOptions) string {
	t.Helper()
	var b strings.Builder
	if err := report.CompareText(&b, c, opts); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestCompareInline(t *testing.T) {
	const want = `
A    Hill Courier · courier.txt, 41 words
B    Sallow Mirror · mirror.txt, 48 words

wholly-derived: one is the other's copy, as a whole
98% of A stands in B, 83% of B in A. Longest run 22 words, 2 passages with 1
change.

A B  A red kite thirty feet across broke loose from the beach at Sallow on
     Monday and was last seen over the sea.

A B  [moved] Its owner, a retired sailmaker, said that he had spent [-four-]
     {+five long+} winters sewing it and would not sew another.

B    The lifeboat was not called out.
`
	got := "\n" + compareText(t, compareStories(courier, mirror), report.CompareOptions{Width: 78})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("inline (-want +got):\n%s", diff)
	}
}

func TestCompareSideBySide(t *testing.T) {
	const want = `
Hill Courier · courier.txt, 41 words  │ Sallow Mirror · mirror.txt, 48 words

wholly-derived: one is the other's copy, as a whole
98% of A stands in B, 83% of B in A. Longest run 22 words, 2 passages with 1
change.

A red kite thirty feet across broke   │ A red kite thirty feet across broke
loose from the beach at Sallow on     │ loose from the beach at Sallow on
Monday and was last seen over the     │ Monday and was last seen over the
sea.                                  │ sea.

Its owner, a retired sailmaker, said  │ [moved] Its owner, a retired
that he had spent [-four-] winters    │ sailmaker, said that he had spent
sewing it and would not sew another.  │ {+five long+} winters sewing it and
                                      │ would not sew another.

                                      │ The lifeboat was not called out.
`
	got := "\n" + compareText(t, compareStories(courier, mirror), report.CompareOptions{Width: 78, SideBySide: true})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("side by side (-want +got):\n%s", diff)
	}
}

// However narrow the lines, a mark stays with the words that it marks.
func TestCompareWrap(t *testing.T) {
	c := compareStories(courier, mirror)
	for width := 40; width < 120; width++ {
		for _, sideBySide := range []bool{false, true} {
			got := compareText(t, c, report.CompareOptions{Width: width, SideBySide: sideBySide})
			if !strings.Contains(got, "[-four-]") || !strings.Contains(got, "{+five") || !strings.Contains(got, "long+}") {
				t.Errorf("%d columns, side by side %v: a mark stands alone in\n%s", width, sideBySide, got)
			}
		}
	}
}

// Every word of both articles is shown, whatever they share.
func TestCompareShowsAll(t *testing.T) {
	stranger := kiteStory("stranger.txt", "Moor Times", "Nothing happened on the moor.", "Nor did it on Tuesday.")
	for _, other := range []*news.Article{mirror, courier, stranger} {
		c := compareStories(courier, other)
		for _, sideBySide := range []bool{false, true} {
			got := compareText(t, c, report.CompareOptions{Width: 200, SideBySide: sideBySide})
			for _, a := range []*news.Article{courier, other} {
				for _, word := range strings.Fields(a.Text) {
					if bare := strings.Trim(word, ".,"); !strings.Contains(got, bare) {
						t.Errorf("%s and %s: %q is not shown in\n%s", courier.ID, other.ID, bare, got)
					}
				}
			}
		}
	}
}

func TestCompareNothingShared(t *testing.T) {
	stranger := kiteStory("stranger.txt", "Moor Times", "Nothing happened on the moor.")
	got := compareText(t, compareStories(courier, stranger), report.CompareOptions{})
	if !strings.Contains(got, "They share no passage.") {
		t.Errorf("no word of it in\n%s", got)
	}
}

// A page can hold anything. None of it reaches the terminal as a command.
func TestCompareHostile(t *testing.T) {
	evil := kiteStory("evil\x1b[2J.txt", "Hill\x07Courier",
		"A red kite thirty feet across \x1b]0;owned\x07broke loose from the beach at Sallow on Monday\u202e and was last seen.")
	evil.Title = "Kite\r\nA B forged"
	for _, sideBySide := range []bool{false, true} {
		got := compareText(t, compareStories(evil, mirror), report.CompareOptions{SideBySide: sideBySide})
		if i := strings.IndexAny(got, "\x1b\x07\r\u202e"); i >= 0 {
			t.Errorf("%q gets through in\n%s", got[i], got)
		}
		if strings.Contains(got, "\nA B forged") {
			t.Errorf("a title forges a line in\n%s", got)
		}
	}
}

func TestCompareColor(t *testing.T) {
	got := compareText(t, compareStories(courier, mirror), report.CompareOptions{Color: true, Width: 120})
	if strings.ContainsAny(got, "{}") || !strings.Contains(got, "\x1b[1;32mfive long\x1b[0m") {
		t.Errorf("want colours in the place of brackets, got\n%s", got)
	}
}

func TestCompareJSON(t *testing.T) {
	var b strings.Builder
	if err := report.CompareJSON(&b, compareStories(courier, mirror)); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Schema string
		A, B   news.ArticleRecord
		Pair   news.Pair
	}
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil {
		t.Fatal(err)
	}
	if got.Schema != report.ComparisonSchema || got.A.Text != courier.Text || got.B.Outlet != "Sallow Mirror" {
		t.Errorf("got %s", b.String())
	}
	// Spans refer to the texts that are given with them.
	p := got.Pair.Passages[1]
	if text := got.B.Text[p.B.Start:p.B.End]; !strings.HasPrefix(text, "Its owner") {
		t.Errorf("the second passage in B is %q", text)
	}
	if strings.Contains(b.String(), "null") {
		t.Errorf("null for an empty list in %s", b.String())
	}
}
