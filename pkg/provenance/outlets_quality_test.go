package provenance_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/wireprint/wireprint/pkg/extract"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/provenance"
	"github.com/wireprint/wireprint/pkg/source"
)

// TestOutletQuality reads the articles of testdata/outlets from their bytes on and
// scores the outlets that are found. The first line of each says what a reader
// takes for its outlet, "= Coastal Herald" or "= none"; lines such as "url: …" below
// it are fields of its record. The figures are a golden file, by kind of evidence;
// below them stands what was got wrong.
func TestOutletQuality(t *testing.T) {
	files, err := filepath.Glob("testdata/outlets/*.txtar")
	if err != nil || len(files) < 5 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	var all outletScore
	var lines, wrong bytes.Buffer
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		kind := strings.TrimSuffix(filepath.Base(file), ".txtar")
		var score outletScore
		for _, f := range archive.Files {
			want, a := readOutletCase(t, kind+"/"+f.Name, string(f.Data))
			if (a.Outlet.Name == "") != (a.Outlet.Evidence == "") {
				t.Errorf("%s/%s: outlet %q with the evidence %q", kind, f.Name, a.Outlet.Name, a.Outlet.Evidence)
			}
			if a.Outlet.Name != want {
				fmt.Fprintf(&wrong, "\t%s/%s: %q (%s), want %q\n", kind, f.Name, a.Outlet.Name, a.Outlet.Evidence, want)
			}
			score.count(a.Outlet.Name, want)
			all.count(a.Outlet.Name, want)
		}
		fmt.Fprintf(&lines, "%s: %s\n", kind, score)
	}
	if all.cases < 80 {
		t.Errorf("%d cases, want 80 at least", all.cases)
	}
	compareGolden(t, "testdata/outlets.txt", slices.Concat(fmt.Appendf(nil, "all: %s\n", all), lines.Bytes(), wrong.Bytes()))
	if all.precision() < .97 || all.recall() < .95 {
		t.Errorf("below the bars of .97 and .95: %s", all)
	}
}

// readOutletCase reads a case as a web page if its name ends in .html, as a record
// if it has fields, else as a text file.
func readOutletCase(t *testing.T, name, data string) (want string, a news.Article) {
	t.Helper()
	head, text, _ := strings.Cut(data, "\n\n")
	gold, rest, _ := strings.Cut(head, "\n")
	want, ok := strings.CutPrefix(gold, "= ")
	if !ok {
		t.Fatalf("%s begins with %q", name, gold)
	}
	if want == "none" {
		want = ""
	}
	doc := source.Document{Path: name, Format: source.Text, Data: []byte(text)}
	switch {
	case strings.HasSuffix(name, ".html"):
		doc.Format = source.HTML
	case rest != "":
		fields := map[string]string{"text": text}
		for line := range strings.SplitSeq(rest, "\n") {
			field, value, _ := strings.Cut(line, ": ")
			fields[field] = value
		}
		doc.Format = source.Record
		var err error
		if doc.Data, err = json.Marshal(fields); err != nil {
			t.Fatal(err)
		}
	}
	articles, skipped := extract.Articles(doc)
	if len(articles) != 1 {
		t.Fatalf("%s: %d articles, skipped %v", name, len(articles), skipped)
	}
	provenance.Identify(&articles[0], provenance.DefaultOutlets())
	return want, articles[0]
}

// outletScore counts articles: those with an outlet, those of which one was found,
// and those of which the right one was.
type outletScore struct{ cases, known, found, right int }

func (s *outletScore) count(got, want string) {
	s.cases++
	if want != "" {
		s.known++
	}
	if got != "" {
		s.found++
	}
	if got == want && got != "" {
		s.right++
	}
}

func (s outletScore) precision() float64 { return float64(s.right) / float64(s.found) }
func (s outletScore) recall() float64    { return float64(s.right) / float64(s.known) }

func (s outletScore) String() string {
	return fmt.Sprintf("%d articles, %d of a known outlet; precision %.4f, recall %.4f", s.cases, s.known, s.precision(), s.recall())
}
