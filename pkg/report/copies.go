package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// copies says how many articles of a story carry the same copy, and where it
// came from.
type copies struct {
	articles int
	names    []string // of the articles
	source   string   // name of the article that is its source, empty when none is
	outside  string   // agency outside the inputs that is its source, empty when none is
	probably bool     // the source is more likely than not, and no more
	evidence string
	passed   []string // who has it from another article than the source, a sentence each
}

// sure is the score from which a source needs no "probably".
const sure = 0.9

// copiesOf lists the group's families of two articles or more.
func (l *lookup) copiesOf(g group, name func(id string) string) []copies {
	var all []copies
	for _, id := range g.families {
		f := l.families[id]
		if f == nil || len(f.Articles) < 2 {
			continue
		}
		c := copies{
			articles: len(f.Articles),
			outside:  isolate(clean(f.Source.Outside)),
			probably: f.SourceScore > 0 && f.SourceScore < sure,
			evidence: reasons(f.SourceEvidence),
			passed:   l.passedOn(f, name),
		}
		for _, id := range f.Articles {
			c.names = append(c.names, name(id))
		}
		if f.Source.Article != "" {
			c.source = name(f.Source.Article)
		}
		all = append(all, c)
	}
	slices.SortStableFunc(all, func(a, b copies) int { return cmp.Compare(b.articles, a.articles) })
	return all
}

// reasons are the first ones; the report in JSON has them all.
func reasons(evidence []string) string {
	const most = 2
	return clean(strings.Join(evidence[:min(most, len(evidence))], "; "))
}

// passedOn says which outlets took a family's copy from another article than its
// source.
func (l *lookup) passedOn(f *news.Family, name func(id string) string) []string {
	var texts []string
	for _, c := range f.Copies {
		from, to := l.article(c.From.Article), l.article(c.Article)
		if c.From.Article == "" || c.From.Article == f.Source.Article || from.Outlet != "" && from.Outlet == to.Outlet {
			continue
		}
		took := " took it from "
		if c.Score < sure {
			took = " probably took it from "
		}
		texts = append(texts, name(c.Article)+took+name(c.From.Article)+" ("+reasons(c.Evidence)+")")
	}
	return texts
}

// copiesText puts them in the words of the text report, a sentence for each family
// and one for each that took it from another than the source.
func copiesText(all []copies) []string {
	const most = 3
	var texts []string
	for _, c := range all[:min(len(all), most)] {
		texts = append(texts, c.String())
		texts = append(texts, c.passed[:min(most, len(c.passed))]...)
		if more := len(c.passed) - most; more > 0 {
			texts = append(texts, number(more)+" more took it from one of the others, see --format json")
		}
	}
	switch more := len(all) - most; {
	case len(all) == 0:
		texts = []string{"no two of these articles carry the same copy"}
	case more > 0:
		texts = append(texts, "and "+count(more, "smaller family", "smaller families")+" of copies")
	}
	return texts
}

func (c copies) String() string {
	text := number(c.articles) + " articles"
	if c.source == "" && c.outside == "" {
		text += " " + inBrackets(c.names)
	}
	text += " carry "
	if c.probably {
		text += "what is probably "
	}
	switch {
	case c.source != "":
		text += "the story of " + c.source
	case c.outside != "":
		text += "a story of " + c.outside + ", which is not among the inputs"
	default:
		text += "the same story; its source is not known"
	}
	if c.evidence != "" {
		text += " (" + c.evidence + ")"
	}
	return text
}

// briefly names the biggest family alone: "15 of Reuters".
func briefly(all []copies) string {
	if len(all) == 0 {
		return ""
	}
	c := all[0]
	if source := c.source + c.outside; source != "" {
		return number(c.articles) + " of " + source
	}
	return number(c.articles) + " of unknown source"
}
