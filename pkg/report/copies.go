package report

import (
	"cmp"
	"slices"
	"strings"
)

// copies says how many articles of a story carry the same copy, and where it
// came from.
type copies struct {
	articles int
	source   string // name of the article that is its source, empty when none is
	outside  string // agency outside the inputs that is its source, empty when none is
	evidence string
}

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
			outside:  clean(f.Source.Outside),
			evidence: clean(strings.Join(f.SourceEvidence, "; ")),
		}
		if f.Source.Article != "" {
			c.source = name(f.Source.Article)
		}
		all = append(all, c)
	}
	slices.SortStableFunc(all, func(a, b copies) int { return cmp.Compare(b.articles, a.articles) })
	return all
}

// copiesText puts them in the words of the text report, one sentence each.
func copiesText(all []copies) []string {
	const most = 3
	var texts []string
	for _, c := range all[:min(len(all), most)] {
		texts = append(texts, c.String())
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
	text := number(c.articles) + " articles carry "
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
