package extract

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/wireprint/wireprint/pkg/source"
)

// What XML may hold. No wire comes near it: a message of a hundred stories has some
// ten thousand elements, ten deep.
const (
	maxElements = 500_000
	maxNesting  = 200
	maxProlog   = 64 << 10 // bytes before the root
)

// parseXML returns the root of a document as a node of the kind that pages are made
// of, so that text within it is read as theirs is. The names of elements and
// attributes are without their prefixes. No entity but those of HTML is known: nothing
// is fetched or expanded.
func parseXML(data []byte) (*html.Node, error) {
	declared := ""
	if m := charsetOf.FindSubmatch(data[:min(len(data), 4096)]); m != nil {
		declared = string(m[1])
	}
	text, err := decode(data, declared)
	if err != nil {
		return nil, err
	}
	dec := xml.NewDecoder(strings.NewReader(strings.Map(inXML, text)))
	dec.Strict = false
	dec.Entity = xml.HTMLEntity
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is decoded
	root, err := buildTree(dec)
	var syntax *xml.SyntaxError
	switch {
	case errors.As(err, &syntax) && strings.Contains(syntax.Msg, "unexpected EOF"):
		return nil, errors.New("cut off: the file ends inside its XML")
	case errors.As(err, &syntax):
		return nil, fmt.Errorf("not valid XML: %s", syntax.Msg)
	}
	return root, err
}

// inXML makes a space of a character that XML does not allow.
func inXML(r rune) rune {
	if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
		return ' '
	}
	return r
}

// buildTree reads the tokens of a document.
func buildTree(dec *xml.Decoder) (*html.Node, error) {
	top := &html.Node{Type: html.DocumentNode}
	at, depth := top, 0
	for elements := 0; ; {
		token, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if elements, depth = elements+1, depth+1; elements > maxElements || depth > maxNesting {
				return nil, fmt.Errorf("more than %d elements, or nested more than %d deep", maxElements, maxNesting)
			}
			n := elementNode(t)
			at.AppendChild(n)
			at = n
		case xml.EndElement:
			at, depth = at.Parent, depth-1
		case xml.CharData:
			if at != top {
				at.AppendChild(&html.Node{Type: html.TextNode, Data: string(t)})
			}
		}
	}
	if top.FirstChild == nil {
		return nil, errors.New("not valid XML: it has no element")
	}
	return top.FirstChild, nil
}

func elementNode(t xml.StartElement) *html.Node {
	n := &html.Node{
		Type: html.ElementNode, Data: t.Name.Local,
		DataAtom: atom.Lookup([]byte(strings.ToLower(t.Name.Local))),
	}
	for _, a := range t.Attr {
		n.Attr = append(n.Attr, html.Attribute{Key: a.Name.Local, Val: a.Value})
	}
	return n
}

// childAt is the first element that a path of names leads to, nil if there is none.
func childAt(n *html.Node, names ...string) *html.Node {
	for _, name := range names {
		if n == nil {
			return nil
		}
		var found *html.Node
		for c := range n.ChildNodes() {
			if c.Type == html.ElementNode && c.Data == name {
				found = c
				break
			}
		}
		n = found
	}
	return n
}

// childrenOf are the elements of a name right below a node.
func childrenOf(n *html.Node, name string) []*html.Node {
	var found []*html.Node
	if n == nil {
		return nil
	}
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode && c.Data == name {
			found = append(found, c)
		}
	}
	return found
}

// below is the first element of a name anywhere below a node, nil if there is none.
func below(n *html.Node, name string) *html.Node {
	if n == nil {
		return nil
	}
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == name {
			return c
		}
	}
	return nil
}

// textAt is the text of the element that a path leads to, with each stretch of white
// space as one space.
func textAt(n *html.Node, names ...string) string { return collapse(rawText(childAt(n, names...))) }

// rawText is all text below a node as it is written. Elements part words.
func rawText(n *html.Node) string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	for c := range n.Descendants() {
		switch c.Type {
		case html.TextNode:
			b.WriteString(c.Data)
		case html.ElementNode:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// attributeAt is an attribute of the element that a path leads to.
func attributeAt(n *html.Node, name string, names ...string) string {
	if n = childAt(n, names...); n == nil {
		return ""
	}
	return attribute(n, name)
}

// rootName finds the name of the first element.
var rootName = regexp.MustCompile(`^<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]`)

// xmlRoot is the name of the first element of a document, without its prefix; empty
// for what is not XML.
func xmlRoot(data []byte) string {
	rest := bytes.TrimPrefix(data[:min(len(data), maxProlog)], []byte("\ufeff"))
	for {
		rest = bytes.TrimLeft(rest, " \t\r\n")
		end := ">"
		switch {
		case len(rest) == 0 || rest[0] != '<':
			return ""
		case bytes.HasPrefix(rest, []byte("<?")):
			end = "?>"
		case bytes.HasPrefix(rest, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(rest, []byte("<!")):
			if subset := bytes.IndexByte(rest, '['); subset >= 0 && subset < bytes.IndexByte(rest, '>') {
				end = "]>"
			}
		default:
			if m := rootName.FindSubmatch(rest); m != nil {
				return string(m[1])
			}
			return ""
		}
		_, behind, found := bytes.Cut(rest, []byte(end))
		if !found {
			return ""
		}
		rest = behind
	}
}

// isXML reports a document that says that it is XML, in itself or by its name.
func isXML(doc source.Document) bool {
	head := bytes.TrimSpace(bytes.TrimPrefix(doc.Data[:min(len(doc.Data), 64)], []byte("\ufeff")))
	switch path.Ext(strings.TrimSuffix(strings.ToLower(doc.Path), ".gz")) {
	case ".xml", ".nitf", ".newsml":
		return true
	}
	return bytes.HasPrefix(head, []byte("<?xml"))
}
