package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/RadhiFadlillah/whatlanggo"

	"github.com/wireprint/wireprint/pkg/news"
)

// A language is told by the first half kilobyte of a story, and by no less than
// some forty letters.
const (
	sampleBytes = 512
	leastBytes  = 40
)

// guessLanguage is the language of the story's first paragraphs as an ISO 639-1
// code, empty when they do not tell.
func guessLanguage(a *news.Article) string { return languageOf(firstParagraphs(a)) }

// firstParagraphs is what a story's language is told by.
func firstParagraphs(a *news.Article) string {
	var sample strings.Builder
	sample.Grow(sampleBytes + 1)
	a.Body(func(p news.Span) {
		if room := sampleBytes - sample.Len(); room > 0 {
			end := runeStart(a.Text, p.Start+min(room, p.Len()))
			sample.WriteString(a.Text[p.Start:end])
			sample.WriteByte(' ')
		}
	})
	return sample.String()
}

// languageOf is guessLanguage for a text.
func languageOf(text string) string {
	switch {
	case len(text) < leastBytes:
		return ""
	case isEnglish(text):
		return "en"
	}
	if surelyLatin(text) || whatlanggo.DetectScript(text) == unicode.Latin {
		return latinLanguage(text)
	}
	info := whatlanggo.Detect(text)
	if !info.IsReliable() {
		return ""
	}
	return info.Lang.Iso6391()
}

// isEnglish reports a text of which one word in five is one of the commonest
// English words. It saves the comparison with some fifty languages.
func isEnglish(text string) bool {
	words, common := 0, 0
	for word := range strings.FieldsSeq(text) {
		words++
		if isCommonEnglish(word) {
			common++
		}
	}
	return 5*common >= words
}

func isCommonEnglish(word string) bool {
	switch word {
	case "the", "The", "of", "and", "to", "in", "that", "for", "was", "is", "on", "said", "with",
		"it", "by", "at", "from", "were", "has", "have", "are", "be", "had", "will", "his", "their", "which", "who", "would":
		return true
	}
	return false
}

// surelyLatin reports a text of which more than half the bytes are letters from A
// to Z, or that has no other letters: no script but the Latin can be its own.
func surelyLatin(text string) bool {
	letters, all := 0, byte(0)
	for i := range len(text) {
		if isASCIILetter(text[i]) {
			letters++
		}
		all |= text[i]
	}
	return letters > len(text)/2 || all < utf8.RuneSelf
}
