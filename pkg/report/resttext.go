package report

import (
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// foot is what is said below all stories.
func (l *lookup) foot(r *news.Report, shared, alone []group, width int) []line {
	return slices.Concat(
		l.aloneLine(alone, width),
		skippedLine(r, width),
		frequenciesLine(r, width),
		totals(r, len(shared), width),
	)
}

// more lists the groups whose stories are not told: the next few with a line
// each, the others by number.
func (l *lookup) more(r *news.Report, rest []group, opts TextOptions) []line {
	if len(rest) == 0 {
		return nil
	}
	brief := rest[:min(len(rest), storiesInBrief)]
	heads := []column{
		{title: "Articles", least: 8, order: 2, number: true},
		{title: "Outlets", least: 7, order: 2, number: true},
		{title: "Same copy", least: 9, order: 1},
		{title: "First", least: 9, order: 1, middle: true},
		{title: "Days", least: 11, order: 1},
		{title: "Headline", least: 12},
	}
	var rows [][]piece
	for _, g := range brief {
		s := l.tell(g)
		rows = append(rows, []piece{
			{number(len(s.articles)), plain},
			{number(s.outlets), plain},
			orFaint(briefly(s.copies), "none"),
			orFaint(s.first.briefly(), "not certain"),
			{s.days, plain},
			{s.title, plain},
		})
	}
	if opts.Width < headlineWidth {
		heads = slices.Delete(heads, 3, 4)
		for i := range rows {
			rows[i] = slices.Delete(rows[i], 3, 4)
		}
	}
	one, many := groupWords(r)
	lines := []line{lineOf(heading, "More "+many)}
	lines = append(lines, indent(margin, table(heads, rows, opts.Width-margin))...)
	if left := len(rest) - len(brief); left > 0 {
		text := "and " + count(left, "more "+one, "more "+many) + ", see --top and --section events"
		lines = append(lines, indent(margin, paragraph(faint, text, opts.Width-margin, 0))...)
	}
	return lines
}

// groupWords is what the report's groups are called.
func groupWords(r *news.Report) (one, many string) {
	if len(r.Events) == 0 {
		return "family", "families"
	}
	return "event", "events"
}

// aloneLine counts the articles that share nothing and names a few.
func (l *lookup) aloneLine(alone []group, width int) []line {
	var names []string
	for _, g := range alone {
		for _, id := range g.articles {
			names = append(names, l.introduce(id))
		}
	}
	if len(names) == 0 {
		return nil
	}
	text := count(len(names), "article stands", "articles stand") + " alone"
	return fewNames(text, names, func(shown int) int { return len(names) - shown }, width)
}

// introduce names an article by its outlet and headline.
func (l *lookup) introduce(id string) string {
	a := l.article(id)
	name := isolate(publisher(a.Outlet, id))
	if title := clean(a.Title); title != "" {
		name += " “" + isolate(cut(title, nameColumns)) + "”"
	}
	return name
}

// skippedLine counts the inputs that were left out and names a few.
func skippedLine(r *news.Report, width int) []line {
	if len(r.Run.Skipped) == 0 {
		return nil
	}
	var names []string
	for _, s := range r.Run.Skipped {
		names = append(names, clean(s.Path)+" ("+skipReason(s)+")")
	}
	text := count(news.CountSkips(r.Run.Skipped), "input was", "inputs were") + " skipped"
	return fewNames(text, names, func(shown int) int { return news.CountSkips(r.Run.Skipped[shown:]) }, width)
}

// skipReason is a skip's reason, with how many more it stands for.
func skipReason(s news.Skip) string {
	if s.Count == 0 {
		return clean(s.Reason)
	}
	return clean(s.Reason) + ", " + number(s.Count) + " more"
}

// frequenciesLine names the languages of which the folder itself had to tell how
// rare words are.
func frequenciesLine(r *news.Report, width int) []line {
	var names []string
	articles := 0
	for _, l := range r.Run.Languages {
		if l.Frequencies == news.FromFolder && l.Articles > 1 {
			names = append(names, clean(l.Lang))
			articles += l.Articles
		}
	}
	if len(names) == 0 {
		return nil
	}
	return paragraph(plain, "Events in "+strings.Join(names, ", ")+" ("+count(articles, "article", "articles")+
		") are less certain: which words are rare was told by this folder alone (wireprint background --help)", width, 3)
}

// fewNames lists names behind text: those that fit in two lines or so, and where to see
// the others. more is how many stand behind those that are shown, see [fitFirst].
func fewNames(text string, names []string, more func(shown int) int, width int) []line {
	all := names[:min(len(names), width)] // more than fit
	if text := text + ": " + strings.Join(all, ", "); columns(text) <= 2*width {
		return paragraph(plain, text, width, 3)
	}
	text += ", see --format json: "
	return paragraph(plain, text+fitFirst(all, 2*width-columns(text), more), width, 3)
}

// totals is the report's last line.
func totals(r *news.Report, shared, width int) []line {
	outlets := make(map[string]bool)
	for _, a := range r.Articles {
		if name := clean(a.Outlet); name != "" {
			outlets[name] = true
		}
	}
	rows := 0
	for i := range r.Rows {
		if len(r.Rows[i].Carriers) > 1 {
			rows++
		}
	}
	families := 0
	for _, f := range r.Families {
		if len(f.Articles) > 1 {
			families++
		}
	}
	events := 0
	if len(r.Events) > 0 {
		events = shared
	}
	parts := []string{count(len(r.Articles), "article", "articles")}
	for _, c := range []struct {
		n         int
		one, many string
	}{
		{len(outlets), "outlet", "outlets"},
		{len(r.Owners), "owner", "owners"},
		{events, "event", "events"},
		{families, "family of copies", "families of copies"},
		{rows, "shared paragraph", "shared paragraphs"},
		{len(r.Pairs), "pair that shares text", "pairs that share text"},
	} {
		if c.n > 0 {
			parts = append(parts, count(c.n, c.one, c.many))
		}
	}
	return paragraph(faint, strings.Join(parts, " · "), width, 0)
}

// nothingRead says that there was nothing to compare, and what to try.
func nothingRead(r *news.Report, width int) []line {
	lines := paragraph(heading, "No articles were found.", width, 0)
	lines = append(lines, skippedLine(r, width)...)
	return append(lines, paragraph(plain, "Name a folder or files that hold stories as text, HTML or JSON, "+
		"or pipe in JSON lines with - as the path.", width, 0)...)
}

// nothingShared says that the articles have nothing to do with each other, or no
// more than some words, and what to try.
func nothingShared(r *news.Report, width int) []line {
	if len(r.Articles) == 1 {
		return append(paragraph(heading, "There is one article, and nothing to compare it with.", width, 0),
			paragraph(plain, "Name the folder or the files of other outlets too.", width, 0)...)
	}
	text := "No two articles are about the same event, and none "
	if len(r.Events) == 0 {
		text = "No two articles "
	}
	if len(r.Pairs) == 0 {
		text += "share any text."
	} else {
		text += "carry the same copy. " + count(len(r.Pairs), "pair shares", "pairs share") +
			" some words all the same, see --format json."
	}
	return append(paragraph(heading, text, width, 0),
		paragraph(plain, "To see two of them word by word: wireprint compare A B; to see why they were kept apart: wireprint explain A B", width, 0)...)
}
