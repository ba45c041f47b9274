package provenance

import (
	"fmt"
	"slices"
)

// read reads each article as a witness of the copy.
func (k *kin) read() {
	root := k.source.Article
	for i, a := range k.articles {
		m := &k.members[i]
		for _, l := range k.links[a] {
			if k.FamilyOf[l.other] == k.FamilyOf[a] {
				m.links = append(m.links, l)
			}
		}
		switch at := slices.IndexFunc(m.links, func(l link) bool { return l.other == root }); {
		case a == root:
		case at >= 0:
			m.reading = k.readAgainst(a, m.links[at])
		case root < 0 && len(m.links) > fewestAgainst:
			m.reading = k.readAmong(a, m.links, k.witness)
		}
	}
}

// witness is the weight of an article among those that tell the original reading.
// The nearer it is to the agency the more it says: the many may be copies of one
// copy, and those lose the dateline first.
func (k *kin) witness(a int) int32 {
	weight := int32(1)
	for _, c := range k.members[k.index(a)].credits {
		switch {
		case c.weight >= byDateline:
			weight = 3
		case c.weight > byPartOfIt:
			weight = max(weight, 2)
		}
	}
	return weight
}

// comparisons compares the articles that have made the same changes.
func (k *kin) comparisons() {
	k.compared = map[[2]int]comparison{}
	for i, a := range k.articles {
		m := &k.members[i]
		if len(m.reading.changes) == 0 {
			continue
		}
		for _, l := range m.links {
			j := k.index(l.other)
			if l.other == k.source.Article || j < i || len(k.members[j].reading.changes) == 0 {
				continue
			}
			if c := k.compare(a, l, m.reading, k.members[j].reading); c.shared > 0 {
				k.compared[[2]int{i, j}] = c
				m.parents = append(m.parents, j)
				k.members[j].parents = append(k.members[j].parents, i)
			}
		}
	}
}

// comparison is how member i compares with j.
func (k *kin) comparison(i, j int) comparison {
	if j < i {
		return k.compared[[2]int{j, i}].turned()
	}
	return k.compared[[2]int{i, j}]
}

// takenFrom says whom member i took the copy from.
func (k *kin) takenFrom(i int) Source {
	answers := k.fromSources(i)
	for _, j := range k.possible(i) {
		answers = append(answers, k.from(i, j))
	}
	odds := scores(answers)
	at := best(odds)
	switch {
	case at >= 0 && odds[at] >= bar && answers[at].article != k.articles[i]:
		return sourceOf(&answers[at], odds[at])
	case k.source.known():
		return k.fromSource(answers, odds)
	}
	return Source{Article: -1, Evidence: []string{"nothing tells whom it took the copy from"}}
}

func sourceOf(a *answer, score float64) Source {
	s := Source{Article: a.article, Score: round(score), Evidence: a.evidence()}
	if a.article < 0 {
		s.Outside = a.outside
	}
	return s
}

// fromSource is the family's source, where it is not certain who went between: all
// that is not another source outside comes from there.
func (k *kin) fromSource(answers []answer, odds []float64) Source {
	sum := 0.0
	var chosen *answer
	for n := range answers {
		a := &answers[n]
		itself := k.isSource(a)
		if itself {
			chosen = a
		}
		if itself || a.article >= 0 || k.source.Article >= 0 {
			sum += odds[n]
		}
	}
	if chosen == nil || sum < bar {
		return Source{Article: -1, Evidence: []string{"nothing tells whom it took the copy from"}}
	}
	return sourceOf(chosen, sum)
}

// fromSources are the possible sources of the family as those of member i. Where
// the source is not known, member i may be it.
func (k *kin) fromSources(i int) (list []answer) {
	for n := range k.answers {
		origin := &k.answers[n]
		weight := min(mostOfSource, origin.logOdds())
		if weight <= 0 || !k.mayBeSource(i, origin) {
			continue
		}
		a := answer{article: origin.article, outside: origin.outside}
		k.ownWord(i, &a)
		a.add(weight, origin.clues[0].said)
		if origin.article >= 0 && !k.isPage(origin.article) {
			if c, ok := k.untold(i, origin.article); ok {
				a.add(creditUntold, fmt.Sprintf("it credits %s, which %s does not", c.agency, k.nameTo(i, origin.article)))
			}
		}
		list = append(list, a)
	}
	return list
}

// mayBeSource reports whether member i may have its copy from a possible source: if
// another is known, that must be an agency.
func (k *kin) mayBeSource(i int, origin *answer) bool {
	switch {
	case !k.source.known(), k.isSource(origin):
		return true
	case origin.article == k.articles[i]:
		return false
	}
	return origin.article < 0 || k.isPage(origin.article)
}

func (k *kin) isSource(a *answer) bool {
	return k.source.known() && a.article == k.source.Article && (a.article >= 0 || a.outside == k.source.Outside)
}

// ownWord adds what member i says of an answer itself.
func (k *kin) ownWord(i int, a *answer) {
	if c, ok := credit(k.members[i].credits, a.outside); ok {
		weight := itsOwnCredit
		if c.weight <= byPartOfIt {
			weight = ownPartCredit
		}
		a.add(weight, c.proof)
	} else if proof := k.names(i, k.keyOf(a.article, a.outside)); proof != "" {
		weight := namesSource
		if a.article < 0 {
			weight = itsOwnCredit
		}
		a.add(weight, "it says “"+proof+"”")
	}
}

func credit(credits []textCredit, agency string) (textCredit, bool) {
	for _, c := range credits {
		if c.agency == agency {
			return c, true
		}
	}
	return textCredit{}, false
}

// untold is an agency that member i credits for its words and an article does not.
func (k *kin) untold(i, article int) (textCredit, bool) {
	theirs := k.members[k.index(article)].credits
	for _, c := range k.members[i].credits {
		if _, ok := credit(theirs, c.agency); !ok && c.weight > byPartOfIt {
			return c, true
		}
	}
	return textCredit{}, false
}

// names is how member i names an outlet as its source, by the outlet's key; empty if
// it does not.
func (k *kin) names(i int, outlet string) string {
	m := &k.members[i]
	if outlet == "" || outlet == m.outlet {
		return ""
	}
	for _, n := range m.namings {
		if n.outlet == outlet {
			return n.proof
		}
	}
	return ""
}

// keyOf is the key of an article's outlet, or of a name outside.
func (k *kin) keyOf(article int, outside string) string {
	if article >= 0 {
		return k.members[k.index(article)].outlet
	}
	return outletKey(outside)
}

// nameTo names an article to a reader of member i.
func (k *kin) nameTo(i, article int) string {
	if k.oneOutlet(k.articles[i], article) {
		return "its own article " + k.Articles[article].ID
	}
	return k.name(article)
}

// possible are the members that member i may have taken the copy from: it names
// them, or has changes of theirs. Of two of which one came from the other, it is the
// one with more of the changes; if they have as many, the first one made them.
func (k *kin) possible(i int) []int {
	list := slices.Clone(k.members[i].parents)
	for _, n := range k.members[i].namings {
		if j, ok := k.first[n.outlet]; ok && !slices.Contains(list, j) && k.names(i, n.outlet) != "" {
			list = append(list, j)
		}
	}
	list = slices.DeleteFunc(list, func(j int) bool {
		return j == i || k.articles[j] == k.source.Article || k.direction(j, i) < barOdds
	})
	slices.SortFunc(list, func(x, y int) int {
		if a, b := k.comparison(i, x).shared, k.comparison(i, y).shared; a != b {
			if a > b {
				return -1
			}
			return 1
		}
		return x - y
	})
	var kept []int
	for _, j := range list {
		if named := k.names(i, k.members[j].outlet) != ""; named || !slices.ContainsFunc(kept, func(b int) bool { return k.stands(i, b, j) }) {
			kept = append(kept, j)
		}
	}
	return kept
}

// stands reports whether member b, which has as many changes in common with i as j or
// more, leaves nothing for j to explain.
func (k *kin) stands(i, b, j int) bool {
	switch {
	case k.comparison(b, j).shared == 0:
		return false
	case k.direction(b, j) >= barOdds:
		return true
	}
	return k.direction(j, b) >= barOdds && k.comparison(i, b).shared >= k.comparison(i, j).shared+wordChange
}

// barOdds is the bar in log-odds.
const barOdds = 0.847

// direction is how much says that member i came before j, in log-odds; of j before
// i it is the opposite.
func (k *kin) direction(i, j int) float64 {
	c := k.comparison(i, j)
	odds := earlierBy(c.onlyB) - earlierBy(c.onlyA)
	a, b := k.articles[i], k.articles[j]
	if lead, ok := k.lead(a, b); ok {
		odds += byTime(lead) + cutFrom
	} else if lead, ok := k.lead(b, a); ok {
		odds -= byTime(lead) + cutFrom
	}
	switch fromA, fromB := c.missingB >= fewestCut, c.missingA >= fewestCut; {
	case fromA && !fromB:
		odds += cutFrom
	case fromB && !fromA:
		odds -= cutFrom
	}
	if k.oneOutlet(a, b) {
		odds += correction * (says(revisionOf(&k.Articles[b]).corrects) - says(revisionOf(&k.Articles[a]).corrects))
	}
	if k.names(j, k.members[i].outlet) != "" {
		odds += namesIt
	}
	if k.names(i, k.members[j].outlet) != "" {
		odds -= namesIt
	}
	return odds
}

func says(it bool) float64 {
	if it {
		return 1
	}
	return 0
}

// earlierBy is what it tells of an article that another has so many changes which
// it has not: they were made later.
func earlierBy(changes int) float64 { return min(mostEarlier, earlierChange*float64(changes)) }

// from is the answer that member i took its copy from member j.
func (k *kin) from(i, j int) answer {
	a, b := k.articles[i], k.articles[j]
	c := k.comparison(i, j)
	found := answer{article: b}
	name := k.nameTo(i, b)
	if proof := k.names(i, k.members[j].outlet); proof != "" {
		found.add(namesIt, "it says “"+proof+"”")
	}
	if c.shared > 0 {
		example := k.wordsOf(k.articles[min(i, j)], c.example.Range)
		found.add(sharedWeight(c.shared), fmt.Sprintf("it has %s of %s, as “%s”", changes(c.places), name, shorten(example)))
		if c.onlyA > 0 {
			found.add(wentOn, "it goes on from there with changes of its own")
		}
	}
	if lead, ok := k.lead(b, a); ok {
		found.add(byTime(lead), fmt.Sprintf("published later, %s", k.Articles[a].Time))
	} else if lead, ok := k.lead(a, b); ok {
		found.add(-byTime(lead), fmt.Sprintf("it is stamped earlier, %s", k.Articles[a].Time))
	}
	if c.onlyB > 0 {
		found.add(max(mostKept, keptOriginal*float64(c.onlyB)), fmt.Sprintf("it has the copy's own words where %s changed them", name))
	}
	switch {
	case c.missingB >= fewestCut:
		found.add(otherMatter, fmt.Sprintf("it has %d words of the copy that %s has not", c.missingB, name))
	case c.missingA >= fewestCut:
		found.add(cutFrom, "all it has of the copy is there")
	}
	if untold, ok := k.untold(i, b); ok {
		found.add(creditUntold, fmt.Sprintf("it credits %s, which %s does not", untold.agency, name))
	} else if len(k.members[i].credits) > 0 {
		found.add(itsOwnCredit, "it credits whom "+name+" credits")
	}
	if source := k.keyOf(k.source.Article, k.source.Outside); k.names(i, source) != "" && k.names(j, source) != "" {
		found.add(namesSource, "both name the source alike")
	}
	return found
}

func changes(places int) string {
	if places == 1 {
		return "one change"
	}
	return fmt.Sprintf("%d changes", places)
}

// sharedWeight is what shared changes tell.
func sharedWeight(shared float64) float64 {
	few := min(shared, 4)
	return min(mostShared, firstShared+oneShared*few+manyShared*(shared-few))
}
