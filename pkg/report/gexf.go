package report

import (
	"cmp"
	"encoding/xml"
	"io"
	"strconv"
	"time"
)

// GEXF writes a network in version 1.2draft of Gephi's format (https://gexf.net), the
// newest that every program knows which reads GEXF. Nodes begin when they were
// published, and links with the first article that took something, so that Gephi's
// timeline shows the copy as it spread. What has no beginning is there all the time.
//
// The time format is "date", though the times are with hours, as the schema allows:
// Gephi takes the hours all the same, and networkx (3.6) fails on "dateTime".
func GEXF(w io.Writer, n Network) error {
	nodes, links := mentioned(nodeValues(), n.nodes), mentioned(linkValues(), n.links)
	doc := gexf{Space: "http://www.gexf.net/1.2draft", Version: "1.2"}
	doc.Meta.Creator, doc.Meta.Description = "wireprint", "who took text from whom"
	g := &doc.Graph
	g.Mode, g.Edges = "static", "directed"
	g.Attributes = []gexfAttributes{gexfAttributesOf("node", nodes), gexfAttributesOf("edge", links)}
	number := n.number()
	for i, v := range n.nodes {
		start := begin(cmp.Or(v.published, v.first))
		if start != "" {
			g.Mode, g.TimeFormat = "dynamic", "date"
		}
		g.NodeList = append(g.NodeList, gexfNode{strconv.Itoa(i), v.label, start, gexfValuesOf(nodes, v)})
	}
	for i, l := range n.links {
		from, to := &g.NodeList[number[l.from]], &g.NodeList[number[l.to]]
		start := max(begin(l.first), from.Start, to.Start) // a link stands between nodes that are there
		g.EdgeList = append(g.EdgeList, gexfEdge{strconv.Itoa(i), from.ID, to.ID, l.weight(), start, gexfValuesOf(links, l)})
	}
	return writeXML(w, doc, "GEXF")
}

func gexfAttributesOf[T any](class string, values []value[T]) gexfAttributes {
	declared := gexfAttributes{Class: class}
	for _, v := range values {
		kind := "string"
		if v.number {
			kind = "integer"
		}
		declared.List = append(declared.List, gexfAttribute{v.name, v.name, kind})
	}
	return declared
}

func gexfValuesOf[T any](values []value[T], t T) (told []gexfValue) {
	for _, v := range values {
		if text := v.of(t); text != "" {
			told = append(told, gexfValue{v.name, text})
		}
	}
	return told
}

// begin is the instant from which an article is shown, as GEXF writes one: in UTC
// where its zone is known, else by its own clock, or at the beginning of its day. It
// is empty where the year is not known.
func begin(published string) string {
	t := readTime(published)
	if !t.HasYear() {
		return ""
	}
	at := time.Date(t.Year, t.Month, t.Day, t.Hour, t.Minute, -t.OffsetSecs, 0, time.UTC)
	return at.Format("2006-01-02T15:04:05")
}

type gexf struct {
	XMLName xml.Name `xml:"gexf"`
	Space   string   `xml:"xmlns,attr"`
	Version string   `xml:"version,attr"`
	Meta    struct {
		Creator     string `xml:"creator"`
		Description string `xml:"description"`
	} `xml:"meta"`
	Graph struct {
		Mode       string           `xml:"mode,attr"`
		Edges      string           `xml:"defaultedgetype,attr"`
		TimeFormat string           `xml:"timeformat,attr,omitempty"`
		Attributes []gexfAttributes `xml:"attributes"`
		NodeList   []gexfNode       `xml:"nodes>node"`
		EdgeList   []gexfEdge       `xml:"edges>edge"`
	} `xml:"graph"`
}

type gexfAttributes struct {
	Class string          `xml:"class,attr"`
	List  []gexfAttribute `xml:"attribute"`
}

type gexfAttribute struct {
	ID    string `xml:"id,attr"`
	Title string `xml:"title,attr"`
	Type  string `xml:"type,attr"`
}

type gexfNode struct {
	ID     string      `xml:"id,attr"`
	Label  string      `xml:"label,attr"`
	Start  string      `xml:"start,attr,omitempty"`
	Values []gexfValue `xml:"attvalues>attvalue"`
}

type gexfEdge struct {
	ID     string      `xml:"id,attr"`
	Source string      `xml:"source,attr"`
	Target string      `xml:"target,attr"`
	Weight int         `xml:"weight,attr"`
	Start  string      `xml:"start,attr,omitempty"`
	Values []gexfValue `xml:"attvalues>attvalue"`
}

type gexfValue struct {
	For   string `xml:"for,attr"`
	Value string `xml:"value,attr"`
}
