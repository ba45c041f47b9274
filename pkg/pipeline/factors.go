package pipeline

import "math"

// LowestFactor is how many times its thresholds the links of a report are to reach
// for a sweep: below a half, everything becomes one.
const LowestFactor = 0.5

const (
	highestFactor = 2.0
	factorStep    = 0.05
)

// Factors are the multiples of the report's thresholds that are worth a look:
// from where its links begin to twice, in steps of a twentieth, 1 among them.
func (g *Regrouping) Factors() []float64 {
	var factors []float64
	for i := int(math.Ceil(g.Options.Links/factorStep - 1e-9)); ; i++ {
		f := float64(i) / math.Round(1/factorStep)
		if f > highestFactor {
			return factors
		}
		factors = append(factors, f)
	}
}
