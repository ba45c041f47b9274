package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// readers read all Parquet files of a folder with other implementations of the format,
// and print names and rows of each as JSON.
var readers = map[string]string{
	"pyarrow": `
import datetime, glob, json, os, sys
import pyarrow.parquet
def read(file):
    table = pyarrow.parquet.read_table(file)
    columns = [c.to_pylist() for c in table.columns]
    return table.column_names, [list(row) for row in zip(*columns)]
`,
	"duckdb": `
import datetime, glob, json, os, sys
import duckdb
def read(file):
    rows = duckdb.read_parquet(file)
    return rows.columns, [list(row) for row in rows.fetchall()]
`,
}

const printTables = `
out = {}
for file in glob.glob(os.path.join(sys.argv[1], "*.parquet")):
    names, rows = read(file)
    out[os.path.basename(file)] = {"names": names, "rows": rows}
print(json.dumps(out, default=lambda v: v.isoformat()))
`

// What this program writes as Parquet, others read as it was meant.
func TestParquetByOtherReaders(t *testing.T) {
	dir := t.TempDir()
	want := map[string][][]string{}
	kinds := map[string][]Column{}
	for name, r := range tabled() {
		for _, table := range Tables(r) {
			var b bytes.Buffer
			if err := Parquet(&b, table); err != nil {
				t.Fatal(err)
			}
			file := fmt.Sprintf("%s-%s.parquet", name, table.Name)
			if err := os.WriteFile(filepath.Join(dir, file), b.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			want[file] = fields(table, func(text, _, _ string) string { return text })
			kinds[file] = table.Columns
		}
	}
	for module, read := range readers {
		t.Run(module, func(t *testing.T) {
			python, err := exec.LookPath("python3")
			if err != nil || exec.Command(python, "-c", "import "+module).Run() != nil {
				t.Skipf("no Python module %s here; with it, it reads the tables too", module)
			}
			var stderr bytes.Buffer
			cmd := exec.Command(python, "-c", read+printTables, dir)
			cmd.Stderr = &stderr
			out, err := cmd.Output()
			if err != nil {
				t.Fatalf("%v\n%s", err, &stderr)
			}
			var tables map[string]struct {
				Names []string
				Rows  [][]any
			}
			decoder := json.NewDecoder(bytes.NewReader(out))
			decoder.UseNumber()
			if err := decoder.Decode(&tables); err != nil {
				t.Fatal(err)
			}
			got := map[string][][]string{}
			for file, table := range tables {
				got[file] = [][]string{table.Names}
				for _, row := range table.Rows {
					var texts []string
					for k, value := range row {
						texts = append(texts, fieldRead(t, kinds[file][k].Kind, value))
					}
					got[file] = append(got[file], texts)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-table +read):\n%s", diff)
			}
		})
	}
}

// fieldRead is a value of a column as it stands in its text form.
func fieldRead(t *testing.T, kind Kind, value any) string {
	t.Helper()
	switch v := value.(type) {
	case json.Number:
		if kind != Share {
			return v.String()
		}
		share, err := v.Float64()
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(share)
	case string:
		if kind == Instant {
			return v + "Z"
		}
	}
	return parquetField(kind, value)
}
