package event

import (
	"cmp"
	"math"
	"slices"
	"sort"
)

// Pair is two articles, by number, with the cosine of their vectors. A < B.
type Pair struct {
	A, B   int
	Cosine float64
}

// Query says which of the vectors before it a vector is compared with: those
// from number From on, which with articles in order of publication is the time
// window, and with what cosine at least.
type Query struct {
	From    int
	Least   float64 // of a pair in which both are long …
	Stretch float64 // … and how many times that of others, see [Stretch]: the smaller of both counts
}

// Search finds the pairs of vectors whose cosine reaches what their queries ask
// for. What is in it is looked up on all cores, while nothing is added.
//
// It is exact: the AllPairs algorithm of Bayardo, Ma and Srikant, "Scaling Up
// All Pairs Similarity Search", WWW 2007, with the bound on the rest by its
// length of Anastasiu and Karypis, "L2AP", ICDE 2014. Terms are ordered from the
// most frequent to the rarest; of each vector, the frequent terms that together
// cannot reach the threshold stay out of the index.
type Search struct {
	queries  []Query
	heaviest []float32     // by rank: the largest weight of its term
	vectors  [][]component // terms in order of rank, the most frequent first
	cuts     []int         // by vector: how many terms stay out of the index
	norms    []float64     // by vector: the length of these …
	cutRanks []int32       // … and the rank of the first that is in it
	entries  [][]entry     // by rank: the vectors with that term, ascending
}

type entry struct {
	vector int32
	weight float32
}

type component struct {
	rank   int32 // of the term, 0 for the most frequent
	weight float32
}

// NewSearch ranks the terms of the vectors, each of which has a query, and finds
// which of them can stay out of the index. None is in it yet.
func NewSearch(vectors []Vector, queries []Query) *Search {
	s := &Search{
		queries: queries, cuts: make([]int, len(vectors)),
		norms: make([]float64, len(vectors)), cutRanks: make([]int32, len(vectors)),
	}
	s.vectors, s.heaviest = ranked(vectors)
	s.entries = make([][]entry, len(s.heaviest))
	least, stretch := math.Inf(1), math.Inf(1)
	for _, q := range queries {
		least, stretch = min(least, q.Least), min(stretch, q.Stretch)
	}
	for i, v := range s.vectors {
		s.cuts[i], s.norms[i] = cut(v, s.heaviest, least*stretch)
		s.cutRanks[i] = int32(len(s.heaviest))
		if s.cuts[i] < len(v) {
			s.cutRanks[i] = v[s.cuts[i]].rank
		}
	}
	return s
}

// Add puts a vector among those that later ones are compared with. They are added
// in the order of their numbers.
func (s *Search) Add(b int) {
	for _, c := range s.indexed(b) {
		s.entries[c.rank] = append(s.entries[c.rank], entry{int32(b), c.weight})
	}
}

// Remove takes a vector out again, which costs the less the fewer were added since.
func (s *Search) Remove(b int) {
	for _, c := range s.indexed(b) {
		list := s.entries[c.rank]
		for i := len(list) - 1; i >= 0 && list[i].vector >= int32(b); i-- {
			if list[i].vector == int32(b) {
				s.entries[c.rank] = slices.Delete(list, i, i+1)
			}
		}
	}
}

// indexed are the terms of a vector by which it is found.
func (s *Search) indexed(b int) []component { return s.vectors[b][s.cuts[b]:] }

// in are the vectors with a term that a query is after, those from its first on.
func (s *Search) in(rank int32, q Query) []entry {
	list := s.entries[rank]
	if q.From > 0 {
		list = list[sort.Search(len(list), func(i int) bool { return int(list[i].vector) >= q.From }):]
	}
	return list
}

// least is the cosine that a pair must reach, a before b.
func (s *Search) least(a, b int) float64 {
	return s.queries[b].Least * min(s.queries[a].Stretch, s.queries[b].Stretch)
}

// cut is how many terms of a vector, which no other can be near to by these
// alone, stay out of the index, and the length of that part.
func cut(v []component, heaviest []float32, least float64) (n int, norm float64) {
	bound, sum := 0.0, 0.0
	for ; n < len(v); n++ {
		w := float64(v[n].weight)
		if bound += w * float64(heaviest[v[n].rank]); bound >= least {
			break
		}
		sum += w * w
	}
	return n, math.Sqrt(sum)
}

// ranked gives the terms of vectors their ranks, from the most frequent to the
// rarest; a term of one vector alone adds to no cosine. It also returns the
// largest weight of each.
func ranked(vectors []Vector) (all [][]component, heaviest []float32) {
	ranks, shared, n := ranksOf(vectors)
	all, heaviest = make([][]component, len(vectors)), make([]float32, shared)
	memory := make([]component, 0, n)
	next := 0 // of ranks, which has one for every term of every vector
	for i, v := range vectors {
		from := len(memory)
		for k := range v.Terms {
			if r := ranks[next]; r >= 0 {
				memory = append(memory, component{r, v.Weights[k]})
				heaviest[r] = max(heaviest[r], v.Weights[k])
			}
			next++
		}
		all[i] = memory[from:len(memory):len(memory)]
		slices.SortFunc(all[i], func(a, b component) int { return int(a.rank - b.rank) })
	}
	return all, heaviest
}

// ranksOf is the rank of each term of each vector, -1 where no other has it, the
// number of terms that have a rank, and that of their places.
func ranksOf(vectors []Vector) (ranks []int32, shared, places int) {
	n := 0
	for _, v := range vectors {
		n += len(v.Terms)
	}
	var index termIndex
	index.reset()
	ranks = make([]int32, 0, n)
	var vectorsWith []uint32 // by number of the term
	for _, v := range vectors {
		for _, t := range v.Terms {
			at := index.at(t)
			if at == len(vectorsWith) {
				vectorsWith = append(vectorsWith, 0)
			}
			vectorsWith[at]++
			ranks = append(ranks, int32(at))
		}
	}
	order := make([]uint64, 0, len(vectorsWith)) // the most frequent last; of equals, the first to come
	rankOf := make([]int32, len(vectorsWith))
	for at, n := range vectorsWith {
		rankOf[at] = -1
		if n > 1 {
			order = append(order, uint64(n)<<32|uint64(len(vectorsWith)-at))
			places += int(n)
		}
	}
	slices.Sort(order)
	shared = len(order)
	for i, x := range order {
		rankOf[len(vectorsWith)-int(uint32(x))] = int32(shared - 1 - i)
	}
	for i, at := range ranks {
		ranks[i] = rankOf[at]
	}
	return ranks, shared, places
}

// Finder looks up one vector after the other. It is for one goroutine.
type Finder struct {
	search  *Search
	scores  []float64 // by vector
	touched []int32
	lengths []float64 // of the current vector's first terms: 0, 1, 2 … of them
	pairs   []Pair
}

// NewFinder returns a Finder for the search.
func (s *Search) NewFinder() *Finder {
	return &Finder{search: s, scores: make([]float64, len(s.vectors))}
}

// Pairs returns the pairs of vector b with those before it that were added and that
// its query asks for, in order. The result is valid until the next call.
func (f *Finder) Pairs(b int) []Pair {
	s := f.search
	f.collect(b)
	f.measure(s.vectors[b])
	f.pairs = f.pairs[:0]
	for _, a := range f.touched {
		cosine := f.scores[a]
		f.scores[a] = 0
		least := s.least(int(a), b)
		// What stayed out of the index adds at most the product of the lengths
		// of both vectors up to there (Cauchy and Schwarz), of which that of b,
		// which takes some finding, is no more than 1.
		if cosine+s.norms[a] < least || cosine+s.norms[a]*f.upTo(int(a), b) < least {
			continue
		}
		if cosine += dot(s.vectors[a][:s.cuts[a]], s.vectors[b]); cosine >= least {
			f.pairs = append(f.pairs, Pair{A: int(a), B: b, Cosine: cosine})
		}
	}
	slices.SortFunc(f.pairs, func(p, q Pair) int { return cmp.Compare(p.A, q.A) })
	return f.pairs
}

// collect adds up what vector b has in common with the indexed terms of those
// before it.
func (f *Finder) collect(b int) {
	s := f.search
	f.touched = f.touched[:0]
	for _, c := range s.vectors[b] {
		for _, e := range s.in(c.rank, s.queries[b]) {
			if e.vector >= int32(b) {
				break
			}
			if f.scores[e.vector] == 0 {
				f.touched = append(f.touched, e.vector)
			}
			f.scores[e.vector] += float64(c.weight) * float64(e.weight)
		}
	}
}

// measure prepares upTo for a vector.
func (f *Finder) measure(v []component) {
	f.lengths = append(f.lengths[:0], 0)
	sum := 0.0
	for _, c := range v {
		sum += float64(c.weight) * float64(c.weight)
		f.lengths = append(f.lengths, math.Sqrt(sum))
	}
}

// upTo is the length of b without the terms that are in a's part of the index.
func (f *Finder) upTo(a, b int) float64 {
	w, rank := f.search.vectors[b], f.search.cutRanks[a]
	from, to := 0, len(w)
	for from < to {
		if middle := (from + to) / 2; w[middle].rank < rank {
			from = middle + 1
		} else {
			to = middle
		}
	}
	return f.lengths[from]
}

// dot is the product of two vectors in the order of their terms. The first is
// short: the frequent terms alone.
func dot(v, w []component) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(v) && j < len(w); {
		switch {
		case v[i].rank < w[j].rank:
			i++
		case v[i].rank > w[j].rank:
			j++
		default:
			sum += float64(v[i].weight) * float64(w[j].weight)
			i++
			j++
		}
	}
	return sum
}
