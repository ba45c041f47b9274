package extract

import "testing"

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
