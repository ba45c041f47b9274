package drift

import (
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// unit is what is compared: a word, or the words that make a quantity or a date.
type unit struct {
	key  string // equal units have equal keys
	span news.Span
	token
	quantity *quantity
	date     *date
}

// isWord reports a unit that is neither a quantity nor a date.
func (u unit) isWord() bool { return u.quantity == nil && u.date == nil }

// reading is a wording as units.
type reading struct {
	text     string
	day      news.Time
	units    []unit
	capitals bool // two words of three have one, so that they tell no names
}

// read makes the units of a wording. Articles are left out.
func read(w Wording, words *lexicon) reading {
	r := reading{text: w.Text, day: w.Day}
	tokens := tokenize(w.Text, words)
	r.units = make([]unit, 0, len(tokens))
	upper := 0
	for i := 0; i < len(tokens); {
		u, n := nextUnit(tokens, i, w.Text, words)
		if u.key != "" {
			u.token = tokens[i]
			u.span = news.Span{Start: tokens[i].span.Start, End: tokens[i+n-1].span.End}
			r.units = append(r.units, u)
		} else if i+n < len(tokens) { // what begins with an article begins there
			tokens[i+n].after = tokens[i+n].after || tokens[i].after
			tokens[i+n].first = tokens[i+n].first || tokens[i].first
		}
		if tokens[i].upper {
			upper++
		}
		i += n
	}
	r.capitals = 3*upper > 2*len(tokens)
	return r
}

// nextUnit reads the unit that begins with token i, and tells of how many tokens
// it is. Its key is empty when they say nothing.
func nextUnit(tokens []token, i int, text string, words *lexicon) (unit, int) {
	rest := tokens[i:]
	figure := rest[0].isFigure()
	if figure || rest[0].begins.has(aDate) {
		if d, n := readDate(tokens, i, text, words); n > 0 {
			return unit{key: d.key(), date: &d}, n
		}
	}
	if figure || beginsQuantity(rest, words) {
		if q, n := readQuantity(rest, words); n > 0 {
			return unit{key: q.key(), quantity: &q}, n
		}
	}
	if _, n := words.idiom.at(rest); n > 0 && i+n < len(tokens) {
		return unit{}, n
	}
	if rest[0].begins.has(anArticle) && len(rest) > 1 {
		return unit{}, 1
	}
	if same, n := words.same.at(rest); n > 0 {
		return unit{key: same}, n
	}
	if title, n := words.longTitle(rest); n > 0 {
		return unit{key: title}, n
	}
	return unit{key: wordKey(rest, words)}, 1
}

// beginsQuantity reports words that a number in words can begin with: "twelve", "a
// dozen", any word where numbers are written as one.
func beginsQuantity(tokens []token, words *lexicon) bool {
	return words.compound || tokens[0].begins.has(aQuantity) ||
		tokens[0].begins.has(anArticle) && len(tokens) > 1 && tokens[1].begins.has(aNumber|aScale|aFraction)
}

// longTitle reads a title of several words.
func (l *lexicon) longTitle(tokens []token) (string, int) {
	if !tokens[0].begins.has(aTitle) {
		return "", 0
	}
	var ends [longest]int
	joined, most := join(nil, tokens, &ends)
	for n := most; n > 1; n-- {
		if title := string(joined[:ends[n-1]]); l.title[title] {
			return title, n
		}
	}
	return "", 0
}

// isFigure reports a token with a digit at one of its ends, as all numbers in
// figures have.
func (t token) isFigure() bool {
	return t.text != "" && (isDigit(rune(t.text[0])) || isDigit(rune(t.text[len(t.text)-1])))
}

// wordKey is the key of a word in one spelling. The "No." of a number denies
// nothing.
func wordKey(tokens []token, words *lexicon) string {
	word := tokens[0].text
	switch {
	case tokens[0].begins.has(aSay):
		return "say"
	case word == "no" && len(tokens) > 1 && isDigit(rune(tokens[1].text[0])) && tokens[0].upper:
		return "no."
	case !words.english:
		return word
	}
	key := american(word)
	if key == word {
		return word // one that stands for another was read before
	}
	if same, ok := words.same.word(key); ok {
		return same
	}
	return key
}

// spelling is how British words end, and how the American ones do.
type spelling struct{ british, american string }

// spellings are British endings by their last letter.
var spellings = [...][]spelling{
	'd': {{"ised", "ized"}, {"ysed", "yzed"}, {"oured", "ored"}, {"ourhood", "orhood"}, {"lled", "led"}},
	'e': {{"ise", "ize"}, {"yse", "yze"}, {"ogue", "og"}},
	'g': {{"ising", "izing"}, {"ysing", "yzing"}, {"ouring", "oring"}, {"lling", "ling"}},
	'l': {{"oural", "oral"}},
	'n': {{"isation", "ization"}},
	'r': {{"our", "or"}, {"ourer", "orer"}, {"ller", "ler"}},
	's': {
		{"ises", "izes"}, {"ours", "ors"}, {"ourers", "orers"}, {"ogues", "ogs"}, {"llers", "lers"}, {"metres", "meters"}, {"litres", "liters"},
		{"centres", "centers"}, {"cheques", "checks"}, {"tyres", "tires"},
		{"isations", "izations"}, {"theatres", "theaters"}, {"defences", "defenses"}, {"programmes", "programs"},
	},
}

// american is the American spelling of a word. What it makes of words that are no
// British spelling does not matter: they are made the same in both wordings.
func american(word string) string {
	last := word[len(word)-1]
	if int(last) >= len(spellings) {
		return word
	}
	const stem = 2 // letters, at least
	for _, s := range spellings[last] {
		if rest, ok := strings.CutSuffix(word, s.british); ok && len(rest) >= stem {
			return rest + s.american
		}
	}
	return word
}

// span is the text of units.
func (r reading) span(units news.Range) news.Span {
	return news.Span{Start: r.units[units.Start].span.Start, End: r.units[units.End-1].span.End}
}

// keys are the keys of units.
func (r reading) keys(in news.Range) (keys []string) {
	for _, u := range r.units[in.Start:in.End] {
		keys = append(keys, u.key)
	}
	return keys
}

// near is the unit at i, an empty one beyond the ends.
func (r reading) near(i int) unit {
	if i < 0 || i >= len(r.units) {
		return unit{}
	}
	return r.units[i]
}

// alike reports whether two words are forms of one: the longer begins as the
// shorter does, but for its ending.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	const least = 4
	common := stem(a, b)
	return common >= least && max(len(a), len(b))-common <= 3 && strings.TrimSpace(a) != ""
}

// longStem is a stem that tells a name by itself: Kentucky and Kentuckian.
const longStem = 6

// stem is how many bytes two words have in common at their beginning.
func stem(a, b string) (n int) {
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}
