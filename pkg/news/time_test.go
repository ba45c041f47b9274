package news

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func day(year int, month time.Month, day int) Time {
	return Time{Year: year, Month: month, Day: day}
}

func (t Time) at(hour, minute int) Time {
	t.Clock, t.Hour, t.Minute = true, hour, minute
	return t
}

func (t Time) zone(hours float64) Time {
	t.Zoned, t.OffsetSecs = true, int(hours*3600)
	return t
}

func TestTimeString(t *testing.T) {
	july19 := day(2021, time.July, 19)
	for _, tt := range []struct {
		name string
		time Time
		want string
	}{
		{"unknown", Time{}, ""},
		{"a year alone is no day", Time{Year: 2021}, ""},
		{"a month alone is no day", Time{Year: 2021, Month: time.July}, ""},
		{"day", july19, "2021-07-19"},
		{"day without a year", day(0, time.July, 19), "XXXX-07-19"},
		{"clock without a zone", july19.at(16, 35), "2021-07-19T16:35"},
		{"clock without a year", day(0, time.July, 19).at(9, 5), "XXXX-07-19T09:05"},
		{"universal time", july19.at(16, 35).zone(0), "2021-07-19T16:35Z"},
		{"east", july19.at(16, 35).zone(5), "2021-07-19T16:35+05:00"},
		{"half an hour east", july19.at(16, 35).zone(5.5), "2021-07-19T16:35+05:30"},
		{"west", july19.at(0, 0).zone(-3.5), "2021-07-19T00:00-03:30"},
		{"an early year", day(987, time.March, 1), "0987-03-01"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.time.String(); got != tt.want {
				t.Errorf("%+v is written %q, want %q", tt.time, got, tt.want)
			}
		})
	}
	if got := july19.at(16, 35).zone(5).Date(); got != "2021-07-19" {
		t.Errorf("date %q, want the day alone", got)
	}
}

func TestTimeKnown(t *testing.T) {
	for _, tt := range []struct {
		time        Time
		known, year bool
	}{
		{Time{}, false, false},
		{Time{Year: 2021}, false, false},
		{Time{Year: 2021, Month: time.July}, false, false},
		{day(0, time.July, 19), true, false},
		{day(2021, time.July, 19), true, true},
	} {
		if tt.time.Known() != tt.known || tt.time.HasYear() != tt.year {
			t.Errorf("%+v: known %v, year %v; want %v, %v", tt.time, tt.time.Known(), tt.time.HasYear(), tt.known, tt.year)
		}
	}
}

func TestTimeOfAndDayOf(t *testing.T) {
	at := time.Date(2021, time.July, 20, 9, 20, 59, 0, time.FixedZone("HKT", 8*3600))
	if got := TimeOf(at).String(); got != "2021-07-20T09:20+08:00" {
		t.Errorf("TimeOf gives %s", got)
	}
	if got := DayOf(at).String(); got != "2021-07-20" {
		t.Errorf("DayOf gives %s", got)
	}
}

// Before claims an order only where no zone, hour or year that is left open
// could turn it round.
func TestTimeBefore(t *testing.T) {
	july := func(d int) Time { return day(2021, time.July, d) }
	for _, tt := range []struct {
		name string
		t, u Time
		want bool
	}{
		{"hours of one zone", july(19).at(9, 0).zone(0), july(19).at(9, 1).zone(0), true},
		{"the same minute", july(19).at(9, 0).zone(0), july(19).at(9, 0).zone(0), false},
		{"the same instant in two zones", july(19).at(9, 0).zone(0), july(19).at(14, 0).zone(5), false},
		{"earlier on the wall, later on earth", july(19).at(9, 0).zone(-8), july(19).at(12, 0).zone(8), false},
		{"later on the wall, earlier on earth", july(19).at(12, 0).zone(8), july(19).at(9, 0).zone(-8), true},
		{"hours without a zone", july(19).at(9, 0), july(19).at(11, 0), false},
		{"a day apart without a zone", july(19).at(9, 0), july(20).at(10, 0), false},
		{"two days apart without a zone", july(19).at(9, 0), july(21).at(9, 0), true},
		{"one day", july(19), july(19), false},
		{"neighbouring days overlap by their zones", july(19), july(20), false},
		{"days with a day between them still touch", july(19), july(21), false},
		{"days with two days between them", july(19), july(22), true},
		{"unknown years", day(0, time.July, 19), day(0, time.July, 29), false},
		{"one unknown year", day(0, time.July, 19), july(29), false},
		{"unknown", Time{}, july(29), false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.t.Before(tt.u); got != tt.want {
				t.Errorf("%s before %s: %v, want %v", tt.t, tt.u, got, tt.want)
			}
		})
	}
}

func TestTimeBounds(t *testing.T) {
	for _, tt := range []struct {
		name             string
		time             Time
		earliest, latest string
	}{
		{"a full time is one instant", day(2021, time.July, 19).at(16, 35).zone(5), "2021-07-19T11:35:00Z", "2021-07-19T11:35:00Z"},
		{"a clock without a zone", day(2021, time.July, 19).at(16, 35), "2021-07-19T02:35:00Z", "2021-07-20T04:35:00Z"},
		{"a day", day(2021, time.July, 19), "2021-07-18T10:00:00Z", "2021-07-20T11:59:00Z"},
		{"a day of a zone", day(2021, time.July, 19).zone(5), "2021-07-18T19:00:00Z", "2021-07-19T18:59:00Z"},
		{"a year left open", day(0, time.July, 19), "0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			earliest, latest := tt.time.Earliest().Format(time.RFC3339), tt.time.Latest().Format(time.RFC3339)
			if earliest != tt.earliest || latest != tt.latest {
				t.Errorf("from %s to %s, want from %s to %s", earliest, latest, tt.earliest, tt.latest)
			}
		})
	}
}

func TestDaysApart(t *testing.T) {
	for _, tt := range []struct {
		name string
		t, u Time
		want int
		ok   bool
	}{
		{"one day", day(2021, time.July, 19), day(2021, time.July, 19), 0, true},
		{"clock and zone do not count", day(2021, time.July, 19).at(23, 59).zone(-8), day(2021, time.July, 20).at(0, 1).zone(8), 1, true},
		{"years apart", day(2021, time.July, 19), day(2025, time.July, 19), 1461, true},
		{"New Year", day(2020, time.December, 31), day(2021, time.January, 1), 1, true},
		{"a leap day", day(2024, time.February, 28), day(2024, time.March, 1), 2, true},
		{"no leap day", day(2023, time.February, 28), day(2023, time.March, 1), 1, true},
		{"one year unknown", day(0, time.July, 19), day(2021, time.July, 22), 3, true},
		{"one year unknown, before New Year", day(0, time.December, 30), day(2021, time.January, 2), 3, true},
		{"one year unknown, after New Year", day(2020, time.December, 30), day(0, time.January, 2), 3, true},
		{"both unknown", day(0, time.March, 1), day(0, time.March, 8), 7, true},
		{"both unknown around New Year", day(0, time.December, 31), day(0, time.January, 1), 1, true},
		{"half a year is the most that can be said", day(0, time.January, 1), day(0, time.July, 2), 183, true},
		{"unknown", Time{}, day(2021, time.July, 19), 0, false},
		{"both unknown altogether", Time{}, Time{}, 0, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, way := range []struct{ t, u Time }{{tt.t, tt.u}, {tt.u, tt.t}} {
				days, ok := way.t.DaysApart(way.u)
				if days != tt.want || ok != tt.ok {
					t.Errorf("%s and %s: %d days (%v), want %d (%v)", way.t, way.u, days, ok, tt.want, tt.ok)
				}
			}
		})
	}
}

// anyTime draws a time of any precision.
func anyTime(t *rapid.T, name string) Time {
	at := time.Date(2020, 12, 25, 0, 0, 0, 0, time.UTC).Add(time.Duration(rapid.IntRange(0, 15*24*60).Draw(t, name+" minutes")) * time.Minute)
	full := TimeOf(at.In(time.FixedZone("", 1800*rapid.IntRange(-24, 28).Draw(t, name+" zone"))))
	switch rapid.IntRange(0, 4).Draw(t, name+" precision") {
	case 0:
		return full
	case 1:
		full.Zoned, full.OffsetSecs = false, 0
		return full
	case 2:
		return day(full.Year, full.Month, full.Day)
	case 3:
		return day(0, full.Month, full.Day)
	}
	return Time{}
}

// Before is an order: never both ways, never from a time to itself, and a link
// of two links holds. What is unknown is before nothing.
func TestBeforeIsAnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, y, z := anyTime(t, "x"), anyTime(t, "y"), anyTime(t, "z")
		switch {
		case x.Before(x):
			t.Fatalf("%s is before itself", x)
		case x.Before(y) && y.Before(x):
			t.Fatalf("%s and %s are before each other", x, y)
		case x.Before(y) && y.Before(z) && !x.Before(z):
			t.Fatalf("%s < %s < %s, but not the first before the last", x, y, z)
		case x.Before(y) && !(x.HasYear() && y.HasYear()):
			t.Fatalf("%s before %s without a year", x, y)
		}
	})
}

func TestSpan(t *testing.T) {
	for _, tt := range []struct {
		name string
		s, u Span
		want int
	}{
		{"the same", Span{3, 7}, Span{3, 7}, 4},
		{"one in the other", Span{0, 10}, Span{3, 7}, 4},
		{"the end of one", Span{0, 5}, Span{3, 7}, 2},
		{"neighbours share nothing", Span{0, 3}, Span{3, 7}, 0},
		{"far apart", Span{0, 1}, Span{30, 70}, 0},
		{"an empty span", Span{5, 5}, Span{3, 7}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, back := tt.s.Overlap(tt.u), tt.u.Overlap(tt.s); got != tt.want || back != tt.want {
				t.Errorf("%v and %v overlap by %d and %d bytes, want %d", tt.s, tt.u, got, back, tt.want)
			}
		})
	}
	if n := (Span{3, 7}).Len(); n != 4 {
		t.Errorf("length %d, want 4", n)
	}
	if n := (Range{3, 7}).Len(); n != 4 {
		t.Errorf("length of a range %d, want 4", n)
	}
}

func TestBodyIsTheStoryAlone(t *testing.T) {
	a := Article{Paragraphs: []Paragraph{
		{Span{0, 5}, RoleTitle}, {Span{6, 9}, RoleByline}, {Span{10, 20}, RoleBody},
		{Span{21, 25}, RoleCaption}, {Span{26, 30}, RoleHeading}, {Span{31, 40}, RoleBody}, {Span{41, 50}, RoleBoilerplate},
	}}
	var got []Span
	a.Body(func(s Span) { got = append(got, s) })
	if len(got) != 2 || got[0] != (Span{10, 20}) || got[1] != (Span{31, 40}) {
		t.Errorf("body %v, want the two body paragraphs in order", got)
	}
	names := map[string]bool{}
	for _, p := range a.Paragraphs {
		names[p.Role.String()] = true
	}
	if len(names) != 6 {
		t.Errorf("role names %v, want six", names)
	}
}
