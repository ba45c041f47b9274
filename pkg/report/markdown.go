package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// MarkdownOptions are the choices of a Markdown report.
type MarkdownOptions struct {
	Top int // events that are told: 10 when 0, all when negative
}

// Markdown writes what a reporter puts into an issue or a mail: event by event who
// had it first, whose copy it is, who ran how much of it and credits whom, what was
// changed, and the paragraphs that most carried. It is GitHub's Markdown; nothing in
// an article can make markup of itself.
func Markdown(w io.Writer, r *news.Report, opts MarkdownOptions) error {
	m := markdown{bufio.NewWriter(w)}
	l := newLookup(r)
	shared, alone := split(groups(r, l))
	top := opts.Top
	if top == 0 {
		top = 10
	}
	shown := shared
	if top > 0 {
		shown = shared[:min(top, len(shared))]
	}
	one, many := groupWords(r)
	m.line("# Who ran whose words")
	m.line("")
	m.line("%s, %s with two articles or more.", count(len(r.Articles), "article", "articles"), count(len(shared), one, many))
	for _, g := range shown {
		m.story(l.tell(g))
	}
	if left := len(shared) - len(shown); left > 0 {
		m.line("")
		m.line("%s not shown.", count(left, "more "+one+" is", "more "+many+" are"))
	}
	if n := len(alone); n > 0 {
		m.line("")
		m.line("%s alone.", count(n, "article stands", "articles stand"))
	}
	if err := m.w.Flush(); err != nil {
		return fmt.Errorf("report: write Markdown: %w", err)
	}
	return nil
}

// markdown writes lines; its writer keeps the first error.
type markdown struct{ w *bufio.Writer }

func (m markdown) line(format string, values ...any) {
	fmt.Fprintf(m.w, format+"\n", values...)
}

func (m markdown) story(s story) {
	const rows = 5 // of the most carried paragraphs
	m.line("")
	m.line("## %s", escaped(s.title))
	m.line("")
	m.line("- %s", escaped(facts(s)))
	m.line("- First: %s", escaped(s.first.String()))
	for _, text := range copiesText(s.copies) {
		m.line("- Copy: %s", escaped(text))
	}
	m.line("- Credit: %s", escaped(s.credits.String()))
	m.line("")
	m.line("| Outlet | Published | Credit | Whose copy |")
	m.line("| --- | --- | --- | --- |")
	for _, a := range s.articles {
		m.line("| %s | %s | %s | %s |", escaped(a.name), escaped(orFaint(a.published, "undated").text), escaped(orFaint(a.credit, "none").text), escaped(a.share.String()))
	}
	if len(s.drifts) > 0 {
		m.line("")
		m.line("**What was changed**")
		m.line("")
		for _, f := range s.drifts {
			m.line("- %s: %s", f.kind, escaped(f.String()))
		}
	}
	shown := shownRows(s.rows, TextOptions{Paragraphs: ParagraphsSyndicated})
	for i, r := range shown[:min(rows, len(shown))] {
		if i == 0 {
			m.line("")
			m.line("**The most carried of %s**", count(len(shown), "shared paragraph", "shared paragraphs"))
		}
		m.line("")
		m.line("> %s", escaped(clean(r.Text)))
		m.line("")
		for _, c := range r.Carriers {
			m.line("- %s: %s", escaped(s.name(c.Article)), c.Class)
		}
	}
}

// escaped is text on one line in which no character means markup. What is markup
// only at the beginning of a line never stands there: each line that is written
// begins with a sign of its own.
func escaped(text string) string {
	var b strings.Builder
	for _, r := range clean(text) {
		switch {
		case strings.ContainsRune("\\`*_[]<>|~&", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '@': // would notify somebody of that name
			b.WriteString("@\u200b")
		default:
			b.WriteRune(r)
		}
	}
	return strings.ReplaceAll(b.String(), "://", ":\u200b//") // no link of an address
}
