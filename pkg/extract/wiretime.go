package extract

import (
	"strings"
	"time"

	"github.com/wireprint/wireprint/pkg/news"
)

// wireTime reads a time as wire formats write it: ISO 8601, in its basic or extended
// form, with or without a zone. It is unknown for all else.
func wireTime(s string) news.Time {
	s = strings.TrimSpace(s)
	if len(s) < len("20060102") || len(s) > maxDateLen {
		return news.Time{}
	}
	for _, layout := range []string{
		"2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05Z0700", "20060102T150405Z0700", "20060102T150405Z07:00",
		"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02T15:04Z07:00", "20060102T1504Z0700",
	} {
		if t, err := time.Parse(layout, s); err == nil {
			return plausible(news.TimeOf(t))
		}
	}
	for _, layout := range []string{
		"2006-01-02T15:04:05", "20060102T150405", "2006-01-02 15:04:05", "2006-01-02T15:04", "20060102T1504",
		"2006-01-02", "20060102",
	} {
		if t, err := time.Parse(layout, s); err == nil {
			return plausible(unzoned(news.TimeOf(t)))
		}
	}
	return news.Time{}
}

// centuryOf is the year that two digits stand for: wires are younger than 1970.
func centuryOf(year int) int {
	if year < 70 {
		return 2000 + year
	}
	return 1900 + year
}
