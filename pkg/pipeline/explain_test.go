package pipeline

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/cluster"
	"github.com/wireprint/wireprint/pkg/event"
	"github.com/wireprint/wireprint/pkg/news"
)

// explain explains two of some records.
func explain(t *testing.T, records []record, a, b string) *news.Explanation {
	t.Helper()
	x, err := Explain(context.Background(), []string{"-"}, jsonLines(t, records), a, b, Defaults(), Silent{})
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// A great event in several wordings: of the two parts that the main stories tell
// of, the short ones tell of one each.
const (
	damBreaks = `The Ossa dam burst above Quiroal on Tuesday and 3,000 people fled the valley, governor Maira Lenz said.

Engineers had measured cracks in the spillway since January. The water tore away the Corlo bridge and flooded the brewery.

In the capital the opposition asked for the resignation of the energy minister, Pavel Orsini, who had called the dam the safest of Costara. Orsini said that he would stay and that the concessionaire, Hidrovalle, would pay.`

	damBreaksAgain = `Thousands left their homes under Quiroal after the spillway of the Ossa dam gave way, and the Corlo bridge is gone, governor Maira Lenz told reporters on Tuesday night. Cracks had been known to engineers for months.

Calls grew for energy minister Pavel Orsini to resign. The opposition recalled that Orsini praised the dam as safe. The concessionaire Hidrovalle, he answered, has to pay for the brewery and everything else.`

	damThirdTime = `Hidrovalle must pay, says minister Pavel Orsini, and refuses the opposition's demand to resign over the Ossa dam. The concessionaire had reported cracks of the spillway to the energy ministry in January.

Governor Maira Lenz counted 3,000 people who fled from the valley above Quiroal. A brewery is under water and the Corlo bridge lies in the river.`

	valleyFlees = `“We heard it before we saw it,” said a waiter in Quiroal, where the valley fled from the water of the Ossa dam. Firefighters brought people down from the roofs near the Corlo bridge by boat. The brewery lost all its barrels. Governor Maira Lenz slept in a school gymnasium among the families.`

	ministerStays = `Pavel Orsini does not think of going. The opposition wants the energy minister to resign; Orsini, in office for two years, points at the concessionaire. Hidrovalle shares fell by a fifth on the exchange. A no-confidence vote could come before the summer, but the coalition has a majority of nine.`

	ministerAgain = `The energy minister of Costara rejects calls to resign. Pavel Orsini told the opposition in parliament that the concessionaire Hidrovalle would answer for everything; its shares lost a fifth of their value. The coalition of nine votes has until the summer, and a no-confidence vote is not excluded.`

	nightInTheGym = `Blankets, soup and a piano: the school gymnasium took in families from Quiroal below the Ossa dam, whose street ends at the Corlo bridge no more. Governor Maira Lenz came at midnight. Firefighters had fetched the last of them from a roof. Breakfast was bread from two bakeries. Nobody slept, a waiter said, for the children sang.`
)

func dam(id, date, title, text string) record {
	return record{ID: id, Outlet: "The " + id, Date: date, Title: title, Text: text}
}

func TestExplainVerdicts(t *testing.T) {
	wire := record{ID: "wire", Outlet: "Herald", Date: "2024-03-04", Title: "Four die in Skerrow ferry fire", Text: ferryFire}
	copied := record{ID: "copy", Outlet: "Compass", Date: "2024-03-05", Title: "Ferry burns", Text: ferryFire}
	late := record{ID: "late", Outlet: "Mail", Date: "2024-03-29", Title: "The ferry that burned", Text: ferryFire}
	again := record{ID: "again", Outlet: "Compass", Date: "2024-03-05", Title: "Ferry blaze kills four", Text: ferryFireAgain}
	afterLate := record{ID: "again", Outlet: "Compass", Date: "2024-03-30", Title: "Ferry blaze kills four", Text: ferryFireAgain}
	aground := record{ID: "aground", Outlet: "Herald", Date: "2025-03-06", Title: "Ferry aground off Marrow", Text: ferryAground}
	cut := record{ID: "cut", Outlet: "Mail", Date: "2024-03-04", Title: "Ferry burns", Text: strings.Join(strings.Split(ferryFire, "\n\n")[:2], "\n\n")}
	may := record{ID: "may", Outlet: "Herald", Date: "2024-06-07", Text: pricesMay}
	july := record{ID: "july", Outlet: "Herald", Date: "2024-08-09", Text: pricesJuly}
	first := dam("first", "2024-09-17", "Ossa dam bursts", damBreaks)
	second := dam("second", "2024-09-17", "Ossa dam gives way", damBreaksAgain)
	third := dam("third", "2024-09-18", "Orsini: Hidrovalle must pay for Ossa dam", damThirdTime)
	valley := dam("valley", "2024-09-18", "Night in Quiroal", valleyFlees)
	minister := dam("minister", "2024-09-18", "Orsini stays", ministerStays)
	resign := dam("resign", "2024-09-18", "Orsini will not resign", ministerAgain)
	gym := dam("gym", "2024-09-18", "Soup for Quiroal", nightInTheGym)
	tuesday := record{ID: "tuesday", Outlet: "Herald", Date: "2024-06-04", Text: pricesMay + "\n\n" + prose(1, 20)}
	friday := record{ID: "friday", Outlet: "Herald", Date: "2024-06-07", Text: pricesJuly + "\n\n" + prose(2, 20)}

	for _, tt := range []struct {
		name          string
		records       []record
		a, b          string
		event         bool
		by            news.Reason
		family        bool
		familyBy      news.Reason
		throughOthers bool
	}{
		{"one event in two wordings", []record{wire, again}, "wire", "again", true, news.ByAverage, false, news.ByNothing, false},
		{"the same topic a year later", []record{wire, aground}, "wire", "aground", false, news.ByWindow, false, news.ByNothing, false},
		{"the same text", []record{wire, copied}, "copy", "wire", true, news.ByCopy, true, news.ByCopy, false},
		{"an abridgement", []record{wire, cut, again}, "wire", "cut", true, news.ByCopy, true, news.ByAverage, false},
		{"two families of an event", []record{wire, copied, again}, "again", "copy", true, news.ByAverage, false, news.ByNothing, false},
		{"only through others", []record{first, second, third, minister, valley}, "valley", "minister", true, news.ByAverage, false, news.ByNothing, true},
		{"joined by itself", []record{first, second, minister, resign, gym}, "resign", "first", true, news.ByAttaching, false, news.ByNothing, false},
		{"joined by itself, with nothing in common", []record{first, second, minister, resign, gym}, "minister", "gym", true, news.ByAttaching, false, news.ByNothing, true},
		{"two issues within the week", []record{tuesday, friday}, "tuesday", "friday", false, news.ByForm, false, news.ByForm, false},
		{"too many days together", []record{wire, late, afterLate}, "late", "again", false, news.ByReach, false, news.ByNothing, false},
		{"issues of one report", []record{may, july}, "may", "july", false, news.ByWindow, false, news.ByForm, false},
		{"of different matters", []record{first, may}, "first", "may", false, news.ByWindow, false, news.ByNothing, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			x := explain(t, tt.records, tt.a, tt.b)
			if x.Event.Same != tt.event || x.Event.By != tt.by {
				t.Errorf("one event: %v by %s, want %v by %s\n%+v", x.Event.Same, x.Event.By, tt.event, tt.by, x.Event)
			}
			if x.Family.Same != tt.family || x.Family.By != tt.familyBy {
				t.Errorf("one family: %v by %s, want %v by %s\n%+v", x.Family.Same, x.Family.By, tt.family, tt.familyBy, x.Family)
			}
			if through := len(x.Event.Chain) > 1; through != tt.throughOthers {
				t.Errorf("through others: %v, want %v: %+v", through, tt.throughOthers, x.Event)
			}
			if x.A.ID != tt.a || x.B.ID != tt.b || x.Articles != len(tt.records) {
				t.Errorf("explains %s and %s of %d", x.A.ID, x.B.ID, x.Articles)
			}
		})
	}
}

// A round-up fits two events, and is of neither.
func TestExplainRoundUp(t *testing.T) {
	records := []record{
		{ID: "briefing", Outlet: "Globe", Date: "2024-03-05", Title: "Your morning briefing", Text: morningBriefing},
		{ID: "largo", Outlet: "Herald", Date: "2024-03-04", Title: "Three die in Largo coach crash", Text: busLargo},
		{ID: "largo again", Outlet: "Mail", Date: "2024-03-05", Title: "Choir members die on Largo pass", Text: busLargoAgain},
		{ID: "ferry", Outlet: "Herald", Date: "2024-03-04", Title: "Four die in Skerrow ferry fire", Text: ferryFire},
		{ID: "ferry again", Outlet: "Compass", Date: "2024-03-05", Title: "Ferry blaze kills four", Text: ferryFireAgain},
	}
	for _, other := range []string{"largo", "ferry again"} {
		x := explain(t, records, other, "briefing")
		if x.Event.Same || x.Event.By != news.ByRoundUp || !slices.Equal(x.Event.RoundUps, []string{"briefing"}) {
			t.Errorf("%s: %+v", other, x.Event)
		}
	}
	if x := explain(t, records, "ferry", "largo"); x.Event.Same || x.Event.By == news.ByRoundUp {
		t.Errorf("of two events: %+v", x.Event)
	}
}

// Of two that were put together, one leaves the other for a larger group by itself.
// What the scan made is written by hand here.
func TestExplainParted(t *testing.T) {
	g := &grounds{
		grouping: grouping{findings: &findings{
			events:  [][]int{{0, 1, 2, 3}, {4}},
			vectors: make([]event.Vector, 5),
		}, lexicon: &lexicon{bags: make([]event.Bag, 5)}, opts: Defaults(), bars: event.Defaults(), groups: make([]cluster.Group, 5), follows: numbersTo(5)},
		links:   []cluster.Link{{A: 0, B: 1, Sum: 2}, {A: 0, B: 2, Sum: 2}, {A: 1, B: 2, Sum: 2}, {A: 0, B: 3, Sum: 1.4}, {A: 1, B: 3, Sum: 1.2}, {A: 3, B: 4, Sum: 1.1}},
		merging: merging{merged: [][]int{{0, 1, 2}, {3, 4}}, attached: [][]int{{0, 1, 2, 3}, {4}}},
	}
	g.EventOf = []int{0, 0, 0, 0, 1}
	for i := range g.groups {
		g.groups[i] = cluster.Group{Size: 1, From: 1}
		g.Articles = append(g.Articles, news.Article{ID: string(rune('a' + i))})
		g.Families = append(g.Families, cluster.Family{Articles: []int{i}})
		g.FamilyOf = append(g.FamilyOf, i)
	}
	e := &explainer{grounds: g, fits: [][]fit{{{3, 4, 1.1}}}, a: 3, b: 4}
	got := e.event()
	want := news.EventVerdict{
		Verdict:  news.Verdict{By: news.ByAttaching, Pair: 1.1, Average: 1.1, Needed: 1, WithA: 1, WithB: 1},
		Days:     -1,
		Reach:    21,
		Attached: []news.Attachment{{Article: "d", Average: 1.3, Articles: 3, Joined: true}, {Article: "e", Articles: 3}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// For every pair of the newsroom, the explanation says what the scan found, and its
// figures bear it out; also where four neighbours are a crowd.
func TestExplainAgreesWithScan(t *testing.T) {
	general := []news.Reason{news.ByAverage, news.ByCopy, news.ByWindow, "family " + news.ByAverage, "family " + news.ByNothing, "family " + news.ByCopy, "family " + news.ByLikeness}
	t.Run("newsroom", func(t *testing.T) { explainsAll(t, nil, general) })
	t.Run("crowds", func(t *testing.T) { explainsAll(t, crowdsOfFour, append(general, news.ByCrowd)) })
}

func crowdsOfFour(o *Options) { o.Event.Crowd = 4 }

// explainsAll explains every pair of the newsroom; each of the reasons must decide
// some.
func explainsAll(t *testing.T, change func(*Options), deciding []news.Reason) {
	t.Helper()
	opts := Defaults()
	if change != nil {
		change(&opts)
	}
	r := scan(t, change, newsroom)
	articles := byID(r)
	g, fits := groundsOf(t, opts, newsroom)
	reasons := map[news.Reason]int{}
	for b := range g.Articles {
		for a := range b {
			x := newExplainer(g, fits, b, a).explanation()
			recordA, recordB := articles[x.A.ID], articles[x.B.ID]
			if x.Event.Same != (recordA.Event == recordB.Event) || x.Family.Same != (recordA.Family == recordB.Family) {
				t.Fatalf("%s and %s: one event %v, one family %v", x.A.ID, x.B.ID, x.Event.Same, x.Family.Same)
			}
			if x.A.Event != recordA.Event || x.B.Family != recordB.Family {
				t.Fatalf("%s is of %s, %s of %s; the scan has %s and %s", x.A.ID, x.A.Event, x.B.ID, x.B.Family, recordA.Event, recordB.Family)
			}
			checkExplanation(t, x)
			reasons[x.Event.By]++
			reasons["family "+x.Family.By]++
		}
	}
	for _, by := range deciding {
		if reasons[by] == 0 {
			t.Errorf("no pair is decided by %s: %v", by, reasons)
		}
	}
}

// groundsOf is what a scan makes its groups by.
func groundsOf(t *testing.T, opts Options, paths ...string) (*grounds, [][]fit) {
	t.Helper()
	ctx := context.Background()
	r, err := read(ctx, paths, nil, opts, Silent{})
	if err != nil {
		t.Fatal(err)
	}
	if opts.Background, err = opts.background(); err != nil {
		t.Fatal(err)
	}
	f, err := findCopies(ctx, r.articles, opts, Silent{})
	if err != nil {
		t.Fatal(err)
	}
	g, err := f.groupEvents(ctx, opts, Silent{})
	if err != nil {
		t.Fatal(err)
	}
	fits, err := g.fits(ctx, f.vectors, f.Matches, false)
	if err != nil {
		t.Fatal(err)
	}
	return g, fits
}

func checkExplanation(t *testing.T, x *news.Explanation) {
	t.Helper()
	const near = 2e-3 // of sums of rounded figures
	w := x.Words
	sum := w.Rest.Adds
	for _, term := range w.Shared {
		sum += term.Adds
		if term.Word == "" || math.Abs(term.A*term.B-term.Adds) > near {
			t.Errorf("%s and %s: term %+v", x.A.ID, x.B.ID, term)
		}
	}
	if math.Abs(sum-w.Cosine) > near {
		t.Errorf("%s and %s: the terms add up to %v, the cosine is %v", x.A.ID, x.B.ID, sum, w.Cosine)
	}
	if slices.ContainsFunc(slices.Concat(w.OnlyA, w.OnlyB), func(term news.Term) bool { return term.Word == "" || term.Weight <= 0 }) {
		t.Errorf("%s and %s: only A %v, only B %v", x.A.ID, x.B.ID, w.OnlyA, w.OnlyB)
	}
	if product := w.Bar.Days * w.Bar.Outlet * w.Bar.Length; math.Abs(product-w.Bar.Cosine) > near {
		t.Errorf("%s and %s: bar %+v", x.A.ID, x.B.ID, w.Bar)
	}
	if w.Counted && math.Abs(w.Fit-x.Event.Pair) > near || !w.Counted && x.Event.Pair != 0 {
		t.Errorf("%s and %s: fit %v, not counted for %q; the verdict counts %v", x.A.ID, x.B.ID, w.Fit, w.NotCounted, x.Event.Pair)
	}
	if w.NotCounted == news.IgnoredLow && w.Cosine > w.Bar.Least+near {
		t.Errorf("%s and %s: cosine %v is not counted, least is %v", x.A.ID, x.B.ID, w.Cosine, w.Bar.Least)
	}
	checkVerdict(t, x, "event", x.Event.Verdict)
	checkVerdict(t, x, "family", x.Family)
}

// checkVerdict holds the reason of a verdict against its figures.
func checkVerdict(t *testing.T, x *news.Explanation, of string, v news.Verdict) {
	t.Helper()
	switch {
	case v.By == news.ByAverage && v.Same != (v.Average >= v.Needed-1e-4):
		t.Errorf("%s and %s: one %s: %v by an average of %v", x.A.ID, x.B.ID, of, v.Same, v.Average)
	case v.By == news.ByReach && (v.Average < v.Needed || x.Event.Days <= x.Event.Reach):
		t.Errorf("%s and %s: apart by days: %+v", x.A.ID, x.B.ID, x.Event)
	case v.By == news.ByWindow && x.Dates.Within:
		t.Errorf("%s and %s: apart by days: %+v", x.A.ID, x.B.ID, x.Dates)
	case v.By == news.ByNothing && len(x.Copy.Passages) > 0:
		t.Errorf("%s and %s share %d passages", x.A.ID, x.B.ID, len(x.Copy.Passages))
	}
	if v.Same && v.Pair < v.Needed && v.By != news.ByCopy && len(v.Chain) == 0 {
		t.Errorf("%s and %s: nothing leads from the one to the other", x.A.ID, x.B.ID)
	}
	for i, hop := range v.Chain {
		if i == 0 && hop.From != x.A.ID || i > 0 && hop.From != v.Chain[i-1].To || i == len(v.Chain)-1 && hop.To != x.B.ID {
			t.Errorf("%s and %s: the chain breaks at %d: %+v", x.A.ID, x.B.ID, i, v.Chain)
		}
	}
}

// A and B may be files, and nothing else may be there.
func TestExplainTwoFiles(t *testing.T) {
	const wire, herald = newsroom + "/2024-03/reuters/varland-ferry-fire-wire.txt", newsroom + "/2024-03/coastal-herald/ferry-fire.txt"
	for _, paths := range [][]string{nil, {newsroom + "/2024-03"}} {
		x, err := Explain(context.Background(), paths, nil, wire, herald, Defaults(), Silent{})
		if err != nil {
			t.Fatal(err)
		}
		if !x.Event.Same || !x.Family.Same || !strings.HasSuffix(x.A.Path, "varland-ferry-fire-wire.txt") || (x.Articles == 2) != (paths == nil) {
			t.Errorf("in %v: %d articles, A is %s, one event %v, one family %v", paths, x.Articles, x.A.Path, x.Event.Same, x.Family.Same)
		}
	}
}

func TestExplainRefusals(t *testing.T) {
	const march = newsroom + "/2024-03"
	for _, tt := range []struct{ a, b, want string }{
		{"nowhere.txt", "coastal-herald/ferry-fire.txt", `no article "nowhere.txt"`},
		{"coastal-herald/ferry-fire.txt", march + "/coastal-herald/ferry-fire.txt", "are one article; name two"},
		{march + "/scrape-0305/cluster-0031.txt", "coastal-herald/ferry-fire.txt", "holds 3 stories; name one of them: scrape-0305/cluster-0031.txt#1, scrape-0305/cluster-0031.txt#2, scrape-0305/cluster-0031.txt#3"},
	} {
		_, err := Explain(context.Background(), []string{march}, nil, tt.a, tt.b, Defaults(), Silent{})
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s and %s: %v, want %s", tt.a, tt.b, err, tt.want)
		}
		var unknown *UnknownArticleError
		if errors.As(err, &unknown) && len(unknown.IDs) != 17 {
			t.Errorf("%d ids are offered", len(unknown.IDs))
		}
	}
	_, err := Explain(context.Background(), []string{newsroom + "/broken"}, nil, "empty.txt", "photo.txt", Defaults(), Silent{})
	if err == nil || !strings.Contains(err.Error(), "empty.txt was skipped: empty") {
		t.Errorf("a skipped file: %v", err)
	}
}
