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
