package report

import "github.com/wireprint/wireprint/pkg/news"

// Tables of outlets, their owners, and who took what from whom.

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
		whole("own_words", "Of these, words that it took from nobody, as far as the run tells.", func(o *record) int { return o.OwnWords }),
		whole("credited_words", "Of these, others' copy in articles that name its origin.", func(o *record) int { return o.CreditedWords }),
		whole("uncredited_words", "Of these, others' copy in articles that do not.", func(o *record) int { return o.UncreditedWords }),
		whole("undecided_words", "Of these, shared copy of which it is not known who took it from whom.", func(o *record) int { return o.UndecidedWords }),
	)
}

func ownersTable(r *news.Report) Table {
	type record = news.OwnerRecord
	return tableOf("owners", r.Owners,
		words("name", "Name of the owner.", func(o *record) string { return o.Name }),
		lists("outlets", "Its outlets.", func(o *record) []string { return o.Outlets }),
		whole("articles", "How many articles they have.", func(o *record) int { return o.Articles }),
		whole("own_paragraphs", "Paragraphs that only they carry.", func(o *record) int { return o.OwnParagraphs }),
		whole("carried_paragraphs", "Paragraphs that others carry too.", func(o *record) int { return o.CarriedParagraphs }),
		whole("credited", "Articles of shared copy that credit an agency.", func(o *record) int { return o.Credited }),
		whole("uncredited", "Articles of shared copy that credit none.", func(o *record) int { return o.Uncredited }),
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
		lists("evidence", "Why, for up to three of them.", func(e *record) []string { return e.Evidence }),
	)
}

func auditTable(r *news.Report) Table {
	type record = news.Audit
	return tableOf("audit", r.Audit,
		words("article", "Id of an article that shares copy, or credits somebody.", func(a *record) string { return a.Article }),
		words("outlet", "Its outlet; empty when unknown.", func(a *record) string { return a.Outlet }),
		words("event", "Id of its event.", func(a *record) string { return a.Event }),
		words("finding", "What was found of its credits: origin (others ran its copy), credited, mostly-own (it credits and is mostly its own), uncredited, removed (the credit stood where it took the copy from), replaced (it names somebody else), undecided (who took from whom is not known) or unchecked (no copy of the agency is here).",
			func(a *record) string { return string(a.Finding) }),
		words("origin", "Agency or outlet whose copy it is, or that it credits; empty when unknown.", func(a *record) string { return a.Origin }),
		words("from", "Id of the article that it took its copy from, if that is one of the run.", func(a *record) string { return a.From }),
		whole("words", "News words of the article.", func(a *record) int { return a.Words }),
		whole("copied_words", "Of these, taken from others.", func(a *record) int { return a.CopiedWords }),
		whole("undecided_words", "Of these, shared with others, and who took them from whom is not known.", func(a *record) int { return a.UndecidedWords }),
		lists("evidence", "The words that prove it.", func(a *record) []string { return a.Evidence }),
	)
}
