package extract

import (
	_ "embed"
	"math"
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
	counts := table.counters.Get().(*trigramCounts)
	defer table.counters.Put(counts)
	table.count(text, counts)
	scores := make([]score, len(table.langs))
	for _, t := range counts.seen {
		for _, r := range table.ranks[table.from[t]:table.from[t+1]] {
			s := &scores[r.lang]
			s.sum += int(r.weight) * int(counts.of[t])
			s.trigrams++
		}
	}
	counts.clear()
	first, second := 0, -1
	for l := 1; l < len(scores); l++ {
		switch {
		case scores[l].sum > scores[first].sum:
			first, second = l, first
		case second < 0 || scores[l].sum > scores[second].sum:
			second = l
		}
	}
	if confidence(scores[first], scores[second]) > whatlanggo.ReliableConfidenceThreshold {
		return table.langs[first]
	}
	return ""
}

// score is how well a text fits a language.
type score struct{ sum, trigrams int }

// confidence tells from the scores of the best two languages how sure the guess is.
func confidence(best, second score) float64 {
	switch {
	case best.sum == 0:
		return 0
	case second.sum == 0:
		return float64(min(best.sum/500, 1))
	}
	rate := float64(best.sum-second.sum) / float64(second.sum)
	sure := 12.0/float64(best.trigrams) + 0.05
	if rate > sure {
		return 1
	}
	return math.Round(rate/sure*100) / 100
}

// trigramTable holds, for each trigram, the languages that it is common in.
type trigramTable struct {
	langs    []string
	ranks    []rank             // of one trigram after the other
	from     []int32            // where those of a trigram begin, by its number from 1 on
	slots    [trigramSlots]slot // trigrams by their hash, or behind it where that is taken
	plain    [0x250]rune        // what trigramRune makes of the characters of most texts
	counters sync.Pool
}

// trigramSlots are three times as many as there are trigrams.
const trigramSlots = 1 << 14

type slot struct {
	trigram
	number int32 // 0 for an empty slot
}

// rank says how common a trigram is in a language: 300 for the commonest.
type rank struct{ lang, weight int16 }

// trigramCounts are how often the trigrams of the table are in a text.
type trigramCounts struct {
	of   []int32 // by number
	seen []int32 // numbers of those that are
}

func (c *trigramCounts) clear() {
	for _, t := range c.seen {
		c.of[t] = 0
	}
	c.seen = c.seen[:0]
}

var latinTrigrams = sync.OnceValue(func() *trigramTable {
	const profile = 300
	t := &trigramTable{}
	ranks := [][]rank{nil} // by number
	for line := range strings.Lines(trigramsFile) {
		code, all, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok {
			continue // of the licence
		}
		runes := []rune(all)
		for i := range profile {
			key := trigramOf(runes[3*i], runes[3*i+1], runes[3*i+2])
			s := t.find(key)
			if s.number == 0 {
				*s = slot{key, int32(len(ranks))}
				ranks = append(ranks, nil)
			}
			ranks[s.number] = append(ranks[s.number], rank{int16(len(t.langs)), int16(profile - i)})
		}
		t.langs = append(t.langs, whatlanggo.CodeToLang(code).Iso6391())
	}
	for _, list := range ranks {
		t.from = append(t.from, int32(len(t.ranks)))
		t.ranks = append(t.ranks, list...)
	}
	t.from = append(t.from, int32(len(t.ranks)))
	for r := range t.plain {
		t.plain[r] = trigramRune(rune(r))
	}
	t.counters.New = func() any { return &trigramCounts{of: make([]int32, len(ranks))} }
	return t
})

// find returns the slot that a trigram is in, or may be put into.
func (t *trigramTable) find(key trigram) *slot {
	for i := uint64(key) * 0x9e3779b97f4a7c15 >> (64 - 14); ; i = (i + 1) % trigramSlots {
		if s := &t.slots[i]; s.trigram == key || s.number == 0 {
			return s
		}
	}
}

// trigram is three characters, of 21 bits each.
type trigram uint64

func trigramOf(a, b, c rune) trigram {
	return trigram(a)<<42 | trigram(b)<<21 | trigram(c)
}

// count counts the trigrams of a text. What is no letter counts as a space, and of
// several spaces one.
func (t *trigramTable) count(text string, counts *trigramCounts) {
	before, at := ' ', ' '
	next := func(r rune) {
		if at != ' ' || before != ' ' && r != ' ' {
			if n := t.find(trigramOf(before, at, r)).number; n != 0 {
				if counts.of[n] == 0 {
					counts.seen = append(counts.seen, n)
				}
				counts.of[n]++
			}
		}
		before, at = at, r
	}
	for _, r := range text {
		if int(r) < len(t.plain) {
			r = t.plain[r]
		} else {
			r = trigramRune(r)
		}
		next(r)
	}
	next(' ')
}

func trigramRune(r rune) rune {
	switch {
	case unicode.IsSymbol(r), unicode.IsSpace(r), unicode.IsPunct(r), unicode.IsDigit(r):
		return ' '
	}
	return unicode.ToLower(r)
}
