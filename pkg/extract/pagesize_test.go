package extract

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"
)

// unclosed begins with so many elements of formatting that are never closed.
func unclosed(n int, rest string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<b a=%d>", i)
	}
	return b.String() + rest
}

// mostNodes is the bound by which parsePage divides a page.
func mostNodes(markup string) int {
	return (strings.Count(markup, "<") + 3) * (openForms(markup) + mostMoved)
}

// TestMostNodes holds the bound against what the parser makes of pages.
func TestMostNodes(t *testing.T) {
	many := strings.Repeat
	for name, markup := range map[string]string{
		"paragraphs":                 many("<p>x", 5000),
		"closed":                     many("<p><b>x</b> <i>y</i></p>", 2000),
		"a few that are not closed":  unclosed(10, many("<p>x", 5000)),
		"many that are not closed":   unclosed(200, many("<p>x</p>", 800)),
		"alike":                      many("<b>", 400) + many("<p>x", 5000),
		"misnested":                  many("<b><p>x</b>y</p>", 5000),
		"closed late":                many("<p><b><i></p>", 100) + many("<p>x</b>", 2000),
		"links in links":             many("<a href=x><div>x", 200),
		"spans":                      unclosed(50, many("<span>x</span>", 5000)),
		"divisions with unclosed":    many("<div><font color=red>x</div>", 2000),
		"formatting with attributes": many("<div><font color=a>x<font color=b>y<font color=c>z</div>", 1000),
		"tables":                     many("<table><tr><td><b>x</table>", 2000),
		"lists":                      unclosed(20, many("<li>x", 5000)),
	} {
		markup = "<html><body>" + markup
		nodes, err := nodesOf(markup)
		if most := mostNodes(markup); err != nil || most < nodes {
			t.Errorf("%s: %d nodes, told were at most %d; %v", name, nodes, most, err)
		}
	}
}

func nodesOf(markup string) (nodes int, err error) {
	root, err := html.Parse(strings.NewReader(markup))
	if err != nil {
		return 0, err
	}
	for range root.Descendants() {
		nodes++
	}
	return nodes, nil
}

// The bound holds for any sequence of tags.
func TestMostNodesOfAnything(t *testing.T) {
	pieces := []string{
		"<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<b a=1>", "<i>", "</i>", "<a href=x>", "</a>", "<font x=1>", "</font>",
		"<table>", "</table>", "<tr>", "<td>", "</td>", "<li>", "<ul>", "</ul>", "<span>", "</span>", "<br>", "</br>", "<h1>", "</h1>",
		"x", " ", "<nobr>", "<button>", "</button>", "<form>", "<select>", "<option>", "<applet>", "</applet>", "<template>", "<svg>", "<math>", "<dd>", "<caption>",
		"<image>", "<isindex>", "<frameset>", "<body a=1>", "<!--x-->", "<title>", "</title>", "<textarea>", "<ruby>", "<rt>", "<hr>", "<pre>", "<script>", "</script>",
	}
	rapid.Check(t, func(t *rapid.T) {
		few := rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 40).Draw(t, "pieces")
		markup := strings.Repeat(strings.Join(few, ""), 1+3000/len(few))
		nodes, err := nodesOf(markup)
		if most := mostNodes(markup); err == nil && most < nodes {
			t.Errorf("%d nodes, told were at most %d", nodes, most)
		}
	})
}

// A page that grows in the parser is given up before it takes up all memory, and one
// that is large, or only written badly, is read.
func TestParsePageOfManyNodes(t *testing.T) {
	for name, tt := range map[string]struct {
		markup string
		want   error
	}{
		"11 kB of 804,404 nodes": {"<p>" + unclosed(400, strings.Repeat("<p>x", 2000)), errManyNodes},
		"1 MB of them":           {"<p>" + unclosed(400, strings.Repeat("<p>x", 250_000)), errManyNodes},
		"a million paragraphs":   {strings.Repeat("<p>x", 1_000_000), errManyNodes},
		"badly written":          {unclosed(300, strings.Repeat("<p>x</p>", 5000)), nil},
		"long":                   {strings.Repeat("<p>The ferry was late.</p>", 100_000), nil},
	} {
		if _, err := parsePage(tt.markup, nil); err != tt.want {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
	}
}
