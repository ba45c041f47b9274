package event

import (
	"cmp"
	"math"
	"slices"
)

// Vector is an article as the weights of its terms, of length 1, ordered by
// term.
type Vector struct {
	Terms   []uint32
	Weights []float32
}

// MostTerms is how many of an article's terms its vector holds, those that weigh
// most. The others tell little and cost most, since many articles have them: on
// 904 texts, 96 terms gave an ARI of .959, all .947 to .959. [RoughTerms] are
// enough to tell what an article is roughly about.
const (
	MostTerms  = 96
	RoughTerms = 32
)

// NewVector weighs the terms of a bag by (1 + ln tf) · idf and keeps most of
// them, those that weigh most.
func NewVector(b Bag, table Weights, most int) Vector {
	terms := make([]weighed, 0, len(b.Terms))
	for i, t := range b.Terms {
		if w := table.weight(t, b.Letters[i]); w > 0 {
			terms = append(terms, weighed{t, float32((1 + math.Log(float64(b.Counts[i]))) * w)})
		}
	}
	if len(terms) > most {
		slices.SortFunc(terms, func(x, y weighed) int { return cmp.Or(cmp.Compare(y.weight, x.weight), cmp.Compare(x.term, y.term)) })
		terms = terms[:most]
	}
	slices.SortFunc(terms, func(x, y weighed) int { return cmp.Compare(x.term, y.term) })
	return unit(terms)
}

type weighed struct {
	term   uint32
	weight float32
}

// unit makes a vector of length 1.
func unit(terms []weighed) Vector {
	sum := 0.0
	for _, t := range terms {
		sum += float64(t.weight) * float64(t.weight)
	}
	if sum == 0 {
		return Vector{}
	}
	v := Vector{Terms: make([]uint32, len(terms)), Weights: make([]float32, len(terms))}
	norm := float32(1 / math.Sqrt(sum))
	for i, t := range terms {
		v.Terms[i], v.Weights[i] = t.term, t.weight*norm
	}
	return v
}

// Cosine is the cosine of the angle between two vectors, 0 to 1.
func Cosine(v, w Vector) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(v.Terms) && j < len(w.Terms); {
		switch {
		case v.Terms[i] < w.Terms[j]:
			i++
		case v.Terms[i] > w.Terms[j]:
			j++
		default:
			sum += float64(v.Weights[i]) * float64(w.Weights[j])
			i++
			j++
		}
	}
	return sum
}
