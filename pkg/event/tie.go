package event

import "math"

// Tie is what two articles have in common that can put them into one event, and
// what decides how much is asked of them. It does not depend on the bars: how well
// the two fit at any bars follows from it, see [Options.FitOf].
type Tie struct {
	Cosine    float64 // of their vectors, 0 to 1
	Quoted    int     // words that both quote
	Words     int     // of the longer one, see [Stretch]
	OneOutlet bool    // wrote both, see [OneHouse]
	Undated   bool    // the day of one is not known with its year
}

// BarOf is the cosine that the two articles of a tie must reach to count as one
// event.
func (o Options) BarOf(t Tie) float64 {
	bar := o.barOfTwo(t)
	if t.OneOutlet {
		bar *= OneHouse
	}
	return bar
}

// barOfTwo is the same for articles of two outlets.
func (o Options) barOfTwo(t Tie) float64 {
	if t.Undated {
		return o.UndatedBar * Stretch(t.Words)
	}
	return o.Bar * Stretch(t.Words)
}

// FitOf is how well the two articles of a tie fit one event, see [Fit]. ok is
// false when that counts as nothing: they are less near than the [Least] for two
// outlets and quote nothing in common.
func (o Options) FitOf(t Tie) (fit float64, ok bool) {
	if t.Quoted == 0 && t.Cosine < Least(o.barOfTwo(t)) {
		return 0, false
	}
	return Fit(t.Cosine, o.BarOf(t), t.Quoted), true
}

// Times are the options with bars so many times as high, to six places.
func (o Options) Times(factor float64) Options {
	if factor != 1 {
		o.Bar, o.UndatedBar = times(o.Bar, factor), times(o.UndatedBar, factor)
	}
	return o
}

func times(bar, factor float64) float64 { return math.Round(bar*factor*1e6) / 1e6 }

// Rough are the options of the first grouping, which only tells what is common in
// the folder. Its bars are those of [Defaults], whatever others are asked for: so
// the weights of words, and with them all cosines, are the same at every bar, and a
// folder that was compared once can be grouped at many. Over nine bars from .6 to
// 1.6 times these, the ARI was .001 lower by that on 904 texts and .006 higher on
// 3,353 paragraphs.
func (o Options) Rough() Options {
	o.Bar, o.UndatedBar = Defaults().Bar, Defaults().UndatedBar
	return o
}
