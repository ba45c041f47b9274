package source

import (
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// listing bounds how many skips of one input are listed.
type listing struct {
	listed map[string]int // by kind
	rest   []news.Skip    // that are counted, an entry for each kind
	lent   bool           // rest is also in a document, and must not be changed
}

// takes reports whether a skip is to be listed. If not, it is counted.
func (l *listing) takes(input string, s news.Skip) bool {
	kind := s.Kind()
	if l.listed == nil {
		l.listed = make(map[string]int)
	}
	if l.listed[kind] < news.MostListed {
		l.listed[kind]++
		return true
	}
	if l.lent {
		l.rest, l.lent = slices.Clone(l.rest), false
	}
	for i := range l.rest {
		if l.rest[i].Reason == kind {
			l.rest[i].Count++
			return false
		}
	}
	l.rest = append(l.rest, news.Skip{Path: input, Reason: kind, Count: 1})
	return false
}

// counted are the entries of what was not listed, as they are now.
func (l *listing) counted() []news.Skip {
	l.lent = true
	return l.rest
}
