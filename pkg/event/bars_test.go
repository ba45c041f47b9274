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
// may be a set phrase or a footer, never does.
func TestFit(t *testing.T) {
	for _, tt := range []struct {
		name   string
		cosine float64
		run    int
		within bool // fits one event
	}{
		{"just like enough", .1, 0, true},
		{"not quite", .09, 0, false},
		{"not quite, and a long run", .09, 30, true},
		{"nothing but a run", 0, 10000, false},
		{"little more than a run", .02, 10000, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if fit := Fit(tt.cosine, .1, tt.run); (fit >= 1) != tt.within {
				t.Errorf("fit %.2f, want within: %v", fit, tt.within)
			}
		})
	}
	for run := 1; run < 100; run++ {
		if Fit(.05, .1, run) < Fit(.05, .1, run-1) {
			t.Errorf("a run of %d words fits less than one of %d", run, run-1)
		}
	}
}

// More is asked of two briefs than of a brief and a long story.
func TestStretch(t *testing.T) {
	for words := 1; words < 5000; words *= 2 {
		if Stretch(words) < Stretch(2*words) || Stretch(words) < 1 {
			t.Errorf("%d words: %v, twice as many: %v", words, Stretch(words), Stretch(2*words))
		}
	}
}

// What fits less than three quarters counts as nothing.
func TestLeast(t *testing.T) {
	if fit := Fit(Least(.2), .2, 0); fit < .745 || fit > .755 {
		t.Errorf("the least cosine fits by %.3f, want .75", fit)
	}
}
