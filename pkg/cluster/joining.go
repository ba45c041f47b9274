package cluster

import "slices"

// Joining says how two groups came to be together in [Average], or what is between
// those that they ended in.
type Joining struct {
	Together bool
	A, B     []int   // the groups that were with each before they met, or are at the end; ascending
	Mean     float64 // average over all pairs of a member in A and one in B
	Apart    bool    // together they would reach over too many days
}

// Join groups as [Average] does and says how groups a and b, which differ, came
// together.
func Join(groups []Group, links []Link, least float64, reach, a, b int) Joining {
	m := newMerger(groups, links, least, reach)
	var j Joining
	m.joining = func(x, y int) {
		if x, y = m.sides(a, b, x, y); x >= 0 {
			j = Joining{Together: true, A: m.partsOf(x), B: m.partsOf(y)}
		}
	}
	m.mergeAll()
	if !j.Together {
		x, y := m.find(a), m.find(b)
		j = Joining{A: m.partsOf(x), B: m.partsOf(y), Apart: apart(m.groups[x], m.groups[y], reach)}
	}
	j.Mean = Between(groups, links, j.A, j.B)
	return j
}

// sides says which of two groups that are about to be merged holds a and which b,
// -1 when that is not what brings a and b together.
func (m *merger) sides(a, b, x, y int) (ofA, ofB int) {
	switch a, b = m.find(a), m.find(b); {
	case a == x && b == y, a == y && b == x:
		return a, b
	}
	return -1, -1
}

// partsOf are the groups that have become one.
func (m *merger) partsOf(whole int) (parts []int) {
	for g := range m.groups {
		if m.find(g) == whole {
			parts = append(parts, g)
		}
	}
	return parts
}

// Between is the average over all pairs of a member of groups a and one of groups b.
func Between(groups []Group, links []Link, a, b []int) float64 {
	side := make([]int8, len(groups))
	for _, g := range a {
		side[g] = -1
	}
	for _, g := range b {
		side[g] = 1
	}
	sum := 0.0
	for _, l := range links {
		if side[l.A]*side[l.B] < 0 {
			sum += l.Sum
		}
	}
	return sum / float64(sizeOf(groups, a)) / float64(sizeOf(groups, b))
}

// Within is the average over all pairs of members of different groups, of those
// that are listed; 0 of one group.
func Within(groups []Group, links []Link, listed []int) float64 {
	in := make([]bool, len(groups))
	all := sizeOf(groups, listed)
	pairs := all * all
	for _, g := range listed {
		in[g] = true
		pairs -= groups[g].Size * groups[g].Size
	}
	if pairs == 0 {
		return 0
	}
	sum := 0.0
	for _, l := range links {
		if in[l.A] && in[l.B] && l.A != l.B {
			sum += l.Sum
		}
	}
	return 2 * sum / float64(pairs)
}

func sizeOf(groups []Group, listed []int) (size int) {
	for _, g := range listed {
		size += groups[g].Size
	}
	return size
}

// Attaching says how well group from fits the better half of what group other was
// merged to. ok is false where [Attach] does not look at it: because of how many
// they are, of the days, or because the two are merged.
func Attaching(merged [][]int, groups []Group, links []Link, reach, from, other int) (mean float64, ok bool) {
	a := newAttacher(merged, groups, 0, reach)
	to := a.of[other]
	if !a.may(from, to) {
		return 0, false
	}
	var list []average
	for _, l := range links {
		if l.B == from {
			l.A, l.B = l.B, l.A
		}
		if l.A == from && a.of[l.B] == to {
			list = append(list, a.average(l.A, l.B, l.Sum))
		}
	}
	slices.SortFunc(list, compareAverages)
	return betterHalf(list, groups[from].Size*a.whole[to].Size), true
}

// JoinCopies groups copies as [Families] does and says how articles a and b, which
// differ, came to one family. The sides of the joining are articles; where the two
// are one text, or became it by what each is with a third, there are none.
func JoinCopies(n int, copies []Copy, opts Options, a, b int) (j Joining, oneText bool) {
	linked := linkedCopies(copies, opts)
	texts := sameTexts(n, linked)
	of := textOf(n, texts)
	if of[a] == of[b] {
		return Joining{Together: true}, true
	}
	j = Join(groupsOf(texts), textLinks(n, texts, linked), opts.Average, 0, of[a], of[b])
	j.A, j.B = articlesOf(texts, j.A), articlesOf(texts, j.B)
	return j, false
}

// WithinFamily is the average likeness over all pairs of articles of a family that
// are not one text.
func WithinFamily(n int, copies []Copy, opts Options, articles []int) float64 {
	linked := linkedCopies(copies, opts)
	texts := sameTexts(n, linked)
	of := textOf(n, texts)
	var listed []int
	for _, a := range articles {
		listed = append(listed, of[a])
	}
	slices.Sort(listed)
	return Within(groupsOf(texts), textLinks(n, texts, linked), slices.Compact(listed))
}

func articlesOf(texts [][]int, listed []int) (articles []int) {
	for _, t := range listed {
		articles = append(articles, texts[t]...)
	}
	slices.Sort(articles)
	return articles
}
