package quote

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/news"
)

// Utterance is what was said once, with the quotations that carry it.
type Utterance struct {
	Source   int       // the number of the quotation whose wording stands for it
	Carriers []Carrier // the source first, then in the order of the quotations
}

// Carrier is a quotation that carries an utterance.
type Carrier struct {
	Quotation  int
	Kinds      []news.QuoteKind
	Similarity float64     // share of the source's words that it has
	Edits      []news.Edit // from the source's words to its own
}

// Group puts the quotations of one event together that are the same utterance, in
// the order in which the utterances are first quoted. A quotation that joins two is
// a carrier of both.
//
// The longest wordings come first, and each shorter one joins the one that it is most
// of; they are found by the shingles that they share. A wording that other articles
// give as two quotations comes last, so that it joins those.
func Group(quotations []Quotation) []Utterance {
	g := grouping{all: quotations}
	g.findWordings()
	g.assign()
	if g.findJoined() {
		g.assign()
	}
	return g.utterances()
}

// wording is the same words in one or more quotations.
type wording struct {
	quotations []int
	keys       []uint32
	text       align.Text
	scale      float64 // words that one of its keys is worth
	marks      bool    // some quotation has marks
	joined     bool    // it is made of what others quote apart
	speaker    Speaker // the first that is known
	of         []int   // the leaders that it is part of
}

type grouping struct {
	all      []Quotation
	wordings []wording // the longest first, joined ones last
	leaders  map[int][]int
	index    map[uint64][]int32 // by shingle: leaders
	hits     []int32
}

// findWordings puts quotations with the same words together.
func (g *grouping) findWordings() {
	number := map[uint64]int{}
	for i := range g.all {
		q := &g.all[i]
		h := hash(q.Keys)
		if !q.Marks {
			h ^= 1
		}
		w, ok := number[h]
		if !ok {
			w = len(g.wordings)
			number[h] = w
			g.wordings = append(g.wordings, wording{
				keys: q.Keys, text: align.Text{Keys: q.Keys}, marks: q.Marks, scale: float64(q.Units) / float64(len(q.Keys)),
			})
		}
		g.wordings[w].quotations = append(g.wordings[w].quotations, i)
		if g.wordings[w].speaker.Name == "" {
			g.wordings[w].speaker = q.Speaker
		}
	}
}

// assign gives each wording its leaders.
func (g *grouping) assign() {
	slices.SortStableFunc(g.wordings, func(a, b wording) int {
		return cmp.Or(first(a.joined, b.joined), first(!a.marks, !b.marks), cmp.Compare(len(b.keys), len(a.keys)), cmp.Compare(a.quotations[0], b.quotations[0]))
	})
	g.index, g.leaders = map[uint64][]int32{}, map[int][]int{}
	g.hits = make([]int32, len(g.wordings))
	for w := range g.wordings {
		g.wordings[w].of = g.leadersOf(w)
		for _, leader := range g.wordings[w].of {
			g.leaders[leader] = append(g.leaders[leader], w)
		}
		if len(g.wordings[w].of) == 0 && g.wordings[w].marks {
			g.wordings[w].of = []int{w}
			g.leaders[w] = []int{w}
			g.addToIndex(w)
		}
	}
}

// first orders what does not hold before what does.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func (w *wording) shingle() int {
	if w.scale < 1 {
		return shingleCharacters
	}
	return shingle
}

// mostLeaders is how many utterances a shingle leads to, so that the cost stays
// linear: one that stands in more of them is not rare, and what is of an utterance
// has others too.
const mostLeaders = 32

func (g *grouping) addToIndex(w int) {
	keys, k := g.wordings[w].keys, g.wordings[w].shingle()
	for at := 0; at+k <= len(keys); at++ {
		h := hash(keys[at : at+k])
		if list := g.index[h]; len(list) < mostLeaders && !slices.Contains(list, int32(w)) {
			g.index[h] = append(list, int32(w))
		}
	}
}

// leadersOf finds the utterance that a wording is of, and those of the words that
// this one does not have.
func (g *grouping) leadersOf(w int) (leaders []int) {
	words := &g.wordings[w]
	rest := []news.Range{{End: len(words.keys)}}
	for len(rest) > 0 {
		in := rest[len(rest)-1]
		rest = rest[:len(rest)-1]
		leader, own := g.bestLeader(w, in, leaders)
		if leader < 0 {
			continue
		}
		leaders = append(leaders, leader)
		if !words.marks {
			break
		}
		for _, r := range []news.Range{{Start: in.Start, End: own.Start}, {Start: own.End, End: in.End}} {
			if float64(r.Len())*words.scale >= fewestWords {
				rest = append(rest, r)
			}
		}
	}
	return leaders
}

// bestLeader is the leader that has most of some words of a wording, and which of
// them it has.
func (g *grouping) bestLeader(w int, in news.Range, not []int) (best int, own news.Range) {
	const tried = 4
	best = -1
	most := 0
	for _, leader := range g.candidates(w, in, tried) {
		if slices.Contains(not, int(leader)) {
			continue
		}
		m := g.compare(int(leader), w, in)
		if m.equal > most && g.same(int(leader), w, in, m) {
			most, best, own = m.equal, int(leader), m.own
		}
	}
	return best, own
}

// candidates are the leaders that share most shingles with the words.
func (g *grouping) candidates(w int, in news.Range, most int) []int32 {
	var found []int32
	keys, k := g.wordings[w].keys, g.wordings[w].shingle()
	for at := in.Start; at+k <= in.End; at++ {
		for _, leader := range g.index[hash(keys[at:at+k])] {
			if g.hits[leader] == 0 {
				found = append(found, leader)
			}
			g.hits[leader]++
		}
	}
	// Four words in a row are two shingles.
	least := int32(1)
	if in.Len() > 2*leastRun {
		least = 2
	}
	best := found[:0:0]
	for _, leader := range found {
		if g.hits[leader] < least {
			continue
		}
		at, _ := slices.BinarySearchFunc(best, leader, func(a, b int32) int {
			return cmp.Or(cmp.Compare(g.hits[b], g.hits[a]), cmp.Compare(a, b))
		})
		if at < most {
			best = slices.Insert(best, at, leader)[:min(len(best)+1, most)]
		}
	}
	for _, leader := range found {
		g.hits[leader] = 0
	}
	return best
}

// match is what two wordings have in common, in the same order.
type match struct {
	runs    []news.Run
	equal   int // words, in runs of two or more
	words   int // in all runs
	longest int
	theirs  news.Range // of the leader
	own     news.Range // of the other
}

func (g *grouping) compare(leader, w int, in news.Range) match {
	a, b := &g.wordings[leader], &g.wordings[w]
	return matchOf(align.Align(a.text, b.text, news.Range{End: len(a.keys)}, in), a.scale < 1)
}

func matchOf(runs []news.Run, characters bool) match {
	m := match{}
	least := 2
	if characters {
		least = 3
	}
	for _, r := range runs {
		m.words += r.Words
		if r.Words < least {
			continue
		}
		m.runs = append(m.runs, r)
		m.equal += r.Words
		m.longest = max(m.longest, r.Words)
	}
	if len(m.runs) > 0 {
		p := news.Passage{Runs: m.runs}
		m.theirs, m.own = p.A(), p.B()
	}
	return m
}

// How much two wordings have in common that are one utterance.
const (
	mostOf       = .6  // of the shorter one's words …
	inOrder      = .75 // … or so many when single words in the same order count too …
	nearlyAll    = .8  // … or so many when the speakers differ
	leastRun     = 4   // words in a row among them
	sureRun      = 8   // which alone will do
	fewFragments = 6   // words: shorter ones must be there as they are
)

// same reports whether words of a wording are of a leader's utterance.
func (g *grouping) same(leader, w int, in news.Range, m match) bool {
	a, b := &g.wordings[leader], &g.wordings[w]
	shorter := min(len(a.keys), in.Len())
	words := func(n int) float64 { return float64(n) * b.scale }
	share := float64(m.equal) / float64(shorter)
	switch {
	case !b.marks:
		return words(m.longest) >= fewestUnmarked && (2*m.equal >= len(a.keys) || g.agrees(leader, b.speaker))
	case words(shorter) < fewFragments:
		return m.longest == shorter
	case a.speaker.Name != "" && b.speaker.Name != "" && Differ(a.speaker.Name, b.speaker.Name):
		return share >= nearlyAll && words(m.longest) >= leastRun
	case words(m.longest) >= sureRun:
		return true
	}
	if float64(m.words) >= inOrder*float64(shorter) && words(m.longest) >= leastRun {
		return true
	}
	return share >= mostOf && words(m.longest) >= leastRun || share >= nearlyAll && words(m.longest) >= leastRun-1
}

// agrees reports whether a speaker is one whom a quotation of the utterance names.
func (g *grouping) agrees(leader int, s Speaker) bool {
	return s.Name != "" && slices.ContainsFunc(g.leaders[leader], func(w int) bool {
		name := g.wordings[w].speaker.Name
		return name != "" && !Differ(name, s.Name)
	})
}

// Differ reports whether two names have no word in common. Of people only the last
// name counts, for which others are left out.
func Differ(a, b string) bool {
	for x := range strings.FieldsSeq(strings.ToLower(a)) {
		for y := range strings.FieldsSeq(strings.ToLower(b)) {
			if x == y && len(x) > len("of") {
				return false
			}
		}
	}
	return a != b
}

// findJoined marks the wordings that are made of what other articles quote apart.
func (g *grouping) findJoined() (found bool) {
	for leader, members := range g.leaders {
		if len(members) < 3 {
			continue
		}
		whole, apart := g.wholeAndApart(leader, members)
		if len(apart) == 0 || len(apart) < len(whole.articles) || len(apart) == len(whole.articles) && slices.Min(apart) > slices.Min(whole.articles) {
			continue
		}
		for _, w := range whole.wordings {
			g.wordings[w].joined = true
			found = true
		}
	}
	return found
}

// wholes are the wordings that have nearly all of a leader's words.
type wholes struct{ wordings, articles []int }

// wholeAndApart tells which wordings and articles have nearly all of a leader's
// words in one quotation, and which articles have them in several.
func (g *grouping) wholeAndApart(leader int, members []int) (whole wholes, apart []int) {
	pieces := map[int][]news.Range{} // by article
	all := len(g.wordings[leader].keys)
	for _, w := range members {
		if !g.wordings[w].marks {
			continue
		}
		m := g.compare(leader, w, news.Range{End: len(g.wordings[w].keys)})
		if w == leader || 100*m.equal >= 85*all {
			whole.wordings = append(whole.wordings, w)
			for _, q := range g.wordings[w].quotations {
				whole.articles = append(whole.articles, g.all[q].Article)
			}
			continue
		}
		if float64(m.equal)*g.wordings[w].scale >= fewestWords {
			for _, q := range g.wordings[w].quotations {
				pieces[g.all[q].Article] = append(pieces[g.all[q].Article], m.theirs)
			}
		}
	}
	for a, list := range pieces {
		if len(list) > 1 && 100*covered(list) >= 85*all && !slices.Contains(whole.articles, a) {
			apart = append(apart, a)
		}
	}
	return whole, apart
}

// covered is how many words the pieces have together.
func covered(pieces []news.Range) (words int) {
	slices.SortFunc(pieces, func(a, b news.Range) int { return cmp.Compare(a.Start, b.Start) })
	at := 0
	for _, p := range pieces {
		words += max(0, p.End-max(p.Start, at))
		at = max(at, p.End)
	}
	return words
}
