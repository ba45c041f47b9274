package report

import (
	"encoding/json"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// A record is normal when none of its lists is nil: a program that reads the
// report finds [] where there is nothing, never null. The functions here get a
// copy of the record and leave the lists that it shares with the original as
// they are.

func normalRun(r *news.RunRecord) {
	if len(r.Options) == 0 {
		r.Options = json.RawMessage("{}")
	}
	r.Skipped = notNil(r.Skipped)
	r.Languages = notNil(r.Languages)
}

func normalArticle(a *news.ArticleRecord) { a.Agencies = notNil(a.Agencies) }

func normalEvent(e *news.Event) {
	e.Articles = notNil(e.Articles)
	e.Families = notNil(e.Families)
	e.Outlets = notNil(e.Outlets)
	e.Origins = notNil(e.Origins)
	e.Owners = notNil(e.Owners)
}

func normalFamily(f *news.Family) {
	f.Articles = notNil(f.Articles)
	f.SourceEvidence = notNil(f.SourceEvidence)
	f.Bridges = notNil(f.Bridges)
	versions := make([]news.Version, len(f.Versions))
	for i, v := range f.Versions {
		v.Cut, v.Added = notNil(v.Cut), notNil(v.Added)
		versions[i] = v
	}
	f.Versions = versions
	copies := make([]news.Copy, len(f.Copies))
	for i, c := range f.Copies {
		c.Evidence = notNil(c.Evidence)
		copies[i] = c
	}
	f.Copies = copies
}

func normalRow(r *news.Row) {
	carriers := make([]news.Carrier, len(r.Carriers))
	for i, c := range r.Carriers {
		c.Changes = notNil(c.Changes)
		carriers[i] = c
	}
	r.Carriers = carriers
}

func normalPair(p *news.Pair) {
	if p.Passages != nil && !slices.ContainsFunc(p.Passages, func(passage news.PairPassage) bool { return passage.Changes == nil }) {
		return // as most, and most records are pairs
	}
	passages := make([]news.PairPassage, len(p.Passages))
	for i, passage := range p.Passages {
		passage.Changes = notNil(passage.Changes)
		passages[i] = passage
	}
	p.Passages = passages
}

func normalOutlet(*news.OutletRecord) {}

func normalOwner(o *news.OwnerRecord) { o.Outlets = notNil(o.Outlets) }

func normalEdge(e *news.Edge) { e.Evidence = notNil(e.Evidence) }

func normalBoilerplate(b *news.Boilerplate) {
	b.Examples = notNil(b.Examples)
	b.Evidence = notNil(b.Evidence)
}

func normalDrift(*news.Drift) {}

func normalAudit(a *news.Audit) { a.Evidence = notNil(a.Evidence) }
func normalQuotation(q *news.Quotation) {
	carriers := make([]news.QuotationCarrier, len(q.Carriers))
	for i, c := range q.Carriers {
		c.Kinds, c.Changes = notNil(c.Kinds), notNil(c.Changes)
		carriers[i] = c
	}
	q.Carriers = carriers
}

func normalFamilyLink(*news.FamilyLink) {}

func normalEventLink(*news.EventLink) {}

func notNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
