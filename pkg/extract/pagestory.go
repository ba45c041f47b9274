package extract

import (
	"slices"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
	"github.com/wireprint/wireprint/pkg/source"
)

// pageStory finds the blocks of a page that tell its story. Extractors make the
// text of a page anew: they join paragraphs or tear them, glue the items of a
// list together and lose captions and standfirsts. So here they only vote: what is
// taken are the blocks of the page itself of which an extractor gave the text.
type pageStory struct {
	root   *html.Node
	blocks []pageBlock
	taken  []bool // by block
}

const (
	// littleProse is the share of a page's prose below which another extractor is
	// asked: one page in ten of the 330 that the quality test reads. To ask it of
	// all of them found no more.
	littleProse = 0.5

	// fuller is how much longer another text has to be to be believed instead.
	fuller = 1.5

	// shown is the share of an articleBody that the page shows when it is the
	// page's own text, and not one that only scripts would show.
	shown = 0.8
)

// find votes: first trafilatura, whose text is first, then readability where it
// gave too little, then the page's own articleBody where it is the fuller text.
func (s *pageStory) find(first, articleBody string, deadline *source.Deadline) error {
	s.taken = mark(s.blocks, first)
	if float64(s.bytes(s.taken)) < littleProse*float64(s.prose()) {
		if marked := mark(s.blocks, readable(s.root)); s.isFuller(s.bytes(marked)) {
			s.taken = marked
		}
	}
	if err := deadline.Check(); err != nil {
		return err
	}
	body := articleBlocks(articleBody)
	text, _ := join(body)
	if !s.isFuller(len(text)) {
		return nil
	}
	marked := mark(s.blocks, text)
	if s.taken = marked; float64(s.bytes(marked)) < shown*float64(len(text)) {
		s.blocks, s.taken = body, slices.Repeat([]bool{true}, len(body))
	}
	return nil
}

// isFuller reports that so many bytes are much more than those of what is taken.
func (s *pageStory) isFuller(bytes int) bool {
	return bytes > 0 && float64(bytes) >= fuller*float64(s.bytes(s.taken))
}

// bytes is the length of the blocks that are marked.
func (s *pageStory) bytes(marked []bool) int {
	sum := 0
	for i, b := range s.blocks {
		if marked[i] {
			sum += len(b.text)
		}
	}
	return sum
}

// prose is the length of the page's longer paragraphs that are no links.
func (s *pageStory) prose() int {
	const paragraph = 100 // bytes
	sum := 0
	for _, b := range s.blocks {
		if len(b.text) > paragraph && 2*b.linked < len(b.text) && segment.EndsSentence(b.text) {
			sum += len(b.text)
		}
	}
	return sum
}

// told returns the story: the blocks taken but for those in other parts of the
// page, with its standfirst, which summary may repeat, and its captions.
func (s *pageStory) told(title, summary string) []pageBlock {
	outside := s.outside()
	first := slices.Index(s.taken, true)
	for i := range s.blocks {
		if s.taken[i] && !outside[i] && len(s.blocks[i].text) >= leastStandfirst {
			first = i
			break
		}
	}
	lead := s.headline(title, first) + 1
	var story []pageBlock
	for i, b := range s.blocks {
		switch {
		case outside[i]:
		case s.taken[i],
			b.role == news.RoleCaption && inStory(b.element),
			i < first && b.isStandfirst(lead > 0 && i >= lead, summary):
			story = append(story, b)
		}
	}
	return story
}

// outside says which blocks stand in parts of the page that are named for
// something else than the story. A part that holds half of the story is none,
// nor are any when all of them hold half of it.
func (s *pageStory) outside() []bool {
	held := map[*html.Node]int{}
	for i, b := range s.blocks {
		if s.taken[i] {
			for n := b.element; n != nil; n = n.Parent {
				held[n] += len(b.text)
			}
		}
	}
	all := s.bytes(s.taken)
	outside := make([]bool, len(s.blocks))
	parts := map[*html.Node]bool{}
	lost := 0
	for i, b := range s.blocks {
		for n := b.element; n != nil && 2*held[n] < all && !outside[i]; n = n.Parent {
			part, known := parts[n]
			if !known {
				part = isPart(n)
				parts[n] = part
			}
			outside[i] = part
		}
		if outside[i] && s.taken[i] {
			lost += len(b.text)
		}
	}
	if 2*lost > all {
		return make([]bool, len(s.blocks))
	}
	return outside
}

// headline is the last block before the story's first that is its headline, -1
// when there is none.
func (s *pageStory) headline(title string, first int) int {
	title = normalTitle(title)
	for i := first - 1; i >= 0; i-- {
		b := s.blocks[i]
		if b.element.DataAtom == atom.H1 || title != "" && sameTitle(b.text, title) {
			return i
		}
	}
	return -1
}

const (
	leastStandfirst = 60 // bytes; a byline or a line of buttons is shorter
	sameOpening     = 30 // bytes of text by which a standfirst is known for the summary
)

// isStandfirst reports a block above the story that belongs to it: behind the
// headline one that is a sentence or a second headline, elsewhere the one that
// the page's summary begins with.
func (b *pageBlock) isStandfirst(behindHeadline bool, summary string) bool {
	if b.isLink() || b.role == news.RoleCaption {
		return false
	}
	if behindHeadline && len(b.text) >= leastStandfirst && (b.role == news.RoleHeading || segment.EndsSentence(b.text)) {
		return true
	}
	text, summary := bare(b.text), bare(summary)
	return len(text) >= sameOpening && len(summary) >= sameOpening &&
		(strings.HasPrefix(text, summary[:sameOpening]) || strings.HasPrefix(summary, text[:sameOpening]))
}

// inStory tells pictures of the story from those of links to other stories.
func inStory(n *html.Node) bool {
	inArticle := false
	for p := range n.Ancestors() {
		switch p.DataAtom {
		case atom.Article, atom.Main:
			inArticle = true
		case atom.Aside, atom.Nav, atom.Footer, atom.A, atom.Li:
			return false
		}
	}
	return inArticle
}

// readable is the text that readability takes for the story. It asks each element for
// those above it, again and again: a page whose elements lie too deep in one another is
// not asked for.
func readable(root *html.Node) string {
	if sunk(root, 0, mostSunk) < 0 {
		return ""
	}
	article, err := readability.FromDocument(clone(root), nil)
	if err != nil || article.Node == nil {
		return ""
	}
	return textBelow(article.Node)
}

// mostSunk is how deep the elements and texts of a page may lie, all their depths added
// up, for readability to take six seconds at most: 100,000 that lie 480 deep took it 13.
// Of 330 news and blog pages the deepest has 108,053.
const mostSunk = 20_000_000

// sunk takes from what is left the depths of a node and of all below it. It is negative
// when that is more.
func sunk(n *html.Node, depth, left int) int {
	left -= depth
	for child := n.FirstChild; child != nil && left >= 0; child = child.NextSibling {
		left = sunk(child, depth+1, left)
	}
	return left
}

// clone copies a tree, for readability leaves nothing as it was.
func clone(n *html.Node) *html.Node {
	c := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace, Attr: slices.Clone(n.Attr)}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		c.AppendChild(clone(child))
	}
	return c
}

// articleBlocks are the paragraphs of JSON-LD's articleBody, which is text or
// markup.
func articleBlocks(articleBody string) []pageBlock {
	if !looksLikeHTML(articleBody) {
		articleBody = "<p>" + strings.ReplaceAll(html.EscapeString(articleBody), "\n", "<p>")
	}
	root, err := parsePage(articleBody, nil)
	if err != nil {
		return nil
	}
	return pageBlocks(root)
}

// textBelow is all text below a node.
func textBelow(n *html.Node) string {
	var text strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			text.WriteString(c.Data)
		}
	}
	return text.String()
}
