package pipeline

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/eval"
	"github.com/wireprint/wireprint/pkg/news"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestQuality holds what wireprint finds in the invented newsroom against its
// gold file. The figures are a golden file, so that a change in quality shows in
// the diff; below them stands what was got wrong.
func TestQuality(t *testing.T) {
	gold := readGold(t, "../../testdata/newsroom.gold.jsonl")
	opts := Defaults()
	opts.Rows = RowsAll // some gold rows are one article's own
	r, err := Scan(context.Background(), []string{"../../testdata/newsroom"}, nil, opts, Silent{})
	if err != nil {
		t.Fatal(err)
	}
	got := gold.score(r)
	const golden = "testdata/quality.txt"
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("quality changed (go test ./pkg/pipeline -run Quality -update writes it anew):\n%s", diff)
	}
}

// goldFile is what a person says about the newsroom.
type goldFile struct {
	articles []goldLine
	rows     []goldLine
}

type goldLine struct {
	Type, ID, Event, Family, Kind, Outlet, Published, Text string
	Agencies, Carriers                                     []string
}

func readGold(t *testing.T, path string) goldFile {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var gold goldFile
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var l goldLine
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		switch l.Type {
		case "article":
			gold.articles = append(gold.articles, l)
		case "row":
			gold.rows = append(gold.rows, l)
		}
	}
	if len(gold.articles) < 60 || len(gold.rows) < 25 {
		t.Fatalf("%s: %d articles and %d rows", path, len(gold.articles), len(gold.rows))
	}
	return gold
}

func (g goldFile) score(r *news.Report) []byte {
	var b bytes.Buffer
	found := map[string]news.ArticleRecord{}
	for _, a := range r.Articles {
		found[a.ID] = a
	}
	missing := 0
	goldOf := map[string]bool{}
	for _, a := range g.articles {
		goldOf[a.ID] = true
		if _, ok := found[a.ID]; !ok {
			missing++
			fmt.Fprintf(&b, "no article %s\n", a.ID)
		}
	}
	for id := range found {
		if !goldOf[id] {
			fmt.Fprintf(&b, "unexpected article %s\n", id)
		}
	}
	fmt.Fprintf(&b, "articles %d of %d\n", len(g.articles)-missing, len(g.articles))
	g.groups(&b, "events", func(l goldLine) string { return l.Event }, func(a news.ArticleRecord) string { return a.Event }, found)
	g.groups(&b, "families", func(l goldLine) string { return l.Family }, func(a news.ArticleRecord) string { return a.Family }, found)
	g.paragraphs(&b, r)
	rewritten(&b, r)
	g.metadata(&b, found)
	return b.Bytes()
}

func (g goldFile) groups(b *bytes.Buffer, name string, gold func(goldLine) string, of func(news.ArticleRecord) string, found map[string]news.ArticleRecord) {
	want, got := map[string]string{}, map[string]string{}
	for _, l := range g.articles {
		want[l.ID] = gold(l)
		if a, ok := found[l.ID]; ok {
			got[l.ID] = of(a)
		}
	}
	s := eval.Compare(want, got)
	fmt.Fprintf(b, "%s: pair precision %.4f, recall %.4f, F1 %.4f; B³ F1 %.4f; ARI %.4f\n", name, s.Precision, s.Recall, s.F1, s.BCubedF1, s.ARI)
	for _, l := range g.articles {
		for _, m := range g.articles {
			if l.ID < m.ID && (want[l.ID] == want[m.ID]) != (got[l.ID] == got[m.ID]) {
				verb := "parted"
				if got[l.ID] == got[m.ID] {
					verb = "joined"
				}
				fmt.Fprintf(b, "\t%s %s | %s\n", verb, l.ID, m.ID)
			}
		}
	}
}

// paragraphs matches each gold row with the reported row that holds its
// beginning, and scores the carriers of all together.
func (g goldFile) paragraphs(b *bytes.Buffer, r *news.Report) {
	rowsFound, right, reported, wanted := 0, 0, 0, 0
	var wrong []string
	for _, l := range g.rows {
		wanted += len(l.Carriers)
		row := g.find(r, l)
		if row == nil {
			wrong = append(wrong, fmt.Sprintf("no row %q", l.Text))
			continue
		}
		rowsFound++
		var carriers []string
		for _, c := range row.Carriers {
			if isCopy(c) { // gold does not say who has it in other words
				carriers = append(carriers, c.Article)
			}
		}
		reported += len(carriers)
		for _, c := range l.Carriers {
			if slices.Contains(carriers, c) {
				right++
			} else {
				wrong = append(wrong, fmt.Sprintf("%q lacks %s", l.Text, c))
			}
		}
		for _, c := range carriers {
			if !slices.Contains(l.Carriers, c) {
				wrong = append(wrong, fmt.Sprintf("%q has %s", l.Text, c))
			}
		}
	}
	fmt.Fprintf(b, "rows %d of %d; carriers precision %.4f, recall %.4f\n", rowsFound, len(g.rows), float64(right)/float64(reported), float64(right)/float64(wanted))
	slices.Sort(wrong)
	for _, w := range wrong {
		fmt.Fprintf(b, "\t%s\n", w)
	}
}

// isCopy tells carriers of a row's words from those that say the same in others.
func isCopy(c news.Carrier) bool { return c.Class != news.Rewritten || len(c.Changes) > 0 }

// rewritten lists what was found in other words, for a person to read.
func rewritten(b *bytes.Buffer, r *news.Report) {
	var list []string
	for _, row := range r.Rows {
		for _, c := range row.Carriers {
			if !isCopy(c) {
				list = append(list, fmt.Sprintf("%.2f %s %.70q | %s %.70q", c.Similarity, row.Source.Article, row.Text, c.Article, c.Text))
			}
		}
	}
	slices.Sort(list)
	fmt.Fprintf(b, "in other words: %d\n", len(list))
	for _, l := range list {
		fmt.Fprintf(b, "\t%s\n", l)
	}
}

// find is the row that most of the gold row's carriers are in and that shares
// its wording.
func (g goldFile) find(r *news.Report, l goldLine) *news.Row {
	var best *news.Row
	most := 0
	for i := range r.Rows {
		row := &r.Rows[i]
		if !alike(row.Text, l.Text) {
			continue
		}
		n := 0
		for _, c := range row.Carriers {
			if slices.Contains(l.Carriers, c.Article) {
				n++
			}
		}
		if n > most {
			best, most = row, n
		}
	}
	return best
}

// alike reports whether two in three of the gold row's words stand in the text.
func alike(text, gold string) bool {
	words, n := strings.Fields(strings.ToLower(gold)), 0
	text = " " + strings.Join(strings.Fields(strings.ToLower(text)), " ") + " "
	for _, w := range words {
		if strings.Contains(text, w) {
			n++
		}
	}
	return 3*n >= 2*len(words)
}

func (g goldFile) metadata(b *bytes.Buffer, found map[string]news.ArticleRecord) {
	outlets, dates, credited, right, wanted := 0, 0, 0, 0, 0
	var wrong []string
	for _, l := range g.articles {
		a, ok := found[l.ID]
		if !ok {
			continue
		}
		if strings.EqualFold(a.Outlet, l.Outlet) {
			outlets++
		} else {
			wrong = append(wrong, fmt.Sprintf("outlet of %s: %q, want %q", l.ID, a.Outlet, l.Outlet))
		}
		day, _, _ := strings.Cut(a.Published, "T")
		if day == l.Published {
			dates++
		} else {
			wrong = append(wrong, fmt.Sprintf("day of %s: %q, want %q", l.ID, day, l.Published))
		}
		var names []string
		for _, c := range a.Agencies {
			if c.Kind == "text" {
				names = append(names, c.Name)
			}
		}
		credited += len(names)
		wanted += len(l.Agencies)
		for _, n := range names {
			if slices.Contains(l.Agencies, n) {
				right++
			} else {
				wrong = append(wrong, fmt.Sprintf("credit of %s: %s is none", l.ID, n))
			}
		}
		for _, n := range l.Agencies {
			if !slices.Contains(names, n) {
				wrong = append(wrong, fmt.Sprintf("credit of %s: no %s", l.ID, n))
			}
		}
	}
	fmt.Fprintf(b, "outlets %d of %d; days %d of %d; credits precision %.4f, recall %.4f\n", outlets, len(g.articles), dates, len(g.articles), float64(right)/float64(credited), float64(right)/float64(wanted))
	slices.Sort(wrong)
	for _, w := range wrong {
		fmt.Fprintf(b, "\t%s\n", w)
	}
}
