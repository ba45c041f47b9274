package report

import (
	"io"

	"github.com/wireprint/wireprint/pkg/news"
)

// Paragraphs says which paragraph rows a text report shows.
type Paragraphs string

// The choices of paragraph rows.
const (
	ParagraphsAll        Paragraphs = "all"        // every row, in full
	ParagraphsSyndicated Paragraphs = "syndicated" // the rows with two carriers or more
	ParagraphsNone       Paragraphs = "none"
)

// TextOptions are the choices of a text report. The zero value is a report of
// 80 columns without colour that fits a screen when the folder is small.
type TextOptions struct {
	// Width is the number of columns that lines may take: 80 when 0, and never
	// less than 40.
	Width int
	// Color marks headings and changed words with terminal colours.
	Color bool
	// Paragraphs is [ParagraphsSyndicated] when empty.
	Paragraphs Paragraphs
	// Diff shows the words that edited carriers changed.
	Diff bool
	// Lines is how many lines to aim for: 45 when 0, no limit when negative.
	// [ParagraphsAll] lifts the limit too.
	Lines int
}

// Text writes what a reporter reads first: who ran which paragraphs.
func Text(w io.Writer, r *news.Report, opts TextOptions) error {
	return nil
}
