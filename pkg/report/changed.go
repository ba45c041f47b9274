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
	text           string // of the paragraph
	fromNames      []string
	toNames        []string
}

// changedFacts puts the drifts of a group together that have the same wordings, the
// most widely carried first. name gives an article's name.
func (l *lookup) changedFacts(group string, name func(id string) string) (facts []changedFact) {
	for _, d := range l.drifts[group] {
		f := changedFact{kind: string(d.Kind), relation: string(d.Relation), from: clean(d.From.Text), to: clean(d.To.Text)}
		if row := l.row[d.Row]; row != nil {
			f.text = clean(row.Text)
		}
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

// setChanged lists the facts that were changed: in a short report three lines for
// each at most.
func setChanged(facts []changedFact, opts TextOptions) listing {
	if len(facts) == 0 || opts.Paragraphs == ParagraphsNone {
		return listing{}
	}
	limit := 0
	if opts.limited() {
		limit = 3
	}
	width := opts.Width - margin
	return listing{
		items: len(facts),
		least: 2,
		lines: func(shown int) []line {
			lines := wrap(changedHead(opts.Color), width)
			lines = append(lines, setFacts(facts[:shown], limit, width, opts.Color)...)
			if more := len(facts) - shown; more > 0 {
				text := "and " + count(more, "more change", "more changes") + ", see --section drift"
				lines = append(lines, paragraph(faint, text, width, 0)...)
			}
			return indent(margin, lines)
		},
	}
}

// changedHead shows besides how changed words are marked.
func changedHead(color bool) []piece {
	example := edit{from: "before", to: "after"}
	return append([]piece{{"What was changed  ", faint}}, example.pieces(color)...)
}

// setFacts lays out facts, each in so many lines at most if limit is not 0.
func setFacts(facts []changedFact, limit, width int, color bool) (lines []line) {
	labels := len("attribution") + 2
	for _, f := range facts {
		text := firstLines(wrap(f.pieces(color), width-labels), limit, width-labels)
		lines = append(lines, beside(piece{f.kind, faint}, labels, text)...)
	}
	return lines
}

// pieces show the change among the words of the paragraph around it, and who made it.
func (f changedFact) pieces(color bool) []piece {
	change := news.Change{Op: news.OpReplace, From: f.from, To: f.to}
	out := isolated(marked(f.text, []news.Change{change}, color))
	return append(out, piece{" · " + f.who(), faint})
}

// who says whose words became whose, "Reuters → Daily Gull, Inland Post (+3)", and
// whether that was no slip: ", correction".
func (f changedFact) who() string {
	text := few(f.fromNames) + " → " + few(f.toNames)
	if f.told() {
		text += ", " + f.relation
	}
	return text
}

// told reports whether the outlet changed its own words.
func (f changedFact) told() bool {
	return f.relation != string(news.RelationDrift) && f.relation != string(news.RelationUnknown)
}

func (f changedFact) String() string {
	text := "“" + isolate(f.from) + "” " + inBrackets(f.fromNames) + " → “" + isolate(f.to) + "” " + inBrackets(f.toNames)
	if f.told() {
		text += ", " + f.relation
	}
	return text
}

// inBrackets names up to three articles, and the number of the others.
func inBrackets(names []string) string { return "(" + few(names) + ")" }

// few names up to three articles, and the number of the others.
func few(names []string) string {
	const most = 3
	text := strings.Join(names[:min(len(names), most)], ", ")
	if more := len(names) - most; more > 0 {
		text += " and " + number(more) + " more"
	}
	return text
}
