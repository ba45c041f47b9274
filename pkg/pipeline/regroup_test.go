package pipeline

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/report"
)

// withLinks asks for what groups were made of.
func withLinks(o *Options) { o.Links = LowestFactor }

// published is a report as a reader of its JSON form has it.
func published(t *testing.T, r *news.Report) *news.Report {
	t.Helper()
	var b bytes.Buffer
	if err := report.JSON(&b, r); err != nil {
		t.Fatal(err)
	}
	read, err := report.ReadJSON(&b)
	if err != nil {
		t.Fatal(err)
	}
	return read
}

func groupsOf(r *news.Report) (families, events map[string]string) {
	families, events = map[string]string{}, map[string]string{}
	for _, a := range r.Articles {
		families[a.ID], events[a.ID] = a.Family, a.Event
	}
	return families, events
}

// Grouped again from what a report lists, articles are in the groups that a scan
// with these thresholds puts them into: at the report's own thresholds those of
// the report. Large folders compare many articles with one alone: so does a folder
// that was told to begin with that at four.
func TestRegroupingGivesWhatScansGive(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of the short tests: it scans a large folder")
	}
	for _, tt := range []struct {
		name, path string
		star       int // as in candidate.Options; 0 for the default
		crowd      int // as in event.Options
		factors    []float64
		least      int // how many of these must change something
	}{
		{"newsroom with crowds", newsroom, 0, 4, []float64{1}, 0},
		{"newsroom", newsroom, 0, 0, []float64{LowestFactor, 0.7, 0.95, 1, 1.05, 1.3, highestFactor}, 3},
		{"newsroom with stars", newsroom, 4, 0, []float64{LowestFactor, 0.8, 1, 1.2}, 2},
		{"events", data + "events/docs.jsonl", 0, 0, []float64{0.75, 1, 1.3}, 2},
		{"rewrites", data + "rewrites/docs.jsonl", 0, 0, []float64{0.9, 1}, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := os.Stat(tt.path); err != nil {
				t.Skipf("../shared/data is not here: %v", err)
			}
			change := func(o *Options) {
				o.Rows, o.Pairs = RowsNone, PairsNone
				if tt.star > 0 {
					o.Candidate.Star = tt.star
				}
				if tt.crowd > 0 {
					o.Event.Crowd = tt.crowd
				}
			}
			r := published(t, scan(t, func(o *Options) { change(o); withLinks(o) }, tt.path))
			g, err := NewRegrouping(r)
			if err != nil {
				t.Fatal(err)
			}
			families, events := groupsOf(r)
			changed := 0
			for _, factor := range tt.factors {
				wantFamilies, wantEvents := families, events
				if factor != 1 {
					wantFamilies, _ = groupsOf(scan(t, func(o *Options) { change(o); o.Families = o.Families.Times(factor); o.Events = false }, tt.path))
					_, wantEvents = groupsOf(scan(t, func(o *Options) { change(o); o.Event = o.Event.Times(factor) }, tt.path))
				}
				if diff := cmp.Diff(wantFamilies, g.Families(g.Options.Families.Times(factor))); diff != "" {
					t.Errorf("%v times: families (-scan +regrouping):\n%s", factor, diff)
				}
				if diff := cmp.Diff(wantEvents, g.Events(g.Options.Event.Times(factor))); diff != "" {
					t.Errorf("%v times: events (-scan +regrouping):\n%s", factor, diff)
				}
				if !cmp.Equal(wantEvents, events) {
					changed++
				}
			}
			if changed < tt.least {
				t.Errorf("events change at %d factors, want %d: this shows little", changed, tt.least)
			}
		})
	}
}

// To list links changes nothing else.
func TestLinksChangeNothingElse(t *testing.T) {
	want := reportJSON(t, scan(t, nil, newsroom))
	r := scan(t, withLinks, newsroom)
	if len(r.FamilyLinks) == 0 || len(r.EventLinks) == 0 {
		t.Fatalf("%d family links, %d event links", len(r.FamilyLinks), len(r.EventLinks))
	}
	r.FamilyLinks, r.EventLinks = nil, nil
	for i := range r.Articles {
		r.Articles[i].Rank = 0
	}
	for i := range r.Families {
		r.Families[i].Speakers, r.Families[i].From, r.Families[i].To = 0, "", ""
	}
	r.Run.Options = bytes.Replace(r.Run.Options, []byte(fmt.Sprintf(`,"links":%v`, LowestFactor)), nil, 1)
	same(t, "without its links", want, r)
}

func TestLinksDoNotDependOnJobs(t *testing.T) {
	want := reportJSON(t, scan(t, func(o *Options) { withLinks(o); o.Jobs = 1 }, newsroom))
	for _, jobs := range []int{2, 8} {
		same(t, fmt.Sprintf("%d jobs", jobs), want, scan(t, func(o *Options) { withLinks(o); o.Jobs = jobs }, newsroom))
	}
}

func TestFactors(t *testing.T) {
	for _, tt := range []struct{ links, first float64 }{{0.5, 0.5}, {0.72, 0.75}, {1, 1}} {
		g := Regrouping{Options: Options{Links: tt.links}}
		factors := g.Factors()
		if first, last := factors[0], factors[len(factors)-1]; first != tt.first || last != highestFactor {
			t.Errorf("links from %v: factors from %v to %v", tt.links, first, last)
		}
		ones := 0
		for i, f := range factors {
			if f == 1 {
				ones++
			}
			if i > 0 && f <= factors[i-1] {
				t.Errorf("%v after %v", f, factors[i-1])
			}
		}
		if ones != 1 {
			t.Errorf("links from %v: 1 is there %d times", tt.links, ones)
		}
	}
}

// A report that cannot be grouped again is refused.
func TestNewRegroupingRefuses(t *testing.T) {
	whole, err := json.Marshal(scan(t, withLinks, newsroom+"/2024-03"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name   string
		change func(*news.Report)
		want   string
	}{
		{"no links asked for", func(r *news.Report) { r.Run.Options = []byte(`{}`) }, ErrNoLinks.Error()},
		{"options of nobody", func(r *news.Report) { r.Run.Options = []byte(`{"links":"all"}`) }, "options"},
		{"an article less", func(r *news.Report) { r.Articles = r.Articles[1:] }, "no rank of its own"},
		{"an article twice", func(r *news.Report) { r.Articles[1] = r.Articles[0] }, "no rank of its own"},
		{"a family link of nobody", func(r *news.Report) { r.FamilyLinks[0].A = "nobody" }, `"nobody"`},
		{"an event link of nobody", func(r *news.Report) { r.EventLinks[0].B = "nobody" }, `"nobody"`},
		{"no day", func(r *news.Report) { r.Families[0].From = "yesterday" }, "yesterday"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := new(news.Report)
			if err := json.Unmarshal(whole, r); err != nil {
				t.Fatal(err)
			}
			if _, err := NewRegrouping(r); err != nil {
				t.Fatalf("before the change: %v", err)
			}
			tt.change(r)
			_, err := NewRegrouping(r)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
			if tt.want == ErrNoLinks.Error() && !errors.Is(err, ErrNoLinks) {
				t.Errorf("error %v is not ErrNoLinks", err)
			}
		})
	}
}
