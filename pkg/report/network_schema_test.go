package report

import (
	"bytes"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/news"
)

// Every network is valid by the schema that its format's authors published, whatever
// is in the stories. There is no validator in Go, so that libxml2's does it.
func TestNetworksKeepTheirSchemas(t *testing.T) {
	NeedXmllint(t)
	for name, r := range map[string]*news.Report{
		"spread": spread(), "one article": oneArticle(), "nothing": {}, "hostile": hostileNames(),
		"every field": oneOfEach(), "many": many(),
	} {
		for kind, network := range map[string]Network{"outlets": OutletNetwork(r), "articles": ArticleNetwork(r)} {
			for format, write := range map[string]func(io.Writer, Network) error{"graphml": GraphML, "gexf": GEXF} {
				t.Run(name+"/"+kind+"."+format, func(t *testing.T) {
					var doc bytes.Buffer
					if err := write(&doc, network); err != nil {
						t.Fatal(err)
					}
					if err := ValidateXML(format, doc.Bytes()); err != nil {
						t.Error(err)
					}
				})
			}
		}
	}
}

// The validator sees what is wrong: else the test above could not fail.
func TestSchemasRefuse(t *testing.T) {
	NeedXmllint(t)
	for format, write := range map[string]func(io.Writer, Network) error{"graphml": GraphML, "gexf": GEXF} {
		var doc bytes.Buffer
		if err := write(&doc, OutletNetwork(spread())); err != nil {
			t.Fatal(err)
		}
		broken := strings.Replace(doc.String(), ` source="`, ` sauce="`, 1)
		if err := ValidateXML(format, []byte(broken)); err == nil || !strings.Contains(err.Error(), "sauce") {
			t.Errorf("%s: an edge without a source: %v", format, err)
		}
	}
}

// NeedXmllint skips a test where there is no validator.
func NeedXmllint(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("xmllint"); err != nil {
		t.Skip("needs xmllint (Debian: libxml2-utils)")
	}
}

// ValidateXML says what is wrong with a document of a format, if anything.
func ValidateXML(format string, doc []byte) error {
	cmd := exec.Command("xmllint", "--noout", "--nonet", "--schema", "testdata/xsd/"+format+".xsd", "-")
	cmd.Stdin = bytes.NewReader(doc)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %.2000s", err, out)
	}
	return nil
}

// oneArticle is a story that nobody else has.
func oneArticle() *news.Report {
	d := newDraft()
	d.article("otters.txt", "Inland Post", "2031-02-11", "Otters return to the upper Merrow")
	d.event(news.Event{ID: "e1"}, news.Family{ID: "f1", Articles: []string{"otters.txt"}})
	d.Outlets = []news.OutletRecord{{Name: "Inland Post", Articles: 1, Words: 300}}
	return &d.Report
}

// hostileNames is one story and its copies, each with something in its id, outlet and
// title that XML, or a careless writer of it, cannot hold.
func hostileNames() *news.Report {
	d := newDraft()
	texts := []string{
		"\x00nul", "bell\a\x1b[2J", "]]>", "<!-- --", "&amp; &#0; \"quoted\" 'twice'", "\xed\xa0\x80 surrogate", "\xff\xfe bytes", "\ufffe\uffff none",
		"صحيفة المرفأ", "港口日报", "🗞️👩🏽‍🚒", "\u202eright to left", "line\nbreak\r\ttab", strings.Repeat("long ", 5000), "=1+1", " ",
	}
	var copies []news.Copy
	for i, text := range texts {
		d.article(text, text, "2031-03-03", text)
		d.Outlets = append(d.Outlets, news.OutletRecord{Name: text, Articles: 1})
		if i > 0 {
			copies = append(copies, news.Copy{Article: text, From: news.Source{Article: texts[i-1]}, Evidence: texts[:i]})
			d.Edges = append(d.Edges, news.Edge{From: texts[i-1], To: text, First: "2031-03-03", Evidence: texts[:i]})
		}
	}
	copies = append(copies, news.Copy{Article: texts[0], From: news.Source{Outside: "wire\x00]]>"}})
	d.event(news.Event{ID: "e\x01"}, news.Family{ID: "f\x00", Articles: texts, Copies: copies})
	return &d.Report
}
