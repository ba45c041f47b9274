package event

import (
	"math"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/segment"
)

// Weights say how much a word tells about an event, the rarer the more.
// [Background] and [Own] do.
type Weights interface {
	// weight is the natural logarithm of how many times rarer the word is than
	// one of every article.
	weight(key uint32) float64
}

// Own is the table of a folder's own document frequencies, for languages of
// which there is no background. A few articles say little about how frequent a
// word is, so each word begins with a guess: in every language the frequent
// words are short (Zipf 1949). The guess counts as much as guessed articles.
type Own struct {
	articles int
	words    map[uint32]ownWord
}

type ownWord struct {
	articles int
	letters  int
}

const guessed = 50 // articles

// guesses is the share of articles that a word of so many letters stands in:
// the geometric mean over the words of 12,518 articles of English news.
var guesses = [...]float64{1: .39, 2: .41, 3: .25, 4: .17, 5: .093, 6: .055, 7: .045, 8: .033}

const guessedLong = .02

// NewOwn starts an empty table, to be filled by Add.
func NewOwn() *Own { return &Own{words: map[uint32]ownWord{}} }

// Add counts the words of one article.
func (o *Own) Add(text string, words *segment.Sequence) {
	seen := make(map[uint32]bool, words.Len())
	for i, key := range words.Keys {
		if seen[key] {
			continue
		}
		seen[key] = true
		w := o.words[key]
		w.articles++
		w.letters = utf8.RuneCountInString(text[words.Starts[i]:words.Ends[i]])
		o.words[key] = w
	}
	o.articles++
}

func (o *Own) weight(key uint32) float64 {
	w := o.words[key]
	guess := guessedLong
	if 0 < w.letters && w.letters < len(guesses) {
		guess = guesses[w.letters]
	}
	share := (float64(w.articles) + guessed*guess) / (float64(o.articles) + guessed)
	return max(0, math.Log(1/share))
}
