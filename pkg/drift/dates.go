package drift

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/wireprint/wireprint/pkg/news"
)

// date is a day or a time of day as far as a text tells it.
type date struct {
	year, month, day int // 0 when not told
	weekday          int // from Sunday, -1 when not told
	last             int // day of a range: "3 to 5 March"
	decade           bool
	relative         bool
	offset           int // of a relative one, in days from the article's

	timed  bool // the minutes are told …
	minute int  // … from midnight
	half   bool // or from noon
	zoned  bool
	zone   int // minutes east of UTC

	either bool // day and month may be meant the other way round: "3/4/2031"
}

func (d date) key() string { return fmt.Sprintf("@%v", d) }

// readDate reads the date or time of day that begins with token i, and tells of
// how many tokens it is.
func readDate(tokens []token, i int, text string, words *lexicon) (d date, n int) {
	d.weekday = -1
	rest := tokens[i:]
	if n := d.readClock(rest, words); n > 0 {
		return d, n
	}
	if n := d.readISO(rest, text); n > 0 {
		return d, n
	}
	if n := d.readSlashes(rest, text, words); n > 0 {
		return d, n
	}
	if offset, n := words.day.at(rest); n > 0 {
		d.relative, d.offset = true, offset
		return d, n
	}
	if weekday, n := words.weekday.at(rest); n > 0 && (rest[0].upper || !words.english) {
		d.weekday = weekday
		next := skipArticle(rest, n, words)
		return d, max(n, next+d.readDay(rest[next:], words, true))
	}
	if year := yearOf(rest[0].text); year > 0 && year%10 == 0 && len(rest) > 1 && rest[1].glued && words.decade[rest[1].text] {
		d.year, d.decade = year, true
		return d, 2
	}
	told := i > 0 && words.before[tokens[i-1].text]
	if n := d.readDay(rest, words, told); n > 0 {
		return d, n
	}
	if year := yearOf(rest[0].text); year > 0 && told && !rest[0].after {
		d.year = year
		return d, 1
	}
	return d, 0
}

// readDay reads "March 3, 2031", "3 March", "3. März", "3 de marzo de 2031" or
// "March". told says that a date is to be expected.
func (d *date) readDay(tokens []token, words *lexicon, told bool) int {
	if len(tokens) == 0 {
		return 0
	}
	if day := dayOf(tokens[0].text); day > 0 {
		n := 1
		if n < len(tokens) && tokens[n].glued && !words.countsPlace(tokens[n].text) && !isDigit(rune(tokens[n].text[0])) {
			n++
		}
		last, m := readLast(tokens[n:], words)
		n += m
		for n < len(tokens) && words.of[tokens[n].text] {
			n++
		}
		if month, m := words.month.at(tokens[min(n, len(tokens)):]); m > 0 && (tokens[n].upper || !words.english) {
			d.day, d.month, d.last = day, month, last
			return n + m + d.readYear(tokens[n+m:], words)
		}
		return d.readStops(tokens[0].text)
	}
	month, n := words.month.at(tokens)
	if n == 0 || words.english && !tokens[0].upper {
		return d.readStops(tokens[0].text)
	}
	if n < len(tokens) && words.english && !tokens[n].after {
		if day := dayOf(tokens[n].text); day > 0 {
			d.month, d.day = month, day
			n++
			if n < len(tokens) && tokens[n].glued && !isDigit(rune(tokens[n].text[0])) {
				n++
			}
			last, m := readLast(tokens[n:], words)
			d.last = last
			n += m
			return n + d.readYear(tokens[n:], words)
		}
	}
	year := d.readYear(tokens[n:], words)
	if words.plain[tokens[0].text] && !told && year == 0 {
		return 0
	}
	d.month = month
	return n + year
}

// readLast reads the second day of a range: "-5" or "to 5".
func readLast(tokens []token, words *lexicon) (day, n int) {
	if len(tokens) == 0 || tokens[0].after || len(tokens) > 1 && tokens[1].after {
		return 0, 0
	}
	if tokens[0].hyphen {
		if day := dayOf(tokens[0].text); day > 0 {
			return day, 1
		}
	}
	if len(tokens) > 1 && words.to[tokens[0].text] {
		if day := dayOf(tokens[1].text); day > 0 {
			return day, 2
		}
	}
	return 0, 0
}

// readStops reads "3.3.2031".
func (d *date) readStops(text string) int {
	parts := strings.Split(text, ".")
	if len(parts) != 3 || dayOf(parts[0]) == 0 || yearOf(parts[2]) == 0 {
		return 0
	}
	d.day, d.year = dayOf(parts[0]), yearOf(parts[2])
	d.month = dayOf(parts[1])
	return 1
}

func (d *date) readYear(tokens []token, words *lexicon) int {
	n := 0
	for n < len(tokens) && words.of[tokens[n].text] {
		n++
	}
	if n < len(tokens) {
		if year := yearOf(tokens[n].text); year > 0 {
			d.year = year
			return n + 1
		}
	}
	return 0
}

func (d *date) readISO(tokens []token, text string) int {
	if len(tokens) < 3 || tokens[2].span.End-tokens[0].span.Start != len("2031-03-03") {
		return 0
	}
	t, err := time.Parse(time.DateOnly, text[tokens[0].span.Start:tokens[2].span.End])
	if err != nil {
		return 0
	}
	d.year, d.month, d.day = t.Year(), int(t.Month()), t.Day()
	return 3
}

// readSlashes reads "31/12/2031", in English also "12/31/2031".
func (d *date) readSlashes(tokens []token, text string, words *lexicon) int {
	if len(tokens) < 3 {
		return 0
	}
	for k := range 2 {
		end, start := tokens[k].span.End, tokens[k+1].span.Start
		if end > start || text[end:start] != "/" { // parts of a contraction have one place
			return 0
		}
	}
	const months = 12
	first, second, year := dayOf(tokens[0].text), dayOf(tokens[1].text), yearOf(tokens[2].text)
	if first == 0 || second == 0 || year == 0 || min(first, second) > months {
		return 0
	}
	d.day, d.month, d.year = first, second, year
	d.either = words.english && max(first, second) <= months
	if second > months {
		d.day, d.month = second, first
	}
	return 3
}

// readClock reads "6 a.m.", "06:00", "6.30 pm GMT", "noon", "18 Uhr".
func (d *date) readClock(tokens []token, words *lexicon) (n int) {
	if d.readMilitary(tokens, words) {
		return 2
	}
	hour, minute, n := clockOf(tokens[0].text)
	kind := ""
	if n > 0 && n < len(tokens) && !tokens[n].after {
		kind, _ = words.clock.word(tokens[n].text)
	}
	colon := n > 0 && strings.Contains(tokens[0].text, ":")
	switch {
	case n == 0:
		fixed, m := words.clock.at(tokens[:1])
		noon, err := strconv.Atoi(fixed)
		if m == 0 || err != nil {
			return 0
		}
		hour, n = noon, 1
	case kind == "am" || kind == "pm":
		hour %= 12
		if kind == "pm" {
			hour += 12
		}
		n++
	case kind == "hour" && (words.compound || tokens[n].glued || words.english || hasMinutes(tokens, n+1)):
		n++
		d.half = words.english
		if m, ok := minutesBehind(tokens, n); ok && !words.english {
			minute = m
			n++
		}
	case !colon:
		return 0
	}
	d.timed, d.minute = true, 60*hour+minute
	if n < len(tokens) && !tokens[n].after {
		if zone, m := words.zone.at(tokens[n:]); m > 0 && tokens[n].upper {
			d.zoned, d.zone = true, zone
			n += m
		}
	}
	return n
}

// minutesBehind reads the "30" of "18h30".
func minutesBehind(tokens []token, n int) (minute int, ok bool) {
	if n >= len(tokens) || tokens[n].after || len(tokens[n].text) != 2 {
		return 0, false
	}
	minute, err := strconv.Atoi(tokens[n].text)
	return minute, err == nil && minute < 60
}

func hasMinutes(tokens []token, n int) bool {
	_, ok := minutesBehind(tokens, n)
	return ok
}

// readMilitary reads a time of day in four figures before its zone: "1200 GMT".
func (d *date) readMilitary(tokens []token, words *lexicon) bool {
	if len(tokens) < 2 || len(tokens[0].text) != 4 || tokens[1].after || !tokens[1].upper {
		return false
	}
	zone, m := words.zone.at(tokens[1:])
	figures, err := strconv.Atoi(tokens[0].text)
	if m != 1 || err != nil || figures < 0 || figures > 2400 || figures%100 > 59 {
		return false
	}
	d.timed, d.minute, d.zoned, d.zone = true, figures/100*60+figures%100, true, zone
	return true
}

// clockOf reads "6", "06:30" or "6.30"; n is 0 if that is no time of day.
func clockOf(text string) (hour, minute, n int) {
	first, second, split := strings.Cut(strings.Replace(text, ".", ":", 1), ":")
	hour, err := strconv.Atoi(first)
	if err != nil || hour < 0 || hour > 24 {
		return 0, 0, 0
	}
	if split {
		minute, err = strconv.Atoi(second)
		if err != nil || len(second) != 2 || minute > 59 {
			return 0, 0, 0
		}
	}
	return hour, minute, 1
}

func dayOf(text string) int {
	if day, err := strconv.Atoi(text); err == nil && len(text) <= 2 && 1 <= day && day <= 31 {
		return day
	}
	return 0
}

func yearOf(text string) int {
	if year, err := strconv.Atoi(text); err == nil && len(text) == 4 && 1800 <= year && year < 2100 {
		return year
	}
	return 0
}

// agree compares two dates of articles of the days a and b. A relative one is read
// by its article's day or by the day before, for a story is written then that is
// printed the next day.
func (d date) agree(e date, a, b news.Time) verdict {
	switch {
	case d.timed != e.timed:
		return unknown
	case d.timed:
		return d.agreeClock(e)
	case d.weekday >= 0 && e.weekday >= 0 && d.weekday != e.weekday:
		return different
	case d.either || e.either:
		return d.agreeEither(e)
	case d.plainDay() && e.plainDay():
		if d.decade != e.decade {
			return unknown
		}
		for _, p := range [][2]int{{d.year, e.year}, {d.month, e.month}, {d.day, e.day}, {d.last, e.last}} {
			if p[0] != 0 && p[1] != 0 && p[0] != p[1] {
				return different
			}
		}
		return equal
	}
	return d.agreeDay(e, a, b)
}

// agreeEither compares dates whose day and month may stand for each other.
func (d date) agreeEither(e date) verdict {
	if !d.plainDay() || !e.plainDay() || d.day == 0 || e.day == 0 {
		return unknown
	}
	same := d.day == e.day && d.month == e.month
	if d.either != e.either {
		same = same || d.day == e.month && d.month == e.day
	}
	return verdictOf(same && (d.year == e.year || d.year == 0 || e.year == 0))
}

// plainDay reports a date that is told by month, day or year.
func (d date) plainDay() bool { return d.month != 0 || d.year != 0 }

func (d date) agreeClock(e date) verdict {
	if d.zoned != e.zoned && d.minute != e.minute {
		return unknown
	}
	const day = 24 * 60
	apart := ((d.minute-d.zone)-(e.minute-e.zone)+2*day)%day + 0
	return verdictOf(apart == 0 || (d.half || e.half) && apart == day/2)
}

// agreeDay compares a relative day, a weekday and a date with each other.
func (d date) agreeDay(e date, a, b news.Time) verdict {
	x, okX := d.near(a)
	y, okY := e.near(b)
	if !okX || !okY {
		if d.relative && e.relative && d.offset == e.offset || !d.relative && !e.relative && d.weekday == e.weekday && !d.plainDay() && !e.plainDay() {
			return equal
		}
		return unknown
	}
	graceX, graceY := 0, 0 // how much earlier each may be
	if d.relative {
		graceX = 1
	}
	if e.relative {
		graceY = 1
	}
	for _, p := range x {
		for _, q := range y {
			if p-q <= graceX && q-p <= graceY {
				return equal
			}
		}
	}
	return different
}

// near are the days that the date can stand for in an article of a known day, as
// numbers; ok is false when they cannot be told.
func (d date) near(article news.Time) (days []int, ok bool) {
	year := d.year
	if year == 0 && article.HasYear() {
		year = article.Year
	}
	if d.either {
		return nil, false
	}
	if d.month != 0 && d.day != 0 && year != 0 {
		return []int{(news.Time{Year: year, Month: time.Month(d.month), Day: d.day}).DayNumber()}, true
	}
	if !article.HasYear() || d.plainDay() {
		return nil, false
	}
	today := article.DayNumber()
	if d.relative {
		return []int{today + d.offset}, true
	}
	const thursday = 4 // 1 January 1970
	for shift := -7; shift <= 7; shift++ {
		if ((today+shift+thursday)%7+7)%7 == d.weekday {
			days = append(days, today+shift)
		}
	}
	return days, len(days) > 0
}

// dates finds the dates that a hunk changes.
func (c *comparison) dates(h hunk) {
	from, to := c.changed(h, func(u unit) bool { return u.date != nil })
	from, to = c.withoutEqual(from, to, func(a, b unit) bool { return a.date.agree(*b.date, c.from.day, c.to.day) == equal })
	if len(from) != len(to) {
		return
	}
	for k, i := range from {
		j := to[k]
		if c.from.units[i].date.agree(*c.to.units[j].date, c.from.day, c.to.day) == different {
			c.add(news.DriftDate, c.from.units[i].span, c.to.units[j].span)
		}
	}
}
