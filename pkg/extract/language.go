package extract

import (
	"github.com/RadhiFadlillah/whatlanggo"

	"github.com/wireprint/wireprint/pkg/news"
)

// Half a kilobyte tells a language as surely as a whole story does, and some
// forty letters are the least that tells it at all.
const (
	sampleBytes = 512
	leastBytes  = 40
)

// guessLanguage is the language of the story's first paragraphs as an ISO 639-1
// code, empty when they do not tell.
func guessLanguage(a *news.Article) string {
	sample := make([]byte, 0, sampleBytes)
	a.Body(func(p news.Span) {
		if room := sampleBytes - len(sample); room > 0 {
			end := runeStart(a.Text, p.Start+min(room, p.Len()))
			sample = append(sample, a.Text[p.Start:end]...)
			sample = append(sample, ' ')
		}
	})
	if len(sample) < leastBytes {
		return ""
	}
	info := whatlanggo.Detect(string(sample))
	if !info.IsReliable() {
		return ""
	}
	return info.Lang.Iso6391()
}
