package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// title finds the headline among the header lines and marks every block that
// repeats it. Of several candidates it is the one that is repeated, else the
// first.
func (s *story) title(a *news.Article) {
	if sameTitle(a.Title, "") {
		if i := s.headline(); i >= 0 {
			a.Title = strings.Join(strings.Fields(s.line(i)), " ")
		}
	}
	if sameTitle(a.Title, "") {
		return
	}
	scratch := new(segment.Sequence)
	for i := range s.blocks {
		b := &s.blocks[i]
		b.title = b.kind != clutter && sameTitle(s.line(i), a.Title) && b.words(s.text, scratch) <= maxHeadline+5
	}
}

func (s *story) headline() int {
	var candidates []int
	if len(s.blocks) > 1 && s.blocks[0].kind == prose && s.blocks[0].asks(s.text) {
		return 0
	}
	header := s.blocks[:s.first]
	if s.first == 0 && len(s.blocks) > 1 && s.blocks[0].kind == short && countDigits(s.line(0)) == 0 {
		header = s.blocks[:1] // a table without prose
	}
	seen := map[string]int{}
	for i, b := range header {
		if !isHeadline(s.text, b) {
			continue
		}
		candidates = append(candidates, i)
		title := normalTitle(s.line(i))
		if first, again := seen[title]; again {
			return first
		}
		seen[title] = i
	}
	if len(candidates) == 0 && len(header) > 0 && isShortHeadline(s.text, header[0]) {
		return 0
	}
	return s.likeliest(candidates)
}

// isShortHeadline reports a first line of three words that is no name, because
// it goes on in small letters: "Ferry on fire".
func isShortHeadline(text string, b block) bool {
	words := strings.Fields(text[b.Start:b.End])
	return b.kind == short && len(words) == minHeadline-1 && unicode.IsUpper(nextRune(words[0])) &&
		unicode.IsLower(nextRune(words[2])) && utf8.RuneCountInString(words[2]) > 2
}

// likeliest is the first candidate of which the story takes up two words in
// five: a masthead or a menu has no words in common with the story. Where there
// is none, it is the one with most, -1 when there is no candidate.
func (s *story) likeliest(candidates []int) int {
	if len(candidates) < 2 {
		return append(candidates, -1)[0]
	}
	told := map[string]bool{}
	for _, b := range s.blocks[s.first:s.last] {
		for _, w := range longWords(s.text[b.Start:b.End]) {
			told[w] = true
		}
	}
	best, most := candidates[0], 0.0
	for _, i := range candidates {
		words, again := longWords(s.line(i)), 0
		for _, w := range words {
			if told[w] {
				again++
			}
		}
		taken := float64(again) / float64(max(len(words), 1))
		if taken >= 0.4 {
			return i
		}
		if taken > most {
			best, most = i, taken
		}
	}
	return best
}

// longWords are the words of four letters or more, in lower case.
func longWords(s string) []string {
	return slices.DeleteFunc(strings.FieldsFunc(strings.ToLower(s), notLetter), func(w string) bool {
		return utf8.RuneCountInString(w) < 4
	})
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// normalTitle makes headlines comparable: letters and digits in lower case.
func normalTitle(title string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, title)
}

// sameTitle reports whether [normalTitle] makes the same of two lines.
func sameTitle(a, b string) bool {
	for {
		a, b = strings.TrimLeftFunc(a, notLetter), strings.TrimLeftFunc(b, notLetter)
		if a == "" || b == "" {
			return a == b
		}
		inA, sizeA := utf8.DecodeRuneInString(a)
		inB, sizeB := utf8.DecodeRuneInString(b)
		if inA != inB && unicode.ToLower(inA) != unicode.ToLower(inB) {
			return false
		}
		a, b = a[sizeA:], b[sizeB:]
	}
}
