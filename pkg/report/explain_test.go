package report_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/report"
)

// kiteExplanation is of two stories that are one event through a third, and no
// family.
func kiteExplanation() *news.Explanation {
	return &news.Explanation{
		Schema:   news.ExplanationSchema,
		Articles: 5,
		A:        news.ArticleRecord{ID: "courier.txt", Outlet: "Hill Courier", Title: "Kite lost", Published: "2024-05-06", PublishedFrom: "byline", Words: 41, Event: "e1", Family: "f1"},
		B:        news.ArticleRecord{ID: "mirror.txt", Words: 48, Event: "e1", Family: "f2"},
		Event: news.EventVerdict{
			Verdict: news.Verdict{
				Same: true, By: news.ByAverage, Pair: 0.62, Average: 1.12, Needed: 1, WithA: 2, WithB: 1, Group: 3, GroupAverage: 1.31,
				Chain: []news.Hop{{From: "courier.txt", To: "beach.txt", By: "copy"}, {From: "beach.txt", To: "mirror.txt", By: "fit", Value: 1.62}},
			},
			Days: 2, Reach: 21,
		},
		Family: news.Verdict{By: news.ByLikeness, Pair: 0.12, Needed: 0.35, WithA: 1, WithB: 1},
		Dates:  news.Dates{Window: 7, Within: true},
		Words: news.SharedWords{
			Cosine: 0.131, Fit: 0.62, FitWords: 0.5, FitQuoted: 0.12, Quoted: 10, Counted: true,
			Bar:    news.Bar{Cosine: 0.29, Setting: "event.undated_bar", Days: 0.13, Outlet: 1, Length: 2.23, Words: 48, Least: 0.197},
			Shared: []news.SharedTerm{{Word: "kite", A: 0.3, B: 0.3, Adds: 0.09}, {Word: "Sallow", A: 0.2, B: 0.2, Adds: 0.04}},
			Rest:   news.TermSum{Terms: 7, Adds: 0.001},
			OnlyA:  []news.Term{{Word: "lifeboat", Weight: 0.31}},
		},
		Copy: news.SharedCopy{
			Compared: true, Class: news.QuoteOnly, Likeness: 0.12, ContainedA: 0.24, ContainedB: 0.2, Words: 10, LongestRun: 10, Quoted: 10, Kept: 1, Changed: 2, Instalment: true,
			Passages: []news.SharedPassage{{PairPassage: news.PairPassage{Words: 10}, LongestRun: 10, Quoted: 10, Text: "I will not sew another, and that is my word"}},
		},
		Thresholds: []news.Threshold{{Of: "event", Setting: "event.undated_bar", Value: 0.13}, {Of: "family", Setting: "families.likeness", Value: 0.3}},
	}
}

func explainText(t *testing.T, x *news.Explanation, opts report.ExplainOptions) string {
	t.Helper()
	var b strings.Builder
	if err := report.ExplainText(&b, x, opts); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestExplainText(t *testing.T) {
	const want = `
A         Hill Courier · 6 May 2024 · Kite lost · courier.txt, 41 words
B         unknown outlet · mirror.txt, 48 words

Event     One event: the fit of the two is 0.62, too little by itself, but
          between A with 1 other and B it is 1.12 on average, which brought them
          together; 1 is just enough.
Family    Not one family: they share too little to be copies, with a likeness of
          12%; copies begin at 30% (families.likeness).

Dates     A 6 May 2024 by its byline, B undated: how far apart is not known.

Words     Cosine 0.131. The bar is 0.290: 0.13 (event.undated_bar: not both days
          known with their years) × 2.23 (length: the longer has 48 words).
          Fit 0.62: 0.50 by the words and 0.12 by 10 words that both quote; 1 is
          just enough.

          Shared word  in A   in B   adds
          kite         0.300  0.300  0.0900
          Sallow       0.200  0.200  0.0400
          and 7 more                 0.0010
          Only A: lifeboat 0.31

Copy      quote-only: they share quotations and little else. 24% of A stands in
          B, 20% of B in A: 10 words in 1 passage, the longest run of 10, 10
          quoted.
          Likeness 12%: how much of the longer is copy of the other, or of an
          abridgement.
          Figures in what they share: 1 kept, 2 changed, as in two issues of one
          report, which share its form.
            10 I will not sew another, and that is my word

Links     The event has 3 articles; the average fit over all pairs, those of one
          family left out, is 1.31.
          The strongest chain of fits from A to B:
            A   courier.txt
           copy beach.txt
           1.62 mirror.txt

Settings  event.undated_bar 0.13 (event), families.likeness 0.3 (family)
`
	got := "\n" + explainText(t, kiteExplanation(), report.ExplainOptions{})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Every reason has its words.
func TestExplainReasons(t *testing.T) {
	average := func(same bool, pair, average float64, withA, withB int) news.Verdict {
		return news.Verdict{Same: same, By: news.ByAverage, Pair: pair, Average: average, Needed: 1, WithA: withA, WithB: withB}
	}
	for _, tt := range []struct {
		name   string
		change func(x *news.Explanation)
		want   string
	}{
		{"by themselves", func(x *news.Explanation) { x.Event.Verdict = average(true, 1.5, 1.5, 1, 1) },
			"One event: the fit of the two is 1.50; 1 is just enough."},
		{"with others", func(x *news.Explanation) { x.Event.Verdict = average(true, 1.5, 1.2, 1, 3) },
			"One event: the fit of the two is 1.50, and between A and B with 2 others it is 1.20 on average, which brought them together;"},
		{"not, because of others", func(x *news.Explanation) { x.Event.Verdict = average(false, 1.5, 0.8, 4, 1) },
			"Not one event: the fit of the two is 1.50, but between A with 3 others and B it is 0.80 on average; 1 is just enough."},
		{"not, nor with others", func(x *news.Explanation) { x.Event.Verdict = average(false, 0.5, 0.8, 4, 1) },
			"Not one event: the fit of the two is 0.50, and between A with 3 others and B it is 0.80 on average;"},
		{"others speak", func(x *news.Explanation) {
			x.Event.Verdict = average(true, 0, 1.8, 12, 1)
			x.Words.Counted, x.Words.NotCounted = false, news.IgnoredSilent
		}, "One event: other articles speak for one of the two, of a large family or among very many that fit; between A with 11 others and B the fit is 1.80 on average, which brought them together;"},
		{"one copy", func(x *news.Explanation) { x.Event.By = news.ByCopy }, "One event: they carry the same copy, and a family is never parted."},
		{"crowd", func(x *news.Explanation) { x.Event.By = news.ByCrowd }, "One event: there are very many stories that fit,"},
		{"window", func(x *news.Explanation) {
			x.Event.Same, x.Event.By = false, news.ByWindow
			x.Dates = news.Dates{Known: true, Apart: 366, Window: 7}
		}, "Not one event: they were published 366 days apart, beyond the 7 (event.window_days) within which articles are linked, and no others link them."},
		{"reach", func(x *news.Explanation) { x.Event.Same, x.Event.By, x.Event.Days = false, news.ByReach, 25 },
			"Not one event: their groups fit with 1.12 on average, but together they would lie over 25 days; the most is 21, three times event.window_days."},
		{"round-up", func(x *news.Explanation) {
			x.Event.Same, x.Event.By, x.Event.RoundUps = false, news.ByRoundUp, []string{"mirror.txt"}
		}, "Not one event: B is a round-up: it fits two events that have nothing to do with each other, and so is put to neither."},
		{"form", func(x *news.Explanation) { x.Event.Same, x.Event.By = false, news.ByForm },
			"Not one event: the one repeats the other's sentences with other figures,"},
		{"attached", func(x *news.Explanation) {
			x.Event.By = news.ByAttaching
			x.Event.Attached = []news.Attachment{{Article: "mirror.txt", Average: 1.3, Articles: 4, Joined: true}}
		}, "One event: B joined 4 others by itself, the better half of which it fits with 1.30 on average. 1 is just enough."},
		{"parted", func(x *news.Explanation) {
			x.Event.Same, x.Event.By = false, news.ByAttaching
			x.Event.Attached = []news.Attachment{{Article: "courier.txt", Average: 1.3, Articles: 4, Joined: true}}
		}, "Not one event: they came together with 1.12 on average, but then A joined 4 others by itself,"},
		{"not attached", func(x *news.Explanation) {
			x.Event.Verdict = average(false, 0.5, 0.4, 1, 4)
			x.Event.Attached = []news.Attachment{{Article: "courier.txt", Average: 0.9, Articles: 4}}
		}, "A was left with one other at most. Its fit with the better half of the 4 articles around B is 0.90 on average; 1 would have let it join them."},
		{"one text", func(x *news.Explanation) { x.Family = news.Verdict{Same: true, By: news.ByCopy} },
			"One family: they are one text but for details;"},
		{"one text with a third", func(x *news.Explanation) {
			x.Family = news.Verdict{Same: true, By: news.ByCopy, Chain: []news.Hop{{From: "a", To: "b", By: "likeness", Value: 0.9}, {From: "b", To: "c", By: "likeness", Value: 0.9}}}
		}, "One family: each is one text with a third, but for details (families.same)."},
		{"a family by average", func(x *news.Explanation) {
			x.Family = news.Verdict{Same: true, By: news.ByAverage, Pair: 0.31, Average: 0.53, Needed: 0.35, WithA: 1, WithB: 2}
		}, "One family: the likeness of the two is 31%, too little by itself, but between A and B with 1 other it is 53% on average, which brought them together; 35% is just enough (families.average)."},
		{"form of a family", func(x *news.Explanation) {
			x.Family = news.Verdict{By: news.ByForm}
			x.Dates = news.Dates{Known: true, Years: true, Apart: 61, Window: 7}
		}, "Not one family: they share the form of a report that comes again, with other figures, 61 days apart."},
		{"nothing shared", func(x *news.Explanation) { x.Family, x.Copy = news.Verdict{By: news.ByNothing}, news.SharedCopy{} },
			"Not one family: they share no passage."},
		{"not compared", func(x *news.Explanation) { x.Copy.Compared = false }, "The scan did not compare the two:"},
		{"too low", func(x *news.Explanation) { x.Words.NotCounted = news.IgnoredLow },
			"but a cosine below 0.197 counts as none when nothing is quoted in both."},
		{"one outlet", func(x *news.Explanation) { x.Words.Bar.Outlet = 1.25 }, "× 1.25 (one outlet) ×"},
		{"no year", func(x *news.Explanation) { x.Dates = news.Dates{Known: true, Apart: 2, Window: 7, Within: true} },
			"at least 2 days apart, within the 7 days of event.window_days."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			x := kiteExplanation()
			tt.change(x)
			got := strings.Join(strings.Fields(explainText(t, x, report.ExplainOptions{Width: 1000})), " ")
			if !strings.Contains(got, tt.want) {
				t.Errorf("want %s\ngot %s", tt.want, got)
			}
		})
	}
}

// No line is wider than asked for, and nothing in a story reaches the terminal as a
// command.
func TestExplainWidthAndHostility(t *testing.T) {
	x := kiteExplanation()
	x.A.ID, x.B.Outlet = "evil\x1b[2J.txt", "Hill\x07Courier"
	x.B.Title = "Kite\r\nEvent forged " + strings.Repeat("long ", 40)
	x.Words.Shared[0].Word = "\x1b]0;owned\x07" + strings.Repeat("w", 90)
	x.Copy.Passages[0].Text = strings.Repeat("风筝\u202e", 60)
	x.Event.Chain[0].To = strings.Repeat("folder/", 30) + "\x1bstory.txt"
	for width := 40; width < 120; width += 7 {
		got := explainText(t, x, report.ExplainOptions{Width: width})
		if i := strings.IndexAny(got, "\x1b\x07\r\u202e"); i >= 0 {
			t.Errorf("%q gets through in\n%s", got[i], got)
		}
		for line := range strings.Lines(got) {
			line = strings.TrimSuffix(line, "\n")
			if n := displaywidth.String(line); n > width {
				t.Errorf("%d columns of %d: %s", n, width, line)
			}
			if strings.HasPrefix(line, "Event forged") {
				t.Errorf("a title forges a line in\n%s", got)
			}
		}
	}
}

func TestExplainColor(t *testing.T) {
	if got := explainText(t, kiteExplanation(), report.ExplainOptions{Color: true}); !strings.Contains(got, "\x1b[1mOne event: \x1b[0m") {
		t.Errorf("no bold verdict in\n%s", got)
	}
}

func TestExplainJSON(t *testing.T) {
	var b strings.Builder
	x := kiteExplanation()
	if err := report.ExplainJSON(&b, x); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "null") {
		t.Errorf("null for an empty list in %s", b.String())
	}
	if x.Words.OnlyB != nil || x.Copy.Passages[0].Changes != nil {
		t.Error("writing changed the explanation")
	}
	var got news.Explanation
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil {
		t.Fatal(err)
	}
	if got.Schema != news.ExplanationSchema || got.Event.By != news.ByAverage || got.Event.Reach != 21 || got.Copy.Passages[0].Words != 10 {
		t.Errorf("got %s", b.String())
	}
}
