package pipeline

import (
	"github.com/wireprint/wireprint/pkg/cluster"
	"github.com/wireprint/wireprint/pkg/news"
)

// family says whether the two are in one family, and by what.
func (e *explainer) family() news.Verdict {
	v := news.Verdict{
		Same:   e.FamilyOf[e.a] == e.FamilyOf[e.b],
		Pair:   round(e.overlap.Likeness()),
		Needed: e.opts.Families.Average,
	}
	copies := e.copies(e.opts)
	j, oneText := cluster.JoinCopies(len(e.Articles), copies, e.opts.Families, e.a, e.b)
	v.Average, v.WithA, v.WithB = round(j.Mean), len(j.A), len(j.B)
	v.By = e.familyReason(v, oneText)
	if v.Same {
		articles := e.Families[e.FamilyOf[e.a]].Articles
		v.Group = len(articles)
		v.GroupAverage = round(cluster.WithinFamily(len(e.Articles), copies, e.opts.Families, articles))
		if v.Pair < v.Needed {
			v.Chain = e.familyChain(copies)
		}
	}
	return v
}

func (e *explainer) familyReason(v news.Verdict, oneText bool) news.Reason {
	switch {
	case oneText:
		return news.ByCopy
	case v.Same:
		return news.ByAverage
	case v.Average > 0 && v.WithA+v.WithB > 2:
		return news.ByAverage
	case len(e.passages) == 0:
		return news.ByNothing
	case e.match != nil && e.match.Overlap.Instalment() && e.mayBeInstalments(e.match, e.opts.Event.Window):
		return news.ByForm
	case v.Pair < e.opts.Families.Likeness:
		return news.ByLikeness
	}
	return news.ByAverage
}

// familyChain leads from a to b over copies of their family.
func (e *explainer) familyChain(copies []cluster.Copy) (hops []news.Hop) {
	var links []cluster.Link
	for _, c := range copies {
		if c.Likeness >= e.opts.Families.Likeness && e.FamilyOf[c.A] == e.FamilyOf[e.a] && e.FamilyOf[c.B] == e.FamilyOf[e.a] {
			links = append(links, cluster.Link{A: c.A, B: c.B, Sum: c.Likeness})
		}
	}
	at := e.a
	for _, i := range cluster.Chain(links, e.a, e.b) {
		to := links[i].A + links[i].B - at
		hops = append(hops, news.Hop{From: e.Articles[at].ID, To: e.Articles[to].ID, By: "likeness", Value: round(links[i].Sum)})
		at = to
	}
	return hops
}

// copy is what the two share word for word.
func (e *explainer) copy() news.SharedCopy {
	o := e.overlap
	containedA, containedB := o.Contained()
	c := news.SharedCopy{
		Compared: e.match != nil || len(e.passages) == 0,
		Class:    o.Classify(e.EventOf[e.a] == e.EventOf[e.b]),
		Likeness: round(o.Likeness()), ContainedA: round(containedA), ContainedB: round(containedB),
		Words: int(o.SharedA), LongestRun: int(o.Longest), Quoted: int(o.Quoted),
		Kept: int(o.Kept), Changed: int(o.Changed), Instalment: o.Instalment(),
	}
	pair := news.Pair{Passages: make([]news.PairPassage, len(e.passages))}
	for i, p := range e.passages {
		pair.Passages[i].Words = p.Equal
		pair.Passages[i].Changes = make([]news.Change, len(news.Edits(p.Runs)))
	}
	var a, b located
	a.set(&e.Articles[e.a], e.Texts[e.a].Paragraphs)
	a.tellA(&pair, e.passages)
	b.set(&e.Articles[e.b], e.Texts[e.b].Paragraphs)
	b.tellB(&pair, e.passages)
	for i, p := range e.passages {
		operations(pair.Passages[i].Changes)
		c.Passages = append(c.Passages, news.SharedPassage{
			PairPassage: pair.Passages[i], LongestRun: p.Longest, Quoted: p.Quoted, Text: a.text(p.A()),
		})
	}
	return c
}
