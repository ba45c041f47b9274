package main

import (
	"fmt"
	"io"

	"github.com/wireprint/wireprint/pkg/dedup"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/report"
)

// drops are what a deduplication leaves out: articles, or parts of articles.
type drops struct {
	articles []dedup.Dropped
	cuts     []dedup.Cut
	byPart   bool
	records  map[string]*news.ArticleRecord
}

func chooseDrops(r *news.Report, opts dedupOptions) drops {
	d := drops{records: map[string]*news.ArticleRecord{}}
	for i := range r.Articles {
		d.records[r.Articles[i].ID] = &r.Articles[i]
	}
	if opts.level == "paragraph" {
		d.cuts, d.byPart = dedup.Paragraphs(r, opts.keep), true
	} else {
		d.articles = dedup.Articles(r, opts.keep)
	}
	return d
}

// write writes the list of what was dropped as CSV.
func (d drops) write(w io.Writer) error {
	list := d.articleList()
	if d.byPart {
		list = d.cutList()
	}
	if err := report.CSV(w, list); err != nil {
		return fmt.Errorf("writing the list of what was dropped: %w", err)
	}
	return nil
}

// articleList is a row for each article that is dropped.
func (d drops) articleList() report.Table {
	columns := []report.Column{
		{Name: "article"}, {Name: "outlet"}, {Name: "published"}, {Name: "title"}, {Name: "words", Kind: report.Number},
		{Name: "copied", Kind: report.Share}, {Name: "own_words", Kind: report.Number},
		{Name: "kept"}, {Name: "kept_outlet"}, {Name: "kept_published"}, {Name: "family"}, {Name: "reason"},
	}
	var rows [][]any
	for _, a := range d.articles {
		this, kept := d.records[a.Article], d.records[a.Kept]
		copied, own := any(a.Copied), any(a.Own)
		if a.Copied < 0 {
			copied, own = "", ""
		}
		rows = append(rows, []any{
			a.Article, this.Outlet, this.Published, this.Title, this.Words, copied, own, a.Kept, kept.Outlet, kept.Published, a.Family, a.Reason,
		})
	}
	return report.NewTable("dropped", columns, rows)
}

// cutList is a row for each stretch that is cut.
func (d drops) cutList() report.Table {
	columns := []report.Column{
		{Name: "article"}, {Name: "outlet"}, {Name: "start", Kind: report.Number}, {Name: "end", Kind: report.Number}, {Name: "class"},
		{Name: "kept"}, {Name: "kept_outlet"}, {Name: "paragraph"}, {Name: "text"}, {Name: "changes", Kind: report.Lists}, {Name: "reason"},
	}
	var rows [][]any
	for _, c := range d.cuts {
		rows = append(rows, []any{
			c.Article, d.records[c.Article].Outlet, c.Span.Start, c.Span.End, string(c.Class),
			c.Kept, d.records[c.Kept].Outlet, c.Paragraph, c.Text, report.ChangeTexts(c.Changes), c.Reason,
		})
	}
	return report.NewTable("dropped", columns, rows)
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
