package report

import "github.com/wireprint/wireprint/pkg/news"

// Tables of paragraphs and quotations, and of what was changed in them.

func paragraphsTable(r *news.Report) Table {
	type record = news.Row
	return tableOf("paragraphs", r.Rows,
		words("id", "Id of the paragraph.", func(p *record) string { return p.ID }),
		words("event", "Id of its event.", func(p *record) string { return p.Event }),
		words("family", "Id of the family of its source; carriers can be of others.", func(p *record) string { return p.Family }),
		words("text", "Its canonical wording.", func(p *record) string { return p.Text }),
		words("source_article", "Id of the article that this wording is from.", func(p *record) string { return p.Source.Article }),
		whole("start", "Byte of that article's text at which it begins.", func(p *record) int { return p.Source.Span.Start }),
		whole("end", "Byte at which it ends.", func(p *record) int { return p.Source.Span.End }),
		whole("carriers", "How many articles carry it, that one included; the table carriers has them.", func(p *record) int { return len(p.Carriers) }),
	)
}

// carrierOf is a carrier with the paragraph that it carries.
type carrierOf struct {
	paragraph string
	*news.Carrier
}

func carriersTable(r *news.Report) Table {
	var all []carrierOf
	for i := range r.Rows {
		for k := range r.Rows[i].Carriers {
			all = append(all, carrierOf{r.Rows[i].ID, &r.Rows[i].Carriers[k]})
		}
	}
	return tableOf("carriers", all,
		words("paragraph", "Id of the paragraph.", func(c *carrierOf) string { return c.paragraph }),
		words("article", "Id of an article that carries it.", func(c *carrierOf) string { return c.Article }),
		words("outlet", "The article's outlet; empty when unknown.", func(c *carrierOf) string { return c.Outlet }),
		words("class", "How: verbatim, edited, rewritten (the same in other words), excerpt (a part of it) or quote.", func(c *carrierOf) string { return string(c.Class) }),
		part("similarity", "Share of the paragraph's words that the article has; if it is rewritten, how alike the rare words are.", func(c *carrierOf) float64 { return c.Similarity }),
		whole("start", "Byte of the article's text at which that begins.", func(c *carrierOf) int { return c.Span.Start }),
		whole("end", "Byte at which it ends.", func(c *carrierOf) int { return c.Span.End }),
		lists("changes", "What was changed: [-words of the paragraph-]{+words of the article+}.", func(c *carrierOf) []string { return ChangeTexts(c.Changes) }),
		words("text", "The article's own wording, if it is rewritten.", func(c *carrierOf) string { return c.Text }),
	)
}

func driftTable(r *news.Report) Table {
	type record = news.Drift
	return tableOf("drift", r.Drift,
		words("paragraph", "Id of the paragraph in which two carriers give a fact differently.", func(d *record) string { return d.Row }),
		words("kind", "What differs: number, date, name, place, title, quote, attribution or negation.", func(d *record) string { return string(d.Kind) }),
		words("relation", "correction or update (the same publisher later), drift (between two outlets) or unknown.", func(d *record) string { return string(d.Relation) }),
		words("from_article", "Id of the paragraph's own article; in a correction or an update, of the earlier one.", func(d *record) string { return d.From.Article }),
		words("from_text", "What it says.", func(d *record) string { return d.From.Text }),
		whole("from_start", "Byte of its text at which that begins.", func(d *record) int { return d.From.Span.Start }),
		whole("from_end", "Byte at which it ends.", func(d *record) int { return d.From.Span.End }),
		words("to_article", "Id of the other article.", func(d *record) string { return d.To.Article }),
		words("to_text", "What that says.", func(d *record) string { return d.To.Text }),
		whole("to_start", "Byte of its text at which that begins.", func(d *record) int { return d.To.Span.Start }),
		whole("to_end", "Byte at which it ends.", func(d *record) int { return d.To.Span.End }),
	)
}

func quotesTable(r *news.Report) Table {
	type record = news.Quotation
	return tableOf("quotes", r.Quotes,
		words("id", "Id of the quotation.", func(q *record) string { return q.ID }),
		words("event", "Id of its event.", func(q *record) string { return q.Event }),
		words("text", "Its fullest wording.", func(q *record) string { return q.Text }),
		words("speaker", "Who said it, as most carriers have it; empty when none says.", func(q *record) string { return q.Speaker }),
		words("title", "What the speaker is, as written.", func(q *record) string { return q.Title }),
		lists("other_speakers", "Whom other carriers name instead.", func(q *record) []string { return q.Others }),
		words("source_article", "Id of the article that this wording is from.", func(q *record) string { return q.Source.Article }),
		whole("carriers", "In how many places articles carry it; the table quoted has them.", func(q *record) int { return len(q.Carriers) }),
	)
}

// quotingArticle is a carrier of a quotation, with its id.
type quotingArticle struct {
	quote string
	*news.QuotationCarrier
}

func quotedTable(r *news.Report) Table {
	var all []quotingArticle
	for i := range r.Quotes {
		for k := range r.Quotes[i].Carriers {
			all = append(all, quotingArticle{r.Quotes[i].ID, &r.Quotes[i].Carriers[k]})
		}
	}
	return tableOf("quoted", all,
		words("quote", "Id of the quotation.", func(c *quotingArticle) string { return c.quote }),
		words("article", "Id of an article that carries it; one that gives it in pieces is there once for each.", func(c *quotingArticle) string { return c.Article }),
		words("outlet", "The article's outlet; empty when unknown.", func(c *quotingArticle) string { return c.Outlet }),
		lists("kinds", "What it made of it: verbatim, shortened, joined (with another one), altered or unmarked (without quotation marks).", func(c *quotingArticle) []string { return plainTexts(c.Kinds) }),
		part("similarity", "Share of the quotation's words that it has.", func(c *quotingArticle) float64 { return c.Similarity }),
		words("speaker", "Who said it, as this article has it; empty when it does not say.", func(c *quotingArticle) string { return c.Speaker }),
		whole("start", "Byte of the article's text at which it begins.", func(c *quotingArticle) int { return c.Span.Start }),
		whole("end", "Byte at which it ends.", func(c *quotingArticle) int { return c.Span.End }),
		lists("changes", "What was changed: [-words of the quotation-]{+words of the article+}.", func(c *quotingArticle) []string { return ChangeTexts(c.Changes) }),
	)
}
