package quote

import (
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// findVerbs marks the first characters of verbs of speaking in a language without
// spaces. What follows the verb must be punctuation, for its characters stand in
// other words too.
func (r *Reader) findVerbs() {
	for i, key := range r.Words.Keys {
		for _, form := range r.lexicon.verbs[key] {
			if n, ok := r.formAt(i, form); ok && strings.ContainsAny(r.gap(i+n-1), "，：:,。“「『\"；！？") {
				r.classes[i] = say
				break
			}
		}
	}
}

// formAt reports whether a form's characters begin at word i, and how many they are.
func (r *Reader) formAt(i int, form string) (n int, ok bool) {
	start := int(r.Words.Starts[i])
	if !strings.HasPrefix(r.text[start:], form) {
		return 0, false
	}
	end := start + len(form)
	for k := i; k < r.Words.Len() && int(r.Words.Ends[k]) <= end; k++ {
		n++
	}
	return n, n > 0
}

// unspacedSpeech reads the clause before a verb: a title, a name and where or when
// he spoke.
func (r *Reader) unspacedSpeech(v int) speech {
	s := speech{verb: v, extent: news.Range{Start: v, End: v + 1}}
	const longest = 40 // characters
	start := v
	for r.free(start-1, v) && v-start < longest && (start == v || !r.endsClause(start-1)) && !(start == v && r.endsClause(start-1)) {
		start--
	}
	who := r.withoutMoment(news.Range{Start: start, End: v})
	if who.Len() == 0 {
		return s
	}
	s.extent.Start = start
	text := r.textOf(who)
	for _, form := range r.lexicon.forms[pronoun] {
		if text == form {
			s.who, s.anaphora = who, true
			return s
		}
	}
	const longestName = 12
	s.who = who
	if end := r.titleEndIn(who); end > who.Start && end < who.End {
		s.title, s.who = news.Range{Start: who.Start, End: end}, news.Range{Start: end, End: who.End}
	}
	if s.who.Len() > longestName {
		s.who = news.Range{}
	}
	return s
}

func (r *Reader) endsClause(i int) bool {
	return strings.ContainsAny(r.gap(i), "，。；：！？,;:!?、\n"+quotationMarks)
}

// withoutMoment cuts off what says when, where and to whom: at the ends of the
// subject.
func (r *Reader) withoutMoment(who news.Range) news.Range {
	starts := func(i int) int {
		for _, form := range r.lexicon.forms[stop] {
			if n, ok := r.formAt(i, form); ok {
				return n
			}
		}
		return 0
	}
	for who.Len() > 0 {
		n := starts(who.Start)
		if n == 0 {
			break
		}
		who.Start = min(who.Start+n, who.End)
	}
	for i := who.Start; i < who.End; i++ {
		if starts(i) > 0 || i > who.Start && r.verbAt(i) {
			who.End = i
		}
	}
	return who
}

// verbAt reports a verb of speaking of several characters: one can be of a name.
func (r *Reader) verbAt(i int) bool {
	for _, form := range r.lexicon.verbs[r.Words.Keys[i]] {
		if n, ok := r.formAt(i, form); ok && n > 1 {
			return true
		}
	}
	return false
}

// titleEndIn is where the last form of a title ends.
func (r *Reader) titleEndIn(who news.Range) int {
	end := who.Start
	for i := who.Start; i < who.End; i++ {
		for _, form := range r.lexicon.forms[title] {
			if n, ok := r.formAt(i, form); ok && i+n <= who.End {
				end = max(end, i+n)
			}
		}
	}
	return end
}
