package report

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// outletsText tells of each outlet whose words it ran, and who took from whom.
func outletsText(r *news.Report, opts TextOptions) []line {
	width := opts.Width - margin
	lines := []line{lineOf(heading, "Outlets: whose words they ran")}
	lines = append(lines, indent(margin, sharesTable(r.Outlets, width))...)
	edges := slices.Clone(r.Edges)
	if len(edges) == 0 {
		return lines
	}
	slices.SortStableFunc(edges, func(a, b news.Edge) int { return cmp.Compare(b.Words, a.Words) })
	lines = append(lines, line{}, lineOf(heading, "Who took from whom"))
	heads := []column{{title: "From", least: 10, middle: true}, {title: "To", least: 10, middle: true},
		{title: "Articles", least: 8, order: 1, number: true}, {title: "Paragraphs", least: 10, order: 1, number: true}, {title: "Words", least: 6, order: 1, number: true}}
	var rows [][]piece
	for _, e := range edges {
		rows = append(rows, []piece{
			{clean(e.From), plain}, {clean(e.To), plain}, {number(e.Articles), plain}, {number(e.Paragraphs), plain}, {number(e.Words), plain},
		})
	}
	return append(lines, indent(margin, table(heads, rows, width))...)
}

// sharesTable lists outlets, those with most articles first, with the shares of their
// words.
func sharesTable(outlets []news.OutletRecord, width int) []line {
	if len(outlets) == 0 {
		return paragraph(plain, "No outlet is known: see --help on how outlets are found.", width, 0)
	}
	outlets = slices.Clone(outlets)
	slices.SortStableFunc(outlets, func(a, b news.OutletRecord) int { return cmp.Compare(b.Articles, a.Articles) })
	heads := []column{
		{title: "Outlet", least: 8, middle: true}, {title: "Articles", least: 8, order: 1, number: true}, {title: "Words", least: 5, order: 1, number: true},
		{title: "Own", least: 4, order: 1, number: true}, {title: "Credited", least: 8, order: 1, number: true},
		{title: "Uncredited", least: 10, order: 1, number: true}, {title: "Undecided", least: 9, order: 1, number: true},
	}
	var rows [][]piece
	for _, o := range outlets {
		part := func(words int) piece {
			switch {
			case o.Words == 0:
				return piece{"", plain}
			case words == 0:
				return piece{"0%", faint}
			}
			return piece{percent(float64(words) / float64(o.Words)), plain}
		}
		rows = append(rows, []piece{
			{clean(o.Name), plain}, {number(o.Articles), plain}, {number(o.Words), plain},
			part(o.OwnWords), part(o.CreditedWords), part(o.UncreditedWords), part(o.UndecidedWords),
		})
	}
	return append(paragraph(faint, "Of an outlet's words: its own, others' copy that it credits, others' copy that it does not, "+
		"and copy of which it is not known who took it from whom.", width, 0), table(heads, rows, width)...)
}
