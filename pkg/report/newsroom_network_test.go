package report_test

import (
	"bytes"
	"io"
	"testing"

	"github.com/wireprint/wireprint/pkg/report"
)

// The networks of a whole folder are valid.
func TestNewsroomNetworksKeepTheirSchemas(t *testing.T) {
	report.NeedXmllint(t)
	r := newsroom(t)
	for kind, network := range map[string]report.Network{"outlets": report.OutletNetwork(r), "articles": report.ArticleNetwork(r)} {
		for format, write := range map[string]func(io.Writer, report.Network) error{"graphml": report.GraphML, "gexf": report.GEXF} {
			var doc bytes.Buffer
			if err := write(&doc, network); err != nil {
				t.Fatal(err)
			}
			if err := report.ValidateXML(format, doc.Bytes()); err != nil {
				t.Errorf("%s as %s: %v", kind, format, err)
			}
		}
	}
}
