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

// shared is what an article shares with another one, b.
type shared struct {
	b        int
	passages []news.Passage
	star     bool
}

// expand makes matches of what first articles share with later ones, and adds those
// of their twins, with each other and with all that match, in order. Each list of
// found, which is by article, is let go once it is in there.
func (t twins) expand(found [][]shared, texts []align.Text, star int) []provenance.Match {
	for first, all := range t.of {
		if all != nil {
			found[first] = append(found[first], shared{b: first, passages: whole(texts[first])})
		}
	}
	begins := make([]int, len(texts)+1)
	for first, list := range found {
		for _, s := range list {
			t.pairs(first, s, star, func(a, b int, _ bool) { begins[min(a, b)+1]++ })
		}
	}
	for a := range texts {
		begins[a+1] += begins[a]
	}
	all, next := make([]provenance.Match, begins[len(texts)]), slices.Clone(begins)
	for first, list := range found {
		for _, s := range list {
			t.pairs(first, s, star, func(a, b int, star bool) {
				m := provenance.Match{A: a, B: b, Passages: s.passages, Star: star}
				if a > b {
					m.A, m.B, m.Passages = b, a, turned(s.passages)
				}
				all[next[m.A]] = m
				next[m.A]++
			})
		}
		found[first] = nil
	}
	for a := range texts {
		slices.SortFunc(all[begins[a]:begins[a+1]], func(x, y provenance.Match) int { return cmp.Compare(x.B, y.B) })
	}
	return all
}

// pairs calls do with each two articles that share what a first article shares with
// another, or with its own twins. Where these would be more than the square of a
// few, they are linked to the first alone.
func (t twins) pairs(first int, s shared, star int, do func(a, b int, star bool)) {
	as, bs := t.of[first], t.of[s.b]
	switch {
	case as == nil && bs == nil:
		do(first, s.b, s.star)
		return
	case first == s.b:
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
		as = []int{first}
	case bs == nil:
		bs = []int{s.b}
	}
	large := len(as)*len(bs) > star
	for i, a := range as {
		for k, b := range bs {
			if large && i > 0 && k > 0 {
				break
			}
			do(a, b, s.star || large && i == 0)
		}
	}
}

// whole is the passage of two articles of the same words.
func whole(t align.Text) []news.Passage {
	passage := news.Passage{Runs: []news.Run{{Words: t.Len()}}, Equal: t.Len(), Longest: t.Len()}
	for word := range t.Len() {
		if t.Quoted(word) {
			passage.Quoted++
		}
	}
	return []news.Passage{passage}
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
