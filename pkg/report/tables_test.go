package report

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
)

// A CSV table is read back by another reader as it was written.
func TestCSV(t *testing.T) {
	for _, table := range Tables(bridge()) {
		var b bytes.Buffer
		if err := CSV(&b, table); err != nil {
			t.Fatal(err)
		}
		records, err := csv.NewReader(&b).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(texts(table), records); diff != "" {
			t.Errorf("%s (-table +read):\n%s", table.Name, diff)
		}
	}
}

// Parquet holds the same columns in the same order, and the same values.
func TestParquet(t *testing.T) {
	for _, table := range Tables(bridge()) {
		var b bytes.Buffer
		if err := Parquet(&b, table); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(texts(table), readParquet(t, b.Bytes())); diff != "" {
			t.Errorf("%s (-table +read):\n%s", table.Name, diff)
		}
	}
}

func readParquet(t *testing.T, data []byte) [][]string {
	t.Helper()
	file, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range file.Root().Columns() {
		names = append(names, c.Name())
	}
	all := [][]string{names}
	for _, group := range file.RowGroups() {
		rows := group.Rows()
		for {
			batch := make([]parquet.Row, 3)
			n, err := rows.ReadRows(batch)
			for _, row := range batch[:n] {
				var texts []string
				for _, v := range row {
					texts = append(texts, v.String())
				}
				all = append(all, texts)
			}
			if err != nil {
				break
			}
		}
		rows.Close()
	}
	return all
}

// texts are a table's names and values as text.
func texts(t Table) [][]string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	all := [][]string{names}
	for i := range t.Rows() {
		var row []string
		for _, v := range t.Row(i, nil) {
			row = append(row, fmt.Sprint(v))
		}
		all = append(all, row)
	}
	return all
}

// No text of a story becomes a formula in a spreadsheet.
func TestCSVHoldsNoFormula(t *testing.T) {
	r := bridge()
	for i, text := range []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"} {
		r.Articles[i%len(r.Articles)].Title = text
		var b strings.Builder
		if err := CSV(&b, articlesTable(r)); err != nil {
			t.Fatal(err)
		}
		records, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, record := range records[1:] {
			for k, field := range record {
				if field != "" && strings.ContainsRune("=+-@\t\r", rune(field[0])) {
					t.Errorf("%s: %q", records[0][k], field)
				}
			}
		}
	}
}
