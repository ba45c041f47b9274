package dedup

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// Cut is a stretch of an article's text that is left out, in favour of another
// article that carries the same paragraph.
type Cut struct {
	Article   string            `json:"article"`
	Span      news.Span         `json:"span"` // in the article's text
	Kept      string            `json:"kept"`
	Paragraph string            `json:"paragraph"`
	Class     news.CarrierClass `json:"class"` // how the article carries it
}

// Paragraphs chooses, in each family, one carrier of each paragraph by the same rules
// as [Articles] does of the family, and returns what is cut from the others, ordered
// by article and place. Quotations stay, what is said in other words too, and what
// an article of another family carries: neither is a copy that nobody misses.
func Paragraphs(r *news.Report, opts Options) []Cut {
	c := newChooser(r, opts)
	families := map[string]*news.Family{}
	for i := range r.Families {
		for _, id := range r.Families[i].Articles {
			families[id] = &r.Families[i]
		}
	}
	var cuts []Cut
	for i := range r.Rows {
		row := &r.Rows[i]
		for _, family := range familiesOf(row, families) {
			copies := copiesIn(row, family, families)
			if len(copies) < 2 {
				continue
			}
			kept := slices.MinFunc(copies, func(a, b news.Carrier) int { return c.compareCarriers(family, a, b) })
			for _, k := range copies {
				if k.Article != kept.Article {
					cuts = append(cuts, Cut{Article: k.Article, Span: k.Span, Kept: kept.Article, Paragraph: row.ID, Class: k.Class})
				}
			}
		}
	}
	slices.SortFunc(cuts, func(a, b Cut) int {
		return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Paragraph, b.Paragraph))
	})
	return cuts
}

// familiesOf are the families of a row's carriers, each once.
func familiesOf(row *news.Row, of map[string]*news.Family) (all []*news.Family) {
	for _, c := range row.Carriers {
		if f := of[c.Article]; f != nil && !slices.Contains(all, f) {
			all = append(all, f)
		}
	}
	return all
}

// copiesIn are the carriers of a row that have its words and are of a family.
func copiesIn(row *news.Row, family *news.Family, of map[string]*news.Family) []news.Carrier {
	return slices.DeleteFunc(slices.Clone(row.Carriers), func(c news.Carrier) bool {
		return c.Class == news.Quote || c.Class == news.Rewritten || of[c.Article] != family
	})
}

// compareCarriers puts whole paragraphs before parts of them, and then the carriers
// as their articles are ordered.
func (c *chooser) compareCarriers(f *news.Family, a, b news.Carrier) int {
	return cmp.Or(cmp.Compare(isPart(a), isPart(b)), c.compare(f, a.Article, b.Article))
}

func isPart(c news.Carrier) int {
	if c.Class == news.Excerpt {
		return 1
	}
	return 0
}

// Without is a text without the stretches that are cut, which are in order. The white
// space behind each goes with it.
func Without(text string, cuts []news.Span) string {
	var kept []byte
	at := 0
	for _, s := range cuts {
		if s.Start < at {
			s.Start = at
		}
		if s.End <= s.Start {
			continue
		}
		kept = append(kept, text[at:s.Start]...)
		at = s.End
		for at < len(text) && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t') {
			at++
		}
	}
	return string(append(kept, text[at:]...))
}
