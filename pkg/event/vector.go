package event

import (
	"math"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// Vector is an article as the weights of its terms, of length 1, ordered by
// term.
type Vector struct {
	Terms   []uint32
	Weights []float32
}

// titleWeight is how often a title's words count. On 300 independently worded
// articles of 100 events three times measured .880, once .866.
const titleWeight = 3

// NewVector weighs an article's words by (1 + ln tf) · idf.
func NewVector(a *news.Article, words *segment.Sequence, table Weights) Vector {
	counts := make(map[uint32]float64, words.Len())
	for _, key := range words.Keys {
		counts[key]++
	}
	var title segment.Sequence
	title.AddParagraph(a.Title, news.Span{End: len(a.Title)})
	for _, key := range title.Keys {
		counts[key] += titleWeight
	}
	return weigh(counts, table)
}

func weigh(counts map[uint32]float64, table Weights) Vector {
	var v Vector
	for term := range counts {
		v.Terms = append(v.Terms, term)
	}
	slices.Sort(v.Terms)
	sum := 0.0
	for _, term := range v.Terms {
		w := (1 + math.Log(counts[term])) * table.weight(term)
		v.Weights = append(v.Weights, float32(w))
		sum += w * w
	}
	if sum == 0 {
		return Vector{}
	}
	norm := float32(1 / math.Sqrt(sum))
	for i := range v.Weights {
		v.Weights[i] *= norm
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
