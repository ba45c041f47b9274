package quote

import (
	"slices"
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

// name finds the name and the title in a subject. It reports false for words that
// name nobody.
func (r *Reader) name(s *speech, who, aside news.Range) bool {
	whole := who
	for who.Len() > 0 && (r.classes[who.Start]&(article|skip|courtesy|stop|prep|moment) != 0 && r.classes[who.Start]&(pronoun|title) == 0) {
		who.Start++
	}
	for who.Len() > 0 && r.classes[who.End-1]&(article|skip|moment|stop) != 0 && r.classes[who.End-1]&pronoun == 0 && !r.upper(who.End-1) {
		who.End--
	}
	if who.Len() == 0 {
		return false
	}
	if i := r.indexOf(who, pronoun); i >= 0 && who.Len() <= 3 {
		s.who, s.anaphora = news.Range{Start: i, End: i + 1}, true
		return true
	}
	if i := r.indexOf(who, statement); i >= 0 && r.titleEnd(who) == who.Start {
		return r.giver(s, i)
	}
	if r.indexOf(who, and) > 0 {
		s.who = who
		return true
	}
	begin := r.titleEnd(who)
	named := r.nameIn(news.Range{Start: begin, End: who.End})
	switch {
	case named.Len() > 0 && s.verb >= who.End && r.describes(named, who):
		s.who = who
	case named.Len() > 0 && begin > who.Start:
		s.who, s.title = named, news.Range{Start: who.Start, End: named.Start}
	case named.Len() > 0:
		s.who = named
		if aside.Len() > 0 {
			s.title = r.titleIn(aside)
		}
	case begin > who.Start && aside.Len() > 0 && r.nameIn(aside).Start == aside.Start && r.nameIn(aside).Len() > 1:
		s.who, s.title = r.nameIn(aside), who // the mayor, Ann Lee, said
	case begin > who.Start || r.lexicon.uncased || r.classes[whole.Start]&article != 0 || who.Len() <= 3:
		s.who = who
	default:
		return false
	}
	s.title = r.trimmed(s.title)
	return true
}

// describes reports a name that only goes with a word behind it: "the Swedish company
// said".
func (r *Reader) describes(name, who news.Range) bool {
	const own = of | link | article | prep | stop | skip | moment | pronoun
	return name.End < who.End && !r.upper(name.End) && r.classes[name.End]&own == 0 && !strings.HasSuffix(r.word(name.End), "ly")
}

// trimmed is a title without the function words at its ends.
func (r *Reader) trimmed(words news.Range) news.Range {
	has := func(i int, c class) bool { return r.classes[i]&c != 0 && r.classes[i]&(title|office) == 0 }
	for words.Len() > 0 && has(words.Start, article|stop|prep) {
		words.Start++
	}
	for words.Len() > 0 && has(words.End-1, article|courtesy|link|of) {
		words.End--
	}
	return words
}

func (r *Reader) indexOf(in news.Range, c class) int {
	for i := in.Start; i < in.End; i++ {
		if r.classes[i]&c != 0 {
			return i
		}
	}
	return -1
}

// titleEnd is where the words end that say what somebody is, the beginning of who
// where none do: behind "US Secretary of State", behind "le ministre de la Santé".
func (r *Reader) titleEnd(who news.Range) int {
	last := -1
	for i := who.Start; i < who.End; i++ {
		switch {
		case r.lexicon.isTitle(r.classes[i], r.word(i)):
			last = i
		case r.classes[i]&org != 0 && r.upper(i):
			last = -1
		}
	}
	if last < 0 {
		return who.Start
	}
	end := last + 1
	for end < who.End {
		switch c := r.classes[end]; {
		case c&(office|title) != 0:
			end++
		case c&(of|link) != 0 && !r.upper(end):
			end = min(r.pastOffice(end), who.End)
		default:
			return end
		}
	}
	return end
}

// pastOffice is the end of "of State" or "de la Santé": a word behind the small
// ones, and what goes on with it.
func (r *Reader) pastOffice(i int) int {
	for i < r.Words.Len() && r.classes[i]&(of|link|article) != 0 && !r.upper(i) {
		i++
	}
	return i + 1
}

// nameIn is the first name: words with capital letters, and small ones that link
// them. Where there are no capitals it is all words.
func (r *Reader) nameIn(in news.Range) news.Range {
	if r.lexicon.uncased {
		return in
	}
	i := in.Start
	for i < in.End && (!r.upper(i) || r.classes[i]&(moment|courtesy|article) != 0) {
		i++
	}
	end := i
	for k := i; k < in.End && (k == i || !r.ends(k-1)); k++ {
		c := r.classes[k]
		switch {
		case r.upper(k) && c&moment == 0:
			end = k + 1
			continue
		case c&link != 0 && (c&of == 0 || k == i+1): // "Bank of Varland", but "Ann Lee of the union"
			continue
		case c&article != 0 && k > i && r.classes[k-1]&link != 0:
			continue
		}
		break
	}
	return news.Range{Start: i, End: end}
}

// titleIn is what is set behind a name, as far as it says what somebody is.
func (r *Reader) titleIn(aside news.Range) news.Range {
	is := false
	for i := aside.Start; i < aside.End; i++ {
		if r.classes[i]&(say|pronoun|stop) != 0 && r.classes[i]&(title|office|and) == 0 {
			aside.End = i
			break
		}
		is = is || r.lexicon.isTitle(r.classes[i], r.word(i))
	}
	if !is {
		return news.Range{}
	}
	return aside
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

// speakerOf is who speaks the i-th stretch.
func (r *Reader) speakerOf(stretches []stretch, i int) Speaker {
	s := stretches[i]
	if r.lexicon == nil {
		return Speaker{}
	}
	if len(s.parts) > 1 {
		for _, speech := range r.speeches {
			if s.Start <= speech.verb && speech.verb < s.End {
				return speech.speaker
			}
		}
	}
	behind, before := r.speechBehind(s), r.speechBefore(stretches, i)
	colon := strings.ContainsAny(r.before(s.Start), ":：")
	switch {
	case before != nil && (colon || behind == nil):
		return before.speaker
	case behind != nil:
		return behind.speaker
	}
	return r.goingOn(stretches, i)
}

// speechBehind is the attribution that stands right behind a quotation.
func (r *Reader) speechBehind(s stretch) *speech {
	const near = 2
	for k := range r.speeches {
		speech := &r.speeches[k]
		if speech.extent.Start >= s.End && speech.extent.Start <= s.End+near && r.sentence[speech.verb] == r.sentence[s.Start] &&
			r.classes[s.End]&stop == 0 {
			return speech
		}
	}
	return nil
}

// speechBefore is the last attribution before it in its sentence.
func (r *Reader) speechBefore(stretches []stretch, i int) *speech {
	s := stretches[i]
	for _, speech := range slices.Backward(r.speeches) {
		if speech.verb >= s.Start || r.sentence[speech.verb] != r.sentence[s.Start] {
			continue
		}
		// What stands right behind another quotation is that one's.
		if i > 0 && stretches[i-1].End <= speech.extent.Start && speech.extent.Start <= stretches[i-1].End+1 &&
			r.ends(s.Start-1) && !strings.ContainsAny(r.before(s.Start), ":：") && r.indexOf(news.Range{Start: speech.extent.End, End: s.Start}, participle|say) < 0 &&
			r.sentence[stretches[i-1].Start] != r.sentence[s.Start] {
			continue
		}
		return &speech
	}
	return nil
}

// goingOn is the speaker of a quotation that nothing is said about: the one of the
// quotation before it, if nothing but its attribution stands between them.
func (r *Reader) goingOn(stretches []stretch, i int) Speaker {
	s := stretches[i]
	if i == 0 || !r.alone(s) {
		return Speaker{}
	}
	before := stretches[i-1]
	if r.para[s.Start]-r.para[before.End-1] > 1 {
		return Speaker{}
	}
	first := r.sentence[before.Start]
	var found *speech
	for k := range r.speeches {
		if at := r.speeches[k].verb; r.sentence[at] >= first && at < s.Start {
			if found != nil && found.speaker.Name != r.speeches[k].speaker.Name {
				return Speaker{}
			}
			found = &r.speeches[k]
		}
	}
	if found != nil && r.sentence[s.Start]-r.sentence[found.verb] <= 1 {
		return found.speaker
	}
	if found == nil && i > 1 && before.End == s.Start {
		return r.goingOn(stretches, i-1)
	}
	return Speaker{}
}

// alone reports a quotation that is its whole sentence.
func (r *Reader) alone(s stretch) bool {
	own := func(i int) bool {
		return i < 0 || i >= r.Words.Len() || r.sentence[i] != r.sentence[s.Start] || r.quoted[i]
	}
	return own(s.Start-1) && own(s.End)
}
