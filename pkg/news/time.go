package news

import (
	"fmt"
	"math"
	"strings"
	"time"
)

// Time is a publication time with its uncertainty: "July 19" knows no year,
// "19 July 2021" no hour, "09:48AM" no zone. The zero value is unknown.
type Time struct {
	Year       int // 0 when unknown
	Month      time.Month
	Day        int
	Clock      bool // Hour and Minute are known
	Hour       int
	Minute     int
	Zoned      bool // Offset is known
	OffsetSecs int  // seconds east of UTC
}

// Known reports whether at least month and day are known.
func (t Time) Known() bool { return t.Month != 0 && t.Day != 0 }

// HasYear reports whether the full calendar day is known.
func (t Time) HasYear() bool { return t.Known() && t.Year != 0 }

// TimeOf returns the full time t, to the minute.
func TimeOf(t time.Time) Time {
	_, offset := t.Zone()
	return Time{
		Year: t.Year(), Month: t.Month(), Day: t.Day(),
		Clock: true, Hour: t.Hour(), Minute: t.Minute(),
		Zoned: true, OffsetSecs: offset,
	}
}

// DayOf returns the calendar day of t.
func DayOf(t time.Time) Time {
	return Time{Year: t.Year(), Month: t.Month(), Day: t.Day()}
}

// String writes the time in the extended date format of ISO 8601-2, as
// precisely as it is known and no more: "2021-07-19T16:35+05:00",
// "2021-07-19T16:35", "2021-07-19", "XXXX-07-19", or "" when unknown.
func (t Time) String() string {
	if !t.Known() {
		return ""
	}
	year := "XXXX"
	if t.Year != 0 {
		year = fmt.Sprintf("%04d", t.Year)
	}
	s := fmt.Sprintf("%s-%02d-%02d", year, t.Month, t.Day)
	if !t.Clock {
		return s
	}
	s += fmt.Sprintf("T%02d:%02d", t.Hour, t.Minute)
	switch {
	case !t.Zoned:
	case t.OffsetSecs == 0:
		s += "Z"
	default:
		sign, off := '+', t.OffsetSecs
		if off < 0 {
			sign, off = '-', -off
		}
		s += fmt.Sprintf("%c%02d:%02d", sign, off/3600, off%3600/60)
	}
	return s
}

// ParseTime reads a time in the form that [Time.String] writes. What it cannot read
// is unknown.
func ParseTime(s string) Time {
	rest, noYear := strings.CutPrefix(s, "XXXX")
	if noYear {
		s = "2000" + rest // a leap year has every day
	}
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04", "2006-01-02T15:04Z07:00"} {
		at, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		t := TimeOf(at)
		t.Clock = len(layout) > len("2006-01-02")
		t.Zoned = len(layout) > len("2006-01-02T15:04")
		if noYear {
			t.Year = 0
		}
		return t
	}
	return Time{}
}

// Date is the calendar day alone, as String writes it.
func (t Time) Date() string {
	return Time{Year: t.Year, Month: t.Month, Day: t.Day}.String()
}

// Earliest and Latest bound the instant that the time can stand for. A day
// without a zone covers every zone from UTC+14 to UTC-12. Both are the zero
// time when the year is unknown.
func (t Time) Earliest() time.Time { return t.bound(false) }

// Latest is described at [Time.Earliest].
func (t Time) Latest() time.Time { return t.bound(true) }

func (t Time) bound(latest bool) time.Time {
	if !t.HasYear() {
		return time.Time{}
	}
	at := time.Date(t.Year, t.Month, t.Day, t.Hour, t.Minute, 0, 0, time.UTC)
	if !t.Clock && latest {
		at = at.Add(24*time.Hour - time.Minute)
	}
	switch {
	case t.Zoned:
		return at.Add(-time.Duration(t.OffsetSecs) * time.Second)
	case latest:
		return at.Add(12 * time.Hour)
	default:
		return at.Add(-14 * time.Hour)
	}
}

// Before reports whether t certainly came before u: the latest instant that t
// can stand for is earlier than the earliest of u.
func (t Time) Before(u Time) bool {
	return t.HasYear() && u.HasYear() && t.Latest().Before(u.Earliest())
}

// DaysApart is the distance of the two calendar days. Where a year is unknown
// it is the least distance that any year allows. ok is false when either day
// is unknown.
func (t Time) DaysApart(u Time) (days int, ok bool) {
	if !t.Known() || !u.Known() {
		return 0, false
	}
	if t.HasYear() && u.HasYear() {
		return dayGap(t, u), true
	}
	year := max(t.Year, u.Year)
	if year == 0 {
		year = 2000 // any leap year serves
	}
	t.Year, u.Year = year, year
	best := math.MaxInt
	for shift := -1; shift <= 1; shift++ {
		v := u
		v.Year += shift
		best = min(best, dayGap(t, v))
	}
	return best, true
}

func dayGap(t, u Time) int {
	gap := t.DayNumber() - u.DayNumber()
	return max(gap, -gap)
}

// DayNumber counts calendar days from 1 January 1970, negative before it. Of a time
// without a year it means nothing.
func (t Time) DayNumber() int {
	return int(time.Date(t.Year, t.Month, t.Day, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}
