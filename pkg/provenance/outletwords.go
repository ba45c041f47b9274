package provenance

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
)

//go:embed outletwords.txt
var outletWordsFile string

// outletWords is what outletwords.txt says.
var outletWords = readOutletWords(outletWordsFile)

type outletWordLists struct {
	paper, section, bare, small map[string]bool
	endings, rights             []string
}

func readOutletWords(file string) *outletWordLists {
	l := &outletWordLists{paper: map[string]bool{}, section: map[string]bool{}, bare: map[string]bool{}, small: map[string]bool{}}
	for line := range strings.Lines(file) {
		kind, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		words := strings.Fields(rest)
		switch kind {
		case "ending":
			l.endings = append(l.endings, words...)
		case "rights":
			l.rights = append(l.rights, strings.Split(rest, ", ")...)
		case "paper", "section", "bare", "small":
			list := map[string]map[string]bool{"paper": l.paper, "section": l.section, "bare": l.bare, "small": l.small}[kind]
			for _, w := range words {
				list[w] = true
			}
		}
	}
	return l
}

// isPaper reports a name that only an outlet has: "The Alder Courier",
// "Hafenzeitung", "NewsHarbor".
func isPaper(name string) bool {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return unicode.IsSpace(r) || r == '\'' || r == '’' })
	switch {
	case len(words) == 0 || isSection(name), len(words) == 1 && outletWords.bare[words[0]]:
		return false
	case slices.ContainsFunc(words, func(w string) bool { return outletWords.paper[w] }):
		return true
	case len(words) == 1 && hasJoint(name):
		return true
	}
	last := words[len(words)-1]
	return slices.ContainsFunc(outletWords.endings, func(ending string) bool { return len(last) > len(ending) && strings.HasSuffix(last, ending) })
}

// hasJoint reports a word put together of two with capitals: "NewsHarbor".
func hasJoint(word string) bool {
	before := ' '
	for _, r := range word {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			return true
		}
		before = r
	}
	return false
}

// isSection reports the name of a section of an outlet, or of a button.
func isSection(name string) bool {
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if !outletWords.section[w] {
			return false
		}
	}
	return true
}

// isCommonWord reports a word in small letters that does not stand in names.
func isCommonWord(word string) bool {
	return unicode.IsLower(nextRune(word)) && !outletWords.small[word] && !startsElided(word)
}

// startsElided reports an article that is written together with a name: "d'Argent".
func startsElided(word string) bool {
	at := strings.IndexAny(word, "'’")
	return at > 0 && outletWords.small[word[:at]]
}
