package pipeline

import (
	"slices"
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/news"
)

// Short stories of one event, the same topic a year later, and a report that
// comes every month in the same sentences.
const (
	ferryFire = `A ferry with 212 people aboard caught fire off the island of Skerrow on Monday and four of them died, the coastguard said.

The blaze broke out on the car deck of the Queen of Varland shortly before dawn. Lifeboats from Gullen and Tarnby took the passengers ashore.

“We had minutes, not hours,” said captain Ilsa Brandt. The ministry of transport ordered an inquiry.`

	ferryFireAgain = `Four passengers were killed when flames swept through the Queen of Varland on its way to Skerrow early on Monday.

Rescuers brought more than 200 survivors to Gullen, where captain Ilsa Brandt told of a fire that began among lorries. The coastguard had sent lifeboats to the ferry from two harbours.`

	ferryAground = `A ferry with 90 people aboard ran aground off the island of Marrow on Thursday and nobody was hurt, the coastguard said.

The accident happened on the way to Estmoor shortly after noon. Lifeboats took the passengers ashore in calm sea.

“The fog came at once,” said mate Jon Falk. The ministry of transport ordered an inquiry.`

	pricesMay  = `Consumer prices in Varland rose by 2.1 percent in May from a year earlier, the statistics office said on Friday, the most since the winter. Rents went up by 3.4 percent, food by 1.9 percent, while fuel was 0.6 percent cheaper after a glut of oil. Analysts had expected 2.0 percent.`
	pricesJuly = `Consumer prices in Varland rose by 2.6 percent in July from a year earlier, the statistics office said on Friday, less than in the spring. Rents went up by 3.1 percent, food by 4.5 percent, while clothing was 1.2 percent dearer before the sales. Analysts had expected 2.8 percent.`
)

func TestEvents(t *testing.T) {
	ferry := func(id, outlet, date string) record {
		return record{ID: id, Outlet: outlet, Date: date, Title: "Four die in Skerrow ferry fire", Text: ferryFire}
	}
	again := record{ID: "again", Outlet: "Compass", Date: "2024-03-05", Title: "Ferry blaze kills four", Text: ferryFireAgain}
	aground := record{ID: "aground", Outlet: "Herald", Date: "2025-03-06", Title: "Ferry aground off Marrow", Text: ferryAground}
	monthly := func(id, date, text string) record {
		return record{ID: id, Outlet: "Herald", Date: date, Title: "Consumer prices rise", Text: text}
	}
	for _, tt := range []struct {
		name    string
		records []record
		want    string // the ids of each event, those of each family within it
	}{
		{"one event in two wordings", []record{ferry("wire", "Herald", "2024-03-04"), again}, "again wire"},
		{"copies are one family of it", []record{ferry("copy", "Compass", "2024-03-04"), ferry("wire", "Herald", "2024-03-04"), again}, "again copy+wire"},
		{"the same topic a year later", []record{ferry("wire", "Herald", "2024-03-04"), aground}, "aground | wire"},
		{"the same topic in the same week", []record{ferry("wire", "Herald", "2024-03-04"), {ID: "prices", Date: "2024-03-05", Text: pricesMay}}, "prices | wire"},
		{"the words of another month's report", []record{monthly("july", "2024-08-09", pricesJuly), monthly("may", "2024-06-07", pricesMay)}, "july | may"},
		{"two papers carry each month's report", []record{
			monthly("july1", "2024-08-09", pricesJuly), monthly("july2", "2024-08-10", pricesJuly),
			monthly("may1", "2024-06-07", pricesMay), monthly("may2", "2024-06-08", pricesMay),
		}, "july1+july2 | may1+may2"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := scanRecords(t, nil, tt.records)
			families := map[string][]string{}
			for _, f := range r.Families {
				families[f.ID] = f.Articles
			}
			var events []string
			for _, e := range r.Events {
				var list []string
				for _, f := range e.Families {
					ids := families[f]
					slices.Sort(ids)
					list = append(list, strings.Join(ids, "+"))
				}
				slices.Sort(list)
				events = append(events, strings.Join(list, " "))
			}
			slices.Sort(events)
			if got := strings.Join(events, " | "); got != tt.want {
				t.Errorf("events %s, want %s", got, tt.want)
			}
		})
	}
}

// What a scan says of a folder's story does not change with the stories beside
// it that have nothing to do with it.
func TestUnrelatedStoriesChangeNothing(t *testing.T) {
	records := []record{
		{ID: "wire", Outlet: "Herald", Date: "2024-03-04", Title: "Four die in Skerrow ferry fire", Text: ferryFire},
		{ID: "copy", Outlet: "Compass", Date: "2024-03-04", Title: "Ferry burns", Text: ferryFire},
	}
	alone := scanRecords(t, nil, records)
	for i := range 30 {
		records = append(records, record{ID: "other" + string(rune('A'+i)), Outlet: "Courier", Date: "2024-03-04", Text: prose(i, 9)})
	}
	among := scanRecords(t, nil, records)
	row, want := rowWith(t, among, "caught fire"), rowWith(t, alone, "caught fire")
	if row.Text != want.Text || strings.Join(carriers(row), " ") != strings.Join(carriers(want), " ") {
		t.Errorf("the row is carried by %v among others, by %v alone", carriers(row), carriers(want))
	}
	if len(among.Pairs) != len(alone.Pairs) || len(among.Rows) != len(alone.Rows) {
		t.Errorf("%d pairs and %d rows among others, %d and %d alone", len(among.Pairs), len(among.Rows), len(alone.Pairs), len(alone.Rows))
	}
}

// eventIDs are the ids of each event's articles.
func eventIDs(r *news.Report) []string {
	var events []string
	for _, e := range r.Events {
		ids := slices.Clone(e.Articles)
		slices.Sort(ids)
		events = append(events, strings.Join(ids, " "))
	}
	slices.Sort(events)
	return events
}
