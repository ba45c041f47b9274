package provenance

import (
	"testing"
	"time"

	"github.com/wireprint/wireprint/pkg/news"
)

func TestRelation(t *testing.T) {
	at := func(day, hour int) news.Time {
		return news.TimeOf(time.Date(2031, 3, day, hour, 0, 0, 0, time.UTC))
	}
	dayOnly := news.Time{Year: 2031, Month: 3, Day: 3}
	article := func(outlet, title string, at news.Time) news.Article {
		return news.Article{Outlet: news.Attribution{Name: outlet}, Title: title, Time: at}
	}
	for _, c := range []struct {
		name  string
		a, b  news.Article
		want  news.DriftRelation
		first int
	}{
		{"two outlets", article("Lund Gazette", "", at(3, 8)), article("Alder Courier", "", at(3, 9)), news.RelationDrift, 0},
		{"no outlet", article("", "", at(3, 8)), article("Alder Courier", "", at(3, 9)), news.RelationUnknown, 0},
		{"later", article("Lund Gazette", "", at(3, 8)), article("Lund Gazette", "", at(3, 9)), news.RelationUpdate, 0},
		{"earlier", article("Lund Gazette", "", at(3, 9)), article("Lund Gazette", "", at(3, 8)), news.RelationUpdate, 1},
		{"corrected", article("Lund Gazette", "", at(3, 8)), article("Lund Gazette", "CORRECTED: Ferry sinks", at(3, 9)), news.RelationCorrection, 0},
		{"one day", article("Lund Gazette", "", dayOnly), article("Lund Gazette", "", at(3, 9)), news.RelationUnknown, 0},
		{"no time", article("Lund Gazette", "", news.Time{}), article("Lund Gazette", "", at(3, 9)), news.RelationUnknown, 0},
	} {
		f := &Folder{Articles: []news.Article{c.a, c.b}}
		got, first, _ := f.Relation(0, 1)
		if got != c.want || first != c.first {
			t.Errorf("%s: %s, earlier is %d; want %s, %d", c.name, got, first, c.want, c.first)
		}
	}
}
