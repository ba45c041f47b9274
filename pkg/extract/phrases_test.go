package extract

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestFinder(t *testing.T) {
	f := newFinder([mentions][]string{holdsPhotoCredit: {"photo:", "/afp", "sign up for our", "à lire aussi"}})
	for _, tt := range []struct {
		line string
		last int
	}{
		{"the pier. photo: coastguard", 10},
		{"photo: one photo: two", 11},
		{"ola nordmann/afp", 13},
		{"Ola Nordmann/AFP", 13},
		{"/afpress", -1},
		{"afp", -1},
		{"the afp said", -1},
		{"a photograph: none", -1},
		{"please sign up for our letter", 7},
		{"sign up for ours", 0}, // phrases are prefixes, as in lexicon.txt
		{"voir à lire aussi", 5},
		{"éphoto: none", -1},
		{"“photo: coastguard”", 3},
		{"a", -1},
		{"", -1},
	} {
		if got := f.find(tt.line)[holdsPhotoCredit]; got != tt.last {
			t.Errorf("%q: last phrase at %d, want %d", tt.line, got, tt.last)
		}
	}
}

// TestFindAll: a phrase is found wherever it stands, whatever begins as it does.
func TestFindAll(t *testing.T) {
	var all phraseGroup
	for _, g := range phrases.mentions.groups {
		all.phrases = append(all.phrases, g.phrases...)
	}
	all.fourth = ^uint32(0)
	rapid.Check(t, func(t *rapid.T) {
		var line strings.Builder
		for range rapid.IntRange(1, 4).Draw(t, "phrases") {
			p := rapid.SampledFrom(all.phrases).Draw(t, "phrase").text
			line.WriteString(rapid.SampledFrom([]string{" ", "/", "(", "a", "é", "“", ""}).Draw(t, "before"))
			line.WriteString(rapid.SampledFrom([]string{p, strings.ToUpper(p), p[:min(3, len(p))], p[:len(p)-1]}).Draw(t, "as"))
		}
		lower := lowerBeyondASCII(line.String())
		want := places{-1, -1, -1}
		for i := range lower {
			if i == 0 || opensWord[lower[i-1]] != 0 && !insideWord(lower, i) {
				phrases.mentions.compare(lower, i, &all, &want)
			}
		}
		if got := phrases.mentions.find(lower); got != want {
			t.Errorf("%v, want %v in %q", got, want, lower)
		}
	})
}
