package provenance

import "github.com/wireprint/wireprint/pkg/news"

// centre returns the article, and its words, that stand for a paragraph that very
// many carry: these were compared with that article alone, so that only there
// all of them are found.
func (b *builder) centre(p news.Range, shares []share) (a int, q news.Range, ok bool) {
	for _, s := range shares {
		if s.star && 5*s.matched >= 4*p.Len() {
			last := s.runs[len(s.runs)-1]
			return s.article, news.Range{Start: s.runs[0].B, End: last.B + last.Words}, true
		}
	}
	return 0, p, false
}

// partOf returns the part of article a's paragraph that others carry, when nobody
// carries half of the whole and nobody is of its family: there, a part is an
// excerpt.
func (b *builder) partOf(a int, p news.Range, shares []share) (news.Range, bool) {
	if len(shares) == 0 {
		return p, false
	}
	part := shares[0].extent()
	for _, s := range shares {
		if 2*s.matched >= p.Len() || b.FamilyOf[s.article] == b.FamilyOf[a] {
			return p, false
		}
		e := s.extent()
		part = news.Range{Start: min(part.Start, e.Start), End: max(part.End, e.End)}
	}
	return part, true
}

// common returns the article, and the part of it, whose wording of a part of
// article a's paragraph has most words in common with the others'. A story that
// was cut off yields to one that was not.
func (b *builder) common(a int, part news.Range, shares []share) (int, news.Range) {
	const candidates = 12 // a much-quoted sentence has thousands of carriers
	best, where, most := a, part, b.inCommon(a, part)
	for _, s := range shares[:min(candidates, len(shares))] {
		r := b.widest(s)
		n := b.inCommon(s.article, r)
		if n > most || n == most && b.Articles[best].Truncated && !b.Articles[s.article].Truncated {
			best, where, most = s.article, r, n
		}
	}
	return best, b.toQuotation(best, where)
}

func (b *builder) inCommon(a int, r news.Range) (n int) {
	for _, s := range b.shares(a, r) {
		n += s.matched
	}
	return n
}

// widest is the part of s's article that others carry, around what it carries
// itself.
func (b *builder) widest(s share) news.Range {
	last := s.runs[len(s.runs)-1]
	r := news.Range{Start: s.runs[0].B, End: last.B + last.Words}
	for _, p := range b.Texts[s.article].Paragraphs {
		if p.Start > r.Start || r.End > p.End {
			continue
		}
		for _, o := range b.shares(s.article, p) {
			if e := o.extent(); e.Start < r.End && r.Start < e.End {
				r = news.Range{Start: min(r.Start, e.Start), End: max(r.End, e.End)}
			}
		}
		break
	}
	return r
}

// toQuotation lengthens a part by the few words that are missing to the end of a
// quotation, for a carrier that was cut off must not cut off the row; or it
// leaves out the few behind that end, which two reporters wrote alike by chance.
func (b *builder) toQuotation(a int, r news.Range) news.Range {
	const few = 3
	words, end := b.Texts[a], r.End
	for n := 1; n <= few && end-n > r.Start && !words.Quoted(end-1); n++ {
		if words.Quoted(end - n - 1) {
			return news.Range{Start: r.Start, End: end - n}
		}
	}
	for n := 0; n < few && end < words.Len() && words.Quoted(end-1) && words.Quoted(end); n++ {
		end++
	}
	if end == words.Len() || !words.Quoted(end) {
		r.End = end
	}
	return r
}
