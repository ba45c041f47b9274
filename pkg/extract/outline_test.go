package extract

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/source"
)

var update = flag.Bool("update", false, "write the outlines in testdata anew")

const (
	outlineMark = "\n----\n" // between a text and its outline
	caseMark    = "\n====\n" // between two cases of one file
)

// TestOutlines reads the texts in testdata/text as the files of a scraper and
// compares what is made of them with the outline that stands below each. Lines
// that begin with "# " at the top of a file say what it shows.
func TestOutlines(t *testing.T) {
	files, err := filepath.Glob("testdata/text/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures found: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := outlines(t, string(want))
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("outline changed (go test ./pkg/extract -run Outlines -update writes it anew):\n%s", diff)
			}
		})
	}
}

// outlines returns the fixture with the outlines that its texts get now.
func outlines(t *testing.T, file string) string {
	t.Helper()
	var out strings.Builder
	for i, c := range strings.Split(strings.TrimSuffix(file, "\n"), caseMark) {
		input, _, ok := strings.Cut(c, outlineMark)
		if !ok {
			t.Fatalf("case %d has no line ----", i+1)
		}
		if i > 0 {
			out.WriteString(caseMark)
		}
		out.WriteString(input + outlineMark + outline(withoutComment(input)))
	}
	return out.String() + "\n"
}

func withoutComment(input string) string {
	for strings.HasPrefix(input, "# ") {
		_, input, _ = strings.Cut(input, "\n")
	}
	return input
}

// outline writes what was made of a text: of each story its title, time,
// dateline and the words that each paragraph begins and ends with.
func outline(text string) string {
	var out strings.Builder
	articles, skips := Articles(source.Document{Path: "story.txt", Data: []byte(text)})
	for _, s := range skips {
		fmt.Fprintf(&out, "skipped: %s\n", s.Reason)
	}
	for i := range articles {
		if len(articles) > 1 {
			fmt.Fprintf(&out, "story %d\n", i+1)
		}
		writeOutline(&out, &articles[i])
	}
	return strings.TrimSuffix(out.String(), "\n")
}

func writeOutline(out *strings.Builder, a *news.Article) {
	d := a.Dateline
	for _, field := range [][2]string{
		{"title", a.Title},
		{"time", filled(a.Time.String(), a.TimeFrom)},
		{"dateline", filled(d.Place, d.Agency, d.Time.String())},
	} {
		if field[1] != "" {
			fmt.Fprintf(out, "%s: %s\n", field[0], field[1])
		}
	}
	for _, p := range a.Paragraphs {
		fmt.Fprintf(out, "  %-12s%s\n", p.Role, ends(a.Text[p.Start:p.End]))
	}
	if a.Truncated {
		out.WriteString("cut off\n")
	}
}

// filled joins those parts that are not empty.
func filled(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " | ")
}

// ends is the first five words of a paragraph and its last, or all of a short
// one; line ends show as a slash.
func ends(paragraph string) string {
	words := strings.Fields(strings.ReplaceAll(paragraph, "\n", " / "))
	if len(words) > 8 {
		words = append(words[:5:5], "…", words[len(words)-1])
	}
	return strings.Join(words, " ")
}
