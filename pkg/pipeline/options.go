package pipeline

import "github.com/wireprint/wireprint/pkg/source"

// Which rows and pairs a report lists.
const (
	RowsAll        = "all"        // every paragraph, also those that one article has alone
	RowsSyndicated = "syndicated" // paragraphs with two carriers or more
	RowsNone       = "none"

	PairsAll  = "all"  // every pair that shares a passage
	PairsStar = "star" // in large families, only the pairs with the family's source
	PairsNone = "none"
	PairsAuto = "auto" // all, but star in families of more than 500 articles
)

// Options say how a run is made. The zero value is not useful: start from
// [Defaults]. Fields that cannot change the result are not part of its JSON
// form, which is kept in the report.
type Options struct {
	Source source.Options `json:"source"`

	Events   bool   `json:"events"`    // group articles by event; false stops after text reuse
	Rows     string `json:"rows"`      // RowsAll, RowsSyndicated or RowsNone
	Pairs    string `json:"pairs"`     // PairsAuto, PairsAll, PairsStar or PairsNone
	WithText bool   `json:"with_text"` // put each article's text into the report

	Jobs    int    `json:"-"` // workers per stage; 0 means one per processor
	Version string `json:"-"` // the program's version, for the report
}
