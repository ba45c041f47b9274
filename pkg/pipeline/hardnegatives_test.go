package pipeline

import (
	"strings"
	"testing"
)

// Stories that read alike and are not of one event, and pages that hold many
// events and must not make one of them.
const (
	busLargo = `A coach carrying 38 pensioners overturned on the Largo pass on Monday, killing three of them and injuring eleven, police said.

The driver had braked for sheep on the road above Minden, according to witnesses. Helicopters flew the injured to the hospital of Aldham.

“It slid for a long time,” said passenger Ruta Senn, 71. The choir from Ostrava was on its way home from a concert.`

	busLargoAgain = `Three members of an Ostrava choir died when their coach tipped over on the Largo pass on Monday.

Sheep had strayed onto the road above Minden and the driver had to brake hard, witnesses told police. Eleven pensioners were taken to Aldham by helicopter.

Ruta Senn, who is 71 and sings alto, spoke of a slide that seemed to have no end.`

	busKelm = `A coach carrying 45 pupils left the motorway near Kelmstad on Thursday, killing two of them and injuring nineteen, police said.

The driver may have fallen asleep at the wheel, according to investigators. Ambulances took the injured to hospitals in Kelmstad and Varna.

“The bus was suddenly in the field,” said teacher Pavel Drum, 44. The class from Holm was on its way to a skiing week.`

	moneyMonday = `The Bank of Varland said it provided the money market with 320 mln crowns of assistance in the afternoon session.

It bought 120 mln crowns of band one bank bills at 9-7/8 pct and 200 mln of band two at 9-13/16. The bank has revised its estimate of the shortage to 350 mln from 400.`

	moneyTuesday = `The Bank of Varland said it provided the money market with 185 mln crowns of assistance in the morning session.

It bought 85 mln crowns of band one bank bills at 9-3/4 pct and 100 mln of band three at 9-11/16. The bank has revised its estimate of the shortage to 600 mln from 550.`

	quarterAlder = `Alder Foundries <ALD> 2nd qtr net
Shr 31 cts vs 22 cts
Net 4,210,000 vs 2,980,000
Revs 61.2 mln vs 48.7 mln
Avg shrs 13.6 mln vs 13.5 mln
NOTE: Earnings include a gain of 400,000 from the sale of the Minden plant.`

	quarterBirch = `Birch Savings <BSV> 2nd qtr net
Shr 88 cts vs 1.02 dlrs
Net 1,930,000 vs 2,240,000
Assets 402.1 mln vs 377.9 mln
Loans 301.8 mln vs 290.4 mln
NOTE: Earnings include a tax credit of 150,000. Deposits were paid in at Holm.`

	morningBriefing = `Good morning. Here is what happened overnight.

A coach with pensioners overturned on the Largo pass; three members of a choir from Ostrava died.

A ferry caught fire off Skerrow with 212 people aboard, and the coastguard speaks of four dead.

Consumer prices rose by 2.1 percent in May, the statistics office says. Rents went up most of all.

In tennis, Mila Torve lost the final of Harnesund in two sets. The weather: rain from the west, later sun.`

	liveFerry = `Skerrow ferry fire: live updates

18:05 The minister of transport has arrived in Gullen and will speak to relatives this evening.

16:40 Captain Ilsa Brandt left the Queen of Varland as the last, the coastguard confirms.

12:15 A lifeboat from Tarnby brings sixty passengers ashore. They are wrapped in blankets.

09:30 Smoke is still rising from the car deck of the ferry off Skerrow, a fisherman says. Four people are dead.`
)

func TestHardNegatives(t *testing.T) {
	largo := []record{
		{ID: "largo1", Outlet: "Herald", Date: "2024-03-04", Title: "Three die on the Largo pass", Text: busLargo},
		{ID: "largo2", Outlet: "Compass", Date: "2024-03-05", Title: "Choir's coach overturns", Text: busLargoAgain},
	}
	ferry := []record{
		{ID: "ferry1", Outlet: "Herald", Date: "2024-03-04", Title: "Four die in Skerrow ferry fire", Text: ferryFire},
		{ID: "ferry2", Outlet: "Compass", Date: "2024-03-05", Title: "Ferry blaze kills four", Text: ferryFireAgain},
	}
	for _, tt := range []struct {
		name    string
		records []record
		want    string // the ids of each event
	}{
		{"two accidents of one kind in one week", append([]record{
			{ID: "kelm", Outlet: "Courier", Date: "2024-03-07", Title: "Two pupils die in coach crash", Text: busKelm},
		}, largo...), "kelm | largo1 largo2"},
		{"a daily report, day after day", []record{
			{ID: "monday", Outlet: "Wire", Date: "2024-03-04", Title: "MONEY MARKET GIVEN 320 MLN CROWNS", Text: moneyMonday},
			{ID: "tuesday", Outlet: "Wire", Date: "2024-03-05", Title: "MONEY MARKET GIVEN 185 MLN CROWNS", Text: moneyTuesday},
		}, "monday | tuesday"},
		{"the tables of two companies", []record{
			{ID: "alder", Outlet: "Wire", Date: "2024-07-19", Text: quarterAlder},
			{ID: "birch", Outlet: "Wire", Date: "2024-07-19", Text: quarterBirch},
		}, "alder | birch"},
		{"a round-up of two events", append([]record{
			{ID: "briefing", Outlet: "Globe", Date: "2024-03-05", Title: "Your morning briefing", Text: morningBriefing},
		}, append(largo, ferry...)...), "briefing | ferry1 ferry2 | largo1 largo2"},
		{"a live page is of its event", append([]record{
			{ID: "live", Outlet: "Globe", Date: "2024-03-04", Title: "Skerrow ferry fire: live", Text: liveFerry},
		}, append(largo, ferry...)...), "ferry1 ferry2 live | largo1 largo2"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.Join(eventIDs(scanRecords(t, nil, tt.records)), " | "); got != tt.want {
				t.Errorf("events %s, want %s", got, tt.want)
			}
		})
	}
}
