package report

import (
	"fmt"
	"time"

	"github.com/wireprint/wireprint/pkg/news"
)

// readTime is [news.ParseTime].
func readTime(s string) news.Time { return news.ParseTime(s) }

// middle is the instant by which articles are put in order: the middle of all
// that t can stand for. Where the year is unknown it is taken to be the given
// one. What is unknown comes last.
func middle(t news.Time, year int) time.Time {
	if !t.Known() {
		return time.Date(9999, time.December, 31, 0, 0, 0, 0, time.UTC)
	}
	if t.Year == 0 {
		t.Year = year
	}
	from := t.Earliest()
	return from.Add(t.Latest().Sub(from) / 2)
}

// when writes t for a reader: "19 Jul 2021 16:35 +05", with as much of it as is
// known, the year only when asked for, and "" when nothing is.
func when(t news.Time, year bool) string {
	if !t.Known() {
		return ""
	}
	s := day(t, year)
	if t.Clock {
		s += fmt.Sprintf(" %02d:%02d%s", t.Hour, t.Minute, zone(t))
	}
	return s
}

func zone(t news.Time) string {
	if !t.Zoned {
		return ""
	}
	if t.OffsetSecs == 0 {
		return " UTC"
	}
	sign, minutes := '+', t.OffsetSecs/60
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	if minutes%60 == 0 {
		return fmt.Sprintf(" %c%02d", sign, minutes/60)
	}
	return fmt.Sprintf(" %c%02d:%02d", sign, minutes/60, minutes%60)
}

// day writes the calendar day of t: "19 Jul 2021" or "19 Jul".
func day(t news.Time, year bool) string {
	s := fmt.Sprintf("%d %s", t.Day, t.Month.String()[:3])
	if year && t.Year != 0 {
		s += fmt.Sprintf(" %d", t.Year)
	}
	return s
}

// days writes the days from from to to: "19 Jul 2021", "19–20 Jul 2021",
// "30 Jun – 2 Jul 2021", "30 Dec 2020 – 2 Jan 2021".
func days(from, to news.Time) string {
	if !from.Known() {
		from = to
	}
	if !to.Known() {
		to = from
	}
	switch {
	case !from.Known():
		return "undated"
	case from.Date() == to.Date():
		return day(from, true)
	case from.HasYear() && to.HasYear() && from.Year != to.Year:
		return day(from, true) + " – " + day(to, true)
	case from.Month != to.Month:
		return day(from, false) + " – " + day(to, true)
	default:
		return fmt.Sprintf("%d–%s", from.Day, day(to, true))
	}
}
