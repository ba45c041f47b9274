package news

// DriftKind says what a drift changes.
type DriftKind string

// The kinds of drift.
const (
	DriftNumber      DriftKind = "number"      // a number or its unit
	DriftDate        DriftKind = "date"        // a day, a year or a time of day
	DriftName        DriftKind = "name"        // who or what is named
	DriftPlace       DriftKind = "place"       // where it was
	DriftTitle       DriftKind = "title"       // what somebody is
	DriftQuote       DriftKind = "quote"       // words within a quotation
	DriftAttribution DriftKind = "attribution" // who a statement is attributed to
	DriftNegation    DriftKind = "negation"    // the opposite is said
)

// DriftRelation says how the two articles of a drift are related.
type DriftRelation string

// The relations of a drift. A publisher is an outlet, or the agency whose words two
// outlets have.
const (
	RelationCorrection DriftRelation = "correction" // the same publisher later, saying that it corrects
	RelationUpdate     DriftRelation = "update"     // the same publisher later
	RelationDrift      DriftRelation = "drift"      // between two outlets
	RelationUnknown    DriftRelation = "unknown"    // an outlet is not known, or which of its articles came later
)

// Drift is a fact that two carriers of a row give differently. From is the row's
// own article but in a correction or an update, where it is the earlier one.
type Drift struct {
	Row      string        `json:"row"`
	Kind     DriftKind     `json:"kind"`
	Relation DriftRelation `json:"relation"`
	From     Fact          `json:"from"`
	To       Fact          `json:"to"`
}

// Fact is what an article says, in its own words.
type Fact struct {
	Article string `json:"article"`
	Span    Span   `json:"span"`
	Text    string `json:"text"`
}
