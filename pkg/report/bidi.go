package report

import "strings"

// Text that is written from right to left pulls the numbers and signs beside it along,
// and joins with such text in the next column of a table: "وكالة المنارة  2 Jul" is
// shown as "2  وكالة المنارة Jul". Isolates (UAX 9) keep names, cells and lines of text
// apart. They have no width and are for terminals alone: a pager shows them as
// "<U+2068>", and who looks for a name in a file finds it without them.
const (
	firstStrong = '\u2068' // what follows has the direction of its first letter …
	popIsolate  = '\u2069' // … up to here
)

// isolate keeps a name apart from the words of the sentence that it stands in.
func isolate(text string) string {
	if !rightToLeft(text) {
		return text
	}
	return string(firstStrong) + text + string(popIsolate)
}

// withoutIsolates is text without their marks.
func withoutIsolates(text string) string {
	return strings.Map(func(r rune) rune {
		if r == firstStrong || r == popIsolate {
			return -1
		}
		return r
	}, text)
}

func withoutMarks(l line) line {
	out := make(line, len(l))
	for i, p := range l {
		out[i] = piece{withoutIsolates(p.text), p.style}
	}
	return out
}

// isolated keeps a line, or a part of one that is read by itself, apart from what
// stands beside it, without spaces at its end. Isolates that were cut off or broken between two lines are mended.
func isolated(l line) line {
	l = trimEnd(l, " "+string(firstStrong)+string(popIsolate)) // what ends here is closed below
	opened, lost, found := 0, 0, false
	for _, p := range l {
		found = found || rightToLeft(p.text)
		for _, r := range p.text {
			switch {
			case r == firstStrong:
				opened++
			case r == popIsolate && opened > 0:
				opened--
			case r == popIsolate:
				lost++
			}
		}
	}
	if !found {
		return withoutMarks(l)
	}
	out := line{{strings.Repeat(string(firstStrong), 1+lost), plain}}
	return append(append(out, l...), piece{strings.Repeat(string(popIsolate), 1+opened), plain})
}

// rightToLeft reports whether text holds a character of the blocks that Unicode sets
// aside for scripts that are written from right to left.
func rightToLeft(text string) bool {
	for _, r := range text {
		switch {
		case r < 0x590:
		case r <= 0x8ff, 0xfb1d <= r && r <= 0xfdff, 0xfe70 <= r && r <= 0xfeff,
			0x10800 <= r && r <= 0x10fff, 0x1e800 <= r && r <= 0x1efff:
			return true
		}
	}
	return false
}
