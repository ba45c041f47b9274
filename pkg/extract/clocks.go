package extract

import "unicode/utf8"

// timeAt reads 16:35, 09:48AM, 4.05 p.m., 16h35, 午後4時35分 and the zone behind it. before
// is the token before the first, which may say that a time of day follows.
func (s *stamp) timeAt(before token, t []token) int {
	n := 0
	half, leads := 0, before.means.class == clockWord
	if t[0].means.class == halfOfDay && t[0].text[0] >= utf8.RuneSelf { // "am 19.07." is German
		half, n, leads = int(t[0].means.number), 1, true
	}
	hour, minute, k := clockAt(t[n:], leads)
	if k == 0 {
		return 0
	}
	n += k
	if h, k := halfAt(t[n:]); k > 0 {
		if hour == 0 || hour > 12 {
			return 0
		}
		half, n = h, n+k
		hour %= 12
	} else if half > 0 && hour == 12 {
		half = 0
	}
	if hour += half; hour > 23 || minute > 59 {
		return 0
	}
	s.Clock, s.Hour, s.Minute = true, hour, minute
	return n + s.zoneBehind(t[n:])
}

// clockAt reads hours and minutes. A stop parts them only where something tells
// that they are no other number: a word before or behind them.
func clockAt(t []token, leads bool) (hour, minute, n int) {
	if len(t) < 2 || t[0].number < 0 || t[0].digits > 2 {
		return 0, 0, 0
	}
	hour = t[0].number
	switch t[1].text {
	case ":":
		if len(t) > 2 && t[2].digits == 2 {
			return hour, t[2].number, 3 + seconds(t[3:])
		}
	case ".":
		if len(t) > 2 && t[2].digits == 2 && t[2].glued && (leads || isClockEnd(t[3:])) {
			return hour, t[2].number, 3
		}
	case "h":
		if len(t) > 2 && t[2].digits == 2 && (t[2].glued || !t[1].glued) {
			return hour, t[2].number, 3
		}
		return hour, 0, 2
	case "时", "時", "点", "點", "시":
		if len(t) > 2 && t[2].number >= 0 && t[2].digits <= 2 {
			minute, n = t[2].number, 3
			if len(t) > 3 && (t[3].text == "分" || t[3].text == "분") {
				n = 4
			}
			return hour, minute, n
		}
		return hour, 0, 2
	}
	return 0, 0, 0
}

// seconds is how many tokens seconds and their fraction take.
func seconds(t []token) int {
	if len(t) < 2 || t[0].text != ":" || t[1].digits != 2 {
		return 0
	}
	if len(t) > 3 && t[2].text == "." && t[3].digits > 0 && t[3].glued {
		return 4
	}
	return 2
}

func isClockEnd(t []token) bool {
	if len(t) == 0 {
		return false
	}
	_, n := halfAt(t)
	return n > 0 || t[0].text == "uhr" || t[0].text == "h" || t[0].means.class == zoneWord
}

// halfAt reads am, PM, a.m. and "p. m." and returns the hours to add.
func halfAt(t []token) (hours, n int) {
	if len(t) == 0 {
		return 0, 0
	}
	if t[0].means.class == halfOfDay {
		return int(t[0].means.number), 1
	}
	if (t[0].text != "a" && t[0].text != "p") || len(t) < 3 || t[1].text != "." || t[2].text != "m" {
		return 0, 0
	}
	if t[0].text == "p" {
		hours = 12
	}
	if n = 3; len(t) > 3 && t[3].text == "." {
		n = 4
	}
	return hours, n
}

// zoneBehind reads the zone right behind a time of day: one that zoneAt knows, in
// parentheses or not, +05:30, or one of the United States'.
func (s *stamp) zoneBehind(t []token) int {
	n := 0
	for n < len(t) && n < 2 && (t[n].text == "(" || t[n].text == "uhr" || t[n].text == "h") {
		n++
	}
	if n == len(t) {
		return 0
	}
	if m := t[n].means; m.class == americanZone && !t[n].small {
		s.Zoned, s.OffsetSecs, s.american = true, int(m.number)*60, true
		return n + 1
	}
	if offset, k := offsetAt(t[n:]); k > 0 && t[n+k-1].digits == 2 && k == 4 {
		s.Zoned, s.OffsetSecs = true, offset
		return n + k
	}
	if k := s.zoneAt(t[n:]); k > 0 {
		return n + k
	}
	return 0
}

// zoneAt reads the abbreviation of a zone, and what GMT+8 adds to it.
func (s *stamp) zoneAt(t []token) int {
	if s.Zoned || t[0].means.class != zoneWord || t[0].small && t[0].text[0] < 0x80 {
		return 0
	}
	s.Zoned, s.OffsetSecs = true, int(t[0].means.number)*60
	if s.OffsetSecs != 0 || len(t) < 3 || !t[2].glued {
		return 1
	}
	offset, n := offsetAt(t[1:])
	s.OffsetSecs = offset
	return 1 + n
}

// offsetAt reads +05:30, +8 and -0400, in seconds.
func offsetAt(t []token) (seconds, n int) {
	if len(t) < 2 || t[0].text != "+" && t[0].text != "-" && t[0].text != "−" || t[1].number < 0 || !t[1].glued {
		return 0, 0
	}
	hours, minutes, n := t[1].number, 0, 2
	switch {
	case t[1].digits == 4:
		hours, minutes = hours/100, hours%100
	case len(t) > 3 && t[2].text == ":" && t[3].digits == 2:
		minutes, n = t[3].number, 4
	}
	if hours > 14 || minutes > 59 || t[1].digits == 3 {
		return 0, 0
	}
	seconds = hours*3600 + minutes*60
	if t[0].text != "+" {
		seconds = -seconds
	}
	return seconds, n
}
