package provenance

import (
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// Textual criticism, on the articles of one family. Where two witnesses of a text
// agree, that says nothing as long as the reading is the original one; if both
// have the same change of it, one has it from the other, or both from a third
// (Maas 1927, Textkritik). What the original was is told by the family's source
// where that is known, else by the witnesses that have another reading, if they are
// more.

// reading says which words of an article are the copy's and which are changes.
type reading struct {
	changes  []change
	changed  counts // by word
	original counts
}

// change is a stretch of words that an article has in place of the copy's, or added
// to it.
type change struct {
	news.Range
	weight float64 // see [changeWeight]
}

// tells reports whether a change says more than another: as an example, and not too
// long for one.
func (c change) tells(d change) bool {
	if c.weight != d.weight {
		return c.weight > d.weight
	}
	return c.Len() > d.Len() && c.Len() <= longestEdit
}

// What one change that two articles share counts. A figure is changed by those
// who send corrections as well, and so are whole paragraphs by those who send
// a longer version; small changes of wording are the mark of one hand.
const (
	wordChange   = 0.8 // of a single word, which two editors may make alike
	phraseChange = 1.0
	longChange   = 0.6 // of more words than an edit takes
	figureChange = 0.3
	ownParagraph = 0.5
)

// counts are sums over the words before each word.
type counts []int32

func (c counts) in(r news.Range) int {
	if len(c) == 0 {
		return 0
	}
	return int(c[r.End] - c[r.Start])
}

func countWords(words int, ranges []news.Range) counts {
	c := make(counts, words+1)
	for _, r := range ranges {
		c[r.Start]++
		c[r.End]--
	}
	depth, sum := int32(0), int32(0)
	for i := range c {
		depth += c[i]
		c[i] = sum
		if depth > 0 {
			sum++
		}
	}
	return c
}

// readAgainst is article a as a witness of the copy whose source it is linked to:
// what the source has not got is a change.
func (f *Folder) readAgainst(a int, source link) reading {
	var kept, changed []news.Range
	source.runs(func(r news.Run) { kept = append(kept, news.Range{Start: r.A, End: r.A + r.Words}) })
	original := countWords(f.Texts[a].Len(), kept)
	for _, p := range f.Texts[a].Paragraphs {
		for start := p.Start; start < p.End; start++ {
			if original.in(news.Range{Start: start, End: start + 1}) > 0 {
				continue
			}
			end := start + 1
			for end < p.End && original.in(news.Range{Start: end, End: end + 1}) == 0 {
				end++
			}
			changed = append(changed, news.Range{Start: start, End: end})
			start = end
		}
	}
	return reading{changes: f.changes(a, changed), changed: countWords(f.Texts[a].Len(), changed), original: original}
}

// changes are stretches of changed words, those of one edit together: a sentence that
// was rewritten has kept a word here and there.
func (f *Folder) changes(a int, changed []news.Range) (list []change) {
	for _, r := range changed {
		if n := len(list); n > 0 && r.Start-list[n-1].End <= keptAmong {
			list[n-1].End = r.End
		} else {
			list = append(list, change{Range: r})
		}
	}
	for i := range list {
		list[i].weight = f.changeWeight(a, list[i].Range)
	}
	return list
}

const keptAmong = 3 // words of the copy between two words of one edit

func (f *Folder) changeWeight(a int, r news.Range) float64 {
	figures := 0
	for word := r.Start; word < r.End; word++ {
		if f.Texts[a].Marks[word]&segment.Figure != 0 {
			figures++
		}
	}
	switch {
	case slices.ContainsFunc(f.Texts[a].Paragraphs, func(p news.Range) bool { return r.Start <= p.Start && p.End <= r.End }):
		return ownParagraph
	case 2*figures >= r.Len():
		return figureChange
	case r.Len() > longestEdit:
		return longChange
	case r.Len() == 1:
		return wordChange
	}
	return phraseChange
}

// readAmong is article a as one of the witnesses that it is linked to: what most of
// them have in other words is a change. weight is by article.
func (f *Folder) readAmong(a int, links []link, weight func(a int) int32) reading {
	words := f.Texts[a].Len()
	agree, differ, others := make([]int32, words+1), make([]int32, words+1), make([]int32, words+1)
	var shared []news.Range
	for _, l := range links {
		w := weight(l.other)
		for _, p := range l.match.Passages {
			if p.Again {
				continue
			}
			before := news.Run{}
			for i, r := range p.Runs {
				if l.flip {
					r.A, r.B = r.B, r.A
				}
				agree[r.A] += w
				agree[r.A+r.Words] -= w
				shared = append(shared, news.Range{Start: r.A, End: r.A + r.Words})
				if end := before.A + before.Words; i > 0 && r.A > end {
					differ[end] += w
					differ[r.A] -= w
					others[end]++
					others[r.A]--
				}
				before = r
			}
		}
	}
	own := weight(a)
	var changed []news.Range
	agrees, differs, many := int32(0), int32(0), int32(0)
	open := -1
	for word := 0; word <= words; word++ {
		agrees, differs, many = agrees+agree[word], differs+differ[word], many+others[word]
		isChange := word < words && many >= fewestAgainst && differs > agrees+own
		switch {
		case isChange && open < 0:
			open = word
		case !isChange && open >= 0:
			changed = append(changed, news.Range{Start: open, End: word})
			open = -1
		}
	}
	return reading{changes: f.changes(a, changed), changed: countWords(words, changed), original: countWords(words, shared)}
}

// fewestAgainst is how many witnesses must have another reading for it to be the
// original one: of two that differ, either may have changed it.
const fewestAgainst = 2

// comparison is what two articles' readings say of which took from the other: a
// is the article that the link belongs to, b the other one.
type comparison struct {
	shared   float64 // changes that both have
	places   int     // how many they are
	example  change  // the most telling of them, in a
	onlyA    int     // changes of a where b has kept the copy's words
	onlyB    int
	missingA int // words of the copy that b has outside of all that they share
	missingB int
}

// compare compares two articles.
func (f *Folder) compare(a int, l link, x, y reading) comparison {
	var c comparison
	var inA, inB []news.Range
	var runs []news.Range // of a
	for _, p := range l.match.Passages {
		if p.Again {
			continue
		}
		before, kept := news.Run{}, 0 // kept are the words since the last place that was counted
		for i, r := range p.Runs {
			if l.flip {
				r.A, r.B = r.B, r.A
			}
			runs = append(runs, news.Range{Start: r.A, End: r.A + r.Words})
			if i > 0 && c.gap(news.Edit{
				From: news.Range{Start: before.A + before.Words, End: r.A},
				To:   news.Range{Start: before.B + before.Words, End: r.B},
			}, x, y, i == 1 || kept > keptAmong) {
				kept = 0
			}
			before = r
			kept += r.Words
		}
		extentA, extentB := p.A(), p.B()
		if l.flip {
			extentA, extentB = extentB, extentA
		}
		inA, inB = append(inA, extentA), append(inB, extentB)
	}
	held := countWords(f.Texts[a].Len(), runs)
	for _, change := range x.changes {
		if n := held.in(change.Range); 3*n >= 2*change.Len() {
			c.shared += change.weight
			c.places++
			if change.tells(c.example) {
				c.example = change
			}
		}
	}
	c.missingB = outside(x.original, inA, f.Texts[a].Len())
	c.missingA = outside(y.original, inB, f.Texts[l.other].Len())
	return c
}

// gap counts a place at which the two differ, if one of them has the copy's words
// there and the other has changed them. It counts a new one only if it is apart from
// the last.
func (c *comparison) gap(e news.Edit, x, y reading, apart bool) bool {
	ofA, ofB := x.changed.in(e.From), y.changed.in(e.To)
	switch {
	case ofA > 0 && ofB == 0 && (e.To.Len() > 0 || ofA == e.From.Len()):
		if apart || c.onlyA == 0 {
			c.onlyA++
		}
	case ofB > 0 && ofA == 0 && (e.From.Len() > 0 || ofB == e.To.Len()):
		if apart || c.onlyB == 0 {
			c.onlyB++
		}
	default:
		return false
	}
	return true
}

// outside is how many original words stand in none of the ranges.
func outside(original counts, ranges []news.Range, words int) int {
	slices.SortFunc(ranges, func(x, y news.Range) int { return x.Start - y.Start })
	n, at := 0, 0
	for _, r := range ranges {
		if r.Start > at {
			n += original.in(news.Range{Start: at, End: r.Start})
		}
		at = max(at, r.End)
	}
	return n + original.in(news.Range{Start: at, End: max(at, words)})
}

// turned is the comparison as the other article sees it.
func (c comparison) turned() comparison {
	c.onlyA, c.onlyB = c.onlyB, c.onlyA
	c.missingA, c.missingB = c.missingB, c.missingA
	return c
}

// wordsOf are words of an article as written, to the end of their paragraph at most.
func (f *Folder) wordsOf(a int, r news.Range) string {
	article, at := &f.Articles[a], 0
	var text string
	article.Body(func(span news.Span) {
		if at == len(f.Texts[a].Paragraphs) {
			return
		}
		p := f.Texts[a].Paragraphs[at]
		at++
		if p.Start > r.Start || r.Start >= p.End {
			return
		}
		var s segment.Sequence
		s.Locate(article.Text, span)
		if in := (news.Range{Start: r.Start - p.Start, End: min(r.End, p.End) - p.Start}); in.End <= s.Len() {
			found := s.Span(in)
			text = article.Text[found.Start:found.End]
		}
	})
	return text
}
