package event

import (
	"math"
	"math/bits"
	"slices"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// Bag is an article as the terms it is made of, each once. A term is a word, or
// two characters in a row where words are not separated by spaces.
type Bag struct {
	Terms   []uint32 // in ascending order: keys, or numbers, see [Vocabulary]
	Counts  []uint16 // how often each is said, as far as that can be told; what stands at the top counts more
	Letters []uint8  // of each term; none once terms are numbers, by which more is known
	Words   int      // of the text; two characters count as one
}

func (b Bag) letters(i int) uint8 {
	if b.Letters == nil {
		return 0
	}
	return b.Letters[i]
}

// A story says at its top what it is about: each word of the title, and of the
// first words of the text, counts three times. On 904 texts of 110 events that
// gave an ARI of .940 over a range of five bars, .930 without; on 300 articles
// with titles, counting the title three times gave .880 and once .866.
const (
	topWeight = 3
	topWords  = 60
)

// Counter makes bags, one after the other. It is for one goroutine.
type Counter struct {
	title  segment.Sequence
	index  termIndex
	terms  []countedTerm
	sorted []uint64 // terms with their numbers in terms
}

type countedTerm struct {
	key     uint32
	count   uint32
	letters uint8
}

// Bag counts the terms of an article, whose words are given.
func (c *Counter) Bag(a *news.Article, words *segment.Sequence) Bag {
	c.title.Reset()
	c.title.AddParagraph(a.Title, news.Span{End: len(a.Title)})
	c.reset()
	eachTerm(a.Title, &c.title, func(t term) { c.add(t, topWeight) })
	var b Bag
	top := topWords
	if len(words.Marks) > 0 && words.Marks[0].Character() {
		top *= 2
	}
	characters := 0
	eachTerm(a.Text, words, func(t term) {
		if t.character {
			characters++
		}
		if t.first < top {
			c.add(t, topWeight)
		} else {
			c.add(t, 1)
		}
	})
	b.Words = words.Len() - characters/2
	c.fill(&b)
	return b
}

// Paragraph counts the terms of some words of a text, all alike.
func (c *Counter) Paragraph(text string, words *segment.Sequence, r news.Range) Bag {
	c.reset()
	first, _ := slices.BinarySearchFunc(words.Paragraphs, r.Start, func(p news.Range, word int) int { return p.End - word - 1 })
	for _, p := range words.Paragraphs[first:] {
		if p.Start >= r.End {
			break
		}
		within := news.Range{Start: max(p.Start, r.Start), End: min(p.End, r.End)}
		eachTermOf(text, words, within, func(t term) { c.add(t, 1) })
	}
	b := Bag{Words: r.Len()}
	c.fill(&b)
	return b
}

// reset forgets all terms.
func (c *Counter) reset() {
	c.index.reset()
	c.terms = c.terms[:0]
}

func (c *Counter) add(t term, count uint32) {
	i := c.index.at(t.key)
	if i == len(c.terms) {
		c.terms = append(c.terms, countedTerm{key: t.key, letters: t.letters})
	}
	c.terms[i].count += count
}

func (c *Counter) fill(b *Bag) {
	c.sorted = c.sorted[:0]
	for i, t := range c.terms {
		c.sorted = append(c.sorted, uint64(t.key)<<32|uint64(i))
	}
	slices.Sort(c.sorted)
	n := len(c.sorted)
	b.Terms, b.Counts, b.Letters = make([]uint32, n), make([]uint16, n), make([]uint8, n)
	for k, x := range c.sorted {
		t := c.terms[uint32(x)]
		b.Terms[k], b.Counts[k], b.Letters[k] = t.key, uint16(min(t.count, math.MaxUint16)), t.letters
	}
}

// term is a term where it stands in a text.
type term struct {
	key         uint32
	first, last int // words
	letters     uint8
	character   bool // it is of characters
}

// eachTerm calls do with the terms of a text in order. A single character of
// Chinese is as frequent as a syllable; two of them are a word as often as not.
func eachTerm(text string, words *segment.Sequence, do func(t term)) {
	for _, p := range words.Paragraphs {
		eachTermOf(text, words, p, do)
	}
}

// eachTermOf does the same for words of one paragraph.
func eachTermOf(text string, words *segment.Sequence, p news.Range, do func(t term)) {
	for i := p.Start; i < p.End; i++ {
		t := term{key: words.Keys[i], first: i, last: i}
		if !words.Marks[i].Character() {
			t.letters = letters(text[words.Starts[i]:words.Ends[i]])
			do(t)
			continue
		}
		t.character = true
		follows := i > p.Start && words.Marks[i-1].Character() && words.Ends[i-1] == words.Starts[i]
		if i+1 < p.End && words.Marks[i+1].Character() && words.Ends[i] == words.Starts[i+1] {
			t.key, t.last, t.letters = both(words.Keys[i], words.Keys[i+1]), i+1, characterLetters
			do(t)
		} else if !follows {
			t.letters = characterLetters / 2
			do(t)
		}
	}
}

// characterLetters is the length of a European word that is as frequent as two
// characters.
const characterLetters = 6

// both is the key of two characters in a row.
func both(a, b uint32) uint32 { return bits.RotateLeft32(a, 13)*0x85ebca6b ^ b*0xc2b2ae35 }

// letters is the length of a word, as far as it matters.
func letters(word string) uint8 {
	n := len(word)
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			n = utf8.RuneCountInString(word)
			break
		}
	}
	return uint8(min(n, 255))
}
