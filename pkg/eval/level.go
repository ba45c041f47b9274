package eval

import (
	"errors"
	"fmt"

	"github.com/wireprint/wireprint/pkg/news"
)

// Level says which clusters of a report are judged.
type Level string

// The levels of a report.
const (
	Event  Level = "event"  // articles about the same happening
	Family Level = "family" // articles that carry the same copy
)

// other is the level that is not l.
func (l Level) other() Level {
	if l == Event {
		return Family
	}
	return Event
}

// Predicted gives each article of a report the id of its cluster. It refuses a
// report that has no clusters of the level, as when events were switched off.
func Predicted(r *news.Report, level Level) (map[string]string, error) {
	if len(r.Articles) == 0 {
		return nil, errors.New("the report has no articles")
	}
	clusters := make(map[string]string, len(r.Articles))
	without := ""
	for i := range r.Articles {
		a := &r.Articles[i]
		if _, twice := clusters[a.ID]; twice {
			return nil, fmt.Errorf("the report has two articles with the id %q, so no label can tell which is meant", a.ID)
		}
		clusters[a.ID] = a.Family
		if level == Event {
			clusters[a.ID] = a.Event
		}
		if clusters[a.ID] == "" {
			without = a.ID
		}
	}
	switch {
	case without == "":
		return clusters, nil
	case level == Event:
		return nil, fmt.Errorf("article %q is in no event, as in a report of scan --no-events; judge the families (--level family) or scan again with events", without)
	default:
		return nil, fmt.Errorf("article %q is in no family; was the report changed since wireprint wrote it?", without)
	}
}
