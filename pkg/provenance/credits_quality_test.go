package provenance_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/wireprint/wireprint/pkg/extract"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/provenance"
	"github.com/wireprint/wireprint/pkg/source"
)

// creditCase is a story of testdata/credits: the first line says what it credits,
// "= Reuters, AFP photo" or "= none"; lines such as "author: AFP" below it are
// fields of its record.
type creditCase struct {
	name   string
	want   []string
	fields map[string]string
	text   string
}

// TestCreditQuality reads the stories of testdata/credits from their text on and
// scores the credits that are found, those for words and those for pictures
// apart. The figures are a golden file; below them stands what was got wrong.
func TestCreditQuality(t *testing.T) {
	var text, photo creditScore
	var wrong []string
	cases := readCreditCases(t)
	negatives := 0
	for _, c := range cases {
		a := c.article(t)
		got := creditNames(t, &a)
		if len(c.want) == 0 {
			negatives++
		}
		for _, name := range got {
			if s := pick(name, &text, &photo); slices.Contains(c.want, name) {
				s.right++
			} else {
				s.extra++
				wrong = append(wrong, fmt.Sprintf("%s: %s is none", c.name, name))
			}
		}
		for _, name := range c.want {
			if !slices.Contains(got, name) {
				pick(name, &text, &photo).missed++
				wrong = append(wrong, fmt.Sprintf("%s: no %s", c.name, name))
			}
		}
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "%d stories, %d of them without a credit\nwords: %s\npictures: %s\n", len(cases), negatives, text, photo)
	for _, w := range wrong {
		fmt.Fprintf(&b, "\t%s\n", w)
	}
	compareGolden(t, "testdata/credits.txt", b.Bytes())
	for _, s := range []creditScore{text, photo} {
		if s.precision() < .98 || s.recall() < .95 {
			t.Errorf("below the bars of .98 and .95: %s", s)
		}
	}
}

// updating is whether the -update flag of the package's tests is set.
func updating() bool { return flag.Lookup("update").Value.String() == "true" }

func compareGolden(t *testing.T, golden string, got []byte) {
	t.Helper()
	if updating() {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("quality changed (-update writes it anew):\n%s", diff)
	}
}

func readCreditCases(t *testing.T) []creditCase {
	t.Helper()
	files, err := filepath.Glob("testdata/credits/*.txtar")
	if err != nil || len(files) < 12 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	var cases []creditCase
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			name := strings.TrimSuffix(filepath.Base(file), ".txtar") + "/" + f.Name
			cases = append(cases, readCreditCase(t, name, string(f.Data)))
		}
	}
	return cases
}

func readCreditCase(t *testing.T, name, data string) creditCase {
	t.Helper()
	head, text, _ := strings.Cut(data, "\n\n")
	c := creditCase{name: name, text: text, fields: map[string]string{}}
	for i, line := range strings.Split(head, "\n") {
		if i == 0 {
			gold, ok := strings.CutPrefix(line, "= ")
			if !ok {
				t.Fatalf("%s begins with %q", name, line)
			}
			if gold != "none" {
				c.want = strings.Split(gold, ", ")
			}
			continue
		}
		field, value, _ := strings.Cut(line, ": ")
		c.fields[field] = value
	}
	return c
}

// article reads the story as a text file, or as a record when it has fields.
func (c creditCase) article(t *testing.T) news.Article {
	t.Helper()
	doc := source.Document{Path: c.name + ".txt", Format: source.Text, Data: []byte(c.text)}
	if len(c.fields) > 0 {
		c.fields["text"] = c.text
		data, err := json.Marshal(c.fields)
		if err != nil {
			t.Fatal(err)
		}
		doc.Format, doc.Data = source.Record, data
	}
	articles, skipped := extract.Articles(doc)
	if len(articles) != 1 {
		t.Fatalf("%s: %d articles, skipped %v", c.name, len(articles), skipped)
	}
	provenance.Identify(&articles[0], provenance.DefaultOutlets())
	return articles[0]
}

// creditNames lists the article's credits as the gold does. Each that comes from
// the text must have a span in it.
func creditNames(t *testing.T, a *news.Article) []string {
	t.Helper()
	var names []string
	for _, c := range a.Credits {
		name := c.Agency
		if c.Kind == news.CreditPhoto {
			name += " photo"
		}
		names = append(names, name)
		where, _, _ := strings.Cut(c.Evidence, ": ")
		fromText := where != "author" && where != "outlet" && where != "address"
		if fromText != (c.Span.Len() > 0) || c.Span.End > len(a.Text) {
			t.Errorf("%s: credit %+v has the span %v", a.Path, c, c.Span)
		}
	}
	return names
}

// creditScore counts credits.
type creditScore struct{ right, extra, missed int }

func pick(name string, text, photo *creditScore) *creditScore {
	if strings.HasSuffix(name, " photo") {
		return photo
	}
	return text
}

func (s creditScore) precision() float64 { return float64(s.right) / float64(s.right+s.extra) }
func (s creditScore) recall() float64    { return float64(s.right) / float64(s.right+s.missed) }

func (s creditScore) String() string {
	return fmt.Sprintf("%d credits, precision %.4f, recall %.4f", s.right+s.missed, s.precision(), s.recall())
}
