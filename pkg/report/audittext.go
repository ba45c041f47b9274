package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// findings are what an audit says of an article, what a reporter looks for first.
var findings = []struct {
	finding news.AuditFinding
	label   string
	meaning string
}{
	{news.AuditRemoved, "removed", "the credit of the copy that it took was removed"},
	{news.AuditReplaced, "replaced", "somebody else is credited for the copy"},
	{news.AuditUncredited, "uncredited", "others' copy, and nobody is credited"},
	{news.AuditUndecided, "undecided", "who took the copy from whom is not known"},
	{news.AuditMostlyOwn, "mostly own", "an origin is credited, most words are its own"},
	{news.AuditUnchecked, "unchecked", "an agency is credited of which no copy is here"},
	{news.AuditCredited, "credited", "others' copy, and its origin is credited"},
	{news.AuditOrigin, "origin", "others took the copy from here"},
}

// auditText tells event by event who ran whose copy and whether they say so, what is
// wrong first.
func (l *lookup) auditText(r *news.Report, shown []group, opts TextOptions) []line {
	lines := []line{lineOf(heading, "Credit audit")}
	lines = append(lines, indent(margin, auditTotals(r.Audit, opts.Width-margin))...)
	for _, g := range shown {
		list := l.audits[g.id]
		if len(list) == 0 {
			continue
		}
		s := l.tell(g)
		lines = append(append(lines, line{}), paragraph(heading, s.title, opts.Width, 2)...)
		lines = append(lines, indent(margin, auditList(list, s, opts.Width-margin))...)
	}
	return lines
}

// auditTotals counts the findings and says what each means.
func auditTotals(audits []news.Audit, width int) []line {
	counts := map[news.AuditFinding]int{}
	for _, a := range audits {
		counts[a.Finding]++
	}
	if len(audits) == 0 {
		return paragraph(plain, "No article carries others' copy or credits an agency.", width, 0)
	}
	var lines []line
	for _, f := range findings {
		if n := counts[f.finding]; n > 0 {
			text := paragraph(plain, count(n, "article", "articles")+": "+f.meaning, width-findingColumns, 0)
			lines = append(lines, beside(piece{f.label, faint}, findingColumns, text)...)
		}
	}
	return lines
}

func rankOf(finding news.AuditFinding) int {
	for i, f := range findings {
		if f.finding == finding {
			return i
		}
	}
	return len(findings)
}

// auditList lists the articles of an event by what was found, the most copied first.
func auditList(list []*news.Audit, s story, width int) (lines []line) {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b *news.Audit) int {
		return cmp.Or(cmp.Compare(rankOf(a.Finding), rankOf(b.Finding)), cmp.Compare(b.CopiedWords, a.CopiedWords))
	})
	before := ""
	for _, a := range list {
		label := piece{findingLabel(a.Finding), faint}
		if label.text == before {
			label.text = ""
		}
		before = findingLabel(a.Finding)
		lines = append(lines, beside(label, findingColumns, paragraph(plain, auditSentence(a, s), width-findingColumns, 0))...)
	}
	return lines
}

const findingColumns = len("uncredited") + 2

// auditSentence tells of one article how much of whose copy it has, and the proof.
func auditSentence(a *news.Audit, s story) string {
	text := s.name(a.Article)
	if a.CopiedWords > 0 && a.Words > 0 {
		text += ": " + percent(float64(a.CopiedWords)/float64(a.Words)) + " of " + count(a.Words, "word", "words")
		if origin := isolate(clean(a.Origin)); origin != "" {
			text += " from " + origin
		}
	}
	if proof := clean(strings.Join(a.Evidence, "; ")); proof != "" {
		text += "; " + proof
	}
	return text
}

func findingLabel(finding news.AuditFinding) string {
	if i := rankOf(finding); i < len(findings) {
		return findings[i].label
	}
	return string(finding)
}
