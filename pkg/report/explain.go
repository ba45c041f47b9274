package report

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"

	"github.com/wireprint/wireprint/pkg/news"
)

// ExplainOptions are the choices of an explanation as text. The zero value is 80
// columns without colour.
type ExplainOptions struct {
	Width int  // columns that lines may take: 80 when 0, and never less than 40
	Color bool // mark what was decided with terminal colours

	Isolates bool // see [TextOptions]
}

// explainColumns is the width of the labels of an explanation.
const explainColumns = 10

// ExplainText writes why two articles are, or are not, in one event and in one
// family: first the two verdicts, then what they rest on.
func ExplainText(w io.Writer, x *news.Explanation, opts ExplainOptions) error {
	p := printer{w: bufio.NewWriter(w), color: opts.Color, isolates: opts.Isolates}
	width := max(40, cmp.Or(opts.Width, 80))
	e := explained{x, width - explainColumns}
	p.print(e.labelled("A", e.head(&x.A))...)
	p.print(e.labelled("B", e.head(&x.B))...)
	p.print(line{})
	p.print(e.labelled("Event", e.sentence(eventVerdict(x)))...)
	p.print(e.labelled("Family", e.sentence(familyVerdict(x)))...)
	for _, section := range []struct {
		label string
		body  []line
	}{
		{"Dates", e.dates()},
		{"Words", e.words()},
		{"Copy", e.copy()},
		{"Links", e.links()},
		{"Settings", e.thresholds()},
	} {
		if len(section.body) > 0 {
			p.print(line{})
			p.print(e.labelled(section.label, section.body)...)
		}
	}
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("report: write explanation: %w", err)
	}
	return nil
}

// ExplainJSON writes the explanation as one JSON object. Lists that are empty are
// written as [], never as null.
func ExplainJSON(w io.Writer, x *news.Explanation) error {
	normal := *x
	normalExplanation(&normal)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(&normal); err != nil {
		return fmt.Errorf("report: write explanation as JSON: %w", err)
	}
	return nil
}

func normalExplanation(x *news.Explanation) {
	normalArticle(&x.A)
	normalArticle(&x.B)
	x.Event.Chain, x.Family.Chain = notNil(x.Event.Chain), notNil(x.Family.Chain)
	x.Event.Attached, x.Event.RoundUps = notNil(x.Event.Attached), notNil(x.Event.RoundUps)
	x.Words.Shared = notNil(x.Words.Shared)
	x.Words.OnlyA, x.Words.OnlyB = notNil(x.Words.OnlyA), notNil(x.Words.OnlyB)
	passages := make([]news.SharedPassage, len(x.Copy.Passages))
	for i, p := range x.Copy.Passages {
		p.Changes = notNil(p.Changes)
		passages[i] = p
	}
	x.Copy.Passages = passages
	x.Thresholds = notNil(x.Thresholds)
}

// explained is an explanation, to be laid out in lines of a width.
type explained struct {
	*news.Explanation
	width int
}

func (e explained) labelled(label string, body []line) []line {
	return beside(piece{label, faint}, explainColumns, body)
}

// text is a paragraph of plain text.
func (e explained) text(format string, args ...any) []line {
	return paragraph(plain, fmt.Sprintf(format, args...), e.width, 0)
}

// head tells which article it is.
func (e explained) head(a *news.ArticleRecord) []line {
	name := clean(a.Outlet)
	if name == "" {
		name = "unknown outlet"
	}
	pieces := []piece{{name, heading}}
	for _, detail := range []string{when(readTime(a.Published), true), clean(a.Title)} {
		if detail != "" {
			pieces = append(pieces, piece{" · " + detail, plain})
		}
	}
	where := fmt.Sprintf(" · %s, %s", clean(a.ID), count(a.Words, "word", "words"))
	return wrap(append(pieces, piece{where, faint}), e.width)
}

// verdict is what was decided, and the reason.
type verdict struct{ decided, reason string }

func (e explained) sentence(v verdict) []line {
	return wrap([]piece{{v.decided + ": ", heading}, {v.reason, plain}}, e.width)
}
