package pipeline

import (
	"context"
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/fingerprint"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// wordsOfFolder are the articles of a folder with their news words, in the
// order of their numbers.
type wordsOfFolder struct {
	articles []news.Article
	words    []segment.Sequence
}

func readWords(t *rapid.T, folder string, opts Options) wordsOfFolder {
	r, err := read(context.Background(), []string{folder}, nil, opts, Silent{})
	if err != nil {
		t.Fatal(err)
	}
	learned := &findings{}
	learned.Articles = r.articles
	if _, err := learned.fingerprint(context.Background(), opts, Silent{}); err != nil {
		t.Fatal(err)
	}
	f := wordsOfFolder{articles: r.articles, words: make([]segment.Sequence, len(r.articles))}
	for i := range f.words {
		f.words[i].Read(&f.articles[i])
	}
	return f
}

// shared marks the words of two articles that are part of a run which they must
// be reported to share. It looks at every pair of words.
func (f wordsOfFolder) shared(a, b, star int) (inA, inB []bool) {
	x, y := &f.words[a], &f.words[b]
	inA, inB = make([]bool, x.Len()), make([]bool, y.Len())
	for i := range inA {
		for j := range inB {
			n := promisedRun(x, y, i, j)
			if n == 0 || !f.linked(a, x.Keys[i:i+n], star) {
				continue
			}
			for k := range n {
				inA[i+k], inB[j+k] = true, true
			}
		}
	}
	return inA, inB
}

// promisedRun is the length of the shortest run from x's word i and y's word j
// on that has to be reported, 0 if there is none. In a quotation what goes on
// behind an apostrophe is no word of its own.
func promisedRun(x, y *segment.Sequence, i, j int) int {
	opts := align.Defaults()
	quoted, written := true, 0
	for n := range min(x.Len()-i, y.Len()-j) {
		if x.Keys[i+n] != y.Keys[j+n] {
			return 0
		}
		both := x.Marks[i+n] & y.Marks[j+n]
		quoted = quoted && both&segment.Quoted != 0
		if both&segment.Clitic == 0 {
			written++
		}
		if n+1 == opts.MinRun || quoted && written == opts.MinQuote {
			return n + 1
		}
	}
	return 0
}

// linked reports whether article a must be reported to share a run with any later
// article that has it: all pairs share what no more than star articles have, and
// else the first shares it with each of them. Of a short quoted run this holds for
// one of its shingles.
func (f wordsOfFolder) linked(a int, run []uint32, star int) bool {
	if len(f.words) <= star {
		return true
	}
	length := align.Defaults().MinRun
	if len(run) < length {
		length = fingerprint.Defaults().K
	}
	for i := range len(run) - length + 1 {
		if first, carriers := f.carriers(run[i : i+length]); carriers <= star || first == a {
			return true
		}
	}
	return false
}

// carriers are the articles that have a run: the first, and how many.
func (f wordsOfFolder) carriers(run []uint32) (first, n int) {
	for i := len(f.words) - 1; i >= 0; i-- {
		if holds(f.words[i].Keys, run) {
			first = i
			n++
		}
	}
	return first, n
}

func holds(words, run []uint32) bool {
	for ; len(words) >= len(run); words = words[1:] {
		if begins(words, run) {
			return true
		}
	}
	return false
}

// String is the folder as it is read, for a failure.
func (f wordsOfFolder) String() string {
	var b strings.Builder
	for _, a := range f.articles {
		fmt.Fprintf(&b, "%s: %q\n", a.ID, a.Text)
	}
	return b.String()
}
