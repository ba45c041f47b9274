package align

import "github.com/wireprint/wireprint/pkg/news"

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
}

// Measure counts what the passages of a and b cover.
func Measure(a, b Text, passages []news.Passage) Overlap {
	o := Overlap{WordsA: int32(a.Len()), WordsB: int32(b.Len()), OwnA: a.own, OwnB: b.own}
	again := false
	for _, p := range passages {
		again = again || p.Again
		o.Longest = max(o.Longest, int32(p.Longest))
		o.Quoted += int32(p.Quoted)
		o.SharedA += int32(p.Equal)
		for _, r := range p.Runs {
			o.CopiedA += a.ownWords(r.A, r.Words)
			o.CopiedB += b.ownWords(r.B, r.Words)
			o.Kept += a.figures(r.A, r.Words)
		}
		for i := 1; i < len(p.Runs); i++ {
			before, r := p.Runs[i-1], p.Runs[i]
			endA, endB := before.A+before.Words, before.B+before.Words
			o.Changed += min(a.figures(endA, r.A-endA), b.figures(endB, r.B-endB))
		}
	}
	o.SharedB = o.SharedA
	if again {
		o.countOnce(a, b, passages)
	}
	return o
}

// countOnce counts anew what passages cover that have words in common.
func (o *Overlap) countOnce(a, b Text, passages []news.Passage) {
	coveredA, coveredB := make([]bool, a.Len()), make([]bool, b.Len())
	for _, p := range passages {
		for _, r := range p.Runs {
			for n := range r.Words {
				coveredA[r.A+n], coveredB[r.B+n] = true, true
			}
		}
	}
	o.SharedA, o.CopiedA = count(coveredA, a)
	o.SharedB, o.CopiedB = count(coveredB, b)
}

func count(covered []bool, t Text) (shared, copied int32) {
	for i, c := range covered {
		if c {
			shared++
			copied += t.ownWords(i, 1)
		}
	}
	return shared, copied
}

// Contained is the share of each article's news words that the other carries.
func (o Overlap) Contained() (a, b float64) {
	return share(o.SharedA, o.WordsA), share(o.SharedB, o.WordsB)
}

// Copied is the share of the shorter article's own words, outside quotations,
// that the other one carries. An article that is nearly all quotation is
// measured by all its words.
func (o Overlap) Copied() float64 {
	shared, words := o.CopiedA, o.OwnA
	if o.OwnB < o.OwnA {
		shared, words = o.CopiedB, o.OwnB
	}
	if words < fewWords {
		shared, words = o.SharedA, o.WordsA
		if o.WordsB < o.WordsA {
			shared, words = o.SharedB, o.WordsB
		}
	}
	return share(shared, words)
}

// Instalment reports that the one repeats the other's sentences with other
// figures, as the issues of a daily or monthly report do.
func (o Overlap) Instalment() bool { return o.Changed > 0 && 2*o.Changed >= o.Kept }

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
	case copied >= partiallyCopied, copiedOwn >= copiedWords:
		return news.PartiallyDerived
	case quotes && (sameEvent || o.Longest >= statement):
		return news.QuoteOnly
	case sameEvent:
		return news.SameEvent
	}
	return news.PhraseOnly
}
