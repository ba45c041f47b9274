package extract

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"github.com/wireprint/wireprint/pkg/source"
)

// maxNodes is the most elements and texts that a page may be parsed to. Of 330 news
// and blog pages the largest has 8,851. Finding the
// story among them takes 16 to 40 µs for each: a bound on them is one on the time
// that a page can take.
const maxNodes = 300_000

// errManyNodes is the reason for a page above the bound.
var errManyNodes = errors.New("the page has more than 300,000 elements")

// parsePage parses a page, or a piece of one.
//
// What a page is parsed to is no matter of its length alone: an element of formatting
// that is not closed is opened anew in each paragraph behind it, so that 11 kB of
// <b a=1><b a=2> … <p>x<p>x … make 804,404 nodes, and 1 MB more than any memory
// holds. The parser cannot be told to stop: where a page may be such a one, it is
// parsed from its beginning, each time as far as it can be at no more than mostGrown
// new nodes.
func parsePage(markup string, deadline *source.Deadline) (*html.Node, error) {
	step := mostGrown / (openForms(markup) + mostMoved)
	for end := 0; ; {
		if err := deadline.Check(); err != nil {
			return nil, err
		}
		end = nextTags(markup, end, step)
		root, err := html.Parse(strings.NewReader(markup[:end]))
		switch {
		case err != nil:
			return nil, fmt.Errorf("the page cannot be parsed: %w", err)
		case manyNodes(root):
			return nil, errManyNodes
		case end == len(markup):
			return root, nil
		}
	}
}

const (
	// mostGrown is how many nodes are risked at a time: 500 MB of memory. Of 330
	// news and blog pages each is parsed at one go.
	mostGrown = 3_000_000

	// mostMoved is how many nodes a tag makes besides one for each element that is
	// opened anew: what the adoption agency of the HTML standard, 13.2.6.4.7, makes
	// in its eight rounds of four, the tag's own, and a text.
	mostMoved = 8*4 + 2

	// maxOpen is how deep the parser follows elements in one another.
	maxOpen = 512
)

// nextTags is the place behind so many tags.
func nextTags(markup string, at, tags int) int {
	for range tags {
		next := strings.IndexByte(markup[min(at+1, len(markup)):], '<')
		if next < 0 {
			return len(markup)
		}
		at += 1 + next
	}
	return at
}

// manyNodes reports whether there are more nodes below one than there may be.
func manyNodes(root *html.Node) bool {
	nodes := 0
	for range root.Descendants() {
		if nodes++; nodes > maxNodes {
			return true
		}
	}
	return false
}

// openForms is the most elements of formatting that can be open at a time anywhere in
// a page. Of those that are written alike, three can. It looks at the bytes alone, so
// that nothing can be hidden from it in what the parser takes for a script or a
// comment, or does not.
func openForms(markup string) int {
	alike := make(map[string]int)
	open := 2 // links and <nobr>, each of which closes the one before it
	for at := 0; open < maxOpen; {
		next := strings.IndexByte(markup[at:], '<')
		if next < 0 {
			return open
		}
		at += next + 1
		name := tagName(markup[at:])
		if !formatting[strings.ToLower(name)] {
			continue
		}
		form, _, closed := strings.Cut(markup[at:min(at+maxForm, len(markup))], ">")
		if closed && !strings.ContainsAny(form, `"'`) { // quoted, it may go on behind the bracket
			if alike[form]++; alike[form] > 3 {
				continue
			}
		}
		open++
	}
	return maxOpen
}

// maxForm is the longest tag that is compared with others.
const maxForm = 100

// tagName is the name that a tag begins with, of which formatting has none above six
// letters.
func tagName(tag string) string {
	end := 0
	for end < min(len(tag), 7) && ('a' <= tag[end]|0x20 && tag[end]|0x20 <= 'z') {
		end++
	}
	return tag[:end]
}

// formatting are the elements that the standard calls so, but for those of which only
// one can be open.
var formatting = set("b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u")
