package provenance

import (
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// Relation says how two articles are related that give a fact differently, and
// which of them is the earlier one. Outlets change what others wrote; one that
// changes what it wrote itself updates or corrects it, if it is certain which of its
// articles came later. What is not known of either is unknown.
func (f *Folder) Relation(a, b int) (relation news.DriftRelation, earlier, later int) {
	x, y := &f.Articles[a], &f.Articles[b]
	switch {
	case x.Outlet.Name == "" || y.Outlet.Name == "":
		return news.RelationUnknown, a, b
	case x.Outlet.Name != y.Outlet.Name:
		return news.RelationDrift, a, b
	case y.Time.Before(x.Time):
		a, b, y = b, a, x
	case !x.Time.Before(y.Time):
		return news.RelationUnknown, a, b
	}
	if corrects(y) {
		return news.RelationCorrection, a, b
	}
	return news.RelationUpdate, a, b
}

// corrections are the words with which articles say that they correct an earlier
// one, in lower case.
var corrections = []string{
	"correction:", "(correction", "corrects ", "corrected:", "(corrected", "corrected version", "earlier version of this",
	"previous version of this", "was amended", "clarification:",
	"korrektur:", "berichtigung", "korrigierte fassung", "rectificatif", "correctif", "corrección:", "rectificación", "versión corregida",
}

// corrects reports whether an article says, in its title, at its beginning or at
// its end, that it corrects an earlier one.
func corrects(a *news.Article) bool {
	const reach = 400 // bytes
	text := a.Text
	said := strings.ToLower(a.Title + "\n" + text[:min(len(text), reach)] + "\n" + text[max(0, len(text)-reach):])
	return slices.ContainsFunc(corrections, func(words string) bool { return strings.Contains(said, words) })
}
