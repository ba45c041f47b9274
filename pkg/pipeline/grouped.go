package pipeline

// grouped puts items in the order of the number, below n, that each has; items of
// one number stay as they were. It returns the items, and for each number where
// its own begin. To sort the millions of matches of a large folder by comparing
// them took a tenth of a scan's time, and grew faster than the folder.
func grouped(n, items int, number func(item int) int) (order []int32, begins []int32) {
	begins = make([]int32, n+1)
	for i := range items {
		begins[number(i)+1]++
	}
	for k := range n {
		begins[k+1] += begins[k]
	}
	next := make([]int32, n)
	copy(next, begins)
	order = make([]int32, items)
	for i := range items {
		k := number(i)
		order[next[k]] = int32(i)
		next[k]++
	}
	return order, begins
}
