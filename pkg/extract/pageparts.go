package extract

import (
	_ "embed"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

//go:embed pageparts.txt
var pagePartsFile string

// pageParts are the names that elements have which are no part of a story, by
// their first word.
var pageParts = readPageParts(pagePartsFile)

func readPageParts(file string) map[string][]string {
	parts := map[string][]string{}
	for line := range strings.Lines(file) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		first, _, _ := strings.Cut(line, " ")
		parts[first] = append(parts[first], line)
	}
	return parts
}

// isPart reports an element that is named for a part of a page that is not the
// story.
func isPart(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Aside, atom.Footer:
		return true
	}
	for _, a := range n.Attr {
		if (a.Key == "class" || a.Key == "id") && namesPart(a.Val) {
			return true
		}
	}
	return false
}

// namesPart reports whether one of the names in an attribute is that of a part.
func namesPart(names string) bool {
	for name := range strings.FieldsSeq(names) {
		words := nameWords(name)
		if len(words) == 0 || saysState(words) {
			continue
		}
		for i, word := range words {
			for _, part := range pageParts[word] {
				if part == word || strings.HasPrefix(strings.Join(words[i:], " ")+" ", part+" ") {
					return true
				}
			}
		}
	}
	return false
}

// nameWords are the words of "post-meta", "post_meta" or "postMeta", in lower
// case.
func nameWords(name string) []string {
	var words []string
	var word strings.Builder
	end := func() {
		if word.Len() > 0 {
			words = append(words, word.String())
			word.Reset()
		}
	}
	small := false
	for _, r := range name {
		if !unicode.IsLetter(r) {
			end()
		} else {
			if unicode.IsUpper(r) && small {
				end()
			}
			word.WriteRune(unicode.ToLower(r))
		}
		small = unicode.IsLower(r)
	}
	end()
	return words
}

// saysState tells "has-sidebar" and "comments-closed", which say something of an
// element, from what says what it is.
func saysState(words []string) bool {
	switch words[0] {
	case "has", "no", "with", "without", "is", "not", "js", "hide", "show":
		return true
	}
	switch words[len(words)-1] {
	case "open", "closed", "enabled", "disabled", "on", "off":
		return true
	}
	return false
}
