package report

import (
	"cmp"
	"slices"
)

// What a report that is kept short shows.
const (
	storiesInFull  = 3  // stories that are told
	storiesInBrief = 10 // stories that get a line
	storyLines     = 14 // lines that a story may take at least: below that it tells too little
)

// divide shares lines between things that need some each. What one of them
// does not need goes to the others; none gets less than least, if it needs as
// much, even when the lines do not suffice.
func divide(lines, least int, needs []int) []int {
	byNeed := make([]int, len(needs))
	for i := range needs {
		byNeed[i] = i
	}
	slices.SortStableFunc(byNeed, func(a, b int) int { return cmp.Compare(needs[a], needs[b]) })
	given := make([]int, len(needs))
	for n, i := range byNeed {
		fair := lines / (len(needs) - n)
		given[i] = min(needs[i], max(fair, least))
		lines -= given[i]
	}
	return given
}
