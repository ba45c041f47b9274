package report

import (
	"io"

	"github.com/wireprint/wireprint/pkg/news"
)

// extracted is an article as it was understood. The names are those under which
// records are read, so that its JSON is input again.
type extracted struct {
	ID            string             `json:"id"`
	Path          string             `json:"path"`
	Offset        int                `json:"offset"` // byte at which the text begins in the decoded file
	URL           string             `json:"url,omitempty"`
	Outlet        string             `json:"outlet"`
	OutletFrom    string             `json:"outlet_evidence"`
	Title         string             `json:"title"`
	Authors       []string           `json:"authors"`
	Published     string             `json:"published"` // extended date format, see [news.Time.String]
	PublishedFrom string             `json:"published_evidence"`
	Dateline      *extractedDateline `json:"dateline,omitempty"`
	Lang          string             `json:"lang"`
	Kind          string             `json:"kind"`
	Credits       []extractedCredit  `json:"credits"`
	Text          string             `json:"text"`
	Paragraphs    []extractedPart    `json:"paragraphs"` // spans are byte offsets into text
	Truncated     bool               `json:"truncated"`
}

type extractedDateline struct {
	Place  string    `json:"place"`
	Agency string    `json:"agency"` // as written
	Time   string    `json:"time"`
	Span   news.Span `json:"span"`
}

type extractedCredit struct {
	Agency   string     `json:"agency"`
	Kind     string     `json:"kind"` // "text" or "photo"
	Evidence string     `json:"evidence"`
	Span     *news.Span `json:"span,omitempty"` // missing when metadata prove it
}

type extractedPart struct {
	news.Span
	Role string `json:"role"`
}

// Articles writes what was understood of each article, one JSON object a line.
func Articles(w io.Writer, articles []news.Article) error {
	e := newEncoder(w)
	for i := range articles {
		e.value(extractedOf(&articles[i]))
		e.text("\n")
	}
	return e.finish("write the articles")
}

func extractedOf(a *news.Article) extracted {
	record := extracted{
		ID: a.ID, Path: a.Path, Offset: a.Offset, URL: a.URL,
		Outlet: a.Outlet.Name, OutletFrom: a.Outlet.Evidence,
		Title: a.Title, Authors: append([]string{}, a.Authors...),
		Published: a.Time.String(), PublishedFrom: a.TimeFrom,
		Lang: a.Lang, Kind: a.Kind.String(),
		Credits: make([]extractedCredit, len(a.Credits)),
		Text:    a.Text, Paragraphs: make([]extractedPart, len(a.Paragraphs)), Truncated: a.Truncated,
	}
	if d := a.Dateline; d.Span.Len() > 0 {
		record.Dateline = &extractedDateline{d.Place, d.Agency, d.Time.String(), d.Span}
	}
	for i, c := range a.Credits {
		record.Credits[i] = extractedCredit{Agency: c.Agency, Kind: "text", Evidence: c.Evidence}
		if c.Kind == news.CreditPhoto {
			record.Credits[i].Kind = "photo"
		}
		if c.Span.Len() > 0 {
			record.Credits[i].Span = &a.Credits[i].Span
		}
	}
	for i, p := range a.Paragraphs {
		record.Paragraphs[i] = extractedPart{p.Span, p.Role.String()}
	}
	return record
}
