package pipeline

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/provenance"
	"github.com/wireprint/wireprint/pkg/segment"
)

// twins are articles of the same words, one by one, as syndicated copies often
// are. Only the first of them is compared with other articles: what it shares,
// they all share, at the same words.
type twins struct {
	first []int   // by article: the first of its twins, or itself
	of    [][]int // by first: all of them, in order; nil for an article alone
}

// findTwins finds the twins of at least so many words.
func findTwins(texts []align.Text, least int) twins {
	t := twins{first: make([]int, len(texts)), of: make([][]int, len(texts))}
	firsts := make(map[uint64][]int, len(texts))
	for a, text := range texts {
		t.first[a] = a
		if text.Len() < least {
			continue
		}
		same := slices.IndexFunc(firsts[text.Sum], func(b int) bool { return sameWords(texts[b], text) })
		if same < 0 {
			firsts[text.Sum] = append(firsts[text.Sum], a)
			continue
		}
		b := firsts[text.Sum][same]
		t.first[a] = b
		if t.of[b] == nil {
			t.of[b] = []int{b}
		}
		t.of[b] = append(t.of[b], a)
	}
	return t
}

// sameWords reports that two texts have the same words and quote the same of them.
func sameWords(a, b align.Text) bool {
	quoted := func(x, y segment.Mark) bool { return x&segment.Quoted == y&segment.Quoted }
	return slices.Equal(a.Keys, b.Keys) && slices.EqualFunc(a.Marks, b.Marks, quoted)
}

// all are an article and its twins.
func (t twins) all(first int) []int {
	if list := t.of[first]; list != nil {
		return list
	}
	return []int{first}
}

// expand is the matches that were found of first articles and those of their
// twins, with each other and with all that match, in order. Each list of what was
// found is let go once it is in there: matches are the most of what a scan keeps
// besides the words.
func (t twins) expand(found [][]provenance.Match, texts []align.Text, star int) []provenance.Match {
	for first, all := range t.of {
		if all != nil {
			m := whole(texts[first])
			m.A, m.B = first, first
			found = append(found, []provenance.Match{m})
		}
	}
	begins := make([]int, len(texts)+1)
	for _, list := range found {
		for i := range list {
			t.pairs(&list[i], star, func(a, b int, _ bool) { begins[min(a, b)+1]++ })
		}
	}
	for a := range texts {
		begins[a+1] += begins[a]
	}
	all, next := make([]provenance.Match, begins[len(texts)]), slices.Clone(begins)
	for k, list := range found {
		for i := range list {
			t.pairs(&list[i], star, func(a, b int, star bool) {
				m := between(list[i], a, b, star)
				all[next[m.A]] = m
				next[m.A]++
			})
		}
		found[k] = nil
	}
	for a := range texts {
		slices.SortFunc(all[begins[a]:begins[a+1]], func(x, y provenance.Match) int { return cmp.Compare(x.B, y.B) })
	}
	return all
}

// pairs calls do with each two articles that a match of first articles is of, or
// that are the twins of one. Where these would be more than the square of a few,
// they are linked to the first alone.
func (t twins) pairs(m *provenance.Match, star int, do func(a, b int, star bool)) {
	as, bs := t.of[m.A], t.of[m.B]
	switch {
	case as == nil && bs == nil:
		do(m.A, m.B, m.Star)
		return
	case m.A == m.B:
		large := len(as) > star
		for i, a := range as {
			for _, b := range as[i+1:] {
				do(a, b, large)
			}
			if large {
				break
			}
		}
		return
	case as == nil:
		as = []int{m.A}
	case bs == nil:
		bs = []int{m.B}
	}
	large := len(as)*len(bs) > star
	for i, a := range as {
		for k, b := range bs {
			if large && i > 0 && k > 0 {
				break
			}
			do(a, b, m.Star || large && i == 0)
		}
	}
}

// whole is the match of two articles of the same words.
func whole(t align.Text) provenance.Match {
	passage := news.Passage{Runs: []news.Run{{Words: t.Len()}}, Equal: t.Len(), Longest: t.Len()}
	for word := range t.Len() {
		if t.Quoted(word) {
			passage.Quoted++
		}
	}
	m := provenance.Match{Passages: []news.Passage{passage}}
	m.Overlap = align.Measure(t, t, m.Passages)
	return m
}

// between is the match m of two other articles, a of A's words and b of B's.
func between(m provenance.Match, a, b int, star bool) provenance.Match {
	m.A, m.B, m.Star = a, b, star
	if a > b {
		m.A, m.B = b, a
		m.Overlap = m.Overlap.Turned()
		m.Passages = turned(m.Passages)
	}
	return m
}

// turned are passages as article B sees them.
func turned(passages []news.Passage) []news.Passage {
	list := slices.Clone(passages)
	for i := range list {
		list[i].Runs = slices.Clone(list[i].Runs)
		for k, r := range list[i].Runs {
			list[i].Runs[k] = news.Run{A: r.B, B: r.A, Words: r.Words}
		}
	}
	slices.SortStableFunc(list, func(x, y news.Passage) int { return cmp.Compare(x.Runs[0].A, y.Runs[0].A) })
	return list
}
