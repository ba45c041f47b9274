package extract

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/wireprint/wireprint/pkg/source"
)

// timeCase is a story of testdata/times. Its first line says when it was published,
// "= 2021-07-19T16:35", as precisely as that can be known, or "= unknown"; lines
// such as "url: …" below are fields of its record. What follows a blank line is its
// text, in which STORY stands for the story that all cases of the file tell.
type timeCase struct {
	name   string
	want   string
	fields map[string]string
	text   string
}

// TestTimeQuality reads the stories of testdata/times and counts those whose time of
// publication is right: the same day, hour and zone as the gold, neither more nor
// less. The figures are a golden file; below them stands what was got wrong.
func TestTimeQuality(t *testing.T) {
	cases := readTimeCases(t)
	var wrong []string
	known, taken := 0, 0
	for _, c := range cases {
		if c.want != "unknown" {
			known++
		}
		if got := c.read(t); got != c.want {
			wrong = append(wrong, fmt.Sprintf("%s: %s, want %s", c.name, got, c.want))
			if c.want == "unknown" {
				taken++
			}
		}
	}
	right := float64(len(cases)-len(wrong)) / float64(len(cases))
	var b strings.Builder
	fmt.Fprintf(&b, "%d stories, right %.4f\n%d tell when they were published: %d wrong\n%d do not: %d wrong\n",
		len(cases), right, known, len(wrong)-taken, len(cases)-known, taken)
	for _, w := range wrong {
		fmt.Fprintf(&b, "\t%s\n", w)
	}
	const golden = "testdata/times.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("quality changed (go test ./pkg/extract -run Quality -update writes it anew):\n%s", diff)
	}
	if right < .97 {
		t.Errorf("%.4f right, below the bar of .97", right)
	}
}

func readTimeCases(t *testing.T) (cases []timeCase) {
	t.Helper()
	files, err := filepath.Glob("testdata/times/*.txtar")
	if err != nil || len(files) < 12 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		story := strings.TrimSpace(string(archive.Comment))
		for _, f := range archive.Files {
			c := readTimeCase(t, filepath.Base(file)+"/"+f.Name, string(f.Data))
			c.text = strings.ReplaceAll(c.text, "STORY", story)
			cases = append(cases, c)
		}
	}
	return cases
}

func readTimeCase(t *testing.T, name, data string) timeCase {
	t.Helper()
	head, text, _ := strings.Cut(data, "\n\n")
	lines := strings.Split(head, "\n")
	want, ok := strings.CutPrefix(lines[0], "= ")
	if !ok {
		t.Fatalf("%s begins with %q", name, lines[0])
	}
	c := timeCase{name: name, want: want, text: text, fields: map[string]string{}}
	for _, line := range lines[1:] {
		field, value, _ := strings.Cut(line, ": ")
		c.fields[field] = value
	}
	return c
}

// read returns the times of the case's stories, as the gold writes them.
func (c timeCase) read(t *testing.T) string {
	t.Helper()
	doc := source.Document{Path: "story", Format: source.Text, Data: []byte(c.text)}
	switch {
	case len(c.fields) > 0:
		c.fields["text"] = c.text
		data, err := json.Marshal(c.fields)
		if err != nil {
			t.Fatal(err)
		}
		doc.Format, doc.Data = source.Record, data
	case strings.HasPrefix(c.text, "<"):
		doc.Format = source.HTML
	}
	articles, skipped := Articles(doc)
	if len(articles) == 0 {
		t.Fatalf("%s: skipped %v", c.name, skipped)
	}
	var times []string
	for i := range articles {
		a := &articles[i]
		if a.Time.Known() && a.TimeFrom == "" {
			t.Errorf("%s: %s without evidence", c.name, a.Time)
		}
		times = append(times, a.Time.String())
	}
	for i := range times {
		if times[i] == "" {
			times[i] = "unknown"
		}
	}
	return strings.Join(times, ", ")
}
