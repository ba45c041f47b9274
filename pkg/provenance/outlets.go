package provenance

import (
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
