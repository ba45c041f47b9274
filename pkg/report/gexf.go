package report

import (
	"encoding/xml"
	"io"
	"strconv"
	"time"
)

// GEXF writes a network in version 1.3 of Gephi's format (https://gexf.net). Nodes
// with a known date of publication begin there, so that Gephi's timeline shows the
// copy as it spread; a link begins where the later of its ends does.
func GEXF(w io.Writer, n Network) error {
	doc := gexf{Space: "http://gexf.net/1.3", Version: "1.3"}
	doc.Meta.Creator, doc.Meta.Description = "wireprint", "who took text from whom"
	g := &doc.Graph
	g.Mode, g.TimeFormat, g.Edges = "static", "", "directed"
	begins := map[string]string{}
	for _, v := range n.nodes {
		if begin := begin(v.published); begin != "" {
			begins[v.id] = begin
			g.Mode, g.TimeFormat = "dynamic", "dateTime"
		}
	}
	g.Attributes = []gexfAttributes{
		{"node", []gexfAttribute{{"kind", "kind", "string"}, {"outlet", "outlet", "string"}, {"event", "event", "string"}, {"published", "published", "string"}, {"articles", "articles", "integer"}, {"words", "words", "integer"}}},
		{"edge", []gexfAttribute{{"paragraphs", "paragraphs", "integer"}, {"words", "words", "integer"}, {"articles", "articles", "integer"}, {"evidence", "evidence", "string"}}},
	}
	number := map[string]string{}
	for i, v := range n.nodes {
		id := strconv.Itoa(i)
		number[v.id] = id
		g.NodeList = append(g.NodeList, gexfNode{id, forXML(v.label), begins[v.id], []gexfValue{
			{"kind", v.kind}, {"outlet", forXML(v.outlet)}, {"event", v.event}, {"published", v.published},
			{"articles", strconv.Itoa(v.articles)}, {"words", strconv.Itoa(v.words)},
		}})
	}
	for i, l := range n.links {
		g.EdgeList = append(g.EdgeList, gexfEdge{
			strconv.Itoa(i), number[l.from], number[l.to], max(1, l.words), max(begins[l.from], begins[l.to]),
			[]gexfValue{
				{"paragraphs", strconv.Itoa(l.paragraphs)}, {"words", strconv.Itoa(l.words)},
				{"articles", strconv.Itoa(l.articles)}, {"evidence", forXML(l.evidence)},
			},
		})
	}
	return writeXML(w, doc, "GEXF")
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
