package event

import (
	"testing"
	"time"

	"github.com/wireprint/wireprint/pkg/news"
)

func TestBarFor(t *testing.T) {
	opts := Options{Bar: .1, UndatedBar: .2, Window: 7}
	july := func(d int) news.Time { return news.Time{Year: 2021, Month: time.July, Day: d} }
	noYear := func(m time.Month, d int) news.Time { return news.Time{Month: m, Day: d} }
	for _, tt := range []struct {
		name string
		a, b news.Time
		want float64
		ok   bool
	}{
		{"one day", july(19), july(19), .1, true},
		{"the last day of the window", july(19), july(26), .1, true},
		{"a day after the window", july(19), july(27), 0, false},
		{"years later", july(19), news.Time{Year: 2025, Month: time.July, Day: 19}, 0, false},
		{"no date", news.Time{}, july(19), .2, true},
		{"no dates at all", news.Time{}, news.Time{}, .2, true},
		{"no year, the same days", noYear(time.July, 20), july(19), .2, true},
		{"no year, another month", noYear(time.May, 20), july(19), 0, false},
		{"no year on either side of New Year", noYear(time.December, 30), noYear(time.January, 2), .2, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, way := range [][2]news.Time{{tt.a, tt.b}, {tt.b, tt.a}} {
				if bar, ok := opts.BarFor(way[0], way[1]); bar != tt.want || ok != tt.ok {
					t.Errorf("%s and %s: bar %v (%v), want %v (%v)", way[0], way[1], bar, ok, tt.want, tt.ok)
				}
			}
		})
	}
}

// What is unknown must pass a higher bar, and grouping is told of every cosine
// that could count.
func TestDefaultBars(t *testing.T) {
	opts := Defaults()
	if least := Least(opts.Bar); !(0 < least && least <= opts.Bar && opts.Bar < opts.UndatedBar && opts.UndatedBar < 1) {
		t.Errorf("least %v, bar %v, undated %v do not rise", least, opts.Bar, opts.UndatedBar)
	}
	if opts.Window < 1 {
		t.Errorf("window of %d days", opts.Window)
	}
}

// A long run of shared words helps a pair over the bar, but a run alone, which
// may be a set phrase or a footer, never does, nor does any run between dates
// that lie too far apart.
func TestFit(t *testing.T) {
	opts := Options{Bar: .1, UndatedBar: .2, Window: 7}
	monday := news.Time{Year: 2024, Month: time.March, Day: 4}
	for _, tt := range []struct {
		name   string
		at     news.Time
		cosine float64
		run    int
		within bool // fits one event
		ok     bool
	}{
		{"just like enough", monday, .1, 0, true, true},
		{"not quite", monday, .09, 0, false, true},
		{"not quite, and a long run", monday, .09, 30, true, true},
		{"nothing but a run", monday, 0, 10000, false, true},
		{"little more than a run", monday, .02, 10000, false, true},
		{"no date, a higher bar", news.Time{}, .1, 0, false, true},
		{"the same text, years apart", news.Time{Year: 2020, Month: time.March, Day: 4}, 1, 10000, false, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			fit, ok := opts.Fit(monday, tt.at, tt.cosine, tt.run)
			if ok != tt.ok || (fit >= 1) != tt.within {
				t.Errorf("fit %.2f (%v), want within: %v (%v)", fit, ok, tt.within, tt.ok)
			}
		})
	}
	before := -1.0
	for run := range 100 {
		fit, _ := opts.Fit(monday, monday, .05, run)
		if fit < before {
			t.Errorf("a run of %d words fits less than one of %d", run, run-1)
		}
		before = fit
	}
}
