package pipeline

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/provenance"
	"github.com/wireprint/wireprint/pkg/segment"
)

// What is told of twins is what comparing all of them tells.
func TestTwinsAreExpanded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stories := []string{prose(1, 4), prose(1, 4)[:60] + prose(2, 3), prose(3, 2) + " " + prose(1, 4), prose(4, 3)}
		var texts []align.Text
		for range rapid.IntRange(2, 9).Draw(t, "articles") {
			texts = append(texts, textOf(rapid.SampledFrom(stories).Draw(t, "story")))
		}
		twins := findTwins(texts, 8)
		got := twins.expand(compared(texts, func(a int) bool { return twins.first[a] == a }), texts, 100)
		var want []provenance.Match
		for a, list := range compared(texts, func(int) bool { return true }) {
			for _, s := range list {
				want = append(want, provenance.Match{A: a, B: s.b, Passages: s.passages})
			}
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	})
}

// Two thousand twins of one article and as many of another cost a star each.
func TestTwinsAreLinkedAsStars(t *testing.T) {
	const n = 2000
	texts := make([]align.Text, 0, 2*n)
	for range n {
		texts = append(texts, textOf(prose(1, 4)), textOf(prose(1, 4)+" "+prose(2, 4)))
	}
	twins := findTwins(texts, 8)
	matches := twins.expand(compared(texts, func(a int) bool { return a < 2 }), texts, 500)
	if len(matches) > 4*n {
		t.Errorf("%d matches of %d articles", len(matches), 2*n)
	}
	linked := map[int]bool{}
	for _, m := range matches {
		linked[m.A], linked[m.B] = true, true
	}
	if len(linked) != 2*n {
		t.Errorf("%d of %d articles are linked", len(linked), 2*n)
	}
}

func textOf(text string) align.Text {
	var words segment.Sequence
	for _, p := range segment.Paragraphs(text) {
		words.AddParagraph(text, p)
	}
	return align.NewText(&words)
}

// compared compares all pairs of the articles that count.
func compared(texts []align.Text, counts func(a int) bool) [][]shared {
	found := make([][]shared, len(texts))
	for a := range texts {
		for b := a + 1; b < len(texts); b++ {
			if !counts(a) || !counts(b) {
				continue
			}
			if passages := align.Passages(texts[a], texts[b], align.Defaults()); len(passages) > 0 {
				found[a] = append(found[a], shared{b: b, passages: passages})
			}
		}
	}
	return found
}
