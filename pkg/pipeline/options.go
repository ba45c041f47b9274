package pipeline

import (
	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/candidate"
	"github.com/wireprint/wireprint/pkg/cluster"
	"github.com/wireprint/wireprint/pkg/event"
	"github.com/wireprint/wireprint/pkg/fingerprint"
	"github.com/wireprint/wireprint/pkg/provenance"
	"github.com/wireprint/wireprint/pkg/source"
)

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
	Source      source.Options           `json:"source"`
	Outlets     provenance.OutletOptions `json:"outlets"`
	Fingerprint fingerprint.Options      `json:"fingerprint"`
	Candidate   candidate.Options        `json:"candidate"`
	Align       align.Options            `json:"align"`
	Families    cluster.Options          `json:"families"`
	Event       event.Options            `json:"event"`

	Events   bool   `json:"events"`    // group articles by event; false stops after text reuse
	Rows     string `json:"rows"`      // RowsAll, RowsSyndicated or RowsNone
	Pairs    string `json:"pairs"`     // PairsAuto, PairsAll, PairsStar or PairsNone
	WithText bool   `json:"with_text"` // put each article's text into the report

	// Links, if not 0, has the report list what its groups were made of, down to
	// what counts only at so many times the thresholds in force, 1 at most: see
	// [Regrouping].
	Links float64 `json:"links,omitempty"`

	// Background is the table of document frequencies; nil means the English
	// one that is part of the program.
	Background *event.Background `json:"-"`

	Jobs    int    `json:"-"` // workers per stage; 0 means one per processor
	Version string `json:"-"` // the program's version, for the report
}

// Defaults are the options of a run for which nothing was asked.
func Defaults() Options {
	return Options{
		Source:      source.DefaultOptions(),
		Outlets:     provenance.DefaultOutlets(),
		Fingerprint: fingerprint.Defaults(),
		Candidate:   candidate.Defaults(),
		Align:       align.Defaults(),
		Families:    cluster.Defaults(),
		Event:       event.Defaults(),
		Events:      true,
		Rows:        RowsSyndicated,
		Pairs:       PairsAuto,
	}
}

// background is the table in force.
func (o Options) background() (*event.Background, error) {
	if o.Background != nil {
		return o.Background, nil
	}
	return event.English()
}

// floor is how many times the thresholds in force links must reach to be looked
// for.
func (o Options) floor() float64 {
	if o.Links > 0 {
		return min(1, o.Links)
	}
	return 1
}
