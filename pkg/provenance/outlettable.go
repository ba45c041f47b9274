package provenance

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
)

// OutletTable says the outlet of articles by their id, by their file's path, by
// a folder that the file is below, or by a domain.
type OutletTable struct {
	outlet map[string]string // by key; keys of domains are in lower case
	line   map[string]int
}

// The words that head the columns of a table, in lower case.
var (
	keyColumns    = []string{"id", "article", "path", "file", "folder", "domain", "host", "site", "url", "key"}
	outletColumns = []string{"outlet", "name", "publisher", "source", "newspaper"}
)

// ReadOutletTable reads a table of two columns or more, apart by commas,
// semicolons or tabs, as the first line shows. Where the first line has words
// such as "path" and "outlet" it is a header, and says which columns count; else
// the first two do. Errors tell the line.
func ReadOutletTable(r io.Reader) (*OutletTable, error) {
	in := bufio.NewReader(r)
	if mark, _ := in.Peek(3); bytes.Equal(mark, []byte("\uFEFF")) {
		_, _ = in.Discard(3)
	}
	start, _ := in.Peek(4096) // what there is of them
	rows := csv.NewReader(in)
	rows.Comma = separator(start)
	rows.FieldsPerRecord = -1
	rows.TrimLeadingSpace = rows.Comma != '\t'
	t := &OutletTable{outlet: map[string]string{}, line: map[string]int{}}
	key, outlet := 0, 1
	for first := true; ; first = false {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, tableError(err)
		}
		line, _ := rows.FieldPos(0)
		if first {
			if k, o, ok := header(row); ok {
				key, outlet = k, o
				continue
			}
		}
		if err := t.add(row, key, outlet, line); err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
	}
	if len(t.outlet) == 0 {
		return nil, errors.New("it names no outlet")
	}
	return t, nil
}

// tableError leaves the column out of an error of encoding/csv.
func tableError(err error) error {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return fmt.Errorf("line %d: %w", parse.Line, parse.Err)
	}
	return err
}

// separator is the sign that parts the columns of a table's first line.
func separator(start []byte) rune {
	line, _, _ := bytes.Cut(start, []byte("\n"))
	best := ','
	for _, sign := range ";\t" {
		if bytes.Count(line, []byte(string(sign))) > bytes.Count(line, []byte(string(best))) {
			best = sign
		}
	}
	return best
}

// header says which columns count if the row is a header.
func header(row []string) (key, outlet int, ok bool) {
	column := func(names []string) int {
		return slices.IndexFunc(row, func(cell string) bool {
			return slices.Contains(names, strings.ToLower(strings.TrimSpace(cell)))
		})
	}
	key, outlet = column(keyColumns), column(outletColumns)
	return key, outlet, key >= 0 && outlet >= 0
}

// add adds a row. Blank rows are left out.
func (t *OutletTable) add(row []string, key, outlet, line int) error {
	if len(row) <= max(key, outlet) {
		return fmt.Errorf("%d columns are needed, a key and its outlet, but there is only %q", max(key, outlet)+1, strings.Join(row, " "))
	}
	k, name := strings.TrimSpace(row[key]), strings.Join(strings.Fields(row[outlet]), " ")
	switch {
	case k == "" && name == "":
		return nil
	case !utf8.ValidString(k + name):
		return errors.New("it is not UTF-8; save the table as UTF-8")
	case k == "":
		return fmt.Errorf("%q has no path, id or domain", name)
	case name == "":
		return fmt.Errorf("%q has no outlet", k)
	}
	for _, k := range tableKeys(k) {
		if other, taken := t.outlet[k]; taken && other != name {
			return fmt.Errorf("%q is of %s, but of %s in line %d", k, name, other, t.line[k])
		}
		t.outlet[k], t.line[k] = name, line
	}
	return nil
}

// tableKeys are the keys under which a cell is found: itself, and the host of a
// domain or of a site's address.
func tableKeys(cell string) []string {
	keys := []string{strings.TrimSuffix(strings.TrimPrefix(cell, "./"), "/")}
	if _, below := splitAddress(cell); len(below) <= 1 {
		if host := publisherHost(cell); host != "" && host != keys[0] {
			keys = append(keys, host)
		}
	}
	return keys
}

// find looks an article up by its id, its address, its path, the folders above it
// and its host, the closest first.
func (t *OutletTable) find(a *news.Article) news.Attribution {
	for _, key := range []string{a.ID, a.URL} {
		if name := t.outlet[key]; name != "" {
			return news.Attribution{Name: name, Evidence: "table, by the id " + key}
		}
	}
	for p := a.Path; p != "." && p != "/" && p != ""; p = path.Dir(p) {
		if name := t.outlet[p]; name != "" {
			return news.Attribution{Name: name, Evidence: "table, by the path " + p}
		}
	}
	for host := publisherHost(a.URL); host != ""; _, host, _ = strings.Cut(host, ".") {
		if name := t.outlet[host]; name != "" {
			return news.Attribution{Name: name, Evidence: "table, by the domain " + host}
		}
	}
	return news.Attribution{}
}
