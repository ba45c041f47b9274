package provenance

import (
	"testing"
	"time"

	"github.com/wireprint/wireprint/pkg/news"
)

// told is an article as far as its relation to another goes.
type told struct {
	outlet, agencies, title, text string // agencies by their first letters: R, A, F; lower case for a picture's
	day, hour                     int    // of March 2031; hour 0 for a day alone, day 0 for no time
}

func (t told) article() news.Article {
	a := news.Article{Outlet: news.Attribution{Name: t.outlet}, Title: t.title, Text: t.text}
	for _, letter := range t.agencies {
		name, kind := map[rune]string{'R': "Reuters", 'A': "AP", 'F': "AFP", 'r': "Reuters"}[letter], news.CreditText
		if letter == 'r' {
			kind = news.CreditPhoto
		}
		a.Credits = append(a.Credits, news.Credit{Agency: name, Kind: kind})
	}
	switch {
	case t.hour > 0:
		a.Time = news.TimeOf(time.Date(2031, 3, t.day, t.hour, 0, 0, 0, time.UTC))
	case t.day > 0:
		a.Time = news.Time{Year: 2031, Month: 3, Day: t.day}
	}
	return a
}

// TestRelations holds what a reporter would say of two articles that give a fact
// differently, judged before the rules were written. first is the earlier one.
func TestRelations(t *testing.T) {
	const ferry, again = "Ferry sinks off Lund", "Ferry toll rises off Lund"
	for _, c := range []struct {
		name  string
		a, b  told
		want  news.DriftRelation
		first int
	}{
		{"one outlet, later", told{outlet: "Gazette", day: 3, hour: 8}, told{outlet: "Gazette", day: 3, hour: 9}, news.RelationUpdate, 0},
		{"one outlet, earlier", told{outlet: "Gazette", day: 3, hour: 9}, told{outlet: "Gazette", day: 3, hour: 8}, news.RelationUpdate, 1},
		{"one outlet, a note at the end", told{outlet: "Gazette", day: 3, hour: 8},
			told{outlet: "Gazette", day: 4, text: "Words.\n\nCorrection: An earlier version of this story gave the wrong toll."}, news.RelationCorrection, 0},
		{"one outlet, no times, one corrects", told{outlet: "Gazette", title: "CORRECTED: " + ferry}, told{outlet: "Gazette", title: ferry}, news.RelationCorrection, 1},
		{"one outlet, one day, one corrects", told{outlet: "Gazette", title: ferry, day: 3}, told{outlet: "Gazette", title: "CORRECTED - " + ferry, day: 3}, news.RelationCorrection, 0},
		{"one outlet, no times, an update", told{outlet: "Gazette", title: ferry}, told{outlet: "Gazette", title: "UPDATE 1-" + ferry}, news.RelationUpdate, 0},
		{"one outlet, no times, the second update", told{outlet: "Gazette", title: "UPDATE 2-" + ferry}, told{outlet: "Gazette", title: "UPDATE 1-" + ferry}, news.RelationUpdate, 1},
		{"one outlet, one day, no word", told{outlet: "Gazette", title: ferry, day: 3}, told{outlet: "Gazette", title: again, day: 3}, news.RelationUnknown, 0},
		{"one outlet, no times, no word", told{outlet: "Gazette", title: ferry}, told{outlet: "Gazette", title: again}, news.RelationUnknown, 0},
		{"one agency, updated to correct", told{outlet: "AP News", agencies: "A", day: 3, hour: 8},
			told{outlet: "Courier", agencies: "A", text: "Words.\n\nThis story was first published on March 3. It was updated on March 4, 2031, to correct the toll.", day: 4}, news.RelationCorrection, 0},
		{"one outlet, Berichtigung", told{outlet: "Bote", day: 3, hour: 8}, told{outlet: "Bote", text: "Berichtigung: Es waren zwölf.", day: 3, hour: 9}, news.RelationCorrection, 0},
		{"two outlets, no agency", told{outlet: "Gazette", day: 3, hour: 8}, told{outlet: "Courier", day: 3, hour: 9}, news.RelationDrift, 0},
		{"two outlets, no agency, one corrects itself", told{outlet: "Gazette", day: 3, hour: 8},
			told{outlet: "Courier", title: "CORRECTED: " + ferry, day: 3, hour: 9}, news.RelationDrift, 0},
		{"two outlets, one agency, no word", told{outlet: "Gazette", agencies: "R", day: 3, hour: 8}, told{outlet: "Courier", agencies: "R", day: 3, hour: 9}, news.RelationDrift, 0},
		{"two outlets, one agency, its update", told{outlet: "Gazette", agencies: "R", title: ferry, day: 3, hour: 8},
			told{outlet: "Courier", agencies: "R", title: "UPDATE 2-" + ferry, day: 3, hour: 9}, news.RelationUpdate, 0},
		{"two outlets, one agency, it adds", told{outlet: "Gazette", agencies: "R", day: 3, hour: 8},
			told{outlet: "Courier", agencies: "R", text: "LUND, March 3 (Reuters) - (Updates toll, adds quotes) Twelve people", day: 3, hour: 9}, news.RelationUpdate, 0},
		{"two outlets, one agency, it corrects", told{outlet: "Gazette", agencies: "A", day: 3, hour: 8},
			told{outlet: "Courier", agencies: "A", text: "(Corrects name in paragraph 3)\n\nLUND (AP)", day: 3, hour: 9}, news.RelationCorrection, 0},
		{"two outlets, one agency, two updates", told{outlet: "Gazette", agencies: "R", title: "UPDATE 1-" + ferry, day: 3},
			told{outlet: "Courier", agencies: "R", title: "UPDATE 3-" + ferry, day: 3}, news.RelationUpdate, 0},
		{"two outlets, one agency, the same update", told{outlet: "Gazette", agencies: "R", title: "UPDATE 1-" + ferry, day: 3, hour: 8},
			told{outlet: "Courier", agencies: "R", title: "UPDATE 1-" + ferry, day: 3, hour: 9}, news.RelationDrift, 0},
		{"two outlets, one agency, the update printed first", told{outlet: "Gazette", agencies: "R", title: "UPDATE 1-" + ferry, day: 3, hour: 8},
			told{outlet: "Courier", agencies: "R", title: ferry, day: 3, hour: 9}, news.RelationUpdate, 1},
		{"two outlets, one agency, a lead", told{outlet: "Gazette", agencies: "A", title: ferry, day: 3, hour: 8},
			told{outlet: "Courier", agencies: "A", title: ferry, text: "AP-Lund Ferry, 2nd Ld-Writethru\n\nLUND (AP)", day: 3, hour: 12}, news.RelationUpdate, 0},
		{"two outlets, two agencies, an update", told{outlet: "Gazette", agencies: "A", day: 3, hour: 8},
			told{outlet: "Courier", agencies: "R", title: "UPDATE 1-" + ferry, day: 3, hour: 9}, news.RelationDrift, 0},
		{"two outlets, one of two agencies, an update", told{outlet: "Gazette", agencies: "R", day: 3, hour: 8},
			told{outlet: "Courier", agencies: "RA", title: "UPDATE 1-" + ferry, day: 3, hour: 9}, news.RelationDrift, 0},
		{"two outlets, one agency's pictures", told{outlet: "Gazette", agencies: "r", day: 3, hour: 8},
			told{outlet: "Courier", agencies: "r", title: "UPDATE 1-" + ferry, day: 3, hour: 9}, news.RelationDrift, 0},
		{"the agency and an outlet, no word", told{outlet: "Reuters", day: 3, hour: 8}, told{outlet: "Courier", agencies: "R", day: 3, hour: 9}, news.RelationDrift, 0},
		{"the agency and an outlet, its correction", told{outlet: "Reuters", agencies: "R", day: 3, hour: 8},
			told{outlet: "Courier", agencies: "R", title: "CORRECTED – " + ferry, day: 5, hour: 9}, news.RelationCorrection, 0},
		{"the agency twice", told{outlet: "Reuters", day: 3, hour: 8}, told{outlet: "Reuters", day: 3, hour: 9}, news.RelationUpdate, 0},
		{"no outlet, one agency, its update", told{agencies: "F", day: 3, hour: 8},
			told{outlet: "Courier", agencies: "F", title: "UPDATE 1-" + ferry, day: 3, hour: 9}, news.RelationUpdate, 0},
		{"no outlet, one agency, no word", told{agencies: "F", day: 3, hour: 8}, told{outlet: "Courier", agencies: "F", day: 3, hour: 9}, news.RelationUnknown, 0},
		{"no outlet", told{day: 3, hour: 8}, told{outlet: "Courier", day: 3, hour: 9}, news.RelationUnknown, 0},
		{"an update that is no word of the desk's", told{outlet: "Gazette", agencies: "R", title: ferry, day: 3, hour: 8},
			told{outlet: "Courier", agencies: "R", title: "Council updates its plan for ferries", day: 3, hour: 9}, news.RelationDrift, 0},
		{"a correction that is no word of the desk's", told{outlet: "Gazette", agencies: "R", title: ferry, day: 3, hour: 8},
			told{outlet: "Courier", agencies: "R", title: "Court corrects ruling on ferries", day: 3, hour: 9}, news.RelationDrift, 0},
		{"Reuters in French", told{outlet: "Courrier", agencies: "R", day: 3, hour: 8},
			told{outlet: "Gazette", agencies: "R", title: "ACTUALISATION 1-Le ferry a coulé", day: 3, hour: 9}, news.RelationUpdate, 0},
	} {
		f := &Folder{Articles: []news.Article{c.a.article(), c.b.article()}}
		got, first, _ := f.Relation(0, 1)
		if got != c.want || first != c.first {
			t.Errorf("%s: %s, earlier is %d; want %s, %d", c.name, got, first, c.want, c.first)
		}
	}
}

func TestLaterVersion(t *testing.T) {
	gazette := told{outlet: "Gazette", agencies: "R", day: 3, hour: 8}
	courier, herald := told{outlet: "Courier", agencies: "R", day: 3, hour: 12}, told{outlet: "Herald", agencies: "R", day: 3, hour: 13}
	for _, c := range []struct {
		name   string
		source told
		others []told
		want   bool
	}{
		{"two outlets later", gazette, []told{courier, herald}, true},
		{"one outlet later", gazette, []told{courier}, false},
		{"one outlet twice", gazette, []told{courier, courier}, false},
		{"one of another agency", gazette, []told{courier, {outlet: "Herald", agencies: "A", day: 3, hour: 13}}, false},
		{"one without a credit", gazette, []told{courier, {outlet: "Herald", day: 3, hour: 13}}, false},
		{"one before", gazette, []told{courier, {outlet: "Herald", agencies: "R", day: 3, hour: 7}}, false},
		{"the source without a credit", told{outlet: "Gazette", day: 3, hour: 8}, []told{courier, herald}, false},
		{"the agency's own", told{outlet: "Reuters", day: 3, hour: 8}, []told{courier, herald}, true},
	} {
		f := &Folder{Articles: []news.Article{c.source.article()}}
		var others []int
		for i, o := range c.others {
			f.Articles = append(f.Articles, o.article())
			others = append(others, i+1)
		}
		if got := f.LaterVersion(0, others); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
