package report

import "cmp"

// listing is a part of a story of which the first items can be shown, the others told by
// number: its articles, say, or its paragraphs. The zero listing is empty.
type listing struct {
	items int // that there are to show
	least int // of these, that even the shortest story shows
	parts int // of the lines that it may take, against those of the others; 1 when 0
	lines func(shown int) []line
}

// first is the listing with so many items, below an empty line.
func (l listing) first(shown int) []line {
	if l.items == 0 {
		return nil
	}
	if lines := l.lines(shown); len(lines) > 0 {
		return append([]line{nil}, lines...)
	}
	return nil
}

// inFull joins all of the lists below a head.
func inFull(head []line, lists []listing) []line {
	shown := make([]int, len(lists))
	for i, p := range lists {
		shown[i] = p.items
	}
	return join(head, lists, shown)
}

// inLines joins below a head as much of the lists as so many lines can hold, and no
// less than the least of each. The list that has taken the fewest lines for its parts is
// the next to show another item, as long as it finds room for it.
func inLines(head []line, lists []listing, limit int) []line {
	shown, taken, full := make([]int, len(lists)), make([]int, len(lists)), make([]bool, len(lists))
	left := limit - len(head)
	for i, p := range lists {
		shown[i] = min(p.items, p.least)
		taken[i] = len(p.first(shown[i]))
		left -= taken[i]
	}
	for i := shortest(lists, shown, taken, full); i >= 0; i = shortest(lists, shown, taken, full) {
		more := len(lists[i].first(shown[i]+1)) - taken[i]
		if more > left {
			full[i] = true
			continue
		}
		shown[i]++
		taken[i] += more
		left -= more
	}
	return join(head, lists, shown)
}

// shortest is the list that has taken the fewest lines for its parts, of those that have
// more to show, -1 when none has.
func shortest(lists []listing, shown, taken []int, full []bool) int {
	best := -1
	for i, p := range lists {
		if full[i] || shown[i] == p.items {
			continue
		}
		if best < 0 || taken[i]*cmp.Or(lists[best].parts, 1) < taken[best]*cmp.Or(p.parts, 1) {
			best = i
		}
	}
	return best
}

// join sets the first items of the lists below a head.
func join(head []line, lists []listing, shown []int) []line {
	out := head[:len(head):len(head)]
	for i, p := range lists {
		out = append(out, p.first(shown[i])...)
	}
	return out
}
