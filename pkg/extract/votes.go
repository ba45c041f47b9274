package extract

import (
	"slices"
	"strings"
	"unicode"
)

const (
	// nearBy is how much of an extractor's text is searched for a short block, in
	// bytes; it keeps the cost of a page linear.
	nearBy = 4 << 10

	longBlock = 24 // bytes without white space from which a block is known by its text alone
	torn      = 32 // bytes of text by which a block is known of which the extractor left something out
)

// mark says which blocks of a page an extractor took for the story, of whose
// result text is the text. Long blocks are found by what they say, in whatever
// place; the others have to explain what stands between two of these in the
// extractor's text.
func mark(blocks []pageBlock, text string) []bool {
	text = bare(text)
	marked := make([]bool, len(blocks))
	keys := make([]string, len(blocks))
	for i := range blocks {
		keys[i] = bare(blocks[i].text)
	}
	anchors := found(keys, text)
	anchors = disjoint(inOrder(anchors), keys)
	anchors = append(anchors, place{len(blocks), len(text)})
	before, from := 0, 0
	for k, p := range anchors {
		if k == 0 {
			markBackwards(keys[:p.block], text[:p.at], marked)
		} else {
			markBetween(keys[before:p.block], text[from:p.at], marked[before:])
		}
		if p.block < len(blocks) {
			marked[p.block] = true
			before, from = p.block+1, p.at+len(keys[p.block])
		}
	}
	return marked
}

// found are the long blocks that stand in an extractor's text, in the order of the
// page. The text is gone through once.
func found(keys []string, text string) []place {
	byOpening := map[string][]int{}
	for i, key := range keys {
		if len(key) >= longBlock {
			byOpening[key[:longBlock]] = append(byOpening[key[:longBlock]], i)
		}
	}
	var places []place
	for i := 0; i+longBlock <= len(text); i++ {
		opening := text[i : i+longBlock]
		waiting := byOpening[opening]
		if len(waiting) == 0 {
			continue
		}
		byOpening[opening] = slices.DeleteFunc(waiting, func(block int) bool {
			stands := strings.HasPrefix(text[i:], keys[block])
			if stands {
				places = append(places, place{block, i})
			}
			return stands
		})
	}
	slices.SortFunc(places, func(a, b place) int { return a.block - b.block })
	return places
}

// place is where in an extractor's text a block stands.
type place struct{ block, at int }

// markBetween marks the blocks that explain a stretch of an extractor's text.
func markBetween(keys []string, text string, marked []bool) {
	for i, key := range keys {
		if text == "" {
			return
		}
		near := text[:min(len(text), nearBy)]
		if at := strings.Index(near, key); at >= 0 {
			marked[i] = true
			text = text[at+len(key):]
		} else if end := tornEnd(key, near); end > 0 {
			marked[i] = true
			text = text[end:]
		}
	}
}

// tornEnd returns where in an extractor's text a block ends of which it has a
// part, 0 when it has none.
func tornEnd(key, text string) int {
	if len(key) < torn || len(text) < torn {
		return 0
	}
	if at := strings.Index(text, key[len(key)-torn:]); at >= 0 {
		return at + torn
	}
	if at := strings.Index(text, key[:torn]); at >= 0 {
		return at + torn
	}
	return 0
}

// tornStart is like tornEnd for where such a block begins, -1 when it has none.
func tornStart(key, text string) int {
	if len(key) < torn || len(text) < torn {
		return -1
	}
	return strings.LastIndex(text, key[:torn])
}

// markBackwards is markBetween from the end: of the lines that the head of a page
// repeats, the extractor took those nearest to the story.
func markBackwards(keys []string, text string, marked []bool) {
	for i, key := range slices.Backward(keys) {
		if text == "" {
			return
		}
		far := len(text) - min(len(text), nearBy)
		at := strings.LastIndex(text[far:], key)
		if at < 0 {
			at = tornStart(key, text[far:])
		}
		if at >= 0 {
			marked[i] = true
			text = text[:far+at]
		}
	}
}

// inOrder is the longest row of places that stand in the same order in the page
// and in the extractor's text (patience sorting; blocks come in order).
func inOrder(places []place) []place {
	var ends []int // of the rows of each length, the place that ends lowest
	previous := make([]int, len(places))
	for i, p := range places {
		k, _ := slices.BinarySearchFunc(ends, p.at, func(end, at int) int { return places[end].at - at })
		previous[i] = -1
		if k > 0 {
			previous[i] = ends[k-1]
		}
		if k == len(ends) {
			ends = append(ends, i)
		} else {
			ends[k] = i
		}
	}
	row := make([]place, len(ends))
	if len(ends) == 0 {
		return row
	}
	for i, k := ends[len(ends)-1], len(ends)-1; k >= 0; i, k = previous[i], k-1 {
		row[k] = places[i]
	}
	return row
}

// disjoint leaves out the shorter of two blocks that stand in the same place of the
// extractor's text: one repeats a part of the other.
func disjoint(places []place, keys []string) []place {
	var kept []place
	for _, p := range places {
		if n := len(kept); n > 0 && kept[n-1].at+len(keys[kept[n-1].block]) > p.at {
			if len(keys[p.block]) > len(keys[kept[n-1].block]) {
				kept[n-1] = p
			}
			continue
		}
		kept = append(kept, p)
	}
	return kept
}

// bare is a text without its white space.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}
