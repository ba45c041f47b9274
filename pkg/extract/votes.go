package extract

import (
	"slices"
	"strings"
	"unicode"
)

const (
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
	var anchors []place
	for i, key := range keys {
		if len(key) >= longBlock {
			if at := strings.Index(text, key); at >= 0 {
				anchors = append(anchors, place{i, at})
			}
		}
	}
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

// place is where in an extractor's text a block stands.
type place struct{ block, at int }

// markBetween marks the blocks that explain a stretch of an extractor's text.
func markBetween(keys []string, text string, marked []bool) {
	for i, key := range keys {
		if text == "" {
			return
		}
		if at := strings.Index(text, key); at >= 0 {
			marked[i] = true
			text = text[at+len(key):]
		} else if end := tornEnd(key, text); end > 0 {
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
		if at := strings.LastIndex(text, key); at >= 0 {
			marked[i] = true
			text = text[:at]
		} else if at := tornStart(key, text); at >= 0 {
			marked[i] = true
			text = text[:at]
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
