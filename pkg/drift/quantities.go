package drift

import (
	"fmt"
	"math"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// quantity is a number with its unit and what is said of its exactness.
type quantity struct {
	numeral
	measure
	hedge string // "least", "most", "about" or empty
}

// currencies are dimensions that no fixed rate connects.
const currencies = " usd eur gbp jpy inr rub cny chf kro "

func isCurrency(dimension string) bool {
	return dimension != "" && strings.Contains(currencies, " "+dimension+" ")
}

// readQuantity reads the quantity that the tokens begin with.
func readQuantity(tokens []token, words *lexicon) (q quantity, k int) {
	q.hedge, k = words.hedge.at(tokens)
	if k > 0 && k < len(tokens) && new(date).readClock(tokens[k:], words) > 0 {
		return quantity{}, 0 // "around 6 a.m."
	}
	money, m := words.unit.at(tokens[k:])
	if m > 0 && isCurrency(money.dimension) && k+m < len(tokens) && isDigit(rune(tokens[k+m].text[0])) {
		q.measure = money
		k += m
	}
	number, n := readNumber(tokens[k:], words)
	if n == 0 {
		return quantity{}, 0
	}
	q.numeral = number
	k += n
	if number.plain == -1 { // a part of the whole
		if u, m := partOf(tokens[k:], words); m > 0 {
			part := number.value / 100
			q.numeral = numeral{value: part, ulp: 0.1 * part, coarse: 0.1 * part, plain: part}
			q.measure = u
			return q, k + m
		}
		q.measure, q.plain = measure{"ratio", 1}, number.value
		return q, k
	}
	if q.dimension != "" || q.ordinal {
		return q, k
	}
	next := k
	if n > 1 && next+1 < len(tokens) && words.of[tokens[next].text] {
		next++
	}
	if next < len(tokens) && !tokens[next].after {
		if u, m := words.unit.at(tokens[next:]); m > 0 && !isStray(tokens[next]) {
			q.measure = u
			k = next + m
		}
	}
	return q, k
}

// partOf reads the unit that a fraction is of: "of a percentage point", "an hour".
func partOf(tokens []token, words *lexicon) (measure, int) {
	k := 0
	if k < len(tokens) && words.of[tokens[k].text] {
		k++
	}
	k = skipArticle(tokens, k, words)
	if k == 0 || k >= len(tokens) || tokens[k].after || isStray(tokens[k]) {
		return measure{}, 0
	}
	u, m := words.unit.at(tokens[k:])
	if m == 0 {
		return measure{}, 0
	}
	return u, k + m
}

// isStray reports a letter that is a unit only right behind a figure.
func isStray(t token) bool {
	return len(t.text) == 1 && !t.glued && t.text != "m" && t.text != "h" && t.text[0] >= 'a' && t.text[0] <= 'z'
}

func (q quantity) key() string {
	hedge := q.hedge
	if hedge == "about" {
		hedge = ""
	}
	return fmt.Sprintf("#%g %s %g %s %v %v", q.value, q.dimension, q.factor, hedge, q.ordinal, q.vague)
}

// verdict says whether two facts agree.
type verdict int

const (
	unknown verdict = iota
	equal
	different
)

func verdictOf(same bool) verdict {
	if same {
		return equal
	}
	return different
}

// agree compares two quantities. Rounding is agreement, in the same unit or in
// another; what is not exact agrees with what is near it.
func (q quantity) agree(r quantity) verdict {
	switch {
	case q.vague != r.vague, q.ordinal != r.ordinal && q.value != r.value:
		return unknown
	case q.vague || q.ordinal:
		return verdictOf(q.value == r.value)
	case isCurrency(q.dimension) && isCurrency(r.dimension) && q.dimension != r.dimension:
		if q.value == r.value {
			return different
		}
		return unknown // one may be worth the other
	case q.plain*1e6 == q.value && r.dimension == "length", r.plain*1e6 == r.value && q.dimension == "length":
		return q.metres().sameDimension(r.metres())
	case q.dimension == r.dimension || q.dimension == "" || r.dimension == "":
		return q.sameDimension(r)
	case q.dimension == "celsius" && r.dimension == "fahrenheit":
		return verdictOf(math.Abs(q.value*9/5+32-r.value) <= 2)
	case q.dimension == "fahrenheit" && r.dimension == "celsius":
		return r.agree(q)
	case q.dimension == "ratio" && r.dimension == "points", q.dimension == "points" && r.dimension == "ratio":
		return different
	case q.dimension == "degree" || r.dimension == "degree":
		return verdictOf(q.value == r.value)
	}
	return unknown
}

// metres reads a number with an "m" behind it as a length.
func (q quantity) metres() quantity {
	if q.dimension == "" && q.plain*1e6 == q.value {
		q.value, q.ulp, q.coarse = q.plain, q.ulp/1e6, q.coarse/1e6
		q.measure = measure{"length", 1}
	}
	return q
}

func (q quantity) sameDimension(r quantity) verdict {
	if q.dimension == "" || r.dimension == "" {
		q.factor, r.factor = 1, 1
	}
	a, b := q.value*q.factor, r.value*r.factor
	apart := math.Abs(a - b)
	if q.factor != r.factor {
		const least, most = 0.005, 0.06 // of the value: conversions are rounded more coarsely than they look
		rounded := (q.coarse*q.factor + r.coarse*r.factor) / 2
		return verdictOf(apart <= max(least*a, min(most*a, rounded)))
	}
	if q.hedge == "least" && r.hedge == "most" || q.hedge == "most" && r.hedge == "least" {
		return different
	}
	if q.ulp != r.ulp && apart <= max(q.ulp, r.ulp)*q.factor/2 {
		return equal
	}
	return verdictOf(apart <= 1e-9*a || q.near(r, a, b) || r.near(q, b, a))
}

// near reports whether q is said to be no exact number, and r is one that it can
// stand for.
func (q quantity) near(r quantity, a, b float64) bool {
	const nearly = 0.1
	if r.hedge != "" && r.hedge != "about" || math.Abs(a-b) > nearly*b {
		return false
	}
	return q.hedge == "about" || q.hedge == "least" && b >= a || q.hedge == "most" && b <= a
}

// quantities finds the numbers that a hunk changes.
func (c *comparison) quantities(h hunk) {
	isQuantity := func(u unit) bool { return u.quantity != nil }
	from, to := c.changed(h, isQuantity)
	from, to = c.withoutEqual(from, to, func(a, b unit) bool { return a.quantity.agree(*b.quantity) == equal })
	for _, i := range from {
		for k, j := range to {
			a, b := c.from.units[i].quantity, c.to.units[j].quantity
			if c.isArticle(c.from.units[i]) || c.isArticle(c.to.units[j]) {
				continue
			}
			if a.agree(*b) == different && c.sameThing(h, i, j, len(from) == 1 && len(to) == 1) {
				c.add(news.DriftNumber, c.counted(i, j, true), c.counted(i, j, false))
				to = append(to[:k:k], to[k+1:]...)
				break
			}
		}
	}
}

// isArticle reports a number that is no more than an article: "ein", "une".
func (c *comparison) isArticle(u unit) bool {
	return c.words.indefinite[u.text] && u.quantity.value == 1 && u.quantity.dimension == ""
}

// changed lists the units of a kind in a hunk that do not only stand elsewhere in
// the other wording.
func (c *comparison) changed(h hunk, is func(unit) bool) (from, to []int) {
	if c.isSwap(h) && is(c.from.units[h.from.Start]) && is(c.to.units[h.to.Start]) {
		return []int{h.from.Start}, []int{h.to.Start}
	}
	for i := h.from.Start; i < h.from.End; i++ {
		if u := c.from.units[i]; is(u) && c.surplus[u.key] > 0 {
			from = append(from, i)
		}
	}
	for j := h.to.Start; j < h.to.End; j++ {
		if u := c.to.units[j]; is(u) && c.surplus[u.key] < 0 {
			to = append(to, j)
		}
	}
	return from, to
}

// isSwap reports one unit for another with equal words on either side: "to 3.1 from
// 3.4" and "to 3.4 from 3.1", though each stands elsewhere in the other wording.
func (c *comparison) isSwap(h hunk) bool {
	const around = 2 // equal units
	if h.from.Len() != 1 || h.to.Len() != 1 {
		return false
	}
	i, j := h.from.Start, h.to.Start
	return i >= around && j >= around && c.aligned(i-1) == j-1 && c.aligned(i-around) == j-around &&
		(i+1 == len(c.from.units) || c.aligned(i+1) == j+1)
}

// withoutEqual leaves out the units that have their equal on the other side.
func (c *comparison) withoutEqual(from, to []int, same func(a, b unit) bool) (restFrom, restTo []int) {
	restTo = to
next:
	for _, i := range from {
		for k, j := range restTo {
			if same(c.from.units[i], c.to.units[j]) {
				restTo = append(restTo[:k:k], restTo[k+1:]...)
				continue next
			}
		}
		restFrom = append(restFrom, i)
	}
	return restFrom, restTo
}

// sameThing reports whether two quantities of a hunk are of the same thing: the
// hunk holds little else, or the words next to them are the same.
func (c *comparison) sameThing(h hunk, i, j int, alone bool) bool {
	const little = 4
	a, b := c.from.units[i].quantity, c.to.units[j].quantity
	switch {
	case alone && h.from.Len() <= little && h.to.Len() <= little:
		return true
	case alone && a.dimension != "" && a.measure == b.measure && a.dimension != "time":
		return true
	case a.dimension != b.dimension:
		return false
	}
	return c.sameNeighbour(c.from.near(i+1), c.to.near(j+1)) || c.sameNeighbour(c.from.near(i-1), c.to.near(j-1))
}

// sameNeighbour reports two words that say of a number what it counts.
func (c *comparison) sameNeighbour(a, b unit) bool {
	if !a.isWord() || !b.isWord() || c.words.function[a.key] || a.key == "" {
		return false
	}
	return alike(a.key, b.key) || c.words.sides[a.key].pair != "" && c.words.sides[a.key] == c.words.sides[b.key]
}

// counted is the span of a number with the word behind it, if that is the same in
// both wordings and the number has no unit.
func (c *comparison) counted(i, j int, first bool) news.Span {
	r, at := c.from, i
	if !first {
		r, at = c.to, j
	}
	last := at + 1
	a, b := c.from.near(i+1), c.to.near(j+1)
	if c.from.units[i].quantity.dimension == "" && a.key == b.key && a.isWord() && !c.words.function[a.key] && !a.after && !b.after && a.key != "" {
		last++
	}
	return r.span(news.Range{Start: at, End: last})
}
