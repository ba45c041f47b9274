package report

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// pairClasses are the classes in the order of the page's numbers for them; its
// program has the same list, and that of carrierClasses. A paragraph that was cut is
// no class of the report: it is read from the family's versions.
var pairClasses = [...]news.Class{news.WhollyDerived, news.PartiallyDerived, news.QuoteOnly, news.SameEvent, news.PhraseOnly}

// What the page unpacks when one of its events is opened.
type (
	pageBlock struct {
		Rows  []pageRow      `json:"rows"`
		Pairs []pagePair     `json:"pairs"`
		Texts map[int]string `json:"texts,omitempty"` // by article
	}

	pageRow struct {
		ID      string `json:"id"`
		Event   int    `json:"event"`
		Source  int    `json:"source"`
		Start   int    `json:"start"`
		End     int    `json:"end"`
		Text    string `json:"text,omitempty"` // where the source's text does not give it
		Carried []int  `json:"carried"`        // five numbers each: article, class, similarity in percent, start, end
		Cut     []int  `json:"cut,omitempty"`  // articles

		// Without texts, by the number of the carrier.
		Changes  map[int][][2]string `json:"changes,omitempty"`
		Wordings map[int]string      `json:"wordings,omitempty"`
	}

	pagePair struct {
		A        int   `json:"a"`
		B        int   `json:"b"`
		Class    int   `json:"class"`
		InA      int   `json:"inA"` // percent of A's words that B carries
		InB      int   `json:"inB"`
		Longest  int   `json:"longest"`
		Passages []int `json:"passages"` // five numbers each: start and end in A, start and end in B, words

		Changes [][][2]string `json:"changes,omitempty"` // by passage, without texts
	}
)

// choosePairs takes each article's nearest: events of a few dozen articles have all
// their pairs in the page, one of 600 would have 180,000. What the page lacks it
// aligns itself.
func (p *page) choosePairs() {
	const most = 24 // of an article
	p.pairs = make([][]*news.Pair, len(p.groups))
	kept := make(map[*news.Pair]bool)
	for i := range p.Articles {
		all := slices.Clone(p.lookup.pairs[p.Articles[i].ID])
		slices.SortStableFunc(all, func(x, y *news.Pair) int {
			return cmp.Compare(max(y.ContainedA, y.ContainedB), max(x.ContainedA, x.ContainedB))
		})
		for _, pair := range all[:min(most, len(all))] {
			kept[pair] = true
		}
	}
	for i := range p.Pairs {
		pair := &p.Pairs[i]
		g := numbered(p.groupOf, pair.A)
		if !kept[pair] || g < 0 || numbered(p.article, pair.B) < 0 {
			p.left++
			continue
		}
		p.pairs[g] = append(p.pairs[g], pair)
	}
}

// makeBlocks puts groups that follow each other into blocks of about a megabyte of
// text, so that opening one does not unpack the folder, and a folder of many does not
// need an element for each.
func (p *page) makeBlocks() {
	const enough = 1 << 20
	p.blockOf = make([]int, len(p.groups))
	size := enough
	for i, g := range p.groups {
		if size >= enough {
			p.blocks, size = append(p.blocks, nil), 0
		}
		last := len(p.blocks) - 1
		p.blocks[last] = append(p.blocks[last], i)
		p.blockOf[i] = last
		for _, id := range g.articles {
			size += len(p.lookup.article(id).Text) + 100
		}
	}
}

// block is what the given groups have.
func (p *page) block(events []int) pageBlock {
	b := pageBlock{Rows: []pageRow{}, Pairs: []pagePair{}, Texts: make(map[int]string)}
	texts := make(map[string]*shownText) // of the groups' articles
	for _, g := range events {
		for _, id := range p.groups[g].articles {
			a := p.lookup.article(id)
			if a.Text == "" {
				continue
			}
			shown := newShownText(a.Text)
			texts[id] = &shown
			b.Texts[p.article[id]] = shown.text
		}
	}
	for _, g := range events {
		cut := p.cutFrom(g)
		for _, row := range p.lookup.rows[p.groups[g].id] {
			b.Rows = append(b.Rows, p.pageRow(row, g, cut, texts))
		}
		for _, pair := range p.pairs[g] {
			b.Pairs = append(b.Pairs, p.pagePair(pair, texts))
		}
	}
	return b
}

// cutSpan is a stretch of a canonical article that another left out.
type cutSpan struct {
	article int
	span    news.Span
}

// cutFrom lists what the articles of a group cut, by the canonical article.
func (p *page) cutFrom(g int) map[string][]cutSpan {
	cut := make(map[string][]cutSpan)
	for _, id := range p.groups[g].families {
		f := p.lookup.families[id]
		if f == nil {
			continue
		}
		for _, v := range f.Versions {
			n := numbered(p.article, v.Article)
			if n < 0 {
				continue
			}
			for _, span := range v.Cut {
				cut[f.Canonical] = append(cut[f.Canonical], cutSpan{n, span})
			}
		}
	}
	return cut
}

// unitsOf is a span in the units of the page. Where the article's text is not there,
// nothing can be said.
func unitsOf(text *shownText, s news.Span) (start, end int) {
	if text == nil {
		return 0, 0
	}
	return text.unit(s.Start), text.unit(s.End)
}

func (p *page) pageRow(row *news.Row, g int, cut map[string][]cutSpan, texts map[string]*shownText) pageRow {
	shown := pageRow{ID: clean(row.ID), Event: g, Source: numbered(p.article, row.Source.Article), Carried: []int{}}
	shown.Start, shown.End = unitsOf(texts[row.Source.Article], row.Source.Span)
	if !sameText(p.lookup.article(row.Source.Article).Text, row.Source.Span, row.Text) {
		shown.Text = clean(row.Text)
	}
	carries := make(map[int]bool, len(row.Carriers))
	for i := range row.Carriers {
		c := &row.Carriers[i]
		n, class := numbered(p.article, c.Article), slices.Index(carrierClasses[:], c.Class)
		if n < 0 || class < 0 {
			continue
		}
		start, end := unitsOf(texts[c.Article], c.Span)
		at := len(shown.Carried) / 5
		shown.Carried = append(shown.Carried, n, class, int(c.Similarity*100+0.5), start, end)
		carries[n] = true
		if texts[c.Article] != nil {
			continue
		}
		if c.Text != "" {
			if shown.Wordings == nil {
				shown.Wordings = make(map[int]string)
			}
			shown.Wordings[at] = clean(c.Text)
		}
		if len(c.Changes) > 0 {
			if shown.Changes == nil {
				shown.Changes = make(map[int][][2]string)
			}
			shown.Changes[at] = pageChanges(c.Changes)
		}
	}
	for _, c := range cut[row.Source.Article] {
		if !carries[c.article] && 2*c.span.Overlap(row.Source.Span) > row.Source.Span.Len() {
			shown.Cut = append(shown.Cut, c.article)
			carries[c.article] = true
		}
	}
	return shown
}

// sameText reports whether the span of a text reads as the row does.
func sameText(text string, s news.Span, row string) bool {
	return s.Start >= 0 && s.Start < s.End && s.End <= len(text) && clean(text[s.Start:s.End]) == clean(row)
}

func (p *page) pagePair(pair *news.Pair, texts map[string]*shownText) pagePair {
	shown := pagePair{
		A: p.article[pair.A], B: p.article[pair.B], Class: slices.Index(pairClasses[:], pair.Class),
		InA: int(pair.ContainedA*100 + 0.5), InB: int(pair.ContainedB*100 + 0.5), Longest: pair.LongestRun, Passages: []int{},
	}
	a, b := texts[pair.A], texts[pair.B]
	if b == nil && p.lookup.article(pair.B).Text != "" { // of another block
		text := newShownText(p.lookup.article(pair.B).Text)
		b = &text
	}
	for _, passage := range pair.Passages {
		startA, endA := unitsOf(a, passage.A)
		startB, endB := unitsOf(b, passage.B)
		shown.Passages = append(shown.Passages, startA, endA, startB, endB, passage.Words)
		if a == nil || b == nil {
			shown.Changes = append(shown.Changes, pageChanges(passage.Changes))
		}
	}
	return shown
}
