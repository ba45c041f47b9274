package pipeline

import (
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/provenance"
)

// audits are the records of the credit audit, in the order of the articles.
func (w writer) audits(audited []provenance.Audited) []news.Audit {
	records := make([]news.Audit, len(audited))
	for i, a := range audited {
		records[i] = news.Audit{
			Article: w.id(a.Article), Outlet: w.Articles[a.Article].Outlet.Name, Event: w.eventOf(a.Article),
			Finding: a.Finding, Origin: a.Origin,
			Words: a.Copied.Words, CopiedWords: a.Copied.Taken, UndecidedWords: a.Copied.Undecided, Evidence: a.Evidence,
		}
		if a.From >= 0 {
			records[i].From = w.id(a.From)
		}
	}
	return records
}

func (f *findings) origins(sources []provenance.Source) []provenance.Origin {
	origins := make([]provenance.Origin, len(f.Articles))
	for i, family := range f.Families {
		for _, a := range family.Articles {
			s := sources[i]
			origins[a] = provenance.Origin{Article: -1, Outside: s.Agency, Itself: a == s.Article}
			if a != s.Article && s.Article >= 0 {
				origins[a] = provenance.Origin{Article: s.Article}
			}
		}
	}
	return origins
}
