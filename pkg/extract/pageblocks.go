package extract

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/wireprint/wireprint/pkg/news"
)

// pageBlock is a paragraph of a page as a browser shows it.
type pageBlock struct {
	element *html.Node // the block element that it stands in
	text    string     // without white space but for single spaces and the line feeds of <br>
	role    news.Role
	linked  int // bytes of text that stand in links
}

// isLink reports a block that is a link and no more than that.
func (b *pageBlock) isLink() bool { return 10*b.linked >= 9*len(b.text) }

// pageBlocks returns the paragraphs below a node: one for each block element.
// White space is as a browser shows it.
func pageBlocks(root *html.Node) []pageBlock {
	w := blockWriter{element: root}
	w.node(root)
	w.flush()
	return w.blocks
}

// join sets blocks into one text, with an empty line between any two.
func join(blocks []pageBlock) (string, []news.Paragraph) {
	var text strings.Builder
	paragraphs := make([]news.Paragraph, 0, len(blocks))
	for _, b := range blocks {
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		start := text.Len()
		text.WriteString(b.text)
		paragraphs = append(paragraphs, news.Paragraph{Span: news.Span{Start: start, End: text.Len()}, Role: b.role})
	}
	return text.String(), paragraphs
}

// blockWriter gathers the inline text of the block that it stands in.
type blockWriter struct {
	blocks  []pageBlock
	element *html.Node
	role    news.Role
	inLink  bool
	line    strings.Builder // of the block so far; "\n" stands for <br>
	linked  int             // bytes of it that stand in links, white space left out
}

func (w *blockWriter) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.inline(n.Data)
		return
	case html.ElementNode:
		if isHidden(n) {
			return
		}
		if n.DataAtom == atom.Br {
			w.lineBreak()
			return
		}
	case html.CommentNode, html.DoctypeNode:
		return
	}
	if n.Type == html.ElementNode && !isBlock(n.DataAtom) {
		w.inlineElement(n)
		return
	}
	w.flush()
	outer := *w
	w.element = n
	if r := roleOf(n.DataAtom); r != news.RoleBody {
		w.role = r
	}
	w.children(n)
	w.flush()
	w.element, w.role = outer.element, outer.role
}

func (w *blockWriter) inlineElement(n *html.Node) {
	outer := w.inLink
	w.inLink = outer || n.DataAtom == atom.A
	w.children(n)
	w.inLink = outer
}

func (w *blockWriter) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

// inline adds text in which line ends mean no more than spaces do.
func (w *blockWriter) inline(s string) {
	w.line.WriteString(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, s))
	if w.inLink {
		w.linked += len(collapse(s))
	}
}

// lineBreak is <br>; two of them make a paragraph on old pages.
func (w *blockWriter) lineBreak() {
	if strings.HasSuffix(strings.TrimRight(w.line.String(), " "), "\n") {
		w.flush()
		return
	}
	w.line.WriteByte('\n')
}

// flush ends the block.
func (w *blockWriter) flush() {
	text := tidyLines(w.line.String())
	if text != "" {
		w.blocks = append(w.blocks, pageBlock{w.element, text, w.role, w.linked})
	}
	w.line.Reset()
	w.linked = 0
}

// tidyLines collapses the white space of each line.
func tidyLines(s string) string {
	var lines []string
	for line := range strings.SplitSeq(s, "\n") {
		if line = collapse(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// roleOf is the role that an element gives to the text in it.
func roleOf(a atom.Atom) news.Role {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return news.RoleHeading
	case atom.Figcaption, atom.Caption:
		return news.RoleCaption
	}
	return news.RoleBody
}

// isHidden reports whether an element's text is not shown to readers.
func isHidden(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Head, atom.Iframe,
		atom.Object, atom.Svg, atom.Select, atom.Textarea, atom.Button:
		return true
	}
	return hasAttribute(n, "hidden")
}

// isBlock reports whether an element begins a paragraph of its own. Elements
// that HTML does not know are inline.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center,
		atom.Dd, atom.Details, atom.Dialog, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption,
		atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol,
		atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot,
		atom.Th, atom.Thead, atom.Tr, atom.Ul:
		return true
	}
	return false
}
