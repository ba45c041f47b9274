package extract

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/source"
)

// An outlet's other articles tell what it means by 03/04/2021.
func TestDecideDays(t *testing.T) {
	for _, tt := range []struct {
		name  string
		dates []string // of one outlet's articles; the first is looked at
		want  string
		from  string
	}{
		{"nothing tells", []string{"03/04/2021", "05/06/2021"}, "", `byline: "03/04/2021" may be two days`},
		{"a day above twelve", []string{"03/04/2021", "25/04/2021"}, "2021-04-03", `byline: "03/04/2021" with the day first, as this outlet has "25/04/2021"`},
		{"a day above twelve, month first", []string{"03/04/2021", "04/25/2021"}, "2021-03-04", `byline: "03/04/2021" with the month first, as this outlet has "04/25/2021"`},
		{"with a time of day", []string{"03/04/2021 16:35", "25/04/2021 08:00"}, "2021-04-03T16:35", `byline: "03/04/2021" with the day first, as this outlet has "25/04/2021"`},
		{"a weekday", []string{"03/04/2021", "Saturday 03/07/2021", "Saturday 06/03/2021"}, "2021-04-03", `byline: "03/04/2021" with the day first, as this outlet has "03/07/2021"`},
		{"both orders", []string{"03/04/2021", "25/04/2021", "04/25/2021"}, "", `byline: "03/04/2021" may be two days`},
		{"a day that is its month tells nothing", []string{"03/04/2021", "05/05/2021"}, "", `byline: "03/04/2021" may be two days`},
		{"the first of the alphabet is the example", []string{"03/04/2021", "28/04/2021", "13/04/2021"}, "2021-04-03", `byline: "03/04/2021" with the day first, as this outlet has "13/04/2021"`},
		{"one of very many may be wrong", slices.Concat([]string{"03/04/2021", "04/25/2021"}, slices.Repeat([]string{"25/04/2021"}, 12)), "2021-04-03", `byline: "03/04/2021" with the day first, as this outlet has "25/04/2021"`},
		{"a year of two digits", []string{"03/04/21", "25/04/2021"}, "2021-04-03", `byline: "03/04/21" with the day first, as this outlet has "25/04/2021"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			articles := datedArticles(t, "Skarholm Courier", tt.dates)
			first := articles[0]
			rand.New(rand.NewPCG(1, 2)).Shuffle(len(articles), func(i, j int) { articles[i], articles[j] = articles[j], articles[i] })
			DecideDays(articles, byName)
			if first.Time.String() != tt.want || first.TimeFrom != tt.from {
				t.Errorf("%q by %q, want %q by %q", first.Time, first.TimeFrom, tt.want, tt.from)
			}
		})
	}
}

// Another outlet's order tells nothing, nor does that of unknown outlets.
func TestDecideDaysOutletByOutlet(t *testing.T) {
	courier, mail := datedArticles(t, "Skarholm Courier", []string{"03/04/2021"}), datedArticles(t, "Lomnes Mail", []string{"25/04/2021"})
	DecideDays(slices.Concat(courier, mail), byName)
	if got := courier[0].Time; got.Known() {
		t.Errorf("%s by another outlet's order", got)
	}
	unknown := datedArticles(t, "", []string{"03/04/2021", "25/04/2021"})
	DecideDays(unknown, byName)
	if got := unknown[0].Time; got.Known() {
		t.Errorf("%s by the order of no outlet", got)
	}
}

// A record's field has one order, when three articles or more show it and none
// another.
func TestDecideDaysByField(t *testing.T) {
	for _, tt := range []struct {
		others []string
		want   string
	}{
		{[]string{"25/04/2021", "26/04/2021", "27/04/2021"}, "2021-04-03"},
		{[]string{"25/04/2021", "26/04/2021"}, ""},
		{[]string{"25/04/2021", "26/04/2021", "27/04/2021", "04/27/2021"}, ""},
	} {
		var articles []*news.Article
		for i, date := range append([]string{"03/04/2021"}, tt.others...) {
			data := fmt.Sprintf(`{"outlet": "outlet %d", "date": %q, "text": "A ferry burned at its berth in Skarholm early on Monday, the coastguard said."}`, i, date)
			articles = append(articles, readOne(t, source.Document{Path: "a.jsonl", Record: i + 1, Format: source.Record, Data: []byte(data)}))
		}
		DecideDays(articles, byName)
		if got := articles[0].Time.String(); got != tt.want {
			t.Errorf("%q among %v, want %q", got, tt.others, tt.want)
		}
	}
}

func byName(a *news.Article) string { return a.Outlet.Name }

// datedArticles are articles of an outlet with these dates as bylines.
func datedArticles(t *testing.T, outlet string, dates []string) (articles []*news.Article) {
	t.Helper()
	for _, date := range dates {
		a := readOne(t, source.Document{Path: "a.txt", Format: source.Text, Data: []byte("Ferry burns at Skarholm pier\n\n" + date +
			"\n\nA ferry burned at its berth in Skarholm early on Monday and twelve people were taken to hospital, the coastguard said.\n")})
		a.Outlet.Name = outlet
		articles = append(articles, a)
	}
	return articles
}

func readOne(t *testing.T, doc source.Document) *news.Article {
	t.Helper()
	articles, skipped := Articles(doc)
	if len(articles) != 1 {
		t.Fatalf("%d articles, skipped %v", len(articles), skipped)
	}
	return &articles[0]
}
