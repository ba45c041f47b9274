package news

import "encoding/json"

// Schema names the version of the report's JSON form.
const Schema = "wireprint.report/v1"

// Report is all that a run found. Its order is fixed: articles by id, all else
// by time and then by id, so that the same input gives the same bytes.
//
// Every article belongs to exactly one family, and to exactly one event unless
// events were switched off; an article that shares nothing is alone in both.
type Report struct {
	Schema   string          `json:"schema"`
	Run      RunRecord       `json:"run"`
	Articles []ArticleRecord `json:"articles"`
	Events   []Event         `json:"events"`
	Families []Family        `json:"families"`
	Rows     []Row           `json:"paragraphs"`
	Pairs    []Pair          `json:"pairs"`
	Outlets  []OutletRecord  `json:"outlets"`
	Owners   []OwnerRecord   `json:"owners"`
	Edges    []Edge          `json:"edges"`
	Drift    []Drift         `json:"drift,omitempty"`
	Audit    []Audit         `json:"audit,omitempty"`
	Quotes   []Quotation     `json:"quotes,omitempty"`

	Boilerplate []Boilerplate `json:"boilerplate"`

	// What families and events were made of, only when asked for.
	FamilyLinks []FamilyLink `json:"family_links,omitempty"`
	EventLinks  []EventLink  `json:"event_links,omitempty"`
}

// RunRecord describes the run itself. It holds no clock time and no absolute
// path, so that reports can be compared byte for byte.
type RunRecord struct {
	Version string          `json:"version"`
	Options json.RawMessage `json:"options"` // the options in force that can change the result
	Counts  Counts          `json:"counts"`
	Skipped []Skip          `json:"skipped"`

	// Notes tell, in words, what of the options met nothing in the inputs, and what
	// they left out that the user may not expect.
	Notes []string `json:"notes,omitempty"`

	// Languages say by which document frequencies events were found, by language;
	// empty when events are off.
	Languages []LanguageRecord `json:"languages"`
}

// Frequencies names a table of document frequencies.
type Frequencies string

// The tables of document frequencies.
const (
	FromBackground Frequencies = "background" // counted in other news, and the folder
	FromFolder     Frequencies = "folder"     // the folder's own alone, and a guess by the length of words
)

// LanguageRecord says how the words of one language were weighed.
type LanguageRecord struct {
	Lang        string      `json:"lang"` // empty for articles of an unknown one
	Articles    int         `json:"articles"`
	Frequencies Frequencies `json:"frequencies"`
}

// Counts are totals over the report.
type Counts struct {
	Inputs   int `json:"inputs"`   // files and streams read
	Articles int `json:"articles"` // stories found in them
	Words    int `json:"words"`    // news words of all articles
	Events   int `json:"events"`   // with two articles or more
	Families int `json:"families"` // with two articles or more
	Pairs    int `json:"pairs"`    // listed
	Rows     int `json:"rows"`     // listed
	Skipped  int `json:"skipped"`  // inputs and records, listed or counted
	LeftOut  int `json:"left_out"` // files, folders and articles that were not selected; no skips
}

// ArticleRecord describes an article. Its id is the record's own id where it
// has one, else its path below the given root, with "#n" for the n-th story of
// a file. Text fields are empty when unknown.
type ArticleRecord struct {
	ID               string         `json:"id"`
	Path             string         `json:"path"`
	Offset           int            `json:"offset"` // byte at which the story's text begins in its decoded file
	Outlet           string         `json:"outlet"`
	OutletEvidence   string         `json:"outlet_evidence"`
	Agencies         []AgencyRecord `json:"agencies"`
	Title            string         `json:"title"`
	Published        string         `json:"published"`          // extended date format, see [Time.String]
	PublishedFrom    string         `json:"published_evidence"` // where, or why it is not known
	Lang             string         `json:"lang"`
	Kind             string         `json:"kind,omitempty"` // "live" or "gallery"; empty for a story, see [ArticleKind]
	Words            int            `json:"words"`          // news words
	Event            string         `json:"event"`
	Family           string         `json:"family"`
	BoilerplateWords int            `json:"boilerplate_words"` // that were left out …
	TemplateWords    int            `json:"template_words"`    // … of which so many were learned from the run, see [Boilerplate]
	Truncated        bool           `json:"truncated"`
	Rank             int            `json:"rank,omitempty"` // in order of publication, from 1; only with links
	Text             string         `json:"text,omitempty"` // only when asked for; spans refer to it
}

// AgencyRecord is an agency that an article credits.
type AgencyRecord struct {
	Name     string `json:"name"`
	Kind     string `json:"kind"` // "text" or "photo"
	Evidence string `json:"evidence"`
	Span     *Span  `json:"span,omitempty"` // in the article's text; nil when metadata prove it
}

// Event is a group of articles about the same happening, whoever wrote them.
type Event struct {
	ID       string   `json:"id"`
	Label    string   `json:"label"` // headline of the article that stands for it
	Articles []string `json:"articles"`
	Families []string `json:"families"`
	Outlets  []string `json:"outlets"`
	Owners   []string `json:"owners"` // of these outlets, as far as they are known
	First    string   `json:"first"`  // the article that was certainly first, or empty
	From     string   `json:"from"`   // first known day
	To       string   `json:"to"`     // last known day

	// Origins are those who wrote of it independently: the agencies and outlets whose
	// copy the articles carry. UnknownOrigins counts the copies of which it is not
	// known whose they are, so that there are at most so many more.
	Origins        []string `json:"origins"`
	UnknownOrigins int      `json:"unknown_origins"`
}

// Family is a group of articles that carry the same copy.
type Family struct {
	ID             string   `json:"id"`
	Event          string   `json:"event"`
	Articles       []string `json:"articles"`
	Source         Source   `json:"source"`
	SourceScore    float64  `json:"source_score"` // how sure the source is, 0 to 1; 0 when it is unknown
	SourceEvidence []string `json:"source_evidence"`
	// MinSimilarity is the family's weakest link: the lowest likeness, over its
	// articles, to the member nearest to it. It is 1 for an article alone.
	MinSimilarity float64 `json:"min_similarity"`
	// Bridges are the articles without which the family would fall apart.
	Bridges []string `json:"bridges"`

	// Canonical is the article whose wording stands for the family's copy, and
	// Versions say what the others made of it.
	Canonical string    `json:"canonical"`
	Versions  []Version `json:"versions"`

	// Copies say whom each article but the source took its copy from.
	Copies []Copy `json:"copies"`

	// Only with links, for it is what events are made of besides: how many of the
	// articles spoke for the family when it was compared with others, and the first
	// and the last day of most of its articles, empty where none has a full date.
	// Follows is the family that it goes with because it fits very many and nobody
	// speaks for it.
	Speakers int    `json:"speakers,omitempty"`
	Follows  string `json:"follows,omitempty"`
	From     string `json:"from,omitempty"`
	To       string `json:"to,omitempty"`
}

// Version says which whole paragraphs an article left out of its family's copy,
// and which it has of its own. Spans are in the order of the text.
type Version struct {
	Article string `json:"article"`
	Cut     []Span `json:"cut"`   // in the text of the canonical article
	Added   []Span `json:"added"` // in its own text; no other article carries them
}

// Copy says whom an article took its family's copy from: the nearest that it is
// known to carry the copy of. Others, not known, may have gone between.
type Copy struct {
	Article  string   `json:"article"`
	From     Source   `json:"from"`
	Score    float64  `json:"score"` // how sure that is, 0 to 1; 0 when it is unknown
	Evidence []string `json:"evidence"`
}

// Source is where copy came from: an article of the run, or an agency or outlet
// outside it. Both are empty when it is unknown.
type Source struct {
	Article string `json:"article,omitempty"`
	Outside string `json:"outside,omitempty"`
}

// Row is one canonical paragraph with all who carried it, its own article
// included.
type Row struct {
	ID       string    `json:"id"`
	Event    string    `json:"event"`
	Family   string    `json:"family"` // of its source; carriers can be of other families
	Text     string    `json:"text"`
	Source   RowSource `json:"source"`
	Carriers []Carrier `json:"carriers"`
}

// RowSource is where a row's text was taken from.
type RowSource struct {
	Article string `json:"article"`
	Span    Span   `json:"span"`
}

// CarrierClass says how an article carries a row's paragraph.
type CarrierClass string

// The classes of a carrier.
const (
	Verbatim  CarrierClass = "verbatim"  // every word, unchanged
	Edited    CarrierClass = "edited"    // most of it, with words changed
	Rewritten CarrierClass = "rewritten" // the same matter in other words
	Excerpt   CarrierClass = "excerpt"   // a part of it
	Quote     CarrierClass = "quote"     // a quotation that both give
)

// Carrier is an article that carries a row.
type Carrier struct {
	Article string       `json:"article"`
	Outlet  string       `json:"outlet"`
	Span    Span         `json:"span"`
	Class   CarrierClass `json:"class"`
	// Similarity is the share of the row's words that it has, 0 to 1; of a
	// paragraph that has them in other words, the cosine of its terms.
	Similarity float64  `json:"similarity"`
	Changes    []Change `json:"changes"`
	Text       string   `json:"text,omitempty"` // its own wording, if it is Rewritten
}

// Pair is two articles that share at least one passage.
type Pair struct {
	A          string        `json:"a"`
	B          string        `json:"b"`
	Class      Class         `json:"class"`
	ContainedA float64       `json:"contained_a"` // share of A's news words that B carries, 0 to 1
	ContainedB float64       `json:"contained_b"`
	LongestRun int           `json:"longest_run"` // words
	Passages   []PairPassage `json:"passages"`
	Cosine     float64       `json:"cosine"` // of the idf-weighted term vectors, 0 when events are off
}

// PairPassage is a passage as it is published.
type PairPassage struct {
	A       Span     `json:"a"`
	B       Span     `json:"b"`
	Words   int      `json:"words"` // shared words
	Changes []Change `json:"changes"`
}

// OutletRecord counts what an outlet published.
type OutletRecord struct {
	Name              string `json:"name"`
	Owner             string `json:"owner"` // empty when it is not known
	Articles          int    `json:"articles"`
	OwnParagraphs     int    `json:"own_paragraphs"`     // that no other outlet carries
	CarriedParagraphs int    `json:"carried_paragraphs"` // that some other outlet carries too
	Credited          int    `json:"credited"`           // articles of shared copy that credit an agency
	Uncredited        int    `json:"uncredited"`         // articles of shared copy that credit none

	// The news words of its articles, and whose they are.
	Words           int `json:"words"`
	OwnWords        int `json:"own_words"`        // taken from nobody, as far as the run tells
	CreditedWords   int `json:"credited_words"`   // others' copy in articles that name its origin
	UncreditedWords int `json:"uncredited_words"` // others' copy in articles that do not
	UndecidedWords  int `json:"undecided_words"`  // shared copy, and who took it from whom is not known
}

// OwnerRecord counts what the outlets of one owner published. What only they
// carry is their own.
type OwnerRecord struct {
	Name              string   `json:"name"`
	Outlets           []string `json:"outlets"`
	Articles          int      `json:"articles"`
	OwnParagraphs     int      `json:"own_paragraphs"`
	CarriedParagraphs int      `json:"carried_paragraphs"`
	Credited          int      `json:"credited"`
	Uncredited        int      `json:"uncredited"`
}

// Edge says that one outlet took text from another, or from an agency.
type Edge struct {
	From       string   `json:"from"`
	To         string   `json:"to"`
	Paragraphs int      `json:"paragraphs"`
	Words      int      `json:"words"`
	Articles   int      `json:"articles"`
	First      string   `json:"first"` // when the first of these was published, of those whose year is known
	Score      float64  `json:"score"` // how sure it is of these articles, 0 to 1 on average
	Evidence   []string `json:"evidence"`
}

// Boilerplate is text that an outlet repeats over articles on different
// subjects, as it was learned from the articles of the run and left out of them.
type Boilerplate struct {
	ID       string   `json:"id"`
	Outlet   string   `json:"outlet"` // or the folder, with a slash, of articles whose outlet is unknown
	Text     string   `json:"text"`   // as one article shows it
	Words    int      `json:"words"`  // of that text
	Articles int      `json:"articles"`
	LeftOut  int      `json:"left_out"` // words of all these articles
	Examples []string `json:"examples"` // up to five articles, from the first to the last
	From     string   `json:"from"`     // first known day
	To       string   `json:"to"`       // last known day
	Evidence []string `json:"evidence"`
}

// FamilyLink is two articles of which one carries the other's copy, as families
// are made of such pairs.
type FamilyLink struct {
	A        string  `json:"a"`
	B        string  `json:"b"`
	Likeness float64 `json:"likeness"`       // how much they are one copy, 0 to 1
	Same     bool    `json:"same,omitempty"` // each carries nearly all of the other
	Star     bool    `json:"star,omitempty"` // B is one of very many, known to be A's copy by what both share with a third
}

// EventLink is two articles of different families that may be on one event. How
// near they are, and what decides how near they must be.
type EventLink struct {
	A         string  `json:"a"`
	B         string  `json:"b"`
	Cosine    float64 `json:"cosine"`               // of the idf-weighted term vectors, 0 to 1
	Quoted    int     `json:"quoted,omitempty"`     // words that both quote
	Words     int     `json:"words"`                // of the longer one: of short articles more is asked
	OneOutlet bool    `json:"one_outlet,omitempty"` // wrote both: more is asked
	Undated   bool    `json:"undated,omitempty"`    // the day of one is not known with its year: the bar for these holds
}
