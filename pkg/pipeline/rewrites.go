package pipeline

import (
	"cmp"
	"context"
	"slices"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/event"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/provenance"
)

// A paragraph says the same as another in other words when the cosine of their
// terms reaches a bar, a lower one if paragraphs a little before or behind both
// stand for each other too. What the whole event is about is in most of its
// paragraphs and tells nothing, so that an event's own frequencies weigh more than a
// folder's. Of pairs in news of all sorts, read twelve at a time, 11 were right from
// .40 to .50 and from .35 to .40, 10 of those in order from .25 to .35, 8 from .20 to
// .25, and 6 below.
const (
	rewriteBar   = 0.35
	inOrderBar   = 0.25
	rewriteWords = 12 // a shorter one says little that two would not say alike
	rewriteTerms = 4  // that both have
	eventWorth   = 5  // times what a group of the folder is worth

	nearParagraphs = 3 // are a little before or behind
)

// rewrites finds the rows of each event that say the same in other words. Rows are
// numbered, first those that several articles carry, then singles.
func (f *findings) rewrites(ctx context.Context, opts Options, rows, singles []provenance.Row) ([]provenance.Rewrite, error) {
	if f.EventOf == nil {
		return nil, nil
	}
	units := rowsAndSingles{rows, singles}
	of := make([][]int, len(f.events))
	for i := range len(rows) + len(singles) {
		u := units.row(i)
		if e := f.EventOf[u.Source]; len(f.events[e]) > 1 && u.Words.Len() >= rewriteWords && !u.Mixed {
			of[e] = append(of[e], i)
		}
	}
	found := make([][]provenance.Rewrite, len(of))
	err := eachWith(ctx, opts.Jobs, len(of), Silent{}, newCounting, func(c *counting, e int) {
		if len(of[e]) < 2 {
			return
		}
		r := rewriter{findings: f, align: opts.Align, units: units, of: of[e]}
		r.weigh(c, opts.Background)
		found[e] = r.pairs()
	})
	return slices.Concat(found...), err
}

// rowsAndSingles are rows that are numbered in one go.
type rowsAndSingles struct{ rows, singles []provenance.Row }

func (u rowsAndSingles) row(number int) *provenance.Row {
	if number < len(u.rows) {
		return &u.rows[number]
	}
	return &u.singles[number-len(u.rows)]
}

// rewriter compares the rows of one event.
type rewriter struct {
	*findings
	align     align.Options
	units     rowsAndSingles
	of        []int // the event's rows, by their numbers
	vectors   []event.Vector
	paragraph []int          // number of the paragraph in its article
	rows      map[spot][]int // that have words of a paragraph
	together  map[where]bool // paragraphs of two articles that say the same
}

// weigh makes the rows' vectors.
func (r *rewriter) weigh(c *counting, background *event.Background) {
	bags := make([]event.Bag, len(r.of))
	byArticle := make([]int, len(r.of))
	for i := range byArticle {
		byArticle[i] = i
	}
	slices.SortStableFunc(byArticle, func(i, k int) int { return cmp.Compare(r.source(i), r.source(k)) })
	read := -1
	samples := map[string]*event.Sample{}
	sampleOf := make([]*event.Sample, len(r.of))
	r.paragraph = make([]int, len(r.of))
	for _, i := range byArticle {
		a := &r.Articles[r.source(i)]
		if r.source(i) != read {
			read = r.source(i)
			c.words.Read(a)
		}
		words := r.units.row(r.of[i]).Words
		bags[i] = c.counter.Paragraph(a.Text, &c.words, words)
		r.paragraph[i] = holding(r.Texts[read].Paragraphs, words.Start)
		code, prior := priorOf(a.Lang, background)
		if samples[code] == nil {
			samples[code] = event.NewSample(prior, eventWorth)
		}
		samples[code].Add(bags[i])
		sampleOf[i] = samples[code]
	}
	r.vectors = make([]event.Vector, len(bags))
	for i, b := range bags {
		r.vectors[i] = c.weigher.Vector(b, sampleOf[i], event.MostTerms)
	}
}

func (r *rewriter) source(i int) int { return r.units.row(r.of[i]).Source }

// holding is the number of the paragraph that holds a word.
func holding(paragraphs []news.Range, word int) int {
	i, _ := slices.BinarySearchFunc(paragraphs, word, func(p news.Range, word int) int { return cmp.Compare(p.End, word+1) })
	return i
}

// pairs are the rows that say the same.
func (r *rewriter) pairs() []provenance.Rewrite {
	queries := make([]event.Query, len(r.of))
	for i := range queries {
		queries[i] = event.Query{Least: inOrderBar, Stretch: 1}
	}
	r.carried()
	search := event.NewSearch(r.vectors, queries)
	finder := search.NewFinder()
	var near []event.Pair
	for i := range r.of {
		for _, p := range finder.Pairs(i) {
			if r.may(p) {
				near = append(near, p)
			}
		}
		search.Add(i)
	}
	mutual := r.mutual(near)
	var found []provenance.Rewrite
	for _, p := range mutual {
		if p.Cosine >= rewriteBar || r.inOrder(p) {
			a, b := r.of[p.A], r.of[p.B]
			found = append(found, provenance.Rewrite{A: min(a, b), B: max(a, b), Similarity: p.Cosine})
		}
	}
	return found
}

// where is a paragraph of one article beside one of another.
type where struct{ a, paragraphA, b, paragraphB int }

func (r *rewriter) where(i, k int) where {
	return where{r.source(i), r.paragraph[i], r.source(k), r.paragraph[k]}
}

// spot is a paragraph of an article.
type spot struct{ article, paragraph int }

// carried notes which rows each paragraph has words of.
func (r *rewriter) carried() {
	r.together = map[where]bool{}
	r.rows = map[spot][]int{}
	for _, unit := range r.of {
		if len(r.units.row(unit).Carriers) < 2 {
			continue
		}
		for _, c := range r.units.row(unit).Carriers {
			at := spot{c.Article, holding(r.Texts[c.Article].Paragraphs, c.Words.Start)}
			r.rows[at] = append(r.rows[at], unit)
		}
	}
}

// stand reports whether two paragraphs stand for each other: they have words of one
// row, or say the same.
func (r *rewriter) stand(w where) bool {
	return r.together[w] || r.shareRow(w)
}

func (r *rewriter) shareRow(w where) bool {
	others := r.rows[spot{w.b, w.paragraphB}]
	return slices.ContainsFunc(r.rows[spot{w.a, w.paragraphA}], func(row int) bool { return slices.Contains(others, row) })
}

// mostRewritten is the most words of a row that others can have rewritten. Nobody
// writes paragraphs of that length; two of 100,000 words, compared word by word,
// take a quarter of a minute.
const mostRewritten = 2000

// may reports whether two rows can be one in other words: their paragraphs are no
// longer than paragraphs are, of different articles, have no words in a row in common, and terms enough.
func (r *rewriter) may(p event.Pair) bool {
	a, b := r.units.row(r.of[p.A]), r.units.row(r.of[p.B])
	if max(a.Words.Len(), b.Words.Len()) > mostRewritten || a.Source == b.Source || carries(a, b.Source) || carries(b, a.Source) || r.shareRow(r.where(p.A, p.B)) {
		return false
	}
	return event.Common(r.vectors[p.A], r.vectors[p.B]) >= rewriteTerms && !r.shareRun(a, b)
}

// shareRun reports whether two rows have a run in common that is a passage: what
// one article says twice is a row of another in one place only.
func (r *rewriter) shareRun(a, b *provenance.Row) bool {
	x, y := r.Texts[a.Source], r.Texts[b.Source]
	for i := a.Words.Start; i < a.Words.End; i++ {
		for j := b.Words.Start; j < b.Words.End; j++ {
			run, quoted := 0, 0
			for i+run < a.Words.End && j+run < b.Words.End && x.Keys[i+run] == y.Keys[j+run] {
				if x.Quoted(i+run) && y.Quoted(j+run) {
					quoted++
				}
				run++
			}
			if run >= r.align.MinRun || quoted >= r.align.MinQuote {
				return true
			}
		}
	}
	return false
}

func carries(row *provenance.Row, a int) bool {
	return slices.ContainsFunc(row.Carriers, func(c provenance.Carrier) bool { return c.Article == a })
}

// mutual are the pairs in which each row is the one of its article that is nearest
// to the other. Their paragraphs stand for each other.
func (r *rewriter) mutual(near []event.Pair) []event.Pair {
	best := map[[2]int]event.Pair{} // by row and other article; B is the other's row
	offer := func(i, k int, cosine float64) {
		at := [2]int{i, r.source(k)}
		if b, ok := best[at]; !ok || cosine > b.Cosine {
			best[at] = event.Pair{A: i, B: k, Cosine: cosine}
		}
	}
	for _, p := range near {
		offer(p.A, p.B, p.Cosine)
		offer(p.B, p.A, p.Cosine)
	}
	mutual := slices.DeleteFunc(near, func(p event.Pair) bool {
		return best[[2]int{p.A, r.source(p.B)}].B != p.B || best[[2]int{p.B, r.source(p.A)}].B != p.A
	})
	for _, p := range mutual {
		r.together[r.where(p.A, p.B)], r.together[r.where(p.B, p.A)] = true, true
	}
	return mutual
}

// inOrder reports whether paragraphs a little before two rows, or a little behind
// both, stand for each other too.
func (r *rewriter) inOrder(p event.Pair) bool {
	w := r.where(p.A, p.B)
	for i := 1; i <= nearParagraphs; i++ {
		for k := 1; k <= nearParagraphs; k++ {
			if r.stand(where{w.a, w.paragraphA - i, w.b, w.paragraphB - k}) || r.stand(where{w.a, w.paragraphA + i, w.b, w.paragraphB + k}) {
				return true
			}
		}
	}
	return false
}
