package event

import (
	"cmp"
	"context"
	"slices"
)

// Pair is two articles, by number, with the cosine of their vectors. A < B.
type Pair struct {
	A, B   int
	Cosine float64
}

// Similar returns all pairs with a cosine of at least least, sorted. It is
// exact: the AllPairs algorithm of Bayardo, Ma and Srikant, "Scaling Up All
// Pairs Similarity Search", WWW 2007. Terms are numbered from the most frequent
// to the rarest; of each vector, the frequent terms that together cannot reach
// the threshold stay out of the index.
func Similar(ctx context.Context, vectors []Vector, least float64) ([]Pair, error) {
	dense, heaviest := number(vectors)
	index := make([][]entry, len(heaviest))
	kept := make([][]component, len(vectors)) // what stayed out of the index
	scores := make([]float64, len(vectors))
	var touched []int
	var pairs []Pair
	for a, v := range dense {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		touched = touched[:0]
		for _, c := range v {
			for _, e := range index[c.term] {
				if scores[e.vector] == 0 {
					touched = append(touched, int(e.vector))
				}
				scores[e.vector] += float64(c.weight) * float64(e.weight)
			}
		}
		for _, b := range touched {
			cosine := scores[b] + dot(kept[b], v)
			scores[b] = 0
			if cosine >= least {
				pairs = append(pairs, Pair{A: b, B: a, Cosine: cosine})
			}
		}
		bound, first := 0.0, len(v)
		for i, c := range v {
			bound += float64(c.weight) * float64(heaviest[c.term])
			if bound >= least {
				first = i
				break
			}
		}
		kept[a] = v[:first]
		for _, c := range v[first:] {
			index[c.term] = append(index[c.term], entry{int32(a), c.weight})
		}
	}
	slices.SortFunc(pairs, func(p, q Pair) int {
		return cmp.Or(cmp.Compare(p.A, q.A), cmp.Compare(p.B, q.B))
	})
	return pairs, nil
}

type entry struct {
	vector int32
	weight float32
}

type component struct {
	term   int32
	weight float32
}

// number renumbers the terms that two vectors or more hold, from the most
// frequent to the rarest; a term of one vector alone adds to no cosine. It also
// returns the largest weight of each term.
func number(vectors []Vector) (dense [][]component, heaviest []float32) {
	frequency := map[uint64]int{}
	for _, v := range vectors {
		for _, t := range v.Terms {
			frequency[t]++
		}
	}
	var terms []uint64
	for t, n := range frequency {
		if n > 1 {
			terms = append(terms, t)
		}
	}
	slices.SortFunc(terms, func(a, b uint64) int {
		return cmp.Or(cmp.Compare(frequency[b], frequency[a]), cmp.Compare(a, b))
	})
	numbers := make(map[uint64]int32, len(terms))
	for i, t := range terms {
		numbers[t] = int32(i)
	}
	dense, heaviest = make([][]component, len(vectors)), make([]float32, len(terms))
	for i, v := range vectors {
		for k, t := range v.Terms {
			if n, shared := numbers[t]; shared && v.Weights[k] > 0 {
				dense[i] = append(dense[i], component{n, v.Weights[k]})
				heaviest[n] = max(heaviest[n], v.Weights[k])
			}
		}
		slices.SortFunc(dense[i], func(a, b component) int { return cmp.Compare(a.term, b.term) })
	}
	return dense, heaviest
}

// dot is the product of two vectors in the order of their terms. The first is
// short: the frequent terms alone.
func dot(v, w []component) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(v) && j < len(w); {
		switch {
		case v[i].term < w[j].term:
			i++
		case v[i].term > w[j].term:
			j++
		default:
			sum += float64(v[i].weight) * float64(w[j].weight)
			i++
			j++
		}
	}
	return sum
}
