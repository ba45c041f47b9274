package provenance

import "github.com/wireprint/wireprint/pkg/news"

// Copied says how many of an article's news words stand in shared paragraphs, and
// what is known of these. The rest it has alone, or others took from it.
type Copied struct {
	Words     int // news words of the article
	Taken     int // words that it took from others
	Undecided int // … that it shares with others, and who took them from whom is not known
}

// Own is the words that the article took from nobody, as far as the folder tells.
func (c Copied) Own() int { return c.Words - c.Taken - c.Undecided }

// Share is the part of the article that is others' copy, 0 to 1.
func (c Copied) Share() float64 {
	if c.Words == 0 {
		return 0
	}
	return float64(c.Taken) / float64(c.Words)
}

// Copied counts the words of each article by whose they are. Quotations that
// different families give are nobody's copy.
func (f *Folder) Copied(rows []Row, lineages []Lineage) []Copied {
	origins := f.origins(lineages)
	counts := make([]Copied, len(f.Articles))
	for a := range counts {
		counts[a].Words = f.Texts[a].Len()
	}
	for _, row := range rows {
		if len(row.Carriers) < 2 {
			continue
		}
		first := f.firstCarrier(row)
		for _, c := range row.Carriers {
			if c.Class == news.Rewritten || c.Matched == 0 || f.quotes(row, c) {
				continue
			}
			count := &counts[c.Article]
			words := min(c.Matched, count.Own())
			switch f.holds(row, c, origins, first) {
			case holdsTaken:
				count.Taken += words
			case holdsUndecided:
				count.Undecided += words
			}
		}
	}
	return counts
}

// holding says whose words a carrier's are.
type holding uint8

const (
	holdsOwn holding = iota
	holdsTaken
	holdsUndecided
)

// holds tells whether a carrier took the words of a row. Within a family that is
// what its origin tells. Articles of other families took them if all the rest of
// their family did not have them before.
func (f *Folder) holds(row Row, c Carrier, origins []origin, first int) holding {
	switch o := origins[c.Article]; {
	case f.inFamily(row, c):
		switch {
		case o.itself, f.ownCopy(c.Article, o.Source):
			return holdsOwn
		case o.known():
			return holdsTaken
		}
	case first == c.Article:
		return holdsOwn
	case first >= 0:
		return holdsTaken
	}
	return holdsUndecided
}

// ownCopy reports whether an article took its copy from another one of its outlet's.
func (f *Folder) ownCopy(a int, from Source) bool {
	name := f.Articles[a].Outlet.Name
	return name != "" && from.Article >= 0 && f.Articles[from.Article].Outlet.Name == name
}

// inFamily reports whether an article of the carrier's family carries the row too.
func (f *Folder) inFamily(row Row, c Carrier) bool {
	for _, d := range row.Carriers {
		if d.Article != c.Article && f.FamilyOf[d.Article] == f.FamilyOf[c.Article] {
			return true
		}
	}
	return false
}

// quotes reports a carrier whose family does not have the row besides, and of whose
// words half or more are a quotation: anybody may have heard that.
func (f *Folder) quotes(row Row, c Carrier) bool {
	if f.inFamily(row, c) {
		return false
	}
	quoted := 0
	for word := c.Words.Start; word < c.Words.End; word++ {
		if f.Texts[c.Article].Quoted(word) {
			quoted++
		}
	}
	return 2*quoted >= c.Words.Len()
}

// origin is whom an article took its copy from, if it is not itself the source of its
// family's.
type origin struct {
	Source
	itself bool
}

// origins are those of all articles.
func (f *Folder) origins(lineages []Lineage) []origin {
	origins := make([]origin, len(f.Articles))
	for i, l := range lineages {
		for _, a := range f.Families[i].Articles {
			origins[a] = origin{Source: Source{Article: -1}, itself: a == l.Source.Article}
		}
		for _, c := range l.Copies {
			origins[c.Article].Source = c.From
		}
	}
	return origins
}

// firstCarrier is the carrier that was certainly published before all the others,
// -1 when the times leave any doubt.
func (f *Folder) firstCarrier(row Row) int {
	articles := make([]int, len(row.Carriers))
	for i, c := range row.Carriers {
		articles[i] = c.Article
	}
	first, ok := f.First(articles)
	if !ok {
		return -1
	}
	return first
}
