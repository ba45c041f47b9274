package pipeline

import (
	"context"
	"math"
	"slices"

	"github.com/wireprint/wireprint/pkg/cluster"
	"github.com/wireprint/wireprint/pkg/event"
)

// groupEvents puts families that are about the same together. It does so twice:
// first roughly, by few terms and general news alone, to learn which words are
// common in the folder and not just in one great event of it.
func (f *findings) groupEvents(ctx context.Context, opts Options, progress Progress) error {
	progress.Stage("finding events", int64(3*len(f.Articles)))
	l, err := f.countTerms(ctx, opts, progress)
	if err != nil {
		return err
	}
	f.languages = l.records(f.Articles)
	g := grouping{
		findings: f, lexicon: l, opts: opts, speakers: f.speakers(), groups: f.groups(),
		bars: opts.Event.Rough(), floor: justBelow,
	}
	rough, err := l.vectors(ctx, opts.Jobs, event.RoughTerms, g.familyShare, progress)
	if err != nil {
		return err
	}
	links, err := g.links(ctx, rough, nil, false)
	if err != nil {
		return err
	}
	reach := opts.Event.Reach()
	share := eventShares(cluster.Average(g.groups, links, 1, reach), f)
	f.vectors, err = l.vectors(ctx, opts.Jobs, event.MostTerms, func(a int) float64 { return share[a] }, progress)
	if err != nil {
		return err
	}
	g.bars, g.floor = opts.Event, opts.floor()*justBelow
	if links, err = g.links(ctx, f.vectors, f.Matches, opts.Links > 0); err != nil {
		return err
	}
	f.kept.ties, f.kept.groups, f.kept.speakers = g.ties, g.groups, g.number
	f.setEvents(eventsOf(g.groups, links, reach))
	return nil
}

// justBelow is the share of the least cosine from which pairs are looked for. What
// counts is decided by the cosine as it is published, which is rounded.
const justBelow = 0.999

// eventsOf groups families by how well they fit one event.
func eventsOf(groups []cluster.Group, links []cluster.Link, reach int) [][]int {
	events := cluster.Attach(cluster.Average(groups, links, 1, reach), groups, links, 1, reach)
	return cluster.Detach(events, groups, links, 1, reach)
}

// setEvents tells each article its event; groups are of families.
func (f *findings) setEvents(groups [][]int) {
	f.EventOf = make([]int, len(f.Articles))
	f.events = make([][]int, 0, len(groups))
	for e, families := range groups {
		var articles []int
		for _, family := range families {
			articles = append(articles, f.Families[family].Articles...)
		}
		for _, a := range articles {
			f.EventOf[a] = e
		}
		f.events = append(f.events, articles)
	}
}

// eventShares is each article's part in the folder's frequencies. Had each article
// the same, the words of a great event would seem common and tell nothing any more;
// were they one for all of a group together, those of a daily table would seem rare.
func eventShares(events [][]int, f *findings) []float64 {
	share := make([]float64, len(f.Articles))
	for _, families := range events {
		n := 0
		for _, family := range families {
			n += len(f.Families[family].Articles)
		}
		for _, family := range families {
			for _, a := range f.Families[family].Articles {
				share[a] = 1 / math.Sqrt(float64(n))
			}
		}
	}
	return share
}

// grouping is what is needed to find events.
type grouping struct {
	*findings
	lexicon *lexicon
	opts    Options
	groups  []cluster.Group // by family
	speakers

	bars  event.Options // of the grouping, rough or not
	floor float64       // share of the least cosine that counts from which pairs are looked for
	ties  []tie         // that links kept
}

// familyShare is an article's part in the frequencies of a language of which
// nothing else is known, before there are events.
func (g *grouping) familyShare(a int) float64 {
	if g.lexicon.languages[g.lexicon.languageOf[a]].code == "" {
		return 0
	}
	return 1 / float64(len(g.Families[g.FamilyOf[a]].Articles))
}

// groups are the families, as what is merged to events.
func (f *findings) groups() []cluster.Group {
	groups := make([]cluster.Group, len(f.Families))
	for i, family := range f.Families {
		var days []int
		for _, a := range family.Articles {
			if t := f.Articles[a].Time; t.HasYear() {
				days = append(days, t.DayNumber())
			}
		}
		groups[i].Size = len(family.Articles)
		groups[i].From, groups[i].To = mostDays(days)
	}
	return groups
}

// mostDays are the nearest days between which two thirds of all lie: one carrier
// of a wire with a wrong date must not take it out of its event.
func mostDays(days []int) (from, to int) {
	if len(days) == 0 {
		return 1, 0 // of no known day
	}
	slices.Sort(days)
	most := (2*len(days) + 2) / 3
	from, to = days[0], days[most-1]
	for i, last := range days[most-1:] {
		if last-days[i] < to-from {
			from, to = days[i], last
		}
	}
	return from, to
}
