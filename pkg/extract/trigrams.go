package extract

import (
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"
)

//go:embed trigrams.txt
var trigramsFile string

// latinLanguage guesses the language of a text in Latin script exactly as
// whatlanggo does, which has the method and its constants from there. It looks
// up each trigram of the text once for all languages, where whatlanggo looks up
// each trigram of each language. It returns the language's ISO 639-1 code, nothing
// when it has none or the guess is not reliable.
func latinLanguage(text string) string {
	table := latinTrigrams()
	dist := make([]int, len(table.langs))
	shared := make([]int, len(table.langs)) // trigrams of the text that the language has
	trigrams := textTrigrams(text)
	for i := 0; i < len(trigrams); {
		end := i + 1
		for end < len(trigrams) && trigrams[end] == trigrams[i] {
			end++
		}
		for _, r := range table.ranks[trigrams[i]] {
			dist[r.lang] += int(r.weight) * (end - i)
			shared[r.lang]++
		}
		i = end
	}
	first, second := 0, -1
	for l := 1; l < len(dist); l++ {
		switch {
		case dist[l] > dist[first]:
			first, second = l, first
		case second < 0 || dist[l] > dist[second]:
			second = l
		}
	}
	if confidence(dist[first], dist[second], shared[first]) > whatlanggo.ReliableConfidenceThreshold {
		return table.langs[first]
	}
	return ""
}

// confidence tells from the scores of the best two languages, and from how many
// trigrams the best is known by, how sure the guess is.
func confidence(best, second, trigrams int) float64 {
	switch {
	case best == 0:
		return 0
	case second == 0:
		return float64(min(best/500, 1))
	}
	rate := float64(best-second) / float64(second)
	sure := 12.0/float64(trigrams) + 0.05
	if rate > sure {
		return 1
	}
	return math.Round(rate/sure*100) / 100
}

// trigramTable holds, for each trigram, the languages that it is common in.
type trigramTable struct {
	langs []string
	ranks map[trigram][]rank
}

// rank says how common a trigram is in a language: 300 for the commonest.
type rank struct{ lang, weight int16 }

var latinTrigrams = sync.OnceValue(func() trigramTable {
	const profile = 300
	t := trigramTable{ranks: map[trigram][]rank{}}
	for line := range strings.Lines(trigramsFile) {
		code, all, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok {
			continue // of the licence
		}
		runes := []rune(all)
		for i := range profile {
			key := trigramOf(runes[3*i], runes[3*i+1], runes[3*i+2])
			t.ranks[key] = append(t.ranks[key], rank{int16(len(t.langs)), int16(profile - i)})
		}
		t.langs = append(t.langs, whatlanggo.CodeToLang(code).Iso6391())
	}
	return t
})

// trigram is three characters, of 21 bits each.
type trigram uint64

func trigramOf(a, b, c rune) trigram {
	return trigram(a)<<42 | trigram(b)<<21 | trigram(c)
}

// textTrigrams lists the trigrams of a text in order of their numbers, each as
// often as it occurs. What is no letter counts as a space, and of several
// spaces one.
func textTrigrams(text string) []trigram {
	list := make([]trigram, 0, len(text))
	before, at := ' ', ' '
	for _, r := range text + " " {
		r = trigramRune(r)
		if at != ' ' || before != ' ' && r != ' ' {
			list = append(list, trigramOf(before, at, r))
		}
		before, at = at, r
	}
	slices.Sort(list)
	return list
}

func trigramRune(r rune) rune {
	switch {
	case 'a' <= r && r <= 'z':
		return r
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case unicode.IsSymbol(r), unicode.IsSpace(r), unicode.IsPunct(r), unicode.IsDigit(r):
		return ' '
	}
	return unicode.ToLower(r)
}
