package provenance

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/news"
)

// share is what another article carries of a paragraph: runs of which A lies in
// the paragraph.
type share struct {
	article    int
	star       bool // the article is the centre of a star that has all carriers
	runs       []news.Run
	link       link // all that the two articles share
	matched    int
	longest    int
	quoted     int  // matched words that both give as a quotation
	wholeQuote bool // a run is most of a quotation
	word       int  // words of the text that make a word, see [align.Text.Words]
}

// spreads reports whether the share makes up half of a paragraph of so many
// words, or a third of it from end to end: of a text that was badly read, half of
// the words survive.
func (s share) spreads(words int) bool {
	return 2*s.matched >= words || 3*s.matched >= words && 3*s.extent().Len() >= 2*words
}

// isPhrase reports a share that may be no more than a set phrase, such as a list
// of countries: too few words in a row, and no quotation.
func (s share) isPhrase() bool { return s.matched < partWords*s.word && !s.wholeQuote }

// extent is the part of the paragraph from the first to the last shared word.
func (s share) extent() news.Range {
	last := s.runs[len(s.runs)-1]
	return news.Range{Start: s.runs[0].A, End: last.A + last.Words}
}

// shares lists what others carry of paragraph p of article a, by article.
func (b *builder) shares(a int, p news.Range) []share {
	var list []share
	for _, l := range b.linksIn(a, p) {
		s := share{article: l.other, star: l.match.Star && l.flip, link: l}
		l.runs(func(r news.Run) {
			if r = clip(r, p); r.Words > 0 && 2*b.free(l.other, news.Range{Start: r.B, End: r.B + r.Words}) >= r.Words {
				s.runs = append(s.runs, r)
			}
		})
		b.count(a, &s)
		s.word = b.Texts[a].Words(1)
		if b.tells(a, s) || s.matched >= fewestWords && s.spreads(p.Len()) || s.wholeQuote {
			list = append(list, s)
		}
	}
	slices.SortFunc(list, func(x, y share) int { return cmp.Compare(x.article, y.article) })
	return list
}

// tells reports a share that is a small part of the paragraph and yet no accident:
// in another family's article, a few words in a row are a turn of phrase.
func (b *builder) tells(a int, s share) bool {
	if b.FamilyOf[a] == b.FamilyOf[s.article] {
		return s.longest >= 8*s.word
	}
	return s.longest >= 8*s.word && s.matched >= foreignWords*s.word
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
	x, y := b.Texts[a], b.Texts[s.article]
	for _, r := range s.runs {
		s.matched += r.Words
		s.longest = max(s.longest, r.Words)
		quoted := 0
		for n := range r.Words {
			if x.Quoted(r.A+n) && y.Quoted(r.B+n) {
				quoted++
			}
		}
		s.quoted += quoted
		whole := min(quotationLength(x, r.A, r.A+r.Words), quotationLength(y, r.B, r.B+r.Words))
		s.wholeQuote = s.wholeQuote || quoted >= fewestWords && 3*quoted >= 2*whole
	}
}

// quotationLength is the number of words of the quotations that overlap the
// words from start to end.
func quotationLength(t align.Text, start, end int) (n int) {
	for start > 0 && t.Quoted(start) && t.Quoted(start-1) {
		start--
	}
	for end < t.Len() && t.Quoted(end-1) && t.Quoted(end) {
		end++
	}
	for word := start; word < end; word++ {
		if t.Quoted(word) {
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
		if r.A+r.Words <= next.A && r.B+r.Words <= next.B && next.B-r.B-r.Words <= farthestRun {
			keep = slices.Insert(keep, 0, r)
		}
	}
	for _, r := range runs[best+1:] {
		last := keep[len(keep)-1]
		if r.A >= last.A+last.Words && r.B >= last.B+last.Words && r.B-last.B-last.Words <= farthestRun {
			keep = append(keep, r)
		}
	}
	return keep
}

const farthestRun = 60 // words between two runs of one carrier
