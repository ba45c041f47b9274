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
func (f *findings) groupEvents(ctx context.Context, opts Options, progress Progress) (*grounds, error) {
	progress.Stage("finding events", int64(3*len(f.Articles)))
	l, err := f.countTerms(ctx, opts, progress)
	if err != nil {
		return nil, err
	}
	f.languages = l.records(f.Articles)
	g := &grounds{grouping: grouping{
		findings: f, lexicon: l, opts: opts, speakers: f.speakers(), follows: numbersTo(len(f.Families)),
		bars: opts.Event.Rough(),
	}}
	rough, err := l.vectors(ctx, opts.Jobs, event.RoughTerms, g.familyShare, progress)
	if err != nil {
		return nil, err
	}
	share := g.shares(event.Leaders(rough, g.queries(numbersTo(len(f.Articles)), 1)))
	f.vectors, err = l.vectors(ctx, opts.Jobs, event.MostTerms, func(a int) float64 { return share[a] }, progress)
	if err != nil {
		return nil, err
	}
	l.weighed()
	g.bars, g.floor = opts.Event, opts.floor()*justBelow
	fits, err := g.fits(ctx, f.vectors, f.Matches, opts.Links > 0)
	if err != nil {
		return nil, err
	}
	f.kept.ties, f.kept.groups, f.kept.speakers, f.kept.follows = g.ties, f.groups(), g.number, g.follows
	g.links = familyLinks(fits, f.FamilyOf, g.groups, g.number)
	g.merging = eventsOf(g.groups, g.links, g.follows, opts.Event.Reach())
	f.setEvents(g.merging.events)
	return g, nil
}

// justBelow is the share of the least cosine from which pairs are looked for. What
// counts is decided by the cosine as it is published, which is rounded.
const justBelow = 0.999

// justEnough is the average fit from which families are of one event, see
// [event.Fit].
const justEnough = 1

// grounds are what events were made by, for those who ask why.
type grounds struct {
	grouping
	links []cluster.Link // of families
	merging
}

// merging is families as they were put together, step by step.
type merging struct {
	merged   [][]int // by their average, before those that were left were attached …
	attached [][]int // … and before round-ups were taken out …
	events   [][]int // … and those that follow others went to these
}

// eventsOf groups families by how well they fit one event.
func eventsOf(groups []cluster.Group, links []cluster.Link, follows []int, reach int) (m merging) {
	m.merged = cluster.Average(groups, links, justEnough, reach)
	m.attached = cluster.Attach(m.merged, groups, links, justEnough, reach)
	m.events = withFollowers(cluster.Detach(m.attached, groups, links, justEnough, reach), follows)
	return m
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

// numbersTo are the numbers below n.
func numbersTo(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// grouping is what is needed to find events.
type grouping struct {
	*findings
	lexicon *lexicon
	opts    Options
	groups  []cluster.Group // by family
	follows []int           // by family: the one that it is grouped by, itself if it has a speaker
	nearest map[int]fit     // by family that a speaker in a crowd was of: what the first such fits best
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

// shares are the articles' parts in the folder's frequencies, given the rough group
// of each. Had each article the same, the words of a great event would seem common
// and tell nothing any more; were they one for all of a group together, those of a
// daily table would seem rare.
func (g *grouping) shares(groups []int) []float64 {
	sizes := make([]int, len(groups))
	for _, group := range groups {
		sizes[group]++
	}
	share := make([]float64, len(groups))
	for a, group := range groups {
		share[a] = 1 / math.Sqrt(float64(sizes[group]))
	}
	return share
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
