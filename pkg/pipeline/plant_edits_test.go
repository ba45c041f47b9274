package pipeline

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// part is a paragraph of an outlet's story: those of a wire that it was made of,
// or none. What stands behind it in the story is in end.
type part struct {
	wire, paragraph int // wire -1 for the outlet's own words
	text, end       string
}

// edit makes an outlet's version of a wire.
type edit struct {
	name string
	make func(g *garden, parts []part) []part
}

// edits are the kinds of versions with their strengths.
func edits() []edit {
	list := []edit{{"verbatim", steps()}}
	for _, percent := range []int{5, 10, 20, 30} {
		list = append(list, edit{fmt.Sprintf("words replaced, %d %%", percent), reworded(percent, replaceWord)})
	}
	for _, percent := range []int{5, 10, 20} {
		list = append(list, edit{fmt.Sprintf("words added, %d %%", percent), reworded(percent, addWord)})
	}
	for _, percent := range []int{5, 10, 20} {
		list = append(list, edit{fmt.Sprintf("words left out, %d %%", percent), reworded(percent, dropWord)})
	}
	for _, percent := range []int{5, 10, 20, 30} {
		list = append(list, edit{fmt.Sprintf("edited, %d %%", percent), edited(percent)})
	}
	for _, paragraphs := range []int{5, 3, 1} {
		list = append(list, edit{fmt.Sprintf("abridged to %d", paragraphs), abridged(paragraphs)})
	}
	list = append(list,
		edit{"moved", moved},
		edit{"merged, all", merged(100)},
		edit{"merged, two by two", merged(2)},
		edit{"split at sentences", split},
		edit{"other typography", typeset},
		edit{"hyphens at line ends", wrapped},
	)
	for _, percent := range []int{2, 5, 10, 15} {
		list = append(list, edit{fmt.Sprintf("OCR confusions, %d %%", percent), misread(percent, confuse)})
	}
	for _, percent := range []int{2, 5, 10, 15} {
		list = append(list, edit{fmt.Sprintf("OCR any letter, %d %%", percent), misread(percent, anyLetter)})
	}
	return append(list,
		edit{"own lead", steps(ownLead)},
		edit{"own paragraphs throughout", steps(ownThroughout)},
		edit{"two wires", steps(abridged(4), secondWire)},
		edit{"to 3, edited 10 %, own lead", steps(abridged(3), edited(10), ownLead)},
		edit{"to 1, own throughout", steps(abridged(1), ownThroughout)},
		edit{"to 1, edited 10 %, own throughout", steps(abridged(1), edited(10), ownThroughout)},
		edit{"moved, edited 10 %, own throughout", steps(moved, edited(10), ownThroughout)},
		edit{"edited 10 %, merged two by two", steps(edited(10), merged(2))},
		edit{"edited 10 %, split", steps(edited(10), split)},
		edit{"to 5, OCR confusions 5 %, wrapped", steps(abridged(5), misread(5, confuse), wrapped)},
	)
}

// steps makes one edit after the other.
func steps(edits ...func(*garden, []part) []part) func(*garden, []part) []part {
	return func(g *garden, parts []part) []part {
		for _, e := range edits {
			parts = e(g, parts)
		}
		return parts
	}
}

// eachText changes the text of each part.
func eachText(parts []part, change func(string) string) []part {
	for i := range parts {
		parts[i].text = change(parts[i].text)
	}
	return parts
}

// reworded changes percent of the words; the punctuation around them stays.
func reworded(percent int, change func(g *garden, word string) string) func(*garden, []part) []part {
	return func(g *garden, parts []part) []part {
		return eachText(parts, func(text string) string {
			words := strings.Fields(text)
			for i, w := range words {
				if g.rand.IntN(100) < percent {
					bare := strings.TrimFunc(w, unicode.IsPunct)
					words[i] = strings.Replace(w, bare, change(g, bare), 1)
				}
			}
			return closeUp.Replace(strings.Join(strings.Fields(strings.Join(words, " ")), " "))
		})
	}
}

// closeUp closes up what words that were left out leave behind.
var closeUp = strings.NewReplacer(" ,", ",", " .", ".", "“ ", "“")

func replaceWord(g *garden, _ string) string { return g.word() }

func addWord(g *garden, word string) string { return g.word() + " " + word }

func dropWord(*garden, string) string { return "" }

// edited replaces, adds or leaves out words, one as often as the other.
func edited(percent int) func(*garden, []part) []part {
	return reworded(percent, func(g *garden, word string) string {
		return []func(*garden, string) string{replaceWord, addWord, dropWord}[g.rand.IntN(3)](g, word)
	})
}

// abridged cuts from the bottom.
func abridged(paragraphs int) func(*garden, []part) []part {
	return func(_ *garden, parts []part) []part { return parts[:min(paragraphs, len(parts))] }
}

func moved(g *garden, parts []part) []part {
	g.rand.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
	return parts
}

// merged makes one paragraph of each n.
func merged(n int) func(*garden, []part) []part {
	return func(_ *garden, parts []part) []part {
		for i := range parts {
			if i%n != n-1 {
				parts[i].end = " "
			}
		}
		return parts
	}
}

// split makes a paragraph of each sentence.
func split(_ *garden, parts []part) []part {
	return eachText(parts, func(text string) string {
		return strings.NewReplacer(". ", ".\n\n").Replace(text)
	})
}

// typeset writes other quotation marks and dashes, and some words in capitals.
func typeset(g *garden, parts []part) []part {
	return eachText(parts, func(text string) string {
		words := strings.Fields(strings.NewReplacer("“", `"`, "”", `"`, ",", " –").Replace(text))
		for i := range words {
			if g.oneIn(15) {
				words[i] = strings.ToUpper(words[i])
			}
		}
		return strings.Join(words, " ")
	})
}

// wrapped breaks lines at 60 columns, words with a hyphen.
func wrapped(_ *garden, parts []part) []part {
	return eachText(parts, func(text string) string {
		var out strings.Builder
		column := 0
		letters := []rune(text)
		for i, r := range letters {
			inWord := i > 1 && i+3 < len(letters) && !slices.ContainsFunc(letters[i-2:i+3], func(r rune) bool { return !unicode.IsLower(r) })
			switch column++; {
			case column > 58 && r == ' ':
				out.WriteByte('\n')
				column = 0
			case column > 58 && inWord:
				out.WriteString(string(r) + "-\n")
				column = 0
			default:
				out.WriteRune(r)
			}
		}
		return out.String()
	})
}

func (g *garden) own() part { return part{wire: -1, text: g.paragraph(g.topic()), end: "\n\n"} }

func ownLead(g *garden, parts []part) []part { return append([]part{g.own(), g.own()}, parts...) }

// ownThroughout puts own paragraphs at the top, the bottom and some places between.
func ownThroughout(g *garden, parts []part) []part {
	all := []part{g.own()}
	for _, p := range parts {
		all = append(all, p)
		if g.oneIn(3) {
			all = append(all, g.own())
		}
	}
	return append(all, g.own())
}

// secondWire adds as much of another wire.
func secondWire(g *garden, parts []part) []part {
	other := (parts[0].wire + 1 + g.rand.IntN(len(g.wires)-1)) % len(g.wires)
	return append(parts, g.partsOf(other)[:len(parts)]...)
}
