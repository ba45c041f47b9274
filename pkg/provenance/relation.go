package provenance

import "github.com/wireprint/wireprint/pkg/news"

// Relation says how two articles are related that give a fact differently, and
// which of them is the earlier one. Outlets change what others wrote; a publisher
// that changes what it wrote itself updates or corrects it, if it is certain which
// of its articles came later: by their times, or by what desks put over a story.
// Two outlets with one agency's story have its earlier and its later version only
// if one of them says so, whenever they printed it. What is not known of either is
// unknown.
func (f *Folder) Relation(a, b int) (relation news.DriftRelation, earlier, later int) {
	x, y := &f.Articles[a], &f.Articles[b]
	known := x.Outlet.Name != "" && y.Outlet.Name != ""
	same := known && x.Outlet.Name == y.Outlet.Name
	if agency := agencyOf(x); !same && (agency == "" || agency != agencyOf(y)) {
		return relationOfOthers(known), a, b
	}
	r, s := revisionOf(x), revisionOf(y)
	switch {
	case same && x.Time.Before(y.Time):
	case same && y.Time.Before(x.Time), r.after(s):
		a, b, r, s = b, a, s, r
	case same && !s.after(r):
		return news.RelationUnknown, a, b
	case !s.after(r):
		return relationOfOthers(known), a, b
	}
	if s.corrects && (same || !r.corrects) {
		return news.RelationCorrection, a, b
	}
	return news.RelationUpdate, a, b
}

// LaterVersion reports whether articles that all give a fact in the same way, other
// than source does, have it from the later version of an agency's story: they are
// of two outlets or more, all credit the one agency that source does, and all came
// after it. One outlet can change a number; two do not change it to the
// same.
func (f *Folder) LaterVersion(source int, articles []int) bool {
	agency := agencyOf(&f.Articles[source])
	if agency == "" {
		return false
	}
	outlet, several := "", false
	for _, a := range articles {
		article := &f.Articles[a]
		if article.Outlet.Name == "" || agencyOf(article) != agency || !f.Articles[source].Time.Before(article.Time) {
			return false
		}
		several = several || outlet != "" && outlet != article.Outlet.Name
		outlet = article.Outlet.Name
	}
	return several
}

// relationOfOthers is that of articles of two publishers.
func relationOfOthers(known bool) news.DriftRelation {
	if known {
		return news.RelationDrift
	}
	return news.RelationUnknown
}

// agencyOf is the one agency whose words an article has, by its credits or because
// the agency publishes it; empty if there is none or more than one.
func agencyOf(a *news.Article) (agency string) {
	for _, c := range a.Credits {
		switch {
		case c.Kind != news.CreditText || c.Agency == agency:
		case agency != "":
			return ""
		default:
			agency = c.Agency
		}
	}
	if agency != "" {
		return agency
	}
	for _, c := range findAgencies(a.Outlet.Name, news.Span{End: len(a.Outlet.Name)}) {
		if c.Span.Len() == len(a.Outlet.Name) {
			return c.Agency
		}
	}
	return ""
}
