package extract

import (
	"testing"
	"unicode/utf8"
)

// FuzzDate reads any line as the date that a record or a page gives: it is none, or a
// day that there is, and the same each time.
func FuzzDate(f *testing.F) {
	for _, seed := range []string{
		"2021-07-19T16:35:00+08:00", "Mon, 19 Jul 2021 16:35:00 GMT", "20210719163500", "1626683700", "19/07/2021 4.05 p.m.", "2021年7月19日", "19. Juli 2021",
		"19 июля 2021 г.", "١٩ يوليو ٢٠٢١", "120610 Feb 24", "July 19, 2021, 16:35 EDT", "2021-07-19T24:00:00Z", "31 Blugust 2021", "9999-99-99", "1-1-1-2021",
		"1-10-00", // the order of its digits is open
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return // records and pages are decoded before
		}
		got := parseDate(s).Time
		if again := parseDate(s).Time; got != again {
			t.Errorf("%v, then %v", got, again)
		}
		if got.Known() && (!validDay(got) || got.Hour < 0 || got.Hour > 23 || got.Minute < 0 || got.Minute > 59) {
			t.Errorf("%+v is no time", got)
		}
		if found, ok := findStamp(s); ok && found.digits == nil && !validDay(found.Time) {
			t.Errorf("%+v is no day", found)
		}
	})
}
