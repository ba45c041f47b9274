package provenance

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// Independence says who wrote of an event independently of each other: a hundred
// copies of one dispatch are one account of it.
type Independence struct {
	Origins []string // agencies and outlets, each once, in the order of their names
	Unknown int      // copies of which it is not known whose they are
}

// Independent finds the independent origins of each event, nil without events.
// lineages are by family. An article that nobody else's copy is in counts for the
// agency that it credits, for it may be that agency's story, or else for its outlet.
func (f *Folder) Independent(lineages []Lineage, audited []Audited) []Independence {
	if f.EventOf == nil {
		return nil
	}
	credited := map[int]string{} // by article without copies: the agency that it credits
	for _, a := range audited {
		if a.Finding == news.AuditUnchecked {
			credited[a.Article] = a.Origin
		}
	}
	events := make([]Independence, len(f.Articles))
	last := -1
	for i, family := range f.Families {
		e := f.EventOf[family.Articles[0]]
		last = max(last, e)
		name := f.writer(lineages[i].Source)
		if a := family.Articles[0]; len(family.Articles) == 1 {
			name = cmp.Or(credited[a], f.name(a))
		}
		switch {
		case name == "":
			events[e].Unknown++
		case !slices.Contains(events[e].Origins, name):
			events[e].Origins = append(events[e].Origins, name)
		}
	}
	events = events[:last+1]
	for e := range events {
		slices.Sort(events[e].Origins)
	}
	return events
}

// writer is who wrote copy of a known source: an agency, an outlet, or the article
// itself where its outlet is not known. It is empty when the source is unknown.
func (f *Folder) writer(s Source) string {
	if name := f.publisher(&s); name != "" || s.Article < 0 {
		return name
	}
	return f.name(s.Article)
}

// ShareOut gives each outlet the words of its articles by whose they are.
func (f *Folder) ShareOut(outlets []news.OutletRecord, copied []Copied, audited []Audited) {
	named := make([]bool, len(copied))
	for _, a := range audited {
		named[a.Article] = a.Finding == news.AuditCredited || a.Finding == news.AuditMostlyOwn
	}
	at := make(map[string]int, len(outlets))
	for i, o := range outlets {
		at[o.Name] = i
	}
	for a, c := range copied {
		i, known := at[f.Articles[a].Outlet.Name]
		if !known {
			continue
		}
		o := &outlets[i]
		o.Words += c.Words
		o.OwnWords += c.Own()
		o.UndecidedWords += c.Undecided
		if named[a] {
			o.CreditedWords += c.Taken
		} else {
			o.UncreditedWords += c.Taken
		}
	}
}
