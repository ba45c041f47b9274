package provenance

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// Rewrite is two rows that say the same in other words, by their numbers: first
// come the rows, then those that one article has alone.
type Rewrite struct {
	A, B       int     // A < B
	Similarity float64 // 0 to 1
}

// Join adds to each row the articles that have it in other words, which are
// carriers of the class rewritten, without words in common. A row that one article
// has alone becomes part of another's; one that several carry stays, and is
// carried once by its source. It returns the rows in the order of reading and,
// where all are asked for, those that are still alone.
func Join(rows, singles []Row, found []Rewrite, all bool) []Row {
	j := joiner{rows: rows, singles: singles, joined: make([]bool, len(rows)+len(singles))}
	slices.SortFunc(found, func(x, y Rewrite) int {
		return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(y.Similarity, x.Similarity), cmp.Compare(x.B, y.B))
	})
	for start, end := 0, 0; start < len(found); start = end {
		for end = start; end < len(found) && found[end].A == found[start].A; end++ {
		}
		j.join(found[start:end])
	}
	list := slices.Clone(rows)
	for i, row := range singles {
		if all && len(row.Carriers) == 0 && !j.joined[len(rows)+i] {
			row.Carriers = []Carrier{itself(row.Source, row.Words)}
		}
		if len(row.Carriers) > 0 {
			list = append(list, row)
		}
	}
	slices.SortFunc(list, func(x, y Row) int { return cmp.Compare(x.place, y.place) })
	return list
}

// joiner joins rows by their numbers, see [Rewrite].
type joiner struct {
	rows, singles []Row
	joined        []bool // it is part of another
}

func (j *joiner) row(number int) *Row {
	if number < len(j.rows) {
		return &j.rows[number]
	}
	return &j.singles[number-len(j.rows)]
}

// join adds to a row what was found for it, the most similar first.
func (j *joiner) join(found []Rewrite) {
	if j.joined[found[0].A] {
		return
	}
	a := j.row(found[0].A)
	for _, f := range found {
		b := j.row(f.B)
		if j.joined[f.B] || a.carriedBy(b.Source) {
			continue
		}
		if len(a.Carriers) == 0 {
			a.Carriers = []Carrier{itself(a.Source, a.Words)}
		}
		a.Carriers = append(a.Carriers, Carrier{Article: b.Source, Words: b.Words, Class: news.Rewritten, Similarity: f.Similarity})
		j.joined[f.B] = f.B >= len(j.rows)
	}
}

func (r *Row) carriedBy(a int) bool {
	return slices.ContainsFunc(r.Carriers, func(c Carrier) bool { return c.Article == a })
}
