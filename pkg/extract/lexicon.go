package extract

import (
	_ "embed"
	"strings"
	"unicode"
)

//go:embed lexicon.txt
var lexiconFile string

// phrases is what lexicon.txt says, by the way it is matched.
var phrases = readLexicon(lexiconFile)

type lexicon struct {
	lines    map[string]bool
	longest  int // bytes of the longest of lines
	openings openings
	mentions *finder
	links    [256][]string // by linkKey
}

func readLexicon(file string) lexicon {
	l := lexicon{lines: map[string]bool{}}
	var held [mentions][]string
	held[holdsPhotoCredit] = photoCredits
	for line := range strings.Lines(file) {
		how, phrase, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || how == "#" {
			continue
		}
		switch how {
		case "line":
			l.lines[phrase] = true
			l.longest = max(l.longest, len(phrase))
		case "begins":
			l.openings.add(phrase, opensClutter)
		case "section":
			l.openings.add(phrase, opensSection)
		case "comments":
			l.openings.add(phrase, opensComments)
		case "holds":
			held[holdsClutter] = append(held[holdsClutter], phrase)
		case "credit":
			l.openings.add(phrase, opensCredit)
			if strings.Contains(phrase, "reporting") {
				l.openings.add(phrase, opensSignOff)
			}
			if strings.Count(phrase, " ") >= 2 {
				held[holdsCredit] = append(held[holdsCredit], phrase)
			}
		case "link":
			l.links[linkKey(phrase)] = append(l.links[linkKey(phrase)], phrase)
		}
	}
	l.mentions = newFinder(held)
	return l
}

// isLine reports whether a text, whatever its letter case, is what a line of
// clutter says.
func (l *lexicon) isLine(text string) bool {
	return len(text) <= l.longest && l.lines[strings.ToLower(text)]
}

// linkKey is the last byte of a line, the same for either case of a letter.
func linkKey(line string) byte { return line[len(line)-1] | 0x20 }

// opening is a set of the ways in which a line may begin.
type opening uint8

const (
	opensClutter  opening = 1 << iota
	opensSection          // a list, a form or a footer
	opensComments         // a section of readers' comments
	opensCredit
	opensSignOff // the credits that a long paragraph may begin with
)

// openings holds phrases by their first two bytes: a line is compared with the few
// that can match.
type openings [1 << 10][]opener

type opener struct {
	phrase string
	opening
}

func (o *openings) add(phrase string, how opening) {
	head := openingHead(phrase)
	o[head] = append(o[head], opener{phrase, how})
}

// openingHead is a number for the first two bytes of a text of at least two, the same
// in either letter case.
func openingHead(text string) int { return int(text[0]&31)<<5 | int(text[1]&31) }

// match says how the line begins: with which phrases, as whole words. The line is
// in lower case but for its ASCII letters, whose case does not matter.
func (o *openings) match(line string) (found opening) {
	if len(line) < 2 {
		return 0
	}
	for _, p := range o[openingHead(line)] {
		if hasPrefixFold(line, p.phrase) && !beginsInside(line[len(p.phrase):], p.phrase) {
			found |= p.opening
		}
	}
	return found
}

// beginsInside reports whether rest goes on with the word that phrase ends in.
func beginsInside(rest, phrase string) bool {
	return unicode.IsLetter(nextRune(rest)) && unicode.IsLetter(rune(phrase[len(phrase)-1]))
}
