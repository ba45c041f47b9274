package pipeline

import (
	"encoding/csv"
	"os"
	"testing"

	"github.com/wireprint/wireprint/pkg/eval"
)

// TestReprints compares the families of 11,127 noisy passages of French newspapers
// of 1900 with the clusters that another tool, passim, found in them. These are no
// truth, but two tools that agree on the pairs of such text have both read it.
func TestReprints(t *testing.T) {
	const folder = data + "ocr/"
	file, err := os.Open(folder + "gold.tsv")
	if err != nil {
		t.Skipf("../shared/data is not here: %v", err)
	}
	defer file.Close()
	lines := csv.NewReader(file)
	lines.Comma, lines.LazyQuotes = '\t', true
	rows, err := lines.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	gold, families := map[string]string{}, map[string]string{}
	for _, row := range rows {
		gold[row[0]] = row[1]
	}
	r := scan(t, func(o *Options) { o.Events, o.Rows, o.Pairs = false, RowsNone, PairsNone }, folder+"docs.jsonl.gz")
	for _, a := range r.Articles {
		families[a.ID] = a.Family
	}
	s := eval.Compare(gold, families)
	t.Logf("%d passages: pair precision %.4f, recall %.4f, F1 %.4f", s.Articles, s.Precision, s.Recall, s.F1)
	if s.Articles < 11000 || s.F1 < .80 {
		t.Errorf("F1 %.4f over %d passages, want .80 or more", s.F1, s.Articles)
	}
}
