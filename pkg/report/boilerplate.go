package report

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// leftOut is what was left out of the articles of an outlet.
type leftOut struct {
	outlet            string
	learned           []*news.Boilerplate
	words             int // in all
	ruled, ruledIn    int // words that the built-in rules left out, and of how many articles
	articlesConcerned int
}

// boilerplate tells what was left out, outlet by outlet, the most first.
func (l *lookup) boilerplate(r *news.Report, width int) []line {
	outlets := boilerplateOf(r)
	if len(outlets) == 0 {
		return []line{lineOf(heading, "No boilerplate was left out")}
	}
	lines := []line{lineOf(heading, "Boilerplate left out")}
	for _, o := range outlets {
		lines = append(lines, indent(margin, l.tellLeftOut(o, width-margin))...)
	}
	return lines
}

// boilerplateOf collects by outlet what was learned, and what the built-in rules
// left out.
func boilerplateOf(r *news.Report) []*leftOut {
	outlets := map[string]*leftOut{}
	of := func(name string) *leftOut {
		if outlets[name] == nil {
			outlets[name] = &leftOut{outlet: name}
		}
		return outlets[name]
	}
	for i := range r.Articles {
		a := &r.Articles[i]
		if a.BoilerplateWords == 0 {
			continue
		}
		o := of(homeOf(a))
		o.words += a.BoilerplateWords
		o.articlesConcerned++
		if ruled := a.BoilerplateWords - a.TemplateWords; ruled > 0 {
			o.ruled += ruled
			o.ruledIn++
		}
	}
	for i := range r.Boilerplate {
		o := of(r.Boilerplate[i].Outlet)
		o.learned = append(o.learned, &r.Boilerplate[i])
	}
	return slices.SortedFunc(maps.Values(outlets), func(a, b *leftOut) int {
		return cmp.Or(cmp.Compare(b.words, a.words), cmp.Compare(a.outlet, b.outlet))
	})
}

// homeOf is the outlet of an article or, where it is unknown, the folder that it
// lies in.
func homeOf(a *news.ArticleRecord) string {
	if a.Outlet != "" {
		return a.Outlet
	}
	if dir := path.Dir(a.Path); dir != "." {
		return dir + "/"
	}
	return ""
}

// tellLeftOut is an outlet's part: each text that was learned, and a line for
// what the built-in rules left out.
func (l *lookup) tellLeftOut(o *leftOut, width int) []line {
	const inset, textLines = 2, 3
	name := cmp.Or(outletName(o.outlet), "Unknown outlet")
	const rules = "built-in rules (menus, link lists, copyright lines)"
	sum := ": " + number(o.words) + " of its words, in " + count(o.articlesConcerned, "article", "articles")
	if len(o.learned) == 0 {
		sum += ", by " + rules
	}
	lines := wrap([]piece{{name, heading}, {sum, plain}}, width)
	for _, b := range o.learned {
		text := paragraph(plain, "“"+isolate(clean(b.Text))+"”", width-inset-2, textLines)
		lines = append(lines, indent(inset, text)...)
		lines = append(lines, indent(inset+2, paragraph(faint, l.whyLeftOut(b), width-inset-4, 0))...)
	}
	if o.ruled > 0 && len(o.learned) > 0 {
		text := rules + ": " + count(o.ruled, "word", "words") +
			" in " + count(o.ruledIn, "article", "articles")
		lines = append(lines, indent(inset, paragraph(plain, text, width-inset, 0))...)
	}
	return lines
}

// whyLeftOut is the evidence against a text, with three articles that show it.
func (l *lookup) whyLeftOut(b *news.Boilerplate) string {
	parts := []string{count(b.LeftOut, "word", "words") + " in " + count(b.Articles, "article", "articles")}
	if span := days(readTime(b.From), readTime(b.To)); span != "undated" {
		parts[0] += ", " + span
	}
	for _, e := range b.Evidence {
		parts = append(parts, clean(e))
	}
	var examples []string
	for _, id := range firstMiddleLast(b.Examples) {
		example := isolate(shortID(id))
		if title := clean(l.article(id).Title); title != "" {
			example += " “" + isolate(cut(title, nameColumns)) + "”"
		}
		examples = append(examples, example)
	}
	return strings.Join(parts, "; ") + "; such as " + strings.Join(examples, ", ")
}

// firstMiddleLast chooses three of a list.
func firstMiddleLast(ids []string) []string {
	if len(ids) <= 3 {
		return ids
	}
	return []string{ids[0], ids[len(ids)/2], ids[len(ids)-1]}
}
