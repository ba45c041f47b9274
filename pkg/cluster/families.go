package cluster

import (
	"cmp"
	"math"
	"slices"
)

// Copy is a pair of articles of which one carries the other's copy. A and B are
// their numbers.
type Copy struct {
	A, B     int
	Likeness float64 // how much they are one copy, 0 to 1
	Same     bool    // each carries nearly all of the other
	Star     bool    // B is one of very many, known to be A's copy by what both share with a third
}

// Options say when copies make a family.
type Options struct {
	Likeness float64 `json:"likeness"` // least likeness of two articles that makes a link
	Same     float64 `json:"same"`     // share of both articles from which they are one text
	Average  float64 `json:"average"`  // least average likeness over all pairs of a family
}

// Defaults are for articles of newspapers and for what OCR makes of them: on
// 11,127 noisy passages of French newspapers the families agree with another
// tool's clusters with a pair F1 of .80.
func Defaults() Options { return Options{Likeness: 0.30, Same: 0.90, Average: 0.35} }

// Times are the options with thresholds so many times as high, to six places; the
// share that makes one text stays.
func (o Options) Times(factor float64) Options {
	times := func(x float64) float64 { return math.Round(x*factor*1e6) / 1e6 }
	if factor != 1 {
		o.Likeness, o.Average = times(o.Likeness), times(o.Average)
	}
	return o
}

// Family is a group of articles that carry the same copy.
type Family struct {
	Articles []int   // ascending
	Weakest  float64 // lowest likeness by which a member hangs on its nearest; 1 when alone
	Bridges  []int   // members without which the rest falls apart
}

// largest family whose bridges are looked for: a larger one was linked as a
// star, where every centre would look like a bridge.
const largestBridged = 500

// Families puts n articles into families. Each article is in exactly one; they
// are ordered by their first article.
func Families(n int, copies []Copy, opts Options) []Family {
	linked := linkedCopies(copies, opts)
	texts := sameTexts(n, linked)
	var families []Family
	for _, group := range Average(groupsOf(texts), textLinks(n, texts, linked), opts.Average, 0) {
		f := Family{}
		for _, t := range group {
			f.Articles = append(f.Articles, texts[t]...)
		}
		slices.Sort(f.Articles)
		families = append(families, f)
	}
	slices.SortFunc(families, func(a, b Family) int { return cmp.Compare(a.Articles[0], b.Articles[0]) })
	describe(n, families, linked)
	return families
}

// linkedCopies are those that are like enough to make a link.
func linkedCopies(copies []Copy, opts Options) []Copy {
	linked := make([]Copy, 0, len(copies))
	for _, c := range copies {
		if c.Likeness >= opts.Likeness {
			linked = append(linked, c)
		}
	}
	return linked
}

// describe fills in each family's weakest link and its bridges.
func describe(n int, families []Family, linked []Copy) {
	of := make([]int, n)
	for i, f := range families {
		for _, a := range f.Articles {
			of[a] = i
		}
	}
	within := make([][]Copy, len(families))
	for _, c := range linked {
		if of[c.A] == of[c.B] {
			within[of[c.A]] = append(within[of[c.A]], c)
		}
	}
	for i := range families {
		families[i].Weakest = weakest(families[i].Articles, within[i])
		families[i].Bridges = bridges(families[i].Articles, within[i])
	}
}

// sameTexts puts articles together that are one text but for details: each with
// the first of the group. So does a star, whose articles were compared with its
// centre alone. Without that, the states of a live page, each with one
// paragraph less and one more, would make a chain whose ends share nothing.
func sameTexts(n int, copies []Copy) [][]int {
	same := make([][]int, n)
	for _, c := range copies {
		if c.Same || c.Star {
			first := min(c.A, c.B)
			same[first] = append(same[first], max(c.A, c.B))
		}
	}
	var texts [][]int
	taken := make([]bool, n)
	for i := range n {
		if taken[i] {
			continue
		}
		group := []int{i}
		for _, other := range same[i] {
			if !taken[other] {
				taken[other] = true
				group = append(group, other)
			}
		}
		slices.Sort(group)
		texts = append(texts, slices.Compact(group))
	}
	return texts
}

// groupsOf are texts as what is merged to families, on whatever days.
func groupsOf(texts [][]int) []Group {
	groups := make([]Group, len(texts))
	for i, articles := range texts {
		groups[i].Size = len(articles)
	}
	return groups
}

// textOf is the number of each article's text.
func textOf(n int, texts [][]int) []int {
	of := make([]int, n)
	for t, articles := range texts {
		for _, a := range articles {
			of[a] = t
		}
	}
	return of
}

// textLinks links two texts when any of their articles are linked, by the most
// that they are: what holds for one copy of a text holds for all.
func textLinks(n int, texts [][]int, copies []Copy) []Link {
	of := textOf(n, texts)
	type key struct{ a, b int }
	most := map[key]float64{}
	for _, c := range copies {
		if a, b := min(of[c.A], of[c.B]), max(of[c.A], of[c.B]); a != b {
			most[key{a, b}] = max(most[key{a, b}], c.Likeness)
		}
	}
	links := make([]Link, 0, len(most))
	for k, likeness := range most {
		links = append(links, Link{A: k.a, B: k.b, Sum: likeness * float64(len(texts[k.a])*len(texts[k.b]))})
	}
	return links
}

func weakest(articles []int, copies []Copy) float64 {
	if len(articles) == 1 {
		return 1
	}
	nearest := make(map[int]float64, len(articles))
	for _, c := range copies {
		nearest[c.A] = max(nearest[c.A], c.Likeness)
		nearest[c.B] = max(nearest[c.B], c.Likeness)
	}
	least := 1.0
	for _, a := range articles {
		least = min(least, nearest[a])
	}
	return least
}

// bridges returns the articulation points of a family's links (Hopcroft and
// Tarjan 1973).
func bridges(articles []int, copies []Copy) []int {
	if len(articles) < 3 || len(articles) > largestBridged {
		return nil
	}
	next := map[int][]int{}
	for _, c := range copies {
		next[c.A] = append(next[c.A], c.B)
		next[c.B] = append(next[c.B], c.A)
	}
	depth, low, found := map[int]int{}, map[int]int{}, map[int]bool{}
	var visit func(a, from int)
	visit = func(a, from int) {
		depth[a] = len(depth) + 1
		low[a] = depth[a]
		children := 0
		for _, b := range next[a] {
			switch {
			case b == from:
			case depth[b] > 0:
				low[a] = min(low[a], depth[b])
			default:
				children++
				visit(b, a)
				low[a] = min(low[a], low[b])
				if from >= 0 && low[b] >= depth[a] {
					found[a] = true
				}
			}
		}
		if from < 0 && children > 1 {
			found[a] = true
		}
	}
	visit(articles[0], -1)
	var list []int
	for _, a := range articles {
		if found[a] {
			list = append(list, a)
		}
	}
	return list
}
