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
