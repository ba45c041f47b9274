package extract

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// drawLine draws a line with signs in it that rules look for.
func drawLine(t *rapid.T) string {
	pieces := []string{
		"PORT ELLEN", "Port Ellen", "a ferry", " ", " ", ", ", "July 19", "19 juillet", "(Reuters)", "/ТАСС/", "РИА Новости. А", "7月19日电", "新华社北京",
		" - ", " – ", "—", "--", ":", ".-", " | ", " · ", " • ", " » ", " > ", " / ", "|", "“", "”", "’", "…", "7", "٣", "۳", "३", "৩", "๓", "３", "é", "Ж", "\u00a0",
	}
	line := rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 12).Draw(t, "line")
	return strings.Join(line, "") + rapid.StringN(0, 3, -1).Draw(t, "rest")
}

// TestSignsRuleOut: a rule that the signs of a line rule out does not hold for it.
func TestSignsRuleOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := drawLine(t)
		all := signsOf(line)
		if all&figure == 0 && holdsDigit(line) {
			t.Errorf("no figure in %q", line)
		}
		if got, want := isMenu(line, all), isMenu(line, ^signs(0)); got != want {
			t.Errorf("menu %t, want %t: %q", got, want, line)
		}
		if all&beyond == 0 && lowerBeyondASCII(line) != line {
			t.Errorf("nothing beyond ASCII in %q", line)
		}
		r := lineReader{text: line}
		if d, ok := r.dateline(); ok && all&closesDateline == 0 {
			t.Errorf("dateline %+v without a sign: %q", d, line)
		}
	})
}

// TestOpeningsMatch: no phrase that a line begins with is missed.
func TestOpeningsMatch(t *testing.T) {
	var all []opener
	for _, group := range phrases.openings {
		all = append(all, group...)
	}
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.SampledFrom(all).Draw(t, "phrase").phrase + drawLine(t)
		line = rapid.SampledFrom([]string{line, strings.ToUpper(line), line[:1], line[1:]}).Draw(t, "as")
		lower := lowerBeyondASCII(line)
		var want opening
		for _, p := range all {
			if hasPrefixFold(lower, p.phrase) && !beginsInside(lower[len(p.phrase):], p.phrase) {
				want |= p.opening
			}
		}
		if got := phrases.openings.match(lower); got != want {
			t.Errorf("%b, want %b for %q", got, want, line)
		}
	})
}
