package pipeline

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/news"
)

// footer is what an outlet prints under each of its stories, long enough to be
// taken for copy.
const footer = `The Coastal Herald has told the news of the islands since 1887 and is read by one in three of their people. ` +
	`Subscribers receive the weekend edition with its tide tables, its letters and its crossword on Saturday morning. ` +
	`Write to the editor if you think that we have made a mistake, and we shall say so on this page.`

// 300 articles that have nothing in common but an outlet's footer are 300
// families, and the footer is nobody's paragraph.
func TestFooterMakesNoFamily(t *testing.T) {
	for _, tt := range []struct {
		name   string
		outlet func(i int) string
		footer func(i int) string
	}{
		{"one outlet", func(int) string { return "Coastal Herald" }, func(int) string { return footer }},
		{"two titles of one house", func(i int) string { return []string{"Coastal Herald", "Coastal Evening"}[i%2] }, func(int) string { return footer }},
		{"a footer with the story's number", func(int) string { return "Coastal Herald" },
			func(i int) string { return footer + fmt.Sprintf(" Story %d of this year.", 1000+i) }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			const n = 300
			var records []record
			for i := range n {
				records = append(records, record{
					ID: fmt.Sprintf("a%03d", i), Outlet: tt.outlet(i), Date: fmt.Sprintf("2024-%02d-%02d", 1+i%12, 1+i%28),
					Text: prose(3*i, 8) + "\n\n" + prose(3*i+1, 8) + "\n\n" + tt.footer(i),
				})
			}
			r := scanRecords(t, nil, records)
			for _, f := range r.Families {
				if len(f.Articles) > 1 {
					t.Fatalf("%d families of %d articles; %s holds %d", len(r.Families), n, f.ID, len(f.Articles))
				}
			}
			for _, e := range r.Events {
				if len(e.Articles) > 2 {
					t.Errorf("event %s holds %d articles", e.ID, len(e.Articles))
				}
			}
		})
	}
}

// The footer is told as such: no row, no news words.
func TestFooterOfOneOutletIsBoilerplate(t *testing.T) {
	var records []record
	for i := range 12 {
		records = append(records, record{
			ID: fmt.Sprintf("a%02d", i), Outlet: "Coastal Herald", Date: fmt.Sprintf("2024-03-%02d", 1+2*i),
			Text: prose(2*i, 3) + "\n\n" + footer,
		})
	}
	r := scanRecords(t, func(o *Options) { o.Rows = RowsAll }, records)
	for _, row := range r.Rows {
		if strings.Contains(row.Text, "tide tables") {
			t.Errorf("row %s is the footer, carried by %d", row.ID, len(row.Carriers))
		}
	}
	words := len(keys(footer))
	for _, a := range r.Articles {
		if a.BoilerplateWords != words {
			t.Errorf("%s has %d words of boilerplate, the footer has %d", a.ID, a.BoilerplateWords, words)
		}
	}
}

// A footer costs no more than the articles that it stands under.
func TestFooterOfTenThousandArticles(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of the short tests: it scans a large folder")
	}
	const n = 10000
	records := make([]record, n)
	for i := range records {
		records[i] = record{
			ID: fmt.Sprintf("a%05d", i), Outlet: "Coastal Herald", Date: fmt.Sprintf("2024-%02d-%02d", 1+i%12, 1+i%28),
			Text: prose(i, 3) + "\n\n" + footer,
		}
	}
	r := scanRecords(t, func(o *Options) { o.Events = false }, records)
	if len(r.Boilerplate) != 1 || r.Boilerplate[0].Articles != n || len(r.Pairs) > 0 {
		t.Errorf("%d pairs, boilerplate %+v", len(r.Pairs), r.Boilerplate)
	}
}

// What many outlets print on one day is a wire, though it stands among stories
// that have nothing else in common; and neither does it make them a family.
func TestParagraphOfManyOutletsIsNoTemplate(t *testing.T) {
	const n = 40
	wire := prose(7, 3)
	var records []record
	for i := range n {
		records = append(records, record{
			ID: fmt.Sprintf("a%02d", i), Outlet: fmt.Sprintf("Outlet %d", i), Date: "2024-03-04",
			Text: prose(100+3*i, 4) + "\n\n" + wire + "\n\n" + prose(101+3*i, 4),
		})
	}
	r := scanRecords(t, nil, records)
	row := rowWith(t, r, wire[:60])
	if len(row.Carriers) != n {
		t.Errorf("the paragraph has %d carriers of %d", len(row.Carriers), n)
	}
	for _, c := range row.Carriers {
		if c.Class != news.Verbatim {
			t.Errorf("%s carries it as %s", c.Article, c.Class)
		}
	}
	for _, f := range r.Families {
		if len(f.Articles) > 2 {
			t.Errorf("family %s of %d articles for one shared paragraph", f.ID, len(f.Articles))
		}
	}
}

// One paragraph in ten thousand outlets is one row with ten thousand carriers.
// Nothing is too common to be followed, and nothing costs its square.
func TestTenThousandCarriers(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of the short tests: it scans a large folder")
	}
	const n = 10000
	wire := prose(1, 3)
	records := make([]record, n)
	for i := range records {
		records[i] = record{
			ID: fmt.Sprintf("a%05d", i), Outlet: fmt.Sprintf("Outlet %d", i), Date: "2024-03-04", Text: wire,
		}
	}
	r := scanRecords(t, func(o *Options) { o.Events = false }, records)
	if len(r.Rows) != 1 || len(r.Rows[0].Carriers) != n {
		t.Fatalf("%d rows, want one with %d carriers", len(r.Rows), n)
	}
	for _, c := range r.Rows[0].Carriers {
		if c.Class != news.Verbatim {
			t.Fatalf("%s carries it as %s", c.Article, c.Class)
		}
	}
	if len(r.Families) != 1 || len(r.Families[0].Articles) != n {
		t.Errorf("%d families, want one of %d articles", len(r.Families), n)
	}
	if len(r.Pairs) > 2*n {
		t.Errorf("%d pairs of %d articles", len(r.Pairs), n)
	}
}

// The same paragraph within ten thousand stories of their own.
func TestTenThousandQuoteOneStatement(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of the short tests: it scans a large folder")
	}
	const n = 10000
	statement := "The minister called it “" + strings.ToLower(prose(1, 2)) + "” and went home."
	records := make([]record, n)
	for i := range records {
		records[i] = record{
			ID: fmt.Sprintf("a%05d", i), Outlet: fmt.Sprintf("Outlet %d", i), Date: "2024-03-04",
			Text: prose(10+i, 3) + "\n\n" + statement,
		}
	}
	r := scanRecords(t, func(o *Options) { o.Events = false }, records)
	if len(r.Rows) != 1 || len(r.Rows[0].Carriers) != n {
		t.Fatalf("%d rows, want one with %d carriers", len(r.Rows), n)
	}
	if len(r.Families) != n {
		t.Errorf("%d families: a statement joins stories that are not copies", len(r.Families))
	}
}

// A story of which half is everybody's is one family and one row, however many
// carry it: above the size from which they are linked to the first alone, too.
func TestHalfOfAStoryIsEverybodys(t *testing.T) {
	wire := prose(1, 3)
	for _, n := range []int{400, 501, 700} {
		records := make([]record, n)
		for i := range records {
			records[i] = record{
				ID: fmt.Sprintf("a%05d", i), Outlet: fmt.Sprintf("Outlet %d", i), Date: "2024-03-04",
				Text: prose(10+i, 3) + "\n\n" + wire,
			}
		}
		r := scanRecords(t, func(o *Options) { o.Events = false; o.Pairs = PairsNone }, records)
		if len(r.Rows) != 1 || len(r.Rows[0].Carriers) != n {
			t.Fatalf("%d articles: %d rows, the first with %d carriers", n, len(r.Rows), len(r.Rows[0].Carriers))
		}
		if len(r.Families) != 1 {
			t.Errorf("%d articles: %d families", n, len(r.Families))
		}
	}
}
