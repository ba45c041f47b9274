package event

import (
	"testing"

	"github.com/wireprint/wireprint/pkg/segment"
)

// Three articles say little about how frequent a word is; that small words are
// frequent is known before.
func TestOwnWeights(t *testing.T) {
	own := NewOwn()
	for _, text := range []string{
		"Der Hafen von Skarholm wurde nach dem Brand der Fähre gesperrt.",
		"Die Fähre brannte im Hafen von Skarholm, und der Hafen wurde gesperrt.",
		"Auf der Insel Tolva wurde am Montag die neue Brücke eröffnet.",
	} {
		own.Add(text, sequence(text))
	}
	order := []string{"der", "wurde", "Hafen", "Skarholm", "eröffnet", "Postschiffe"}
	for i := 1; i < len(order); i++ {
		before, after := own.weight(segment.Key(order[i-1])), own.weight(segment.Key(order[i]))
		if before >= after {
			t.Errorf("%q weighs %.3f, not less than %q with %.3f", order[i-1], before, order[i], after)
		}
	}
	if w := own.weight(segment.Key("der")); w < 0 {
		t.Errorf("a word of every article weighs %.3f", w)
	}
}

func TestServes(t *testing.T) {
	table := englishTable(t)
	for lang, want := range map[string]bool{"en": true, "": true, "de": false} {
		if table.Serves(lang) != want {
			t.Errorf("the English table serves %q: %v", lang, !want)
		}
	}
	if !NewBackground().Serves("de") {
		t.Error("a table of no language serves all")
	}
}
