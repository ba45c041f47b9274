package drift

import "strings"

// sounds writes a name so that its transliterations are alike: Qaeda and Qaida,
// Mohammed and Muhamad, Zelensky and Zelenskiy. Letters that stand for each other
// become one; an "a" for an "o" or a first "h" more is another name.
func sounds(name string) string {
	out := make([]byte, 0, len(name))
	for i := range len(name) {
		b := name[i]
		switch b {
		case 'e', 'y':
			b = 'i'
		case 'u', 'w':
			b = 'o'
		case 'q', 'c':
			b = 'k'
		case 'h', '.':
			if i > 0 {
				continue
			}
		}
		if len(out) == 0 || out[len(out)-1] != b {
			out = append(out, b)
		}
	}
	return string(out)
}

// samePart reports whether two parts of names can be one: in another spelling, an
// initial, an abbreviation, or with another ending.
func samePart(a, b string) bool {
	const long = 5 // letters, of which one can be the other's beginning
	begins := strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
	return a == b || sounds(a) == sounds(b) || begins && (min(len(a), len(b)) == 1 || min(len(a), len(b)) >= long) ||
		stem(a, b) >= longStem && alike(a, b) || abbreviates(a, b) || abbreviates(b, a)
}

// abbreviates reports a name's beginning with a stop behind it: "Tex." for "Texas".
func abbreviates(short, name string) bool {
	stem, ok := strings.CutSuffix(short, ".")
	return ok && strings.HasPrefix(name, stem)
}

// isShort reports a first name and its short form: Pat and Patricia.
func isShort(a, b string) bool {
	const least = 3
	return min(len(a), len(b)) >= least && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}

// consonants are what forms of a verb have in common that change their vowels:
// "upheld" and "uphold".
func consonants(word string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("aeiou", r) {
			return -1
		}
		return r
	}, word)
}
