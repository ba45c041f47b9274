package pipeline

import (
	"slices"

	"github.com/wireprint/wireprint/pkg/cluster"
	"github.com/wireprint/wireprint/pkg/news"
)

// event says whether the two are in one event, and by what.
func (e *explainer) event() news.EventVerdict {
	x, y := e.follows[e.FamilyOf[e.a]], e.follows[e.FamilyOf[e.b]]
	v := news.EventVerdict{Days: -1, Reach: e.opts.Event.Reach()}
	v.Same = e.EventOf[e.a] == e.EventOf[e.b]
	v.Needed = justEnough
	fit, _ := e.counted()
	v.Pair = round(fit)
	if v.Same {
		families := e.familiesOf(e.EventOf[e.a])
		v.Group = len(e.findings.events[e.EventOf[e.a]])
		v.GroupAverage = round(cluster.Within(e.groups, e.links, families))
	}
	switch {
	case e.FamilyOf[e.a] == e.FamilyOf[e.b]:
		v.By = news.ByCopy
		return v
	case x == y:
		v.By, v.Chain = news.ByCrowd, e.eventChain(e.FamilyOf[e.a], e.FamilyOf[e.b])
		return v
	}
	j := cluster.Join(e.groups, e.links, justEnough, v.Reach, x, y)
	v.Average = round(j.Mean)
	v.WithA, v.WithB = e.articlesIn(j.A), e.articlesIn(j.B)
	v.Days = e.daysOf(slices.Concat(j.A, j.B))
	v.Attached = e.attachments()
	v.RoundUps = e.roundUps()
	v.By = e.eventReason(v, j)
	if v.Same && v.Pair < v.Needed {
		v.Chain = e.eventChain(e.FamilyOf[e.a], e.FamilyOf[e.b])
	}
	return v
}

// eventReason is what decided about two of different families.
func (e *explainer) eventReason(v news.EventVerdict, j cluster.Joining) news.Reason {
	joined := slices.ContainsFunc(v.Attached, func(a news.Attachment) bool { return a.Joined })
	_, ignored := e.counted()
	switch {
	case len(v.RoundUps) > 0:
		return news.ByRoundUp
	case v.Same && joined, !v.Same && j.Together:
		return news.ByAttaching
	case v.Same:
		return news.ByAverage
	case j.Apart && j.Mean >= justEnough:
		return news.ByReach
	case j.Mean > 0:
		return news.ByAverage
	case ignored == news.IgnoredWindow:
		return news.ByWindow
	case ignored == news.IgnoredForm:
		return news.ByForm
	}
	return news.ByAverage
}

// familiesOf are those by which an event was made.
func (e *explainer) familiesOf(event int) (families []int) {
	for _, a := range e.findings.events[event] {
		families = append(families, e.follows[e.FamilyOf[a]])
	}
	slices.Sort(families)
	return slices.Compact(families)
}

// articlesIn is how many articles some families have.
func (e *explainer) articlesIn(families []int) (n int) {
	for _, f := range families {
		n += e.groups[f].Size
	}
	return n
}

// daysOf is how many days families lie over, -1 when no day is known.
func (e *explainer) daysOf(families []int) int {
	var days []int
	for _, f := range families {
		if g := e.groups[f]; g.From <= g.To {
			days = append(days, g.From, g.To)
		}
	}
	if len(days) == 0 {
		return -1
	}
	return slices.Max(days) - slices.Min(days)
}

// attachments say how well each of the two fits what it joined by itself or, where
// it joined nothing, the largest part of the other's event.
func (e *explainer) attachments() (list []news.Attachment) {
	pair := [2]int{e.a, e.b}
	for i, a := range pair {
		family := e.follows[e.FamilyOf[a]]
		core, joined := e.core(e.attachedWith(family)), true
		if len(core) == 0 || slices.Contains(core, family) {
			core, joined = e.core(e.attachedWith(e.follows[e.FamilyOf[pair[1-i]]])), false
		}
		if len(core) == 0 {
			continue
		}
		mean, ok := cluster.Attaching(e.merged, e.groups, e.links, e.opts.Event.Reach(), family, core[0])
		if ok {
			list = append(list, news.Attachment{Article: e.Articles[a].ID, Average: round(mean), Articles: e.articlesIn(core), Joined: joined})
		}
	}
	return list
}

// core is the largest part of what was put together that was merged; what joined by
// itself joined this.
func (e *explainer) core(together []int) (core []int) {
	in := make([]bool, len(e.groups))
	for _, f := range together {
		in[f] = true
	}
	for _, merged := range e.merged {
		elsewhere := slices.ContainsFunc(merged, func(f int) bool { return !in[f] })
		if !elsewhere && e.articlesIn(merged) > e.articlesIn(core) {
			core = merged
		}
	}
	return core
}

// attachedWith is what a family was put together with before round-ups were taken
// out.
func (e *explainer) attachedWith(family int) []int {
	return e.attached[slices.IndexFunc(e.attached, func(list []int) bool { return slices.Contains(list, family) })]
}

// roundUps are those of the two that were taken out of what they were put together
// with, if that keeps them apart: the other was put there too, or is of another
// event that they fit.
func (e *explainer) roundUps() (ids []string) {
	pair := [2]int{e.a, e.b}
	for i, a := range pair {
		family, other := e.follows[e.FamilyOf[a]], e.attachedWith(e.follows[e.FamilyOf[pair[1-i]]])
		if len(e.attachedWith(family)) == 1 || len(e.familiesOf(e.EventOf[a])) > 1 {
			continue
		}
		without := slices.DeleteFunc(slices.Clone(other), func(f int) bool { return f == family })
		if len(without) < len(other) || cluster.Between(e.groups, e.links, []int{family}, without) >= justEnough {
			ids = append(ids, e.Articles[a].ID)
		}
	}
	return ids
}

// eventChain leads from a to b over fits of articles of their event.
func (e *explainer) eventChain(x, y int) []news.Hop {
	best := map[[2]int32]fit{}
	for _, list := range append(slices.Clone(e.fits), e.following()) {
		for _, f := range list {
			if e.EventOf[f.a] != e.EventOf[e.a] || e.EventOf[f.b] != e.EventOf[e.a] {
				continue
			}
			families := f.ofFamilies(e.FamilyOf)
			key := [2]int32{families.a, families.b}
			if known, ok := best[key]; !ok || f.value > known.value {
				best[key] = f
			}
		}
	}
	fits := make([]fit, 0, len(best))
	for _, f := range best {
		fits = append(fits, f)
	}
	slices.SortFunc(fits, func(f, g fit) int { return slices.Compare([]int32{f.a, f.b}, []int32{g.a, g.b}) })
	links := make([]cluster.Link, len(fits))
	for i, f := range fits {
		families := f.ofFamilies(e.FamilyOf)
		links[i] = cluster.Link{A: int(families.a), B: int(families.b), Sum: float64(f.value)}
	}
	way := cluster.Chain(links, x, y)
	hops := make([]fit, len(way))
	for i, link := range way {
		hops[i] = fits[link]
	}
	return e.hops(hops)
}

// following are the fits by which families follow others.
func (e *explainer) following() (fits []fit) {
	for family, leader := range e.follows {
		if family != leader {
			fits = append(fits, e.nearest[family])
		}
	}
	return fits
}

// hops go from a to b, over fits of articles and, within families, over copies.
func (e *explainer) hops(fits []fit) (hops []news.Hop) {
	at := e.a
	hop := func(to int, by string, value float64) {
		hops = append(hops, news.Hop{From: e.Articles[at].ID, To: e.Articles[to].ID, By: by, Value: round(value)})
		at = to
	}
	for _, f := range fits {
		from, to := int(f.a), int(f.b)
		if e.FamilyOf[from] != e.FamilyOf[at] {
			from, to = to, from
		}
		if from != at {
			hop(from, "copy", 0)
		}
		hop(to, "fit", float64(f.value))
	}
	if at != e.b {
		hop(e.b, "copy", 0)
	}
	return hops
}
