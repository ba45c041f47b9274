package provenance

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"pgregory.net/rapid"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

var update = flag.Bool("update", false, "write the rows in testdata anew")

// TestRows reads testdata/rows: each file says what it shows, then holds the
// articles by outlet, the one with the canonical wording first, then the rows
// that they make.
func TestRows(t *testing.T) {
	files, err := filepath.Glob("testdata/rows/*.txtar")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d files, error %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var articles []news.Article
			want := ""
			for i, part := range archive.Files {
				if part.Name == "rows" {
					want = string(part.Data)
					archive.Files = archive.Files[:i]
					break
				}
				articles = append(articles, story(part.Name, string(part.Data)))
			}
			f := newFolder(articles...)
			rows := rowsOf(f)
			checkRows(t, f, rows)
			got := f.show(rows)
			if *update {
				archive.Files = append(archive.Files, txtar.File{Name: "rows", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// show writes rows as text: the row, then its carriers, then their changes.
func (f *Folder) show(rows []Row) string {
	var b bytes.Buffer
	for i, row := range rows {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintln(&b, f.paragraph(row.Source, row.Words))
		for _, c := range row.Carriers {
			fmt.Fprintf(&b, "    %s: %s %.2f\n", f.Articles[c.Article].ID, c.Class, c.Similarity)
			for _, e := range c.Edits {
				from, to := f.words(row.Source, e.From), f.words(c.Article, e.To)
				fmt.Fprintf(&b, "        %s %q → %q\n", operation(e), from, to)
			}
		}
	}
	return b.String()
}

// checkRows holds rows to what is true of any: the source is the first carrier,
// whole; nobody carries a row twice; spans lie within their texts; similarity is
// a share; classes and changes agree.
func checkRows(t interface{ Errorf(string, ...any) }, f *Folder, rows []Row) {
	for i, row := range rows {
		if len(row.Carriers) == 0 || row.Carriers[0].Article != row.Source || row.Carriers[0].Words != row.Words ||
			row.Carriers[0].Class != news.Verbatim || row.Carriers[0].Similarity != 1 {
			t.Errorf("row %d: its own article is not its first carrier, whole", i)
		}
		seen := map[int]bool{}
		for _, c := range row.Carriers {
			if seen[c.Article] {
				t.Errorf("row %d: article %d carries it twice", i, c.Article)
			}
			seen[c.Article] = true
			if c.Words.Start < 0 || c.Words.Len() < 1 || c.Words.End > f.Texts[c.Article].Len() {
				t.Errorf("row %d: words %v are not in article %d", i, c.Words, c.Article)
			}
			if c.Similarity <= 0 || c.Similarity > 1 || c.Matched <= 0 || c.Matched > row.Words.Len() {
				t.Errorf("row %d: article %d has %d of %d words, similarity %v", i, c.Article, c.Matched, row.Words.Len(), c.Similarity)
			}
			if c.Class == news.Verbatim && (len(c.Edits) > 0 || c.Similarity != 1) {
				t.Errorf("row %d: article %d is verbatim with edits %v", i, c.Article, c.Edits)
			}
			if c.Class == news.Edited && len(c.Edits) == 0 {
				t.Errorf("row %d: article %d is edited without a change", i, c.Article)
			}
			for _, e := range c.Edits {
				if e.From.Len() == 0 && e.To.Len() == 0 {
					t.Errorf("row %d: article %d has an edit of nothing", i, c.Article)
				}
			}
		}
	}
}

func operation(e news.Edit) news.Op {
	switch {
	case e.From.Len() == 0:
		return news.OpInsert
	case e.To.Len() == 0:
		return news.OpDelete
	}
	return news.OpReplace
}

// words is the text of an article's words, as written.
func (f *Folder) words(a int, r news.Range) string {
	var s segment.Sequence
	s.Read(&f.Articles[a])
	return s.Text(f.Articles[a].Text, r)
}

// paragraph is the same with the punctuation around a whole paragraph.
func (f *Folder) paragraph(a int, r news.Range) string {
	i, at, text := slices.Index(f.Texts[a].Paragraphs, r), 0, f.words(a, r)
	f.Articles[a].Body(func(span news.Span) {
		if at == i {
			text = f.Articles[a].Text[span.Start:span.End]
		}
		at++
	})
	return text
}

// Whatever outlets make of a wire's paragraphs, cut, moved, joined, edited or
// mixed with their own, what checkRows says holds; and each paragraph of five
// words or more that is not in an earlier row begins one.
func TestRowsOfAnyFolder(t *testing.T) {
	vocabulary := strings.Fields("fire ferry port island coast crew smoke noon deck pier mayor “said” storm rope bell gull harbour winter the a of on in")
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom(vocabulary)
		paragraph := rapid.Custom(func(t *rapid.T) string {
			return strings.Join(rapid.SliceOfN(word, 1, 30).Draw(t, "words"), " ") + "."
		})
		wire := rapid.SliceOfN(paragraph, 1, 5).Draw(t, "wire")
		articles := []news.Article{story("wire", strings.Join(wire, "\n\n"))}
		for i := range rapid.IntRange(1, 4).Draw(t, "outlets") {
			var text []string
			for range rapid.IntRange(1, 5).Draw(t, "paragraphs") {
				p := rapid.OneOf(rapid.SampledFrom(wire), paragraph).Draw(t, "paragraph")
				if rapid.Bool().Draw(t, "edited") {
					words := strings.Fields(p)
					words[rapid.IntRange(0, len(words)-1).Draw(t, "place")] = word.Draw(t, "word")
					p = strings.Join(words, " ")
				}
				text = append(text, p)
			}
			join := rapid.SampledFrom([]string{"\n\n", " "}).Draw(t, "join")
			articles = append(articles, story(fmt.Sprint("outlet", i), strings.Join(text, join)))
		}
		f := newFolder(articles...)
		rows := rowsOf(f)
		checkRows(t, f, rows)
		if again := rowsOf(f); !cmp.Equal(rows, again, cmp.AllowUnexported(Row{})) {
			t.Errorf("the rows of a second run differ")
		}
	})
}
