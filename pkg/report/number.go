package report

import (
	"math"
	"strconv"
)

// number writes n with a comma after each third digit: "12,518".
func number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// count writes how many there are of something: "1 article", "2 articles".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}

// percent writes a share from 0 to 1. Only what is all is called all, and what
// is little never becomes nothing.
func percent(share float64) string {
	switch p := int(math.Round(share * 100)); {
	case share >= 0.9995:
		return "all"
	case p == 0 && share > 0:
		return "<1%"
	default:
		return strconv.Itoa(min(p, 99)) + "%"
	}
}
