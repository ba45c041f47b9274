package pipeline

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/cluster"
	"github.com/wireprint/wireprint/pkg/event"
)

// crowds keeps the pairs that are weighed linear in the articles: a speaker that fits
// very many before it, see [event.Options], falls silent, and its family is grouped
// by the nearest of them. 8,192 records of the same few words had 33 million pairs,
// in 3.3 GB.
type crowds struct {
	*grouping
	search *event.Search
	fits   [][]fit // by speaker
	ties   [][]tie // by speaker
}

// crowdBlock is how many speakers are weighed at once, before it is decided which of
// them fall silent: enough to keep all cores at work, and few beside a crowd. What is
// found does not depend on it.
const crowdBlock = 1024

// settle decides which of a block of speakers fall silent, one after the other: what
// fits a silent one counts no more.
func (c *crowds) settle(from, to int) {
	for i := from; i < to; i++ {
		c.fits[i] = slices.DeleteFunc(c.fits[i], func(f fit) bool { return !c.speaks[f.a] })
		c.ties[i] = slices.DeleteFunc(c.ties[i], func(t tie) bool { return !c.speaks[t.a] })
		if n := len(c.fits[i]); n > 0 && n >= c.bars.Crowd {
			c.silence(i)
		}
	}
}

func (c *crowds) silence(i int) {
	best := slices.MaxFunc(c.fits[i], func(f, g fit) int { return cmp.Compare(f.value, g.value) })
	family := c.FamilyOf[best.b]
	if c.nearest == nil {
		c.nearest = map[int]fit{}
	}
	if _, known := c.nearest[family]; !known {
		c.nearest[family] = best
	}
	c.speaks[best.b] = false
	c.number[family]--
	c.search.Remove(i)
	c.fits[i], c.ties[i] = nil, nil
}

// follow lets the families that nobody speaks for any more follow those that they fit
// best: these count for them. A family that is followed has a speaker, for an article
// falls silent at its own turn or never.
func (g *grouping) follow() {
	g.articles = slices.DeleteFunc(g.articles, func(a int) bool { return !g.speaks[a] })
	for f, best := range g.nearest {
		if g.number[f] == 0 {
			g.follows[f] = g.FamilyOf[best.a]
		}
	}
	g.groups = led(g.findings.groups(), g.follows)
}

// led are groups each of which counts for those that follow it, by number. These keep
// their own size, but nothing links them.
func led(groups []cluster.Group, follows []int) []cluster.Group {
	whole := slices.Clone(groups)
	for f, leader := range follows {
		if f != leader {
			whole[leader] = whole[leader].With(groups[f])
		}
	}
	return whole
}

// withFollowers puts each group that follows another to where that one is.
func withFollowers(events [][]int, follows []int) [][]int {
	followers := map[int][]int{}
	for f, leader := range follows {
		if f != leader {
			followers[leader] = append(followers[leader], f)
		}
	}
	if len(followers) == 0 {
		return events
	}
	var lists [][]int
	for _, list := range events {
		if follows[list[0]] != list[0] { // alone, for nothing links it
			continue
		}
		whole := slices.Clone(list)
		for _, f := range list {
			whole = append(whole, followers[f]...)
		}
		slices.Sort(whole)
		lists = append(lists, whole)
	}
	slices.SortFunc(lists, func(x, y []int) int { return cmp.Compare(x[0], y[0]) })
	return lists
}
