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
	undated    int     // articles without a date, which may have been first as well
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
	if len(f.candidates) == 0 {
		return "not known: the dates do not tell"
	}
	const most = 3
	var names []string
	for _, c := range f.candidates[:min(len(f.candidates), most)] {
		names = append(names, c.name+" ("+c.published+")")
	}
	if more := len(f.candidates) - most; more > 0 {
		names = append(names, "one of "+number(more)+" more")
	}
	text := "not certain: by the dates " + either(names)
	if f.undated > 0 {
		text += "; " + count(f.undated, "article is", "articles are") + " undated"
	}
	return text
}

// either lists alternatives: "A, B or C".
func either(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
