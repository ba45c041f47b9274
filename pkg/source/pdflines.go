package source

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pdfLine is a line of a page. Places and sizes are in points, y grows upwards.
type pdfLine struct {
	text string
	x, y float64 // of its beginning
	size float64 // of its letters
}

// ligatures are letters that are drawn as one: words must not differ by them.
var ligatures = strings.NewReplacer("\ufb00", "ff", "\ufb01", "fi", "\ufb02", "fl", "\ufb03", "ffi", "\ufb04", "ffl", "\ufb05", "st", "\ufb06", "st")

// pdfLines puts runs of letters together to lines, in the order in which the page
// writes them: that is the order of reading, column by column, where a sorted page
// would read across columns. Spaces that are only gaps are written.
func pdfLines(runs []pdfRun) []pdfLine {
	var lines []pdfLine
	var text strings.Builder
	var line pdfLine
	end := 0.0 // of the run before
	flush := func() {
		if line.text = strings.Join(strings.Fields(text.String()), " "); line.text != "" {
			lines = append(lines, line)
		}
		text.Reset()
	}
	for _, r := range runs {
		size := max(r.size, 1)
		gap := r.along - end
		if text.Len() == 0 || math.Abs(r.across-line.y) > 0.5*size || gap < -2*size || gap > 5*size {
			flush()
			line = pdfLine{x: r.along, y: r.across, size: size}
		} else if gap > 0.2*size {
			text.WriteByte(' ')
		}
		text.WriteString(ligatures.Replace(r.text))
		end = r.end
	}
	flush()
	return lines
}

// joinLines joins lines to paragraphs, which begin behind a gap, with an indent or
// in letters of another size. A word that was divided at a line's end is joined.
func joinLines(lines []pdfLine) string {
	pitch := usualPitch(lines)
	var text []byte
	for i, l := range lines {
		first, _ := utf8.DecodeRuneInString(l.text)
		switch {
		case i == 0:
		case beginsParagraph(lines[i-1], l, pitch):
			text = append(text, "\n\n"...)
		case text[len(text)-1] == '-' && unicode.IsLower(first):
			text = text[:len(text)-1]
		default:
			text = append(text, ' ')
		}
		text = append(text, l.text...)
	}
	return string(text)
}

// beginsParagraph reports whether a line begins a paragraph.
func beginsParagraph(before, l pdfLine, pitch float64) bool {
	drop := before.y - l.y
	switch {
	case math.Abs(l.size-before.size) > 0.15*before.size:
		return true
	case drop <= 0 || drop > 10*pitch: // another column or page
		first, _ := utf8.DecodeRuneInString(l.text)
		return !unicode.IsLower(first)
	case drop > 1.4*pitch:
		return true
	default:
		return l.x > before.x+0.7*l.size && l.x < before.x+5*l.size
	}
}

// usualPitch is the distance of lines in a paragraph, the lower quartile of all: there
// may be more paragraphs than lines in them.
func usualPitch(lines []pdfLine) float64 {
	var drops []float64
	for i := 1; i < len(lines); i++ {
		if drop := lines[i-1].y - lines[i].y; drop > 0.5*lines[i].size && drop < 4*lines[i].size {
			drops = append(drops, drop)
		}
	}
	if len(drops) == 0 {
		return math.Inf(1)
	}
	slices.Sort(drops)
	return drops[len(drops)/4]
}
