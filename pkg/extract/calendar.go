package extract

import (
	_ "embed"
	"strconv"
	"strings"
	"time"
)

// calendar is described in its first lines.
//
//go:embed calendar.txt
var calendar string

// meaning is what a word may be for a date beside it.
type meaning struct {
	month   int8
	weekday int8 // 1, Monday, to 7
	kind    stampKind
	class   wordClass
	number  int16 // of the class
	last    bool  // a month only behind its day
	begins  bool  // a name of two words
}

// wordClass is what a word is beside a date that is neither month nor weekday.
type wordClass uint8

const (
	unknownWord  wordClass = iota
	zoneWord               // number: minutes east of UTC
	americanZone           // number: minutes east of UTC in winter
	halfOfDay              // number: hours to add
	clockWord
	besideWord
	authorWord
)

// stampKind is what a line says that its date is the date of.
type stampKind uint8

const (
	unnamedDate stampKind = iota
	changeDate
	publicationDate
	firstPublication
)

// belief orders the kinds by how much a date of them is that of the publication.
func (k stampKind) belief() int {
	return [...]int{changeDate: 0, unnamedDate: 1, publicationDate: 2, firstPublication: 3}[k]
}

// meanings are the calendar's words. A name of two stands under both.
var meanings = readCalendar()

func readCalendar() map[string]meaning {
	m := map[string]meaning{}
	for line := range strings.Lines(calendar) {
		f := strings.Fields(line)
		if len(f) < 3 || f[0] == "#" {
			continue
		}
		n, err := strconv.ParseInt(f[1], 10, 16)
		if err != nil {
			panic("extract: calendar.txt: " + err.Error())
		}
		for _, name := range f[2:] {
			name = strings.ReplaceAll(name, "_", " ")
			word := m[name]
			word.add(f[0], int(n))
			m[name] = word
			if first, _, two := strings.Cut(name, " "); two {
				word = m[first]
				word.begins = true
				m[first] = word
			}
		}
	}
	return m
}

func (m *meaning) add(kind string, n int) {
	switch kind {
	case "month":
		m.month = int8(n)
	case "monthlast":
		m.month, m.last = int8(n), true
	case "weekday":
		m.weekday = int8(n)
	case "kind":
		m.kind = stampKind(n)
	default:
		m.class, m.number = classes[kind], int16(n)
	}
}

var classes = map[string]wordClass{
	"zone": zoneWord, "american": americanZone, "half": halfOfDay, "clock": clockWord, "beside": besideWord, "author": authorWord,
}

// longestDateWord is the length in bytes of the longest name of a month or weekday.
var longestDateWord = func() (n int) {
	for word, m := range meanings {
		if m.month != 0 || m.weekday != 0 {
			n = max(n, len(word))
		}
	}
	return n
}()

// summerTime reports whether clocks in the United States are an hour ahead on a day:
// from the second Sunday in March to the first in November, as it is since 2007.
func summerTime(year int, month time.Month, day int) bool {
	sunday := func(month time.Month, nth int) int {
		first := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC).Weekday()
		return 1 + (7-int(first))%7 + 7*(nth-1)
	}
	switch month {
	case time.March:
		return day >= sunday(month, 2)
	case time.November:
		return day < sunday(month, 1)
	}
	return month > time.March && month < time.November
}
