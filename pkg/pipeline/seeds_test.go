package pipeline

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/wireprint/wireprint/pkg/news"
)

// seeds is where the founding examples lie: five scraped files that are not
// part of the project, because their publishers own them.
const seeds = "../../../shared/seeds"

func seedsOrSkip(t *testing.T) string {
	t.Helper()
	if _, err := os.Stat(seeds); err != nil {
		t.Skipf("../shared/seeds is not here: %v", err)
	}
	return seeds
}

// of returns the articles of one of the founding examples, by its number.
func of(r *news.Report, number string) []news.ArticleRecord {
	var list []news.ArticleRecord
	for _, a := range r.Articles {
		if strings.HasPrefix(a.ID, number) {
			list = append(list, a)
		}
	}
	return list
}

// One event holds the first file, all five stories of the second, the fourth
// and the fifth; the third, of another year, stands alone.
func TestSeedsAreOneEventAndAnother(t *testing.T) {
	r := scan(t, nil, seedsOrSkip(t))
	for number, stories := range map[string]int{"000": 1, "001": 5, "002": 1, "003": 1, "004": 1} {
		if got := len(of(r, number)); got != stories {
			t.Errorf("%s: %d stories, want %d", number, got, stories)
		}
	}
	event := of(r, "000")[0].Event
	for _, a := range r.Articles {
		if alone := strings.HasPrefix(a.ID, "002"); alone == (a.Event == event) {
			t.Errorf("%s is in event %s, 000 is in %s", a.ID, a.Event, event)
		}
	}
	if len(r.Events) != 2 || r.Run.Counts.Events != 1 || len(r.Run.Skipped) != 0 {
		t.Errorf("%d events, counted %d, skipped %v", len(r.Events), r.Run.Counts.Events, r.Run.Skipped)
	}
}

// The State Department's statement is one quotation: whole in one file, cut in two
// stories of the digest, and without its marks in a third.
func TestSeedsQuotation(t *testing.T) {
	r := scan(t, nil, seedsOrSkip(t))
	i := slices.IndexFunc(r.Quotes, func(q news.Quotation) bool {
		return strings.Contains(q.Text, "irresponsible, disruptive, and destabilizing")
	})
	if i < 0 {
		t.Fatalf("the statement is none of %d quotations", len(r.Quotes))
	}
	q := r.Quotes[i]
	if q.Speaker != "Antony Blinken" || !slices.Equal(q.Others, []string{"US State Department"}) {
		t.Errorf("said by %q, or by %q", q.Speaker, q.Others)
	}
	has := func(article string, kind news.QuoteKind) bool {
		return slices.ContainsFunc(q.Carriers, func(c news.QuotationCarrier) bool {
			return strings.HasPrefix(c.Article, article) && slices.Contains(c.Kinds, kind)
		})
	}
	digest := of(r, "001")
	for _, want := range []struct {
		article string
		kind    news.QuoteKind
	}{
		{"004", news.QuoteVerbatim},
		{digest[0].ID, news.QuoteShortened},
		{digest[1].ID, news.QuoteUnmarked},
		{digest[4].ID, news.QuoteShortened},
	} {
		if !has(want.article, want.kind) {
			t.Errorf("%s does not carry it %s", want.article, want.kind)
		}
	}
	for _, c := range q.Carriers {
		if strings.HasPrefix(c.Article, "002") {
			t.Errorf("%s, which is of another event, carries it", c.Article)
		}
	}
}

func TestSeedsDatesAndCredits(t *testing.T) {
	r := scan(t, nil, seedsOrSkip(t))
	agencies := func(a news.ArticleRecord, kind string) (names []string) {
		for _, c := range a.Agencies {
			if c.Kind == kind {
				names = append(names, c.Name)
			}
		}
		return names
	}
	first := of(r, "000")[0]
	if !strings.HasPrefix(first.Published, "2021-07-19") || first.Outlet != "UrduPoint" {
		t.Errorf("000 is of %q, %q", first.Outlet, first.Published)
	}
	if got := agencies(first, "text"); !slices.Equal(got, []string{"Sputnik"}) {
		t.Errorf("000 credits %v, want Sputnik", got)
	}
	digest := of(r, "001")
	for i, want := range []struct{ day, text, photo string }{
		{day: "2021-07-20", photo: "AFP"},
		{day: "2021-07-20T09:20+08:00"},
		{day: "2021-07-19", text: "Reuters", photo: "Reuters"},
		{},
		{day: "2021-07-19", photo: "Reuters"},
	} {
		a := digest[i]
		if !strings.HasPrefix(a.Published, want.day) || want.day == "" && a.Published != "" {
			t.Errorf("%s is of %q, want %q", a.ID, a.Published, want.day)
		}
		text, photo := strings.Join(agencies(a, "text"), " "), strings.Join(agencies(a, "photo"), " ")
		if text != want.text || photo != want.photo {
			t.Errorf("%s credits %q, photos %q; want %q, %q", a.ID, text, photo, want.text, want.photo)
		}
	}
	if !digest[0].Truncated {
		t.Error("the first story of 001 stops in mid-word and is not marked so")
	}
	if a := of(r, "004")[0]; !strings.HasSuffix(a.Published, "-07-20") {
		t.Errorf("004 is of %q, want 20 July", a.Published)
	}
}

// The statement is one row: of the State Department's words and nothing else,
// carried by two stories of the digest or more and by 004, edits shown.
func TestSeedsStatementIsOneRow(t *testing.T) {
	r := scan(t, nil, seedsOrSkip(t))
	const phrase = "behavior in cyberspace"
	row := rowWith(t, r, phrase)
	n := 0
	for _, other := range r.Rows {
		if strings.Contains(other.Text, phrase) {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d rows hold the statement", n)
	}
	if words := len(strings.Fields(row.Text)); words < 15 || words > 30 || !strings.HasSuffix(row.Text, "security") {
		t.Errorf("the row is not the statement alone, whole: %d words", words)
	}
	stories, fourth, edited := 0, false, false
	for _, c := range row.Carriers {
		switch {
		case strings.HasPrefix(c.Article, "001"):
			stories++
		case strings.HasPrefix(c.Article, "004"):
			fourth = true
		default:
			t.Errorf("%s carries the statement", c.Article)
		}
		edited = edited || len(c.Changes) > 0
	}
	if stories < 2 || !fourth || !edited {
		t.Errorf("carried by %d stories of 001, by 004: %v, changes shown: %v", stories, fourth, edited)
	}
}

// Neither menus nor spam nor captions make a row, not even one that its article
// has alone.
func TestSeedsHaveNoRowOfClutter(t *testing.T) {
	r := scan(t, func(o *Options) { o.Rows = RowsAll }, seedsOrSkip(t))
	if len(r.Rows) < 20 {
		t.Fatalf("%d rows", len(r.Rows))
	}
	for _, row := range r.Rows {
		for _, words := range []string{
			"Recent Stories", "Related Topics", "Leave a Reply", "Most Read", "Read More", "read more", "Share this story",
			"minutes ago", "About Us", "All rights", "©", "Your email address", "Site Links", "More Stories",
			"Amazon", "iPhone", "typename", "Photo", "clipboard", "Shutterstock",
		} {
			if strings.Contains(row.Text, words) {
				t.Errorf("row %s holds %q", row.ID, words)
			}
		}
		if strings.ContainsFunc(row.Text, func(c rune) bool { return unicode.Is(unicode.Han, c) }) {
			t.Errorf("row %s holds Chinese spam", row.ID)
		}
		if fields := strings.Fields(row.Text); len(fields) < 5 || fields[len(fields)-1] == "securit" {
			t.Errorf("row %s is a scrap of %d words", row.ID, len(fields))
		}
	}
}
