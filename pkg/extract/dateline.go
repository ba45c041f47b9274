package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
)

// Datelines are short; what opens a paragraph and is longer is a sentence.
const (
	maxDateline = 120 // bytes
	maxPlace    = 6   // words
)

// findDateline reads the dateline that opens a paragraph, text[span]: a place
// in capitals, a date, an agency in parentheses, and a dash or colon, in the
// forms that agencies use:
//
//	WASHINGTON, July 19 (Reuters) -
//	NEW YORK (AP) —
//	Paris, 4 mars 2024 (AFP) -
//	DHARAMSALA, 20 July:
//	NEW YORK, Nov. 4, 2022 /PRNewswire/ --
//	(Reuters) -
//	(ANSA) - ROMA, 04 NOV -
//	МОСКВА, 19 июля - РИА Новости.
//	新华社北京7月19日电
//
// A place alone must be in capitals and be followed by a dash.
func findDateline(text string, span news.Span) (news.Dateline, bool) {
	r := lineReader{text: text[span.Start:runeStart(text, min(span.End, span.Start+maxDateline))]}
	if !mayBeDateline(r.text) {
		return news.Dateline{}, false
	}
	d, ok := r.dateline()
	if ok && d.Place == "" && !d.Time.Known() {
		if behind, dated := r.dateline(); dated && behind.Time.Known() {
			d.Place, d.Time, d.Span = behind.Place, behind.Time, behind.Span
		}
	}
	d.Span = news.Span{Start: span.Start, End: span.Start + d.Span.End}
	return d, ok && d.Span.End < span.End
}

// dateline reads a dateline; its span ends where the reader stands.
func (r *lineReader) dateline() (news.Dateline, bool) {
	if d, ok := r.hanDateline(); ok {
		return d, true
	}
	place, capitals := r.place()
	d := news.Dateline{Place: place}
	dated := false
	if s, ok := r.dateBefore(); ok {
		d.Time, dated = s.Time, true
	}
	d.Agency = r.parenthesis()
	if s, ok := findStamp(d.Agency); ok && s.Known() && !dated {
		d.Time, dated = s.Time, true
	}
	sign := r.end()
	if d.Agency == "" && dated && sign != 0 {
		d.Agency = r.agencyBehind()
	}
	ok := false
	switch {
	case place == "":
		ok = d.Agency != "" && (sign != 0 || len(strings.Fields(d.Agency)) <= 2)
	case d.Agency != "":
		ok = sign != 0 || capitals
	case dated:
		ok = sign != 0
	default:
		ok = capitals && sign != 0 && sign != ':'
	}
	d.Span.End = r.at
	name := strings.ToLower(place)
	m := meanings[name]
	return d, ok && !notPlaces[name] && m.class != besideWord && m.class != authorWord && m.kind == unnamedDate
}

// hanDateline reads the dateline of Chinese agencies, behind which the reporter may
// stand in parentheses: "中新社北京7月19日电（记者 林海）".
func (r *lineReader) hanDateline() (d news.Dateline, ok bool) {
	end := -1
	for _, sign := range []string{"日电", "日電"} {
		if at := strings.Index(r.text[r.at:], sign); at >= 0 {
			end = r.at + at + len(sign)
		}
	}
	if end < 0 {
		return d, false
	}
	head := r.text[r.at:end]
	day := strings.IndexFunc(head, func(c rune) bool { return digit(c) >= 0 })
	s, found := findStamp(head[max(day, 0):])
	if !found || strings.ContainsAny(head, "，。、：,. ") {
		return d, false
	}
	d.Place, d.Time = head[:day], s.Time
	for _, sign := range []string{"社", "网"} {
		if at := strings.Index(d.Place, sign); at >= 0 {
			d.Agency, d.Place = d.Place[:at+len(sign)], d.Place[at+len(sign):]
			break
		}
	}
	r.at = end
	for _, p := range [][2]string{{"（", "）"}, {"(", ")"}} {
		if at := strings.Index(r.text[end:], p[1]); at > 0 && strings.HasPrefix(r.text[end:], p[0]) {
			r.at = end + at + len(p[1])
		}
	}
	r.spaces()
	d.Span.End = r.at
	return d, d.Time.Known()
}

// mayBeDateline reports a line with a sign in it that may close a dateline, and with a
// parenthesis or digit, or that begins as a place in capitals does. Most paragraphs are
// told by it from datelines.
func mayBeDateline(line string) bool {
	if len(line) < 2 {
		return false
	}
	all, second := signsOf(line), line[1]
	return all&closesDateline != 0 && (all&(figure|bracket) != 0 || second < 'a' || 'z' < second)
}

// closesDateline are the signs of which every dateline has one: it ends with a dash or
// colon, an agency in parentheses or between slashes, or the Chinese word for a telegram.
const closesDateline = dash | longDash | colon | bracket | slash | telegram

// runeStart is the last beginning of a character at or before i.
func runeStart(s string, i int) int {
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// lineReader reads the parts of a dateline one after the other.
type lineReader struct {
	text string
	at   int
}

func (r *lineReader) spaces() {
	for r.at < len(r.text) {
		c, size := utf8.DecodeRuneInString(r.text[r.at:])
		if !unicode.IsSpace(c) {
			return
		}
		r.at += size
	}
}

// place reads the words up to a comma before a date, a parenthesis or a dash,
// as long as each begins with a capital.
func (r *lineReader) place() (place string, capitals bool) {
	words, begin, end := 0, r.at, r.at
	capitals = true
	for words < maxPlace {
		r.spaces()
		start := r.at
		word := r.placeWord()
		if !unicode.IsUpper(nextRune(word)) || isDateWord(strings.Trim(word, ".")) && !r.insidePlace(word) {
			r.at = start
			break
		}
		words++
		end = r.at
		capitals = capitals && isUpper(word)
		if r.at < len(r.text) && r.text[r.at] == ',' {
			r.at++
		}
	}
	r.at = max(r.at, end)
	end = r.country(end)
	place = strings.TrimRight(r.text[begin:end], ",")
	return place, capitals && words > 0
}

// insidePlace reports the name of a month that no day follows: "RIO DE JANEIRO".
func (r *lineReader) insidePlace(word string) bool {
	rest := strings.TrimLeft(r.text[r.at:], " .")
	return meanings[strings.ToLower(word)].month != 0 && digit(nextRune(rest)) < 0
}

// placeWord reads up to a space, comma, parenthesis, colon or long dash.
func (r *lineReader) placeWord() string {
	start := r.at
	for r.at < len(r.text) {
		switch c := r.text[r.at]; c {
		case ' ', '\t', '\n', ',', '(', ':':
			return r.text[start:r.at]
		case 0xc2, 0xe2:
			if rest := r.text[r.at:]; strings.HasPrefix(rest, "\u00a0") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—") {
				return r.text[start:r.at]
			}
		}
		r.at++
	}
	return r.text[start:]
}

// isDateWord reports the name of a month or weekday.
func isDateWord(word string) bool {
	if len(word) > longestDateWord {
		return false
	}
	var lower [maxDateline]byte // to make it a key without a copy of its own
	for i := range len(word) {
		c := word[i]
		switch {
		case c >= utf8.RuneSelf:
			return isDateName(meanings[strings.ToLower(word)])
		case 'A' <= c && c <= 'Z':
			c |= 0x20
		}
		lower[i] = c
	}
	return isDateName(meanings[string(lower[:len(word)])])
}

func isDateName(m meaning) bool { return m.month != 0 || m.weekday != 0 }

// isUpper reports a word of two letters or more without small ones.
func isUpper(word string) bool {
	for i := range len(word) {
		if c := word[i]; 'a' <= c && c <= 'z' {
			return false
		}
	}
	return strings.ToUpper(word) == word && utf8.RuneCountInString(word) > 1
}

// country reads a country in parentheses that belongs to the place, because a
// date follows: "Santa Olaya (Costara), Sept 17". It returns where the place
// ends.
func (r *lineReader) country(end int) int {
	rest := r.text[end:]
	if !strings.HasPrefix(rest, " (") {
		return end
	}
	if closing := strings.Index(rest, "), "); closing > 0 {
		r.at = end + closing + len("), ")
		return end + closing + 1
	}
	return end
}

// notPlaces are the words in capitals that open headlines.
var notPlaces = set("corrected", "correction", "update", "updated", "breaking", "exclusive", "analysis",
	"opinion", "watch", "video", "live", "photos", "factbox", "explainer", "fact check", "feature", "interview",
	"editor's note", "editor’s note", "note")

func nextRune(s string) rune {
	c, _ := utf8.DecodeRuneInString(s)
	return c
}

// dateEnds marks the bytes that matter to dateBefore.
var dateEnds = func() (t [256]dateEnd) {
	for c := '0'; c <= '9'; c++ {
		t[c] = withinDate
	}
	t['('], t['-'], t[':'], t['/'], t["–"[0]] = shortEnd, shortEnd, shortEnd, slashEnd, longEnd
	return t
}()

type dateEnd uint8

const (
	noDateEnd  dateEnd = iota
	withinDate         // a digit
	shortEnd
	longEnd
	slashEnd
)

// dateBefore reads a date that ends with a parenthesis, dash or colon.
func (r *lineReader) dateBefore() (stamp, bool) {
	rest := r.text[r.at:]
	digits := false
	for i := range len(rest) {
		size := 1
		switch dateEnds[rest[i]] {
		case noDateEnd:
			continue
		case withinDate:
			digits = true
			continue
		case longEnd:
			if !strings.HasPrefix(rest[i:], "–") && !strings.HasPrefix(rest[i:], "—") {
				continue
			}
			size = len("–")
		case slashEnd:
			if i == 0 || rest[i-1] != ' ' || !unicode.IsUpper(nextRune(rest[i+1:])) {
				continue
			}
		}
		if i == 0 || rest[i] != '(' && rest[i] != '/' && !unicode.IsSpace(nextRune(rest[i+size:])) && !strings.HasPrefix(rest[i:], "-- ") {
			continue
		}
		if !digits {
			break
		}
		s, ok := findStamp(rest[:i])
		if !ok || !s.Known() || s.others+s.beside > 0 {
			return stamp{}, false
		}
		r.at += i
		return s, true
	}
	return stamp{}, false
}

// parenthesis reads "(Reuters)" or "/ТАСС/" and returns what stands in it.
func (r *lineReader) parenthesis() string {
	r.spaces()
	closing := byte(')')
	switch {
	case strings.HasPrefix(r.text[r.at:], "/"):
		closing = '/'
	case !strings.HasPrefix(r.text[r.at:], "("):
		return ""
	}
	end := strings.IndexByte(r.text[min(r.at+1, len(r.text)):], closing) + 1
	if end <= 0 {
		return ""
	}
	inside := r.text[r.at+1 : r.at+end]
	if !unicode.IsUpper(nextRune(inside)) && nextRune(inside) != 'd' { // dpa
		return ""
	}
	r.at += end + 1
	return inside
}

// agencyBehind reads the agency that some put behind the dash, as a sentence of its own:
// "МОСКВА, 19 июля - РИА Новости. Паром …".
func (r *lineReader) agencyBehind() string {
	const words = 3
	name, rest, ok := strings.Cut(r.text[r.at:], ". ")
	if !ok || strings.Count(name, " ") >= words || !unicode.IsUpper(nextRune(rest)) {
		return ""
	}
	for word := range strings.FieldsSeq(name) {
		if !unicode.IsUpper(nextRune(word)) {
			return ""
		}
	}
	r.at += len(name) + len(". ")
	return name
}

// end reads the dash or colon that closes a dateline, 0 when there is none.
func (r *lineReader) end() rune {
	before := r.at
	r.spaces()
	for _, sign := range []string{"--", "-", "–", "—", ":", ".-", ".–"} {
		if strings.HasPrefix(r.text[r.at:], sign) && (sign != "-" || r.at > 0 && strings.ContainsRune(" )/", rune(r.text[r.at-1]))) {
			r.at += len(sign)
			r.spaces()
			return nextRune(sign)
		}
	}
	r.at = before
	if r.at > 0 && r.text[r.at-1] == '/' && strings.HasPrefix(r.text[r.at:], ".") { // "/ТАСС/."
		r.at++
		r.spaces()
		return '.'
	}
	r.spaces()
	return 0
}
