package align

import (
	"slices"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
	"github.com/wireprint/wireprint/pkg/news"
)

// describe makes a passage of a chain: the words between its runs are compared
// one by one, which yields some short runs more. The passage's runs are valid
// until the next is described.
func (c *Comparer) describe(b Text, chain []news.Run) news.Passage {
	p := news.Passage{Runs: c.edited[:0]}
	for i, r := range chain {
		if i > 0 {
			before := chain[i-1]
			gapA := news.Range{Start: before.A + before.Words, End: r.A}
			gapB := news.Range{Start: before.B + before.Words, End: r.B}
			p.Runs = appendEdits(p.Runs, c.a.Keys, b.Keys, gapA, gapB)
		}
		p.Runs = appendRun(p.Runs, r)
	}
	c.edited = p.Runs
	for _, r := range p.Runs {
		p.Equal += r.Words
		p.Longest = max(p.Longest, r.Words)
		for n := range r.Words {
			if c.a.Quoted(r.A+n) && b.Quoted(r.B+n) {
				p.Quoted++
			}
		}
	}
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
func appendEdits(runs []news.Run, a, b []uint32, gapA, gapB news.Range) []news.Run {
	if !meet(a[gapA.Start:gapA.End], b[gapB.Start:gapB.End]) {
		return runs // most gaps: one word for another
	}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0
	letters := map[uint32]rune{}
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

// meet reports whether two short lists of words have one in common.
func meet(a, b []uint32) bool {
	return slices.ContainsFunc(a, func(key uint32) bool { return slices.Contains(b, key) })
}

// runes stands each word for a rune of its own, for go-diff compares runes.
// Surrogates are left out: they do not survive the way through a string.
func runes(keys []uint32, letters map[uint32]rune) []rune {
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

// Align returns the words that stand in both ranges in the same order: the
// longest common ones, found by a diff of their words.
func Align(a, b Text, inA, inB news.Range) []news.Run {
	return appendEdits(nil, a.Keys, b.Keys, inA, inB)
}
