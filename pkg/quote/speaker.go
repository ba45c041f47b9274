package quote

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
)

// reach is how many paragraphs behind a name a pronoun can stand for it.
const reach = 2

// resolve gives each speech its speaker. What stands for somebody named before is
// whoever was last named as a speaker, if nobody else came between.
func (r *Reader) resolve() {
	var named []int // speeches with names
	for i := range r.speeches {
		s := &r.speeches[i]
		if s.anaphora {
			if k := r.meant(named, s); k >= 0 {
				s.speaker = r.speeches[k].speaker
				s.speaker.Span = r.span(s.who)
			}
			continue
		}
		s.speaker = Speaker{Name: r.textOf(s.who), Span: r.span(s.who)}
		if s.title.Len() > 0 {
			s.speaker.Title = r.textOf(s.title)
			span := r.span(s.title)
			s.speaker.Span = news.Span{Start: min(span.Start, s.speaker.Span.Start), End: max(span.End, s.speaker.Span.End)}
		}
		r.fuller(s, named)
		named = append(named, i)
	}
}

func (r *Reader) span(words news.Range) news.Span { return r.Words.Span(words) }

func (r *Reader) textOf(words news.Range) string {
	span := r.span(words)
	return strings.Join(strings.Fields(r.text[span.Start:span.End]), " ")
}

// fuller completes a surname by the name under which its bearer was introduced, and
// an office by its holder.
func (r *Reader) fuller(s *speech, named []int) {
	if s.who.Len() > 1 && !r.isRole(s) {
		return
	}
	for _, k := range slices.Backward(named) {
		earlier := r.speeches[k].speaker
		if r.isRole(s) {
			if titled(earlier.Title, s.speaker.Name) {
				s.speaker.Name, s.speaker.Title = earlier.Name, earlier.Title
				return
			}
		} else if endsWithWord(earlier.Name, s.speaker.Name) {
			s.speaker.Name = earlier.Name
			if s.speaker.Title == "" {
				s.speaker.Title = earlier.Title
			}
			return
		}
	}
	if !r.isRole(s) {
		r.introduced(s)
	}
}

// isRole reports a speaker who is told by what he is alone: "the mayor".
func (r *Reader) isRole(s *speech) bool {
	if r.lexicon.unspaced() {
		return false
	}
	for i := s.who.Start; i < s.who.End; i++ {
		if r.lexicon.isTitle(r.classes[i], r.word(i)) {
			return true
		}
	}
	return false
}

// titled reports whether a title ends with a role: "Estmoor mayor" and "mayor".
func titled(full, role string) bool {
	full, role = strings.ToLower(full), strings.ToLower(role)
	return full != "" && (endsWithWord(full, role) || strings.HasPrefix(full, role+" "))
}

func endsWithWord(full, last string) bool {
	head, ok := strings.CutSuffix(full, last)
	return ok && (head == "" || strings.HasSuffix(head, " "))
}

// introduced looks for the first place of a surname, and the given name there.
func (r *Reader) introduced(s *speech) {
	if r.lexicon.uncased || r.lexicon.unspaced() || !r.upper(s.who.Start) {
		return
	}
	key := r.Words.Keys[s.who.Start]
	for i := 1; i < s.who.Start; i++ {
		if r.Words.Keys[i] != key || !r.upper(i) || r.quoted[i] {
			continue
		}
		start := i
		for r.free(start-1, i) && i-start < 3 && !r.ends(start-1) && r.upper(start-1) && r.classes[start-1]&^link == 0 &&
			!r.lexicon.isTitle(r.classes[start-1], r.word(start-1)) && utf8.RuneCountInString(r.word(start-1)) > 1 {
			start--
		}
		if start < i && r.opensWithName(start) {
			s.speaker.Name = r.textOf(news.Range{Start: start, End: i + 1})
		}
		return
	}
}

// opensWithName reports words that are no mere beginning of a sentence: "Yesterday
// Lee" is no name.
func (r *Reader) opensWithName(i int) bool {
	return r.classes[i]&(article|stop|prep|skip|moment|pronoun|say) == 0
}

// meant is the speech whose speaker a pronoun stands for, -1 if that is not sure.
func (r *Reader) meant(named []int, s *speech) int {
	if len(named) == 0 {
		return -1
	}
	k := named[len(named)-1]
	last := &r.speeches[k]
	if r.classes[s.who.Start]&(thing|statement) == 0 && !r.isPerson(last) {
		return -1
	}
	if r.para[s.verb]-r.para[last.verb] > reach || r.otherBetween(last, s) {
		return -1
	}
	if n := len(named); n > 1 {
		// Two who speak in one sentence: either can be meant.
		if before := &r.speeches[named[n-2]]; r.sentence[before.verb] == r.sentence[last.verb] && before.speaker.Name != last.speaker.Name {
			return -1
		}
	}
	return k
}

// isPerson reports a speaker for whom "he" can stand: one with two names, or a title.
func (r *Reader) isPerson(s *speech) bool {
	if r.lexicon.uncased || r.lexicon.unspaced() || s.speaker.Title != "" || r.isRole(s) {
		return true
	}
	return strings.Contains(s.speaker.Name, " ") && r.indexOf(s.who, org) < 0
}

// otherBetween reports a sentence that begins with another name between a speech
// and a pronoun, so that somebody else may be meant.
func (r *Reader) otherBetween(last, s *speech) bool {
	if r.lexicon.uncased || r.lexicon.unspaced() {
		return false
	}
	from := max(last.extent.End, last.who.End)
	for i := from; i+1 < s.extent.Start; i++ {
		if r.quoted[i] || i > 0 && r.sentence[i] == r.sentence[i-1] {
			continue
		}
		end := min(i+10, s.extent.Start)
		name := r.nameIn(news.Range{Start: i, End: end})
		for name.Len() > 0 && !r.opensWithName(name.Start) {
			name.Start++
		}
		if name.Len() > 1 && !r.sharesWord(name, last.speaker.Name) {
			return true
		}
	}
	return false
}

func (r *Reader) sharesWord(words news.Range, name string) bool {
	for i := words.Start; i < words.End; i++ {
		if endsWithWord(name, r.word(i)) {
			return true
		}
	}
	return false
}
