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
	for k, a := range from {
		j := c.aligned(a.verb)
		match := slices.IndexFunc(to, func(b speech) bool { return b.verb == j })
		if match < 0 && len(from) == len(to) {
			match = k
		}
		if match < 0 {
			continue
		}
		if b := to[match]; c.otherSpeaker(a.who, b.who) {
			c.add(news.DriftAttribution, c.from.span(a.who), c.to.span(b.who))
		}
	}
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
		case isVerb && !c.words.be[r.near(i-1).key]:
			who := c.inFront(r, i)
			if who.Len() == 0 && u.after {
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
	start := verb
	for start > 0 && verb-start < farthest && c.inSubject(r.units[start-1]) {
		start--
		if r.units[start].after {
			break
		}
	}
	return c.trim(r, news.Range{Start: start, End: verb})
}

// inSubject reports a word that does not part a subject from what is before it.
func (c *comparison) inSubject(u unit) bool {
	joins := u.key == "and" || u.key == "but" || u.key == "as" || u.key == "when" || u.key == "while"
	return u.date == nil && !joins && u.key != "say" && !c.words.claim[u.text]
}

// behind is the speaker that is named behind the verb, up to punctuation.
func (c *comparison) behind(r reading, start int) news.Range {
	end := start
	for end < len(r.units) && end-start < farthest && (end == start || !r.units[end].after) && c.inSubject(r.units[end]) {
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
		if c.words.pronoun[r.units[i].text] || c.words.be[r.units[i].text] {
			return news.Range{}
		}
	}
	return who
}

// otherSpeaker reports whether two speakers are different: each has words that the
// other lacks, and what they share is no name.
func (c *comparison) otherSpeaker(a, b news.Range) bool {
	x, y := c.speaker(c.from, a), c.speaker(c.to, b)
	if len(x) == 0 || len(y) == 0 || within(x, y) || within(y, x) || initialsOf(x) == y[0] || initialsOf(y) == x[0] {
		return false
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
