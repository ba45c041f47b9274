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
	begins   prefixes
	sections prefixes
	comments prefixes // sections of readers' comments
	credits  prefixes
	signOffs prefixes // the credits that a long paragraph may begin with
	holds    finder
	named    finder // the credits that may also stand inside a line
	links    []string
}

func readLexicon(file string) lexicon {
	l := lexicon{lines: map[string]bool{}, begins: prefixes{}, sections: prefixes{}, comments: prefixes{}, credits: prefixes{}, signOffs: prefixes{}}
	var holds, named []string
	for line := range strings.Lines(file) {
		how, phrase, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || how == "#" {
			continue
		}
		switch how {
		case "line":
			l.lines[phrase] = true
		case "begins":
			l.begins.add(phrase)
		case "section":
			l.sections.add(phrase)
		case "holds":
			holds = append(holds, phrase)
		case "comments":
			l.comments.add(phrase)
		case "credit":
			l.credits.add(phrase)
			if strings.Contains(phrase, "reporting") {
				l.signOffs.add(phrase)
			}
			if strings.Count(phrase, " ") >= 2 {
				named = append(named, phrase)
			}
		case "link":
			l.links = append(l.links, phrase)
		}
	}
	l.holds, l.named = newFinder(holds), newFinder(named)
	return l
}

// prefixes holds phrases by their first byte: a line is compared with the few
// that can match.
type prefixes map[byte][]string

func (p prefixes) add(phrase string) { p[phrase[0]] = append(p[phrase[0]], phrase) }

// match reports whether the line begins with a phrase, as whole words.
func (p prefixes) match(line string) bool {
	if line == "" {
		return false
	}
	for _, phrase := range p[line[0]] {
		if rest, ok := strings.CutPrefix(line, phrase); ok && !beginsInside(rest, phrase) {
			return true
		}
	}
	return false
}

// beginsInside reports whether rest goes on with the word that phrase ends in.
func beginsInside(rest, phrase string) bool {
	return unicode.IsLetter(nextRune(rest)) && unicode.IsLetter(rune(phrase[len(phrase)-1]))
}
