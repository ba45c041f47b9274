package provenance

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/wireprint/wireprint/pkg/news"
)

// textCredit is an agency that an article credits for its words.
type textCredit struct {
	agency string
	weight float64
	proof  string
	own    bool // it is the agency's own page
}

// textCredits weighs the credits of an article for its words.
func (f *Folder) textCredits(a int) (list []textCredit) {
	for _, c := range f.Articles[a].Credits {
		if c.Kind != news.CreditText {
			continue
		}
		t := textCredit{agency: c.Agency, weight: byCreditLine, proof: c.Evidence, own: f.publishedBy(a, c.Agency)}
		where, words, _ := strings.Cut(c.Evidence, ": ")
		switch {
		case where == "dateline":
			t.weight = byDateline
		case where == "sign-off":
			t.weight = bySignOff
		case slices.ContainsFunc(outletForms.partly, func(phrase string) bool { return holdsFold(words, phrase) }):
			t.weight = byPartOfIt
		}
		list = append(list, t)
	}
	return list
}

// origin finds the source of the family.
func (k *kin) origin() {
	k.credited()
	k.named()
	k.byThemselves()
	k.timed()
	k.answers = slices.DeleteFunc(k.answers, func(a answer) bool { return !a.hasFor() })
	k.doubts()
	k.odds = scores(k.answers)
	at := best(k.odds)
	if at < 0 || k.odds[at] < bar {
		k.source = Source{Article: -1, Evidence: k.undecided()}
		return
	}
	chosen := &k.answers[at]
	k.source = Source{Article: chosen.article, Outside: chosen.outside, Score: round(k.odds[at]), Evidence: chosen.evidence()}
	if chosen.article >= 0 {
		k.source.Outside = ""
	}
}

// answer returns the possible source that an article or a name outside is.
func (k *kin) answer(article int, outside string) *answer {
	for i := range k.answers {
		if a := &k.answers[i]; a.article == article && (article >= 0 || a.outside == outside) {
			return a
		}
	}
	k.answers = append(k.answers, answer{article: article, outside: outside})
	return &k.answers[len(k.answers)-1]
}

// credited adds the agencies that the articles credit. An agency whose own page is
// in the family stands there with that.
func (k *kin) credited() {
	type credits struct {
		weight   float64
		articles []int
		page     int // its first own page, -1 without
	}
	var names []string
	by := map[string]*credits{}
	for i, a := range k.articles {
		for _, c := range k.members[i].credits {
			if by[c.agency] == nil {
				by[c.agency] = &credits{page: -1}
				names = append(names, c.agency)
			}
			b := by[c.agency]
			if c.own {
				if b.page < 0 {
					b.page = a
				}
				continue
			}
			b.weight = max(b.weight, c.weight)
			if c.weight > byPartOfIt || len(b.articles) == 0 {
				b.articles = append(b.articles, a)
			}
		}
	}
	slices.Sort(names)
	for _, name := range names {
		b := by[name]
		found := answer{article: b.page, outside: name}
		if n := len(b.articles); n > 0 {
			found.add(b.weight+min(byMost, byAnother*float64(n-1)), fmt.Sprintf("%s credited by %s", name, k.some(b.articles)))
		}
		if b.page >= 0 {
			found.add(byOwnPage, "published by the agency itself")
		}
		k.answers = append(k.answers, found)
	}
}

// named adds the outlets, and the agencies somebody spoke to, that the articles name.
func (k *kin) named() {
	type named struct {
		*answer
		weight float64
		proof  string
		by     []int
	}
	by, order := map[string]*named{}, []string{}
	for i, a := range k.articles {
		for _, n := range k.members[i].namings {
			article, weight := -1, 0.0
			if n.outlet == "" {
				if n.says != saysTold {
					continue
				}
				article, weight = k.page(n.name), byToldAgency
			} else if r, ok := k.first[n.outlet]; ok {
				article, weight = k.articles[r], weightOf(n.says, n.outlet == k.members[i].outlet)
			} else if n.says == saysFrom {
				weight = byNamed
			}
			if weight == 0 {
				continue
			}
			key := n.outlet + "|" + fmt.Sprint(article)
			if n.outlet == "" {
				key = n.name
			}
			if by[key] == nil {
				by[key] = &named{answer: &answer{article: article, outside: strings.TrimPrefix(strings.TrimPrefix(n.name, "the "), "The ")}}
				order = append(order, key)
			}
			b := by[key]
			if weight > b.weight {
				b.weight, b.proof = weight, n.proof
			}
			if len(b.by) == 0 || b.by[len(b.by)-1] != a {
				b.by = append(b.by, a)
			}
		}
	}
	for _, key := range order {
		b := by[key]
		others := slices.DeleteFunc(slices.Clone(b.by), func(a int) bool { return a == b.article })
		weight := b.weight
		if b.weight > byToldItself {
			weight += min(byMost, byAnother*float64(len(others)-1))
		}
		said := fmt.Sprintf("“%s” stands in the article of %s", b.proof, k.some(b.by))
		k.answer(b.article, b.outside).add(weight, said)
	}
}

// weightOf is what it tells of an outlet that an article names it so, or that its
// own article does.
func weightOf(says saying, itself bool) float64 {
	switch {
	case itself && (says == saysFrom || says == saysThrough):
		return 0
	case itself:
		return byToldItself
	case says == saysTold:
		return byToldOutlet
	case says == saysFrom, says == saysThrough:
		return byNamed
	}
	return byCited
}

// page is the agency's own article in the family, -1 if there is none.
func (k *kin) page(agency string) int {
	for _, a := range k.answers {
		if a.article >= 0 && a.outside == agency {
			return a.article
		}
	}
	return -1
}

func (k *kin) oneOutlet(a, b int) bool {
	name := k.Articles[a].Outlet.Name
	return name != "" && name == k.Articles[b].Outlet.Name
}

// byThemselves adds the articles that a reporter of the outlet's own has signed.
func (k *kin) byThemselves() {
	for i, a := range k.articles {
		if len(k.members[i].credits) > 0 {
			continue
		}
		if line, ok := k.signedByStaff(a); ok {
			k.answer(a, "").add(byStaff, "signed by a reporter of its own: "+line)
		}
	}
}

// timed adds the article that was certainly published before those of all other
// outlets. Where an agency is credited that proves nothing: somebody is always the
// first to print a dispatch.
func (k *kin) timed() {
	for i := range k.answers {
		if a := &k.answers[i]; a.outside != "" && a.logOdds() >= byCreditLine {
			return
		}
	}
	first := k.articles[0]
	for _, a := range k.articles {
		if k.Articles[a].Time.Before(k.Articles[first].Time) {
			first = a
		}
	}
	lead := time.Duration(1<<63 - 1)
	for _, a := range k.articles {
		if a == first || k.oneOutlet(a, first) && !k.Articles[a].Time.Before(k.Articles[first].Time) {
			continue
		}
		gap, ok := k.lead(first, a)
		if !ok {
			return
		}
		lead = min(lead, gap)
	}
	if lead < 1<<63-1 {
		k.answer(first, "").add(byTime(lead), fmt.Sprintf("published %s, before all others", k.Articles[first].Time))
	}
}

// lead is by how much article a was published before b, between the middles of what
// their times can stand for; ok is false when it is not certain that it was.
func (f *Folder) lead(a, b int) (gap time.Duration, ok bool) {
	x, y := f.Articles[a].Time, f.Articles[b].Time
	if !x.Before(y) {
		return 0, false
	}
	return y.Earliest().Sub(x.Earliest())/2 + y.Latest().Sub(x.Latest())/2, true
}

// byTime is what a lead tells: papers that have the same wire print its dispatches
// within minutes or a few hours of each other.
func byTime(lead time.Duration) float64 {
	switch {
	case lead >= 12*time.Hour:
		return byHalfDay
	case lead >= time.Hour:
		return byHours
	}
	return byMinutes
}

// doubts adds to each possible source that is an article what its text and the
// others' tell of it.
func (k *kin) doubts() {
	credited := slices.ContainsFunc(k.answers, func(a answer) bool { return a.outside != "" && a.article < 0 && a.logOdds() >= byCreditLine })
	for i := range k.answers {
		a := &k.answers[i]
		if a.article < 0 {
			continue
		}
		page := k.isPage(a.article)
		if other := k.laterThan(a.article); other >= 0 && (!page || len(a.clues) == 1) {
			weight := laterThanOther
			if page {
				weight = pageLater
			}
			a.add(weight, "published after "+k.name(other))
		}
		if page {
			continue
		}
		if said := k.creditedThere(a.article); said != "" {
			a.add(creditsOther, "it names another itself: "+said)
		}
		switch fullest, lacking := k.containment(a.article); {
		case lacking != "":
			a.add(lacksShared, lacking)
		case fullest && !credited:
			a.add(fuller, "the others have nothing of it that it has not")
		}
	}
}

// isPage reports an agency's own article.
func (k *kin) isPage(a int) bool {
	return slices.ContainsFunc(k.members[k.index(a)].credits, func(c textCredit) bool { return c.own })
}

// laterThan is an article of another outlet that was certainly published before,
// -1 if there is none.
func (k *kin) laterThan(a int) int {
	for _, b := range k.articles {
		if k.Articles[b].Time.Before(k.Articles[a].Time) && !k.oneOutlet(a, b) {
			return b
		}
	}
	return -1
}

// creditedThere is what an article credits, or names as its source, besides itself.
func (k *kin) creditedThere(a int) string {
	m := &k.members[k.index(a)]
	for _, c := range m.credits {
		if !c.own && c.weight > byPartOfIt {
			return c.proof
		}
	}
	for _, n := range m.namings {
		if _, here := k.first[n.outlet]; n.outlet != "" && n.outlet != m.outlet && (n.says == saysFrom || here) {
			return n.proof
		}
	}
	return ""
}

// containment reports whether an article holds all that the others have of the
// copy, or says what they share without it.
func (k *kin) containment(a int) (fullest bool, lacking string) {
	fullest = true
	linked := 0
	for _, l := range k.links[a] {
		if k.FamilyOf[l.other] != k.FamilyOf[a] {
			continue
		}
		linked++
		theirs := link{match: l.match, flip: !l.flip}
		words := k.Texts[l.other].Len()
		fullest = fullest && 100*theirs.shared() >= 97*words && k.Texts[a].Len() >= words+fewestCut
		if n := k.sharedWithout(l.other, a, theirs); n >= fewestCut {
			return false, fmt.Sprintf("others share %d words of it that it has not", n)
		}
	}
	return fullest && linked == len(k.articles)-1, ""
}

// fewestCut is how many words of a copy make a part of it.
const fewestCut = 15

// sharedWithout is how many words of b, in stretches that are no mere edit, others
// of the family carry, but not a.
func (k *kin) sharedWithout(b, a int, toA link) (n int) {
	var others, held []news.Range
	for _, l := range k.links[b] {
		if l.other != a && k.FamilyOf[l.other] == k.FamilyOf[b] {
			l.runs(func(r news.Run) { others = append(others, news.Range{Start: r.A, End: r.A + r.Words}) })
		}
	}
	toA.runs(func(r news.Run) { held = append(held, news.Range{Start: r.A, End: r.A + r.Words}) })
	words := k.Texts[b].Len()
	inOthers, inA := countWords(words, others), countWords(words, held)
	start := 0
	for word := 0; word <= words; word++ {
		if word < words && inA[word+1] == inA[word] && inOthers[word+1] > inOthers[word] {
			continue
		}
		if word-start >= fewestCut {
			n += word - start
		}
		start = word + 1
	}
	return n
}

// undecided says why no source is named.
func (k *kin) undecided() []string {
	var list []string
	for i, a := range k.answers {
		if k.odds[i] >= (1-bar)/2 {
			list = append(list, strings.Join(a.evidence(), ", "))
		}
	}
	switch len(list) {
	case 0:
		return []string{"no agency credited, and the times do not tell who was first"}
	case 1:
		return append(list, "that is too little to tell")
	}
	return append(list, "which of these it is cannot be told")
}
