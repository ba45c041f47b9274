package report

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// group is what a reader is told a story about: an event or, where events were
// switched off, a family.
type group struct {
	id       string
	label    string // headline, empty when unknown
	articles []string
	families []string
	first    string // id of the article that was certainly first, or empty
	byDate   bool   // first was not looked for, so that the dates alone tell
	from, to news.Time

	origins, unknownOrigins int // independent of each other
}

// groups returns the report's events, or its families if it has no events, the
// biggest first and the earlier before the later.
func groups(r *news.Report, l *lookup) []group {
	var all []group
	for i := range r.Events {
		all = append(all, eventGroup(&r.Events[i]))
	}
	if len(r.Events) == 0 {
		for i := range r.Families {
			all = append(all, familyGroup(&r.Families[i], l))
		}
	}
	slices.SortStableFunc(all, func(a, b group) int {
		return cmp.Or(
			cmp.Compare(len(b.articles), len(a.articles)),
			cmp.Compare(a.from.String(), b.from.String()),
		)
	})
	return all
}

func eventGroup(e *news.Event) group {
	return group{
		id:       e.ID,
		label:    clean(e.Label),
		articles: e.Articles,
		families: e.Families,
		first:    e.First,
		from:     readTime(e.From),
		to:       readTime(e.To),

		origins: len(e.Origins), unknownOrigins: e.UnknownOrigins,
	}
}

// familyGroup takes headline and days from the family's articles.
func familyGroup(f *news.Family, l *lookup) group {
	g := group{id: f.ID, articles: f.Articles, families: []string{f.ID}, byDate: true}
	if f.Source.Article != "" {
		g.label = clean(l.article(f.Source.Article).Title)
	}
	for _, id := range f.Articles {
		a := l.article(id)
		if g.label == "" {
			g.label = clean(a.Title)
		}
		t := dayOnly(readTime(a.Published))
		if !t.Known() || g.from.HasYear() && !t.HasYear() {
			continue
		}
		fuller := t.HasYear() && !g.from.HasYear() // a day without its year tells less
		if fuller || !g.from.Known() || t.String() < g.from.String() {
			g.from = t
		}
		if fuller || !g.to.Known() || t.String() > g.to.String() {
			g.to = t
		}
	}
	return g
}

func dayOnly(t news.Time) news.Time {
	return news.Time{Year: t.Year, Month: t.Month, Day: t.Day}
}
