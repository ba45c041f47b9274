package pipeline

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/news"
)

// Two reporters on one fire, in their own words, and a third on a market.
const (
	quarryStaff = `A fire in the Hollin quarry north of Tarnby destroyed two conveyor belts on Tuesday night, the county fire service said.

Forty workers of the night shift left the pit unhurt through the eastern tunnel, according to shift leader Marga Ostrow.

The operator, Hollin Granite, put the damage at six million crowns and expects to crush stone again within three weeks.

Inspectors closed the quarry's fuel depot last spring after finding leaking tanks.`

	quarryRival = `Flames ruined two conveyor belts at the Hollin quarry near Tarnby late on Tuesday. Firefighters of the county needed until dawn.

All forty people on the night shift got out unhurt, said Marga Ostrow, who led the shift; they took the tunnel to the east.

Hollin Granite, which operates the quarry, speaks of six million crowns in damage. In three weeks its machines should crush stone once more.

Villagers in Tarnby have complained for years about dust on their washing.`

	market = `Traders at the Estmoor fish market sold cod for less than nine crowns on Tuesday, a third under last year's price.`
)

// rewrittenBy lists who has the row that begins so in other words.
func rewrittenBy(r *news.Report, beginning string) []string {
	var list []string
	for _, row := range r.Rows {
		if !strings.HasPrefix(row.Text, beginning) {
			continue
		}
		for _, c := range row.Carriers {
			if c.Class == news.Rewritten {
				list = append(list, fmt.Sprintf("%s: %.20s", c.Article, c.Text))
			}
		}
	}
	return list
}

// Paragraphs of one event that say the same are one row, with both texts and how
// similar they are; what only one of them tells is not.
func TestRewrittenParagraphs(t *testing.T) {
	r := scanRecords(t, nil, []record{
		{ID: "staff", Outlet: "Courier", Date: "2024-05-08", Title: "Fire in Hollin quarry", Text: quarryStaff},
		{ID: "rival", Outlet: "Herald", Date: "2024-05-09", Title: "Hollin quarry burns", Text: quarryRival},
		{ID: "market", Outlet: "Herald", Date: "2024-05-08", Title: "Cod is cheap", Text: market},
	})
	for beginning, want := range map[string]string{
		"A fire in the Hollin":   "rival: Flames ruined two co",
		"Forty workers":          "rival: All forty people on ",
		"The operator, Hollin":   "rival: Hollin Granite, whic",
		"Inspectors closed":      "",
		"Villagers in Tarnby":    "",
		"Traders at the Estmoor": "",
	} {
		if got := strings.Join(rewrittenBy(r, beginning), ", "); got != want {
			t.Errorf("%q is rewritten by %q, want %q", beginning, got, want)
		}
	}
	for _, row := range r.Rows {
		for _, c := range row.Carriers[1:] {
			if c.Class == news.Rewritten && (c.Similarity < inOrderBar || c.Similarity >= 1 || c.Span == news.Span{}) {
				t.Errorf("row %q: carrier %+v", row.Text, c)
			}
		}
	}
}

// What is in other words nobody took: it makes no edge, and no family, and both
// outlets keep it among their own paragraphs.
func TestRewritesAreNotTaken(t *testing.T) {
	r := scanRecords(t, nil, []record{
		{ID: "staff", Outlet: "Courier", Date: "2024-05-08", Title: "Fire in Hollin quarry", Text: quarryStaff},
		{ID: "rival", Outlet: "Herald", Date: "2024-05-09", Title: "Hollin quarry burns", Text: quarryRival},
	})
	if len(r.Edges) > 0 || r.Run.Counts.Families > 0 || len(r.Events) != 1 {
		t.Errorf("%d edges, %d families, %d events", len(r.Edges), r.Run.Counts.Families, len(r.Events))
	}
	for _, o := range r.Outlets {
		if o.OwnParagraphs != 4 || o.CarriedParagraphs != 0 {
			t.Errorf("%s: %d own paragraphs, %d carried", o.Name, o.OwnParagraphs, o.CarriedParagraphs)
		}
	}
}

// With all rows listed, a paragraph is in one row: that of the other wording, or
// its own.
func TestEveryParagraphIsInOneRow(t *testing.T) {
	r := scanRecords(t, func(o *Options) { o.Rows = RowsAll }, []record{
		{ID: "staff", Outlet: "Courier", Date: "2024-05-08", Title: "Fire in Hollin quarry", Text: quarryStaff},
		{ID: "rival", Outlet: "Herald", Date: "2024-05-09", Title: "Hollin quarry burns", Text: quarryRival},
		{ID: "copy", Outlet: "Globe", Date: "2024-05-09", Title: "Hollin quarry burns", Text: quarryRival},
	})
	spans := map[string][]int{}
	for _, row := range r.Rows {
		for _, c := range row.Carriers {
			if !slices.Contains(spans[c.Article], c.Span.Start) {
				spans[c.Article] = append(spans[c.Article], c.Span.Start)
			}
		}
	}
	for id, starts := range spans {
		if len(starts) != 4 {
			t.Errorf("%s has paragraphs at %v, want four", id, starts)
		}
	}
}
