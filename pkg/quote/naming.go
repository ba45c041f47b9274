package quote

import (
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

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
