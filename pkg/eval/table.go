package eval

import "slices"

// table is the contingency table of two labellings: how many articles have each
// label of the one together with each label of the other. Its size is that of
// the articles, however many labels there are.
//
// Labels are numbered in the order of their first articles, and articles are in
// the order of their ids. So sums of floats are taken in an order that no change
// of the labels' names alters.
type table struct {
	articles        []string // that both label
	gold, predicted labelling
	cells           []cell // that are not empty
	cellOf          []int  // by article
}

// labelling is what a table knows of the labels of one side.
type labelling struct {
	names []string
	sizes []int // articles, by label
}

// cell is the articles with one label of each side.
type cell struct{ gold, predicted, size int }

// tabulate makes the table of the articles that both label.
func tabulate(gold, predicted map[string]string) *table {
	t := new(table)
	for id := range gold {
		if _, both := predicted[id]; both {
			t.articles = append(t.articles, id)
		}
	}
	slices.Sort(t.articles)

	t.cellOf = make([]int, len(t.articles))
	golds, predictions, cells := make(map[string]int), make(map[string]int), make(map[[2]int]int)
	for i, id := range t.articles {
		at := [2]int{t.gold.add(gold[id], golds), t.predicted.add(predicted[id], predictions)}
		n, known := cells[at]
		if !known {
			n = len(t.cells)
			cells[at] = n
			t.cells = append(t.cells, cell{gold: at[0], predicted: at[1]})
		}
		t.cells[n].size++
		t.cellOf[i] = n
	}
	return t
}

// add counts an article with a label and returns the label's number.
func (l *labelling) add(name string, numbers map[string]int) int {
	n, known := numbers[name]
	if !known {
		n = len(l.names)
		numbers[name] = n
		l.names, l.sizes = append(l.names, name), append(l.sizes, 0)
	}
	l.sizes[n]++
	return n
}

// swapped is the table with gold and prediction in each other's place.
func (t *table) swapped() *table {
	s := *t
	s.gold, s.predicted = t.predicted, t.gold
	s.cells = make([]cell, len(t.cells))
	for i, c := range t.cells {
		s.cells[i] = cell{gold: c.predicted, predicted: c.gold, size: c.size}
	}
	return &s
}

// lost is, by gold label, how many of its pairs the prediction parts. It is 0
// for a cluster that is in one piece.
func (t *table) lost() []int {
	lost := make([]int, len(t.gold.sizes))
	for label, size := range t.gold.sizes {
		lost[label] = pairsOf(size)
	}
	for _, c := range t.cells {
		lost[c.gold] -= pairsOf(c.size)
	}
	return lost
}

// pairsOf is the number of pairs of n articles.
func pairsOf(n int) int { return n * (n - 1) / 2 }
