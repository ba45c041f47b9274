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
		{"PORT ELLEN, March 4, 2024 /PRNewswire/ -- A ferry burned.", "PORT ELLEN", "PRNewswire", "2024-03-04"},
		{"(Xinhua) -- PORT ELLEN, March 4, 2024 -- A ferry burned.", "PORT ELLEN", "Xinhua", "2024-03-04"},
		{"(ANSA) - PORTO ELENA, 04 MAR - Un traghetto", "PORTO ELENA", "ANSA", "XXXX-03-04"},
		{"Puerto Elena, 4 mar (EFE).- Un transbordador", "Puerto Elena", "EFE", "XXXX-03-04"},
		{"RIO DE JANEIRO, March 4 - A ferry burned.", "RIO DE JANEIRO", "", "XXXX-03-04"},
		{"ПОРТ-ЭЛЛЕН, 4 марта. /ТАСС/. Паром сгорел.", "ПОРТ-ЭЛЛЕН", "ТАСС", "XXXX-03-04"},
		{"ПОРТ-ЭЛЛЕН, 4 мар - РИА Новости. Паром сгорел.", "ПОРТ-ЭЛЛЕН", "РИА Новости", "XXXX-03-04"},
		{"新华社北京3月4日电（记者 林海）一艘渡轮", "北京", "新华社", "XXXX-03-04"},

		{"(Sounds of sirens) A ferry burned.", "", "", ""},
		{"CORRECTED – Ferry fire off Varland killed 15", "", "", ""},
		{"A ferry burned in Port Ellen (Scotland) - and sank.", "", "", ""},
		{"WORLD: The alliance joined the union", "", "", ""},
		{"Blinken said on July 19 - the day after - that", "", "", ""},
		{"The Bank (of Varland) said", "", "", ""},
		{"GROSS: So how did they do it?", "", "", ""},
		{"By October 1 -- the start of the fiscal year - it must be passed.", "", "", ""},
		{"Editor’s Note (5/27/20): Because of the weather the launch", "", "", ""},
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
