package report

import (
	"fmt"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// margin is how far all but a story's title is set in.
const margin = 2

// storyBlocks is a story set in lines, in parts of which some can be left out.
type storyBlocks struct {
	opts     TextOptions
	head     []line
	articles []told
	rows     [][]line // those that may be shown
	hidden   int      // rows that are not laid out at all
	facts    []line   // what was changed
	quotes   []line   // what was quoted
}

// setStory lays out a story.
func setStory(s story, opts TextOptions) storyBlocks {
	b := storyBlocks{opts: opts, head: setHead(s, opts.Width), articles: s.articles}
	b.facts = setChanged(s.drifts, opts)
	b.quotes = setQuoted(s.quotes, opts)
	rows := shownRows(s.rows, opts)
	if opts.limited() && len(rows) > opts.Lines {
		b.hidden = len(rows) - opts.Lines
		rows = rows[:opts.Lines]
	}
	for i, r := range rows {
		b.rows = append(b.rows, indent(margin, setRow(i+1, tellRow(r, s.name), opts)))
	}
	return b
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

// all is the whole story.
func (b storyBlocks) all() []line { return b.lines(len(b.articles), len(b.rows)) }

// within is as much of the story as the given number of lines can hold: half
// of what its head leaves for articles, half for rows, but at least three
// articles and one row. Neither takes what only the other can use.
func (b storyBlocks) within(lines int) []line {
	articles, rows := min(len(b.articles), 3), min(len(b.rows), 1)
	length := func() int { return len(b.lines(articles, rows)) }
	grow := func(n *int, most, limit int) {
		for *n < most {
			*n++
			if length() > limit {
				*n--
				return
			}
		}
	}
	least := length()
	grow(&articles, len(b.articles), least+(lines-least)/2)
	grow(&rows, len(b.rows), lines)
	grow(&articles, len(b.articles), lines)
	return b.lines(articles, rows)
}

// lines joins the head, so many articles and so many rows.
func (b storyBlocks) lines(articles, rows int) []line {
	out := append(slices.Clone(b.head), line{})
	out = append(out, b.table(articles)...)
	if len(b.facts) > 0 {
		out = append(append(out, line{}), b.facts...)
	}
	if len(b.quotes) > 0 {
		out = append(append(out, line{}), b.quotes...)
	}
	if len(b.rows) == 0 {
		return out
	}
	out = append(append(out, line{}), b.rowsHead(rows)...)
	for i, block := range b.rows[:rows] {
		if i > 0 && !b.opts.limited() {
			out = append(out, line{})
		}
		out = append(out, block...)
	}
	return out
}

// rowsHead tells which paragraphs follow and how to see the others.
func (b storyBlocks) rowsHead(shown int) []line {
	total := len(b.rows) + b.hidden
	text := "Shared paragraphs"
	if b.opts.Paragraphs == ParagraphsAll {
		text = "Paragraphs"
	}
	if shown < total {
		few := ""
		if shown > 1 {
			few = number(shown) + " "
		}
		text += fmt.Sprintf(", the %smost carried of %s (--paragraphs all shows them all)", few, number(total))
	}
	return indent(margin, paragraph(faint, text, b.opts.Width-margin, 0))
}

// headlineWidth is the width from which the table has room for headlines: in a
// narrower one they would leave a few letters of everything.
const headlineWidth = 100

// table lists the first articles, one a line.
func (b storyBlocks) table(articles int) []line {
	heads := []column{
		{title: "Outlet", least: 8, order: 1},
		{title: "Published", least: len("31 Dec 23:59"), order: 2},
		{title: "Credit", least: 9, order: 0},
		{title: "Whose copy", least: 12, order: 1},
		{title: "Headline", least: 12, order: 0},
	}
	var rows [][]piece
	for _, a := range b.articles[:articles] {
		rows = append(rows, []piece{
			{a.name, plain},
			orFaint(a.published, "undated"),
			orFaint(a.credit, "none"),
			{a.share.String(), plain},
			{a.title, plain},
		})
	}
	if b.opts.Width < headlineWidth {
		last := len(heads) - 1
		heads = heads[:last]
		for i := range rows {
			rows[i] = rows[i][:last]
		}
	}
	lines := table(heads, rows, b.opts.Width-margin)
	if more := len(b.articles) - articles; more > 0 {
		text := "and " + count(more, "more article", "more articles") + "; --format json has them all"
		lines = append(lines, lineOf(faint, cut(text, b.opts.Width-margin)))
	}
	return indent(margin, lines)
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
