package event

import (
	"unicode"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// Wordings are the terms of an article as its title and its text, whose words are
// given, write them, by the terms' keys: a bag has no more than these. Of several
// writings it is the one with the fewest capitals, so that a name keeps its own and
// a word at the start of a sentence has none.
func Wordings(a *news.Article, words *segment.Sequence) map[uint32]string {
	found := map[uint32]string{}
	keep := func(text string, words *segment.Sequence) {
		eachTerm(text, words, func(t term) {
			written := text[words.Starts[t.first]:words.Ends[t.last]]
			if known, ok := found[t.key]; !ok || capitals(written) < capitals(known) {
				found[t.key] = written
			}
		})
	}
	keep(a.Text, words)
	var title segment.Sequence
	title.AddParagraph(a.Title, news.Span{End: len(a.Title)})
	keep(a.Title, &title)
	return found
}

func capitals(word string) (n int) {
	for _, r := range word {
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n
}
