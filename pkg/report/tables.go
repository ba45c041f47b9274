package report

import (
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// Table is a list of a report as rows of plain values, for programs that read CSV
// or Parquet. Tables refer to each other by ids, as the lists of the JSON form do.
type Table struct {
	Name    string
	Columns []Column
	rows    int
	row     func(i int, into []any) []any
}

// Column is a column of a table. Its name is that of the field in the JSON form
// where there is one.
type Column struct {
	Name  string
	Kind  Kind
	About string
}

// Kind says what the values of a column are.
type Kind uint8

// The kinds of columns.
const (
	Words  Kind = iota // text; empty when unknown
	Number             // a whole number
	Share              // a number from 0 to 1
	Truth              // true or false
)

// Rows is the number of rows.
func (t Table) Rows() int { return t.rows }

// Row appends the values of row i, one for each column: a string, int, float64 or
// bool as the column's kind says.
func (t Table) Row(i int, into []any) []any { return t.row(i, into) }

// cell is a column with what it takes from a record.
type cell[T any] struct {
	Column
	of func(*T) any
}

func words[T any](name, about string, of func(*T) string) cell[T] {
	return cell[T]{Column{name, Words, about}, func(r *T) any { return of(r) }}
}

func whole[T any](name, about string, of func(*T) int) cell[T] {
	return cell[T]{Column{name, Number, about}, func(r *T) any { return of(r) }}
}

func part[T any](name, about string, of func(*T) float64) cell[T] {
	return cell[T]{Column{name, Share, about}, func(r *T) any { return of(r) }}
}

func truth[T any](name, about string, of func(*T) bool) cell[T] {
	return cell[T]{Column{name, Truth, about}, func(r *T) any { return of(r) }}
}

// tableOf makes a table of a list's records.
func tableOf[T any](name string, list []T, cells ...cell[T]) Table {
	t := Table{Name: name, rows: len(list)}
	for _, c := range cells {
		t.Columns = append(t.Columns, c.Column)
	}
	t.row = func(i int, into []any) []any {
		for _, c := range cells {
			into = append(into, c.of(&list[i]))
		}
		return into
	}
	return t
}

// Tables returns the report's tables: articles, events, families, paragraphs,
// carriers, pairs, copies, outlets, owners, edges, drift, audit, quotes and quoted,
// each with its columns even when it has no rows.
func Tables(r *news.Report) []Table {
	return []Table{
		articlesTable(r), eventsTable(r), familiesTable(r), paragraphsTable(r), carriersTable(r),
		pairsTable(r), copiesTable(r), outletsTable(r), ownersTable(r), edgesTable(r), driftTable(r), auditTable(r),
		quotesTable(r), quotedTable(r),
	}
}

// list joins values that one cell has to hold. None of them has a vertical bar by
// itself, for it would be read as two.
func list(values []string) string {
	clean := make([]string, len(values))
	for i, v := range values {
		clean[i] = strings.ReplaceAll(v, "|", "¦")
	}
	return strings.Join(clean, "|")
}

func articlesTable(r *news.Report) Table {
	type record = news.ArticleRecord
	agencies := func(kind string) func(*record) string {
		return func(a *record) string {
			var names []string
			for _, c := range a.Agencies {
				if c.Kind == kind {
					names = append(names, c.Name)
				}
			}
			return list(names)
		}
	}
	return tableOf("articles", r.Articles,
		words("id", "Id of the article.", func(a *record) string { return a.ID }),
		words("path", "File that it was read from.", func(a *record) string { return a.Path }),
		whole("offset", "Byte at which its text begins there.", func(a *record) int { return a.Offset }),
		words("outlet", "Who published it; empty when unknown.", func(a *record) string { return a.Outlet }),
		words("outlet_evidence", "Where that was found.", func(a *record) string { return a.OutletEvidence }),
		words("agencies", "Agencies that it credits for its words, parted by |.", agencies("text")),
		words("photo_agencies", "Agencies that it credits for pictures, parted by |.", agencies("photo")),
		words("title", "Its headline.", func(a *record) string { return a.Title }),
		words("published", "When it was published, as precisely as is known.", func(a *record) string { return a.Published }),
		words("published_evidence", "Where that was found.", func(a *record) string { return a.PublishedFrom }),
		words("lang", "ISO 639-1 code of its language.", func(a *record) string { return a.Lang }),
		whole("words", "News words.", func(a *record) int { return a.Words }),
		whole("boilerplate_words", "Words that were left out as clutter.", func(a *record) int { return a.BoilerplateWords }),
		whole("template_words", "Of these, words that its outlet repeats.", func(a *record) int { return a.TemplateWords }),
		truth("truncated", "Its text stops in the middle of a sentence.", func(a *record) bool { return a.Truncated }),
		words("event", "Id of its event.", func(a *record) string { return a.Event }),
		words("family", "Id of its family.", func(a *record) string { return a.Family }),
	)
}

func eventsTable(r *news.Report) Table {
	type record = news.Event
	return tableOf("events", r.Events,
		words("id", "Id of the event.", func(e *record) string { return e.ID }),
		words("label", "Headline that stands for it.", func(e *record) string { return e.Label }),
		whole("articles", "How many articles it has.", func(e *record) int { return len(e.Articles) }),
		whole("families", "How many families.", func(e *record) int { return len(e.Families) }),
		whole("outlets", "How many known outlets.", func(e *record) int { return len(e.Outlets) }),
		words("owners", "Owners of these, parted by |.", func(e *record) string { return list(e.Owners) }),
		words("first", "Id of the article that was certainly first.", func(e *record) string { return e.First }),
		words("from", "First known day.", func(e *record) string { return e.From }),
		words("to", "Last known day.", func(e *record) string { return e.To }),
		words("origins", "Those who wrote of it independently, parted by |.", func(e *record) string { return list(e.Origins) }),
		whole("unknown_origins", "Copies of which it is not known whose they are.", func(e *record) int { return e.UnknownOrigins }),
	)
}

func familiesTable(r *news.Report) Table {
	type record = news.Family
	return tableOf("families", r.Families,
		words("id", "Id of the family.", func(f *record) string { return f.ID }),
		words("event", "Id of its event.", func(f *record) string { return f.Event }),
		whole("articles", "How many articles it has.", func(f *record) int { return len(f.Articles) }),
		words("source_article", "Id of the article that is its source.", func(f *record) string { return f.Source.Article }),
		words("source_outside", "Who is its source, if that is not an article of the run.", func(f *record) string { return f.Source.Outside }),
		part("source_score", "How sure that is, 0 when it is unknown.", func(f *record) float64 { return f.SourceScore }),
		words("source_evidence", "Why, parted by |.", func(f *record) string { return list(f.SourceEvidence) }),
		words("canonical", "Id of the article whose wording stands for it.", func(f *record) string { return f.Canonical }),
		part("min_similarity", "Its weakest link.", func(f *record) float64 { return f.MinSimilarity }),
	)
}

func paragraphsTable(r *news.Report) Table {
	type record = news.Row
	return tableOf("paragraphs", r.Rows,
		words("id", "Id of the paragraph.", func(p *record) string { return p.ID }),
		words("event", "Id of its event.", func(p *record) string { return p.Event }),
		words("family", "Id of the family of its source.", func(p *record) string { return p.Family }),
		words("text", "Its canonical wording.", func(p *record) string { return p.Text }),
		words("source_article", "Id of the article that has it.", func(p *record) string { return p.Source.Article }),
		whole("start", "Byte of that article's text at which it begins.", func(p *record) int { return p.Source.Span.Start }),
		whole("end", "Byte at which it ends.", func(p *record) int { return p.Source.Span.End }),
		whole("carriers", "How many articles carry it.", func(p *record) int { return len(p.Carriers) }),
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
		words("article", "Id of the article that carries it.", func(c *carrierOf) string { return c.Article }),
		words("outlet", "Its outlet.", func(c *carrierOf) string { return c.Outlet }),
		words("class", "verbatim, edited, rewritten, excerpt or quote.", func(c *carrierOf) string { return string(c.Class) }),
		part("similarity", "Share of the paragraph's words that it has.", func(c *carrierOf) float64 { return c.Similarity }),
		whole("start", "Byte of the article's text at which that begins.", func(c *carrierOf) int { return c.Span.Start }),
		whole("end", "Byte at which it ends.", func(c *carrierOf) int { return c.Span.End }),
		words("changes", "What was changed, as [-from-]{+to+}, parted by |.", func(c *carrierOf) string { return changesText(c.Changes) }),
		words("text", "Its own wording, if it is rewritten.", func(c *carrierOf) string { return c.Text }),
	)
}

func changesText(changes []news.Change) string {
	var texts []string
	for _, c := range changes {
		text := ""
		if c.From != "" {
			text = "[-" + c.From + "-]"
		}
		if c.To != "" {
			text += "{+" + c.To + "+}"
		}
		texts = append(texts, text)
	}
	return list(texts)
}

func pairsTable(r *news.Report) Table {
	type record = news.Pair
	return tableOf("pairs", r.Pairs,
		words("a", "Id of one article.", func(p *record) string { return p.A }),
		words("b", "Id of the other.", func(p *record) string { return p.B }),
		words("class", "How much of one is the other's copy.", func(p *record) string { return string(p.Class) }),
		part("contained_a", "Share of a's news words that b carries.", func(p *record) float64 { return p.ContainedA }),
		part("contained_b", "Share of b's news words that a carries.", func(p *record) float64 { return p.ContainedB }),
		whole("longest_run", "Words of the longest run that both have.", func(p *record) int { return p.LongestRun }),
		whole("passages", "How many passages they share.", func(p *record) int { return len(p.Passages) }),
		whole("shared_words", "Words of these that both have.", func(p *record) (n int) {
			for _, passage := range p.Passages {
				n += passage.Words
			}
			return n
		}),
		part("cosine", "Of the weights of their terms.", func(p *record) float64 { return p.Cosine }),
	)
}

func outletsTable(r *news.Report) Table {
	type record = news.OutletRecord
	return tableOf("outlets", r.Outlets,
		words("name", "Name of the outlet.", func(o *record) string { return o.Name }),
		words("owner", "Who owns it; empty when unknown.", func(o *record) string { return o.Owner }),
		whole("articles", "How many articles it has.", func(o *record) int { return o.Articles }),
		whole("own_paragraphs", "Paragraphs that no other outlet carries.", func(o *record) int { return o.OwnParagraphs }),
		whole("carried_paragraphs", "Paragraphs that some other outlet carries too.", func(o *record) int { return o.CarriedParagraphs }),
		whole("credited", "Articles of shared copy that credit an agency.", func(o *record) int { return o.Credited }),
		whole("uncredited", "Articles of shared copy that credit none.", func(o *record) int { return o.Uncredited }),
		whole("words", "News words of its articles.", func(o *record) int { return o.Words }),
		whole("own_words", "Of these, words that it took from nobody.", func(o *record) int { return o.OwnWords }),
		whole("credited_words", "Of these, others' copy that is credited.", func(o *record) int { return o.CreditedWords }),
		whole("uncredited_words", "Of these, others' copy that is not.", func(o *record) int { return o.UncreditedWords }),
		whole("undecided_words", "Of these, shared copy of unknown direction.", func(o *record) int { return o.UndecidedWords }),
	)
}

func edgesTable(r *news.Report) Table {
	type record = news.Edge
	return tableOf("edges", r.Edges,
		words("from", "Outlet or agency whose text it is.", func(e *record) string { return e.From }),
		words("to", "Outlet that took it.", func(e *record) string { return e.To }),
		whole("paragraphs", "How many paragraphs.", func(e *record) int { return e.Paragraphs }),
		whole("words", "How many words.", func(e *record) int { return e.Words }),
		whole("articles", "In how many articles.", func(e *record) int { return e.Articles }),
		words("first", "When the first of these was published, of those whose year is known.", func(e *record) string { return e.First }),
		part("score", "How sure it is of these articles, on average.", func(e *record) float64 { return e.Score }),
		words("evidence", "Why, parted by |.", func(e *record) string { return list(e.Evidence) }),
	)
}

func driftTable(r *news.Report) Table {
	type record = news.Drift
	return tableOf("drift", r.Drift,
		words("paragraph", "Id of the paragraph.", func(d *record) string { return d.Row }),
		words("kind", "What differs.", func(d *record) string { return string(d.Kind) }),
		words("relation", "correction, update, drift or unknown.", func(d *record) string { return string(d.Relation) }),
		words("from_article", "Id of the one article.", func(d *record) string { return d.From.Article }),
		words("from_text", "What it says.", func(d *record) string { return d.From.Text }),
		whole("from_start", "Byte of its text at which that begins.", func(d *record) int { return d.From.Span.Start }),
		whole("from_end", "Byte at which it ends.", func(d *record) int { return d.From.Span.End }),
		words("to_article", "Id of the other article.", func(d *record) string { return d.To.Article }),
		words("to_text", "What it says.", func(d *record) string { return d.To.Text }),
		whole("to_start", "Byte of its text at which that begins.", func(d *record) int { return d.To.Span.Start }),
		whole("to_end", "Byte at which it ends.", func(d *record) int { return d.To.Span.End }),
	)
}

func auditTable(r *news.Report) Table {
	type record = news.Audit
	return tableOf("audit", r.Audit,
		words("article", "Id of the article.", func(a *record) string { return a.Article }),
		words("outlet", "Its outlet.", func(a *record) string { return a.Outlet }),
		words("event", "Id of its event.", func(a *record) string { return a.Event }),
		words("finding", "What was found of its credits.", func(a *record) string { return string(a.Finding) }),
		words("origin", "Whose copy it carries, or whom it credits.", func(a *record) string { return a.Origin }),
		words("from", "Id of the article that it took its copy from.", func(a *record) string { return a.From }),
		whole("words", "News words of the article.", func(a *record) int { return a.Words }),
		whole("copied_words", "Of these, taken from others.", func(a *record) int { return a.CopiedWords }),
		whole("undecided_words", "Of these, shared, and who took them is not known.", func(a *record) int { return a.UndecidedWords }),
		words("evidence", "The words that prove it, parted by |.", func(a *record) string { return list(a.Evidence) }),
	)
}

// copied is a copy with the family that it belongs to.
type copied struct {
	family string
	*news.Copy
}

func copiesTable(r *news.Report) Table {
	var all []copied
	for i := range r.Families {
		for k := range r.Families[i].Copies {
			all = append(all, copied{r.Families[i].ID, &r.Families[i].Copies[k]})
		}
	}
	return tableOf("copies", all,
		words("article", "Id of the article.", func(c *copied) string { return c.Article }),
		words("family", "Id of its family.", func(c *copied) string { return c.family }),
		words("from_article", "Id of the article that it took its copy from.", func(c *copied) string { return c.From.Article }),
		words("from_outside", "Who it took it from, if that is not an article of the run.", func(c *copied) string { return c.From.Outside }),
		part("score", "How sure that is, 0 when it is unknown.", func(c *copied) float64 { return c.Score }),
		words("evidence", "Why, parted by |.", func(c *copied) string { return list(c.Evidence) }),
	)
}

func ownersTable(r *news.Report) Table {
	type record = news.OwnerRecord
	return tableOf("owners", r.Owners,
		words("name", "Name of the owner.", func(o *record) string { return o.Name }),
		words("outlets", "Its outlets, parted by |.", func(o *record) string { return list(o.Outlets) }),
		whole("articles", "How many articles they have.", func(o *record) int { return o.Articles }),
		whole("own_paragraphs", "Paragraphs that only they carry.", func(o *record) int { return o.OwnParagraphs }),
		whole("carried_paragraphs", "Paragraphs that others carry too.", func(o *record) int { return o.CarriedParagraphs }),
		whole("credited", "Articles of shared copy that credit an agency.", func(o *record) int { return o.Credited }),
		whole("uncredited", "Articles of shared copy that credit none.", func(o *record) int { return o.Uncredited }),
	)
}

func quotesTable(r *news.Report) Table {
	type record = news.Quotation
	return tableOf("quotes", r.Quotes,
		words("id", "Id of the quotation.", func(q *record) string { return q.ID }),
		words("event", "Id of its event.", func(q *record) string { return q.Event }),
		words("text", "Its fullest wording.", func(q *record) string { return q.Text }),
		words("speaker", "Who said it; empty when unknown.", func(q *record) string { return q.Speaker }),
		words("title", "What the speaker is.", func(q *record) string { return q.Title }),
		words("other_speakers", "Whom others name instead, parted by |.", func(q *record) string { return list(q.Others) }),
		words("source_article", "Id of the article that has this wording.", func(q *record) string { return q.Source.Article }),
		whole("carriers", "How many quotations carry it.", func(q *record) int { return len(q.Carriers) }),
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
	kinds := func(c *quotingArticle) string {
		var names []string
		for _, k := range c.Kinds {
			names = append(names, string(k))
		}
		return list(names)
	}
	return tableOf("quoted", all,
		words("quote", "Id of the quotation.", func(c *quotingArticle) string { return c.quote }),
		words("article", "Id of the article that carries it.", func(c *quotingArticle) string { return c.Article }),
		words("outlet", "Its outlet.", func(c *quotingArticle) string { return c.Outlet }),
		words("kinds", "What it made of it, parted by |.", kinds),
		part("similarity", "Share of the quotation's words that it has.", func(c *quotingArticle) float64 { return c.Similarity }),
		words("speaker", "Who said it, as this article has it.", func(c *quotingArticle) string { return c.Speaker }),
		whole("start", "Byte of the article's text at which it begins.", func(c *quotingArticle) int { return c.Span.Start }),
		whole("end", "Byte at which it ends.", func(c *quotingArticle) int { return c.Span.End }),
		words("changes", "What was changed, as [-from-]{+to+}, parted by |.", func(c *quotingArticle) string { return changesText(c.Changes) }),
	)
}
