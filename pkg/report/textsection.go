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
	shared = l.mostCopied(shared)
	shown := shared
	if opts.Top > 0 {
		shown = shared[:min(len(shared), opts.Top)]
	}
	gap := false // the lines so far end without an empty one, as stories do not
	for _, s := range opts.Sections {
		if gap {
			p.print(line{})
		}
		gap = s != SectionEvents
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
		one, many := groupWords(r)
		if gap {
			p.print(line{})
		}
		p.print(paragraph(faint, fmt.Sprintf("%s not told, as --top %d asks", count(left, "more "+one+" is", "more "+many+" are"), opts.Top), opts.Width, 0)...)
	}
}

// driftText tells event by event which facts were changed.
func (l *lookup) driftText(shown []group, opts TextOptions) []line {
	return l.byStory("What was changed", "No two articles give a fact of the same paragraph differently.", shown, opts,
		func(s story, width int) []line { return setFacts(s.drifts, 0, width, opts.Color) })
}

// quotesText tells event by event what was quoted.
func (l *lookup) quotesText(shown []group, opts TextOptions) []line {
	return l.byStory("Who was quoted", "No two articles on an event quote the same.", shown, opts,
		func(s story, width int) []line { return setQuotations(s.quotes, width, opts) })
}

// byStory sets below each story's title what tell has to tell of it, or says below the
// section's own that there is nothing.
func (l *lookup) byStory(title, nothing string, shown []group, opts TextOptions, tell func(s story, width int) []line) []line {
	lines := []line{lineOf(heading, title)}
	for _, g := range shown {
		s := l.tell(g)
		if told := tell(s, opts.Width-margin); len(told) > 0 {
			lines = append(append(lines, line{}), paragraph(heading, s.title, opts.Width, 2)...)
			lines = append(lines, indent(margin, told)...)
		}
	}
	if len(lines) == 1 {
		lines = append(lines, indent(margin, paragraph(plain, nothing, opts.Width-margin, 0))...)
	}
	return lines
}
