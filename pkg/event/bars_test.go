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
	if !(0 < opts.Least() && opts.Least() <= opts.Bar && opts.Bar < opts.UndatedBar && opts.UndatedBar < 1) {
		t.Errorf("least %v, bar %v, undated %v do not rise", opts.Least(), opts.Bar, opts.UndatedBar)
	}
	if opts.Window < 1 {
		t.Errorf("window of %d days", opts.Window)
	}
}
