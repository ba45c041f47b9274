package extract

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/wireprint/wireprint/pkg/news"
)

// publication is a time at which the story may have been published.
type publication struct {
	stamp
	from string
	standing
}

// standing is how much a time is believed to be that of the publication, by where it
// stands and what it is said to be. A dateline is the day of writing: it counts where
// no line gives the day of publication with its year.
type standing uint8

const (
	changedInHeader standing = iota // published then or before
	datelineWithoutYear
	inAddress
	belowStory
	datelineWithYear
	aboveTitle // where newspapers print the date of the day
	saidBelowStory
	inHeader
	saidInHeader
	saidFirst
)

// time sets the time of publication from the record's or page's own, the header lines,
// the dateline, the lines behind the story and the address, in this order; of two times
// of one day it takes the one with the hour. Dates inside the story are never asked.
func (s *story) time(a *news.Article) {
	if len(s.blocks) > 0 {
		s.dateline(a)
	}
	if !a.Time.HasYear() {
		found := s.publications(a)
		best := s.publicationOf(a, found)
		best.publish(a, best.from)
		if a.Time.Known() && !a.Time.HasYear() {
			s.inferYear(a, found)
		}
	}
	datelineYearOf(a)
}

// publish makes the time of a stamp the article's, or says why it is not known.
func (st *stamp) publish(a *news.Article, from string) {
	if st.digits != nil && a.Digits == nil {
		st.digits.From = from
		a.Digits = st.digits
	}
	switch {
	case st.Known():
		a.Time, a.TimeFrom = st.Time, from
	case st.digits != nil:
		a.TimeFrom = fmt.Sprintf("%s: %q may be two days", from, st.digits.Written)
	}
}

// publicationOf is the time of publication among those that were found, or the one
// that the article's record gave in digits, if the others tell which day it is.
func (s *story) publicationOf(a *news.Article, found []publication) publication {
	if a.Digits != nil {
		own := publication{stamp: stamp{digits: a.Digits}, from: a.Digits.From}
		found = append([]publication{own}, found...)
	}
	for i := range found {
		if found[i].digits != nil && !found[i].Known() {
			s.decide(&found[i], found)
		}
	}
	open := publication{}
	for _, p := range found {
		switch {
		case p.Known() && (p.standing != changedInHeader || !open.dated()):
			return p.withHour(found)
		case p.digits != nil && !open.dated():
			open = p
		}
	}
	return open
}

// decide chooses the day that digits mean by the other times: it is near one of them,
// and the others are not.
func (s *story) decide(p *publication, found []publication) {
	if year := p.digits.Readings[news.YearFirst]; s.readsYearFirst() && year.Known() {
		p.digits.Readings = [3]news.Time{news.YearFirst: year}
	} else {
		p.digits.Readings[news.YearFirst] = news.Time{}
	}
	p.digits.Keep(func(t news.Time) bool {
		return slices.ContainsFunc(found, func(other publication) bool {
			days, ok := t.DaysApart(other.Time)
			return ok && other.digits == nil && days <= nearDays
		})
	})
	if only := p.digits.Only(); only.Known() {
		p.Time = only
	}
}

// nearDays is how far the dateline, the date in the address and that of a change lie
// from the publication: a weekend at most.
const nearDays = 3

// readsYearFirst reports a text in Chinese, Japanese or Korean, where 21/07/19 is a day
// of 2021.
func (s *story) readsYearFirst() bool {
	for _, b := range s.blocks {
		if b.kind == prose {
			return strings.ContainsFunc(s.text[b.Start:b.End], func(r rune) bool {
				return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
			})
		}
	}
	return false
}

// withHour is the publication itself, or another line of its day that knows the hour.
func (p publication) withHour(found []publication) publication {
	if p.Clock || p.standing == changedInHeader {
		return p
	}
	for _, other := range found {
		if other.Clock && other.Date() == p.Date() && other.standing >= belowStory {
			return other
		}
	}
	return p
}

// publications are the times at which the story may have been published, the one that
// is most believed first.
func (s *story) publications(a *news.Article) []publication {
	var found []publication
	add := func(st stamp, at standing, from string) {
		found = append(found, publication{st, from, at})
	}
	s.header(func(b *block, below bool) {
		switch b.stamp.kind {
		case firstPublication:
			add(*b.stamp, saidFirst, "byline")
		case publicationDate:
			add(*b.stamp, saidInHeader, "byline")
		case changeDate:
			add(b.stamp.day(), changedInHeader, "line that tells of a change")
		default:
			at := aboveTitle
			if below {
				at = inHeader
			}
			add(*b.stamp, at, "byline")
		}
	})
	s.footer(func(b *block, belowHeadline bool) {
		switch {
		case b.stamp.kind == firstPublication:
			add(*b.stamp, saidFirst, "line below the story")
		case b.stamp.kind == publicationDate:
			add(*b.stamp, saidBelowStory, "line below the story")
		case b.stamp.kind == unnamedDate && !belowHeadline && (b.stamp.HasYear() || b.stamp.digits != nil):
			add(*b.stamp, belowStory, "line below the story")
		}
	})
	switch d := (stamp{Time: a.Dateline.Time}); {
	case d.HasYear():
		add(d, datelineWithYear, "dateline")
	case d.Known():
		add(d, datelineWithoutYear, "dateline")
	}
	if t := addressDay(a.URL); t.Known() {
		add(stamp{Time: t}, inAddress, "date in the article's address")
	}
	slices.SortStableFunc(found, func(x, y publication) int { return cmp.Compare(y.standing, x.standing) })
	return found
}

// day is the stamp without its time of day.
func (st stamp) day() stamp {
	st.Time = news.Time{Year: st.Year, Month: st.Month, Day: st.Day}
	return st
}

// header calls f with the lines above the story that hold a date, and those between
// its summary, or what else stands above it in sentences, and the story itself. below
// reports one under the headline, or on a page that shows none.
func (s *story) header(f func(b *block, below bool)) {
	titled := slices.ContainsFunc(s.blocks[:s.first], func(b block) bool { return b.title })
	told := 0
	for i := range s.blocks[:min(s.first+headerLines, s.last)] {
		b := &s.blocks[i]
		switch {
		case b.title:
			titled = false
		case b.kind == prose:
			if told += b.Len(); told > longestHeader || b.dateline != nil {
				return
			}
		case b.kind == dated && (i < s.first || !s.isQuoted(b)):
			f(b, !titled)
		}
	}
}

// longestHeader is how many bytes of sentences may stand above the line with the date:
// the summary and what is said of the author.
const longestHeader = 400

// isQuoted reports the signature of a message that the story shows:
// "— Ferry Watch (@ferrywatch) July 18, 2021".
func (s *story) isQuoted(b *block) bool {
	line := s.text[b.Start:b.End]
	return strings.ContainsRune(line, '@') || strings.ContainsRune("—–-", nextRune(line))
}

// footer calls f with the lines right behind the story that hold a date, up to a list,
// a form or readers' comments. belowHeadline reports one under a line that may be the
// headline of another story.
func (s *story) footer(f func(b *block, belowHeadline bool)) {
	belowHeadline := false
	for i := s.last; i < len(s.blocks) && s.blocks[i].kind != section; i++ {
		b := &s.blocks[i]
		switch {
		case b.kind == dated && !s.isQuoted(b):
			f(b, belowHeadline)
		case isHeadline(s.text, *b):
			belowHeadline = true
		}
	}
}

// inferYear gives the article's time a year, when something of the article tells it:
// another date of it, or the copyright line.
func (s *story) inferYear(a *news.Article, found []publication) {
	s.footer(func(b *block, _ bool) {
		if b.stamp.kind == changeDate {
			found = append(found, publication{stamp: *b.stamp, from: "date of a change below the story"})
		}
	})
	for _, other := range found {
		if days, ok := a.Time.DaysApart(other.Time); ok && other.HasYear() && days <= sameFileDays {
			a.Time.Year = yearNear(a.Time, other.Time)
			a.TimeFrom += ", year from the " + strings.TrimPrefix(other.from, "line that tells of a ")
			return
		}
	}
	if year := s.copyrightYear(); year != 0 {
		a.Time.Year = year
		a.TimeFrom += ", year from the copyright line"
	}
}

// yearNear is the year in which the day without a year is nearest to another.
func yearNear(day, other news.Time) int {
	best := other.Year
	for _, year := range []int{other.Year - 1, other.Year + 1} {
		if apart(day, year, other) < apart(day, best, other) {
			best = year
		}
	}
	return best
}

func apart(day news.Time, year int, other news.Time) int {
	day.Year = year
	days, _ := day.DaysApart(other)
	return days
}

// copyrightYear is the one year that the lines of copyright give, 0 when they give
// none or several: a range of years ends with that of the scraping.
func (s *story) copyrightYear() (year int) {
	for _, b := range s.blocks {
		if b.Len() > maxClutter || b.kind == prose || !strings.ContainsRune(s.text[b.Start:b.End], '©') &&
			!strings.Contains(strings.ToLower(s.text[b.Start:b.End]), "copyright") {
			continue
		}
		for _, t := range tokenize(nil, s.text[b.Start:b.End]) {
			if t.digits != 4 || t.number < 1900 || t.number > 2199 {
				continue
			}
			if year != 0 && year != t.number {
				return 0
			}
			year = t.number
		}
	}
	return year
}

// datelineYearOf gives the dateline the year of the publication.
func datelineYearOf(a *news.Article) {
	d := &a.Dateline.Time
	if !d.Known() || d.HasYear() || !a.Time.HasYear() {
		return
	}
	if days, _ := d.DaysApart(a.Time); days <= sameFileDays {
		d.Year = yearNear(*d, a.Time)
	}
}
