package provenance

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
)

// Metadata is a table of what is known of articles, by their id or their path.
type Metadata struct {
	file   string
	rows   []metadataRow
	byID   map[string]int // in rows
	byPath map[string]int
}

// metadataRow is what one line says. What is empty, it leaves as it is.
type metadataRow struct {
	line    int
	key     string
	outlet  string
	url     string
	title   string
	lang    string
	time    news.Time
	authors []string
	agency  string
}

// The names of the columns, or fields, of a table, in lower case.
var metadataColumns = map[string][]string{
	"id":     {"id", "article"},
	"path":   {"path", "file", "filename", "folder"},
	"outlet": {"outlet", "publisher", "publication", "newspaper", "source"},
	"date":   {"date", "published", "publish_date", "published_at", "pubdate", "publication_date", "datepublished", "date_publish"},
	"url":    {"url", "link", "address"},
	"title":  {"title", "headline"},
	"agency": {"agency", "agencies", "wire"},
	"author": {"author", "authors", "byline"},
	"lang":   {"lang", "language"},
}

// metadataValues are those that a row can have, for messages.
const metadataValues = "outlet, date, url, title, agency, author or lang"

// ReadMetadata reads a table from the named file: CSV, apart by commas, semicolons or
// tabs, whose first row names the columns, or an object a line. day reads a date as
// people write it. Other columns are passed over. Errors tell the line.
func ReadMetadata(file string, r io.Reader, day func(string) news.Time) (*Metadata, error) {
	m := &Metadata{
		file: path.Base(strings.ReplaceAll(file, `\`, "/")),
		byID: map[string]int{}, byPath: map[string]int{},
	}
	in := bufio.NewReader(r)
	skipMark(in)
	read := m.readCSV
	if start, _ := in.Peek(4096); bytes.HasPrefix(bytes.TrimSpace(start), []byte("{")) {
		read = m.readObjects
	}
	if err := read(in, day); err != nil {
		return nil, err
	}
	if len(m.rows) == 0 {
		return nil, errors.New("it names no article")
	}
	return m, nil
}

// readCSV reads a table with columns.
func (m *Metadata) readCSV(in *bufio.Reader, day func(string) news.Time) error {
	var columns []string
	return readTable(in, func(row []string, line int) error {
		if columns == nil {
			columns = slices.Clone(row)
			return checkColumns(columns)
		}
		if len(row) > len(columns) {
			return fmt.Errorf("%d columns, the first row names %d", len(row), len(columns))
		}
		fields := map[string]string{}
		for i, cell := range row {
			put(fields, columns[i], cell)
		}
		return m.add(fields, line, day)
	})
}

// checkColumns refuses a table without an article's name, or without anything to know of
// it.
func checkColumns(columns []string) error {
	fields := map[string]string{}
	for _, column := range columns {
		put(fields, column, column)
	}
	named := fields["id"] != "" || fields["path"] != ""
	delete(fields, "id")
	delete(fields, "path")
	switch {
	case !named:
		return fmt.Errorf("no column is named path or id; the first row must name the columns, and has %q", strings.Join(columns, ", "))
	case len(fields) == 0:
		return fmt.Errorf("no column is named %s; the first row has %q", metadataValues, strings.Join(columns, ", "))
	}
	return nil
}

// readObjects reads a table with an object a line.
func (m *Metadata) readObjects(in *bufio.Reader, day func(string) news.Time) error {
	for number := 1; ; number++ {
		line, err := in.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			fields, err := objectFields(line)
			if err == nil {
				err = m.add(fields, number, day)
			}
			if err != nil {
				return fmt.Errorf("line %d: %w", number, err)
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// objectFields are the fields of a JSON object.
func objectFields(line []byte) (map[string]string, error) {
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.UseNumber()
	var object map[string]any
	if err := dec.Decode(&object); err != nil || dec.InputOffset() != int64(len(bytes.TrimRight(line, " \t\r\n"))) {
		return nil, errors.New("not a JSON object; write one a line")
	}
	fields := map[string]string{}
	names := make([]string, 0, len(object))
	for name := range object {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		switch value := object[name].(type) {
		case string:
			put(fields, name, value)
		case json.Number:
			put(fields, name, value.String())
		case []any:
			var texts []string
			for _, member := range value {
				if text, ok := member.(string); ok {
					texts = append(texts, text)
				}
			}
			put(fields, name, strings.Join(texts, "; "))
		}
	}
	return fields, nil
}

// put adds a cell under the usual name of its column, if that is known and has none.
func put(fields map[string]string, column, cell string) {
	column = strings.ToLower(strings.TrimSpace(column))
	for name, others := range metadataColumns {
		if slices.Contains(others, column) && fields[name] == "" {
			if cell = strings.Join(strings.Fields(cell), " "); cell != "" {
				fields[name] = cell
			}
			return
		}
	}
}

// add adds a row. Blank ones are left out.
func (m *Metadata) add(fields map[string]string, line int, day func(string) news.Time) error {
	if len(fields) == 0 {
		return nil
	}
	for _, value := range fields {
		if !utf8.ValidString(value) {
			return errors.New("it is not UTF-8; save the table as UTF-8")
		}
	}
	row := metadataRow{
		line: line, outlet: fields["outlet"], url: fields["url"], title: fields["title"], agency: fields["agency"],
	}
	var err error
	if row.time, err = metadataDay(fields["date"], day); err != nil {
		return err
	}
	if row.lang, err = metadataLanguage(fields["lang"]); err != nil {
		return err
	}
	if row.agency != "" && len(agenciesOf(row.agency, "")) == 0 {
		return fmt.Errorf("%q is no agency that is known, such as Reuters, AP or AFP", row.agency)
	}
	for name := range strings.SplitSeq(fields["author"], ";") {
		if name = strings.TrimSpace(name); name != "" {
			row.authors = append(row.authors, name)
		}
	}
	keys := m.byID
	if row.key = fields["id"]; row.key == "" {
		keys = m.byPath
		row.key = strings.TrimSuffix(strings.TrimPrefix(strings.ReplaceAll(fields["path"], `\`, "/"), "./"), "/")
	}
	if row.key == "" {
		return errors.New("it has no path and no id")
	}
	if before, taken := keys[row.key]; taken {
		return fmt.Errorf("%q is in line %d already; leave one of them out", row.key, m.rows[before].line)
	}
	keys[row.key] = len(m.rows)
	m.rows = append(m.rows, row)
	return nil
}

// metadataDay reads a date, which must be a whole one.
func metadataDay(date string, day func(string) news.Time) (news.Time, error) {
	if date == "" {
		return news.Time{}, nil
	}
	t := day(date)
	if !t.HasYear() {
		return t, fmt.Errorf("%q is no day of which it is certain which one it is; write it as 2021-07-19, or 2021-07-19T16:35+02:00", date)
	}
	return t, nil
}

// metadataLanguage reads a language as ISO 639-1, of "en-GB" as of "en".
func metadataLanguage(tag string) (string, error) {
	lang, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(tag), "_", "-"), "-")
	if tag != "" && (len(lang) != 2 || strings.Trim(lang, "abcdefghijklmnopqrstuvwxyz") != "") {
		return "", fmt.Errorf("%q is no language; write its two letters, such as en", tag)
	}
	return lang, nil
}

// describe puts into an article what the rows for it say: that of its id, its path, and
// of the folders above it. The closest that has a value counts.
func (m *Metadata) describe(a *news.Article, found *Found) {
	for _, i := range slices.Backward(m.rowsOf(a)) {
		row := m.rows[i]
		found.Lines[row.line] = true
		row.putInto(a, fmt.Sprintf("metadata %s line %d", m.file, row.line))
	}
}

// rowsOf are the rows for an article, the closest first.
func (m *Metadata) rowsOf(a *news.Article) []int {
	var rows []int
	find := func(keys map[string]int, key string) {
		if i, ok := keys[key]; ok && !slices.Contains(rows, i) {
			rows = append(rows, i)
		}
	}
	find(m.byID, a.ID)
	find(m.byID, a.URL)
	find(m.byPath, a.ID) // a story of a file of several
	for p := a.Path; p != "." && p != "/" && p != ""; p = path.Dir(p) {
		find(m.byPath, p)
	}
	return rows
}

// putInto puts what a row says into an article.
func (row metadataRow) putInto(a *news.Article, evidence string) {
	if row.outlet != "" {
		a.Outlet = news.Attribution{Name: row.outlet, Evidence: evidence}
	}
	if row.url != "" {
		a.URL = row.url
	}
	if row.title != "" {
		a.Title = row.title
	}
	if row.lang != "" {
		a.Lang = row.lang
	}
	if row.authors != nil {
		a.Authors = row.authors
	}
	if row.agency != "" {
		a.Sources = []news.Attribution{{Name: row.agency, Evidence: evidence}}
	}
	if row.time.Known() {
		setDay(a, row.time, evidence)
	}
}

// Unused are the rows that no article was found for, as messages name them.
func (m *Metadata) Unused(found *Found) []string {
	var names []string
	for _, row := range m.rows {
		if !found.Lines[row.line] {
			names = append(names, fmt.Sprintf("%s (line %d)", row.key, row.line))
		}
	}
	return names
}

// Rows is the number of rows.
func (m *Metadata) Rows() int { return len(m.rows) }

// MarshalText writes the name of the table's file.
func (m *Metadata) MarshalText() ([]byte, error) { return []byte(m.file), nil }

// UnmarshalText reads what MarshalText wrote. Only the name of the table is known then.
func (m *Metadata) UnmarshalText(text []byte) error {
	*m = Metadata{file: string(text)}
	return nil
}

// String is the name of the table's file.
func (m *Metadata) String() string { return m.file }
