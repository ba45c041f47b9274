package drift

import "testing"

// FuzzCompare compares any two texts: a text has no drift against itself, and spans
// are within the texts.
func FuzzCompare(f *testing.F) {
	f.Add("Twelve people died on Monday, said Moen.", "Fifteen people died on Tuesday, Moen said.", "en")
	f.Add("a half million", "a a half", "en")
	f.Add("Einundzwanzig Menschen, 18 Uhr", "21 Menschen um 18.30 Uhr", "de")
	f.Add("près de la moitié, 18h30", "un tiers, 19h", "fr")
	f.Add("$5m (£4m)\xff", "１２ km/h 12/31/2031", "xx")
	f.Fuzz(func(t *testing.T, x, y, lang string) {
		a, b := Wording{Text: x, Lang: lang}, Wording{Text: y, Lang: lang}
		source := NewSource(a)
		if same := source.Compare(a); len(same) > 0 {
			t.Errorf("drift of a text against itself: %v", same)
		}
		for _, d := range source.Compare(b) {
			if d.From.Len() <= 0 || d.To.Len() <= 0 || d.From.End > len(x) || d.To.End > len(y) || d.From.Start < 0 || d.To.Start < 0 {
				t.Errorf("span beyond the text: %+v", d)
			}
		}
	})
}
