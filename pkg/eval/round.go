package eval

import "math"

// digits is to how many digits after the point scores are published: processors
// differ in the last bits of a sum.
const digits = 6

// round rounds a score, but only what is perfect becomes 1 and only what is
// nothing becomes 0.
func round(score float64, digits int) float64 {
	scale := math.Pow10(digits)
	r := math.Round(score*scale) / scale
	switch step := 1 / scale; {
	case r == 1 && score < 1:
		return 1 - step
	case r == 0 && score > 0:
		return step
	case r == 0:
		return 0 // not -0
	}
	return r
}

// rounded are the scores as they are published.
func (s Scores) rounded() Scores {
	if s.ClusterScores != nil {
		own := *s.ClusterScores
		s.ClusterScores = &own
	}
	for _, rate := range s.rates() {
		*rate = round(*rate, digits)
	}
	return s
}
