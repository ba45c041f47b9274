package provenance

import (
	"strings"
	"unicode"
)

// copyrightOwner is the name in a copyright line without its years and formulas,
// empty when there is none: "Herald Network" of "© 1997-2024, Herald Network. All
// rights reserved."
func copyrightOwner(text string) string {
	before, behind := aroundSign(text)
	if name := ownerIn(behind); name != "" {
		return name
	}
	return ownerIn(before) // "Herald Network © 2024"
}

// aroundSign is what stands before the first and behind the last sign or word for
// copyright.
func aroundSign(text string) (before, behind string) {
	start, end := len(text), 0
	for _, sign := range []string{"©", "ⓒ", "(c)", "(C)", "Copyright", "copyright", "COPYRIGHT"} {
		if at := strings.LastIndex(text, sign); at >= 0 {
			start, end = min(start, strings.Index(text, sign)), max(end, at+len(sign))
		}
	}
	return text[:start], text[end:]
}

// ownerIn is the name that a piece of a copyright line begins with, years aside.
func ownerIn(text string) string {
	const longest, longestBytes = 6, 200 // a name has no more words; a text may be long
	text = strings.TrimLeftFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	text = strings.TrimPrefix(strings.TrimPrefix(text, "by "), "the ")
	text = strings.TrimLeftFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	end := len(text)
	for i, r := range text {
		if i > longestBytes || stopsName(text[i:], r) || startsFormula(text[i:]) && (i == 0 || !isNamePart(lastRune(text[:i]))) {
			end = i
			break
		}
	}
	name := strings.TrimFunc(text[:end], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != ')' })
	if isSection(name) || len(strings.Fields(name)) > longest || unicode.IsLower(nextRune(name)) {
		return ""
	}
	return name
}

// stopsName reports that no name of an owner goes on here.
func stopsName(rest string, r rune) bool {
	switch r {
	case ',', ';', '|', '•', '·', '।', '。', '»', '”', '(':
		return true
	case '.': // "Inc.", but not "24.example"
		return len(rest) == 1 || rest[1] == ' '
	case ' ':
		for _, dash := range []string{" - ", " – ", " — ", " via "} {
			if strings.HasPrefix(rest, dash) {
				return true
			}
		}
	}
	return false
}

// startsFormula reports that a text begins with words on rights.
func startsFormula(text string) bool {
	for _, formula := range outletWords.rights {
		if len(text) >= len(formula) && strings.EqualFold(text[:len(formula)], formula) {
			return true
		}
	}
	return false
}
