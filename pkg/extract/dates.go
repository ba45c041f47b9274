package extract

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	dateparser "github.com/markusmobius/go-dateparser"

	"github.com/wireprint/wireprint/pkg/news"
)

// maxDateLen is the longest string, in bytes, that is taken for a date.
const maxDateLen = 80

// parseDate reads a date as a record or a page's metadata gives it, in any
// language, as precisely as it is given and no more. The time
// is unknown for everything that does not name a full calendar day: for relative
// dates ("5 hours ago"), and for "07/08/2021", which is two days: these stand in the
// stamp's digits. The clock of the machine has no part in it.
//
// Midnight is taken for a day without a time: it is what databases make of one,
// and a time that nobody stated must not decide who was first.
func parseDate(s string) stamp {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > maxDateLen {
		return stamp{}
	}
	if t := parseMachineDate(s); t.Known() {
		return stamp{Time: plausible(t)}
	}
	if t := parseDigits(s); t.Known() {
		return stamp{Time: plausible(t)}
	}
	if found, ok := findStamp(s); ok {
		found.Time = plausible(found.Time)
		if found.digits != nil {
			for order, t := range found.digits.Readings {
				found.digits.Readings[order] = plausible(t)
			}
		}
		return found
	}
	return stamp{Time: plausible(parseForeign(s))}
}

// Day reads a date as people and programs write it; see [Articles]. The time is unknown
// where it is not certain which day that is.
func Day(s string) news.Time {
	found := parseDate(s)
	return found.Time
}

// The years of news. No newspaper is older than 1605, and years such as 1 and 9999 are
// what software writes for none.
const (
	firstYear = 1605
	lastYear  = 2199
)

// plausible lets pass what can be the date of a news story, without a clock
// time of midnight.
func plausible(t news.Time) news.Time {
	if t.Year < firstYear || t.Year > lastYear {
		return news.Time{}
	}
	if t.Hour == 0 && t.Minute == 0 {
		return news.Time{Year: t.Year, Month: t.Month, Day: t.Day}
	}
	return t
}

// parseMachineDate reads the forms in which programs write full times.
func parseMachineDate(s string) news.Time {
	if !strings.Contains(s, ":") {
		return news.Time{} // a day alone: the most frequent form of all
	}
	for _, layout := range machineLayouts(s) {
		t, err := time.Parse(layout, s)
		switch {
		case err != nil:
		case layout == time.ANSIC:
			return unzoned(news.TimeOf(t))
		default:
			return news.TimeOf(t)
		}
	}
	return news.Time{}
}

// machineLayouts are the layouts of full times that a text may be of, as the sign behind
// its first part shows, the most frequent first. To try all ten took 1.6 µs for a
// date that is of none.
func machineLayouts(s string) []string {
	switch {
	case len(s) < len("2 Jan"):
		return nil
	case s[4] == '-':
		return []string{
			time.RFC3339,
			"2006-01-02T15:04:05-0700",
			"2006-01-02T15:04Z07:00",
			"2006-01-02 15:04:05Z07:00",
			"2006-01-02 15:04:05 -0700",
			"2006-01-02 15:04:05 -0700 MST",
		}
	case s[3] == ',':
		return []string{"Mon, 2 Jan 2006 15:04:05 -0700"}
	case s[1] == ' ' || s[2] == ' ':
		return []string{"2 Jan 2006 15:04:05 -0700"}
	case s[3] == ' ':
		return []string{time.RubyDate, time.ANSIC}
	}
	return nil
}

func unzoned(t news.Time) news.Time {
	t.Zoned, t.OffsetSecs = false, 0
	return t
}

// parseDigits reads dates of digits only: 20210719, 20210719163500, and seconds
// or milliseconds since 1970.
func parseDigits(s string) news.Time {
	if strings.Trim(s, "0123456789") != "" && !strings.ContainsAny(s[:1], "+-") {
		return news.Time{}
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return news.Time{}
	}
	for _, layout := range []string{"20060102", "20060102150405"} {
		if t, err := time.Parse(layout, s); err == nil {
			return unzoned(news.TimeOf(t))
		}
	}
	switch {
	case n >= 1e11 && n < 1e13: // from 1973 on, as all below
		return news.TimeOf(time.UnixMilli(n).UTC())
	case n >= 1e8 && n < 1e11:
		return news.TimeOf(time.Unix(n, 0).UTC())
	}
	return news.Time{}
}

var (
	fourDigits   = regexp.MustCompile(`\p{Nd}{4}`) // a year, in any script
	ambiguousDay = regexp.MustCompile(`^\D*\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b`)
)

// parseForeign reads dates in some two hundred languages. It takes two to three
// milliseconds for what is no date, and so comes last; of signs alone it took up to 60,
// which no language reads.
func parseForeign(s string) news.Time {
	if !fourDigits.MatchString(s) || ambiguousDay.MatchString(s) || !strings.ContainsFunc(s, unicode.IsLetter) {
		return news.Time{}
	}
	// Strict parsing refuses dates of which a part would have to be taken from
	// the current time. Dates without a zone come in the current time's zone,
	// by which they are told from those that name UTC.
	unstated := time.FixedZone("unstated", 0)
	parser := &dateparser.Parser{ParserTypes: []dateparser.ParserType{dateparser.AbsoluteTime}}
	d, err := parser.Parse(&dateparser.Configuration{
		CurrentTime:        time.Date(2021, time.July, 19, 0, 0, 0, 0, unstated),
		StrictParsing:      true,
		ReturnTimeAsPeriod: true,
	}, s)
	switch {
	case err != nil || d.IsZero():
		return news.Time{}
	case !d.Period.IsTime():
		return news.DayOf(d.Time)
	case d.Time.Location() == unstated:
		return unzoned(news.TimeOf(d.Time))
	default:
		return news.TimeOf(d.Time)
	}
}
