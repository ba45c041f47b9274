package report

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// margin is how far all but a story's title is set in.
const margin = 2

// storyBlocks is a story set in lines: its head, and lists of which some can be left
// out.
type storyBlocks struct {
	head  []line
	lists []listing
}

// setStory lays out a story.
func setStory(s story, opts TextOptions) storyBlocks {
	return storyBlocks{
		head:  setHead(s, opts.Width),
		lists: []listing{setArticles(s.articles, opts), setChanged(s.drifts, opts), setQuoted(s.quotes, opts), setRows(s, opts)},
	}
}

// all is the whole story.
func (b storyBlocks) all() []line { return inFull(b.head, b.lists) }

// within is as much of the story as the given number of lines can hold.
func (b storyBlocks) within(lines int) []line { return inLines(b.head, b.lists, lines) }

// setArticles lists articles, one a line.
func setArticles(articles []told, opts TextOptions) listing {
	return listing{
		items: len(articles),
		least: 3,
		parts: 2,
		lines: func(shown int) []line {
			lines := articleLines(foremost(articles, shown), opts)
			if more := len(articles) - shown; more > 0 {
				text := "and " + count(more, "more article", "more articles") + ", see --section events"
				lines = append(lines, paragraph(faint, text, opts.Width-margin, 0)...)
			}
			return indent(margin, lines)
		},
	}
}

// foremost chooses so many articles, in their order: those that others took from, then
// those that carry the same copy, then the others.
func foremost(articles []told, n int) []told {
	order := make([]int, len(articles))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(articles[a].share.rank(), articles[b].share.rank())
	})
	order = slices.Sorted(slices.Values(order[:n]))
	chosen := make([]told, n)
	for i, k := range order {
		chosen[i] = articles[k]
	}
	return chosen
}

// headlineWidth is the width from which the table has room for headlines: in a
// narrower one they would leave a few letters of everything.
const headlineWidth = 100

func articleLines(articles []told, opts TextOptions) []line {
	heads := []column{
		{title: "Outlet", least: 8, order: 1, middle: true},
		{title: "Published", least: len("31 Dec 23:59"), order: 2},
		{title: "Credit", least: 9, order: 1},
		{title: "Whose copy", least: 12, order: 1},
		{title: "Headline", least: 18, order: 0},
	}
	if opts.Width < headlineWidth {
		heads = heads[:len(heads)-1]
	}
	var rows [][]piece
	for _, a := range articles {
		row := []piece{
			{a.name, plain},
			orFaint(a.published, "undated"),
			orFaint(a.credit, "none"),
			{a.share.String(), plain},
			{a.title, plain},
		}
		rows = append(rows, row[:len(heads)])
	}
	return table(heads, rows, opts.Width-margin)
}

// setRows lists the paragraphs that opts chooses. A report that is kept short lays out
// no more of them than it has lines.
func setRows(s story, opts TextOptions) listing {
	rows := shownRows(s.rows, opts)
	if len(rows) == 0 {
		return listing{}
	}
	total := len(rows)
	if opts.limited() {
		rows = rows[:min(total, opts.Lines)]
	}
	set := make([][]line, len(rows))
	for i, r := range rows {
		set[i] = indent(margin, setRow(i+1, tellRow(r, s.name), opts))
	}
	return listing{
		items: len(rows),
		least: 1,
		lines: func(shown int) []line {
			lines := rowsHead(shown, total, opts)
			for i, block := range set[:shown] {
				if i > 0 && !opts.limited() {
					lines = append(lines, line{})
				}
				lines = append(lines, block...)
			}
			return lines
		},
	}
}

// shownRows chooses and orders the rows: all of them in reading order, or the
// shared ones with the most widely carried first, since the others may be cut.
func shownRows(rows []*news.Row, opts TextOptions) []*news.Row {
	least := 1
	switch opts.Paragraphs {
	case ParagraphsNone:
		return nil
	case ParagraphsSyndicated:
		least = 2
	}
	var shown []*news.Row
	for _, r := range rows {
		if len(r.Carriers) >= least {
			shown = append(shown, r)
		}
	}
	if opts.Paragraphs == ParagraphsSyndicated {
		slices.SortStableFunc(shown, func(a, b *news.Row) int { return carriedCopies(b) - carriedCopies(a) })
	}
	return shown
}

// rowsHead tells which paragraphs follow and how to see the others.
func rowsHead(shown, total int, opts TextOptions) []line {
	text := "Shared paragraphs"
	if opts.Paragraphs == ParagraphsAll {
		text = "Paragraphs"
	}
	if shown < total {
		few := ""
		if shown > 1 {
			few = number(shown) + " "
		}
		text += fmt.Sprintf(", the %smost widely carried of %s, see --paragraphs all", few, number(total))
	}
	return indent(margin, paragraph(faint, text, opts.Width-margin, 0))
}

// orFaint is text or, where there is none, a word that says so.
func orFaint(text, none string) piece {
	if text == "" {
		return piece{none, faint}
	}
	return piece{text, plain}
}

// carriedCopies is how many carriers have a row's words, not only its matter.
func carriedCopies(r *news.Row) (n int) {
	for _, c := range r.Carriers {
		if c.Class != news.Rewritten {
			n++
		}
	}
	return n
}
