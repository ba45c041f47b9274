package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// Paragraphs says which paragraph rows a text report shows.
type Paragraphs string

// The choices of paragraph rows.
const (
	ParagraphsAll        Paragraphs = "all"        // every row, in full and in reading order
	ParagraphsSyndicated Paragraphs = "syndicated" // rows with two carriers or more, the most widely carried first
	ParagraphsNone       Paragraphs = "none"
)

// TextOptions are the choices of a text report. The zero value is a report of
// 80 columns without colour that fits a screen when the folder is small.
type TextOptions struct {
	// Width is the number of columns that lines may take: 80 when 0, and never
	// less than 40.
	Width int
	// Isolates keeps text that is written from right to left in its place, by marks that
	// a terminal obeys and nothing else should see.
	Isolates bool
	// Color marks headings and changed words with terminal colours.
	Color bool
	// Paragraphs is [ParagraphsSyndicated] when empty.
	Paragraphs Paragraphs
	// Diff shows the words that were changed. A report that is kept short shows
	// the most common changes in any case, and all if it has room for them.
	Diff bool
	// Boilerplate adds what was left out, outlet by outlet, and why. It does not
	// count among the lines.
	Boilerplate bool
	// Lines is about how many lines the report takes: 45 when 0, as many as
	// there are to say when negative. A story takes what it needs to say the
	// least of everything, even when that is more. [ParagraphsAll] lifts the limit too.
	Lines int
	// Sections, if any, are told by themselves, in this order and whatever room they
	// take, in the place of the usual report.
	Sections []TextSection
	// Top is how many events or families are told: a few when 0, all of them in
	// sections.
	Top int

	brief bool // of what was changed or rewritten show the most common wording alone
}

// orDefaults fills in what was left open.
func (o TextOptions) orDefaults() (TextOptions, error) {
	const (
		usualWidth, leastWidth = 80, 40
		screen                 = 45
	)
	o.Width = max(leastWidth, cmp.Or(o.Width, usualWidth))
	o.Lines = cmp.Or(o.Lines, screen)
	o.Paragraphs = cmp.Or(o.Paragraphs, ParagraphsSyndicated)
	if err := checkSections(o.Sections); err != nil {
		return o, err
	}
	switch o.Paragraphs {
	case ParagraphsAll:
		o.Lines = -1
	case ParagraphsSyndicated, ParagraphsNone:
	default:
		return o, fmt.Errorf("report: unknown choice of paragraphs %q: want %q, %q or %q",
			o.Paragraphs, ParagraphsAll, ParagraphsSyndicated, ParagraphsNone)
	}
	return o, nil
}

// limited reports whether the report is to be kept short.
func (o TextOptions) limited() bool { return o.Lines > 0 }

// Text writes what a reporter reads first: event by event, those first of which most
// articles carry the same copy, who had it first, how much of each article is whose copy, and who carried
// which paragraph, word for word or edited. A report without events is told by
// families.
//
// No line is wider than the options allow, and nothing in an article can send
// a control character to the terminal.
func Text(w io.Writer, r *news.Report, opts TextOptions) error {
	opts, err := opts.orDefaults()
	if err != nil {
		return err
	}
	p := printer{w: bufio.NewWriter(w), color: opts.Color, isolates: opts.Isolates}
	writeText(p, r, opts)
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("report: write text: %w", err)
	}
	return nil
}

func writeText(p printer, r *news.Report, opts TextOptions) {
	if len(r.Articles) == 0 {
		p.print(nothingRead(r, opts.Width)...)
		return
	}
	if len(opts.Sections) > 0 {
		writeSections(p, r, opts)
		return
	}
	l := newLookup(r)
	shared, alone := split(groups(r, l))
	shared = l.mostCopied(shared)
	full := shared
	if opts.limited() {
		full = shared[:min(len(shared), cmp.Or(opts.Top, storiesInFull))]
	}
	if len(shared) == 0 {
		p.print(nothingShared(r, opts.Width)...)
		p.print(line{})
	}
	foot := l.foot(r, shared, alone, opts.Width)
	printStories(p, l, full, len(foot), opts)
	if more := l.more(r, shared[len(full):], opts); len(more) > 0 {
		p.print(more...)
		p.print(line{})
	}
	if opts.Boilerplate {
		p.print(l.boilerplate(r, opts.Width)...)
		p.print(line{})
	}
	p.print(foot...)
}

// mostCopied puts those groups first of which most articles carry copy that two outlets
// or more ran. In a folder of thousands of articles they are few, and what an outlet ran
// twice is no news.
func (l *lookup) mostCopied(all []group) []group {
	copied := make(map[string]int, len(all))
	for _, g := range all {
		for _, id := range g.families {
			if f := l.families[id]; f != nil && l.severalOutlets(f.Articles) {
				copied[g.id] += len(f.Articles)
			}
		}
	}
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b group) int { return cmp.Compare(copied[b.id], copied[a.id]) })
	return all
}

// severalOutlets reports whether the articles are not all of one outlet, as far as that
// is known.
func (l *lookup) severalOutlets(articles []string) bool {
	return slices.ContainsFunc(articles, func(id string) bool {
		outlet := l.article(id).Outlet
		return len(articles) > 1 && (outlet == "" || outlet != l.article(articles[0]).Outlet)
	})
}

// split parts groups of several articles from those of one.
func split(all []group) (shared, alone []group) {
	for _, g := range all {
		if len(g.articles) > 1 {
			shared = append(shared, g)
		} else {
			alone = append(alone, g)
		}
	}
	return shared, alone
}

// printStories prints each group's story and a blank line. A report that is
// kept short shares its lines between them; one that is not is printed story by
// story, so that no more than one is in memory. below is how many lines the rest of
// the report takes.
func printStories(p printer, l *lookup, full []group, below int, opts TextOptions) {
	if !opts.limited() {
		for _, g := range full {
			p.print(setStory(l.tell(g), opts).all()...)
			p.print(line{})
		}
		return
	}
	room := opts.Lines - len(full) - below
	if !opts.Diff {
		// What was changed is news, and shown unasked: all of it where there is room,
		// else the most common wordings.
		opts.Diff = true
		_, needs := l.setStories(full, opts)
		opts.brief = sum(needs) > room
	}
	stories, needs := l.setStories(full, opts)
	for i, lines := range divide(room, storyLines, needs) {
		p.print(stories[i].within(lines)...)
		p.print(line{})
	}
}

// setStories lays out groups and says how many lines each takes.
func (l *lookup) setStories(groups []group, opts TextOptions) (stories []storyBlocks, needs []int) {
	for _, g := range groups {
		s := setStory(l.tell(g), opts)
		stories = append(stories, s)
		needs = append(needs, len(s.within(opts.Lines+1))) // more than that nobody gets
	}
	return stories, needs
}

func sum(numbers []int) (total int) {
	for _, n := range numbers {
		total += n
	}
	return total
}
