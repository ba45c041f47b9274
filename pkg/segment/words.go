package segment

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
)

// Sequence is the news text of an article as words, in columns: the parts of
// the i-th word are Keys[i], Starts[i] and Ends[i]. It can be reused for the
// next article, which then costs no allocation.
type Sequence struct {
	Keys   []uint32 // hash of the folded word
	Starts []uint32 // byte offset of the word
	Ends   []uint32
	Marks  []Mark

	Paragraphs []news.Range // words of each body paragraph
	Quotations []news.Range // stretches of quoted words

	buffer, folded []byte
	marked         []uint32 // where quotation marks may be in the paragraph read last
	quotes         []news.Span
}

// Mark says what a word is besides its key: flags, and above them its shape.
type Mark uint8

// The marks of a word.
const (
	Quoted Mark = 1 << iota // it stands in a quotation
	Clitic                  // in a quotation, it goes on from the word before: the "s" of "it's"
	Figure                  // it begins with a digit

	shapeUnit = 1 << iota // of the shape: 0 for a figure, which is like no other, 1 to 30, or character
)

const (
	shapes = 30

	// character is the shape of a character of a script without spaces.
	character Mark = 31 * shapeUnit
)

// Alike reports whether two words may be one that was misread: they have the same
// length, first and last letter. So have one in thirty of other words.
func (m Mark) Alike(n Mark) bool {
	return shapeUnit <= m && m < character && m/shapeUnit == n/shapeUnit
}

// Character reports a word that is a single character, of which a word of other
// languages takes two or more.
func (m Mark) Character() bool { return m >= character }

// Len is the number of words.
func (s *Sequence) Len() int { return len(s.Keys) }

// Span is the text from the first to the last word of r, which must not be
// empty.
func (s *Sequence) Span(r news.Range) news.Span {
	return news.Span{Start: int(s.Starts[r.Start]), End: int(s.Ends[r.End-1])}
}

// Text is the text of the words of r, as written. What stands between two
// paragraphs of the story, a caption or a menu, is left out.
func (s *Sequence) Text(text string, r news.Range) string {
	var parts []string
	for _, p := range s.Paragraphs {
		part := news.Range{Start: max(p.Start, r.Start), End: min(p.End, r.End)}
		if part.Len() > 0 {
			span := s.Span(part)
			parts = append(parts, text[span.Start:span.End])
		}
	}
	return strings.Join(parts, " ")
}

// Reset empties the sequence and keeps its memory.
func (s *Sequence) Reset() {
	s.Keys, s.Starts, s.Ends = s.Keys[:0], s.Starts[:0], s.Ends[:0]
	s.Marks, s.Paragraphs, s.Quotations = s.Marks[:0], s.Paragraphs[:0], s.Quotations[:0]
}

// Read fills the sequence with the words of the article's body paragraphs.
func (s *Sequence) Read(a *news.Article) {
	s.Reset()
	a.Body(func(span news.Span) { s.AddParagraph(a.Text, span) })
}

// Locate appends the words of text[span] without marks and as no paragraph: it is
// for those who need to know where the words stand and no more.
func (s *Sequence) Locate(text string, span news.Span) { s.addWords(text, span) }

// AddParagraph appends the words of text[span] as one more paragraph.
func (s *Sequence) AddParagraph(text string, span news.Span) {
	first := len(s.Keys)
	s.addWords(text, span)
	ends := s.Ends[first:]
	for i, start := range s.Starts[first:] {
		s.Marks = append(s.Marks, markOf(text[start:ends[i]]))
	}
	s.markQuoted(text, span, first)
	s.Paragraphs = append(s.Paragraphs, news.Range{Start: first, End: len(s.Keys)})
}

func (s *Sequence) markQuoted(text string, span news.Span, word int) {
	s.quotes = s.appendQuotations(s.quotes[:0], text, span)
	for _, q := range s.quotes {
		for word < len(s.Keys) && int(s.Starts[word]) < q.Start {
			word++
		}
		first := word
		for ; word < len(s.Keys) && int(s.Ends[word]) <= q.End; word++ {
			s.Marks[word] |= Quoted
			if word > first && isApostrophe(text[s.Ends[word-1]:s.Starts[word]]) {
				s.Marks[word] |= Clitic
			}
		}
		s.addQuotation(news.Range{Start: first, End: word})
	}
}

// FindQuotations makes the stretches of quoted words anew from the words' marks,
// for those who have taken words away.
func (s *Sequence) FindQuotations() {
	s.Quotations = s.Quotations[:0]
	for word, m := range s.Marks {
		if m&Quoted != 0 {
			s.addQuotation(news.Range{Start: word, End: word + 1})
		}
	}
}

// addQuotation appends a stretch of quoted words, to the last where it goes on
// from that.
func (s *Sequence) addQuotation(r news.Range) {
	if n := len(s.Quotations); n > 0 && s.Quotations[n-1].End == r.Start {
		s.Quotations[n-1].End = r.End
	} else if r.Len() > 0 {
		s.Quotations = append(s.Quotations, r)
	}
}

// markOf is a word's shape, or that it begins with a digit of any script.
func markOf(word string) Mark {
	first, last := word[0], word[len(word)-1]
	if first < utf8.RuneSelf {
		if isDigit(first) {
			return Figure
		}
		first, last = fold[first], last|0x20
	} else if r, _ := utf8.DecodeRuneInString(word); unicode.IsDigit(r) {
		return Figure
	} else if isUnspaced(r) {
		return character
	}
	letters := (uint32(first)*29 + uint32(last)*101 + uint32(len(word))*37) & 0xff
	return Mark(letters*shapes>>8+1) * shapeUnit
}

func isApostrophe(between string) bool {
	return between == "'" || between == "’" || between == "ʼ"
}

// Key is the key of a single word, 0 for a text that holds no word.
func Key(word string) uint32 {
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

func (s *Sequence) add(key uint32, start, end int) {
	s.Keys = append(s.Keys, key)
	s.Starts = append(s.Starts, uint32(start))
	s.Ends = append(s.Ends, uint32(end))
}

// addWords appends the words of text[span]. Most words of English text have fewer
// than eight letters and a space behind them: these are read at once, for nothing
// foretells where a word ends, and a loop over its letters has to guess. Longer
// ones are read by the inner loop; those with a stop, comma, hyphen or character
// beyond ASCII in them go through addGlued and addFolded.
func (s *Sequence) addWords(text string, span news.Span) {
	s.grow(span.Len()/2 + 1)
	s.marked = s.marked[:0]
	text = text[:span.End]
	for i := span.Start; i < len(text); {
		c := fold[text[i]]
		if c <= beyondASCII && mayQuote[text[i]] {
			s.marked = append(s.marked, uint32(i))
		}
		if c == separator {
			i++
			continue
		}
		start := i
		if i+8 < len(text) {
			bytes := load(text[i:])
			n := wordBytes(bytes)
			i += n
			c = fold[text[i]]
			if c == separator && n < 8 && !mayGlue(text, i) {
				s.add(hashShort(bytes, n), start, i)
				if text[i] == ' ' {
					i++
				}
				continue
			}
		}
		for c > beyondASCII {
			if i++; i == len(text) {
				break
			}
			c = fold[text[i]]
		}
		switch {
		case c == beyondASCII && !(i > start && isPunctuation(text[i:])):
			i = s.addFolded(text, start, i)
		case c == separator && mayGlue(text, i):
			i = s.addGlued(text, start, i)
		default:
			s.add(hashASCII(text, start, i), start, i)
		}
	}
}

// grow makes room for n words.
func (s *Sequence) grow(n int) {
	s.Keys = slices.Grow(s.Keys, n)
	s.Starts = slices.Grow(s.Starts, n)
	s.Ends = slices.Grow(s.Ends, n)
	s.Marks = slices.Grow(s.Marks, n)
}

// mayGlue reports whether the separator at i, where text may end, can stand
// within a word: behind most stops and commas there is a space.
func mayGlue(text string, i int) bool {
	if text[i] == ' ' || i+1 >= len(text) || fold[text[i+1]] == separator && text[i+1] != '\n' {
		return false
	}
	return text[i] == '.' || text[i] == ',' || text[i] == '-'
}

// isPunctuation reports text that begins with one of the dashes, quotation marks
// and dots from U+2010 to U+2027: what most often stands behind an English word
// and is not ASCII.
func isPunctuation(text string) bool {
	return len(text) >= 3 && text[0] == 0xe2 && text[1] == 0x80 && 0x90 <= text[2] && text[2] <= 0xa7
}

// addGlued reads the word that begins at start; a separator that may be part of
// it stands at i. It returns where the word ends.
func (s *Sequence) addGlued(text string, start, i int) int {
	s.buffer = appendLower(s.buffer[:0], text[start:i])
	for i < len(text) {
		c := fold[text[i]]
		if c > beyondASCII {
			s.buffer = append(s.buffer, c)
			i++
			continue
		}
		if c == beyondASCII {
			if isPunctuation(text[i:]) {
				break
			}
			return s.addFolded(text, start, i)
		}
		next, glued := glue(text, start, i)
		if !glued {
			break
		}
		if b := text[i]; isDigit(text[i-1]) && (b == '.' || b == ',') {
			s.buffer = append(s.buffer, b)
		}
		i = next
	}
	s.add(hashFolded(s.buffer), start, i)
	return i
}

func appendLower(folded []byte, word string) []byte {
	for i := range len(word) {
		folded = append(folded, fold[word[i]])
	}
	return folded
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
