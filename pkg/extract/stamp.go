package extract

import (
	_ "embed"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
)

// stamp is a date found in a line of text.
type stamp struct {
	news.Time
	others int  // words of the line that belong to no date, time or weekday
	update bool // the line speaks of an update, not of first publication
	marked bool // something shows that the line is about a publication: a weekday, a word, the date's place
}

// findStamp looks for a date, and a time of day beside it, in one line. Of
// several dates the first counts. Dates of which day and month cannot be told
// apart, as in 3/4/2021, are no dates.
func findStamp(line string) (stamp, bool) {
	if !holdsDigit(line) {
		return stamp{}, false // as most lines, that it is not worth to split
	}
	var room [48]token // enough for nearly all lines
	tokens := tokenize(room[:0], line)
	var s stamp
	for i := 0; i < len(tokens); {
		n := 0
		if !s.Known() {
			var day news.Time
			day, n = dateAt(tokens[i:])
			if n > 0 && day.Clock {
				s.Time = day
			}
			s.Year, s.Month, s.Day = day.Year, day.Month, day.Day
			s.marked = s.marked || n > 0 && (i == 0 || i+n == len(tokens))
		}
		if n == 0 {
			n = s.timeAt(tokens[i:])
		}
		if n == 0 {
			n = 1
			switch word := tokens[i].text; {
			case updates[word]:
				s.update, s.marked = true, true
			case weekdays[word] != 0, published[word]:
				s.marked = true
			case tokens[i].isWord():
				s.others++
			}
		}
		i += n
	}
	s.marked = s.marked || s.Clock
	if !s.Clock {
		s.Zoned, s.OffsetSecs = false, 0
	}
	return s, s.Known()
}

func holdsDigit(line string) bool {
	for i := range len(line) {
		if '0' <= line[i] && line[i] <= '9' {
			return true
		}
	}
	return false
}

var updates = set("updated", "update", "modified", "actualisé", "aktualisiert")

// isLine reports a line that gives a time of publication: a date and little else,
// or a date that something marks. "Town marks 4 March 2014 disaster" does not.
func (s stamp) isLine() bool {
	return s.others <= fewDateWords || s.HasYear() && s.marked && s.others <= maxDateWords
}

// Words beside the date of a line that gives a time of publication.
const (
	fewDateWords = 2
	maxDateWords = 8
)

var published = set("published", "posted", "date", "by", "publié", "mis", "veröffentlicht", "publicado", "pubblicato", "ago", "last")

// token is a number, a word in lower case or a sign.
type token struct {
	text   string
	number int // -1 for other tokens
	digits int
}

func (t token) isWord() bool { return t.number < 0 && len(t.text) > 1 }

// tokenize appends the tokens of a line.
func tokenize(tokens []token, line string) []token {
	for len(line) > 0 {
		r, size := utf8.DecodeRuneInString(line)
		n := size
		switch {
		case unicode.IsSpace(r):
			line = line[size:]
			continue
		case '0' <= r && r <= '9':
			for n < len(line) && '0' <= line[n] && line[n] <= '9' {
				n++
			}
			number, err := strconv.Atoi(line[:n])
			if err != nil {
				number = -1
			}
			tokens = append(tokens, token{line[:n], number, n})
		case isJoined(r):
			tokens = append(tokens, token{line[:n], -1, 0})
		case unicode.IsLetter(r):
			for n < len(line) {
				r, size := utf8.DecodeRuneInString(line[n:])
				if !unicode.IsLetter(r) && !unicode.IsMark(r) || isJoined(r) {
					break
				}
				n += size
			}
			tokens = append(tokens, token{strings.ToLower(line[:n]), -1, 0})
		default:
			tokens = append(tokens, token{line[:n], -1, 0})
		}
		line = line[n:]
	}
	return tokens
}

// isJoined reports the signs for year, month and day, which stand between
// digits without a space.
func isJoined(r rune) bool { return r == '年' || r == '月' || r == '日' }

// dateAt reads a date at the first token and returns how many tokens it takes.
func dateAt(t []token) (news.Time, int) {
	if t[0].number < 0 {
		return valid(monthDay(t))
	}
	if date, n := valid(numericDate(t)); n > 0 {
		return date, n
	}
	if date, n := valid(agencyGroup(t)); n > 0 {
		return date, n
	}
	return valid(dayMonth(t))
}

// valid lets pass a date that there is.
func valid(date news.Time, n int) (news.Time, int) {
	if n == 0 || !validDay(date) {
		return news.Time{}, 0
	}
	return date, n
}

func validDay(d news.Time) bool {
	year := d.Year
	if year == 0 {
		year = 2000 // a leap year
	} else if year < 1700 || year > 2200 {
		return false
	}
	date := time.Date(year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
	return d.Month >= 1 && d.Month <= 12 && date.Day() == d.Day && date.Month() == d.Month
}

// numericDate reads 2021-07-19, 2021/07/19, 19.07.2021, 19/07/2021 where the
// day is above 12, and 2021年7月19日.
func numericDate(t []token) (news.Time, int) {
	if len(t) < 5 || t[0].number < 0 || t[2].number < 0 || t[4].number < 0 {
		return news.Time{}, 0
	}
	sep := t[1].text
	switch {
	case t[0].digits == 4 && sep == "年" && t[3].text == "月":
		n := 5
		if len(t) > 5 && t[5].text == "日" {
			n = 6
		}
		return ymd(t[0], t[2], t[4]), n
	case sep != t[3].text || !strings.Contains("-/.", sep):
		return news.Time{}, 0
	case t[0].digits == 4:
		if len(t) > 5 && t[5].text == "t" { // 2021-07-19T16:35
			return ymd(t[0], t[2], t[4]), 6
		}
		return ymd(t[0], t[2], t[4]), 5
	case t[4].digits != 4:
		return news.Time{}, 0
	case sep == "." || t[0].number > 12:
		return ymd(t[4], t[2], t[0]), 5
	case t[2].number > 12:
		return ymd(t[4], t[0], t[2]), 5
	case t[0].number == t[2].number:
		return ymd(t[4], t[2], t[0]), 5
	}
	return news.Time{}, 0
}

// agencyGroup reads the date-time group that closes a dispatch, 120610 Feb 24:
// the 12th, 06:10.
func agencyGroup(t []token) (news.Time, int) {
	if len(t) < 3 || t[0].digits != 6 || months[t[1].text] == 0 || t[2].digits != 2 {
		return news.Time{}, 0
	}
	n := t[0].number
	at := news.Time{
		Year: 2000 + t[2].number, Month: months[t[1].text], Day: n / 10000,
		Clock: true, Hour: n / 100 % 100, Minute: n % 100,
	}
	if at.Year > 2069 { // as POSIX reads two digits
		at.Year -= 100
	}
	if at.Hour > 23 || at.Minute > 59 {
		return news.Time{}, 0
	}
	return at, 3
}

func ymd(year, month, day token) news.Time {
	return news.Time{Year: year.number, Month: time.Month(month.number), Day: day.number}
}

// dayMonth reads 19 July 2021, 19th of July, 2021, 19. Juli 2021, 26-Feb-1987.
func dayMonth(t []token) (news.Time, int) {
	if t[0].number < 1 || t[0].digits > 2 {
		return news.Time{}, 0
	}
	i := 1
	for i < len(t) && i < 4 && dayEndings[t[i].text] {
		i++
	}
	if i >= len(t) || months[t[i].text] == 0 {
		return news.Time{}, 0
	}
	date := news.Time{Month: months[t[i].text], Day: t[0].number}
	return withYear(date, t, i+1)
}

// monthDay reads July 19, 2021 and Jul. 19th.
func monthDay(t []token) (news.Time, int) {
	month := months[t[0].text]
	i := 1
	if month != 0 && i < len(t) && t[i].text == "." {
		i++
	}
	if month == 0 || i >= len(t) || t[i].number < 1 || t[i].digits > 2 {
		return news.Time{}, 0
	}
	date := news.Time{Month: month, Day: t[i].number}
	i++
	if i < len(t) && ordinals[t[i].text] {
		i++
	}
	return withYear(date, t, i)
}

// withYear reads the year that may follow a day and month, after a comma, a
// stop or "de".
func withYear(date news.Time, t []token, i int) (news.Time, int) {
	y := i
	for y < len(t) && y < i+2 && yearLeads[t[y].text] {
		y++
	}
	if y < len(t) && t[y].digits == 4 {
		date.Year = t[y].number
		return date, y + 1
	}
	return date, i
}

// timeAt reads 16:35, 09:48AM, 4.05 p.m. and a zone, once a date is known or
// before it.
func (s *stamp) timeAt(t []token) int {
	if s.Clock {
		return s.zoneAt(t)
	}
	if len(t) < 3 || t[0].number < 0 || t[0].digits > 2 || t[1].text != ":" || t[2].digits != 2 {
		return s.zoneAt(t)
	}
	hour, minute, n := t[0].number, t[2].number, 3
	if n+1 < len(t) && t[n].text == ":" && t[n+1].digits == 2 {
		n += 2
		if n+1 < len(t) && t[n].text == "." && t[n+1].digits > 0 {
			n += 2
		}
	}
	half, m := halfOfDay(t[n:])
	if hour > 23 || minute > 59 || m > 0 && (hour == 0 || hour > 12) {
		return 0
	}
	if m > 0 {
		hour = hour%12 + half
	}
	s.Clock, s.Hour, s.Minute = true, hour, minute
	return n + m
}

// halfOfDay reads am, PM, a.m. and p.m. and returns the hours to add.
func halfOfDay(t []token) (hours, n int) {
	if len(t) == 0 || t[0].text == "" {
		return 0, 0
	}
	switch t[0].text {
	case "am":
		return 0, 1
	case "pm":
		return 12, 1
	case "a", "p":
		if len(t) > 2 && t[1].text == "." && t[2].text == "m" {
			if t[0].text == "p" {
				hours = 12
			}
			if len(t) > 3 && t[3].text == "." {
				return hours, 4
			}
			return hours, 3
		}
	}
	return 0, 0
}

// zoneAt reads a zone: an abbreviation, or +05:30 behind a time of day.
func (s *stamp) zoneAt(t []token) int {
	if s.Zoned || len(t) == 0 {
		return 0
	}
	if offset, ok := zoneMinutes[t[0].text]; ok {
		s.Zoned, s.OffsetSecs = true, offset*60
		return 1
	}
	if s.Clock && len(t) > 3 && (t[0].text == "+" || t[0].text == "-") && t[1].digits == 2 && t[2].text == ":" && t[3].digits == 2 {
		s.Zoned, s.OffsetSecs = true, t[1].number*3600+t[3].number*60
		if t[0].text == "-" {
			s.OffsetSecs = -s.OffsetSecs
		}
		return 4
	}
	return 0
}

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

var (
	ordinals    = set("st", "nd", "rd", "th", "er", "º")
	dayEndings  = set("st", "nd", "rd", "th", "er", "º", ".", "of", "de", "-")
	yearLeads   = set(",", ".", "de", "-", "год", "г")
	weekdays    = numbers("weekday")
	months      = monthNames()
	zoneMinutes = numbers("zone")

	dateWords = set(slices.Concat(slices.Collect(maps.Keys(months)), slices.Collect(maps.Keys(weekdays)))...)

	longestDateWord = longest(dateWords) // bytes
)

func longest(words map[string]bool) (n int) {
	for w := range words {
		n = max(n, len(w))
	}
	return n
}

// calendar holds the names of months and weekdays in several languages and of
// time zoneMinutes, one entry a line: its kind, its number, its names.
//
//go:embed calendar.txt
var calendar string

func calendarLines(kind string) (lines [][]string) {
	for line := range strings.Lines(calendar) {
		if f := strings.Fields(line); len(f) > 2 && f[0] == kind {
			lines = append(lines, f[1:])
		}
	}
	return lines
}

func numbers(kind string) map[string]int {
	m := map[string]int{}
	for _, f := range calendarLines(kind) {
		n, err := strconv.Atoi(f[0])
		if err != nil {
			panic("extract: calendar.txt: " + err.Error())
		}
		for _, name := range f[1:] {
			m[name] = n
		}
	}
	return m
}

func monthNames() map[string]time.Month {
	m := map[string]time.Month{}
	for name, n := range numbers("month") {
		m[name] = time.Month(n)
	}
	return m
}
