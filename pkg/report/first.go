package report

import (
	"cmp"
	"strings"
	"time"

	"github.com/wireprint/wireprint/pkg/news"
)

// first says who had a story first.
type first struct {
	certain    bool
	candidates []named // one when certain; else all dated articles that may have been first
	undated    int     // articles without a full date, which may have been first as well
}

// named is an article with its time.
type named struct{ name, published string }

// firstOf takes the first article from the report. Where the report names none,
// the candidates are the articles before which no other certainly came.
func (l *lookup) firstOf(g group, articles []*news.ArticleRecord, name func(id string) string) first {
	if g.first != "" {
		t := readTime(l.article(g.first).Published)
		return first{certain: true, candidates: []named{{name(g.first), when(t, true)}}}
	}
	var f first
	var bound time.Time // by then one of the articles was certainly out
	for _, a := range articles {
		t := readTime(a.Published)
		if last := t.Latest(); t.HasYear() && (bound.IsZero() || last.Before(bound)) {
			bound = last
		}
	}
	for _, a := range articles {
		t := readTime(a.Published)
		switch {
		case !t.HasYear():
			f.undated++
		case !t.Earliest().After(bound):
			f.candidates = append(f.candidates, named{name(a.ID), when(t, true)})
		}
	}
	if g.byDate && len(f.candidates) == 1 && f.undated == 0 {
		f.certain = true
	}
	return f
}

// String puts it in the words of the text report.
func (f first) String() string {
	if f.certain {
		return f.candidates[0].name + ", " + cmp.Or(f.candidates[0].published, "undated")
	}
	const most = 3
	text := "not known: no article has a full date"
	switch n := len(f.candidates); {
	case n == 0:
		return text
	case n > most:
		text = "not certain: by the dates one of " + number(n) + " articles"
	default:
		var names []string
		for _, c := range f.candidates {
			names = append(names, c.name+" ("+c.published+")")
		}
		text = "not certain: by the dates " + either(names)
	}
	if f.undated > 0 {
		text += "; " + count(f.undated, "article has", "articles have") + " no full date"
	}
	return text
}

// briefly names the first alone, or nobody.
func (f first) briefly() string {
	if !f.certain {
		return ""
	}
	return f.candidates[0].name
}

// either lists alternatives: "A, B or C".
func either(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
