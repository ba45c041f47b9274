package quote

import (
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// Quotation is one quotation of one article.
type Quotation struct {
	Article int          // its number, in order of publication
	Text    string       // of that article
	Keys    []uint32     // of its words
	Places  []news.Span  // of its words in the article's text
	Parts   []news.Range // its words, as the reporter breaks in
	Cuts    []int        // the words before which dots or brackets say that something was left out
	Marks   bool         // it stands in quotation marks
	Units   int          // words; two characters of a script without spaces count as one
	Speaker Speaker
}

// Speaker is who is said to have spoken; it is empty when unknown.
type Speaker struct {
	Name  string    // as written, the fullest form that the article has up to there
	Title string    // what he is, as written; may be empty
	Span  news.Span // the words that say so, in the article's text
}

// Span is the text from the first to the last word.
func (q *Quotation) Span() news.Span {
	return news.Span{Start: q.Places[0].Start, End: q.Places[len(q.Places)-1].End}
}

// word is the i-th word as written.
func (q *Quotation) word(i int) string { return q.Text[q.Places[i].Start:q.Places[i].End] }

// Wording is the text of some of the words, without what the reporter puts between
// them.
func (q *Quotation) Wording(words news.Range) string {
	var parts []string
	for _, p := range q.Parts {
		p = news.Range{Start: max(p.Start, words.Start), End: min(p.End, words.End)}
		if p.Len() > 0 {
			parts = append(parts, q.Text[q.Places[p.Start].Start:q.Places[p.End-1].End])
		}
	}
	return strings.Join(parts, " ")
}

// All are all words.
func (q *Quotation) All() news.Range { return news.Range{End: len(q.Keys)} }
