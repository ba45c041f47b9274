package eval

import (
	"cmp"
	"slices"
)

// Mixed is a cluster of one side that lies in several clusters of the other.
type Mixed struct {
	Cluster string `json:"cluster"`
	Size    int    `json:"size"`  // articles that are judged
	Pairs   int    `json:"pairs"` // of them that the two sides disagree on
	Parts   []Part `json:"parts"` // the largest first
}

// Part is the articles of a mixed cluster that are in one cluster of the other
// side.
type Part struct {
	Cluster  string   `json:"cluster"`
	Articles []string `json:"articles"` // by id
}

// mixed lists the gold clusters that the prediction splits, at most so many,
// those first that lose most pairs. Of a swapped table they are the predicted
// clusters that merge several.
func (t *table) mixed(most int) []Mixed {
	lost := t.lost()
	labels := []int{}
	for label, pairs := range lost {
		if pairs > 0 {
			labels = append(labels, label)
		}
	}
	slices.SortStableFunc(labels, func(a, b int) int { return cmp.Compare(lost[b], lost[a]) })
	labels = labels[:min(most, len(labels))]

	parts := t.parts(labels)
	list := make([]Mixed, len(labels))
	for i, label := range labels {
		list[i] = Mixed{t.gold.names[label], t.gold.sizes[label], lost[label], parts[label]}
	}
	return list
}

// parts are, of some gold labels, the articles by predicted label.
func (t *table) parts(labels []int) map[int][]Part {
	parts := make(map[int][]Part)
	for _, label := range labels {
		parts[label] = nil
	}
	place := make(map[int]int) // of a cell among the parts of its gold label
	for i, id := range t.articles {
		c := t.cells[t.cellOf[i]]
		if _, wanted := parts[c.gold]; !wanted {
			continue
		}
		at, begun := place[t.cellOf[i]]
		if !begun {
			at = len(parts[c.gold])
			place[t.cellOf[i]] = at
			parts[c.gold] = append(parts[c.gold], Part{Cluster: t.predicted.names[c.predicted]})
		}
		parts[c.gold][at].Articles = append(parts[c.gold][at].Articles, id)
	}
	for _, p := range parts {
		slices.SortStableFunc(p, func(a, b Part) int { return cmp.Compare(len(b.Articles), len(a.Articles)) })
	}
	return parts
}
