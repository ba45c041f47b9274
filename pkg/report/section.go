package report

import (
	"fmt"
	"iter"

	"github.com/wireprint/wireprint/pkg/news"
)

// section is one list of the report, seen as a stream of records: what the
// JSON and JSONL forms need to know about it, and nothing of its fields.
type section struct {
	key  string // its name in the JSON form
	kind string // the "type" of its records in the JSONL form

	optional bool // left out of the JSON form where there are no records

	// records says how many there are, and how to get some of them: pointers to
	// normalised copies, each valid until the next.
	records func(*news.Report) (n int, some func(from, to int) iter.Seq[any])
	// add appends the record that decode fills in.
	add func(r *news.Report, decode func(record any) error) error
}

// sections lists the report's lists in the order in which they are written.
func sections() []section {
	return []section{
		sectionOf("articles", "article", func(r *news.Report) *[]news.ArticleRecord { return &r.Articles }, normalArticle),
		sectionOf("events", "event", func(r *news.Report) *[]news.Event { return &r.Events }, normalEvent),
		sectionOf("families", "family", func(r *news.Report) *[]news.Family { return &r.Families }, normalFamily),
		sectionOf("paragraphs", "paragraph", func(r *news.Report) *[]news.Row { return &r.Rows }, normalRow),
		sectionOf("pairs", "pair", func(r *news.Report) *[]news.Pair { return &r.Pairs }, normalPair),
		sectionOf("outlets", "outlet", func(r *news.Report) *[]news.OutletRecord { return &r.Outlets }, normalOutlet),
		sectionOf("owners", "owner", func(r *news.Report) *[]news.OwnerRecord { return &r.Owners }, normalOwner),
		sectionOf("edges", "edge", func(r *news.Report) *[]news.Edge { return &r.Edges }, normalEdge),
		optional(sectionOf("drift", "drift", func(r *news.Report) *[]news.Drift { return &r.Drift }, normalDrift)),
		optional(sectionOf("audit", "audit", func(r *news.Report) *[]news.Audit { return &r.Audit }, normalAudit)),
		optional(sectionOf("quotes", "quote", func(r *news.Report) *[]news.Quotation { return &r.Quotes }, normalQuotation)),
		sectionOf("boilerplate", "boilerplate", func(r *news.Report) *[]news.Boilerplate { return &r.Boilerplate }, normalBoilerplate),
		optional(sectionOf("family_links", "family_link", func(r *news.Report) *[]news.FamilyLink { return &r.FamilyLinks }, normalFamilyLink)),
		optional(sectionOf("event_links", "event_link", func(r *news.Report) *[]news.EventLink { return &r.EventLinks }, normalEventLink)),
	}
}

func optional(s section) section {
	s.optional = true
	return s
}

// sectionOf describes the list of r that list points to.
func sectionOf[T any](key, kind string, list func(r *news.Report) *[]T, normal func(*T)) section {
	return section{
		key:  key,
		kind: kind,
		records: func(r *news.Report) (int, func(from, to int) iter.Seq[any]) {
			all := *list(r)
			return len(all), func(from, to int) iter.Seq[any] {
				return func(yield func(any) bool) {
					var record T
					for _, record = range all[from:to] {
						normal(&record)
						if !yield(&record) {
							return
						}
					}
				}
			}
		},
		add: func(r *news.Report, decode func(any) error) error {
			to := list(r)
			var record T
			if err := decode(&record); err != nil {
				return fmt.Errorf("%s %d: %w", kind, len(*to)+1, err)
			}
			normal(&record)
			*to = append(*to, record)
			return nil
		},
	}
}
