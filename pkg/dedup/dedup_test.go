package dedup

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/wireprint/wireprint/pkg/news"
)

// ferries is a family of a wire, its fuller second edition and two papers' copies,
// and a story alone.
func ferries() *news.Report {
	return &news.Report{
		Articles: []news.ArticleRecord{
			{ID: "wire", Outlet: "Northwire", Published: "2031-03-03T06:00Z", Words: 300},
			{ID: "second", Outlet: "Northwire", Published: "2031-03-03T09:00Z", Words: 420},
			{ID: "herald", Outlet: "Coastal Herald", Published: "2031-03-03T05:30Z", Words: 200},
			{ID: "gull", Outlet: "Daily Gull", Published: "XXXX-03-03", Words: 180},
			{ID: "otters", Outlet: "Daily Gull", Published: "2031-03-01", Words: 90},
		},
		Families: []news.Family{
			{ID: "f1", Articles: []string{"gull", "herald", "second", "wire"}, Source: news.Source{Article: "wire"}, Canonical: "second"},
			{ID: "f2", Articles: []string{"otters"}, Source: news.Source{Article: "otters"}},
		},
		Pairs: []news.Pair{
			{A: "gull", B: "wire", ContainedA: .98, ContainedB: .6},
			{A: "herald", B: "wire", ContainedA: 1, ContainedB: .66},
		},
		Rows: []news.Row{
			{ID: "p1", Family: "f1", Carriers: []news.Carrier{
				{Article: "second", Span: news.Span{Start: 0, End: 10}, Class: news.Verbatim},
				{Article: "wire", Span: news.Span{Start: 0, End: 10}, Class: news.Verbatim},
				{Article: "gull", Span: news.Span{Start: 5, End: 15}, Class: news.Edited},
			}},
			{ID: "p2", Family: "f1", Carriers: []news.Carrier{
				{Article: "second", Span: news.Span{Start: 20, End: 40}, Class: news.Verbatim},
				{Article: "wire", Span: news.Span{Start: 20, End: 30}, Class: news.Excerpt},
				{Article: "otters", Span: news.Span{Start: 0, End: 9}, Class: news.Quote},
				{Article: "herald", Span: news.Span{Start: 50, End: 60}, Class: news.Rewritten},
			}},
		},
	}
}

// Which copy is kept.
func TestKeep(t *testing.T) {
	for _, test := range []struct {
		opts Options
		kept string
	}{
		{Options{Keep: Source}, "wire"},
		{Options{Keep: First}, "herald"},
		{Options{Keep: Longest}, "second"},
		{Options{Keep: OutletOrder, Outlets: []string{"Daily Gull", "Coastal Herald"}}, "gull"},
		{Options{Keep: OutletOrder, Outlets: []string{"Nowhere Times", "Coastal Herald"}}, "herald"},
		{Options{Keep: OutletOrder}, "wire"},
	} {
		dropped := Articles(ferries(), test.opts)
		if len(dropped) != 3 {
			t.Fatalf("%v: %d dropped", test.opts, len(dropped))
		}
		for _, d := range dropped {
			if d.Kept != test.kept || d.Article == test.kept || d.Family != "f1" || d.Reason == "" {
				t.Errorf("%v: %+v, want %s kept", test.opts, d, test.kept)
			}
		}
	}
}

// Each drop says how much of the article the kept one has, and why that was kept.
func TestReasons(t *testing.T) {
	var reasons []string
	for _, d := range Articles(ferries(), Options{Keep: Source}) {
		reasons = append(reasons, d.Article+": "+d.Reason)
	}
	want := []string{
		"gull: 98% of its words stand in wire, which is the source",
		"herald: 100% of its words stand in wire, which is the source",
		"second: carries the same copy as wire, which is the source",
	}
	if diff := cmp.Diff(want, reasons); diff != "" {
		t.Error(diff)
	}
}

// A paragraph stays in one article: where it is whole before where it is an excerpt.
// Quotations and other words stay everywhere.
func TestParagraphs(t *testing.T) {
	want := []Cut{
		{Article: "gull", Span: news.Span{Start: 5, End: 15}, Kept: "wire", Paragraph: "p1", Class: news.Edited},
		{Article: "second", Span: news.Span{Start: 0, End: 10}, Kept: "wire", Paragraph: "p1", Class: news.Verbatim},
		{Article: "wire", Span: news.Span{Start: 20, End: 30}, Kept: "second", Paragraph: "p2", Class: news.Excerpt},
	}
	if diff := cmp.Diff(want, Paragraphs(ferries(), Options{Keep: Source})); diff != "" {
		t.Error(diff)
	}
}

func TestWithout(t *testing.T) {
	text := "One.\n\nTwo is cut.\n\nThree.\n"
	if got := Without(text, []news.Span{{Start: 6, End: 17}}); got != "One.\n\nThree.\n" {
		t.Errorf("%q", got)
	}
	if got := Without(text, []news.Span{{Start: 0, End: 10}, {Start: 6, End: 17}}); got != "Three.\n" {
		t.Errorf("cuts that overlap: %q", got)
	}
	if got := Without(text, nil); got != text {
		t.Errorf("%q", got)
	}
}

// However copies are chosen, each family keeps exactly one article, whatever the order
// of the report's lists.
func TestOneOfEachFamily(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := ferries()
		opts := Options{Keep: rapid.SampledFrom(Keeps()).Draw(t, "keep"), Outlets: []string{"Daily Gull"}}
		want := Articles(r, opts)
		r.Articles = rapid.Permutation(r.Articles).Draw(t, "articles")
		r.Pairs = rapid.Permutation(r.Pairs).Draw(t, "pairs")
		got := Articles(r, opts)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
		gone := map[string]bool{}
		for _, d := range got {
			gone[d.Article] = true
			if strings.Contains(d.Reason, "%!") {
				t.Fatal(d.Reason)
			}
		}
		for _, f := range r.Families {
			if n := len(slices.DeleteFunc(slices.Clone(f.Articles), func(id string) bool { return gone[id] })); n != 1 {
				t.Fatalf("%s keeps %d", f.ID, n)
			}
		}
	})
}
