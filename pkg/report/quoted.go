package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// quoted is what a reader is told about a quotation that several articles carry. All
// its strings are clean.
type quoted struct {
	text     string
	speaker  string   // with the title; empty when unknown
	names    []string // who carry it
	variants []variant
}

// variant is what some carriers made of a quotation, in words.
type variant struct {
	what  string
	names []string
}

// quotedOf are the quotations of an event that two outlets or more carry, the most
// widely carried first. name gives an article's name.
func (l *lookup) quotedOf(event string, name func(id string) string) (all []quoted) {
	for _, q := range l.quotes[event] {
		told := quoted{text: isolate(clean(q.Text)), speaker: isolate(clean(q.Speaker))}
		if q.Title != "" {
			told.speaker += ", " + isolate(clean(q.Title))
		}
		for i := range q.Carriers {
			told.add(q, &q.Carriers[i], name(q.Carriers[i].Article))
		}
		if len(told.names) > 1 {
			slices.SortStableFunc(told.variants, func(a, b variant) int { return cmp.Compare(order(a.what), order(b.what)) })
			all = append(all, told)
		}
	}
	slices.SortStableFunc(all, func(a, b quoted) int { return cmp.Compare(len(b.names), len(a.names)) })
	return all
}

// add notes a carrier.
func (t *quoted) add(q *news.Quotation, c *news.QuotationCarrier, name string) {
	t.names = withName(t.names, name)
	if other := clean(c.Speaker); other != "" && slices.Contains(q.Others, c.Speaker) {
		t.note(saidBy+isolate(other), name)
	}
	for _, kind := range c.Kinds {
		switch kind {
		case news.QuoteVerbatim:
		case news.QuoteAltered:
			for _, change := range spokenChanges(q.Text, c.Changes) {
				t.note(change, name)
			}
		case news.QuoteUnmarked:
			t.note("without quotation marks", name)
		default:
			t.note(string(kind), name)
		}
	}
}

func (t *quoted) note(what, name string) {
	i := slices.IndexFunc(t.variants, func(v variant) bool { return v.what == what })
	if i < 0 {
		i = len(t.variants)
		t.variants = append(t.variants, variant{what: what})
	}
	t.variants[i].names = withName(t.variants[i].names, name)
}

const saidBy = "said by "

// order puts what matters most first: another speaker, other words, then the rest.
func order(what string) int {
	switch {
	case strings.HasPrefix(what, saidBy):
		return 0
	case strings.HasPrefix(what, "“"):
		return 1
	}
	return 2
}

// spokenChanges writes the words of a text that were changed, those cut off left out.
func spokenChanges(text string, changes []news.Change) (out []string) {
	const (
		few  = 2 // words: more that are left out were cut
		many = 8 // words: more is another part of what was said
	)
	words := func(text string) int { return len(strings.Fields(text)) }
	for _, c := range changes {
		from, to := isolate(clean(c.From)), isolate(clean(c.To))
		switch {
		case to == "" && (words(from) > few || strings.HasPrefix(text, c.From) || strings.HasSuffix(text, c.From)):
		case words(from) > many || words(to) > many:
		case to == "":
			out = append(out, "“"+from+"” left out")
		case from == "":
			out = append(out, "“"+to+"” put in")
		default:
			out = append(out, "“"+from+"” → “"+to+"”")
		}
	}
	return out
}

// setQuoted lists what was quoted: in a short report first those quotations of which
// the carriers give different speakers or words.
func setQuoted(all []quoted, opts TextOptions) listing {
	if len(all) == 0 || opts.Paragraphs == ParagraphsNone {
		return listing{}
	}
	if opts.limited() {
		all = slices.Clone(all)
		slices.SortStableFunc(all, func(a, b quoted) int { return trueFirst(a.differs(), b.differs()) })
	}
	width := opts.Width - margin
	return listing{
		items: len(all),
		lines: func(shown int) []line {
			if shown == 0 {
				return nil
			}
			lines := append(paragraph(faint, "What was quoted", width, 0), setQuotations(all[:shown], width, opts)...)
			if more := len(all) - shown; more > 0 {
				text := "and " + count(more, "more quotation", "more quotations") + ", see --section quotes"
				lines = append(lines, paragraph(faint, text, width, 0)...)
			}
			return indent(margin, lines)
		},
	}
}

// setQuotations lays out quotations with what carriers made of them: in a short report
// two lines for each at most.
func setQuotations(all []quoted, width int, opts TextOptions) (lines []line) {
	const about = 2
	labels := len("99 carriers") + 2
	for _, q := range all {
		limit := 0
		if opts.limited() {
			limit = min(1+len(q.variants), about)
		}
		text := paragraph(plain, q.said(), width-labels, limit)
		text = append(text, paragraph(faint, q.made(), width-labels, limit)...)
		lines = append(lines, beside(piece{count(len(q.names), "carrier", "carriers"), faint}, labels, text)...)
	}
	return lines
}

// said is the quotation with who said it.
func (t quoted) said() string {
	if t.speaker == "" {
		return "“" + t.text + "”"
	}
	return t.speaker + ": “" + t.text + "”"
}

// made tells who made what of it; nothing when all have it word for word. Those who
// did the same are named once: "Daily Gull: “will” left out, shortened".
func (t quoted) made() string {
	var parts []string
	for i, v := range t.variants {
		who := few(v.names)
		if i > 0 && slices.Equal(v.names, t.variants[i-1].names) {
			parts[len(parts)-1] += ", " + v.what
			continue
		}
		parts = append(parts, who+": "+v.what)
	}
	return strings.Join(parts, "; ")
}

// trueFirst orders what holds before what does not.
func trueFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// differs reports a quotation of which carriers give different speakers or words.
func (t quoted) differs() bool {
	return slices.ContainsFunc(t.variants, func(v variant) bool { return order(v.what) < order(string(news.QuoteShortened)) })
}
