package align

import "github.com/wireprint/wireprint/pkg/news"

// sameGap is the difference in words up to which two gaps are as long.
const sameGap = 3

// chains joins runs that follow each other in both articles with no more than
// gap words between them, or twice as many when both gaps are as long: words
// replaced, not inserted. Several chains can be open at a time, because the
// words that b inserts may come from elsewhere in a. They are appended to all, which
// is empty.
func chains(all [][]news.Run, runs []news.Run, gap int) [][]news.Run {
	if len(runs) == 1 {
		return append(all, runs)
	}
	var open []int // chains that do not end too far back
	for _, r := range runs {
		best, still := -1, open[:0]
		for _, c := range open {
			last := all[c][len(all[c])-1]
			gapA, gapB := r.A-last.A-last.Words, r.B-last.B-last.Words
			if gapA > 2*gap {
				continue
			}
			if still = append(still, c); gapA < 0 {
				continue
			}
			near := gapB >= 0 && max(gapA, gapB) <= gap
			aligned := gapB >= 0 && gapB <= 2*gap && max(gapA-gapB, gapB-gapA) <= sameGap
			if near || aligned {
				best = c // the latest is the nearest in a
			}
		}
		open = still
		if best < 0 {
			open = append(open, len(all))
			all = append(all, []news.Run{r})
			continue
		}
		all[best] = append(all[best], r)
	}
	return all
}
