package extract

import (
	"testing"

	"github.com/wireprint/wireprint/pkg/news"
)

func TestFindDateline(t *testing.T) {
	for _, tt := range []struct{ text, place, agency, date string }{
		{"PORT ELLEN, March 4 (Reuters) - A ferry burned.", "PORT ELLEN", "Reuters", "XXXX-03-04"},
		{"PORT ELLEN (AP) — A ferry burned.", "PORT ELLEN", "AP", ""},
		{"PORT ELLEN, Scotland (AP) - A ferry burned.", "PORT ELLEN, Scotland", "AP", ""},
		{"VARLAND CITY (Newsy News / Sputnik - 19th July, 2021) The ministry said", "VARLAND CITY", "Newsy News / Sputnik - 19th July, 2021", "2021-07-19"},
		{"Paris, 4 mars 2024 (AFP) - Un bateau a brûlé.", "Paris", "AFP", "2024-03-04"},
		{"DHARAMSALA, 20 July: The ministry said", "DHARAMSALA", "", "XXXX-07-20"},
		{"NEW YORK — A bank said", "NEW YORK", "", ""},
		{"WASHINGTON, D.C. - A bank said", "WASHINGTON, D.C.", "", ""},
		{"(Reuters) - A bank said", "", "Reuters", ""},
		{"(CNN) - A bank said", "", "CNN", ""},
		{"Berlin (dpa) - Eine Bank", "Berlin", "dpa", ""},
		{"HOUSTON, Feb 26 - A bank said", "HOUSTON", "", "XXXX-02-26"},

		{"Santa Olaya (Costara), Sept 17, 2024 (AFP) - Authorities said", "Santa Olaya (Costara)", "AFP", "2024-09-17"},

		{"(Reuters) A ferry burned.", "", "Reuters", ""},

		{"(Sounds of sirens) A ferry burned.", "", "", ""},
		{"CORRECTED – Ferry fire off Varland killed 15", "", "", ""},
		{"A ferry burned in Port Ellen (Scotland) - and sank.", "", "", ""},
		{"WORLD: The alliance joined the union", "", "", ""},
		{"Blinken said on July 19 - the day after - that", "", "", ""},
		{"The Bank (of Varland) said", "", "", ""},
		{"GROSS: So how did they do it?", "", "", ""},
		{"PORT ELLEN", "", "", ""},
		{"", "", "", ""},
	} {
		d, ok := findDateline(tt.text, news.Span{End: len(tt.text)})
		if ok != (tt.place+tt.agency != "") {
			t.Errorf("%q: found %v (%+v)", tt.text, ok, d)
			continue
		}
		if ok && (d.Place != tt.place || d.Agency != tt.agency || d.Time.String() != tt.date) {
			t.Errorf("%q: place %q, agency %q, date %q; want %q, %q, %q", tt.text, d.Place, d.Agency, d.Time, tt.place, tt.agency, tt.date)
		}
	}
}
