package pipeline

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
)

// wires holds files in the formats of agencies, with invented stories. What a careful
// reader takes from each stands beside it, in a file that ends in .gold: it was written
// by hand.
const wires = "testdata/wires"

// What agencies send is read as they mean it: who wrote it, when it was issued, whose
// words they are and what is no news text; and what is no story is skipped with its
// reason.
func TestWires(t *testing.T) {
	golds, err := filepath.Glob(wires + "/*.gold")
	if err != nil || len(golds) == 0 {
		t.Fatalf("no fixtures found: %v", err)
	}
	for _, gold := range golds {
		file := strings.TrimSuffix(gold, ".gold")
		t.Run(filepath.Base(file), func(t *testing.T) {
			want, err := os.ReadFile(gold)
			if err != nil {
				t.Fatal(err)
			}
			if diff := gocmp.Diff(string(want), wireOutline(t, file)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// readFiles reads articles as a scan does, in the order of their places.
func readFiles(t *testing.T, paths ...string) reading {
	t.Helper()
	r, err := read(t.Context(), paths, nil, Defaults(), Silent{})
	if err != nil {
		t.Fatal(err)
	}
	slices.SortStableFunc(r.articles, func(a, b news.Article) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.ID, b.ID))
	})
	return r
}

// wireOutline writes what was read from a file, in the form of the gold.
func wireOutline(t *testing.T, file string) string {
	t.Helper()
	r := readFiles(t, file)
	var out strings.Builder
	for i := range r.articles {
		if i > 0 {
			out.WriteByte('\n')
		}
		writeWireOutline(&out, &r.articles[i])
	}
	for i, s := range r.skipped {
		if i == 0 && len(r.articles) > 0 {
			out.WriteByte('\n')
		}
		fmt.Fprintf(&out, "skipped: %s: %s\n", s.Path, s.Reason)
	}
	return out.String()
}

func writeWireOutline(out *strings.Builder, a *news.Article) {
	id := a.ID
	if strings.HasPrefix(id, a.Path) { // it has none of its own
		id = ""
	}
	for _, f := range [][2]string{
		{"id", id}, {"url", a.URL}, {"title", a.Title},
		{"published", evidenced(a.Time.String(), a.TimeFrom)},
		{"outlet", evidenced(a.Outlet.Name, a.Outlet.Evidence)},
		{"credits", wireCredits(a)},
		{"authors", strings.Join(a.Authors, "; ")},
		{"dateline", strings.TrimRight(strings.Join([]string{a.Dateline.Place, a.Dateline.Agency, a.Dateline.Time.String()}, " | "), " |")},
	} {
		if f[1] != "" {
			fmt.Fprintf(out, "%s: %s\n", f[0], f[1])
		}
	}
	fmt.Fprintf(out, "lang: %s\n", a.Lang)
	for _, p := range a.Paragraphs {
		fmt.Fprintf(out, "%s: %s\n", p.Role, a.Text[p.Start:p.End])
	}
}

func evidenced(value, evidence string) string {
	if value == "" {
		return ""
	}
	return value + " (" + evidence + ")"
}

// wireCredits lists the credits, those for words before those for pictures.
func wireCredits(a *news.Article) string {
	var names []string
	for _, c := range a.Credits {
		if c.Kind == news.CreditPhoto {
			c.Agency += " photo"
		}
		names = append(names, c.Agency)
	}
	slices.Sort(names)
	return strings.Join(names, "; ")
}
