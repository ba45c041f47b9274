package provenance

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/news"
)

// Row is a canonical paragraph with all who carry it, its own article first.
type Row struct {
	Source   int // article that its text is taken from
	Words    news.Range
	Span     news.Span
	Carriers []Carrier
}

// Carrier is an article that carries a row.
type Carrier struct {
	Article    int
	Span       news.Span
	Matched    int // of the row's words
	Class      news.CarrierClass
	Similarity float64
	Changes    []news.Change
}

const (
	fewestWords = 5  // of a paragraph that can be a row
	partWords   = 10 // of a part of a paragraph that can be a row, if it is no quotation
	mostParts   = 4  // rows that one paragraph can give
	longestEdit = 15 // words at a paragraph's ends that are still an edit of it
)

// Rows returns the rows of all articles, those that one article has alone
// included. Families give their canonical article's paragraphs first, then what
// other members have besides; a paragraph is in one row only. order lists the
// articles, those whose wording is to be canonical first.
func (f *Folder) Rows(order []int) []Row {
	b := builder{Folder: f, taken: make([][]bool, len(f.Articles))}
	for i, t := range f.Texts {
		b.taken[i] = make([]bool, t.Words.Len())
	}
	for _, a := range order {
		for _, p := range f.Texts[a].Words.Paragraphs {
			// A paragraph of which others quote a part gives a row for the
			// part and, where most of it is left, one for itself.
			for range mostParts {
				if p.Len() >= fewestWords && 2*b.free(a, p) >= p.Len() {
					b.row(a, p)
				}
			}
		}
	}
	return b.rows
}

// builder makes rows; taken are the words that are in a row already.
type builder struct {
	*Folder
	taken [][]bool
	rows  []Row
}

func (b *builder) free(a int, r news.Range) (n int) {
	for _, taken := range b.taken[a][r.Start:r.End] {
		if !taken {
			n++
		}
	}
	return n
}

// row makes the row of paragraph p of article a. Where the others carry only a
// part of it, as with a quoted statement, the row is that part, in the wording
// that has most in common with the others'.
func (b *builder) row(a int, p news.Range) {
	shares := b.shares(a, p)
	if part, ok := partOf(p, shares); ok {
		shares = slices.DeleteFunc(shares, share.isPhrase)
		if len(shares) > 0 {
			a, p = b.common(a, part, shares)
			shares = b.shares(a, p)
		}
	}
	row := Row{Source: a, Words: p, Span: b.span(a, p)}
	row.Carriers = append(row.Carriers, Carrier{
		Article: a, Span: row.Span, Matched: p.Len(), Class: news.Verbatim, Similarity: 1,
	})
	b.take(a, p)
	for _, s := range shares {
		row.Carriers = append(row.Carriers, b.carrier(a, p, s))
		for _, r := range s.runs {
			b.take(s.article, news.Range{Start: r.B, End: r.B + r.Words})
		}
	}
	b.rows = append(b.rows, row)
}

// span is where words stand in an article's text: of a whole paragraph with its
// punctuation.
func (b *builder) span(a int, words news.Range) news.Span {
	span := b.Texts[a].Words.Span(words)
	b.Articles[a].Body(func(p news.Span) {
		if p.Start <= span.Start && span.End <= p.End && slices.Contains(b.Texts[a].Words.Paragraphs, words) {
			span = p
		}
	})
	return span
}

func (b *builder) take(a int, r news.Range) {
	for i := r.Start; i < r.End; i++ {
		b.taken[a][i] = true
	}
}

// share is what another article carries of a paragraph: runs of which A lies in
// the paragraph.
type share struct {
	article    int
	runs       []news.Run
	matched    int
	longest    int
	quoted     int  // matched words that both give as a quotation
	wholeQuote bool // a run is most of a quotation
}

// isPhrase reports a share that may be no more than a set phrase, such as a list
// of countries: too few words in a row, and no quotation.
func (s share) isPhrase() bool { return s.matched < partWords && !s.wholeQuote }

// extent is the part of the paragraph from the first to the last shared word.
func (s share) extent() news.Range {
	last := s.runs[len(s.runs)-1]
	return news.Range{Start: s.runs[0].A, End: last.A + last.Words}
}

// shares lists what others carry of paragraph p of article a, by article.
func (b *builder) shares(a int, p news.Range) []share {
	var list []share
	for _, l := range b.links[a] {
		s := share{article: l.other}
		l.runs(func(r news.Run) {
			if r = clip(r, p); r.Words > 0 && 2*b.free(l.other, news.Range{Start: r.B, End: r.B + r.Words}) >= r.Words {
				s.runs = append(s.runs, r)
			}
		})
		b.count(a, &s)
		if s.longest >= 8 || s.matched >= fewestWords && 2*s.matched >= p.Len() || s.wholeQuote {
			list = append(list, s)
		}
	}
	slices.SortFunc(list, func(x, y share) int { return cmp.Compare(x.article, y.article) })
	return list
}

// clip cuts a run to the part whose A lies in p.
func clip(r news.Run, p news.Range) news.Run {
	if cut := p.Start - r.A; cut > 0 {
		r.A, r.B, r.Words = r.A+cut, r.B+cut, r.Words-cut
	}
	r.Words = min(r.Words, p.End-r.A)
	return r
}

// count orders the runs and keeps those that follow each other in both
// articles around the longest: what was moved within a paragraph is not
// followed.
func (b *builder) count(a int, s *share) {
	slices.SortFunc(s.runs, func(x, y news.Run) int { return cmp.Compare(x.A, y.A) })
	s.runs = inOrder(s.runs)
	quotedA, quotedB := b.Texts[a].Words.Quoted, b.Texts[s.article].Words.Quoted
	for _, r := range s.runs {
		s.matched += r.Words
		s.longest = max(s.longest, r.Words)
		quoted := 0
		for n := range r.Words {
			if quotedA[r.A+n] && quotedB[r.B+n] {
				quoted++
			}
		}
		s.quoted += quoted
		whole := min(quotationLength(quotedA, r.A, r.A+r.Words), quotationLength(quotedB, r.B, r.B+r.Words))
		s.wholeQuote = s.wholeQuote || quoted >= fewestWords && 3*quoted >= 2*whole
	}
}

// quotationLength is the number of words of the quotations that overlap the
// words from start to end.
func quotationLength(quoted []bool, start, end int) (n int) {
	for start > 0 && quoted[start] && quoted[start-1] {
		start--
	}
	for end < len(quoted) && quoted[end-1] && quoted[end] {
		end++
	}
	for _, q := range quoted[start:end] {
		if q {
			n++
		}
	}
	return n
}

// inOrder keeps the longest run and, going outwards from it, every run that
// lies on the right side of those kept, not more than a few sentences away.
func inOrder(runs []news.Run) []news.Run {
	if len(runs) < 2 {
		return runs
	}
	best := 0
	for i, r := range runs {
		if r.Words > runs[best].Words {
			best = i
		}
	}
	keep := []news.Run{runs[best]}
	for i := best - 1; i >= 0; i-- {
		r, next := runs[i], keep[0]
		if r.B+r.Words <= next.B && next.B-r.B-r.Words <= farthestRun {
			keep = slices.Insert(keep, 0, r)
		}
	}
	for _, r := range runs[best+1:] {
		last := keep[len(keep)-1]
		if r.B >= last.B+last.Words && r.B-last.B-last.Words <= farthestRun {
			keep = append(keep, r)
		}
	}
	return keep
}

const farthestRun = 60 // words between two runs of one carrier

// partOf returns the part of the paragraph that others carry, when nobody
// carries half of the whole.
func partOf(p news.Range, shares []share) (news.Range, bool) {
	if len(shares) == 0 {
		return p, false
	}
	part := shares[0].extent()
	for _, s := range shares {
		if 2*s.matched >= p.Len() {
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
	return best, b.toQuotationEnd(best, where)
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
	for _, p := range b.Texts[s.article].Words.Paragraphs {
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

// toQuotationEnd lengthens a part by the few words that are missing to the end
// of a quotation: a carrier that was cut off must not cut off the row.
func (b *builder) toQuotationEnd(a int, r news.Range) news.Range {
	const few = 3
	words, end := b.Texts[a].Words, r.End
	for n := 0; n < few && end < words.Len() && words.Quoted[end-1] && words.Quoted[end]; n++ {
		end++
	}
	if end == words.Len() || !words.Quoted[end] {
		r.End = end
	}
	return r
}

// carrier says how s carries paragraph p of article a.
func (b *builder) carrier(a int, p news.Range, s share) Carrier {
	x, y := b.Texts[a], b.Texts[s.article]
	last := s.runs[len(s.runs)-1]
	inY := news.Range{Start: s.runs[0].B, End: last.B + last.Words}
	changes := align.Changes(x, y, s.runs)
	c := Carrier{
		Article:    s.article,
		Span:       y.Words.Span(inY),
		Matched:    s.matched,
		Similarity: float64(s.matched) / float64(p.Len()),
	}
	e := s.extent()
	cut := e.Start - p.Start + p.End - e.End
	inside := e.Len() - s.matched
	switch {
	case b.FamilyOf[a] != b.FamilyOf[s.article] && 5*s.quoted >= 4*s.matched:
		c.Class = news.Quote
	case s.matched == p.Len() && inY.Len() == s.matched:
		c.Class = news.Verbatim
	case 5*cut >= 2*p.Len(), inside == 0 && len(changes) == 0 && (cut > 2 || b.Articles[s.article].Truncated):
		c.Class = news.Excerpt
	case 2*s.matched >= p.Len():
		c.Class = news.Edited
		changes = append(headChange(x, y, p, s.runs[0]), append(changes, tailChange(x, y, p, last)...)...)
	default:
		c.Class = news.Rewritten
	}
	c.Changes = changes
	return c
}

// headChange is the edit before a carrier's first run: words of the paragraph
// that it does not have, and what it has instead since its own paragraph began.
func headChange(x, y align.Text, p news.Range, first news.Run) []news.Change {
	from := news.Range{Start: p.Start, End: first.A}
	to := news.Range{Start: first.B, End: first.B}
	for _, q := range y.Words.Paragraphs {
		if q.Start <= first.B && first.B < q.End && first.B-q.Start <= longestEdit {
			to.Start = q.Start
		}
	}
	return align.Replaced(x, y, from, to)
}

// tailChange is the edit behind a carrier's last run.
func tailChange(x, y align.Text, p news.Range, last news.Run) []news.Change {
	from := news.Range{Start: last.A + last.Words, End: p.End}
	end := last.B + last.Words
	to := news.Range{Start: end, End: end}
	for _, q := range y.Words.Paragraphs {
		if q.Start < end && end <= q.End && q.End-end <= longestEdit {
			to.End = q.End
		}
	}
	return align.Replaced(x, y, from, to)
}
