package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// TextSection is a part of a text report that can be asked for by itself.
type TextSection string

// The sections of a text report.
const (
	SectionEvents  TextSection = "events"  // what there is to tell about each event, as without any choice
	SectionCredits TextSection = "credits" // who ran whose copy, and whether they say so
	SectionDrift   TextSection = "drift"   // facts that were changed on the way
	SectionQuotes  TextSection = "quotes"  // who said what, and what carriers made of it
	SectionOutlets TextSection = "outlets" // how much of its own each outlet ran, and who took from whom
)

// TextSections lists all sections, in the order in which they are told.
func TextSections() []TextSection {
	return []TextSection{SectionEvents, SectionCredits, SectionDrift, SectionQuotes, SectionOutlets}
}

// checkSections reports the first section that there is not.
func checkSections(sections []TextSection) error {
	for _, s := range sections {
		if !slices.Contains(TextSections(), s) {
			return fmt.Errorf("report: unknown section %q: want %s", s, joinSections(TextSections()))
		}
	}
	return nil
}

func joinSections(sections []TextSection) string {
	names := make([]string, len(sections))
	for i, s := range sections {
		names[i] = string(s)
	}
	return strings.Join(names, ", ")
}

// writeSections writes the sections that were asked for, whatever room they take.
func writeSections(p printer, r *news.Report, opts TextOptions) {
	opts.Lines = -1
	l := newLookup(r)
	shared, _ := split(groups(r, l))
	shown := shared
	if opts.Top > 0 {
		shown = shared[:min(len(shared), opts.Top)]
	}
	for i, s := range opts.Sections {
		if i > 0 {
			p.print(line{})
		}
		switch s {
		case SectionCredits:
			p.print(l.auditText(r, shown, opts)...)
		case SectionDrift:
			p.print(l.driftText(shown, opts)...)
		case SectionQuotes:
			p.print(l.quotesText(shown, opts)...)
		case SectionOutlets:
			p.print(outletsText(r, opts)...)
		default:
			printStories(p, l, shown, 0, opts)
		}
	}
	if left := len(shared) - len(shown); left > 0 {
		_, many := groupWords(r)
		p.print(line{})
		p.print(paragraph(faint, fmt.Sprintf("%s are left out by --top %d", count(left, "of the smaller "+many, "smaller "+many), opts.Top), opts.Width, 0)...)
	}
}

// driftText tells event by event which facts were changed.
func (l *lookup) driftText(shown []group, opts TextOptions) []line {
	lines := []line{lineOf(heading, "What was changed")}
	opts.Paragraphs = ParagraphsAll
	for _, g := range shown {
		s := l.tell(g)
		if len(s.drifts) == 0 {
			continue
		}
		lines = append(append(lines, line{}), indent(margin, paragraph(heading, s.title, opts.Width-margin, 2))...)
		lines = append(lines, indent(margin, setFacts(s.drifts, len(s.drifts), 0, opts.Width-margin))...)
	}
	if len(lines) == 1 {
		lines = append(lines, indent(margin, paragraph(plain, "No two articles give a fact of the same paragraph differently.", opts.Width-margin, 0))...)
	}
	return lines
}

// quotesText tells event by event what was quoted.
func (l *lookup) quotesText(shown []group, opts TextOptions) []line {
	lines := []line{lineOf(heading, "Who was quoted")}
	for _, g := range shown {
		s := l.tell(g)
		if quoted := setQuoted(s.quotes, opts); len(quoted) > 0 {
			lines = append(append(lines, line{}), indent(margin, paragraph(heading, s.title, opts.Width-margin, 2))...)
			lines = append(lines, quoted...)
		}
	}
	if len(lines) == 1 {
		lines = append(lines, indent(margin, paragraph(plain, "No two articles on an event quote the same.", opts.Width-margin, 0))...)
	}
	return lines
}
