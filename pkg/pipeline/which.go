package pipeline

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/source"
)

// UnknownArticleError says that no article of a run has a name.
type UnknownArticleError struct {
	Name string
	IDs  []string // of the run's articles, in alphabetical order
}

// Error implements error.
func (e *UnknownArticleError) Error() string {
	return fmt.Sprintf("no article %q", e.Name)
}

// article is the number of the article that has an id, or of the only one in the
// file, or archive, that has a name.
func (r *reading) article(name string) (int, error) {
	for i := range r.articles {
		if r.articles[i].ID == name {
			return i, nil
		}
	}
	file, known := name, false
	if in, ok := source.Which(r.inputs, name); ok {
		file, known = in.Path, true
	}
	var found []int
	var ids []string
	for i := range r.articles {
		if path := r.articles[i].Path; path == file || known && strings.HasPrefix(path, file+"/") {
			found = append(found, i)
			ids = append(ids, r.articles[i].ID)
		}
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) > 1:
		slices.Sort(ids)
		return 0, fmt.Errorf("%s holds %d stories; name one of them: %s", name, len(found), few(ids))
	}
	for _, s := range r.left.Skipped {
		if s.Path == file || s.Path == name {
			return 0, fmt.Errorf("%s was skipped: %s", name, s.Reason)
		}
	}
	return 0, r.unknown(name)
}

func (r *reading) unknown(name string) error {
	ids := make([]string, len(r.articles))
	for i := range r.articles {
		ids[i] = r.articles[i].ID
	}
	slices.Sort(ids)
	return &UnknownArticleError{Name: name, IDs: ids}
}

// few are the first of some names.
func few(names []string) string {
	const most = 5
	if len(names) <= most {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
}
