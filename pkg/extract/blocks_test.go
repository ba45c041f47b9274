package extract

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// TestTwoWords: a line that certainly has two words has.
func TestTwoWords(t *testing.T) {
	for line, want := range map[string]bool{
		"It sailed": true, "12 x 5 was it": true, "": false, " ": false, "a": false, "a ": false, " b": false, "U.S. – 12": false,
	} {
		if got := twoWords(line); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		line := drawText(t)
		var words segment.Sequence
		words.AddParagraph(line, news.Span{End: len(line)})
		if twoWords(line) && words.Len() < 2 {
			t.Errorf("%d words in %q", words.Len(), line)
		}
	})
}

func TestIsMenu(t *testing.T) {
	for line, want := range map[string]bool{
		"About Us | Contact | Terms | Privacy": true,
		"Home>News>Sport":                      false,
		"Home > News > Sport":                  true,
		"A - B - C":                            false,
		"A - B - C - D - E - F":                true,
		"News · Sport · Culture":               true,
		"The ferry | which had sailed in 1998 from Port Ellen | burned for two days and nights at its berth": false,
	} {
		if got := isMenu(line, signsOf(line)); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}
