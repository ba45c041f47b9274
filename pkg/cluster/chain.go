package cluster

import (
	"cmp"
	"slices"
)

// Chain is the way from a to b over links of which the weakest is as strong as can
// be, Sum being their strength; of such ways, one of the fewest links. It lists the
// links' numbers, from a on, and nothing where there is no way.
func Chain(links []Link, a, b int) []int {
	order := make([]int, len(links))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(links[j].Sum, links[i].Sum) })
	return shortest(links, order[:enough(links, order, a, b)], a, b)
}

// enough is how many links, the strongest first, connect a and b: with them come
// all others that are as strong.
func enough(links []Link, order []int, a, b int) int {
	into := map[int]int{}
	find := func(g int) int {
		for {
			next, ok := into[g]
			if !ok {
				return g
			}
			if further, ok := into[next]; ok {
				into[g] = further
			}
			g = next
		}
	}
	for n, i := range order {
		if x, y := find(links[i].A), find(links[i].B); x != y {
			into[x] = y
		}
		if find(a) == find(b) {
			for n++; n < len(order) && links[order[n]].Sum == links[i].Sum; n++ {
			}
			return n
		}
	}
	return 0
}

// shortest is the way of the fewest links, which are tried in the order given.
func shortest(links []Link, order []int, a, b int) (way []int) {
	at := map[int][]int{}
	for _, i := range order {
		at[links[i].A] = append(at[links[i].A], i)
		at[links[i].B] = append(at[links[i].B], i)
	}
	other := func(i, g int) int { return links[i].A + links[i].B - g }
	by := map[int]int{} // the link over which each was reached
	for next := []int{a}; len(next) > 0; next = next[1:] {
		g := next[0]
		for _, i := range at[g] {
			to := other(i, g)
			if _, seen := by[to]; !seen && to != a {
				by[to] = i
				next = append(next, to)
			}
		}
	}
	for g := b; g != a; {
		i, ok := by[g]
		if !ok {
			return nil
		}
		way = append(way, i)
		g = other(i, g)
	}
	slices.Reverse(way)
	return way
}
