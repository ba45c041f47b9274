package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/news"
)

// Widths are those of wcwidth, as terminals have them.
func TestColumns(t *testing.T) {
	for text, want := range map[string]int{
		"Courier": 7, "青浜新報": 8, "한겨레": 6, "e\u0301": 1, "👩\u200d👧": 2,
		"सागर समाचार": 11, "क्षि": 3, "กำ": 2, "เขื่อน": 4, "ခ်": 1, "العبّارات": 8,
		"\u2068قول\u2069": 3,
	} {
		if got := columns(text); got != want {
			t.Errorf("%q takes %d columns, want %d", text, got, want)
		}
	}
}

func TestCutMiddle(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"The Courier", 20, "The Courier"},
		{"The Greater Merrow Valley Courier, edition 12", 24, "The Greater Mer…ition 12"},
		{"青浜新報と港湾タイムズ", 12, "青浜新…ムズ"},
		{"The Courier", 6, "The C…"},
	} {
		got := cutMiddle(c.text, c.width)
		if got != c.want || columns(got) > c.width {
			t.Errorf("cutMiddle(%q, %d) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestListingsShareLines(t *testing.T) {
	// of makes a listing of items that take so many lines each.
	of := func(name string, items, least, parts, height int) listing {
		return listing{items: items, least: least, parts: parts, lines: func(shown int) []line {
			lines := make([]line, shown*height)
			for i := range lines {
				lines[i] = lineOf(plain, name)
			}
			return lines
		}}
	}
	for _, c := range []struct {
		name  string
		lines int
		lists []listing
		want  string // a letter for each line, a point for an empty one
	}{
		{"all of it fits", 20, []listing{of("a", 3, 1, 1, 1), of("b", 2, 1, 1, 2)}, ".aaa.bbbb"},
		{"each takes as many lines", 12, []listing{of("a", 9, 1, 1, 1), of("b", 9, 1, 1, 1)}, ".aaaaa.bbbbb"},
		{"one of two parts takes two thirds", 12, []listing{of("a", 9, 1, 2, 1), of("b", 9, 1, 1, 1)}, ".aaaaaaa.bbb"},
		{"what one leaves another takes", 12, []listing{of("a", 2, 1, 1, 1), of("b", 9, 1, 1, 1)}, ".aa.bbbbbbbb"},
		{"an item is shown as a whole", 8, []listing{of("a", 9, 1, 1, 3), of("b", 0, 0, 1, 1)}, ".aaaaaa"},
		{"the least goes before the limit", 2, []listing{of("a", 9, 3, 1, 2)}, ".aaaaaa"},
		{"nothing to show", 9, []listing{{}, of("a", 0, 1, 1, 1)}, ""},
	} {
		got := ""
		for _, l := range inLines(nil, c.lists, c.lines) {
			if len(l) == 0 {
				got += "."
				continue
			}
			got += l[0].text
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestForemostTellsSourcesThenCopies(t *testing.T) {
	var articles []told
	for _, s := range []share{{kind: ownWords}, {kind: taken, inFamily: true}, {kind: quoting}, {kind: original, inFamily: true}, {kind: taken, inFamily: true}} {
		articles = append(articles, told{name: fmt.Sprint(len(articles)), share: s})
	}
	for n, want := range []string{"", "3", "13", "134", "0134", "01234"} {
		got := ""
		for _, a := range foremost(articles, n) {
			got += a.name
		}
		if got != want {
			t.Errorf("%d of the articles are %q, want %q", n, got, want)
		}
	}
}

// A fact is told in the words around it, and who changed it; without a place in the
// paragraph it is told alone.
func TestChangedFactInItsWords(t *testing.T) {
	fact := changedFact{relation: string(news.RelationCorrection), from: "12", to: "15", text: "On Monday 12 lorries stood on the bridge, the port said.",
		fromNames: []string{"Gull"}, toNames: []string{"Tide", "Post", "Herald", "Bugle"}}
	for text, want := range map[string]string{
		fact.text:                   "On Monday [-12-]{+15+} lorries stood on … · Gull → Tide, Post, Herald and 1 more, correction",
		"12 lorries and 12 drivers": "[-12-]{+15+} · Gull → Tide, Post, Herald and 1 more, correction",
	} {
		fact.text = text
		var got strings.Builder
		for _, p := range fact.pieces(false) {
			got.WriteString(p.text)
		}
		if got.String() != want {
			t.Errorf("got  %s\nwant %s", got.String(), want)
		}
	}
}

func TestFirstLinesEndInAWholeWord(t *testing.T) {
	text := []piece{{"The harbour bridge was closed ", plain}, {"on Monday", removed}, {" after inspectors found", plain}}
	lines := firstLines(wrap(text, 40), 1, 40)
	var got strings.Builder
	for _, p := range lines[0] {
		got.WriteString(p.text)
	}
	if want := "The harbour bridge was closed on …"; len(lines) != 1 || got.String() != want {
		t.Errorf("got %q in %d lines, want %q", got.String(), len(lines), want)
	}
}
