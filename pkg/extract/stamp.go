package extract

import (
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
)

// stamp is a date found in a line of text, with the time of day beside it.
type stamp struct {
	news.Time
	digits *news.DigitDate // set when the order of its digits has to be known; the day may be open then
	kind   stampKind       // what the line says it is the date of
	others int             // words of the line that belong to no date
	small  int             // those of them that begin with a small letter
	beside int             // words of the line that stand beside dates in bylines, such as "on"
	marked bool            // something shows that the line is about a publication: a weekday, a word, the date's place

	agenda   bool // the line gives two times of one day: it says when something is
	weekday  int  // 1, Monday, to 7
	american bool // the zone is one hour ahead in summer
}

// dated reports whether the stamp has a date, even one whose digits can be read as
// several days.
func (s *stamp) dated() bool { return s.Known() || s.digits != nil }

// findStamp looks for a date, and a time of day beside it, in one line. Of several
// dates it is that of the first publication, else that of publication, else the
// first of which nothing is said, and that of a change last.
func findStamp(line string) (stamp, bool) {
	if !holdsDigit(line) {
		return stamp{}, false // as most lines, that it is not worth to split
	}
	var room [32]token // enough for nearly all lines
	var r stampReader
	r.read(tokenize(room[:0], line))
	r.best.others, r.best.small, r.best.beside = r.others, r.small, r.beside
	r.best.marked, r.best.agenda = r.marked || r.best.Clock, r.agenda
	return r.best, r.best.dated()
}

// stampReader reads the stamps of a line one after the other.
type stampReader struct {
	now, best     stamp
	others, small int
	beside        int
	marked        bool
	agenda        bool // two times of one day: "8:00 and 16:00"
}

func (r *stampReader) read(tokens []token) {
	for i := 0; i < len(tokens); {
		n := r.dateOrTime(tokens, i)
		if n == 0 {
			r.word(tokens, i)
			n = 1
		}
		i += n
	}
	r.next(unnamedDate)
}

// dateOrTime reads a date, a time of day or a zone at token i. A second of its kind
// begins another stamp.
func (r *stampReader) dateOrTime(tokens []token, i int) int {
	rest := tokens[i:]
	if t := rest[0]; t.number < 0 && t.means == (meaning{}) {
		return 0
	}
	if day, digits, n := dateAt(rest); n > 0 {
		if r.now.dated() {
			r.next(unnamedDate)
		}
		r.marked = r.marked || i == 0 || i+n == len(tokens)
		r.now.setDay(day, digits)
		return n
	}
	before := token{}
	if i > 0 {
		before = tokens[i-1]
	}
	var at stamp
	if n := at.timeAt(before, rest); n > 0 {
		if r.now.Clock && r.now.dated() {
			r.next(unnamedDate)
		}
		r.now.setClock(at)
		return n
	}
	return r.now.zoneAt(rest)
}

// setDay sets the day, and the time of day if the date has one.
func (s *stamp) setDay(day news.Time, digits *news.DigitDate) {
	s.Year, s.Month, s.Day, s.digits = day.Year, day.Month, day.Day, digits
	if day.Clock {
		s.Time = day
	}
}

func (s *stamp) setClock(at stamp) {
	if s.Clock {
		return // "16:35 EDT (20:35 GMT)"
	}
	s.Clock, s.Hour, s.Minute = true, at.Hour, at.Minute
	if at.Zoned {
		s.Zoned, s.OffsetSecs, s.american = true, at.OffsetSecs, at.american
	}
}

// word takes note of token i, which belongs to no date.
func (r *stampReader) word(tokens []token, i int) {
	t := tokens[i]
	switch m := t.means; {
	case m.kind != unnamedDate:
		r.next(m.kind)
		r.marked = true
	case m.weekday != 0:
		if r.now.weekday == 0 {
			r.now.weekday = int(m.weekday)
		}
		r.marked = true
	case m.class == besideWord, m.class == clockWord, m.class == halfOfDay:
		r.beside++
	case m.class == authorWord:
		r.beside++
		r.marked = true
	case i > 0 && tokens[i-1].text == "@": // "Ferry Watch (@ferrywatch)"
	case t.isWord():
		words := wordsOf(t.text)
		r.others += words
		if t.small {
			r.small += words
		}
	}
}

// kindOf is the kind of date that a line above one announces: "Updated", "Posted on".
func kindOf(line string) stampKind {
	var room [4]token
	tokens := tokenize(room[:0], line)
	if len(tokens) == 0 || len(tokens) > cap(room) {
		return unnamedDate
	}
	for _, t := range tokens[1:] {
		if t.isWord() && t.means.class != besideWord {
			return unnamedDate
		}
	}
	return tokens[0].means.kind
}

// wordsOf is the number of words that letters in a row make: of Chinese and Japanese,
// which part none, every two characters count as one.
func wordsOf(letters string) int {
	if first := nextRune(letters); first < 0x2e80 || unicode.Is(unicode.Hangul, first) {
		return 1
	}
	return (utf8.RuneCountInString(letters) + 1) / 2
}

// next ends the stamp at hand and begins another. What stands before a date, a
// weekday or a time of day, is kept for it.
func (r *stampReader) next(kind stampKind) {
	if !r.now.dated() {
		r.agenda = r.agenda || r.now.Clock && !r.now.Zoned && r.now.kind == unnamedDate && r.best.dated()
		r.now.kind = max(r.now.kind, kind)
		return
	}
	s := r.now
	s.settle()
	if !r.best.dated() || s.kind.belief() > r.best.kind.belief() {
		r.best = s
	}
	r.now = stamp{kind: kind}
}

// settle completes a stamp: the weekday may tell which day its digits are, and the
// day whether clocks were ahead.
func (s *stamp) settle() {
	if !s.Clock {
		s.Zoned, s.OffsetSecs, s.american = false, 0, false
	}
	if s.digits == nil {
		s.ahead()
		return
	}
	if month := s.digits.Readings[news.MonthFirst]; s.american && month.Known() { // as all write there
		s.digits.Readings = [3]news.Time{news.MonthFirst: month}
	}
	if s.weekday != 0 {
		s.digits.Keep(func(t news.Time) bool { return (t.DayNumber()+3)%7+1 == s.weekday })
	}
	for order, t := range s.digits.Readings {
		if t.Known() {
			reading := stamp{Time: s.Time, american: s.american}
			reading.Year, reading.Month, reading.Day = t.Year, t.Month, t.Day
			reading.ahead()
			s.digits.Readings[order] = reading.Time
		}
	}
	if only := s.digits.Only(); only.Known() {
		s.Time = only
	}
}

// ahead moves an American zone to summer time. In the months in which it begins and
// ends the zone is not known without the year, nor before 2007, when the days changed.
func (s *stamp) ahead() {
	if !s.american || !s.Zoned {
		return
	}
	switch {
	case s.Year < 2007 && (s.Month == time.March || s.Month == time.April || s.Month >= time.October && s.Month < time.December):
		s.Zoned, s.OffsetSecs = false, 0
	case summerTime(max(s.Year, 2007), s.Month, s.Day):
		s.OffsetSecs += 60 * 60
	}
	s.american = false
}

// isLine reports a line that gives a time of publication: a date and little else,
// or a date that something marks. "Town marks 4 March 2014 disaster" does not, nor
// does "The pier on 4 March 2014": names begin with capitals.
func (s *stamp) isLine() bool {
	if s.agenda || s.small > 0 && s.kind == unnamedDate && !s.Clock && s.weekday == 0 {
		return false
	}
	if !s.HasYear() && s.digits == nil { // "Record March 13"
		return s.others == 0 || s.others <= fewDateWords && (s.Clock || s.weekday != 0 || s.kind != unnamedDate || s.beside > 0)
	}
	return s.others <= fewDateWords || s.marked && s.others <= maxDateWords
}

// isSentence reports a line that gives a time of publication although it ends like a
// sentence: "Originally published July 18, 2021.", "4:35 p.m."
func (s *stamp) isSentence() bool {
	return s.others <= fewDateWords && (s.kind != unnamedDate || s.Clock && s.small == 0)
}

// longestStamp is the length in bytes of such a line.
const longestStamp = 80

// Words beside the date of a line that gives a time of publication.
const (
	fewDateWords = 2
	maxDateWords = 8
)
