package provenance

import "github.com/wireprint/wireprint/pkg/news"

// Version says how an article of a family differs from the canonical one by
// whole paragraphs.
type Version struct {
	Article int
	Cut     []news.Range // paragraphs of the canonical article that it does not carry
	Added   []news.Range // paragraphs of its own, that nobody else carries
}

// place is where an article carries a row.
type place struct {
	row   int
	words news.Range
}

// Versions returns the version of each other article of each family, by family:
// what the rows say, read by article. Paragraphs that are too short for a row are
// left out.
func (f *Folder) Versions(rows []Row, canonical []int) [][]Version {
	places := make([][]place, len(f.Articles))
	for i, row := range rows {
		if len(row.Carriers) < 2 {
			continue
		}
		for _, c := range row.Carriers {
			places[c.Article] = append(places[c.Article], place{i, c.Words})
		}
	}
	versions := make([][]Version, len(f.Families))
	for i, family := range f.Families {
		if len(family.Articles) < 2 {
			continue
		}
		for _, a := range family.Articles {
			if a != canonical[i] {
				versions[i] = append(versions[i], f.version(a, canonical[i], places))
			}
		}
	}
	return versions
}

func (f *Folder) version(a, canonical int, places [][]place) Version {
	v := Version{Article: a}
	carried := map[int]bool{}
	for _, p := range places[a] {
		carried[p.row] = true
	}
	for _, p := range f.Texts[canonical].Paragraphs {
		if p.Len() >= fewestWords && !isIn(p, places[canonical], func(row int) bool { return carried[row] }) {
			v.Cut = append(v.Cut, p)
		}
	}
	for _, p := range f.Texts[a].Paragraphs {
		if p.Len() >= fewestWords && !isIn(p, places[a], func(int) bool { return true }) {
			v.Added = append(v.Added, p)
		}
	}
	return v
}

// isIn reports whether one of the rows that count holds a good part of a
// paragraph, or lies in it: a paragraph may be two in another paper.
func isIn(paragraph news.Range, places []place, counts func(row int) bool) bool {
	for _, p := range places {
		common := min(p.words.End, paragraph.End) - max(p.words.Start, paragraph.Start)
		if common > 0 && 2*common >= min(p.words.Len(), paragraph.Len()) && counts(p.row) {
			return true
		}
	}
	return false
}
