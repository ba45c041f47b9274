package news

// ExplanationSchema names the version of an explanation's JSON form.
const ExplanationSchema = "wireprint.explanation/v1"

// Explanation says why two articles of a run are, or are not, in one event and in
// one family. Ids of events and families are those of the run's report.
type Explanation struct {
	Schema     string        `json:"schema"`
	Articles   int           `json:"articles"` // of the run, on all of which events depend
	A          ArticleRecord `json:"a"`
	B          ArticleRecord `json:"b"`
	Event      EventVerdict  `json:"event"`
	Family     Verdict       `json:"family"`
	Dates      Dates         `json:"dates"`
	Words      SharedWords   `json:"words"`
	Copy       SharedCopy    `json:"copy"`
	Thresholds []Threshold   `json:"thresholds"` // that decided
}

// Verdict says whether two articles are in one group, an event or a family, and by
// what. How near two are is told by their fit for events, 0 or more, of which 1 is
// just enough, and by their likeness for families, 0 to 1.
type Verdict struct {
	Same bool   `json:"same"`
	By   Reason `json:"by"`
	// Pair is what the two alone count for.
	Pair float64 `json:"pair"`
	// Average is over all pairs of one of WithA articles, A among them, and one of
	// WithB, as they were when A and B came together or, of two groups, as they
	// stayed apart. Families are put together to events as wholes, by the better
	// half of the fits of those that speak for them. It is 0, and so are these,
	// where nothing was averaged.
	Average float64 `json:"average"`
	Needed  float64 `json:"needed"` // what it must reach
	WithA   int     `json:"with_a"`
	WithB   int     `json:"with_b"`
	// Group is how many articles the group has, and GroupAverage the average over
	// all pairs of them that it is made by; 0 of two groups.
	Group        int     `json:"group"`
	GroupAverage float64 `json:"group_average"`
	// Chain leads from A to B through articles of the group, so that its weakest
	// link is as strong as can be. It is given where the two alone would not do.
	Chain []Hop `json:"chain"`
}

// Reason is what decided whether two articles are in one group.
type Reason string

// The reasons. Those of families alone are the last.
const (
	ByAverage   Reason = "average"   // what the average of their groups reaches or not
	ByCopy      Reason = "copy"      // of events: they are one family; of families: they are one text
	ByAttaching Reason = "attaching" // one joined a group, or left the other, by itself
	ByCrowd     Reason = "crowd"     // of events: they go with one article, the nearest of very many
	ByRoundUp   Reason = "round-up"  // one tells of several events, and is of none
	ByReach     Reason = "reach"     // their groups would lie over too many days
	ByWindow    Reason = "window"    // they lie too many days apart
	ByForm      Reason = "form"      // they are issues of one report, which share its form
	ByNothing   Reason = "nothing"   // they share no passage
	ByLikeness  Reason = "likeness"  // they share too little to count as copies
)

// EventVerdict is a verdict on events.
type EventVerdict struct {
	Verdict
	Days     int          `json:"days"`       // that both groups together lie over, counted from 0; -1 when no day is known
	Reach    int          `json:"reach_days"` // the most that they may
	Attached []Attachment `json:"attached"`
	RoundUps []string     `json:"round_ups"` // of the two, those that fit two events which do not fit each other
}

// Attachment says how well an article, which with at most one other was left alone,
// fits the better half of a larger group.
type Attachment struct {
	Article  string  `json:"article"`
	Average  float64 `json:"average"`
	Articles int     `json:"articles"` // of the larger group
	Joined   bool    `json:"joined"`
}

// Hop is a link of a chain, which goes on where the one before ended.
type Hop struct {
	From  string  `json:"from"`
	To    string  `json:"to"`
	By    string  `json:"by"`    // "fit", "likeness", or "copy" for two of one family
	Value float64 `json:"value"` // of the fit or the likeness; 0 for a copy
}

// Dates is when two articles were published. The days are those of the articles'
// own calendars.
type Dates struct {
	Known  bool `json:"known"`      // both days, with the year of one at least
	Years  bool `json:"years"`      // the years of both
	Apart  int  `json:"days_apart"` // the least that it can be; 0 when not known
	Window int  `json:"window_days"`
	Within bool `json:"within"` // of the window; true when not known
}

// SharedWords is how near two articles are by their words, in whatever order.
type SharedWords struct {
	Cosine float64 `json:"cosine"`
	Bar    Bar     `json:"bar"`
	// Fit is the sum of what the words and the quotations give; Quoted words stand
	// in quotations of both, in the same order.
	Fit        float64 `json:"fit"`
	FitWords   float64 `json:"fit_words"`
	FitQuoted  float64 `json:"fit_quoted"`
	Quoted     int     `json:"quoted"`
	Counted    bool    `json:"counted"` // grouping took account of the fit; else
	NotCounted Ignored `json:"not_counted"`

	Shared []SharedTerm `json:"shared"` // that add most to the cosine, in order
	Rest   TermSum      `json:"rest"`   // other terms that both have
	OnlyA  []Term       `json:"only_a"` // the heaviest that B does not have
	OnlyB  []Term       `json:"only_b"`
}

// Bar is the cosine that two articles must reach to count as one event: the product
// of Days, Outlet and Length.
type Bar struct {
	Cosine  float64 `json:"cosine"`
	Setting string  `json:"setting"` // that Days is from
	Days    float64 `json:"days"`    // by what is known of the dates; 0 when no cosine would do
	Outlet  float64 `json:"outlet"`  // 1, more for two of one outlet
	Length  float64 `json:"length"`  // the more, the shorter the longer article is
	Words   int     `json:"words"`   // of the longer article
	Least   float64 `json:"least"`   // cosine below which two that share no quotation count as not linked
}

// Ignored is why a fit was not taken account of.
type Ignored string

// Why a fit was not counted.
const (
	IgnoredNot    Ignored = ""       // it was
	IgnoredCopy   Ignored = "copy"   // they are one family, which is not parted
	IgnoredWindow Ignored = "window" // they lie too many days apart
	IgnoredForm   Ignored = "form"   // they are issues of one report
	IgnoredLow    Ignored = "low"    // the cosine is below the least, and they quote nothing in common
	IgnoredSilent Ignored = "silent" // others speak for one of them, of a large family or in a crowd
)

// Term is a word, or two characters in a row, with its weight in an article's
// vector of length 1.
type Term struct {
	Word   string  `json:"word"` // as the article has it
	Weight float64 `json:"weight"`
}

// SharedTerm is a term of both articles and what it adds to their cosine: the
// product of its weights.
type SharedTerm struct {
	Word string  `json:"word"` // as A has it
	A    float64 `json:"a"`
	B    float64 `json:"b"`
	Adds float64 `json:"adds"`
}

// TermSum is what some terms together add to a cosine.
type TermSum struct {
	Terms int     `json:"terms"`
	Adds  float64 `json:"adds"`
}

// SharedCopy is what two articles share word for word.
type SharedCopy struct {
	Compared   bool            `json:"compared"` // the run compared them; of articles that very many share, not all are
	Class      Class           `json:"class"`    // empty when nothing is shared
	Likeness   float64         `json:"likeness"` // how much they are one copy, 0 to 1
	ContainedA float64         `json:"contained_a"`
	ContainedB float64         `json:"contained_b"`
	Words      int             `json:"words"` // of A, in runs that B has
	LongestRun int             `json:"longest_run"`
	Quoted     int             `json:"quoted"` // of the words, in quotations of both
	Kept       int             `json:"figures_kept"`
	Changed    int             `json:"figures_changed"`
	Instalment bool            `json:"instalment"` // more figures were changed than kept, as in two issues of one report
	Passages   []SharedPassage `json:"passages"`   // in the order of A
}

// SharedPassage is a passage with its words as A has them.
type SharedPassage struct {
	PairPassage
	LongestRun int    `json:"longest_run"`
	Quoted     int    `json:"quoted"`
	Text       string `json:"text"`
}

// Threshold is a setting that decided, by its name among a report's options.
type Threshold struct {
	Of      string  `json:"of"` // "event" or "family"
	Setting string  `json:"setting"`
	Value   float64 `json:"value"`
}
