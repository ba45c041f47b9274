package pipeline

import (
	"fmt"
	"maps"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/provenance"
)

// note adds one to the notes of the run.
func (r *reading) note(format string, args ...any) {
	r.notes = append(r.notes, fmt.Sprintf(format, args...))
}

// noteOutlets tells which of the outlets that were asked for have no article.
func (r *reading) noteOutlets(names []string, known provenance.KnownOutlets) {
	for _, name := range names {
		if !slices.ContainsFunc(r.articles, func(a news.Article) bool { return provenance.IsOutlet(&a, name, known) }) {
			r.note("no article is of the outlet %q; there are %s", name, r.outletNames())
		}
	}
}

// outletNames are some of the outlets that articles are of.
func (r *reading) outletNames() string {
	names := map[string]bool{}
	for i := range r.articles {
		if name := r.articles[i].Outlet.Name; name != "" {
			names[name] = true
		}
	}
	if len(names) == 0 {
		return "no articles of a known outlet"
	}
	return few(slices.Sorted(maps.Keys(names)))
}

// noteSidecar tells what the user knows of articles that were not there. found is nil
// where not all were looked at.
func (r *reading) noteSidecar(found *provenance.Found, known provenance.Sidecar) {
	if found == nil {
		return
	}
	if m := known.Metadata; m != nil {
		if unused := m.Unused(found); len(unused) > 0 {
			r.note("metadata %s: of %d rows, %d name no article that was read: %s", m, m.Rows(), len(unused), few(unused))
		}
	}
	for i, layout := range known.Layouts {
		if !found.Layouts[i] && len(r.articles) > 0 {
			r.note("layout %s: no path is like it; one is %s", layout, r.articles[0].Path)
		}
	}
}
