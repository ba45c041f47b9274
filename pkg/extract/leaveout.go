package extract

import (
	"strings"
	"unicode"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// LeaveOut makes boilerplate of stretches of an article's words. Paragraphs are
// split where a stretch begins or ends within them, so that the rest of them is
// news text as before. The words must have been read from the article; those
// left out are taken away, so that they are what reading it again would give, but
// for quotations, which go on behind what stood in the middle of them.
func LeaveOut(a *news.Article, words *segment.Sequence, stretches []news.Range) {
	var all []news.Paragraph
	body := 0
	for _, p := range a.Paragraphs {
		if p.Role != news.RoleBody {
			all = append(all, p)
			continue
		}
		c := cutter{text: a.Text, paragraph: p.Span, words: words, inside: words.Paragraphs[body]}
		all = c.cut(all, stretches)
		body++
	}
	a.Paragraphs = all
	takeAway(words, stretches)
}

// cutter cuts a paragraph to parts.
type cutter struct {
	text      string
	paragraph news.Span
	words     *segment.Sequence
	inside    news.Range // of the paragraph
}

func (c cutter) cut(parts []news.Paragraph, stretches []news.Range) []news.Paragraph {
	from := c.inside.Start
	for _, s := range stretches {
		start, end := max(s.Start, c.inside.Start), min(s.End, c.inside.End)
		if start >= end {
			continue
		}
		if from < start {
			parts = append(parts, news.Paragraph{Span: c.span(from, start), Role: news.RoleBody})
		}
		parts = append(parts, news.Paragraph{Span: c.span(start, end), Role: news.RoleBoilerplate})
		from = end
	}
	if from < c.inside.End || c.inside.Len() == 0 {
		parts = append(parts, news.Paragraph{Span: c.span(from, c.inside.End), Role: news.RoleBody})
	}
	return parts
}

// span is the text of the words from start to end, with the punctuation that
// belongs to them: what stands before a space goes with the word before it.
func (c cutter) span(start, end int) news.Span {
	span := c.paragraph
	if start > c.inside.Start {
		between := c.between(start)
		if space := strings.IndexFunc(between, unicode.IsSpace); space >= 0 {
			between = strings.TrimLeftFunc(between[space:], unicode.IsSpace)
		} else {
			between = ""
		}
		span.Start = int(c.words.Starts[start]) - len(between)
	}
	if end < c.inside.End {
		between := c.between(end)
		if space := strings.IndexFunc(between, unicode.IsSpace); space >= 0 {
			between = between[:space]
		}
		span.End = int(c.words.Ends[end-1]) + len(between)
	}
	return span
}

// between is the text before a word, back to the word before it.
func (c cutter) between(word int) string {
	return c.text[c.words.Ends[word-1]:c.words.Starts[word]]
}

// takeAway deletes stretches of words, and cuts the paragraphs there.
func takeAway(words *segment.Sequence, stretches []news.Range) {
	var paragraphs []news.Range
	kept := 0
	keep := func(start, end int) {
		copy(words.Keys[kept:], words.Keys[start:end])
		copy(words.Starts[kept:], words.Starts[start:end])
		copy(words.Ends[kept:], words.Ends[start:end])
		copy(words.Marks[kept:], words.Marks[start:end])
		paragraphs = append(paragraphs, news.Range{Start: kept, End: kept + end - start})
		kept += end - start
	}
	for _, p := range words.Paragraphs {
		from := p.Start
		for _, s := range stretches {
			start, end := max(s.Start, p.Start), min(s.End, p.End)
			if start >= end {
				continue
			}
			if from < start {
				keep(from, start)
			}
			from = end
		}
		if from < p.End || p.Len() == 0 {
			keep(from, p.End)
		}
	}
	words.Keys, words.Starts = words.Keys[:kept], words.Starts[:kept]
	words.Ends, words.Marks = words.Ends[:kept], words.Marks[:kept]
	words.Paragraphs = paragraphs
	words.FindQuotations()
}
