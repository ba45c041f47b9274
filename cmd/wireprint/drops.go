package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"

	"github.com/wireprint/wireprint/pkg/dedup"
	"github.com/wireprint/wireprint/pkg/news"
)

// drops are what a deduplication leaves out: articles, or parts of articles.
type drops struct {
	articles []dedup.Dropped
	cuts     []dedup.Cut
	byPart   bool
}

func chooseDrops(r *news.Report, opts dedupOptions) drops {
	if opts.level == "paragraph" {
		return drops{cuts: dedup.Paragraphs(r, opts.keep), byPart: true}
	}
	return drops{articles: dedup.Articles(r, opts.keep)}
}

// write writes the list of what was dropped as CSV.
func (d drops) write(w io.Writer) error {
	rows := [][]string{{"article", "kept", "family", "copied", "reason"}}
	if d.byPart {
		rows = [][]string{{"article", "start", "end", "kept", "paragraph", "class"}}
	}
	for _, a := range d.articles {
		rows = append(rows, []string{a.Article, a.Kept, a.Family, strconv.FormatFloat(a.Copied, 'f', -1, 64), a.Reason})
	}
	for _, c := range d.cuts {
		rows = append(rows, []string{c.Article, strconv.Itoa(c.Span.Start), strconv.Itoa(c.Span.End), c.Kept, c.Paragraph, string(c.Class)})
	}
	out := csv.NewWriter(w)
	if err := out.WriteAll(rows); err != nil {
		return fmt.Errorf("writing the list of what was dropped: %w", err)
	}
	return nil
}

func (d drops) summary(articles int) string {
	if d.byPart {
		return fmt.Sprintf("wireprint: %s dropped from %s", count(len(d.cuts), "paragraph"), count(articles, "article"))
	}
	return fmt.Sprintf("wireprint: %d of %s dropped", len(d.articles), count(articles, "article"))
}

// keeps reports whether an article is kept, if not as a whole.
func (d drops) keeps() func(id string) bool {
	dropped := map[string]bool{}
	for _, a := range d.articles {
		dropped[a.Article] = true
	}
	return func(id string) bool { return !dropped[id] }
}

// kept are the articles that are kept, without what was cut from them.
func (d drops) kept(articles []news.Article) []news.Article {
	keeps := d.keeps()
	cuts := map[string][]news.Span{}
	for _, c := range d.cuts {
		cuts[c.Article] = append(cuts[c.Article], c.Span)
	}
	var kept []news.Article
	for _, a := range articles {
		if !keeps(a.ID) {
			continue
		}
		if spans := cuts[a.ID]; len(spans) > 0 {
			a = withoutSpans(a, spans)
		}
		kept = append(kept, a)
	}
	return kept
}

// withoutSpans is an article without parts of its text, and without the paragraphs
// that lie in them.
func withoutSpans(a news.Article, cuts []news.Span) news.Article {
	text := dedup.Without(a.Text, cuts)
	var paragraphs []news.Paragraph
	for _, p := range a.Paragraphs {
		begin := len(dedup.Without(a.Text[:p.Start], clipped(cuts, p.Start)))
		end := len(dedup.Without(a.Text[:p.End], clipped(cuts, p.End)))
		end = min(end, len(text))
		begin = min(begin, end)
		for begin < end && isSpace(text[begin]) {
			begin++
		}
		for end > begin && isSpace(text[end-1]) {
			end--
		}
		if begin < end {
			p.Span = news.Span{Start: begin, End: end}
			paragraphs = append(paragraphs, p)
		}
	}
	a.Text, a.Paragraphs = text, paragraphs
	return a
}

// clipped are spans as far as they lie before end.
func clipped(spans []news.Span, end int) (before []news.Span) {
	for _, s := range spans {
		if s.Start < end {
			before = append(before, news.Span{Start: s.Start, End: min(s.End, end)})
		}
	}
	return before
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }
