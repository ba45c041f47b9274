package provenance

import (
	"cmp"
	"maps"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// Outlets counts, for each outlet that is known, what it published. alone is, by
// article, the number of rows that it has alone; shared says whether others carry
// its copy.
func (f *Folder) Outlets(rows []Row, alone []int, shared []bool) []news.OutletRecord {
	by := map[string]*news.OutletRecord{}
	record := func(a int) *news.OutletRecord {
		name := f.Articles[a].Outlet.Name
		if by[name] == nil {
			by[name] = &news.OutletRecord{Name: name}
		}
		return by[name]
	}
	for a := range f.Articles {
		r := record(a)
		r.Articles++
		r.OwnParagraphs += alone[a]
		switch {
		case !shared[a]:
		case f.creditsText(a):
			r.Credited++
		default:
			r.Uncredited++
		}
	}
	for _, row := range rows {
		if len(row.Carriers) == 1 {
			continue
		}
		others := f.manyOutlets(row)
		for _, c := range row.Carriers {
			if others {
				record(c.Article).CarriedParagraphs++
			} else {
				record(c.Article).OwnParagraphs++
			}
		}
	}
	delete(by, "") // unknown outlets are no outlet
	list := make([]news.OutletRecord, 0, len(by))
	for _, name := range slices.Sorted(maps.Keys(by)) {
		list = append(list, *by[name])
	}
	return list
}

func (f *Folder) creditsText(a int) bool {
	return slices.ContainsFunc(f.Articles[a].Credits, func(c news.Credit) bool { return c.Kind == news.CreditText })
}

// manyOutlets reports whether more than one outlet carries the row. An article
// of an unknown outlet counts as another.
func (f *Folder) manyOutlets(row Row) bool {
	first := f.Articles[row.Carriers[0].Article].Outlet.Name
	for _, c := range row.Carriers[1:] {
		if name := f.Articles[c.Article].Outlet.Name; name != first || name == "" {
			return true
		}
	}
	return false
}

// Edges says who took text from whom, as far as the sources of the families
// tell: from a source's outlet, or the agency, to the outlet of each carrier of
// its rows. sources is by family.
func (f *Folder) Edges(rows []Row, sources []Source) []news.Edge {
	type way struct{ from, to string }
	edges := map[way]*news.Edge{}
	articles := map[way]map[int]bool{}
	for _, row := range rows {
		family := f.FamilyOf[row.Source]
		source := sources[family]
		from := source.Agency
		if source.Article >= 0 && from == "" {
			from = f.Articles[source.Article].Outlet.Name
		}
		for _, c := range row.Carriers {
			to := f.Articles[c.Article].Outlet.Name
			if from == "" || to == "" || to == from || c.Article == source.Article || f.FamilyOf[c.Article] != family || len(f.Families[family].Articles) < 2 {
				continue
			}
			w := way{from, to}
			if edges[w] == nil {
				edges[w] = &news.Edge{From: from, To: to}
				articles[w] = map[int]bool{}
			}
			e := edges[w]
			e.Paragraphs++
			e.Words += c.Matched
			articles[w][c.Article] = true
			e.Evidence = union(e.Evidence, source.Evidence)
		}
	}
	list := make([]news.Edge, 0, len(edges))
	for w, e := range edges {
		e.Articles = len(articles[w])
		list = append(list, *e)
	}
	slices.SortFunc(list, func(a, b news.Edge) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	return list
}

func union(list, more []string) []string {
	for _, s := range more {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}
