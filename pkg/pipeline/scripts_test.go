package pipeline

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
)

// scriptFolder is what a reader of its language says about a folder of
// testdata/scripts.
type scriptFolder struct {
	Folder string      `json:"folder"`
	Family []string    `json:"family"` // the dispatch, wire.json, and those who carry its copy
	Alone  []string    `json:"alone"`  // each a family of its own
	Rows   []scriptRow `json:"rows"`
}

// scriptRow is a paragraph of the dispatch with those who carry it.
type scriptRow struct {
	Paragraph int             `json:"paragraph"` // from 1
	Carriers  []scriptCarrier `json:"carriers"`  // by article, the dispatch left out
}

type scriptCarrier struct {
	Article   string            `json:"article"`
	Class     news.CarrierClass `json:"class"`
	Paragraph int               `json:"paragraph"`      // of the article, from 1
	Text      string            `json:"text,omitempty"` // what it carries, if it is not the whole paragraph
}

// TestScripts holds what is found in every script against what its gold says:
// families, rows, carriers, classes, and the text at every span, byte for byte.
func TestScripts(t *testing.T) {
	for _, folder := range readScripts(t) {
		for name, change := range map[string]func(*Options){
			"events":    func(o *Options) { o.WithText = true },
			"no events": func(o *Options) { o.WithText, o.Events = true, false },
		} {
			t.Run(folder.Folder+"/"+name, func(t *testing.T) {
				t.Parallel()
				r := scan(t, change, filepath.Join("../../testdata/scripts", folder.Folder))
				folder.checkFamilies(t, r)
				folder.checkRows(t, r)
				checkSpans(t, r)
			})
		}
	}
}

func readScripts(t *testing.T) []scriptFolder {
	t.Helper()
	data, err := os.ReadFile("../../testdata/scripts.gold.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var folders []scriptFolder
	for line := range bytes.Lines(data) {
		var f scriptFolder
		if err := json.Unmarshal(line, &f); err != nil {
			t.Fatal(err)
		}
		folders = append(folders, f)
	}
	entries, err := os.ReadDir("../../testdata/scripts")
	if err != nil || len(entries) != len(folders) {
		t.Fatalf("%d folders, gold for %d, error %v", len(entries), len(folders), err)
	}
	return folders
}

func (f scriptFolder) checkFamilies(t *testing.T, r *news.Report) {
	t.Helper()
	want := [][]string{f.Family}
	for _, id := range f.Alone {
		want = append(want, []string{id})
	}
	var got [][]string
	for _, family := range r.Families {
		got = append(got, slices.Sorted(slices.Values(family.Articles)))
	}
	slices.SortFunc(want, slices.Compare)
	slices.SortFunc(got, slices.Compare)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("families:\n%s", diff)
	}
}

// checkRows wants each row of the gold with its carriers, and no other row.
func (f scriptFolder) checkRows(t *testing.T, r *news.Report) {
	t.Helper()
	articles := byID(r)
	var want, got []string
	for _, row := range f.Rows {
		for _, c := range row.Carriers {
			if c.Text == "" {
				c.Text = bare(paragraph(t, articles[c.Article], c.Paragraph))
			}
			want = append(want, fmt.Sprintf("%d: %s %s %d %s", row.Paragraph, c.Article, c.Class, c.Paragraph, c.Text))
		}
	}
	for _, row := range r.Rows {
		at := f.paragraphOf(t, articles, row)
		for _, c := range row.Carriers {
			if c.Article == row.Source.Article {
				continue
			}
			text, body := articles[c.Article].Text[c.Span.Start:c.Span.End], body(articles[c.Article])
			n := 1 + strings.Count(body[:max(0, strings.Index(body, text))], "\n\n")
			got = append(got, fmt.Sprintf("%d: %s %s %d %s", at, c.Article, c.Class, n, text))
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows:\n%s", diff)
	}
}

// paragraphOf is the number of the dispatch's paragraph that a row gives, which
// it must give whole.
func (f scriptFolder) paragraphOf(t *testing.T, articles map[string]news.ArticleRecord, row news.Row) int {
	t.Helper()
	source := articles[row.Source.Article]
	if source.ID != "wire.json" || row.Text != source.Text[row.Source.Span.Start:row.Source.Span.End] {
		t.Errorf("a row of %s: %q", source.ID, row.Text)
		return 0
	}
	at := 1 + slices.Index(strings.Split(source.Text, "\n\n"), row.Text)
	if at == 0 {
		t.Errorf("no paragraph: %q", row.Text)
	}
	return at
}

// body is an article's text below headline and date, which a text file begins
// with.
func body(a news.ArticleRecord) string {
	if strings.HasSuffix(a.Path, ".txt") {
		return strings.SplitN(a.Text, "\n\n", 3)[2]
	}
	return a.Text
}

// paragraph is the n-th paragraph of an article.
func paragraph(t *testing.T, a news.ArticleRecord, n int) string {
	t.Helper()
	paragraphs := strings.Split(body(a), "\n\n")
	if n > len(paragraphs) {
		t.Fatalf("%s has %d paragraphs, not %d", a.ID, len(paragraphs), n)
	}
	return paragraphs[n-1]
}

// bare is a text without the punctuation around it, which no word holds.
func bare(text string) string {
	return strings.TrimFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsNumber(r)
	})
}

// checkSpans wants every span on the boundaries of characters.
func checkSpans(t *testing.T, r *news.Report) {
	t.Helper()
	articles := byID(r)
	check := func(id string, span news.Span) {
		t.Helper()
		text := articles[id].Text
		if span.Start >= span.End || span.End > len(text) {
			t.Errorf("%s has %d bytes, span %v", id, len(text), span)
		} else if !utf8.ValidString(text[:span.Start]) || !utf8.ValidString(text[span.Start:span.End]) {
			t.Errorf("%s: span %v cuts a character", id, span)
		}
	}
	for _, row := range r.Rows {
		check(row.Source.Article, row.Source.Span)
		for _, c := range row.Carriers {
			check(c.Article, c.Span)
		}
	}
	for _, p := range r.Pairs {
		for _, passage := range p.Passages {
			check(p.A, passage.A)
			check(p.B, passage.B)
		}
	}
}
