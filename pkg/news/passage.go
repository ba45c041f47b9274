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

// Run is a stretch of words that stand in both articles in the same order.
type Run struct {
	A, B  int // first word in each article's news text
	Words int
}

// Passage is a pair of aligned spans, one in each of two articles, with the
// edits between them. Between two successive runs lie words that only one of
// the articles has.
type Passage struct {
	A, B           Span  // bytes, from the first to the last shared word
	WordsA, WordsB Range // the same in words
	Runs           []Run // at least one, ascending in both articles
	Equal          int   // words in the runs
	Longest        int   // words in the longest run
	Quoted         int   // words in the runs that are quotation in both articles
	Changes        []Change
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
)
