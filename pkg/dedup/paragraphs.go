package dedup

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// Cut is a stretch of an article's text that is left out, in favour of another
// article that carries the same paragraph.
type Cut struct {
	Article   string
	Span      news.Span // in the article's text
	Class     news.CarrierClass
	Kept      string
	Paragraph string
	Text      string        // of the paragraph, in its canonical wording
	Changes   []news.Change // that the article made of that, and that go with the cut
	Reason    string
}

// Paragraphs chooses, in each family, one carrier of each paragraph by the same rules
// as [Articles] does of the family, and returns what is cut from the others, ordered
// by article and place. Quotations stay, what is said in other words too, and what
// an article of another family carries: neither is a copy that nobody misses.
//
// What is cut somewhere always stands somewhere else: rows may overlap, where one
// article has as one paragraph what another has as two, and a stretch in favour of
// which another was cut is never cut itself.
func Paragraphs(r *news.Report, opts Options) []Cut {
	c := newChooser(r, opts)
	families := map[string]*news.Family{}
	for i := range r.Families {
		for _, id := range r.Families[i].Articles {
			families[id] = &r.Families[i]
		}
	}
	cuts := &cutting{cut: map[string][]news.Span{}, kept: map[string][]news.Span{}}
	for i := range r.Rows {
		row := &r.Rows[i]
		for _, family := range familiesOf(row, families) {
			copies := copiesIn(row, family, families)
			slices.SortFunc(copies, func(a, b news.Carrier) int { return c.compareCarriers(family, a, b) })
			c.cut(cuts, row, family, copies)
		}
	}
	slices.SortFunc(cuts.all, func(a, b Cut) int {
		return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Paragraph, b.Paragraph))
	})
	return cuts.all
}

// cutting is what is cut so far, and what has to stay for it, by article.
type cutting struct {
	all       []Cut
	cut, kept map[string][]news.Span
}

// cut keeps the first whole copy of which nothing is cut yet, and cuts those of other
// articles that need not stay. Where all have parts alone, each may have another part.
func (c *chooser) cut(cuts *cutting, row *news.Row, family *news.Family, copies []news.Carrier) {
	at := slices.IndexFunc(copies, func(k news.Carrier) bool {
		return k.Class != news.Excerpt && !overlapsAny(k.Span, cuts.cut[k.Article])
	})
	if at < 0 {
		return
	}
	kept := copies[at]
	for _, k := range copies {
		if k.Article == kept.Article || overlapsAny(k.Span, cuts.kept[k.Article]) {
			continue
		}
		cuts.cut[k.Article] = append(cuts.cut[k.Article], k.Span)
		cuts.kept[kept.Article] = append(cuts.kept[kept.Article], kept.Span)
		cuts.all = append(cuts.all, Cut{
			Article: k.Article, Span: k.Span, Class: k.Class, Kept: kept.Article, Paragraph: row.ID, Text: row.Text, Changes: k.Changes,
			Reason: fmt.Sprintf("%s has it %s, %s", kept.Article, kept.Class, c.why(family, kept.Article)),
		})
	}
}

func overlapsAny(s news.Span, spans []news.Span) bool {
	return slices.ContainsFunc(spans, func(o news.Span) bool { return s.Start < o.End && o.Start < s.End })
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
