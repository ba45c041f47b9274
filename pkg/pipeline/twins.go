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
	first []int         // by article: the first of its twins, or itself
	of    map[int][]int // by first: all of them, in order
}

// findTwins finds the twins of at least so many words.
func findTwins(texts []align.Text, least int) twins {
	t := twins{first: make([]int, len(texts)), of: map[int][]int{}}
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

// expand adds to the matches of first articles those of their twins, with each
// other and with all that match. Where these would be more than the square of a
// few, they are linked to the first alone. The result is in order.
func (t twins) expand(matches []provenance.Match, texts []align.Text, star int) []provenance.Match {
	if len(t.of) == 0 {
		return matches
	}
	var list []provenance.Match
	for _, m := range matches {
		as, bs := t.all(m.A), t.all(m.B)
		large := len(as)*len(bs) > star
		for i, a := range as {
			for k, b := range bs {
				if large && i > 0 && k > 0 {
					break
				}
				list = append(list, between(m, a, b, m.Star || large && i == 0))
			}
		}
	}
	for _, all := range t.of {
		m := whole(texts[all[0]])
		large := len(all) > star
		for i, a := range all {
			for _, b := range all[i+1:] {
				list = append(list, between(m, a, b, large))
			}
			if large {
				break
			}
		}
	}
	return inOrder(list, len(texts))
}

// inOrder orders matches of n articles by both.
func inOrder(list []provenance.Match, n int) []provenance.Match {
	order, begins := grouped(n, len(list), func(i int) int { return list[i].A })
	sorted := make([]provenance.Match, len(list))
	for i, from := range order {
		sorted[i] = list[from]
	}
	for a := range n {
		of := sorted[begins[a]:begins[a+1]]
		slices.SortFunc(of, func(x, y provenance.Match) int { return cmp.Compare(x.B, y.B) })
	}
	return sorted
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
