package drift

import (
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// speech is a statement's attribution: its verb, or "according", and who is named
// with it.
type speech struct {
	verb int
	who  news.Range
}

// farthest is how many words from the verb its speaker is looked for.
const farthest = 8

// attributions finds the statements that the wordings attribute to different
// speakers.
func (c *comparison) attributions() {
	from, to := c.speeches(c.from), c.speeches(c.to)
	for _, a := range from {
		match := slices.IndexFunc(to, func(b speech) bool { return c.sameStatement(a, b) })
		if match < 0 {
			continue
		}
		if b := to[match]; c.otherSpeaker(a.who, b.who) {
			c.add(news.DriftAttribution, c.from.span(a.who), c.to.span(b.who))
		}
	}
}

// sameStatement reports whether the verbs of two attributions are aligned, or stand
// in one hunk.
func (c *comparison) sameStatement(a, b speech) bool {
	if c.aligned(a.verb) == b.verb {
		return true
	}
	return slices.ContainsFunc(c.hunks, func(h hunk) bool {
		return h.from.Start <= a.verb && a.verb < h.from.End && h.to.Start <= b.verb && b.verb < h.to.End
	})
}

// speeches lists the attributions of a reading.
func (c *comparison) speeches(r reading) (all []speech) {
	for i, u := range r.units {
		isVerb := u.key == "say" || c.words.claim[u.text]
		switch {
		case c.words.according[u.key]:
			if who := c.behind(r, i+2); who.Len() > 0 && r.near(i+1).key == "to" {
				all = append(all, speech{i, who})
			}
		case c.words.cites[u.key]:
			if who := c.behind(r, i+1); who.Len() > 0 {
				all = append(all, speech{i, who})
			}
		case isVerb && !c.words.be[r.near(i-1).key] && r.near(i-1).key != "to":
			who := c.inFront(r, i)
			if next := r.near(i + 1); who.Len() == 0 && u.after && !next.after && !c.leads(next) && !c.words.tell[u.text] {
				who = c.behind(r, i+1)
			}
			if who.Len() > 0 {
				all = append(all, speech{i, who})
			}
		}
	}
	return all
}

// inFront is the subject of a verb: the words before it to the last punctuation or
// joining word.
func (c *comparison) inFront(r reading, verb int) news.Range {
	if r.units[verb].after {
		return news.Range{}
	}
	start, whole := verb, false
	for start > 0 && verb-start < farthest && c.inSubject(r.units[start-1]) {
		start--
		if whole = r.units[start].after || start == 0; whole {
			break
		}
	}
	if before := r.near(start - 1); !whole && !c.words.joins[before.key] && before.date == nil {
		return news.Range{} // it is longer, or begins behind another verb
	}
	return c.trim(r, news.Range{Start: start, End: verb})
}

// inSubject reports a word that does not part a subject from what is before it.
func (c *comparison) inSubject(u unit) bool {
	return u.date == nil && !c.words.joins[u.key] && u.key != "say" && !c.words.claim[u.text]
}

// leads reports a word that leads away from the speaker, as in "said on Monday".
func (c *comparison) leads(u unit) bool {
	return c.words.function[u.key] && !u.upper && !c.words.pronoun[u.text]
}

// behind is the speaker that is named behind the verb, up to punctuation.
func (c *comparison) behind(r reading, start int) news.Range {
	end := start
	stops := func(u unit) bool { return c.words.auxiliary[u.text] || c.words.be[u.text] }
	for end < len(r.units) && end-start < farthest && !stops(r.units[end]) && (end == start || !r.units[end].after) && c.inSubject(r.units[end]) {
		end++
	}
	return c.trim(r, news.Range{Start: start, End: end})
}

// trim leaves out function words at the ends, and what holds a pronoun, which names
// nobody, or another verb.
func (c *comparison) trim(r reading, who news.Range) news.Range {
	for who.Len() > 0 && c.words.function[r.units[who.Start].key] && !r.units[who.Start].upper {
		who.Start++
	}
	for who.Len() > 0 && c.words.function[r.units[who.End-1].key] {
		who.End--
	}
	for i := who.Start; i < who.End; i++ {
		if text := r.units[i].text; c.words.pronoun[text] || c.words.be[text] || c.words.auxiliary[text] {
			return news.Range{}
		}
	}
	return who
}

// otherSpeaker reports whether two speakers are different: each has words that the
// other lacks, and what they share is no name. Both must be named, or neither: "the
// president" and "the company" can be anybody who has a name.
func (c *comparison) otherSpeaker(a, b news.Range) bool {
	x, y := c.speaker(c.from, a), c.speaker(c.to, b)
	if len(x) == 0 || len(y) == 0 || within(x, y) || within(y, x) || initialsOf(x) == y[0] || initialsOf(y) == x[0] {
		return false
	}
	named := c.named(c.from, a)
	if named != c.named(c.to, b) || !named && (c.isVague(c.from, a, x) || c.isVague(c.to, b, y)) {
		return false
	}
	if named && len(x) == len(y) && typing(x[len(x)-1], y[len(y)-1]) {
		return false // one name in two spellings
	}
	for _, key := range x {
		if slices.Contains(y, key) && !c.words.generic[key] && !c.isTitle(key) {
			return false
		}
	}
	return true
}

// speaker are the words that tell who speaks. Whom a speaker talks to is left out.
func (c *comparison) speaker(r reading, who news.Range) (keys []string) {
	for _, u := range r.units[who.Start:who.End] {
		if !c.words.function[u.key] && !c.words.courtesy[u.key] && u.isWord() && !c.words.audience[u.key] {
			keys = append(keys, u.key)
		}
	}
	return keys
}

// named reports a speaker who has a name: it is the last word, before which stand
// other names, titles and what joins them.
func (c *comparison) named(r reading, who news.Range) bool {
	last := who.End - 1
	u := r.units[last]
	if !u.isName() || c.isTitle(u.key) || c.words.anyone[u.key] {
		return false
	}
	return !u.first || c.capital(u.key) || who.Len() > 1
}

// isVague reports a speaker without a name who can be any other: "the company", or
// words that are no speaker at all, being too many or with a "to" among them,
// or a name that is none: "the Republican".
func (c *comparison) isVague(r reading, who news.Range, keys []string) bool {
	const most = 3 // words
	for _, u := range r.units[who.Start:who.End] {
		if u.key == "to" || !u.isWord() {
			return true
		}
	}
	last := keys[len(keys)-1]
	return len(keys) > most || c.words.anyone[last] || c.words.audience[last] || r.units[who.End-1].upper && !r.units[who.End-1].first
}
