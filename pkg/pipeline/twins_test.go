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
		found := matchesOf(texts, func(a int) bool { return twins.first[a] == a })
		got := twins.expand([][]provenance.Match{found}, texts, 100)
		want := matchesOf(texts, func(int) bool { return true })
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
	found := matchesOf(texts[:2], func(int) bool { return true })
	matches := twins.expand([][]provenance.Match{found}, texts, 500)
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

// matchesOf compares all pairs of the articles that count.
func matchesOf(texts []align.Text, counts func(a int) bool) (matches []provenance.Match) {
	for a := range texts {
		for b := a + 1; b < len(texts); b++ {
			if !counts(a) || !counts(b) {
				continue
			}
			if passages := align.Passages(texts[a], texts[b], align.Defaults()); len(passages) > 0 {
				overlap := align.Measure(texts[a], texts[b], passages)
				matches = append(matches, provenance.Match{A: a, B: b, Passages: passages, Overlap: overlap})
			}
		}
	}
	return matches
}
