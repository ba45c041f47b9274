package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// changedFact is a fact that articles of a story give differently, with who has
// which. All its strings are clean.
type changedFact struct {
	kind, relation string
	from, to       string
	fromNames      []string
	toNames        []string
}

// changedFacts puts the drifts of a group together that have the same wordings, the
// most widely carried first. name gives an article's name.
func (l *lookup) changedFacts(group string, name func(id string) string) (facts []changedFact) {
	for _, d := range l.drifts[group] {
		f := changedFact{kind: string(d.Kind), relation: string(d.Relation), from: clean(d.From.Text), to: clean(d.To.Text)}
		same := func(g changedFact) bool {
			return g.kind == f.kind && g.relation == f.relation && g.from == f.from && g.to == f.to
		}
		i := slices.IndexFunc(facts, same)
		if i < 0 {
			i = len(facts)
			facts = append(facts, f)
		}
		facts[i].fromNames = withName(facts[i].fromNames, name(d.From.Article))
		facts[i].toNames = withName(facts[i].toNames, name(d.To.Article))
	}
	slices.SortStableFunc(facts, func(a, b changedFact) int { return cmp.Compare(len(b.toNames), len(a.toNames)) })
	return facts
}

func withName(names []string, name string) []string {
	if slices.Contains(names, name) {
		return names
	}
	return append(names, name)
}

// setChanged lays out the facts that were changed: in a short report two lines for
// each of the first few at most.
func setChanged(facts []changedFact, opts TextOptions) []line {
	const most = 4
	if len(facts) == 0 || opts.Paragraphs == ParagraphsNone {
		return nil
	}
	shown, limit := len(facts), 0
	if opts.limited() {
		shown, limit = min(shown, most), 2
	}
	width := opts.Width - margin
	lines := append(paragraph(faint, "What was changed", width, 0), setFacts(facts, shown, limit, width)...)
	if more := len(facts) - shown; more > 0 {
		lines = append(lines, lineOf(faint, cut("and "+count(more, "more change", "more changes")+"; --format json has them all", width)))
	}
	return indent(margin, lines)
}

// setFacts lays out the first facts, each in so many lines at most if limit is not 0.
func setFacts(facts []changedFact, shown, limit, width int) (lines []line) {
	labels := len("attribution") + 2
	for _, f := range facts[:shown] {
		text := paragraph(plain, f.String(), width-labels, limit)
		lines = append(lines, beside(piece{f.kind, faint}, labels, text)...)
	}
	return lines
}

func (f changedFact) String() string {
	text := "“" + f.from + "” " + inBrackets(f.fromNames) + " → “" + f.to + "” " + inBrackets(f.toNames)
	if f.relation != string(news.RelationDrift) && f.relation != string(news.RelationUnknown) {
		text += ", " + f.relation
	}
	return text
}

// inBrackets names up to three articles, and the number of the others.
func inBrackets(names []string) string {
	const most = 3
	text := strings.Join(names[:min(len(names), most)], ", ")
	if more := len(names) - most; more > 0 {
		text += " (+" + number(more) + ")"
	}
	return "(" + text + ")"
}
