package pipeline

import (
	"slices"
	"strconv"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/provenance"
	"github.com/wireprint/wireprint/pkg/source"
)

// Selection says which of the articles that were read a run is about. The zero value
// selects all. What files are read, [source.Options] say.
type Selection struct {
	// From and To are days, as 2021-07-19, and the run is about what was published on
	// them and between; either may be empty. A day of unknown year counts if it is
	// between them in any year, an article of unknown day does not.
	From string `json:"from,omitempty"`
	To   string `json:"to,omitempty"`

	Languages []string `json:"languages,omitempty"` // ISO 639-1 codes, [UnknownLanguage] for an unknown one
	Outlets   []string `json:"outlets,omitempty"`   // names or hosts

	// Limit, if not 0, is the most articles that are selected: the first in the
	// order of reading, by path.
	Limit int `json:"limit,omitempty"`
}

// UnknownLanguage is the code of BCP 47 for an unknown language.
const UnknownLanguage = "und"

// early is the number of articles after which nothing more need be read: the limit, where
// one article alone tells whether it is selected. Dates and outlets are certain only when
// all articles are known. It is 0 for no such number.
func (s Selection) early() int {
	if s.From != "" || s.To != "" || s.Outlets != nil {
		return 0
	}
	return s.Limit
}

// mayHave reports whether an article may be selected, as far as it alone tells.
func (s Selection) mayHave(a *news.Article) bool {
	open := !a.Time.Known() && a.Digits != nil // it may turn out which day it is
	return s.hasLanguage(a) && (open || s.hasDay(a.Time))
}

// has reports whether an article is selected, the limit left out of account.
func (s Selection) has(a *news.Article, known provenance.KnownOutlets) bool {
	return s.hasLanguage(a) && s.hasDay(a.Time) &&
		(s.Outlets == nil || slices.ContainsFunc(s.Outlets, func(name string) bool { return provenance.IsOutlet(a, name, known) }))
}

func (s Selection) hasLanguage(a *news.Article) bool {
	lang := a.Lang
	if lang == "" {
		lang = UnknownLanguage
	}
	return s.Languages == nil || slices.Contains(s.Languages, lang)
}

// hasDay reports whether the calendar day of a time, in its own zone, is selected.
func (s Selection) hasDay(t news.Time) bool {
	switch {
	case s.From == "" && s.To == "":
		return true
	case !t.Known():
		return false
	case t.Year != 0:
		return s.within(t)
	case s.From == "" || s.To == "":
		return true // in some year
	}
	for t.Year = yearOf(s.From); t.Year <= yearOf(s.To); t.Year++ {
		if s.within(t) {
			return true
		}
	}
	return false
}

func (s Selection) within(t news.Time) bool {
	day := t.Date()
	return day >= s.From && (s.To == "" || day <= s.To)
}

func yearOf(day string) int {
	year, _ := strconv.Atoi(day[:len("2006")])
	return year
}

// limit leaves of what was read what comes before the place at which the limit was
// reached, however far the reading had come when it was stopped.
func (r *reading) limit(all *extracted, skipped []skips, inputs []had, sel Selection) {
	slices.SortFunc(all.articles, placed.compare)
	last := sel.last(all.articles)
	if last < 0 || last == len(all.articles)-1 && !anyBehind(inputs, all.articles[last].position) {
		for _, in := range inputs {
			r.leave(in.left)
		}
		r.left.Skipped = append(r.left.Skipped, joinSkips(skipped, position{input: len(inputs)}, r.inputs)...)
		return
	}
	at := all.articles[last]
	all.articles = all.articles[:last+1]
	r.left.Skipped = append(r.left.Skipped, joinSkips(skipped, at.position, r.inputs)...)
	for _, in := range inputs[:at.input] {
		r.leave(in.left)
	}
	r.leave(source.Left{Skipped: inputs[at.input].left.Skipped[:at.before.Skipped], Out: at.before.Out})
	r.leave(source.Left{Skipped: at.before.Counted})
	r.inputs = r.inputs[:at.input+1]
	r.note("stopped at the limit of %d articles, in %s", sel.Limit, at.Path)
	all.known = nil // what the user knows may be of articles behind it
}

// anyBehind reports whether there are documents behind a place.
func anyBehind(inputs []had, p position) bool {
	for i, in := range inputs[p.input:] {
		if in.stopped || in.documents > 0 && (position{p.input + i, in.documents - 1}).compare(p) > 0 {
			return true
		}
	}
	return false
}

func (r *reading) leave(left source.Left) {
	r.left.Skipped = append(r.left.Skipped, left.Skipped...)
	r.left.Out += left.Out
}

// last is the place, among articles in the order of reading, of the one with which an
// early limit is reached; negative when it is not.
func (s Selection) last(articles []placed) int {
	limit := s.early()
	for i := range articles {
		if limit > 0 && s.mayHave(articles[i].Article) {
			if limit--; limit == 0 {
				return i
			}
		}
	}
	return -1
}

// choose leaves the articles that are selected. places are theirs, in the same order.
func (r *reading) choose(places []placed, opts Options) {
	sel := opts.Select
	undated := 0
	var chosen []int
	for i := range r.articles {
		a := &r.articles[i]
		switch {
		case sel.has(a, opts.Outlets.Known):
			chosen = append(chosen, i)
		case !sel.hasDay(a.Time) && !a.Time.Known() && sel.hasLanguage(a):
			undated++
		}
	}
	r.noteOutlets(sel.Outlets, opts.Outlets.Known)
	if undated > 0 {
		r.note("articles left out because their date is not known: %d", undated)
	}
	if sel.Limit > 0 && len(chosen) > sel.Limit {
		r.note("of %d articles that are selected, the first %d", len(chosen), sel.Limit)
		slices.SortFunc(chosen, func(i, j int) int { return places[i].compare(places[j]) })
		chosen = chosen[:sel.Limit]
		slices.Sort(chosen)
	}
	r.left.Out += len(r.articles) - len(chosen)
	if len(chosen) == len(r.articles) {
		return
	}
	articles := make([]news.Article, len(chosen))
	for i, n := range chosen {
		articles[i] = r.articles[n]
	}
	r.articles = articles
}
