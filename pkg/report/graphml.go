package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
)

// GraphML writes a network in the format of Brandes and others, "GraphML Progress
// Report", 2002 (http://graphml.graphdrawing.org), directed. What is unknown of a
// node or a link is left out.
func GraphML(w io.Writer, n Network) error {
	nodes, links := mentioned(nodeValues(), n.nodes), mentioned(linkValues(), n.links)
	doc := graphML{
		Space: "http://graphml.graphdrawing.org/xmlns", XSI: "http://www.w3.org/2001/XMLSchema-instance",
		Where: "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
		Keys:  append([]graphMLKey{{"node_label", "node", "label", "string"}}, graphMLKeys("node", nodes)...),
	}
	doc.Keys = append(doc.Keys, graphMLKey{"edge_weight", "edge", "weight", "double"})
	doc.Keys = append(doc.Keys, graphMLKeys("edge", links)...)
	doc.Graph.ID, doc.Graph.Default = "wireprint", "directed"
	number := n.number()
	id := func(i int) string { return "n" + strconv.Itoa(i) }
	for i, v := range n.nodes {
		data := append([]graphMLData{{"node_label", v.label}}, graphMLDataOf("node", nodes, v)...)
		doc.Graph.Nodes = append(doc.Graph.Nodes, graphMLNode{id(i), data})
	}
	for i, l := range n.links {
		data := append([]graphMLData{{"edge_weight", strconv.Itoa(l.weight())}}, graphMLDataOf("edge", links, l)...)
		doc.Graph.Edges = append(doc.Graph.Edges, graphMLEdge{"e" + strconv.Itoa(i), id(number[l.from]), id(number[l.to]), data})
	}
	return writeXML(w, doc, "GraphML")
}

// graphMLKeys declares values. Nodes and edges share the names, but not the ids.
func graphMLKeys[T any](of string, values []value[T]) (keys []graphMLKey) {
	for _, v := range values {
		kind := "string"
		if v.number {
			kind = "int"
		}
		keys = append(keys, graphMLKey{of + "_" + v.name, of, v.name, kind})
	}
	return keys
}

func graphMLDataOf[T any](of string, values []value[T], t T) (data []graphMLData) {
	for _, v := range values {
		if text := v.of(t); text != "" {
			data = append(data, graphMLData{of + "_" + v.name, text})
		}
	}
	return data
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

// writeXML writes a document with its declaration. Characters that XML cannot hold,
// and bytes that are not UTF-8, become U+FFFD: encoding/xml sees to that.
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
