package drift

import "github.com/wireprint/wireprint/pkg/news"

// isFilledForm reports two wordings that change most of their facts, four or more:
// the figures of another day in the words of the last, no other account of one
// thing. In the wire of 1987 two drifts of three were of that sort.
func (c *comparison) isFilledForm() bool {
	const most = 4
	changed := 0
	for _, d := range c.found {
		switch d.Kind {
		case news.DriftNumber, news.DriftDate, news.DriftName, news.DriftPlace:
			changed++
		default:
		}
	}
	if changed < most {
		return false
	}
	kept := 0
	for _, r := range c.runs {
		for i := r.A; i < r.A+r.Words; i++ {
			u, before := c.from.units[i], c.from.near(i-1)
			if !u.isWord() || u.isName() && !u.first && (!before.isName() || before.first) {
				kept++
			}
		}
	}
	return changed > kept
}
