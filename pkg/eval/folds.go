package eval

import (
	"cmp"
	"fmt"
	"slices"
)

// deal is gold dealt into folds: whole clusters, so that no fold is judged by
// thresholds that its own clusters chose.
type deal struct {
	folds    int
	foldOf   map[string]int // by article that gold and report have
	clusters []int          // by fold
	articles []int          // by fold
	large    int            // clusters of two articles or more
}

// deal deals the clusters of the articles that the report has too. The largest
// come first, each goes to the fold with the fewest articles so far; names of
// clusters make no difference.
func (g *Gold) deal(predicted map[string]string, folds int) (*deal, error) {
	clusters := g.parts(predicted)
	if len(clusters) < folds {
		return nil, fmt.Errorf("%s cannot be dealt into %d folds; label more articles, or use fewer folds", count(len(clusters), "gold cluster"), folds)
	}
	d := &deal{folds: folds, foldOf: make(map[string]int), clusters: make([]int, folds), articles: make([]int, folds)}
	for _, articles := range clusters {
		k := 0
		for i, n := range d.articles {
			if n < d.articles[k] {
				k = i
			}
		}
		for _, id := range articles {
			d.foldOf[id] = k
		}
		d.clusters[k]++
		d.articles[k] += len(articles)
		if len(articles) > 1 {
			d.large++
		}
	}
	return d, nil
}

// parts are the gold clusters of articles that the report has too, the largest
// first. Of labelled pairs they are the articles that pairs say are the same.
func (g *Gold) parts(predicted map[string]string) [][]string {
	of := g.Clusters
	if of == nil {
		of = joined(g.Pairs, predicted)
	}
	byName := make(map[string][]string)
	for id, cluster := range of {
		if _, ok := predicted[id]; ok {
			byName[cluster] = append(byName[cluster], id)
		}
	}
	var parts [][]string
	for _, articles := range byName {
		slices.Sort(articles)
		parts = append(parts, articles)
	}
	slices.SortFunc(parts, func(a, b []string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a[0], b[0]))
	})
	return parts
}

// joined names each article of labelled pairs by one of those that it is the same
// as.
func joined(pairs []LabelledPair, predicted map[string]string) map[string]string {
	into := make(map[string]string)
	find := func(id string) string {
		for into[id] != id {
			id = into[id]
		}
		return id
	}
	for _, p := range pairs {
		if !p.isIn(predicted) {
			continue
		}
		for _, id := range []string{p.A, p.B} {
			if _, known := into[id]; !known {
				into[id] = id
			}
		}
		if a, b := find(p.A), find(p.B); p.Same && a != b {
			into[max(a, b)] = min(a, b)
		}
	}
	of := make(map[string]string, len(into))
	for id := range into {
		of[id] = find(id)
	}
	return of
}

// foldCounts count the pairs that one grouping is judged by. Rates of theirs are
// not filled in.
type foldCounts struct {
	all     PairScores
	within  []PairScores // by fold: pairs of its articles
	without []PairScores // by fold: pairs of all others
}

// heldOut counts the pairs that a fold is judged by, those within it twice: those
// with another fold's articles are counted again there.
func (c foldCounts) heldOut(k int) PairScores {
	return c.all.plus(c.within[k]).minus(c.without[k])
}

// count counts pairs by fold.
func (d *deal) count(gold *Gold, predicted map[string]string) foldCounts {
	if gold.Clusters == nil {
		return d.countPairs(gold.Pairs, predicted)
	}
	t := tabulate(gold.Clusters, predicted)
	c := foldCounts{all: t.pairs(), within: make([]PairScores, d.folds), without: make([]PairScores, d.folds)}
	predictedIn := make([][]int, d.folds) // by fold and predicted cluster: articles
	foldOf := make([]int, len(t.gold.sizes))
	for k := range predictedIn {
		predictedIn[k] = make([]int, len(t.predicted.sizes))
	}
	for i, id := range t.articles {
		cell := t.cells[t.cellOf[i]]
		k := d.foldOf[id]
		foldOf[cell.gold] = k
		predictedIn[k][cell.predicted]++
	}
	for label, size := range t.gold.sizes {
		c.within[foldOf[label]].GoldPairs += pairsOf(size)
	}
	for _, cell := range t.cells {
		c.within[foldOf[cell.gold]].TruePairs += pairsOf(cell.size)
	}
	for k := range d.folds {
		in, out := &c.within[k], &c.without[k]
		in.JudgedPairs, out.JudgedPairs = pairsOf(d.articles[k]), pairsOf(len(t.articles)-d.articles[k])
		out.GoldPairs, out.TruePairs = c.all.GoldPairs-in.GoldPairs, c.all.TruePairs-in.TruePairs
		for p, n := range predictedIn[k] {
			in.PredictedPairs += pairsOf(n)
			out.PredictedPairs += pairsOf(t.predicted.sizes[p] - n)
		}
	}
	return c
}

// countPairs is count for labelled pairs.
func (d *deal) countPairs(pairs []LabelledPair, predicted map[string]string) foldCounts {
	c := foldCounts{within: make([]PairScores, d.folds), without: make([]PairScores, d.folds)}
	for _, p := range pairs {
		if !p.isIn(predicted) {
			continue
		}
		one := comparePairs([]LabelledPair{p}, predicted).PairScores
		c.all = c.all.plus(one)
		a, b := d.foldOf[p.A], d.foldOf[p.B]
		if a == b {
			c.within[a] = c.within[a].plus(one)
		}
		for k := range d.folds {
			if k != a && k != b {
				c.without[k] = c.without[k].plus(one)
			}
		}
	}
	return c
}

// plus adds up counts.
func (p PairScores) plus(q PairScores) PairScores {
	return PairScores{
		JudgedPairs: p.JudgedPairs + q.JudgedPairs, GoldPairs: p.GoldPairs + q.GoldPairs,
		PredictedPairs: p.PredictedPairs + q.PredictedPairs, TruePairs: p.TruePairs + q.TruePairs,
	}
}

func (p PairScores) minus(q PairScores) PairScores {
	return p.plus(PairScores{-q.JudgedPairs, -q.GoldPairs, -q.PredictedPairs, -q.TruePairs, 0, 0, 0})
}

// by is a score that counts alone can tell.
func (p PairScores) by(measure string) float64 {
	if measure == byARI {
		return p.adjustedRand()
	}
	p.rate()
	return p.F1
}
