package report

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// block is a stretch of a comparison that is shown together: at most one
// paragraph of each article.
type block struct {
	a, b      wording
	stretches []stretch
	shared    bool // part of a passage; else each article has its words alone
	moved     bool // opens a passage that B has before what A has before it
}

// stretch is words that both articles have, or those that each has in the
// place of the other's.
type stretch struct {
	a, b news.Range
	same bool
}

// blocks cuts the comparison into blocks, in the order of A. Each word of both
// articles is in one of them.
func (c *Comparison) blocks() []block {
	a, b := c.A.wording(), c.B.wording()
	before := endsBefore(c.Passages)
	var out []block
	var read news.Range // Start and End are how far A and B have been read
	for i, p := range c.Passages {
		out = appendApart(out, a, b,
			news.Range{Start: read.Start, End: p.A().Start},
			news.Range{Start: before[i], End: p.B().Start})
		out = appendPassage(out, a, b, p, p.B().Start < read.End)
		read.Start = max(read.Start, p.A().End)
		read.End = max(read.End, p.B().End)
	}
	return appendApart(out, a, b,
		news.Range{Start: read.Start, End: len(a.parts)},
		news.Range{Start: read.End, End: len(b.parts)})
}

// endsBefore returns for each passage where in B the one ends that B has before
// it.
func endsBefore(passages []news.Passage) []int {
	order := make([]int, len(passages))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Compare(passages[i].B().Start, passages[j].B().Start)
	})
	ends := make([]int, len(passages))
	end := 0
	for _, i := range order {
		ends[i] = end
		end = max(end, passages[i].B().End)
	}
	return ends
}

// appendApart adds what each article has alone, paragraph beside paragraph.
func appendApart(out []block, a, b wording, rangeA, rangeB news.Range) []block {
	partsA, partsB := a.paragraphs(rangeA), b.paragraphs(rangeB)
	for i := range max(len(partsA), len(partsB)) {
		var s stretch
		if i < len(partsA) {
			s.a = partsA[i]
		}
		if i < len(partsB) {
			s.b = partsB[i]
		}
		out = append(out, block{a: a, b: b, stretches: []stretch{s}})
	}
	return out
}

// appendPassage adds a passage, cut where a paragraph begins in either article.
func appendPassage(out []block, a, b wording, p news.Passage, moved bool) []block {
	now := block{a: a, b: b, shared: true, moved: moved}
	for i, run := range p.Runs {
		if i > 0 {
			before := p.Runs[i-1]
			now.stretches = append(now.stretches, stretch{
				a: news.Range{Start: before.A + before.Words, End: run.A},
				b: news.Range{Start: before.B + before.Words, End: run.B},
			})
		}
		for start := 0; start < run.Words; {
			if (a.opens[run.A+start] || b.opens[run.B+start]) && len(now.stretches) > 0 {
				out = append(out, now)
				now.stretches, now.moved = nil, false
			}
			end := start + 1
			for end < run.Words && !a.opens[run.A+end] && !b.opens[run.B+end] {
				end++
			}
			now.stretches = append(now.stretches, stretch{
				a:    news.Range{Start: run.A + start, End: run.A + end},
				b:    news.Range{Start: run.B + start, End: run.B + end},
				same: true,
			})
			start = end
		}
	}
	return append(out, now)
}
