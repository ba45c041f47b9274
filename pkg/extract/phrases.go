package extract

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// finder finds any of many phrases in a line, in one pass over its words: the
// first three bytes of each word are looked up in a table. Looking up whole words
// in a map took twice the time of all else that is done with a line, searching
// the line for every phrase ten times that.
type finder struct {
	groups [][]phrase
	table  [1 << 15]uint8 // by wordHead, the group of the phrases that begin so; group 0 is empty
}

// phrase is the rest of a phrase, from its first word on.
type phrase struct {
	text string
	sign byte // what must stand right before the word, 0 for anything
	word int  // bytes of the first word, which the line must hold as a whole word
	kind mention
}

// mention is a kind of phrase that a line may hold.
type mention uint8

const (
	holdsClutter mention = iota
	holdsCredit
	holdsPhotoCredit
	mentions // how many there are
)

// places are where in a line the last phrase of each kind begins, -1 for none.
type places [mentions]int

// newFinder indexes phrases in lower case by their kind. A phrase begins with a
// word, or with one ASCII sign right before it.
func newFinder(phrases [mentions][]string) *finder {
	f := &finder{groups: make([][]phrase, 1)}
	for kind, texts := range phrases {
		for _, text := range texts {
			p := phrase{text: text, kind: mention(kind)}
			if class[text[0]] == sign {
				p.text, p.sign = text[1:], text[0]
			}
			p.word = wordEnd(p.text, 0)
			f.add(p)
		}
	}
	return f
}

func (f *finder) add(p phrase) {
	head := wordHead(p.text)
	if f.table[head] == 0 {
		if len(f.groups) > math.MaxUint8 {
			panic("extract: too many phrases")
		}
		f.table[head] = uint8(len(f.groups))
		f.groups = append(f.groups, nil)
	}
	f.groups[f.table[head]] = append(f.groups[f.table[head]], p)
}

// wordHead is a number for the first three bytes of a text of at least three,
// the same in either letter case.
func wordHead(s string) int {
	return int(s[0]&31)<<10 | int(s[1]&31)<<5 | int(s[2]&31)
}

// find looks for the phrases in a line, which is in lower case but for its ASCII
// letters, whose case does not matter.
func (f *finder) find(line string) places {
	found := places{-1, -1, -1}
	for i := 0; i < len(line); {
		if class[line[i]] == sign {
			i++
			continue
		}
		end := wordEnd(line, i)
		if end == i {
			_, size := utf8.DecodeRuneInString(line[i:])
			i += size
			continue
		}
		if i+3 <= len(line) {
			if g := f.table[wordHead(line[i:])]; g != 0 {
				f.compare(line, i, end, f.groups[g], &found)
			}
		}
		i = end
	}
	return found
}

// compare looks for phrases at the word line[i:end].
func (f *finder) compare(line string, i, end int, group []phrase, found *places) {
	for _, p := range group {
		if i+p.word == end && hasPrefixFold(line[i:], p.text) && (p.sign == 0 || i > 0 && line[i-1] == p.sign) {
			found[p.kind] = i
		}
	}
}

// hasPrefixFold reports whether a line begins with a prefix in lower case,
// whatever the case of the line's ASCII letters.
func hasPrefixFold(line, prefix string) bool {
	if len(line) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		c := line[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c != prefix[i] {
			return false
		}
	}
	return true
}

// lowerBeyondASCII returns the line in lower case, but that its ASCII letters may
// be as they were: next to no line has other capitals and has to be copied.
func lowerBeyondASCII(line string) string {
	for i := 0; i < len(line); {
		if line[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(line[i:])
		if unicode.ToLower(r) != r {
			return strings.ToLower(line)
		}
		i += size
	}
	return line
}

// wordEnd is where the word ends that begins at i, i when none does.
func wordEnd(s string, i int) int {
	for i < len(s) {
		switch class[s[i]] {
		case letter:
			i++
			continue
		case sign:
			return i
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return i
		}
		i += size
	}
	return i
}

// class tells ASCII letters and digits, of which words are made, from other ASCII
// bytes and from those of other characters.
var class = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c >= utf8.RuneSelf:
			t[c] = beyondASCII
		case '0' <= c && c <= '9', 'a' <= c|0x20 && c|0x20 <= 'z':
			t[c] = letter
		}
	}
	return t
}()

const (
	sign uint8 = iota
	letter
	beyondASCII
)
