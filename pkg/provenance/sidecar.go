package provenance

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/wireprint/wireprint/pkg/glob"
	"github.com/wireprint/wireprint/pkg/news"
)

// Sidecar is what the user knows of the articles beside what they say themselves. It
// comes before that, and what a table says before what a path does.
type Sidecar struct {
	// Layouts say what the parts of a file's path mean. The first that a path has
	// counts. They are asked for [glob.Words].
	Layouts []glob.Layout `json:"layouts,omitempty"`

	// Metadata is a table; nil when there is none.
	Metadata *Metadata `json:"metadata,omitempty"`
}

// Found says which parts of a [Sidecar] had an article. It is not for several
// goroutines at a time; several of them can be joined.
type Found struct {
	Layouts []bool // by their number
	Lines   map[int]bool
}

// NewFound returns a Found for what no article was seen of.
func (s Sidecar) NewFound() *Found {
	return &Found{Layouts: make([]bool, len(s.Layouts)), Lines: map[int]bool{}}
}

// Join adds what another one has found.
func (f *Found) Join(g *Found) {
	for i, found := range g.Layouts {
		f.Layouts[i] = f.Layouts[i] || found
	}
	for line := range g.Lines {
		f.Lines[line] = true
	}
}

// Describe puts into an article what the user knows of it. It comes before [Identify].
func (s Sidecar) Describe(a *news.Article, found *Found) {
	for i, l := range s.Layouts {
		if parts, ok := l.Parts(a.Path); ok {
			found.Layouts[i] = true
			layOut(a, parts)
			break
		}
	}
	if s.Metadata != nil {
		s.Metadata.describe(a, found)
	}
}

// layOut puts into an article what the parts of its path say.
func layOut(a *news.Article, parts map[string]string) {
	evidence := "path of the file: " + a.Path
	if name := parts[glob.Outlet]; name != "" {
		a.Outlet = news.Attribution{Name: name, Evidence: evidence}
	}
	year, month, day := numeral(parts[glob.Year]), numeral(parts[glob.Month]), numeral(parts[glob.Day])
	if date := strings.Map(digit, parts[glob.Date]); len(date) == len("20060102") {
		year, month, day = numeral(date[:4]), numeral(date[4:6]), numeral(date[6:])
	}
	t := news.Time{Year: year, Month: time.Month(month), Day: day}
	switch {
	case year != 0 && isDay(t):
		setDay(a, t, evidence)
	case year != 0 && day == 0:
		decideDay(a, t, evidence)
	}
}

// setDay makes a day the article's. The hour that the article gives of that day stays.
func setDay(a *news.Article, day news.Time, evidence string) {
	if a.Time.Date() == day.Date() && !day.Clock {
		a.TimeFrom += "; the same day from the " + evidence
		return
	}
	a.Time, a.TimeFrom = day, evidence
}

// decideDay fills in what an article leaves open of its day: the year, or which of two
// days 03/04/2021 is, by the year and the month, if it is not 0, in which it was.
func decideDay(a *news.Article, in news.Time, evidence string) {
	fits := func(t news.Time) bool {
		return t.Known() && (t.Year == 0 || t.Year == in.Year) && (in.Month == 0 || t.Month == in.Month)
	}
	switch {
	case a.Time.HasYear():
	case fits(a.Time):
		t := a.Time
		if t.Year = in.Year; isDay(t) {
			a.Time = t
			a.TimeFrom += ", year from the " + evidence
		}
	case !a.Time.Known() && a.Digits != nil && slices.ContainsFunc(a.Digits.Readings[:], fits):
		a.Digits.Keep(fits)
		if only := a.Digits.Only(); only.Known() {
			a.Time = only
			a.TimeFrom = a.Digits.From + ": " + strconv.Quote(a.Digits.Written) + " by the " + evidence
		}
	}
}

// isDay reports whether the calendar has the day.
func isDay(t news.Time) bool {
	d := time.Date(t.Year, t.Month, t.Day, 0, 0, 0, 0, time.UTC)
	return t.Known() && d.Month() == t.Month && d.Day() == t.Day
}

func digit(r rune) rune {
	if '0' <= r && r <= '9' {
		return r
	}
	return -1
}

// numeral is the number that a few digits are, 0 when there are none.
func numeral(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
