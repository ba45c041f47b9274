package provenance

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
)

const wireStory = `A ferry with 212 people aboard caught fire off the island of Skerrow on Monday and four of them died, the coastguard said.

The blaze broke out on the car deck of the Queen of Varland shortly before dawn, and lifeboats from Gullen and Tarnby took the passengers ashore.

The ministry of transport ordered an inquiry and sent two inspectors to the island.`

// ran is a copy of the wire story as an outlet ran it on a day of March 2024 (0
// for an unknown day), with credits: "AP" in a dateline, "AP byline" in a
// byline, "AP photo" under a picture.
func ran(outlet string, day int, credits ...string) news.Article {
	a := story(outlet, wireStory)
	if day > 0 {
		a.Time = news.Time{Year: 2024, Month: 3, Day: day}
	}
	for _, c := range credits {
		agency, where, _ := strings.Cut(c, " ")
		credit := news.Credit{Agency: agency, Evidence: "dateline: PORT ELLEN (" + agency + ") -"}
		switch where {
		case "byline":
			credit.Evidence = "byline: By " + agency
		case "photo":
			credit.Kind, credit.Evidence = news.CreditPhoto, "caption: Photo: "+agency
		}
		a.Credits = append(a.Credits, credit)
	}
	return a
}

func TestFamilySource(t *testing.T) {
	for _, tt := range []struct {
		name     string
		articles []news.Article
		article  string // the source's outlet, empty when it is outside
		outside  string
		evidence string
	}{
		{"an agency outside the folder", []news.Article{ran("Herald", 4, "Reuters"), ran("Compass", 5)},
			"", "Reuters", "Reuters credited by Herald"},
		{"the agency's own article", []news.Article{ran("Herald", 4, "Reuters"), ran("Reuters", 4, "Reuters"), ran("Compass", 5)},
			"Reuters", "", "published by the agency itself"},
		{"the agency's article, of whatever day", []news.Article{ran("Herald", 4, "AP"), ran("AP News", 9, "AP")},
			"AP News", "", "published by the agency itself"},
		{"no credit, one certainly first", []news.Article{ran("Herald", 1), ran("Compass", 5), ran("Courier", 9)},
			"Herald", "", "published 2024-03-01, before all others"},
		{"the first, wherever it stands", []news.Article{ran("Courier", 9), ran("Compass", 5), ran("Herald", 1)},
			"Herald", "", "before all others"},
		{"no credit, neighbouring days", []news.Article{ran("Herald", 4), ran("Compass", 5)},
			"", "", "the times do not tell"},
		{"no credit, one day unknown", []news.Article{ran("Herald", 1), ran("Compass", 0)},
			"", "", "the times do not tell"},
		{"a photo's agency wrote nothing", []news.Article{ran("Herald", 4, "AFP photo"), ran("Compass", 5, "AFP photo")},
			"", "", "no agency credited"},
		{"two agencies: the one that many more credit", []news.Article{ran("Herald", 4, "AP byline"), ran("Compass", 4, "Reuters"), ran("Courier", 4, "Reuters"), ran("Post", 4, "Reuters")},
			"", "Reuters", "Reuters credited by Compass, Courier, Post"},
		{"two agencies, and nothing between them", []news.Article{ran("Herald", 4, "Reuters"), ran("Compass", 4, "AP")},
			"", "", "which of these it is cannot be told"},
		{"many witnesses", []news.Article{ran("A", 4, "AP"), ran("B", 4, "AP"), ran("C", 4, "AP"), ran("D", 4, "AP"), ran("E", 4, "AP")},
			"", "AP", "AP credited by A, B, C and 2 more"},
		{"alone", []news.Article{ran("Herald", 4, "Reuters")},
			"Herald", "", "no other article carries this copy"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := newFolder(tt.articles...)
			got := f.Lineage(0).Source
			name := ""
			if got.Article >= 0 {
				name = f.Articles[got.Article].Outlet.Name
			}
			if name != tt.article || got.Outside != tt.outside || !strings.Contains(strings.Join(got.Evidence, "; "), tt.evidence) {
				t.Errorf("source %q, outside %q, %q; want %q, %q, %q", name, got.Outside, got.Evidence, tt.article, tt.outside, tt.evidence)
			}
			if known := name != "" || got.Outside != ""; known != (got.Score >= bar) {
				t.Errorf("score %.2f", got.Score)
			}
		})
	}
}

func TestFirst(t *testing.T) {
	hour := func(a news.Article, hour int) news.Article {
		a.Time.Clock, a.Time.Hour, a.Time.Zoned = true, hour, true
		return a
	}
	for _, tt := range []struct {
		name     string
		articles []news.Article
		want     int
		ok       bool
	}{
		{"alone", []news.Article{ran("a", 4)}, 0, true},
		{"hours with a zone", []news.Article{hour(ran("a", 4), 9), hour(ran("b", 4), 8)}, 1, true},
		{"the same hour", []news.Article{hour(ran("a", 4), 9), hour(ran("b", 4), 9)}, 0, false},
		{"one day", []news.Article{ran("a", 4), ran("b", 4)}, 0, false},
		{"an hour of a day that another has without its hour", []news.Article{hour(ran("a", 4), 1), ran("b", 4)}, 0, false},
		{"one unknown", []news.Article{ran("a", 1), ran("b", 9), ran("c", 0)}, 0, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := newFolder(tt.articles...)
			if got, ok := f.First(f.numbers()); got != tt.want || ok != tt.ok {
				t.Errorf("first %d (%v), want %d (%v)", got, ok, tt.want, tt.ok)
			}
		})
	}
}

// The wording that stands for a family is its source's; without one, that of
// the article of which others carry most, and not that of an abridgement.
func TestCanonical(t *testing.T) {
	short := story("Short", strings.Split(wireStory, "\n\n")[0])
	f := newFolder(short, ran("Herald", 4), ran("Compass", 4))
	if got := f.Canonical(f.numbers(), Source{Article: 0}); got != 0 {
		t.Errorf("article %d, want the source", got)
	}
	if got := f.Canonical(f.numbers(), Source{Article: -1}); got != 1 {
		t.Errorf("article %d, want the first that has all of it", got)
	}
}

func TestOutletsCountParagraphs(t *testing.T) {
	own := "Neighbours in the harbour quarter of our town had cousins on board and spent the morning at the telephone."
	herald := ran("Herald", 4, "Reuters")
	compass := story("Compass", wireStory+"\n\n"+own)
	columnist := story("Compass", "Every spring this newspaper asks why the old boats still sail, and every spring it hears nothing.")
	unknown := story("", wireStory)
	twice := ran("Courier", 4, "Reuters photo")
	f := newFolder(herald, compass, columnist, unknown, twice)
	rows, singles, alone := f.Rows(f.numbers(), true)
	rows = Join(rows, singles, nil, true)
	shared := []bool{true, true, false, true, true}
	want := []news.OutletRecord{
		{Name: "Compass", Articles: 2, OwnParagraphs: 2, CarriedParagraphs: 3, Uncredited: 1},
		{Name: "Courier", Articles: 1, CarriedParagraphs: 3, Uncredited: 1},
		{Name: "Herald", Articles: 1, CarriedParagraphs: 3, Credited: 1},
	}
	if diff := cmp.Diff(want, f.Outlets(rows, alone, shared)); diff != "" {
		t.Error(diff)
	}
}

// What one outlet prints twice, in two editions, is still its own.
func TestOwnParagraphsOfTwoEditions(t *testing.T) {
	f := newFolder(ran("Herald", 4), ran("Herald", 5))
	want := []news.OutletRecord{{Name: "Herald", Articles: 2, OwnParagraphs: 6, Uncredited: 2}}
	rows, singles, alone := f.Rows(f.numbers(), true)
	rows = Join(rows, singles, nil, true)
	if diff := cmp.Diff(want, f.Outlets(rows, alone, []bool{true, true})); diff != "" {
		t.Error(diff)
	}
}

func TestEdges(t *testing.T) {
	words := func(f *Folder) (n int) { return f.Texts[0].Len() }
	for _, tt := range []struct {
		name     string
		articles []news.Article
		want     []string // from → to
	}{
		{"from an agency outside to all who carry it", []news.Article{ran("Herald", 4, "Reuters"), ran("Compass", 5)},
			[]string{"Reuters → Compass", "Reuters → Herald"}},
		{"from the agency's article", []news.Article{ran("Reuters", 4, "Reuters"), ran("Compass", 5)},
			[]string{"Reuters → Compass"}},
		{"from the first", []news.Article{ran("Herald", 1), ran("Compass", 5), ran("Courier", 9)},
			[]string{"Herald → Compass", "Herald → Courier"}},
		{"nobody knows who was first", []news.Article{ran("Herald", 4), ran("Compass", 4)}, nil},
		{"to an unknown outlet", []news.Article{ran("Herald", 1), ran("", 5)}, nil},
		{"two editions of one outlet", []news.Article{ran("Herald", 1), ran("Herald", 5)}, nil},
		{"alone", []news.Article{ran("Herald", 1, "Reuters")}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := newFolder(tt.articles...)
			var lineages []Lineage
			for i := range f.Families {
				lineages = append(lineages, f.Lineage(i))
			}
			var got []string
			for _, e := range f.Edges(rowsOf(f), lineages) {
				got = append(got, e.From+" → "+e.To)
				if e.Articles != 1 || e.Paragraphs != 3 || e.Words != words(f) || len(e.Evidence) == 0 {
					t.Errorf("edge %+v, want one article with all three paragraphs and a reason", e)
				}
				taker := slices.IndexFunc(tt.articles, func(a news.Article) bool { return a.Outlet.Name == e.To })
				if want := tt.articles[taker].Time.String(); e.First != want {
					t.Errorf("edge %+v begins %s, want %s", e, e.First, want)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
