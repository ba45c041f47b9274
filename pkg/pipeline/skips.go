package pipeline

import (
	"cmp"
	"encoding/binary"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/source"
)

// skips are what one worker could make no articles of. Of one input and one kind of
// reason it lists as many as the report may: those of all workers that come first are
// among them. Of the rest it keeps which documents they were, for a limit may turn out to
// lie before them.
type skips struct {
	list  []placedSkip
	rest  []*moreSkips
	input int
	known map[string]*listedSkips // of the input, by kind
}

// placedSkip is a skip with the place of its document.
type placedSkip struct {
	news.Skip
	position
}

// listedSkips are those of one input and one kind.
type listedSkips struct {
	listed int
	more   *moreSkips
}

// moreSkips are skips of one input and one kind that are not listed: the numbers of
// their documents, each as the distance from the one before. So ten million records are
// kept in ten megabytes.
type moreSkips struct {
	input int
	kind  string
	last  int
	gaps  []byte
}

// add adds what one document gave. Those of an input come in order.
func (s *skips) add(list []news.Skip, at position) {
	if s.known == nil || s.input != at.input {
		s.input, s.known = at.input, make(map[string]*listedSkips)
	}
	for _, skip := range list {
		kind := skip.Kind()
		of := s.known[kind]
		if of == nil {
			of = &listedSkips{}
			s.known[kind] = of
		}
		if of.listed < news.MostListed {
			of.listed++
			s.list = append(s.list, placedSkip{skip, at})
			continue
		}
		if of.more == nil {
			of.more = &moreSkips{input: at.input, kind: kind}
			s.rest = append(s.rest, of.more)
		}
		of.more.add(at.document)
	}
}

func (m *moreSkips) add(document int) {
	m.gaps = binary.AppendUvarint(m.gaps, uint64(document-m.last))
	m.last = document
}

// upTo is how many there are up to a document.
func (m *moreSkips) upTo(last position) (number int) {
	document := 0
	for rest := m.gaps; len(rest) > 0; number++ {
		gap, size := binary.Uvarint(rest)
		if document += int(gap); (position{m.input, document}).compare(last) > 0 {
			break
		}
		rest = rest[size:]
	}
	return number
}

// inputKind is one input and one kind of reason.
type inputKind struct {
	input int
	kind  string
}

// joinSkips lists what all workers skipped of the documents up to the last, as one
// worker would have.
func joinSkips(workers []skips, last position, inputs []source.Input) (list []news.Skip) {
	var all []placedSkip
	counts := make(map[inputKind]int) // of what is not listed
	for _, w := range workers {
		all = append(all, w.list...)
		for _, m := range w.rest {
			counts[inputKind{m.input, m.kind}] += m.upTo(last)
		}
	}
	slices.SortStableFunc(all, func(a, b placedSkip) int { return a.compare(b.position) })
	listed := make(map[inputKind]int)
	for _, skip := range all {
		of := inputKind{skip.input, skip.Kind()}
		switch {
		case skip.compare(last) > 0:
		case listed[of] < news.MostListed:
			listed[of]++
			list = append(list, skip.Skip)
		default:
			counts[of]++
		}
	}
	for of, count := range counts {
		if count > 0 {
			list = append(list, news.Skip{Path: inputs[of.input].Path, Reason: of.kind, Count: count})
		}
	}
	return list
}

// arrangeSkips puts skips in an order that depends on themselves alone, and makes one of
// two entries with counts that say the same.
func arrangeSkips(list []news.Skip) []news.Skip {
	slices.SortFunc(list, func(a, b news.Skip) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Reason, b.Reason), cmp.Compare(a.Count, b.Count))
	})
	kept := list[:0]
	for _, s := range list {
		if last := len(kept) - 1; s.Count > 0 && last >= 0 && kept[last].Count > 0 && kept[last].Path == s.Path && kept[last].Reason == s.Reason {
			kept[last].Count += s.Count
			continue
		}
		kept = append(kept, s)
	}
	return kept
}
