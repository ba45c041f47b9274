package report

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"github.com/wireprint/wireprint/pkg/news"
)

// ComparisonSchema names the version of a comparison's JSON form.
const ComparisonSchema = "wireprint.comparison/v1"

// Comparison is two articles and what they share.
type Comparison struct {
	A, B     Compared
	Pair     news.Pair
	Passages []news.Passage // in the order of A
}

// Compared is one article of a comparison.
type Compared struct {
	Article *news.Article
	Words   []news.Span // the news words, as the passages count them
}

// CompareOptions are the choices of a comparison as text. The zero value is one
// column of 80, without colour.
type CompareOptions struct {
	Isolates   bool // see [TextOptions]
	Width      int  // columns that lines may take: 80 when 0, and never less than 40
	Color      bool // mark changed words with terminal colours rather than brackets
	SideBySide bool // an article in each of two columns, rather than both in one
}

// CompareText writes the news text of both articles in full: passages with the
// words marked that differ, and between them what each article has alone. The
// order is that of A; a passage that B has earlier is marked "[moved]".
func CompareText(w io.Writer, c *Comparison, opts CompareOptions) error {
	out := bufio.NewWriter(w)
	p := printer{out, opts.Color, opts.Isolates}
	if opts.Width == 0 {
		opts.Width = 80
	}
	opts.Width = max(opts.Width, 40)

	set := layout(inline)
	if opts.SideBySide {
		set = sideBySide
	}
	p.print(set(shown{label: "A", text: c.A.head()}, shown{label: "B", text: c.B.head()}, opts.Width)...)
	p.print(nil)
	p.print(c.summary(opts.Width)...)
	for _, b := range c.blocks() {
		p.print(nil)
		p.print(b.lines(set, opts)...)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("report: write comparison: %w", err)
	}
	return nil
}

// CompareJSON writes the comparison as one JSON object: both articles with
// their text, which the pair's spans refer to, and the pair.
func CompareJSON(w io.Writer, c *Comparison) error {
	pair := c.Pair
	normalPair(&pair)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(struct {
		Schema string             `json:"schema"`
		A      news.ArticleRecord `json:"a"`
		B      news.ArticleRecord `json:"b"`
		Pair   news.Pair          `json:"pair"`
	}{ComparisonSchema, c.A.record(), c.B.record(), pair})
	if err != nil {
		return fmt.Errorf("report: write comparison as JSON: %w", err)
	}
	return nil
}
