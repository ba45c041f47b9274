package news

// Span is a half-open range [Start, End) of byte offsets into an article's
// text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Overlap is the number of bytes that both spans hold.
func (s Span) Overlap(t Span) int {
	return max(0, min(s.End, t.End)-max(s.Start, t.Start))
}

// Role says what a paragraph is for its article. Only body paragraphs are news
// text: their words are fingerprinted, compared and counted.
type Role uint8

// The roles of a paragraph.
const (
	RoleBody        Role = iota // the story itself
	RoleTitle                   // the headline, wherever it is repeated
	RoleByline                  // author, time of publication, masthead
	RoleCaption                 // picture captions and photo credits
	RoleHeading                 // headings inside the story
	RoleBoilerplate             // menus, link lists, copyright, comment forms
)

// String returns the role's name as it appears in output.
func (r Role) String() string {
	return [...]string{"body", "title", "byline", "caption", "heading", "boilerplate"}[r]
}

// Paragraph is one paragraph of an article, with its surrounding white space
// left out.
type Paragraph struct {
	Span
	Role Role
}

// Article is one story as one outlet published it. extract makes it,
// provenance fills in what the text tells about its origin; from then on
// nobody changes it.
type Article struct {
	ID   string // unique within a run, see [Report]
	Path string // input file below the given root, with slashes
	URL  string // where it was published, when the record or the page says so

	Folder string // name of the folder that the file lies in; empty when there is none

	// Offset is the byte of the decoded file, or of the record's text field,
	// at which Text begins: 0 but for the later stories of a digest.
	Offset int

	Title      string
	Text       string      // all of the story as read, clutter included
	Paragraphs []Paragraph // in reading order, not overlapping

	// Truncated marks a story whose text stops in the middle of a sentence.
	// The word it stops in, which may be half a word, is in no paragraph.
	Truncated bool

	// FieldOutlet is what a record's fields say of the outlet, and PageOutlets what a
	// page's markup says, the most direct first. Which of them is believed,
	// provenance decides.
	FieldOutlet Attribution
	PageOutlets []Attribution

	Authors  []string
	Sources  []Attribution // whom a wire format's fields name as the origin of the words; the field is the evidence
	Outlet   Attribution
	Lang     string // ISO 639-1 code, empty when unknown
	Time     Time
	TimeFrom string // where Time was found, or why it is not known, in words

	// Digits is the date of publication where it is written in digits whose order
	// has to be known; nil where it is not.
	Digits   *DigitDate
	Dateline Dateline
	Credits  []Credit
}

// Attribution is a name with the reason why it was believed.
type Attribution struct {
	Name     string
	Evidence string // "record field outlet", "masthead", "copyright line" …
}

// Evidence of names that pages give.
const (
	FromSiteName  = "og:site_name"   // what the site calls itself
	FromCopyright = "copyright line" // with its other words still around the name
)

// Dateline is the place, date and agency that open a dispatch:
// "WASHINGTON, July 19 (Reuters) -".
type Dateline struct {
	Span   Span
	Place  string
	Agency string // what the parentheses say, as written
	Time   Time
}

// CreditKind says what an agency was credited for.
type CreditKind uint8

// The kinds of credit.
const (
	CreditText  CreditKind = iota // the words, wholly or in part
	CreditPhoto                   // a picture
)

// Credit is one mention that names an agency as a source of the article.
type Credit struct {
	Agency   string // the agency's name in the lexicon
	Kind     CreditKind
	Evidence string // the words that prove it
	Span     Span   // where they stand; empty when they come from metadata
}

// Body calls f with each body paragraph, in reading order.
func (a *Article) Body(f func(Span)) {
	for _, p := range a.Paragraphs {
		if p.Role == RoleBody {
			f(p.Span)
		}
	}
}
