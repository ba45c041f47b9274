package quote

import (
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// speech is a verb of speaking with who speaks.
type speech struct {
	verb     int
	extent   news.Range // the words of the verb and its subject
	who      news.Range // empty when nobody is named
	title    news.Range
	anaphora bool // who stands for somebody named before: "she", "the statement"
	speaker  Speaker
}

// Words that a subject, and what is set behind it in commas, can have.
const (
	longestSubject = 12
	longestAside   = 15
)

// readSpeeches lists who speaks, sentence by sentence, and tells whom pronouns mean.
func (r *Reader) readSpeeches() {
	r.speeches = r.speeches[:0]
	for i, c := range r.classes {
		if c&(say|participle|according|reading) == 0 || r.quoted[i] {
			continue
		}
		var s speech
		switch {
		case r.lexicon.unspaced():
			s = r.unspacedSpeech(i)
		case c&according != 0:
			s = r.accordingTo(i)
		default:
			s = r.speech(i)
		}
		if s.who.Len() > 0 {
			r.speeches = append(r.speeches, s)
		}
	}
	r.resolve()
}

// speech reads the subject of the verb at v.
func (r *Reader) speech(v int) speech {
	s := speech{verb: v}
	if r.classes[v]&participle != 0 {
		s.extent = news.Range{Start: v, End: v + 1}
		return r.shared(s)
	}
	who, aside, start := r.subjectBefore(v)
	printed := r.classes[v]&reading != 0 && r.indexOf(who, statement) < 0
	if who.Len() > 0 && !printed && r.name(&s, who, aside) {
		s.extent = news.Range{Start: start, End: v + 1}
		return s
	}
	s.extent = news.Range{Start: v, End: v + 1}
	if r.lexicon.behind && r.free(start-1, v) && (start > v || r.classes[start-1]&(and|stop) != 0) {
		if r.classes[start-1]&(and|stop) != 0 && who.Len() == 0 {
			return r.shared(s) // "the mayor left and said"
		}
		return s
	}
	who, aside = r.subjectBehind(v)
	if who.Len() > 0 && r.name(&s, who, aside) {
		s.extent = news.Range{Start: v, End: who.End}
	}
	return s
}

// shared gives a verb the subject of the verb before it in the sentence, or of the
// sentence: "Lee ordered an inquiry and said", "adding".
func (r *Reader) shared(s speech) speech {
	if n := len(r.speeches); n > 0 {
		if last := r.speeches[n-1]; r.sentence[last.verb] == r.sentence[s.verb] {
			s.who, s.title, s.anaphora = last.who, last.title, last.anaphora
			return s
		}
	}
	start := s.verb
	for r.free(start-1, s.verb) {
		start--
	}
	end := start
	for r.free(end, s.verb) && end < s.verb && (end == start || !r.ends(end-1)) && (r.upper(end) || r.classes[end]&(title|office|article|courtesy|link|of) != 0) {
		end++
	}
	if end > start && end < s.verb {
		r.name(&s, news.Range{Start: start, End: end}, news.Range{})
	}
	return s
}

// accordingTo reads "according to NAME".
func (r *Reader) accordingTo(v int) speech {
	s := speech{verb: v, extent: news.Range{Start: v, End: v + 1}}
	from := v + 1
	for from < r.Words.Len() && from <= v+2 && r.classes[from]&(prep|of) != 0 && r.classes[from]&article == 0 && r.sentence[from] == r.sentence[v] {
		from++
	}
	who, aside := r.behind(v, from)
	if who.Len() > 0 && r.name(&s, who, aside) {
		s.extent.End = who.End
	}
	return s
}

// ends reports whether what stands behind word i ends a subject.
func (r *Reader) ends(i int) bool {
	between := r.gap(i)
	if r.abbreviated(i) {
		between = strings.TrimPrefix(between, ".")
	}
	return strings.ContainsAny(between, ",.;:!?()[]،؛؟…—–"+quotationMarks) || strings.Contains(between, " - ")
}

// free reports a word of the reporter's in the sentence of word i.
func (r *Reader) free(k, i int) bool {
	return k >= 0 && k < r.Words.Len() && !r.quoted[k] && r.sentence[k] == r.sentence[i]
}

// subjectBefore is the subject that stands before a verb, and what is set behind it
// in commas: "Ann Lee, the mayor, said". It also tells where the clause begins.
func (r *Reader) subjectBefore(v int) (who, aside news.Range, start int) {
	end := v
	for r.free(end-1, v) && r.classes[end-1]&skip != 0 && !r.ends(end-1) {
		end--
	}
	if !r.free(end-1, v) {
		return who, aside, end
	}
	if r.ends(end - 1) {
		if !strings.HasPrefix(strings.TrimLeft(r.gap(end-1), quotationMarks+"’'"), ",") {
			return who, aside, end
		}
		begin := end - 1
		for r.free(begin-1, v) && !r.ends(begin-1) && end-begin < longestAside {
			begin--
		}
		if !r.free(begin-1, v) || !strings.HasPrefix(r.gap(begin-1), ",") {
			return who, aside, end
		}
		aside, end = news.Range{Start: begin, End: end}, begin
	}
	who = r.phrase(v, end)
	if name := r.nameBefore(who, v); name.Len() > 0 {
		return name, who, name.Start
	}
	return who, aside, who.Start
}

// nameBefore is the name before a title that no second comma ends: "Ann Lee, mayor of
// Estmoor said".
func (r *Reader) nameBefore(who news.Range, v int) news.Range {
	name := news.Range{Start: who.Start, End: who.Start}
	if who.Len() < 2 || !r.free(who.Start-1, v) || !strings.HasPrefix(r.gap(who.Start-1), ",") || r.classes[who.Start]&(title|article|office) == 0 || r.upper(who.Start) {
		return name
	}
	for r.free(name.Start-1, v) && (name.Len() == 0 || !r.ends(name.Start-1)) && r.upper(name.Start-1) && r.opensWithName(name.Start-1) {
		name.Start--
	}
	if name.Len() < 2 {
		name.End = name.Start
	}
	return name
}

// phrase walks back from end to where a subject begins. "Lee on Monday said" has a
// subject before the preposition, "on Monday Lee said" behind it.
func (r *Reader) phrase(v, end int) news.Range {
	start := end
	for r.free(start-1, v) && (start == end || !r.ends(start-1)) && end-start < longestSubject {
		c := r.classes[start-1]
		if c&(say|stop|reading) != 0 && c&(title|office) == 0 && !(r.upper(start-1) && r.free(start-2, v)) {
			if c&and != 0 && start < end && r.onlyNames(start-1, v) >= 0 {
				return news.Range{Start: r.onlyNames(start-1, v), End: end}
			}
			break
		}
		start--
		if c&prep == 0 || c&of != 0 {
			continue
		}
		if r.free(start-1, v) && !r.ends(start-1) && r.classes[start-1]&(stop|say) == 0 {
			end = start
			continue
		}
		if r.lexicon.inverted {
			return news.Range{Start: start, End: start}
		}
		return r.lastName(news.Range{Start: start + 1, End: end})
	}
	return news.Range{Start: start, End: end}
}

// onlyNames is where the clause before word i begins if it is another subject: "the
// US and its allies said". It is -1 if it says something by itself.
func (r *Reader) onlyNames(i, v int) int {
	for ; r.free(i-1, v) && !r.ends(i-1); i-- {
		if c := r.classes[i-1]; !r.upper(i-1) && c&(article|title|office|courtesy|of|link) == 0 || c&(say|prep)&^of != 0 && c&of == 0 {
			return -1
		}
	}
	return i
}

// lastName is the name that ends a clause: "in a statement Ann Lee".
func (r *Reader) lastName(in news.Range) news.Range {
	start := in.End
	if start > in.Start && r.classes[start-1]&pronoun != 0 {
		return news.Range{Start: start - 1, End: start}
	}
	for start > in.Start && r.upper(start-1) && r.classes[start-1]&moment == 0 {
		start--
	}
	return news.Range{Start: start, End: in.End}
}

// subjectBehind is the subject behind a verb: "said Ann Lee, the mayor".
func (r *Reader) subjectBehind(v int) (who, aside news.Range) {
	from := v + 1
	for r.free(from, v) && r.classes[from]&skip != 0 && r.classes[from]&(pronoun|article) == 0 {
		from++
	}
	return r.behind(v, r.pastMoment(v, from))
}

// pastMoment passes by a day that stands between verb and subject: "dijo el lunes la
// alcaldesa".
func (r *Reader) pastMoment(v, from int) int {
	for at := from; at < from+3 && r.free(at, v) && !r.ends(at); at++ {
		switch c := r.classes[at]; {
		case c&moment != 0:
			return at + 1
		case c&(article|prep) == 0:
			return from
		}
	}
	return from
}

func (r *Reader) behind(v, from int) (who, aside news.Range) {
	if !r.free(from, v) || r.ends(from-1) {
		return who, aside
	}
	end := from
	for r.free(end, v) && end-from < longestSubject && (end == from || !r.ends(end-1)) {
		c := r.classes[end]
		if c&(stop|prep|moment|say|participle|reading) != 0 && !(c&of != 0 && end > from) && c&title == 0 {
			break
		}
		end++
	}
	who = news.Range{Start: from, End: end}
	if who.Len() == 0 || !strings.HasPrefix(strings.TrimSpace(r.gap(end-1)), ",") && !strings.HasPrefix(r.gap(end-1), "،") {
		return who, aside
	}
	aside.Start, aside.End = end, end
	for r.free(aside.End, v) && aside.Len() < longestAside && (aside.Len() == 0 || !r.ends(aside.End-1)) {
		aside.End++
	}
	return who, aside
}

// giver is who gave out a statement: "read a statement issued by the US State
// Department". Without a giver it stands for the one who spoke before.
func (r *Reader) giver(s *speech, at int) bool {
	const near = 4
	for k := at + 1; k < min(at+near, r.Words.Len()) && r.sentence[k] == r.sentence[at] && !r.quoted[k]; k++ {
		if r.classes[k]&by == 0 {
			continue
		}
		who, aside := r.behind(at, k+1)
		if who.Len() > 0 && r.indexOf(who, statement) < 0 && r.name(s, who, aside) {
			return true
		}
	}
	s.who, s.anaphora = news.Range{Start: at, End: at + 1}, true
	return true
}
