package segment

import (
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
)

// Sequence is the news text of an article as words, in columns: the parts of
// the i-th word are Keys[i], Starts[i] and Ends[i]. It can be reused for the
// next article, which then costs no allocation.
type Sequence struct {
	Keys   []uint64 // hash of the folded word
	Starts []uint32 // byte offset of the word
	Ends   []uint32
	Quoted []bool // the word stands in a quotation

	Paragraphs []news.Range // words of each body paragraph

	buffer []byte
	quotes []news.Span
}

// Len is the number of words.
func (s *Sequence) Len() int { return len(s.Keys) }

// Span is the text from the first to the last word of r, which must not be
// empty.
func (s *Sequence) Span(r news.Range) news.Span {
	return news.Span{Start: int(s.Starts[r.Start]), End: int(s.Ends[r.End-1])}
}

// Reset empties the sequence and keeps its memory.
func (s *Sequence) Reset() {
	s.Keys, s.Starts, s.Ends = s.Keys[:0], s.Starts[:0], s.Ends[:0]
	s.Quoted, s.Paragraphs = s.Quoted[:0], s.Paragraphs[:0]
}

// Read fills the sequence with the words of the article's body paragraphs.
func (s *Sequence) Read(a *news.Article) {
	s.Reset()
	a.Body(func(span news.Span) { s.AddParagraph(a.Text, span) })
}

// AddParagraph appends the words of text[span] as one more paragraph.
func (s *Sequence) AddParagraph(text string, span news.Span) {
	first := len(s.Keys)
	s.addWords(text, span)
	for len(s.Quoted) < len(s.Keys) {
		s.Quoted = append(s.Quoted, false)
	}
	s.markQuoted(text, span, first)
	s.Paragraphs = append(s.Paragraphs, news.Range{Start: first, End: len(s.Keys)})
}

func (s *Sequence) markQuoted(text string, span news.Span, word int) {
	s.quotes = appendQuotations(s.quotes[:0], text, span)
	for _, q := range s.quotes {
		for word < len(s.Keys) && int(s.Starts[word]) < q.Start {
			word++
		}
		for word < len(s.Keys) && int(s.Ends[word]) <= q.End {
			s.Quoted[word] = true
			word++
		}
	}
}

// Key is the key of a single word, 0 for a text that holds no word.
func Key(word string) uint64 {
	var s Sequence
	s.addWords(word, news.Span{End: len(word)})
	if len(s.Keys) == 0 {
		return 0
	}
	return s.Keys[0]
}

// fold maps each ASCII letter and digit to its lower case and every other
// ASCII byte to separator. Bytes of other scripts take the slow path.
var fold = func() (t [256]byte) {
	for c := range t {
		switch {
		case c >= utf8.RuneSelf:
			t[c] = beyondASCII
		case '0' <= c && c <= '9', 'a' <= c && c <= 'z':
			t[c] = byte(c)
		case 'A' <= c && c <= 'Z':
			t[c] = byte(c) + 'a' - 'A'
		}
	}
	return t
}()

const (
	separator   = 0
	beyondASCII = 1
)

// FNV-1a over the folded bytes, then a mixing step: the winnowing minimum needs
// keys whose high bits are as random as their low ones.
const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
)

func mix(h uint64) uint64 {
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	h ^= h >> 32
	return h
}

func (s *Sequence) add(key uint64, start, end int) {
	s.Keys = append(s.Keys, key)
	s.Starts = append(s.Starts, uint32(start))
	s.Ends = append(s.Ends, uint32(end))
}

func (s *Sequence) addWords(text string, span news.Span) {
	text = text[:span.End]
	for i := span.Start; i < len(text); {
		switch c := fold[text[i]]; c {
		case separator:
			i++
		case beyondASCII:
			i = s.addFolded(text, i, i)
		default:
			i = s.addASCII(text, i)
		}
	}
}

// addASCII reads the word that begins at start and returns where it ends.
// Nearly all words of English text end here.
func (s *Sequence) addASCII(text string, start int) int {
	h := uint64(hashSeed)
	i := start
	for i < len(text) {
		c := fold[text[i]]
		if c > beyondASCII {
			h = (h ^ uint64(c)) * hashPrime
			i++
			continue
		}
		if c == beyondASCII {
			return s.addFolded(text, start, i)
		}
		next, glued := glue(text, start, i)
		if !glued {
			break
		}
		if b := text[i]; isDigit(text[i-1]) && (b == '.' || b == ',') {
			h = (h ^ uint64(b)) * hashPrime
		}
		i = next
	}
	s.add(mix(h), start, i)
	return i
}

// glue reports whether the word text[start:i], which a separator follows, goes
// on behind it, and where: "30,000", "5.93", "U.S.", and a hyphen at a line's
// end.
func glue(text string, start, i int) (next int, glued bool) {
	if i+1 >= len(text) || i == start {
		return i, false
	}
	after := text[i+1]
	switch text[i] {
	case ',':
		return i + 1, isDigit(text[i-1]) && isDigit(after)
	case '.':
		if isDigit(text[i-1]) {
			return i + 1, isDigit(after)
		}
		return i + 1, initials(text, start, i) && isLetter(after) &&
			(i+2 == len(text) || fold[text[i+2]] == separator)
	case '-':
		if after == '\n' && i+2 < len(text) && 'a' <= text[i+2] && text[i+2] <= 'z' && isLetter(text[i-1]) {
			return i + 2, true
		}
	}
	return i, false
}

// initials reports whether text[start:end] is single letters with stops
// between them.
func initials(text string, start, end int) bool {
	for k := start; k < end; k++ {
		if (k-start)%2 == 0 && !isLetter(text[k]) || (k-start)%2 == 1 && text[k] != '.' {
			return false
		}
	}
	return (end-start)%2 == 1
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return fold[c] >= 'a' }
