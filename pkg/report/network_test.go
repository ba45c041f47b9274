package report

import (
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
)

// element is any element of an XML document, as a reader that knows neither format
// sees it.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Children []element  `xml:",any"`
}

func (e element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// all returns the elements of a name, wherever they stand.
func (e element) all(name string) (found []element) {
	for _, c := range e.Children {
		if c.XMLName.Local == name {
			found = append(found, c)
		}
		found = append(found, c.all(name)...)
	}
	return found
}

func readXML(t *testing.T, write func(io.Writer) error) element {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	var doc element
	if err := xml.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatalf("%v in\n%s", err, b.Bytes())
	}
	return doc
}

// spread is a network of two papers and an agency outside, with hostile names.
func spread() *news.Report {
	d := newDraft()
	d.article("a", "Coastal Herald", "2031-03-03T06:12+02:00", "Bridge \x01 <closed> & \"reopened\"", "Northwire")
	d.article("b", "Daily <Gull>", "2031-03-04", "Crack shuts bridge")
	d.article("c", "Inland Post", "XXXX-03-04", "")
	d.Outlets = []news.OutletRecord{{Name: "Coastal Herald", Articles: 1, Words: 300}, {Name: "Daily <Gull>", Articles: 1, Words: 300}, {Name: "Inland Post", Articles: 1}}
	d.Edges = []news.Edge{
		{From: "Northwire", To: "Coastal Herald", Paragraphs: 5, Words: 200, Articles: 1, Evidence: []string{"dateline"}},
		{From: "Coastal Herald", To: "Daily <Gull>", Paragraphs: 3, Words: 120, Articles: 1, First: "2031-03-05"},
	}
	d.Audit = []news.Audit{
		{Article: "a", Finding: news.AuditCredited, Origin: "Northwire", Words: 300, CopiedWords: 200},
		{Article: "b", Finding: news.AuditRemoved, Origin: "Northwire", From: "a", Words: 300, CopiedWords: 120},
	}
	d.Families = []news.Family{{ID: "f1", Articles: []string{"a", "b", "c"}, Copies: []news.Copy{
		{Article: "a", From: news.Source{Outside: "Northwire"}, Score: .9},
		{Article: "b", From: news.Source{Article: "a"}, Score: .8},
		{Article: "c"},
	}}}
	return &d.Report
}

// Nodes and edges are found again by a reader of plain XML, with their names as they
// were; each edge joins nodes that there are.
func TestNetworksAreReadBack(t *testing.T) {
	for _, test := range []struct {
		name    string
		network Network
		labels  []string
		links   []string
	}{
		{"outlets", OutletNetwork(spread()), []string{"Coastal Herald", "Daily <Gull>", "Inland Post", "Northwire"},
			[]string{"Coastal Herald → Daily <Gull>", "Northwire → Coastal Herald"}},
		{"articles", ArticleNetwork(spread()), []string{`Bridge � <closed> & "reopened"`, "Crack shuts bridge", "Northwire", "c"},
			[]string{`Bridge � <closed> & "reopened" → Crack shuts bridge`, `Northwire → Bridge � <closed> & "reopened"`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for format, write := range map[string]func(io.Writer, Network) error{"graphml": GraphML, "gexf": GEXF} {
				doc := readXML(t, func(w io.Writer) error { return write(w, test.network) })
				labels := map[string]string{}
				for _, n := range doc.all("node") {
					labels[n.attr("id")] = nodeLabel(n)
				}
				var links []string
				for _, e := range doc.all("edge") {
					from, ok := labels[e.attr("source")]
					to, also := labels[e.attr("target")]
					if !ok || !also {
						t.Errorf("%s: edge %s joins no nodes", format, e.attr("id"))
					}
					links = append(links, strings.Join(strings.Fields(from), " ")+" → "+strings.Join(strings.Fields(to), " "))
				}
				var names []string
				for _, l := range labels {
					names = append(names, strings.Join(strings.Fields(l), " "))
				}
				slices.Sort(names)
				slices.Sort(links)
				if !slices.Equal(names, test.labels) || !slices.Equal(links, test.links) {
					t.Errorf("%s: nodes %q, links %q", format, names, links)
				}
			}
		})
	}
}

// nodeLabel is a node's label in either format.
func nodeLabel(n element) string {
	if l := n.attr("label"); l != "" {
		return l
	}
	for _, d := range n.all("data") {
		if d.attr("key") == "node_label" {
			return d.Text
		}
	}
	return ""
}

// In GEXF an article begins when it was published, in UTC if its zone is known, and an
// outlet with its first article; a link begins with what was taken first, and never
// before its ends. What has no year has no beginning.
func TestGEXFBegins(t *testing.T) {
	for _, test := range []struct {
		name    string
		network Network
		want    map[string]string // by the first letters of a label; of a link by both
	}{
		{"articles", ArticleNetwork(spread()), map[string]string{
			"Bridg": "2031-03-03T04:12:00", "Crack": "2031-03-04T00:00:00", "North": "", "c    ": "",
			"North→Bridg": "2031-03-03T04:12:00", "Bridg→Crack": "2031-03-04T00:00:00",
		}},
		{"outlets", OutletNetwork(spread()), map[string]string{
			"Coast": "2031-03-03T04:12:00", "Daily": "2031-03-04T00:00:00", "North": "", "Inlan": "",
			"North→Coast": "2031-03-03T04:12:00", "Coast→Daily": "2031-03-05T00:00:00",
		}},
	} {
		doc := readXML(t, func(w io.Writer) error { return GEXF(w, test.network) })
		labels, got := map[string]string{}, map[string]string{}
		for _, n := range doc.all("node") {
			label := (nodeLabel(n) + "     ")[:5]
			labels[n.attr("id")], got[label] = label, n.attr("start")
		}
		for _, e := range doc.all("edge") {
			got[labels[e.attr("source")]+"→"+labels[e.attr("target")]] = e.attr("start")
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		if g := doc.all("graph")[0]; g.attr("mode") != "dynamic" || g.attr("timeformat") != "date" {
			t.Errorf("%s: mode %q, time format %q", test.name, g.attr("mode"), g.attr("timeformat"))
		}
	}
	doc := readXML(t, func(w io.Writer) error { return GEXF(w, OutletNetwork(apart())) })
	if g := doc.all("graph")[0]; g.attr("mode") != "static" {
		t.Errorf("without dates: mode %q", g.attr("mode"))
	}
}

// Both formats say the same, and only what is known: nothing is 0 that nobody counted.
func TestNetworkValues(t *testing.T) {
	network := ArticleNetwork(spread())
	var told [2][]string
	for i, write := range []func(io.Writer, Network) error{GraphML, GEXF} {
		doc := readXML(t, func(w io.Writer) error { return write(w, network) })
		for _, kind := range []string{"node", "edge"} {
			for _, e := range doc.all(kind) {
				var values []string
				for _, d := range e.all("data") {
					values = append(values, strings.TrimPrefix(d.attr("key"), kind+"_")+"="+d.Text)
				}
				for _, v := range e.all("attvalue") {
					values = append(values, v.attr("for")+"="+v.attr("value"))
				}
				for _, own := range []string{"label", "weight"} {
					if v := e.attr(own); v != "" {
						values = append(values, own+"="+v)
					}
				}
				slices.Sort(values)
				told[i] = append(told[i], strings.Join(values, "; "))
			}
		}
	}
	if diff := cmp.Diff(told[0], told[1]); diff != "" {
		t.Errorf("-graphml +gexf:\n%s", diff)
	}
	if agency := told[0][len(network.nodes)-1]; agency != "kind=agency; label=Northwire" {
		t.Errorf("an agency outside has %q", agency)
	}
}
