package drift

import (
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// names finds the names that a hunk changes. A name that became longer, shorter, an
// initial or an abbreviation is still the same.
func (c *comparison) names(h hunk) {
	if c.from.capitals || c.to.capitals {
		return
	}
	from := c.runsOf(c.from, h.from, c.inName)
	to := c.runsOf(c.to, h.to, c.inName)
	from = slices.DeleteFunc(from, func(a news.Range) bool {
		return c.elsewhere(c.from, a, 1) || c.words.anyone[c.from.units[a.End-1].key] || c.sameName(a, to)
	})
	to = slices.DeleteFunc(to, func(b news.Range) bool {
		return c.elsewhere(c.to, b, -1) || c.words.anyone[c.to.units[b.End-1].key] || c.sameNameAs(b, h.from)
	})
	if len(from) != len(to) || len(from) > 2 {
		return
	}
	for k, a := range from {
		if b := to[k]; c.comparable(h, a, b) && c.land(c.from, a) == c.land(c.to, b) {
			c.add(c.nameKind(a, b), c.from.span(a), c.to.span(b))
		}
	}
}

// inName reports whether unit i of a reading is part of a name.
func (c *comparison) inName(r reading, i int) bool {
	u := r.near(i)
	if u.key == "" || !u.isWord() || c.words.function[u.key] || c.words.say[u.text] {
		return false
	}
	if c.words.link[u.text] && !u.upper {
		return r.near(i-1).isName() && r.near(i+1).isName() && !r.near(i+1).after && !u.after
	}
	if !u.isName() || c.isTitle(u.key) || c.words.courtesy[u.key] || c.words.claim[u.text] {
		return false
	}
	if !u.first {
		return true
	}
	next := r.near(i + 1)
	return next.isName() && !next.after && !c.isTitle(next.key) || c.capital(u.key)
}

// isName reports a word with a capital letter.
func (u unit) isName() bool { return u.upper && u.isWord() }

// capital reports a word that has a capital letter within a sentence, in either
// wording.
func (c *comparison) capital(key string) bool {
	is := func(u unit) bool { return u.key == key && u.upper && !u.first }
	return slices.ContainsFunc(c.from.units, is) || slices.ContainsFunc(c.to.units, is)
}

// isTitle reports a title or a part of one.
func (c *comparison) isTitle(key string) bool { return c.words.title[key] || c.words.rank[key] }

// runsOf are the longest rows of units that is holds of, of those that lie in a
// hunk at least in part.
func (c *comparison) runsOf(r reading, in news.Range, is func(reading, int) bool) (runs []news.Range) {
	for i := in.Start; i < in.End; i++ {
		if !is(r, i) {
			continue
		}
		run := news.Range{Start: i, End: i + 1}
		for is(r, run.Start-1) && !r.units[run.Start].after {
			run.Start--
		}
		for is(r, run.End) && !r.units[run.End].after {
			run.End++
		}
		runs = append(runs, run)
		i = run.End
	}
	return runs
}

// elsewhere reports whether all units of a name that the hunk changed stand
// elsewhere in the other wording; sign is 1 for the first wording, -1 for the
// second.
func (c *comparison) elsewhere(r reading, name news.Range, sign int) bool {
	for _, u := range r.units[name.Start:name.End] {
		if sign*c.surplus[u.key] > 0 {
			return false
		}
	}
	return true
}

// sameName reports whether a name of the first wording is one of the second's.
func (c *comparison) sameName(a news.Range, to []news.Range) bool {
	return slices.ContainsFunc(to, func(b news.Range) bool { return c.compatible(a, b) })
}

// sameNameAs is the same for a name of the second wording, and the hunk's side in
// the first.
func (c *comparison) sameNameAs(b, hunkFrom news.Range) bool {
	return slices.ContainsFunc(c.runsOf(c.from, hunkFrom, c.inName), func(a news.Range) bool { return c.compatible(a, b) })
}

// compatible reports whether two names can be one: all parts of one are parts of
// the other, as "Smith" of "J. Smith".
func (c *comparison) compatible(a, b news.Range) bool {
	x, y := c.parts(c.from, a), c.parts(c.to, b)
	return within(x, y) || within(y, x) || isAcronym(y, x) || isAcronym(x, y)
}

func (c *comparison) parts(r reading, name news.Range) (keys []string) {
	for _, u := range r.units[name.Start:name.End] {
		if !c.words.link[u.text] && !c.words.function[u.key] {
			keys = append(keys, c.part(r, u))
		}
	}
	return keys
}

// part is a part of a name: of a country's people that of the country, of an
// abbreviation its letters with a stop.
func (c *comparison) part(r reading, u unit) string {
	if land := c.words.land[u.key]; land != "" {
		return land
	}
	if u.span.End < len(r.text) && r.text[u.span.End] == '.' && len(u.key) > 1 {
		return u.key + "."
	}
	return u.key
}

// within reports whether each of the parts x has its like in y.
func within(x, y []string) bool {
	for i, a := range x {
		first := i+1 < len(x) && len(y) > 1 // not the surname
		like := func(b string) bool { return samePart(a, b) || first && isShort(a, b) }
		if !slices.ContainsFunc(y, like) {
			return false
		}
	}
	return len(x) > 0
}

// isAcronym reports whether a name is the initials of another, or ends in them where
// the other's first words stand in both wordings.
func isAcronym(short, long []string) bool {
	const least = 3 // letters that can be the end of an acronym
	letters, initials := strings.Join(short, ""), initialsOf(long)
	return letters == initials || len(initials) >= least && len(short) == 1 && strings.HasSuffix(letters, initials)
}

func initialsOf(parts []string) string {
	if len(parts) < 2 {
		return "-"
	}
	var b strings.Builder
	for _, p := range parts {
		b.WriteByte(p[0])
	}
	return b.String()
}

// comparable reports whether two facts stand in the same place of what the hunk
// says: it holds little else, or the words next to them are equal.
func (c *comparison) comparable(h hunk, a, b news.Range) bool {
	const little = 2
	if c.content(c.from, h.from, a) <= little && c.content(c.to, h.to, b) <= little {
		return true
	}
	beforeA, beforeB := c.from.near(a.Start-1), c.to.near(b.Start-1)
	afterA, afterB := c.from.near(a.End), c.to.near(b.End)
	return beforeA.key != "" && beforeA.key == beforeB.key && !c.words.function[beforeA.key] ||
		afterA.key != "" && afterA.key == afterB.key && !c.words.function[afterA.key]
}

// content counts the words of a hunk's side that mean something, outside a range.
func (c *comparison) content(r reading, in, without news.Range) (n int) {
	for i := in.Start; i < in.End; i++ {
		if (i < without.Start || i >= without.End) && !c.words.function[r.units[i].key] {
			n++
		}
	}
	return n
}

// nameKind tells places, which stand behind "in" or "near", from other names.
func (c *comparison) nameKind(a, b news.Range) news.DriftKind {
	if c.land(c.from, a) && c.land(c.to, b) {
		return news.DriftPlace
	}
	before := func(r reading, name news.Range) string { return r.near(name.Start - 1).key }
	motion := func(r reading, name news.Range) bool {
		return before(r, name) == "to" && c.words.motion[r.near(name.Start-2).key]
	}
	if motion(c.from, a) && motion(c.to, b) {
		return news.DriftPlace
	}
	of := func(r reading, name news.Range) bool {
		at := name.Start - 1
		if c.words.of[r.near(at).key] {
			at--
		}
		return c.words.place[before(r, name)] || c.words.place[r.near(at).key] || c.words.settlement[r.near(at).key]
	}
	if of(c.from, a) && of(c.to, b) {
		return news.DriftPlace
	}
	return news.DriftName
}

// land reports the name of a country or of its people.
func (c *comparison) land(r reading, name news.Range) bool {
	return name.Len() == 1 && c.words.land[r.units[name.Start].key] != ""
}
