package news

// Range is a half-open range of word numbers within an article's news text.
type Range struct{ Start, End int }

// Len is the number of words in the range.
func (r Range) Len() int { return r.End - r.Start }

// Op names a kind of change.
type Op string

// The kinds of change, all read from article A to article B.
const (
	OpReplace Op = "replace"
	OpInsert  Op = "insert"
	OpDelete  Op = "delete"
)

// Change is one word-level edit: the words From became the words To. From is
// empty for an insertion, To for a deletion. Both are as written in the
// articles.
type Change struct {
	Op   Op     `json:"op"`
	From string `json:"from"`
	To   string `json:"to"`
}

// Edit is a change in word numbers: the words From of one article stand where
// the other has the words To. One of the two can be empty.
type Edit struct{ From, To Range }

// Anchor is where a print that two articles share stands in each: the number of
// its first word.
type Anchor struct{ A, B uint32 }

// Run is a stretch of words that stand in both articles in the same order.
type Run struct {
	A, B  int // first word in each article's news text
	Words int
}

// Passage is a pair of aligned stretches of words, one in each of two articles.
// Between two successive runs lie words that only one of the articles has.
type Passage struct {
	Runs    []Run // at least one, ascending in both articles
	Equal   int   // words in the runs
	Longest int   // words in the longest run
	Quoted  int   // words in the runs that are quotation in both articles
	Again   bool  // one article repeats what another passage holds already
}

// A is the passage's stretch of words in article A, from the first to the last
// shared word.
func (p Passage) A() Range {
	last := p.Runs[len(p.Runs)-1]
	return Range{Start: p.Runs[0].A, End: last.A + last.Words}
}

// B is the same in article B.
func (p Passage) B() Range {
	last := p.Runs[len(p.Runs)-1]
	return Range{Start: p.Runs[0].B, End: last.B + last.Words}
}

// Edits lists what lies between the runs, which must be in order.
func Edits(runs []Run) []Edit {
	var edits []Edit
	for i := 1; i < len(runs); i++ {
		before, r := runs[i-1], runs[i]
		e := Edit{
			From: Range{Start: before.A + before.Words, End: r.A},
			To:   Range{Start: before.B + before.Words, End: r.B},
		}
		if e.From.Len() > 0 || e.To.Len() > 0 {
			edits = append(edits, e)
		}
	}
	return edits
}

// Class is the class of a pair, after METER (Clough, Gaizauskas, Piao and
// Wilks 2002), extended by the two ways in which news articles share words
// without copying.
type Class string

// The classes of a pair, from the most to the least that is shared.
const (
	WhollyDerived    Class = "wholly-derived"    // one is the other's copy, as a whole
	PartiallyDerived Class = "partially-derived" // one holds a good part of the other
	QuoteOnly        Class = "quote-only"        // they share quotations and little else
	SameEvent        Class = "same-event"        // a few words in articles on one event
	PhraseOnly       Class = "phrase-only"       // a few words in articles that may have nothing to do with each other
)
