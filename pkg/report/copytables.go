package report

import "github.com/wireprint/wireprint/pkg/news"

// Tables of what was put together, and of whose copy it is.

func eventsTable(r *news.Report) Table {
	type record = news.Event
	return tableOf("events", r.Events,
		words("id", "Id of the event.", func(e *record) string { return e.ID }),
		words("label", "Headline of the article that stands for it.", func(e *record) string { return e.Label }),
		whole("articles", "How many articles are on it; articles.event says which.", func(e *record) int { return len(e.Articles) }),
		whole("families", "How many families these are of.", func(e *record) int { return len(e.Families) }),
		whole("outlets", "How many known outlets.", func(e *record) int { return len(e.Outlets) }),
		lists("owners", "Owners of these, as far as they are known.", func(e *record) []string { return e.Owners }),
		words("first", "Id of the article that was certainly first; empty when that is not certain.", func(e *record) string { return e.First }),
		words("from", "First known day.", func(e *record) string { return e.From }),
		words("to", "Last known day.", func(e *record) string { return e.To }),
		lists("origins", "Agencies and outlets that wrote of it independently.", func(e *record) []string { return e.Origins }),
		whole("unknown_origins", "Copies of which it is not known whose they are, so that there are at most so many more.", func(e *record) int { return e.UnknownOrigins }),
	)
}

func familiesTable(r *news.Report) Table {
	type record = news.Family
	return tableOf("families", r.Families,
		words("id", "Id of the family.", func(f *record) string { return f.ID }),
		words("event", "Id of its event.", func(f *record) string { return f.Event }),
		whole("articles", "How many articles carry its copy; articles.family says which. An article alone is a family too.", func(f *record) int { return len(f.Articles) }),
		words("source_article", "Id of the article that is the copy's source; empty when it is outside, or unknown.", func(f *record) string { return f.Source.Article }),
		words("source_outside", "Agency or outlet that is its source without an article of the run.", func(f *record) string { return f.Source.Outside }),
		part("source_score", "How sure the source is; 0 when it is unknown.", func(f *record) float64 { return f.SourceScore }),
		lists("source_evidence", "Why.", func(f *record) []string { return f.SourceEvidence }),
		words("canonical", "Id of the article whose wording stands for the copy.", func(f *record) string { return f.Canonical }),
		part("min_similarity", "Its weakest link: the lowest likeness of an article to the member nearest to it; 1 for an article alone.", func(f *record) float64 { return f.MinSimilarity }),
		lists("bridges", "Ids of articles without which it would fall apart.", func(f *record) []string { return f.Bridges }),
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
		words("article", "Id of an article that carries others' copy.", func(c *copied) string { return c.Article }),
		words("family", "Id of its family.", func(c *copied) string { return c.family }),
		words("from_article", "Id of the nearest article that it is known to have it from; empty when that is outside, or unknown.", func(c *copied) string { return c.From.Article }),
		words("from_outside", "Whom it has it from, if not from an article of the run.", func(c *copied) string { return c.From.Outside }),
		part("score", "How sure that is; 0 when it is unknown.", func(c *copied) float64 { return c.Score }),
		lists("evidence", "Why.", func(c *copied) []string { return c.Evidence }),
	)
}

// ownPart is a stretch in which an article's version differs from its family's copy.
type ownPart struct {
	family, article, what string
	news.Span
}

func versionsTable(r *news.Report) Table {
	var all []ownPart
	for _, f := range r.Families {
		for _, v := range f.Versions {
			for _, s := range v.Cut {
				all = append(all, ownPart{f.ID, v.Article, "cut", s})
			}
			for _, s := range v.Added {
				all = append(all, ownPart{f.ID, v.Article, "added", s})
			}
		}
	}
	return tableOf("versions", all,
		words("article", "Id of an article that left out whole paragraphs of its family's copy, or has some of its own.", func(p *ownPart) string { return p.article }),
		words("family", "Id of its family.", func(p *ownPart) string { return p.family }),
		words("what", "cut, or added.", func(p *ownPart) string { return p.what }),
		whole("start", "Byte at which the paragraph begins: of the canonical article's text if it is cut, of its own if added.", func(p *ownPart) int { return p.Start }),
		whole("end", "Byte at which it ends.", func(p *ownPart) int { return p.End }),
	)
}

func pairsTable(r *news.Report) Table {
	type record = news.Pair
	return tableOf("pairs", r.Pairs,
		words("a", "Id of one article.", func(p *record) string { return p.A }),
		words("b", "Id of another that shares text with it.", func(p *record) string { return p.B }),
		words("class", "How much: wholly-derived (one is the other's copy), partially-derived, quote-only, same-event (a few words, in one event) or phrase-only (a few words).", func(p *record) string { return string(p.Class) }),
		part("contained_a", "Share of a's news words that b carries.", func(p *record) float64 { return p.ContainedA }),
		part("contained_b", "Share of b's news words that a carries.", func(p *record) float64 { return p.ContainedB }),
		whole("longest_run", "Words of the longest run that both have without a change.", func(p *record) int { return p.LongestRun }),
		whole("passages", "How many passages they share; the table passages has them.", func(p *record) int { return len(p.Passages) }),
		whole("shared_words", "Words of these that both have.", func(p *record) (n int) {
			for _, passage := range p.Passages {
				n += passage.Words
			}
			return n
		}),
		part("cosine", "How alike their rare words are; 0 with --no-events.", func(p *record) float64 { return p.Cosine }),
	)
}

// passageOf is a passage with the pair that it is of.
type passageOf struct {
	a, b string
	*news.PairPassage
}

func passagesTable(r *news.Report) Table {
	var all []passageOf
	for i := range r.Pairs {
		for k := range r.Pairs[i].Passages {
			all = append(all, passageOf{r.Pairs[i].A, r.Pairs[i].B, &r.Pairs[i].Passages[k]})
		}
	}
	return tableOf("passages", all,
		words("a", "Id of one article.", func(p *passageOf) string { return p.a }),
		words("b", "Id of the other.", func(p *passageOf) string { return p.b }),
		whole("a_start", "Byte of a's text at which the passage begins.", func(p *passageOf) int { return p.A.Start }),
		whole("a_end", "Byte at which it ends there.", func(p *passageOf) int { return p.A.End }),
		whole("b_start", "Byte of b's text at which it begins.", func(p *passageOf) int { return p.B.Start }),
		whole("b_end", "Byte at which it ends there.", func(p *passageOf) int { return p.B.End }),
		whole("words", "Words of it that both have.", func(p *passageOf) int { return p.Words }),
		lists("changes", "What differs, from a to b: [-words of a-]{+words of b+}.", func(p *passageOf) []string { return ChangeTexts(p.Changes) }),
	)
}
