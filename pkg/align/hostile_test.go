package align

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/news"
)

// Texts that repeat themselves have runs in every word, on every diagonal: half the
// square of their length in all. Each pair here takes less than a second; before runs
// had a bound it took minutes, and nothing but the test's deadline tells.
func TestTextsThatRepeatThemselves(t *testing.T) {
	const words = 100_000
	repeat := func(s string) string { return strings.Repeat(s+" ", words/len(strings.Fields(s))) }
	texts := []string{
		repeat("late"), repeat("late again"), repeat("the ferry was late again on thursday the harbour said"),
		repeat("the ferry was late again on friday the harbour said"), repeat(`"no other" and`),
	}
	c := NewComparer(Defaults())
	for _, x := range texts {
		a := text(x)
		c.Set(a)
		for _, y := range texts {
			b := text(y)
			passages := c.Compare(b)
			if x == y && len(passages) == 0 {
				t.Errorf("%.40q shares nothing with itself", x)
			}
			c.FromAnchors(b, []news.Anchor{{A: 0, B: 0}, {A: 7, B: 3}}, true)
		}
	}
}

// A short text is found in a long one that repeats it, however often.
func TestShortTextInOneThatRepeatsIt(t *testing.T) {
	const sentence = "the ferry was late again on thursday the harbour said"
	var b strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&b, "%s for the %dth time ", sentence, i)
	}
	passages := Passages(text(sentence), text(b.String()), Defaults())
	if len(passages) == 0 || passages[0].Longest != len(strings.Fields(sentence)) {
		t.Errorf("%d passages", len(passages))
	}
}
