package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// GraphML writes a network in the format of Brandes and others, "GraphML Progress
// Report", 2002 (http://graphml.graphdrawing.org), directed.
func GraphML(w io.Writer, n Network) error {
	doc := graphML{
		Space: "http://graphml.graphdrawing.org/xmlns", XSI: "http://www.w3.org/2001/XMLSchema-instance",
		Where: "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
		Keys: []graphMLKey{
			{"label", "node", "label", "string"}, {"kind", "node", "kind", "string"}, {"outlet", "node", "outlet", "string"},
			{"event", "node", "event", "string"}, {"published", "node", "published", "string"},
			{"node_articles", "node", "articles", "int"}, {"node_words", "node", "words", "int"},
			{"paragraphs", "edge", "paragraphs", "int"}, {"words", "edge", "words", "int"}, {"articles", "edge", "articles", "int"},
			{"weight", "edge", "weight", "double"}, {"evidence", "edge", "evidence", "string"},
		},
	}
	doc.Graph.ID, doc.Graph.Default = "wireprint", "directed"
	number := map[string]string{}
	for i, v := range n.nodes {
		id := "n" + strconv.Itoa(i)
		number[v.id] = id
		doc.Graph.Nodes = append(doc.Graph.Nodes, graphMLNode{id, []graphMLData{
			{"label", forXML(v.label)}, {"kind", v.kind}, {"outlet", forXML(v.outlet)}, {"event", v.event}, {"published", v.published},
			{"node_articles", strconv.Itoa(v.articles)}, {"node_words", strconv.Itoa(v.words)},
		}})
	}
	for i, l := range n.links {
		doc.Graph.Edges = append(doc.Graph.Edges, graphMLEdge{"e" + strconv.Itoa(i), number[l.from], number[l.to], []graphMLData{
			{"paragraphs", strconv.Itoa(l.paragraphs)}, {"words", strconv.Itoa(l.words)}, {"articles", strconv.Itoa(l.articles)},
			{"weight", strconv.Itoa(l.words)}, {"evidence", forXML(l.evidence)},
		}})
	}
	return writeXML(w, doc, "GraphML")
}

type graphML struct {
	XMLName xml.Name     `xml:"graphml"`
	Space   string       `xml:"xmlns,attr"`
	XSI     string       `xml:"xmlns:xsi,attr"`
	Where   string       `xml:"xsi:schemaLocation,attr"`
	Keys    []graphMLKey `xml:"key"`
	Graph   struct {
		ID      string        `xml:"id,attr"`
		Default string        `xml:"edgedefault,attr"`
		Nodes   []graphMLNode `xml:"node"`
		Edges   []graphMLEdge `xml:"edge"`
	} `xml:"graph"`
}

type graphMLKey struct {
	ID   string `xml:"id,attr"`
	For  string `xml:"for,attr"`
	Name string `xml:"attr.name,attr"`
	Type string `xml:"attr.type,attr"`
}

type graphMLNode struct {
	ID   string        `xml:"id,attr"`
	Data []graphMLData `xml:"data"`
}

type graphMLEdge struct {
	ID     string        `xml:"id,attr"`
	Source string        `xml:"source,attr"`
	Target string        `xml:"target,attr"`
	Data   []graphMLData `xml:"data"`
}

type graphMLData struct {
	Key  string `xml:"key,attr"`
	Text string `xml:",chardata"`
}

// writeXML writes a document with its declaration.
func writeXML(w io.Writer, doc any, format string) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return fmt.Errorf("report: write %s: %w", format, err)
	}
	e := xml.NewEncoder(w)
	e.Indent("", " ")
	if err := e.Encode(doc); err != nil {
		return fmt.Errorf("report: write %s: %w", format, err)
	}
	if _, err := io.WriteString(w, "\n"); err != nil {
		return fmt.Errorf("report: write %s: %w", format, err)
	}
	return nil
}

// forXML is text without the characters that XML cannot hold.
func forXML(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r != '\ufffe' && r != '\uffff' {
			return r
		}
		return -1
	}, strings.ToValidUTF8(text, "\ufffd"))
}
