package news

// AuditFinding says whether an article that carries others' copy says so.
type AuditFinding string

// The findings of a credit audit.
const (
	AuditOrigin     AuditFinding = "origin"     // it is the source of copy that others ran
	AuditCredited   AuditFinding = "credited"   // it carries others' copy and names the origin
	AuditMostlyOwn  AuditFinding = "mostly-own" // it names an origin, and most of its words are its own
	AuditUncredited AuditFinding = "uncredited" // it carries others' copy and names nobody
	AuditRemoved    AuditFinding = "removed"    // … and the article that it took the copy from names the origin
	AuditReplaced   AuditFinding = "replaced"   // it carries others' copy and names somebody else
	AuditUndecided  AuditFinding = "undecided"  // it shares copy with others, and who took it from whom is not known
	AuditUnchecked  AuditFinding = "unchecked"  // it names an agency of which no copy is here to compare with
)

// Audit is what the credit audit says of an article. Articles that share nothing and
// credit nobody are not listed.
type Audit struct {
	Article string       `json:"article"`
	Outlet  string       `json:"outlet"`
	Event   string       `json:"event"`
	Finding AuditFinding `json:"finding"`
	Origin  string       `json:"origin"`         // the agency or outlet whose copy it is, or that it credits; empty when unknown
	From    string       `json:"from,omitempty"` // the article that it took its copy from, if that is one of the run

	Words          int      `json:"words"`           // news words of the article
	CopiedWords    int      `json:"copied_words"`    // of these, taken from others
	UndecidedWords int      `json:"undecided_words"` // of these, shared with others, and who took them from whom is not known
	Evidence       []string `json:"evidence"`
}
