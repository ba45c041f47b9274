package pipeline

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/wireprint/wireprint/pkg/event"
	"github.com/wireprint/wireprint/pkg/news"
)

// TestGuarantee holds Scan, end to end, to what it promises of any folder: all
// that two articles share of eight words in a row, or five within quotation
// marks, is in a passage of theirs, and both sides of a passage with its changes
// applied are equal.
func TestGuarantee(t *testing.T) {
	english, err := event.English() // once: to read it takes longer than a scan
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name       string
		vocabulary []string
		articles   int
		star       int
	}{
		{"a few words", strings.Fields("ferry port it's fire"), 6, 500},
		{"many words", wordList(400), 6, 500},
		{"a few words, runs of many articles", strings.Fields("ferry port it's fire"), 9, 3},
		{"many words, runs of many articles", wordList(400), 9, 3},
	} {
		t.Run(tt.name, func(t *testing.T) {
			opts := Defaults()
			opts.Background, opts.Pairs, opts.Candidate.Star = english, PairsAll, tt.star
			checked, folder := 0, t.TempDir()
			rapid.Check(t, func(t *rapid.T) {
				writeFolder(t, folder, drawRecords(t, tt.vocabulary, tt.articles))
				opts.Events = rapid.Bool().Draw(t, "events")
				checked += checkFolder(t, folder, opts)
			})
			if checked < 1000 {
				t.Errorf("no more than %d words are shared: the test has nothing to hold anybody to", checked)
			}
		})
	}
}

// wordList are n invented words, among them clitics and figures.
func wordList(n int) []string {
	words := strings.Fields("it's don't 12,000 3.5 U.S. well-known")
	for i := len(words); i < n; i++ {
		words = append(words, fmt.Sprintf("%c%co%c", 'a'+i%26, 'a'+i/26%26, 'a'+i%7))
	}
	return words
}

// drawRecords invents articles that are put together of their own words and of
// runs that several of them have, once or many times, quoted or not. Some are
// another's twin.
func drawRecords(t *rapid.T, vocabulary []string, articles int) []record {
	word := rapid.SampledFrom(vocabulary)
	runs := rapid.SliceOfN(rapid.SliceOfN(word, 4, 14), 1, 4).Draw(t, "runs")
	piece := rapid.Custom(func(t *rapid.T) string {
		words := rapid.OneOf(rapid.SliceOfN(word, 1, 9), rapid.SampledFrom(runs), rapid.SampledFrom(runs)).Draw(t, "words")
		p := strings.Join(words, " ")
		if rapid.IntRange(0, 2).Draw(t, "quoted") == 0 {
			p = "“" + p + "”"
		}
		return p + rapid.SampledFrom([]string{" ", " ", ", ", ".\n\nThey said ", " "}).Draw(t, "end")
	})
	var records []record
	for i := range rapid.IntRange(2, articles).Draw(t, "articles") {
		text := "They said that " + strings.Join(rapid.SliceOfN(piece, 1, 12).Draw(t, "pieces"), "") + "and went home."
		if i > 0 && rapid.IntRange(0, 3).Draw(t, "twin") == 0 {
			text = records[rapid.IntRange(0, i-1).Draw(t, "of")].Text
		}
		records = append(records, record{
			ID: fmt.Sprint("a", i), Outlet: fmt.Sprint("Outlet ", i%4), Date: fmt.Sprintf("2024-03-%02d", 1+i), Text: text,
		})
	}
	return records
}

// writeFolder writes records to two files of lines.
func writeFolder(t *rapid.T, folder string, records []record) {
	var lines [2]strings.Builder
	for i, r := range records {
		if err := json.NewEncoder(&lines[i%2]).Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	for i := range lines {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.jsonl", i)), []byte(lines[i].String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// checkFolder scans a folder and checks every pair of its articles. It returns
// how many words had to be in a passage.
func checkFolder(t *rapid.T, folder string, opts Options) (checked int) {
	report, err := Scan(context.Background(), []string{folder}, nil, opts, Silent{})
	if err != nil {
		t.Fatal(err)
	}
	f := readWords(t, folder, opts)
	f.checkSound(t, report)
	passages := passagesOf(report)
	for a := range f.words {
		for b := a + 1; b < len(f.words); b++ {
			inA, inB := f.shared(a, b, opts.Candidate.Star)
			idA, idB := f.articles[a].ID, f.articles[b].ID
			checked += f.checkCovered(t, a, inA, passages[[2]string{idA, idB}], idB)
			checked += f.checkCovered(t, b, inB, passages[[2]string{idB, idA}], idA)
		}
	}
	return checked
}

// passagesOf are the spans of each pair's first article, for both orders of the
// pair.
func passagesOf(r *news.Report) map[[2]string][]news.Span {
	of := map[[2]string][]news.Span{}
	for _, p := range r.Pairs {
		for _, s := range p.Passages {
			ab, ba := [2]string{p.A, p.B}, [2]string{p.B, p.A}
			of[ab] = append(of[ab], s.A)
			of[ba] = append(of[ba], s.B)
		}
	}
	return of
}

// checkCovered checks that the marked words of an article lie in the spans of
// its passages with another. It returns how many are marked.
func (f wordsOfFolder) checkCovered(t *rapid.T, a int, marked []bool, passages []news.Span, other string) (n int) {
	for i, m := range marked {
		if !m {
			continue
		}
		n++
		word := f.words[a].Span(news.Range{Start: i, End: i + 1})
		if !slices.ContainsFunc(passages, func(s news.Span) bool { return s.Start <= word.Start && word.End <= s.End }) {
			t.Fatalf("%s shares word %d (%q) with %s, but it is in none of their passages %v\n%v",
				f.articles[a].ID, i, f.articles[a].Text[word.Start:word.End], other, passages, f)
		}
	}
	return n
}

// checkSound checks that the changes of each passage, and nothing else, make the
// one side of the other.
func (f wordsOfFolder) checkSound(t *rapid.T, r *news.Report) {
	c := contract{read: map[string]*news.Article{}}
	for i := range f.articles {
		c.read[f.articles[i].ID] = &f.articles[i]
	}
	for _, p := range r.Pairs {
		for _, s := range p.Passages {
			a, b := c.newsWords(p.A, s.A), c.newsWords(p.B, s.B)
			if equal, ok := walk(a, b, s.Changes); !ok || equal != s.Words {
				t.Fatalf("%s and %s: %d words are equal, %d are said to be; %d and %d words with the changes %+v", p.A, p.B, equal, s.Words, len(a), len(b), s.Changes)
			}
		}
	}
}
