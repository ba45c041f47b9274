package extract

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/source"
)

// afterAsking are options by whose clock the time of a document is over when it was
// asked for so often.
func afterAsking(times int) source.Options {
	asked := 0
	return source.Options{MaxSeconds: 60, Clock: func() time.Time {
		if asked++; asked > times+1 { // once for the beginning
			return time.Time{}.Add(time.Hour)
		}
		return time.Time{}
	}}
}

const tooSlow = "takes more than 60 seconds (raise --max-time)"

// Whenever a document's time is over, it is skipped and the reason is told, or its
// articles are the same as without a limit.
func TestDeadlineOfDocuments(t *testing.T) {
	const story = "<p>The ferry to Skarholm left two hours late on Thursday, because a pump had failed, the harbour said.</p>"
	for _, tt := range []struct {
		name string
		doc  source.Document
		asks int // the least number of steps between which the time is looked at
	}{
		{"page", source.Document{Format: source.HTML, Data: []byte("<html><body><article>" + strings.Repeat(story, 3) + "</article></body></html>")}, 5},
		{"record of markup", source.Document{Format: source.Record, Data: fmt.Appendf(nil, `{"text": %q}`, story)}, 2},
		{"text", source.Document{Data: []byte(benchStory)}, 1},
	} {
		tt.doc.Path = "a"
		want, _ := Articles(tt.doc)
		if len(want) != 1 {
			t.Fatalf("%s: %d articles", tt.name, len(want))
		}
		for times := 0; ; times++ {
			articles, skips := ArticlesWithin(tt.doc, afterAsking(times))
			if len(articles) == 1 {
				if times < tt.asks {
					t.Errorf("%s: the time was looked at %d times, want %d", tt.name, times, tt.asks)
				}
				break
			}
			if len(articles) > 0 || len(skips) != 1 || skips[0] != (news.Skip{Path: "a", Reason: tooSlow}) {
				t.Fatalf("%s: asked %d times: %d articles, %v", tt.name, times, len(articles), skips)
			}
		}
	}
}

// Of a document of many records, those are kept that were read before its time was over,
// and the rest is told once.
func TestDeadlineKeepsRecords(t *testing.T) {
	const record = `{"text": "The ferry to Skarholm left two hours late on Thursday."}`
	item := `<newsItem><contentSet><inlineData contenttype="text/plain">The ferry to Skarholm left two hours late.</inlineData></contentSet></newsItem>`
	for name, doc := range map[string]source.Document{
		"records": {Format: source.Record, Data: []byte(`{"articles": [` + strings.Repeat(record+",", 9) + record + "]}")},
		"wire":    {Data: []byte(`<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>` + strings.Repeat(item, 10) + `</itemSet></newsMessage>`)},
	} {
		doc.Path = "a"
		if all, _ := Articles(doc); len(all) != 10 {
			t.Fatalf("%s: %d articles", name, len(all))
		}
		articles, skips := ArticlesWithin(doc, afterAsking(5))
		if len(articles) == 0 || len(articles) > 5 || len(skips) != 1 || skips[0] != (news.Skip{Path: "a", Reason: tooSlow + "; nothing after it was read"}) {
			t.Errorf("%s: %d articles, %v", name, len(articles), skips)
		}
	}
}

// A page may hold any number of dates that nobody can read: some of them are tried, and
// each of those once.
func TestUnreadableDates(t *testing.T) {
	page := func(dates func(i int) string, n int) pageMeta {
		p := pageMeta{meta: map[string]string{}}
		for i := range n {
			p.times = append(p.times, dates(i))
		}
		p.times = append(p.times, "2021-07-19")
		return p
	}
	for _, tt := range []struct {
		name string
		page pageMeta
		want bool
	}{
		{"few", page(func(i int) string { return fmt.Sprint("Blugust ", i) }, 20), true},
		{"one, often", page(func(int) string { return "Blugust" }, 10_000), true},
		{"many", page(func(i int) string { return fmt.Sprint("Blugust ", i) }, 10_000), false},
	} {
		a := &news.Article{}
		pageTime(a, tt.page, parsed(t, "<p>x"))
		if a.Time.Known() != tt.want {
			t.Errorf("%s: the day is %v", tt.name, a.Time)
		}
	}
}

// Readability is not asked for a page of which it would ask each element for hundreds.
func TestSunkPage(t *testing.T) {
	const story = "<p>The ferry to Skarholm left two hours late on Thursday, because a pump had failed, the harbour said.</p>"
	if readable(parsed(t, "<html><body>"+strings.Repeat("<div>", 100)+strings.Repeat(story, 20))) == "" {
		t.Error("nothing found in a page of some depth")
	}
	if readable(parsed(t, "<html><body>"+strings.Repeat("<div>", 450)+strings.Repeat(story, 30_000))) != "" {
		t.Error("a page of 60,000 elements and texts, 450 deep, was gone through")
	}
}

// A year is told by the other stories of a file in time that grows with their number
// alone: it is found for the last of many as for the first, also from one story to the
// next.
func TestYearsOfManyStories(t *testing.T) {
	stories := make([]news.Article, 200_000)
	for i := range stories {
		stories[i].Time = news.Time{Month: time.December, Day: 1 + i%28}
	}
	stories[5].Time.Year = 2019
	inferYears(stories)
	for i := range stories {
		if stories[i].Time.Year != 2019 {
			t.Fatalf("story %d is of %v", i, stories[i].Time)
		}
	}
}

func parsed(t *testing.T, markup string) *html.Node {
	t.Helper()
	root, err := parsePage(markup, nil)
	if err != nil {
		t.Fatal(err)
	}
	return root
}
