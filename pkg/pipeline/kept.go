package pipeline

import (
	"time"

	"github.com/wireprint/wireprint/pkg/cluster"
	"github.com/wireprint/wireprint/pkg/news"
)

// kept is what families and events were made of. It is kept when the report is to
// list it, see [Options].
type kept struct {
	copies   []cluster.Copy
	ties     []tie
	groups   []cluster.Group // by family
	speakers []int           // by family: how many speak for it
	follows  []int           // by family: the one that it is grouped by, for the most part itself
}

// links adds to the report what its groups were made of, if that was asked for.
func (w writer) links(r *news.Report) {
	if w.opts.Links == 0 {
		return
	}
	rank := make(map[string]int, len(w.Articles))
	for i := range w.Articles {
		rank[w.id(i)] = i + 1
	}
	for i := range r.Articles {
		r.Articles[i].Rank = rank[r.Articles[i].ID]
	}
	r.FamilyLinks = make([]news.FamilyLink, len(w.kept.copies))
	for i, c := range w.kept.copies {
		r.FamilyLinks[i] = news.FamilyLink{A: w.id(c.A), B: w.id(c.B), Likeness: c.Likeness, Same: c.Same, Star: c.Star}
	}
	for i, group := range w.kept.groups {
		r.Families[i].Speakers = w.kept.speakers[i]
		if leader := w.kept.follows[i]; leader != i {
			r.Families[i].Follows = w.familyID(leader)
		}
		if group.From <= group.To {
			r.Families[i].From, r.Families[i].To = dateOf(group.From), dateOf(group.To)
		}
	}
	r.EventLinks = make([]news.EventLink, len(w.kept.ties))
	for i, t := range w.kept.ties {
		r.EventLinks[i] = news.EventLink{
			A: w.id(t.a), B: w.id(t.b), Cosine: t.Cosine, Quoted: t.Quoted,
			Words: t.Words, OneOutlet: t.OneOutlet, Undated: t.Undated,
		}
	}
}

// dateOf writes a day, see [news.Time.DayNumber].
func dateOf(day int) string {
	return news.DayOf(time.Unix(0, 0).UTC().AddDate(0, 0, day)).Date()
}
