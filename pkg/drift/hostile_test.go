package drift

import (
	"strings"
	"testing"
)

// Words that begin a number, but never come to one, are read once and not from each
// of them to the end: "a a a a …" took a minute for 100,000, and went as deep.
func TestNumbersThatNeverCome(t *testing.T) {
	for _, words := range []string{"a", "an", "a half", "half a", "one", "one and", "hundred", "third", "million", "and", "at least", "to", "1 to", "1-"} {
		text := strings.Repeat(words+" ", 50_000) + ". At noon 12 people were on board."
		s := NewSource(Wording{Text: text, Lang: "en"})
		if len(s.units) == 0 {
			t.Errorf("%q: the number behind them was not found", words)
		}
	}
}

// The parts of a contraction stand in one place of the text: there is none between
// them. Old newspapers, read by a machine, have such words behind strokes.
func TestContractionBehindStroke(t *testing.T) {
	for _, w := range []Wording{{Text: "at 12/don't go", Lang: "en"}, {Text: "le 12/du mois", Lang: "fr"}} {
		if same := NewSource(w).Compare(w); len(same) > 0 {
			t.Errorf("drift of a text against itself: %v", same)
		}
	}
}
