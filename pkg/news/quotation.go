package news

// QuoteKind says what a carrier made of a quotation.
type QuoteKind string

// The kinds of carriers; several can hold of one.
const (
	QuoteVerbatim  QuoteKind = "verbatim"  // every word, in quotation marks
	QuoteShortened QuoteKind = "shortened" // words left out at the beginning, in the middle or at the end
	QuoteJoined    QuoteKind = "joined"    // made one with another quotation
	QuoteAltered   QuoteKind = "altered"   // other words, or more of them
	QuoteUnmarked  QuoteKind = "unmarked"  // its words without quotation marks
)

// Quotation is one utterance as articles on one event quote it, with all that carry it.
type Quotation struct {
	ID    string `json:"id"`
	Event string `json:"event"`
	Text  string `json:"text"` // its fullest wording, without what the reporter puts between

	// Speaker is whom most carriers name, empty when none does. The evidence are the
	// words that say so.
	Speaker  string   `json:"speaker"`
	Title    string   `json:"title,omitempty"` // what the speaker is, as written
	Evidence *Fact    `json:"speaker_evidence,omitempty"`
	Others   []string `json:"other_speakers,omitempty"` // whom other carriers name instead

	Source   RowSource          `json:"source"`
	Carriers []QuotationCarrier `json:"carriers"`
}

// QuotationCarrier is a place where an article carries a quotation. An article that
// gives it in pieces is there once for each.
type QuotationCarrier struct {
	Article    string      `json:"article"`
	Outlet     string      `json:"outlet"`
	Span       Span        `json:"span"`
	Kinds      []QuoteKind `json:"kinds"`
	Similarity float64     `json:"similarity"` // share of the quotation's words that it has, 0 to 1
	Speaker    string      `json:"speaker"`    // empty when not said
	Changes    []Change    `json:"changes"`
}
