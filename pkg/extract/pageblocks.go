package extract

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/wireprint/wireprint/pkg/news"
)

// pageBlocks returns the text below a node, and its paragraphs: one for each block
// element, with an empty line between any two. White space is as a browser
// shows it.
func pageBlocks(root *html.Node) (string, []news.Paragraph) {
	var w blockWriter
	w.node(root)
	w.flush()
	return w.text.String(), w.paragraphs
}

// blockWriter gathers the inline text of the block that it stands in.
type blockWriter struct {
	text       strings.Builder
	paragraphs []news.Paragraph
	role       news.Role
	line       strings.Builder // of the block so far; "\n" stands for <br>
}

func (w *blockWriter) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.inline(n.Data)
		return
	case html.ElementNode:
		if isHidden(n.DataAtom) {
			return
		}
		if n.DataAtom == atom.Br {
			w.line.WriteByte('\n')
			return
		}
	case html.CommentNode, html.DoctypeNode:
		return
	}
	if n.Type == html.ElementNode && !isBlock(n.DataAtom) {
		w.children(n)
		return
	}
	w.flush()
	outer := w.role
	if r := roleOf(n.DataAtom); r != news.RoleBody {
		w.role = r
	}
	w.children(n)
	w.flush()
	w.role = outer
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
}

// twoBreaks are the <br><br> with which old pages make paragraphs.
var twoBreaks = regexp.MustCompile(`\n\s*\n`)

// flush ends the block.
func (w *blockWriter) flush() {
	line := w.line.String()
	w.line.Reset()
	for _, s := range twoBreaks.Split(line, -1) {
		if s = tidyLines(s); s == "" {
			continue
		}
		if w.text.Len() > 0 {
			w.text.WriteString("\n\n")
		}
		start := w.text.Len()
		w.text.WriteString(s)
		w.paragraphs = append(w.paragraphs, news.Paragraph{
			Span: news.Span{Start: start, End: w.text.Len()},
			Role: w.role,
		})
	}
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
func isHidden(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Head, atom.Iframe,
		atom.Object, atom.Svg, atom.Select, atom.Textarea, atom.Button:
		return true
	}
	return false
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
