package align

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// Overlap is how much two articles share, in words. A word that two passages
// hold counts once. There is one for each pair that shares a phrase, so it is kept
// small.
type Overlap struct {
	WordsA, WordsB   int32 // news words
	SharedA, SharedB int32 // of these, in runs of a passage
	OwnA, OwnB       int32 // news words outside quotations
	CopiedA, CopiedB int32 // of these, in runs of a passage
	Longest          int32 // longest run
	Quoted           int32 // words in runs that are quotation in both
	Kept, Changed    int32 // figures in runs, and those that an edit put in another's place
	AmidA, AmidB     int32 // words in passages, small edits included
	WithinA, WithinB int32 // of these, own words
	BeginA, BeginB   int32 // first word in a passage
	Word             int32 // words of the texts that make a word: 2 where they are characters
}

// Measure counts what the passages of a and b cover.
func Measure(a, b Text, passages []news.Passage) Overlap {
	o := Overlap{WordsA: int32(a.Len()), WordsB: int32(b.Len()), OwnA: a.own, OwnB: b.own, Word: int32(min(a.Words(1), b.Words(1)))}
	if len(passages) > 0 {
		o.BeginA, o.BeginB = o.WordsA, o.WordsB
	}
	again := false
	for _, p := range passages {
		o.BeginA, o.BeginB = min(o.BeginA, int32(p.Runs[0].A)), min(o.BeginB, int32(p.Runs[0].B))
		again = again || p.Again
		o.Longest = max(o.Longest, int32(p.Longest))
		o.Quoted += int32(p.Quoted)
		o.SharedA += int32(p.Equal)
		for _, r := range p.Runs {
			o.CopiedA += a.ownWords(r.A, r.Words)
			o.CopiedB += b.ownWords(r.B, r.Words)
			o.Kept += a.figures(r.A, r.Words)
		}
		for _, e := range news.Edits(p.Runs) {
			o.Changed += min(a.figures(e.From.Start, e.From.Len()), b.figures(e.To.Start, e.To.Len()))
			if max(e.From.Len(), e.To.Len()) <= smallEdit {
				o.AmidA += int32(e.From.Len())
				o.AmidB += int32(e.To.Len())
				o.WithinA += a.ownWords(e.From.Start, e.From.Len())
				o.WithinB += b.ownWords(e.To.Start, e.To.Len())
			}
		}
	}
	o.SharedB = o.SharedA
	if again {
		o.countOnce(a, b, passages)
	}
	o.AmidA, o.AmidB = o.AmidA+o.SharedA, o.AmidB+o.SharedB
	o.WithinA, o.WithinB = o.WithinA+o.CopiedA, o.WithinB+o.CopiedB
	return o
}

// countOnce counts anew what passages cover that have words in common.
func (o *Overlap) countOnce(a, b Text, passages []news.Passage) {
	var inA, inB []news.Range
	for _, p := range passages {
		for _, r := range p.Runs {
			inA = append(inA, news.Range{Start: r.A, End: r.A + r.Words})
			inB = append(inB, news.Range{Start: r.B, End: r.B + r.Words})
		}
	}
	o.SharedA, o.CopiedA = a.countOnce(inA)
	o.SharedB, o.CopiedB = b.countOnce(inB)
}

// countOnce is how many words are in any of the ranges, and how many of these
// stand outside quotations. It orders the ranges.
func (t Text) countOnce(ranges []news.Range) (words, own int32) {
	slices.SortFunc(ranges, func(x, y news.Range) int { return cmp.Compare(x.Start, y.Start) })
	counted := 0
	for _, r := range ranges {
		r.Start = max(r.Start, counted)
		if r.Len() > 0 {
			words += int32(r.Len())
			own += t.ownWords(r.Start, r.Len())
			counted = r.End
		}
	}
	return words, own
}

// Contained is the share of each article's news words that the other carries.
func (o Overlap) Contained() (a, b float64) {
	return share(o.SharedA, o.WordsA), share(o.SharedB, o.WordsB)
}

// Copied is the share of the shorter article's own words, outside quotations,
// that the other one carries. An article that is nearly all quotation is
// measured by all its words.
func (o Overlap) Copied() float64 {
	shorter, _ := o.copied()
	return shorter
}

// copied is the same for the shorter and the longer one.
func (o Overlap) copied() (shorter, longer float64) {
	a, b, turned := share(o.CopiedA, o.OwnA), share(o.CopiedB, o.OwnB), o.OwnB < o.OwnA
	if min(o.OwnA, o.OwnB) < fewWords*o.Word {
		a, b = o.Contained()
		turned = o.WordsB < o.WordsA
	}
	if turned {
		return b, a
	}
	return a, b
}

// Likeness says how much the two are one copy, 0 to 1: the share of the longer
// that stands in passages, with the small edits in them, which the shorter one's
// share cannot be far below. A brief in a round-up is wholly its copy, but the
// round-up is not the brief's. An abridgement is its dispatch's copy however short
// it is: it begins where that begins, and nearly all of it is there.
func (o Overlap) Likeness() float64 {
	a, b := share(o.WithinA, o.OwnA), share(o.WithinB, o.OwnB)
	shorter := min(o.OwnA, o.OwnB)
	if shorter < fewWords*o.Word { // nearly all of it is quotation
		a, b = share(o.AmidA, o.WordsA), share(o.AmidB, o.WordsB)
	}
	if max(a, b) >= abridged && shorter >= abridgement*o.Word && max(o.BeginA, o.BeginB) <= beginning*o.Word {
		return max(a, b)
	}
	return min(a, b)
}

const (
	abridged    = 0.90 // of an abridgement stands in the dispatch
	abridgement = 20   // own words; shorter texts that begin alike are notices of one form
	beginning   = 15   // words before the first that both have
	smallEdit   = 10   // words between two runs that are an edit and nothing else
)

// Instalment reports that the one repeats the other's sentences with other
// figures, as the issues of a daily or monthly report do.
func (o Overlap) Instalment() bool { return o.Changed > o.Kept }

func share(part, whole int32) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// Where the classes part. Chosen by reading pairs of the invented newsroom, not
// measured against labelled pairs.
const (
	whollyCopied    = 0.75 // of the shorter article's own words
	partiallyCopied = 0.20
	copiedWords     = 25 // own words that make a copied part even of a long article
	fewWords        = 25
	statement       = 12 // quoted words in a row that two events can share
)

// Classify says what the overlap makes of a pair, of one event or of two; it is
// empty for articles that share nothing.
func (o Overlap) Classify(sameEvent bool) news.Class {
	copied, copiedOwn := o.Copied(), min(o.CopiedA, o.CopiedB)
	quotes := 2*copiedOwn < min(o.SharedA, o.SharedB)
	switch {
	case o.SharedA == 0:
		return ""
	case copied >= whollyCopied:
		return news.WhollyDerived
	case copied >= partiallyCopied, copiedOwn >= copiedWords*o.Word:
		return news.PartiallyDerived
	case quotes && (sameEvent || o.Longest >= statement*o.Word):
		return news.QuoteOnly
	case sameEvent:
		return news.SameEvent
	}
	return news.PhraseOnly
}
