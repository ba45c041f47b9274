package provenance

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/wireprint/wireprint/pkg/news"
)

// drawLine draws a line in which agencies and the words around them stand, between
// other words, inside them and cut off.
func drawLine(t *rapid.T) string {
	var pieces []string
	for _, group := range agencies.forms {
		for _, f := range group {
			pieces = append(pieces, f.text)
		}
	}
	for _, group := range creditForms.byHead {
		for _, p := range group {
			pieces = append(pieces, p.text, strings.ToUpper(p.text))
		}
	}
	pieces = append(pieces, " ", " ", " ", ", ", "-", "/", "(", ")", "a", "S", "7", "é", "社", "Ж", "Port Ellen", "said", "\u00a0", "\t")
	var line strings.Builder
	for range rapid.IntRange(1, 8).Draw(t, "pieces") {
		piece := rapid.SampledFrom(pieces).Draw(t, "piece")
		line.WriteString(piece[:rapid.IntRange(min(1, len(piece)), len(piece)).Draw(t, "bytes")])
	}
	return line.String() + rapid.StringN(0, 3, -1).Draw(t, "rest")
}

// TestNextAgency: the first mention is the first place where any form stands, and the
// longest form there.
func TestNextAgency(t *testing.T) {
	var all []form
	for _, group := range agencies.forms {
		all = append(all, group...)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := drawLine(t)
		from := rapid.IntRange(0, len(text)).Draw(t, "from")
		span := news.Span{Start: from, End: rapid.IntRange(from, len(text)).Draw(t, "end")}
		var want mention
		for i := span.Start; i < span.End && want.agency == ""; i++ {
			if i == span.Start || !isASCIIWord(text[i-1]) {
				want = longestOf(all, text, news.Span{Start: i, End: span.End}, span.Start, mention{})
			}
		}
		got, _ := nextAgency(text, span)
		if got.Span != want.Span {
			t.Errorf("%v, want %v in %q", got, want, text[span.Start:span.End])
		}
	})
}

func isASCIIWord(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' }

// TestMatchPhrases: of all phrases that a text begins with, the longest counts.
func TestMatchPhrases(t *testing.T) {
	var all []phrase
	for _, group := range creditForms.byHead {
		all = append(all, group...)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := drawLine(t)
		var want use
		longest := 0
		for _, p := range all {
			if n := prefixFold(text, p.text); n > longest && !goesOn(text[n:], p.text) {
				want, longest = p.use, n
			}
		}
		if got, n := creditForms.match(text); got != want || n != longest {
			t.Errorf("%v of %d bytes, want %v of %d in %q", got, n, want, longest, text)
		}
	})
}
