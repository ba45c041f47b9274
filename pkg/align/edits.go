package align

import (
	"strings"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
	"github.com/wireprint/wireprint/pkg/fingerprint"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// describe makes a passage of a chain: the words between its runs are compared
// one by one, which yields the changes and some short runs more.
func describe(a, b Text, chain []news.Run) news.Passage {
	var p news.Passage
	for i, r := range chain {
		if i > 0 {
			before := chain[i-1]
			gapA := news.Range{Start: before.A + before.Words, End: r.A}
			gapB := news.Range{Start: before.B + before.Words, End: r.B}
			p.Runs = appendEdits(p.Runs, a.Words.Keys, b.Words.Keys, gapA, gapB)
		}
		p.Runs = appendRun(p.Runs, r)
	}
	first, last := p.Runs[0], p.Runs[len(p.Runs)-1]
	p.WordsA = news.Range{Start: first.A, End: last.A + last.Words}
	p.WordsB = news.Range{Start: first.B, End: last.B + last.Words}
	p.A, p.B = a.Words.Span(p.WordsA), b.Words.Span(p.WordsB)
	for _, r := range p.Runs {
		p.Equal += r.Words
		p.Longest = max(p.Longest, r.Words)
		for n := range r.Words {
			if a.Words.Quoted[r.A+n] && b.Words.Quoted[r.B+n] {
				p.Quoted++
			}
		}
	}
	p.Changes = Changes(a, b, p.Runs)
	return p
}

// appendRun adds a run, joined to the last where it goes straight on.
func appendRun(runs []news.Run, r news.Run) []news.Run {
	if n := len(runs); n > 0 {
		last := &runs[n-1]
		if last.A+last.Words == r.A && last.B+last.Words == r.B {
			last.Words += r.Words
			return runs
		}
	}
	return append(runs, r)
}

// appendEdits adds the words that two gaps have in common, by the word-level
// diff of go-diff (Myers 1986). Its clock is switched off: with a time limit the
// result would depend on the machine.
func appendEdits(runs []news.Run, a, b []uint64, gapA, gapB news.Range) []news.Run {
	if gapA.Len() == 0 || gapB.Len() == 0 {
		return runs
	}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0
	letters := map[uint64]rune{}
	wordsA := runes(a[gapA.Start:gapA.End], letters)
	wordsB := runes(b[gapB.Start:gapB.End], letters)
	i, j := gapA.Start, gapB.Start
	for _, d := range dmp.DiffMainRunes(wordsA, wordsB, false) {
		n := utf8.RuneCountInString(d.Text)
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			runs = appendRun(runs, news.Run{A: i, B: j, Words: n})
			i, j = i+n, j+n
		case diffmatchpatch.DiffDelete:
			i += n
		case diffmatchpatch.DiffInsert:
			j += n
		}
	}
	return runs
}

// runes stands each word for a rune of its own, for go-diff compares runes.
// Surrogates are left out: they do not survive the way through a string.
func runes(keys []uint64, letters map[uint64]rune) []rune {
	out := make([]rune, len(keys))
	for i, k := range keys {
		r, ok := letters[k]
		if !ok {
			r = rune(len(letters) + 1)
			if r >= 0xD800 {
				r += 0x800
			}
			letters[k] = r
		}
		out[i] = r
	}
	return out
}

// Changes lists the edits between the runs that a and b share, as written.
func Changes(a, b Text, runs []news.Run) []news.Change {
	var list []news.Change
	for i := 1; i < len(runs); i++ {
		before, r := runs[i-1], runs[i]
		list = append(list, Replaced(a, b,
			news.Range{Start: before.A + before.Words, End: r.A},
			news.Range{Start: before.B + before.Words, End: r.B})...)
	}
	return list
}

// Align returns the words that stand in both ranges in the same order: the
// longest common ones, found by a diff of their words.
func Align(a, b Text, inA, inB news.Range) []news.Run {
	return appendEdits(nil, a.Words.Keys, b.Words.Keys, inA, inB)
}

// Replaced is the edit that makes the words to of b of the words from of a,
// none when both are empty.
func Replaced(a, b Text, from, to news.Range) []news.Change {
	change := news.Change{Op: news.OpReplace, From: words(a, from), To: words(b, to)}
	switch {
	case change.From == "" && change.To == "":
		return nil
	case change.From == "":
		change.Op = news.OpInsert
	case change.To == "":
		change.Op = news.OpDelete
	}
	return []news.Change{change}
}

// words is the text of a range of words. What stands between two paragraphs of
// the story, a caption or a menu, is left out.
func words(t Text, r news.Range) string {
	if r.Len() == 0 {
		return ""
	}
	var parts []string
	for _, p := range t.Words.Paragraphs {
		part := news.Range{Start: max(p.Start, r.Start), End: min(p.End, r.End)}
		if part.Len() > 0 {
			span := t.Words.Span(part)
			parts = append(parts, t.Text[span.Start:span.End])
		}
	}
	return strings.Join(parts, " ")
}

// Read prepares an article for comparison.
func Read(a *news.Article, opts Options) Text {
	s := new(segment.Sequence)
	s.Read(a)
	return NewText(a.Text, s, opts)
}

// NewText prepares the words of a text for comparison.
func NewText(text string, words *segment.Sequence, opts Options) Text {
	return Text{Text: text, Words: words, Seeds: fingerprint.Shingles(nil, words.Keys, opts.Seed)}
}
