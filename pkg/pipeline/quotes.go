package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/quote"
)

// quotes finds what articles on one event quote in common, event by event; with
// RowsAll also what only one of them quotes.
func (w writer) quotes(ctx context.Context) ([]news.Quotation, error) {
	if w.EventOf == nil || w.opts.Rows == RowsNone {
		return nil, nil // a scan without events stops after text reuse
	}
	of := make([][]news.Quotation, len(w.findings.events))
	newReader := func() *quote.Reader { return new(quote.Reader) }
	err := eachWith(ctx, w.opts.Jobs, len(of), Silent{}, newReader, func(r *quote.Reader, e int) { of[e] = w.quotesOf(r, e) })
	if err != nil {
		return nil, err
	}
	all := slices.Concat(of...)
	for i := range all {
		all[i].ID = fmt.Sprintf("q%d", i+1)
	}
	return all, nil
}

// quotesOf are the utterances of an event, the most widely carried first.
func (w writer) quotesOf(r *quote.Reader, e int) (records []news.Quotation) {
	quotations := w.quotationsOf(r, e)
	least := 2
	if w.opts.Rows == RowsAll {
		least = 1
	}
	for _, u := range quote.Group(quotations) {
		if articlesOf(u, quotations) >= least {
			records = append(records, w.quotation(e, u, quotations))
		}
	}
	slices.SortStableFunc(records, func(a, b news.Quotation) int { return cmp.Compare(len(b.Carriers), len(a.Carriers)) })
	return records
}

// quotationsOf reads the articles of an event that have quoted words in common.
func (w writer) quotationsOf(r *quote.Reader, e int) (all []quote.Quotation) {
	articles := slices.Sorted(slices.Values(w.findings.events[e]))
	every := w.opts.Rows == RowsAll
	if len(articles) < 2 && !every {
		return nil
	}
	texts := make([]*align.Text, len(articles))
	for i, a := range articles {
		texts[i] = &w.Texts[a]
	}
	for i, echo := range quote.Echoes(texts) {
		if every {
			echo.Quoted = quote.Everything()
		}
		if len(echo.Quoted)+len(echo.Unmarked) > 0 {
			all = append(all, r.Read(&w.Articles[articles[i]], articles[i], echo.Quoted)...)
			all = append(all, r.Unmarked(echo.Unmarked, articles[i])...)
		}
	}
	return all
}

// articlesOf counts the articles that carry an utterance.
func articlesOf(u quote.Utterance, quotations []quote.Quotation) int {
	articles := map[int]bool{}
	for _, c := range u.Carriers {
		articles[quotations[c.Quotation].Article] = true
	}
	return len(articles)
}

// quotation is the record of an utterance.
func (w writer) quotation(e int, u quote.Utterance, quotations []quote.Quotation) news.Quotation {
	source := &quotations[u.Source]
	record := news.Quotation{
		Event:    w.eventID(e),
		Text:     source.Wording(source.All()),
		Source:   news.RowSource{Article: w.id(source.Article), Span: source.Span()},
		Carriers: make([]news.QuotationCarrier, len(u.Carriers)),
	}
	for i, c := range u.Carriers {
		q := &quotations[c.Quotation]
		record.Carriers[i] = news.QuotationCarrier{
			Article: w.id(q.Article), Outlet: w.Articles[q.Article].Outlet.Name, Span: q.Span(),
			Kinds: c.Kinds, Similarity: round(c.Similarity), Speaker: q.Speaker.Name, Changes: make([]news.Change, len(c.Edits)),
		}
		for k, e := range c.Edits {
			record.Carriers[i].Changes[k] = news.Change{From: source.Wording(e.From), To: q.Wording(e.To)}
		}
		operations(record.Carriers[i].Changes)
	}
	speakers := quote.SpeakersOf(u, quotations)
	if len(speakers) == 0 {
		return record
	}
	by := &quotations[speakers[0]]
	record.Speaker, record.Title = by.Speaker.Name, by.Speaker.Title
	record.Evidence = &news.Fact{Article: w.id(by.Article), Span: by.Speaker.Span, Text: by.Text[by.Speaker.Span.Start:by.Speaker.Span.End]}
	for _, q := range speakers[1:] {
		record.Others = append(record.Others, quotations[q].Speaker.Name)
	}
	return record
}
