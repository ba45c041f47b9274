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
	capitals bool // most words have one, so that they tell no names
}

// read makes the units of a wording. Articles are left out.
func read(w Wording, words *lexicon) reading {
	r := reading{text: w.Text, day: w.Day}
	tokens := tokenize(w.Text, words)
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
	r.capitals = 2*upper > len(tokens)
	return r
}

// nextUnit reads the unit that begins with token i, and tells of how many tokens
// it is. Its key is empty when they say nothing.
func nextUnit(tokens []token, i int, text string, words *lexicon) (unit, int) {
	rest := tokens[i:]
	if d, n := readDate(tokens, i, text, words); n > 0 {
		return unit{key: d.key(), date: &d}, n
	}
	if q, n := readQuantity(rest, words); n > 0 {
		return unit{key: q.key(), quantity: &q}, n
	}
	if _, n := words.idiom.at(rest); n > 0 && i+n < len(tokens) {
		return unit{}, n
	}
	if words.article[rest[0].text] && len(rest) > 1 {
		return unit{}, 1
	}
	if same, n := words.same.at(rest); n > 0 {
		return unit{key: same}, n
	}
	if _, n := words.same.at(rest[:1]); n == 0 && words.title["prime minister"] {
		for n := min(longest, len(rest)); n > 1; n-- {
			if phrase := joined(rest[:n]); words.title[phrase] {
				return unit{key: phrase}, n
			}
		}
	}
	return unit{key: wordKey(rest, words)}, 1
}

// wordKey is the key of a word in one spelling. The "No." of a number denies
// nothing.
func wordKey(tokens []token, words *lexicon) string {
	word := tokens[0].text
	switch {
	case words.say[word]:
		return "say"
	case word == "no" && len(tokens) > 1 && isDigit(rune(tokens[1].text[0])) && tokens[0].upper:
		return "no."
	case !words.names:
		return word
	}
	key := american(word)
	if same, ok := words.same[key]; ok {
		return same
	}
	return key
}

// endings are British spellings and the American ones.
var endings = [...]struct{ british, american string }{
	{"isation", "ization"}, {"isations", "izations"}, {"ise", "ize"}, {"ised", "ized"}, {"ises", "izes"}, {"ising", "izing"},
	{"yse", "yze"}, {"ysed", "yzed"}, {"ysing", "yzing"},
	{"our", "or"}, {"ours", "ors"}, {"oured", "ored"}, {"ouring", "oring"}, {"ourhood", "orhood"}, {"oural", "oral"}, {"ourer", "orer"}, {"ourers", "orers"},
	{"ogue", "og"}, {"ogues", "ogs"},
	{"lled", "led"}, {"lling", "ling"}, {"ller", "ler"}, {"llers", "lers"}, {"metres", "meters"}, {"litres", "liters"},
	{"centres", "centers"}, {"theatres", "theaters"}, {"defences", "defenses"}, {"programmes", "programs"}, {"cheques", "checks"}, {"tyres", "tires"},
}

// american is the American spelling of a word. What it makes of words that are no
// British spelling does not matter: they are made the same in both wordings.
func american(word string) string {
	for n := min(7, len(word)-2); n >= 3; n-- {
		ending := word[len(word)-n:]
		for _, e := range endings {
			if e.british == ending {
				return word[:len(word)-n] + e.american
			}
		}
	}
	return word
}

// keys are the units' keys as numbers, the same for the same key.
func (r reading) keys(numbers map[string]uint32) []uint32 {
	keys := make([]uint32, len(r.units))
	for i, u := range r.units {
		n, ok := numbers[u.key]
		if !ok {
			n = uint32(len(numbers) + 1)
			numbers[u.key] = n
		}
		keys[i] = n
	}
	return keys
}

// span is the text of units.
func (r reading) span(units news.Range) news.Span {
	return news.Span{Start: r.units[units.Start].span.Start, End: r.units[units.End-1].span.End}
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
	const stem = 4
	common := 0
	for common < min(len(a), len(b)) && a[common] == b[common] {
		common++
	}
	return common >= stem && max(len(a), len(b))-common <= 3 && strings.TrimSpace(a) != ""
}
