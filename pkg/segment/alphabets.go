package segment

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// addFolded reads a word that holds characters beyond ASCII. The word began at
// start; everything up to i is known to be ASCII.
func (s *Sequence) addFolded(text string, start, i int) int {
	if i == start {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch how, _ := treat(r); how {
		case separates, hidden:
			return i + size
		case alone:
			return s.addCharacter(text, start)
		}
	}
	w := folded{text: s.folded[:0]}
	w.addASCII(text[start:i])
	end := i // of what is seen of the word
	for i < len(text) {
		r, size := rune(text[i]), 1
		how, as := folds, rune(0)
		if r < utf8.RuneSelf {
			if as = rune(fold[r]); as == separator {
				how = separates
			}
		} else {
			r, size = utf8.DecodeRuneInString(text[i:])
			how, as = treat(r)
		}
		if how == separates {
			next, joined := w.join(text, end, i, r, size)
			if !joined {
				break
			}
			i = next
			continue
		}
		if how == alone {
			break
		}
		i += size
		if how != hidden {
			end = i
		}
		w.add(how, as)
	}
	if w.composed {
		s.normalize(text[start:end], &w)
	}
	if s.folded = w.text; len(s.folded) > 0 {
		s.add(hashFolded(s.folded), start, end)
	}
	return i
}

// folded is the beginning of a word that is being folded.
type folded struct {
	text     []byte
	last     rune // of text
	composed bool // text is not what the word folds to
}

// addASCII folds the ASCII beginning of a word. Separators in it belong to the
// word, as glue found, but only those of a number are part of its key.
func (w *folded) addASCII(text string) {
	for i := range len(text) {
		if c := fold[text[i]]; c != separator {
			w.put(rune(c))
		} else {
			w.addMark(rune(text[i]))
		}
	}
}

// addMark adds the sign that a number is written with, or nothing.
func (w *folded) addMark(r rune) {
	if mark := numberMark(r); mark != 0 && isDigitRune(w.last) {
		w.put(mark)
	}
}

func (w *folded) add(how treatment, as rune) {
	switch how {
	case folds:
		w.put(as)
	case composed:
		w.put(as)
		w.composed = true
	}
}

func (w *folded) put(r rune) {
	w.text = utf8.AppendRune(w.text, r)
	w.last = r
}

// join looks whether the word goes on behind a separator, as a number does
// behind its decimal sign and a word behind the hyphen at a line's end. end is
// where the word has ended so far.
func (w *folded) join(text string, end, i int, r rune, size int) (next int, joined bool) {
	if next = i + size; next == len(text) {
		return i, false
	}
	if numberMark(r) != 0 && isDigitRune(w.last) && i == end {
		after, _ := utf8.DecodeRuneInString(text[next:])
		if _, as := treat(after); isDigitRune(as) {
			w.addMark(r)
			return next, true
		}
	}
	if next, joined = hyphened(text, end, i); !joined || !unicode.IsLetter(w.last) {
		return i, false
	}
	return next, true
}

// hyphened reports whether a hyphen or soft hyphen at text[i:] ends a line and a
// small letter begins the next one, and where.
func hyphened(text string, end, i int) (next int, ok bool) {
	switch {
	case text[i] == '\n' && text[end:i] == "\u00ad":
	case i == end && strings.HasPrefix(text[i:], "-\n"):
		i++
	case i == end && strings.HasPrefix(text[i:], "\u2010\n"):
		i += len("\u2010")
	default:
		return i, false
	}
	first, _ := utf8.DecodeRuneInString(text[i+1:])
	return i + 1, unicode.IsLower(first)
}

// numberMark is '.' or ',' for the signs that a number is written with, whatever
// the script, and 0 for any other.
func numberMark(r rune) rune {
	switch r {
	case '.', '．', '٫':
		return '.'
	case ',', '，', '٬':
		return ','
	}
	return 0
}

func isDigitRune(r rune) bool { return '0' <= r && r <= '9' }

// normalize folds a word of which some characters depend on their neighbours.
func (s *Sequence) normalize(word string, w *folded) {
	w.text, w.last = w.text[:0], 0
	s.buffer = appendNormal(s.buffer[:0], word)
	for b := s.buffer; len(b) > 0; {
		r, size := utf8.DecodeRune(b)
		b = b[size:]
		switch how, as := treat(r); how {
		case folds:
			w.put(as)
		case composed, alone:
			w.addComposed(r)
		case separates:
			if w.addMark(r); r == '⁄' { // of ½
				w.put(r)
			}
		}
	}
}

// addComposed adds a character of a normal word that treat does not fold: a
// mark that composes with nothing, or a letter that stands for two.
func (w *folded) addComposed(r rune) {
	switch two := multiple(r); {
	case two != "":
		w.put(rune(two[0]))
		w.put(rune(two[1]))
	case 0x300 <= r && r <= 0x36F && unicode.In(w.last, unicode.Cyrillic, unicode.Greek):
		// It says where the stress lies.
	default:
		w.put(simple(r))
	}
}

// appendNormal appends text in normal form KC.
func appendNormal(to []byte, text string) []byte {
	if norm.NFKC.QuickSpanString(text) == len(text) {
		return append(to, text...)
	}
	it := iterators.Get().(*norm.Iter)
	for it.InitString(norm.NFKC, text); !it.Done(); {
		to = append(to, it.Next()...)
	}
	iterators.Put(it)
	return to
}

// iterators are kept because one is larger than most words; norm's own
// AppendString makes a new buffer for every text that is not normal.
var iterators = sync.Pool{New: func() any { return new(norm.Iter) }}
