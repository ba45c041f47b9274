package provenance

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed creditforms.txt
var creditFormsFile string

// creditForms is what creditforms.txt says.
var creditForms = readCreditForms(creditFormsFile)

// use is a set of the ways in which a phrase makes a credit of a name.
type use uint8

const (
	strong  use = 1 << iota // "with inputs from"
	weak                    // "von"
	after                   // "contributed to this report"
	photo                   // "foto"
	office                  // "staff"
	linking                 // "and"
)

var uses = map[string]use{"strong": strong, "weak": weak, "after": after, "photo": photo, "office": office, "joiner": linking}

type phrases struct {
	byHead   [heads][]phrase // see [phraseHead]
	signOffs []signOff
}

const heads = 1 << 10

// phraseHead is a number for how a text begins: for its first character, and for
// the first two.
func phraseHead(text string) (one, two int) {
	first, size := utf8.DecodeRuneInString(text)
	second := nextRune(text[size:])
	if unicode.IsSpace(second) {
		second = ' '
	}
	one = int(unicode.ToLower(first)) % heads
	return one, (one*31 + int(unicode.ToLower(second))) % heads
}

type phrase struct {
	text string // in lower case
	use  use
}

// signOff is how an agency closes its dispatches: with two phrases, the names of
// those who wrote and edited them behind each.
type signOff struct{ agency, first, second string }

func readCreditForms(file string) *phrases {
	p := &phrases{}
	for line := range strings.Lines(file) {
		how, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		what, list, _ := strings.Cut(rest, " ") // the language, or the agency
		switch {
		case how == "signoff":
			first, second, _ := strings.Cut(list, "; ")
			p.signOffs = append(p.signOffs, signOff{what, first, second})
		case uses[how] != 0:
			for text := range strings.SplitSeq(list, ", ") {
				p.add(phrase{text, uses[how]})
			}
		}
	}
	return p
}

func (p *phrases) add(added phrase) {
	head, two := phraseHead(added.text)
	if utf8.RuneCountInString(added.text) > 1 {
		head = two
	}
	group := p.byHead[head]
	for i := range group {
		if group[i].text == added.text {
			group[i].use |= added.use
			return
		}
	}
	p.byHead[head] = append(group, added)
}

// match returns the longest phrase that text begins with, as whole words, and
// how many bytes it takes.
func (p *phrases) match(text string) (use, int) {
	var found use
	length := 0
	one, two := phraseHead(text)
	for _, group := range [2][]phrase{p.byHead[one], p.byHead[two]} {
		for _, candidate := range group {
			n := prefixFold(text, candidate.text)
			if n > length && !goesOn(text[n:], candidate.text) {
				found, length = candidate.use, n
			}
		}
	}
	return found, length
}

// goesOn reports whether rest goes on with the word that phrase ends in.
func goesOn(rest, phrase string) bool {
	return rest != "" && unicode.IsLetter(lastRune(phrase)) && joins(nextRune(rest), lastRune(phrase))
}

// prefixFold is how many bytes of text say the phrase, whatever their letter case
// and white space; 0 when text does not begin with it.
func prefixFold(text, phrase string) int {
	at := 0
	for _, want := range phrase {
		if at == len(text) {
			return 0
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if r != want && unicode.ToLower(r) != want && !(want == ' ' && unicode.IsSpace(r)) {
			return 0
		}
		at += size
	}
	return at
}

// holdsFold reports whether the phrase stands in text as whole words, whatever
// the letter case.
func holdsFold(text, phrase string) bool {
	return lastIndexFold(text, phrase) >= 0
}

// lastIndexFold is where the phrase stands last in text as whole words, -1 when
// it does not.
func lastIndexFold(text, phrase string) int {
	at, before := -1, ' '
	for i, r := range text {
		if !unicode.IsLetter(before) && prefixFold(text[i:], phrase) > 0 {
			at = i
		}
		before = r
	}
	return at
}
