package report

import (
	"strings"
	"testing"
)

// seen shows the marks of isolates.
var seen = strings.NewReplacer(string(firstStrong), "‹", string(popIsolate), "›")

func TestIsolatesAreWholeOnEveryLine(t *testing.T) {
	name := isolate("وكالة أنباء المنارة")
	for _, c := range []struct {
		name  string
		lines []line
		want  string
	}{
		{"nothing from right to left", paragraph(plain, "The Alder Courier, 3 Mar", 40, 0), "The Alder Courier, 3 Mar"},
		{"a name in a sentence", paragraph(plain, name+", 3 Mar", 40, 0), "‹‹وكالة أنباء المنارة›, 3 Mar›"},
		{"a name over two lines", paragraph(plain, "the story of "+name+" is", 20, 0), "‹the story of ‹وكالة››\n‹‹أنباء المنارة› is›"},
		{"a name that is cut off", paragraph(plain, "the story of "+name+" is", 20, 1), "‹the story of ‹وكالة …››"},
		{"a sentence", paragraph(plain, "اندلع حريق في 3 أرصفة.", 80, 0), "‹اندلع حريق في 3 أرصفة.›"},
		{"cells", table([]column{{title: "A"}, {title: "B"}}, [][]piece{{{name, plain}, {"3 Mar", plain}}}, 80)[1:], "‹‹وكالة أنباء المنارة››  3 Mar"},
		{"a cell that is cut", table([]column{{title: "A"}, {title: "B", least: 9}}, [][]piece{{{name, plain}, {"3 Mar", plain}}}, 20)[1:], "‹‹وكالة أنباء …››  3 Mar"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var lines []string
			for _, l := range c.lines {
				var text strings.Builder
				for _, p := range trimEnd(l, " ") {
					text.WriteString(p.text)
				}
				lines = append(lines, seen.Replace(text.String()))
			}
			if got := strings.Join(lines, "\n"); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// Without a terminal no mark is written, and with one each line closes what it opens.
func TestIsolatesAreForTerminalsAlone(t *testing.T) {
	for _, sections := range [][]TextSection{nil, TextSections()} {
		for _, width := range []int{40, 80, 120, 200} {
			opts := TextOptions{Width: width, Sections: sections}
			if got := textOf(t, harbour(), opts); seen.Replace(got) != got {
				t.Errorf("marks without a terminal, %d columns", width)
			}
			opts.Isolates = true
			for l := range strings.Lines(textOf(t, harbour(), opts)) {
				if opened, closed := strings.Count(l, string(firstStrong)), strings.Count(l, string(popIsolate)); opened != closed {
					t.Errorf("%d columns: %d marks open and %d close in %s", width, opened, closed, seen.Replace(l))
				}
				if rightToLeft(l) && !strings.ContainsRune(l, firstStrong) {
					t.Errorf("%d columns: no mark in %s", width, l)
				}
			}
		}
	}
}
