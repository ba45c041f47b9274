package extract

import (
	"strings"
	"time"

	"github.com/wireprint/wireprint/pkg/news"
)

// dateAt reads a date at the first token and returns how many tokens it takes.
// digits is set when it is one of digits whose order has to be known.
func dateAt(t []token) (date news.Time, digits *news.DigitDate, n int) {
	if t[0].number < 0 {
		date, n = valid(monthDay(t))
		return date, nil, n
	}
	if date, n = valid(yearMonthDay(t)); n > 0 {
		return date, nil, n
	}
	if digits, n = digitDate(t); n > 0 {
		return digits.Only(), digits, n
	}
	if date, n = valid(agencyGroup(t)); n > 0 {
		return date, nil, n
	}
	date, n = valid(dayMonth(t))
	return date, nil, n
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
	} else if year < firstYear || year > lastYear {
		return false
	}
	date := time.Date(year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
	return d.Month >= 1 && d.Month <= 12 && date.Day() == d.Day && date.Month() == d.Month
}

// yearMonthDay reads 2021-07-19, 2021/07/19, 2021. 7. 19., 2021年7月19日, and the day
// and month of 7月19日.
func yearMonthDay(t []token) (news.Time, int) {
	if len(t) < 4 || t[0].number < 0 {
		return news.Time{}, 0
	}
	if isMonthSign(t[1].text) && t[2].number > 0 && isDaySign(t[3].text) {
		return news.Time{Month: time.Month(t[0].number), Day: t[2].number}, 4
	}
	if len(t) < 5 || t[0].digits != 4 || t[2].number < 0 || t[4].number < 0 {
		return news.Time{}, 0
	}
	sep, n := t[1].text, 5
	switch {
	case isYearSign(sep) && isMonthSign(t[3].text):
		if len(t) > 5 && isDaySign(t[5].text) {
			n = 6
		}
	case sep != t[3].text || !strings.Contains("-/.", sep):
		return news.Time{}, 0
	case len(t) > 5 && t[5].text == "t": // 2021-07-19T16:35
		n = 6
	}
	return ymd(t[0], t[2], t[4]), n
}

func isYearSign(s string) bool  { return s == "年" || s == "년" }
func isMonthSign(s string) bool { return s == "月" || s == "월" }
func isDaySign(s string) bool   { return s == "日" || s == "일" }

func ymd(year, month, day token) news.Time {
	return news.Time{Year: year.number, Month: time.Month(month.number), Day: day.number}
}

// digitDate reads 19/07/2021, 19-07-21 and 19.07.2021 in each order that gives a day.
// Between dots the day stands first: so write all who part with dots, but for a few
// whose month cannot be one.
func digitDate(t []token) (*news.DigitDate, int) {
	if len(t) < 5 || t[0].digits > 2 || t[2].number < 0 || t[2].digits > 2 || t[4].digits != 4 && t[4].digits != 2 {
		return nil, 0
	}
	sep := t[1].text
	if sep != t[3].text || !strings.Contains("-/.", sep) || len(t) > 6 && t[5].text == sep && t[6].number >= 0 {
		return nil, 0
	}
	d := &news.DigitDate{Written: t[0].text + sep + t[2].text + sep + t[4].text}
	addReading(d, news.DayFirst, t[4], t[2], t[0])
	if sep != "." || !d.Readings[news.DayFirst].Known() {
		addReading(d, news.MonthFirst, t[4], t[0], t[2])
	}
	if t[4].digits == 2 && t[0].digits == 2 {
		addReading(d, news.YearFirst, t[0], t[2], t[4])
	}
	if d.Readings == (news.DigitDate{}).Readings {
		return nil, 0
	}
	return d, 5
}

// addReading adds a reading to a date, if it gives a day.
func addReading(d *news.DigitDate, order news.DayOrder, year, month, day token) {
	date := ymd(year, month, day)
	if year.digits == 2 {
		date.Year = century(year.number)
	}
	if validDay(date) {
		d.Readings[order] = date
	}
}

// century is the year that two digits stand for, as POSIX reads them.
func century(year int) int {
	if year < 69 {
		return 2000 + year
	}
	return 1900 + year
}

// agencyGroup reads the date-time group that closes a dispatch: 120610 Feb 24, or
// 120610 GMT Feb 24: the 12th, 06:10.
func agencyGroup(t []token) (news.Time, int) {
	if len(t) < 3 || t[0].digits != 6 {
		return news.Time{}, 0
	}
	n := t[0].number
	at := news.Time{Day: n / 10000, Clock: true, Hour: n / 100 % 100, Minute: n % 100}
	month := 1
	if t[1].means.class == zoneWord && len(t) > 3 {
		at.Zoned, at.OffsetSecs, month = true, int(t[1].means.number)*60, 2
	}
	at.Month = time.Month(t[month].means.month)
	if at.Month == 0 || t[month+1].digits != 2 || at.Hour > 23 || at.Minute > 59 {
		return news.Time{}, 0
	}
	at.Year = century(t[month+1].number)
	return at, month + 2
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
	if i >= len(t) || t[i].means.month == 0 {
		return news.Time{}, 0
	}
	date := news.Time{Month: time.Month(t[i].means.month), Day: t[0].number}
	return withYear(date, t, i+1)
}

// monthDay reads July 19, 2021 and Jul. 19th. In "mar. 19 juillet" the first word is
// a weekday, and in "July 16:35" the number an hour.
func monthDay(t []token) (news.Time, int) {
	month := time.Month(t[0].means.month)
	i := 1
	if month != 0 && i < len(t) && t[i].text == "." {
		i++
	}
	if month == 0 || t[0].means.last || i >= len(t) || t[i].number < 1 || t[i].digits > 2 {
		return news.Time{}, 0
	}
	date := news.Time{Month: month, Day: t[i].number}
	i++
	if i < len(t) && ordinals[t[i].text] {
		i++
	}
	if i+1 < len(t) && (t[i].means.month != 0 || t[i].text == ":" && t[i+1].digits == 2) {
		return news.Time{}, 0
	}
	return withYear(date, t, i)
}

// withYear reads the year that may follow a day and month, after a comma, a
// stop or "de". A longer number there belongs to no date: "May 31, 201906:37" is
// two lines that a scraper glued together.
func withYear(date news.Time, t []token, i int) (news.Time, int) {
	y := i
	for y < len(t) && y < i+2 && yearLeads[t[y].text] {
		y++
	}
	switch {
	case y == len(t) || t[y].digits < 4:
		return date, i
	case t[y].digits > 4:
		return news.Time{}, 0
	}
	date.Year = t[y].number
	return date, y + 1
}

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

var (
	ordinals   = set("st", "nd", "rd", "th", "er", "º")
	dayEndings = set("st", "nd", "rd", "th", "er", "º", ".", "of", "de", "-")
	yearLeads  = set(",", ".", "de", "-", "del")
)
