package report

// listing is a part of a story of which the first items can be shown, the others told by
// number: its articles, say, or its paragraphs. The zero listing is empty.
type listing struct {
	items int // that there are to show
	least int // of these, that even the shortest story shows
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

// inFull joins all of the parts below a head.
func inFull(head []line, parts []listing) []line {
	shown := make([]int, len(parts))
	for i, p := range parts {
		shown[i] = p.items
	}
	return join(head, parts, shown)
}

// inLines joins below a head as much of the parts as so many lines can hold, and no
// less than the least of each. The part that has taken the fewest lines is the next to
// show another item, as long as it finds room for it.
func inLines(head []line, parts []listing, limit int) []line {
	shown, taken, full := make([]int, len(parts)), make([]int, len(parts)), make([]bool, len(parts))
	left := limit - len(head)
	for i, p := range parts {
		shown[i] = min(p.items, p.least)
		taken[i] = len(p.first(shown[i]))
		left -= taken[i]
	}
	for i := shortest(parts, shown, taken, full); i >= 0; i = shortest(parts, shown, taken, full) {
		more := len(parts[i].first(shown[i]+1)) - taken[i]
		if more > left {
			full[i] = true
			continue
		}
		shown[i]++
		taken[i] += more
		left -= more
	}
	return join(head, parts, shown)
}

// shortest is the part that has taken the fewest lines of those that have more to
// show, -1 when none has.
func shortest(parts []listing, shown, taken []int, full []bool) int {
	best := -1
	for i, p := range parts {
		if !full[i] && shown[i] < p.items && (best < 0 || taken[i] < taken[best]) {
			best = i
		}
	}
	return best
}

// join sets the first items of the parts below a head.
func join(head []line, parts []listing, shown []int) []line {
	out := head[:len(head):len(head)]
	for i, p := range parts {
		out = append(out, p.first(shown[i])...)
	}
	return out
}
