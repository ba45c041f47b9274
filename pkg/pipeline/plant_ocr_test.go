package pipeline

import (
	"strings"
	"unicode"
)

// misread puts wrong letters for percent of the characters.
func misread(percent int, wrong func(g *garden, rest string) (string, int)) func(*garden, []part) []part {
	return func(g *garden, parts []part) []part {
		return eachText(parts, func(text string) string {
			var out strings.Builder
			for i := 0; i < len(text); {
				as, read := text[i:i+1], 1
				if c := rune(text[i]); (unicode.IsLetter(c) || unicode.IsDigit(c)) && c < unicode.MaxASCII && g.rand.IntN(100) < percent {
					as, read = wrong(g, text[i:])
				}
				out.WriteString(as)
				i += read
			}
			return out.String()
		})
	}
}

// confusions are shapes that scanners take for each other.
var confusions = map[string][]string{
	"a": {"o", "s"}, "b": {"h"}, "c": {"e", "o"}, "d": {"cl"}, "e": {"c", "o"}, "f": {"t"}, "g": {"q", "9"}, "h": {"b", "li"},
	"i": {"l", "1"}, "j": {"i"}, "k": {"lc"}, "l": {"1", "i"}, "m": {"rn", "nn"}, "n": {"u", "ri"}, "o": {"0", "c"}, "p": {"n"},
	"q": {"g"}, "r": {"t"}, "s": {"5", "a"}, "t": {"f", "r"}, "u": {"n", "ii"}, "v": {"y"}, "w": {"vv"}, "y": {"v"}, "z": {"2"},
	"rn": {"m"}, "cl": {"d"}, "li": {"h"}, "nn": {"m"}, "ri": {"n"},
	"B": {"8"}, "C": {"G"}, "D": {"O"}, "E": {"F"}, "G": {"C", "6"}, "H": {"I1"}, "I": {"l"}, "O": {"0"}, "S": {"5"}, "T": {"I"}, "W": {"VV"},
	"0": {"O"}, "1": {"l"}, "2": {"z"}, "3": {"8"}, "5": {"S"}, "6": {"G"}, "8": {"B"}, "9": {"g"},
}

// confuse takes the letter, or two, that rest begins with for another. What looks
// like nothing else becomes any letter.
func confuse(g *garden, rest string) (as string, read int) {
	for _, n := range []int{2, 1} {
		seen := rest[:min(n, len(rest))]
		if as := confusions[seen]; len(as) > 0 {
			return as[g.rand.IntN(len(as))], len(seen)
		}
	}
	return anyLetter(g, rest)
}

func anyLetter(g *garden, _ string) (as string, read int) {
	const letters = "bcehilnorstu"
	at := g.rand.IntN(len(letters))
	return letters[at : at+1], 1
}
