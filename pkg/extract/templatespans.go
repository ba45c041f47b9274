package extract

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// How much of an article is a template.
const (
	templateWords = 8  // in a row, unless it is a whole paragraph
	phraseWords   = 20 // fewer may be a turn of phrase: a man with all his titles
	phraseUses    = 6  // articles that show that it is none, where it begins or ends a paragraph
	edgeWords     = 4  // that may stand between a template and its paragraph's edge
	loneWords     = 3  // fewer, cut off from the next paragraph, are no part of it
	varyingWords  = 2  // may stand between two parts of it: a number, a name
)

// foundPlace is a place of a repeat that was judged to be part of a template.
type foundPlace struct {
	Place
	repeat int
}

// foundSpan is a span that holds a repeat.
type foundSpan struct {
	TemplateSpan
	repeat int
}

// spans finds how far the templates reach in each article. Repeats that stand
// in one span are joined.
func (l *learner) spans(found []foundPlace) []foundSpan {
	slices.SortFunc(found, func(x, y foundPlace) int {
		return cmp.Or(cmp.Compare(x.Article, y.Article), cmp.Compare(x.Word, y.Word), cmp.Compare(x.repeat, y.repeat))
	})
	var spans []foundSpan
	for _, p := range found {
		r := l.repeats[p.repeat]
		var last *foundSpan
		if n := len(spans); n > 0 && spans[n-1].Article == int(p.Article) {
			last = &spans[n-1]
		}
		if last != nil && int(p.Word)+r.Words <= last.End {
			l.joined.join(p.repeat, last.repeat)
			continue
		}
		span := l.span(p.Place, r, l.samples[p.repeat])
		switch {
		case !r.Whole && span.Len() < templateWords:
		case last != nil && span.Start <= last.End+varyingWords:
			last.Start, last.End = min(last.Start, span.Start), max(last.End, span.End)
			l.joined.join(p.repeat, last.repeat)
			spans = l.joinBack(spans)
		default:
			spans = append(spans, foundSpan{TemplateSpan{int(p.Article), span}, p.repeat})
		}
	}
	return spans
}

// joinBack joins the last span with those before it that it reaches.
func (l *learner) joinBack(spans []foundSpan) []foundSpan {
	for n := len(spans); n > 1; n-- {
		before, last := &spans[n-2], spans[n-1]
		if before.Article != last.Article || last.Start > before.End+varyingWords {
			break
		}
		before.Start, before.End = min(before.Start, last.Start), max(before.End, last.End)
		l.joined.join(last.repeat, before.repeat)
		spans = spans[:n-1]
	}
	return spans
}

// span is how far the words around a place are those around half of the others,
// or around two of them at least.
func (l *learner) span(p Place, r Repeat, others []Place) news.Range {
	if r.Whole {
		return news.Range{Start: int(p.Word), End: int(p.Word) + r.Words}
	}
	var room [2][sampleSize]int
	lefts, rights := room[0][:0], room[1][:0]
	own := l.Texts[p.Article].Keys
	for _, q := range others {
		if q.Article != p.Article {
			other := l.Texts[q.Article].Keys
			lefts = append(lefts, sameBefore(own[:p.Word], other[:q.Word]))
			rights = append(rights, sameBehind(own[p.Word:], other[q.Word:]))
		}
	}
	need := max(templateUses-1, (len(lefts)+1)/2)
	if len(lefts) < need {
		return news.Range{Start: int(p.Word), End: int(p.Word)}
	}
	slices.Sort(lefts)
	slices.Sort(rights)
	at := len(lefts) - need
	return news.Range{Start: int(p.Word) - lefts[at], End: int(p.Word) + rights[at]}
}

// sameBefore is how many words at the ends of a and b are equal.
func sameBefore(a, b []uint32) int {
	n := 0
	for n < min(len(a), len(b)) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

// sameBehind is how many words at the beginnings of a and b are equal.
func sameBehind(a, b []uint32) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// templates puts the spans whose repeats stand together anywhere to one template
// each.
func (l *learner) templates(spans []foundSpan) []Template {
	number := map[int]int{}
	var all []Template
	for _, s := range spans {
		root := l.joined.root(s.repeat)
		i, known := number[root]
		if !known {
			i = len(all)
			number[root] = i
			all = append(all, Template{})
		}
		t := &all[i]
		if s.Range = l.tidy(s.TemplateSpan); s.Len() == 0 {
			continue
		}
		t.Spans = append(t.Spans, s.TemplateSpan)
		if v := l.of[s.repeat]; v.compared > t.Compared {
			t.Compared, t.Unrelated = v.compared, v.unrelated
		}
	}
	all = slices.DeleteFunc(all, func(t Template) bool { return !l.stands(t.Spans, articlesOf(t.Spans)) })
	for i := range all {
		all[i].Example = l.example(all[i].Spans)
	}
	return all
}

// tidy leaves out the one or two words of a neighbouring paragraph with which
// several stories happen to begin or end.
func (l *learner) tidy(s TemplateSpan) news.Range {
	first, last := l.paragraphs(s)
	if over := first.End - s.Start; first != last && s.Start > first.Start && over < loneWords {
		s.Start = first.End
	}
	if over := s.End - last.Start; first != last && s.End < last.End && over < loneWords {
		s.End = last.Start
	}
	return s.Range
}

// paragraphs are those in which a span begins and ends.
func (l *learner) paragraphs(s TemplateSpan) (first, last news.Range) {
	all := l.Texts[s.Article].Paragraphs
	holding := func(word int) news.Range {
		i, _ := slices.BinarySearchFunc(all, word, func(p news.Range, word int) int { return cmp.Compare(p.End, word+1) })
		return all[i]
	}
	return holding(s.Start), holding(s.End - 1)
}

// stands reports whether spans that so many articles have are more than a turn of
// phrase: they are long, or make most of a paragraph, or many articles begin or
// end a paragraph with one.
func (l *learner) stands(spans []TemplateSpan, articles int) bool {
	words, edges, filled := 0, 0, 0
	for _, s := range spans {
		words += s.Len()
		first, last := l.paragraphs(s)
		begins, ends := s.Start-first.Start <= edgeWords, last.End-s.End <= edgeWords
		if begins || ends {
			edges++
		}
		if begins && ends {
			filled++
		}
	}
	return articles >= templateUses &&
		(words >= phraseWords*len(spans) || 2*filled > len(spans) || articles >= phraseUses && 2*edges > len(spans))
}

// articlesOf counts the articles of spans that are in order.
func articlesOf(spans []TemplateSpan) (n int) {
	for i, s := range spans {
		if i == 0 || spans[i-1].Article != s.Article {
			n++
		}
	}
	return n
}

// example is the span whose words are repeated most.
func (l *learner) example(spans []TemplateSpan) TemplateSpan {
	uses := map[hash]int{}
	weight := func(s TemplateSpan) int { return uses[l.hash(s)] * s.Len() }
	for _, s := range spans {
		uses[l.hash(s)]++
	}
	return slices.MaxFunc(spans, func(s, t TemplateSpan) int { return cmp.Compare(weight(s), weight(t)) })
}

func (l *learner) hash(s TemplateSpan) hash {
	h := newHash()
	for _, key := range l.Texts[s.Article].Keys[s.Start:s.End] {
		h = h.add(key)
	}
	return h
}

// sets are disjoint sets of numbers.
type sets []int // of each number another of its set, of one itself

func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = i
	}
	return s
}

func (s sets) root(i int) int {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

func (s sets) join(i, j int) { s[s.root(i)] = s.root(j) }
