package align

import (
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// Text is what is kept of an article to compare it with others: five bytes a
// word. Where the words stand in the text is found again when it has to be told.
type Text struct {
	Keys       []uint32 // of the news words
	Marks      []segment.Mark
	Paragraphs []news.Range
	Quotations []news.Range // stretches of quoted words

	Sum uint64 // of the keys; texts with other sums have other words

	own        int32 // words outside quotations
	characters bool  // most words are single characters
}

// Words is how many words of the text say as much as n words of a language with
// spaces between them: twice as many where each is a single character.
func (t Text) Words(n int) int {
	if t.characters {
		return 2 * n
	}
	return n
}

// Len is the number of words.
func (t Text) Len() int { return len(t.Keys) }

// Quoted reports whether a word stands in a quotation.
func (t Text) Quoted(word int) bool { return t.Marks[word]&segment.Quoted != 0 }

// NewText keeps a copy of the words.
func NewText(words *segment.Sequence) Text {
	t := Text{
		Keys:       slices.Clone(words.Keys),
		Marks:      slices.Clone(words.Marks),
		Paragraphs: slices.Clone(words.Paragraphs),
		Quotations: slices.Clone(words.Quotations),
	}
	t.Sum = SumOf(t.Keys)
	t.own = t.ownWords(0, t.Len())
	characters := 0
	for _, m := range t.Marks {
		if m.Character() {
			characters++
		}
	}
	t.characters = 2*characters > t.Len()
	return t
}

// SumOf tells lists of words apart. It takes two at a time, for each step has to wait
// for the one before.
func SumOf(keys []uint32) uint64 {
	h := uint64(len(keys))
	for ; len(keys) > 1; keys = keys[2:] {
		h = (h ^ uint64(keys[0]) ^ uint64(keys[1])<<32) * 0x9e3779b97f4a7c15
		h ^= h >> 29
	}
	if len(keys) > 0 {
		h = (h ^ uint64(keys[0])) * 0x9e3779b97f4a7c15
		h ^= h >> 29
	}
	return h
}

// ownWords is how many of n words, from the first on, stand outside quotations.
func (t Text) ownWords(first, n int) (own int32) {
	for _, m := range t.Marks[first : first+n] {
		own += int32(^m & segment.Quoted) // the lowest bit
	}
	return own
}

// Read reads the words of an article.
func Read(a *news.Article) Text {
	var words segment.Sequence
	words.Read(a)
	return NewText(&words)
}

// figures is how many of n words, from the first on, are figures.
func (t Text) figures(first, n int) (figures int32) {
	for _, m := range t.Marks[first : first+n] {
		if m&segment.Figure != 0 {
			figures++
		}
	}
	return figures
}
