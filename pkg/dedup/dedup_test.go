package dedup

import (
	"fmt"
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

// Each drop says how much of the article the kept one has, what is lost, and why that
// one was kept. What second has of wire no pair says.
func TestReasons(t *testing.T) {
	var got []string
	for _, d := range Articles(ferries(), Options{Keep: Source}) {
		got = append(got, fmt.Sprintf("%s: %v, %d: %s", d.Article, d.Copied, d.Own, d.Reason))
	}
	want := []string{
		"gull: 0.98, 4: 98% of it stands in wire, which is the source; 4 of its 180 words do not",
		"herald: 1, 0: all of it stands in wire, which is the source",
		"second: -1, 0: is of one family with wire, which is the source; how much of it stands there is not known",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// What stands in no kept article, as far as is asked for, stays; each is dropped in
// favour of the one that has most of it.
func TestMinCopied(t *testing.T) {
	r := ferries()
	r.Families[0].Articles = append(r.Families[0].Articles, "note")
	r.Articles = append(r.Articles, news.ArticleRecord{ID: "note", Words: 100})
	r.Pairs = append(r.Pairs,
		news.Pair{A: "note", B: "wire", ContainedA: .2, ContainedB: .1},
		news.Pair{A: "note", B: "second", ContainedA: .9, ContainedB: .2},
	)
	for _, test := range []struct {
		min  float64
		want string
	}{
		{.5, "gull→wire herald→wire note→second"},
		{.95, "gull→wire herald→wire"},
		{1, "herald→wire"},
		{0, "gull→wire herald→wire second→wire note→wire"},
	} {
		var got []string
		for _, d := range Articles(r, Options{Keep: Source, MinCopied: test.min}) {
			got = append(got, d.Article+"→"+d.Kept)
		}
		if g := strings.Join(got, " "); g != test.want {
			t.Errorf("%v: %s, want %s", test.min, g, test.want)
		}
	}
}

// Of a large family only the pairs with its source are listed. What both have of that
// is the least that one has of the other: herald's 200 words are all of wire's 300, of
// which gull lacks 120 at most.
func TestSharesThroughTheSource(t *testing.T) {
	for _, d := range Articles(ferries(), Options{Keep: OutletOrder, Outlets: []string{"daily gull"}, MinCopied: .3}) {
		if d.Article == "herald" && (d.Kept != "gull" || d.Copied != .4 || d.Own != 120) {
			t.Errorf("%+v, want 0.4 of it in gull", d)
		}
	}
}

// A clock time says that a story was out; a day alone stands for its end. Zones count.
func TestFirst(t *testing.T) {
	for _, test := range []struct{ a, b, first string }{
		{"2031-03-03T06:00Z", "2031-03-03T05:30-08:00", "a"},
		{"2031-03-03T06:00Z", "2031-03-03", "a"},
		{"2031-03-03", "2031-03-04T06:00Z", "a"},
		{"XXXX-03-01", "2031-03-04", "b"},
		{"", "2031-03-04", "b"},
	} {
		r := &news.Report{
			Articles: []news.ArticleRecord{{ID: "a", Published: test.a}, {ID: "b", Published: test.b}},
			Families: []news.Family{{ID: "f1", Articles: []string{"a", "b"}}},
		}
		if d := Articles(r, Options{Keep: First}); d[0].Kept != test.first {
			t.Errorf("%q or %q: kept %s", test.a, test.b, d[0].Kept)
		}
	}
}

// A paragraph stays in one article: where it is whole before where it is an excerpt.
// Quotations and other words stay everywhere.
func TestParagraphs(t *testing.T) {
	source, canonical := "wire has it verbatim, which is the source", "second has it verbatim, whose wording stands for the copy"
	want := []Cut{
		{Article: "gull", Span: news.Span{Start: 5, End: 15}, Kept: "wire", Paragraph: "p1", Class: news.Edited, Reason: source},
		{Article: "second", Span: news.Span{Start: 0, End: 10}, Kept: "wire", Paragraph: "p1", Class: news.Verbatim, Reason: source},
		{Article: "wire", Span: news.Span{Start: 20, End: 30}, Kept: "second", Paragraph: "p2", Class: news.Excerpt, Reason: canonical},
	}
	if diff := cmp.Diff(want, Paragraphs(ferries(), Options{Keep: Source})); diff != "" {
		t.Error(diff)
	}
}

// Where one article has as one paragraph what another has as two, rows overlap. What
// each has of the other's is cut from one of them alone.
func TestParagraphsThatOverlap(t *testing.T) {
	r := ferries()
	r.Rows = []news.Row{
		{ID: "p1", Carriers: []news.Carrier{
			{Article: "wire", Span: news.Span{Start: 0, End: 100}, Class: news.Verbatim},
			{Article: "second", Span: news.Span{Start: 0, End: 50}, Class: news.Excerpt},
		}},
		{ID: "p2", Carriers: []news.Carrier{
			{Article: "second", Span: news.Span{Start: 0, End: 90}, Class: news.Verbatim},
			{Article: "wire", Span: news.Span{Start: 50, End: 100}, Class: news.Excerpt},
		}},
		{ID: "p3", Carriers: []news.Carrier{ // each may have another part of it
			{Article: "second", Span: news.Span{Start: 100, End: 110}, Class: news.Excerpt},
			{Article: "wire", Span: news.Span{Start: 200, End: 210}, Class: news.Excerpt},
		}},
	}
	cuts := Paragraphs(r, Options{Keep: Source})
	if len(cuts) != 1 || cuts[0].Article != "second" || cuts[0].Paragraph != "p1" {
		t.Errorf("%+v, want what second has of p1", cuts)
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
		for _, d := range got {
			if gone[d.Kept] {
				t.Fatalf("%+v, which is dropped too", d)
			}
		}
		for _, f := range r.Families {
			if n := len(slices.DeleteFunc(slices.Clone(f.Articles), func(id string) bool { return gone[id] })); n != 1 {
				t.Fatalf("%s keeps %d", f.ID, n)
			}
		}
	})
}

// Whatever the rows, and however they overlap: what was cut in favour of a stretch
// finds it uncut.
func TestNothingIsCutTwice(t *testing.T) {
	span := rapid.Custom(func(t *rapid.T) news.Span {
		start := rapid.IntRange(0, 30).Draw(t, "start")
		return news.Span{Start: start, End: start + rapid.IntRange(1, 12).Draw(t, "length")}
	})
	classes := []news.CarrierClass{news.Verbatim, news.Edited, news.Excerpt, news.Rewritten, news.Quote}
	rapid.Check(t, func(t *rapid.T) {
		r := ferries()
		r.Rows = nil
		places := map[[2]string]news.Span{} // by row and article
		for i := range rapid.IntRange(1, 6).Draw(t, "rows") {
			row := news.Row{ID: fmt.Sprint("p", i)}
			for _, id := range []string{"wire", "second", "herald", "gull"} {
				if rapid.Bool().Draw(t, "carries") {
					c := news.Carrier{Article: id, Span: span.Draw(t, "span"), Class: rapid.SampledFrom(classes).Draw(t, "class")}
					row.Carriers = append(row.Carriers, c)
					places[[2]string{row.ID, id}] = c.Span
				}
			}
			r.Rows = append(r.Rows, row)
		}
		cuts := Paragraphs(r, Options{Keep: rapid.SampledFrom(Keeps()).Draw(t, "keep")})
		for _, c := range cuts {
			kept := places[[2]string{c.Paragraph, c.Kept}]
			for _, other := range cuts {
				if other.Article == c.Kept && other.Span.Start < kept.End && kept.Start < other.Span.End {
					t.Fatalf("%+v is cut in favour of what %+v cuts", c, other)
				}
			}
		}
	})
}
