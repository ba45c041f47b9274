package event

import "testing"

// How much is asked of two articles.
func TestBarOf(t *testing.T) {
	opts := Options{Bar: .1, UndatedBar: .2}
	for _, tt := range []struct {
		name string
		tie  Tie
		want float64
	}{
		{"dated", Tie{Words: 64}, .2},
		{"undated", Tie{Words: 64, Undated: true}, .4},
		{"short", Tie{Words: 16}, .3},
		{"of one outlet", Tie{Words: 64, OneOutlet: true}, .25},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := opts.BarOf(tt.tie); got < tt.want-1e-12 || got > tt.want+1e-12 {
				t.Errorf("bar %v, want %v", got, tt.want)
			}
		})
	}
}

// What fits less than three quarters counts only when both quote something.
func TestFitOf(t *testing.T) {
	opts := Options{Bar: .1, UndatedBar: .2}
	for _, tt := range []struct {
		name   string
		tie    Tie
		counts bool
		within bool // fits one event
	}{
		{"at the bar", Tie{Cosine: .2, Words: 64}, true, true},
		{"below it", Tie{Cosine: .15, Words: 64}, true, false},
		{"far below it", Tie{Cosine: .13, Words: 64}, false, false},
		{"far below it, with a quotation", Tie{Cosine: .13, Words: 64, Quoted: 40}, true, true},
		{"nothing but a quotation", Tie{Words: 64, Quoted: 40}, true, false},
		{"the bar of dated articles, undated", Tie{Cosine: .2, Words: 64, Undated: true}, false, false},
		{"at the bar, of one outlet", Tie{Cosine: .2, Words: 64, OneOutlet: true}, true, false},
		{"below the bar for two outlets, of one", Tie{Cosine: .14, Words: 64, OneOutlet: true}, true, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			fit, ok := opts.FitOf(tt.tie)
			if ok != tt.counts || (fit >= 1) != tt.within {
				t.Errorf("fit %.2f, counts: %v; want within: %v, counts: %v", fit, ok, tt.within, tt.counts)
			}
		})
	}
}

// Bars are written to six places, and no rounding touches those that are not
// changed.
func TestTimes(t *testing.T) {
	opts := Options{Bar: .1234567, UndatedBar: 1. / 3, Window: 7}
	if got := opts.Times(1); got != opts {
		t.Errorf("once: %+v", got)
	}
	if got, want := opts.Times(.5), (Options{Bar: .061728, UndatedBar: .166667, Window: 7}); got != want {
		t.Errorf("half: %+v, want %+v", got, want)
	}
	if got, want := opts.Rough(), (Options{Bar: Defaults().Bar, UndatedBar: Defaults().UndatedBar, Window: 7}); got != want {
		t.Errorf("rough: %+v, want %+v", got, want)
	}
}
