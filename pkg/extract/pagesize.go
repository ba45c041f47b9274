package extract

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxNodes is the most elements and texts that a page may be parsed to. News pages
// have some thousands, live blogs of a whole day some ten thousand. Finding the
// story among them takes 16 to 40 µs for each: a bound on them is one on the time
// and the memory that a page can take.
const maxNodes = 300_000

// errManyNodes is the reason for a page above the bound.
var errManyNodes = errors.New("the page has more than 300,000 elements")

// parsePage parses a page, or a piece of one.
//
// What a page is parsed to is no matter of its length alone: an element of formatting
// that is not closed is opened anew in each paragraph behind it, so that 11 kB of
// <b a=1><b a=2> … <p>x<p>x … make 804,404 nodes, and 1 MB more than any memory
// holds. A page that may be such a one is parsed from its beginning to twice as far
// each time.
func parsePage(markup string) (*html.Node, error) {
	end := len(markup)
	if mostNodes(markup) > maxNodes {
		end = firstPiece
	}
	for ; ; end *= 2 {
		root, err := html.Parse(strings.NewReader(markup[:min(end, len(markup))]))
		switch {
		case err != nil:
			return nil, fmt.Errorf("the page cannot be parsed: %w", err)
		case manyNodes(root):
			return nil, errManyNodes
		case end >= len(markup):
			return root, nil
		}
	}
}

// firstPiece is how much of a page is parsed first, in bytes.
const firstPiece = 4 << 10

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

// mostNodes is more than the nodes that a page is parsed to. Above maxNodes it need
// not be: it is then known to be worth a look.
func mostNodes(markup string) int {
	if tags := strings.Count(markup, "<"); tags*tags < maxNodes {
		return tags*tags + 8 // too few, as in most pieces, to repeat each other so often
	}
	var open formatting
	nodes := 0
	for z := html.NewTokenizer(strings.NewReader(markup)); nodes <= maxNodes; {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		nodes++
		if kind != html.StartTagToken && kind != html.EndTagToken {
			continue
		}
		name, _ := z.TagName()
		switch tag := atom.Lookup(name); {
		case !isFormatting(tag):
			if kind == html.EndTagToken || isBlock(tag) {
				nodes += len(open)
			}
		case kind == html.StartTagToken:
			open.start(tag, string(z.Raw()))
		default:
			open.end(tag)
		}
		if len(open) > maxOpen {
			return maxNodes + 1
		}
	}
	return 2*nodes + 8 // two for links in links; what a page has without being told to
}

// formatting are the elements of formatting that are open, the last one last: the
// list of active formatting elements of the HTML standard, 13.2.4.3.
type formatting []formatted

type formatted struct {
	tag atom.Atom
	raw string // with its attributes
}

// maxOpen is how deep the parser follows elements in one another.
const maxOpen = 512

// maxAlike is how many elements that are the same may be open.
const maxAlike = 3

func (f *formatting) start(tag atom.Atom, raw string) {
	alike, first := 0, -1
	for i, e := range *f {
		if e.raw == raw || tag == e.tag && (tag == atom.A || tag == atom.Nobr) {
			if alike++; first < 0 {
				first = i
			}
		}
	}
	if alike == maxAlike || alike > 0 && (tag == atom.A || tag == atom.Nobr) {
		*f = append((*f)[:first], (*f)[first+1:]...)
	}
	*f = append(*f, formatted{tag, raw})
}

func (f *formatting) end(tag atom.Atom) {
	for i := len(*f) - 1; i >= 0; i-- {
		if (*f)[i].tag == tag {
			*f = append((*f)[:i], (*f)[i+1:]...)
			return
		}
	}
}

// isFormatting reports whether an element is one of formatting, by the standard.
func isFormatting(a atom.Atom) bool {
	switch a {
	case atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr,
		atom.S, atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U:
		return true
	}
	return false
}
