package report

import (
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// more lists the groups whose stories are not told: the next few with a line
// each, the others by number.
func (l *lookup) more(r *news.Report, rest []group, opts TextOptions) []line {
	if len(rest) == 0 {
		return nil
	}
	brief := rest[:min(len(rest), storiesInBrief)]
	var rows [][]piece
	for _, g := range brief {
		s := l.tell(g)
		rows = append(rows, []piece{
			{count(len(s.articles), "article", "articles"), plain},
			{count(s.outlets, "outlet", "outlets"), plain},
			{s.days, plain},
			{s.title, plain},
		})
	}
	one, many := groupWords(r)
	heads := []column{{least: 8, order: 1}, {least: 8, order: 1}, {least: 8, order: 1}, {least: 12}}
	lines := []line{lineOf(heading, "More "+many)}
	lines = append(lines, indent(margin, table(heads, rows, opts.Width-margin)[1:])...)
	if left := len(rest) - len(brief); left > 0 {
		text := count(left, "more "+one, "more "+many) + "; --format json has them all"
		lines = append(lines, indent(margin, paragraph(plain, text, opts.Width-margin, 0))...)
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
	text := count(len(names), "article stands", "articles stand") + " alone: "
	return fewNames(text, names, width)
}

// introduce names an article by its outlet and headline.
func (l *lookup) introduce(id string) string {
	a := l.article(id)
	name := publisher(a.Outlet, id)
	if title := clean(a.Title); title != "" {
		name += " “" + cut(title, nameColumns) + "”"
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
	text := count(news.CountSkips(r.Run.Skipped), "input was", "inputs were") + " skipped: "
	names = names[:min(len(names), width)] // of which no more than a few fit
	few := fitFirst(names, 2*width-columns(text), func(shown int) int { return news.CountSkips(r.Run.Skipped[shown:]) })
	return paragraph(plain, text+few, width, 3)
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
	return paragraph(plain, "How rare words are in "+strings.Join(names, ", ")+" ("+count(articles, "article", "articles")+
		") was judged by this folder alone; a table of more news tells events better: wireprint background --help", width, 3)
}

// fewNames lists a few of the names behind text, in two lines or so.
func fewNames(text string, names []string, width int) []line {
	return paragraph(plain, text+fitNames(names, 2*width-columns(text)), width, 3)
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
		{families, "family", "families"},
		{rows, "shared paragraph", "shared paragraphs"},
		{len(r.Pairs), "pair", "pairs"},
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
	text := "No two articles are about the same event, and none "
	if len(r.Events) == 0 {
		text = "No two articles "
	}
	if len(r.Pairs) == 0 {
		text += "share any text."
	} else {
		text += "carry the same copy. " + count(len(r.Pairs), "pair shares", "pairs share") +
			" some words all the same: --format json has them."
	}
	return append(paragraph(heading, text, width, 0),
		paragraph(plain, "To see two of them word by word: wireprint compare A B", width, 0)...)
}
