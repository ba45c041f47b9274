package drift

import "github.com/wireprint/wireprint/pkg/news"

// titles finds the titles and ranks that a hunk changes: "captain" for "sergeant",
// "former mayor" for "mayor".
func (c *comparison) titles(h hunk) {
	inTitle := func(r reading, i int) bool { return c.isTitle(r.near(i).key) }
	from, to := c.runsOf(c.from, h.from, inTitle), c.runsOf(c.to, h.to, inTitle)
	if c.portfolio(h) {
		a, b := news.Range{Start: h.from.Start, End: h.from.End + 1}, news.Range{Start: h.to.Start, End: h.to.End + 1}
		c.add(news.DriftTitle, c.from.span(a), c.to.span(b))
		return
	}
	if len(from) == 1 && len(to) == 1 {
		a, b := from[0], to[0]
		x, y := c.parts(c.from, a), c.parts(c.to, b)
		if !c.isHead(x) && !c.isHead(y) && !within(x, y) && !within(y, x) && c.comparable(h, a, b) && !c.elsewhere(c.from, a, 1) && !c.elsewhere(c.to, b, -1) {
			c.add(news.DriftTitle, c.from.span(a), c.to.span(b))
		}
		return
	}
	c.ranks(h)
}

// isHead reports the title of one who can have a title of another name: "head".
func (c *comparison) isHead(title []string) bool { return len(title) == 1 && c.words.head[title[0]] }

// ranks finds a rank that was put before a title, or taken away.
func (c *comparison) ranks(h hunk) {
	for i := h.from.Start; i < h.from.End; i++ {
		if c.isRank(c.from, i) && c.surplus[c.from.units[i].key] > 0 {
			if j := c.aligned(i + 1); j >= 0 {
				n := c.titleBehind(c.from, i)
				ranked, bare := news.Range{Start: i, End: i + 1 + n}, news.Range{Start: j, End: min(j+n, len(c.to.units))}
				c.add(news.DriftTitle, c.from.span(ranked), c.to.span(bare))
			}
		}
	}
	for j := h.to.Start; j < h.to.End; j++ {
		if i := h.from.End; c.isRank(c.to, j) && j+1 == h.to.End && c.surplus[c.to.units[j].key] < 0 && i < len(c.from.units) {
			n := c.titleBehind(c.to, j)
			bare, ranked := news.Range{Start: i, End: min(i+n, len(c.from.units))}, news.Range{Start: j, End: j + 1 + n}
			c.add(news.DriftTitle, c.from.span(bare), c.to.span(ranked))
		}
	}
}

// isRank reports a rank with a title behind it.
func (c *comparison) isRank(r reading, i int) bool {
	return c.words.rank[r.units[i].key] && c.titleBehind(r, i) > 0
}

// titleBehind is how many units behind a rank its title ends: 1, or 2 with a word
// between, as in "acting police chief".
func (c *comparison) titleBehind(r reading, i int) int {
	for n := 1; n <= 2; n++ {
		u := r.near(i + n)
		if u.key == "" || u.after || !u.isWord() || c.words.function[u.key] {
			return 0
		}
		if c.words.title[u.key] {
			return n
		}
	}
	return 0
}

// portfolio reports a hunk that gives an office of another kind: "Defence Minister"
// for "Justice Minister".
func (c *comparison) portfolio(h hunk) bool {
	if h.from.Len() != 1 || h.to.Len() != 1 || c.aligned(h.from.End) != h.to.End || !c.words.title[c.from.near(h.from.End).key] {
		return false
	}
	a, b := c.from.units[h.from.Start], c.to.units[h.to.Start]
	return c.words.office[a.key] && c.words.office[b.key]
}
