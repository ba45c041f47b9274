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
	counts := f.published(rows, alone, shared, func(a int) string { return f.Articles[a].Outlet.Name })
	list := make([]news.OutletRecord, 0, len(counts))
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		c := counts[name]
		list = append(list, news.OutletRecord{
			Name: name, Owner: f.Known.Owner(name), Articles: c.articles,
			OwnParagraphs: c.own, CarriedParagraphs: c.carried, Credited: c.credited, Uncredited: c.uncredited,
		})
	}
	return list
}

// Owners is Outlets for the owners that are known: what passes between two
// outlets of one owner is its own.
func (f *Folder) Owners(rows []Row, alone []int, shared []bool) []news.OwnerRecord {
	outlets := map[string][]string{}
	for a := range f.Articles {
		if owner := f.Owner(a); owner != "" {
			outlets[owner] = append(outlets[owner], f.Articles[a].Outlet.Name)
		}
	}
	counts := f.published(rows, alone, shared, f.Owner)
	list := make([]news.OwnerRecord, 0, len(counts))
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		c := counts[name]
		slices.Sort(outlets[name])
		list = append(list, news.OwnerRecord{
			Name: name, Outlets: slices.Compact(outlets[name]), Articles: c.articles,
			OwnParagraphs: c.own, CarriedParagraphs: c.carried, Credited: c.credited, Uncredited: c.uncredited,
		})
	}
	return list
}

// Owner is who owns the article's outlet, empty when that is not known.
func (f *Folder) Owner(a int) string { return f.Known.Owner(f.Articles[a].Outlet.Name) }

// published counts what each publisher has, outlet or owner as of tells by
// article. Those that are not known are not counted.
func (f *Folder) published(rows []Row, alone []int, shared []bool, of func(a int) string) map[string]*publication {
	by := map[string]*publication{}
	record := func(a int) *publication {
		name := of(a)
		if by[name] == nil {
			by[name] = &publication{}
		}
		return by[name]
	}
	for a := range f.Articles {
		r := record(a)
		r.articles++
		r.own += alone[a]
		switch {
		case !shared[a]:
		case f.creditsText(a):
			r.credited++
		default:
			r.uncredited++
		}
	}
	for _, row := range rows {
		if len(row.Carriers) == 1 {
			continue
		}
		others := severalOf(row, of)
		for _, c := range row.Carriers {
			if others {
				record(c.Article).carried++
			} else {
				record(c.Article).own++
			}
		}
	}
	delete(by, "")
	return by
}

// publication counts the articles of a publisher, its own paragraphs and those that
// others carry too, and its articles of shared copy that credit an agency or none.
type publication struct{ articles, own, carried, credited, uncredited int }

func (f *Folder) creditsText(a int) bool {
	return slices.ContainsFunc(f.Articles[a].Credits, func(c news.Credit) bool { return c.Kind == news.CreditText })
}

// severalOf reports whether more than one publisher carries the row. One that is
// not known counts as another.
func severalOf(row Row, of func(a int) string) bool {
	first := of(row.Carriers[0].Article)
	for _, c := range row.Carriers[1:] {
		if name := of(c.Article); name != first || name == "" {
			return true
		}
	}
	return false
}
