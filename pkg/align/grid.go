package align

import (
	"slices"

	"github.com/wireprint/wireprint/pkg/segment"
)

// grid is the table of an extension: a row for each word of A, and in it the
// words of b that lie within the band.
type grid struct {
	from  []origin
	score int // of the best cell
}

type cell struct{ row, off int } // off is the distance in b from A's line, plus band

// origin is the neighbour from which a cell has its score.
type origin uint8

const (
	fromB     origin = iota // b's word is added
	fromA                   // A's word is left out
	fromBoth                // one replaces the other
	fromEqual               // they are equal
)

const (
	gridWidth = 2*band + 1
	never     = -1 << 20
)

// fill fills rows until no way can win any more and returns the best cell. Row r
// ends with A's r-th word, counted from 1.
func (g *grid) fill(a, b Text, i, j, step, rows, rowsB int) (best cell) {
	g.from = slices.Grow(g.from[:0], (rows+1)*gridWidth)[:(rows+1)*gridWidth]
	g.score = 0
	var above, row [gridWidth + 1]int32 // one more, so that the last has a neighbour
	for off := range above {
		above[off] = never
		if added := off - band; added >= 0 && off < gridWidth {
			above[off] = int32(added * scoreGap)
		}
	}
	row[gridWidth] = never
	for r := 1; r <= rows; r++ {
		key, mark := a.Keys[i+step*(r-1)], a.Marks[i+step*(r-1)]
		from := g.from[r*gridWidth:][:gridWidth]
		most, left := int32(never), int32(never)
		for off := range gridWidth {
			inB := r + off - band // words of b up to here
			if inB < 0 || inB > rowsB {
				row[off], left = never, never
				continue
			}
			score, origin := above[off+1]+scoreGap, fromA
			if inB > 0 {
				word := j + step*(inB-1)
				if b.Keys[word] == key {
					score, origin = above[off]+scoreEqual, fromEqual
				} else if s := above[off] + unequal(mark, b.Marks[word]); s >= score {
					score, origin = s, fromBoth
				}
				if s := left + scoreGap; s > score {
					score, origin = s, fromB
				}
			}
			row[off], from[off], left = score, origin, score
			if score > most {
				most = score
				if int(score) > g.score {
					g.score, best = int(score), cell{r, off}
				}
			}
		}
		if int(most) < g.score-scoreDrop {
			break
		}
		above = row
	}
	return best
}

// unequal is the score of two words that differ.
func unequal(a, b segment.Mark) int32 {
	if a.Alike(b) {
		return scoreAlike
	}
	return scoreOther
}
