package pipeline

import (
	"cmp"
	"encoding/binary"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/source"
)

// skips are what one worker could make no articles of, by input and kind of reason.
type skips map[inputKind]*skipsOfKind

// inputKind is one input and one kind of reason.
type inputKind struct {
	input int
	kind  string
}

// placedSkip is a skip with the place of its document.
type placedSkip struct {
	news.Skip
	position
}

// skipsOfKind are skips of one input and one kind. Those of its first documents are kept
// as they are, at least as many as the report may list: so those that come first of all
// workers' are among them. Of the rest it keeps the numbers of the documents, each as the
// distance from the one before, for a limit may turn out to lie before them: ten million
// records are kept in ten or twenty megabytes.
type skipsOfKind struct {
	first []placedSkip
	gaps  []byte
	last  int
}

// add adds what one document gave. Documents may come in any order.
func (s *skips) add(list []news.Skip, at position) {
	if *s == nil && len(list) > 0 {
		*s = make(skips)
	}
	for _, skip := range list {
		kind := inputKind{at.input, skip.Kind()}
		of := (*s)[kind]
		if of == nil {
			of = &skipsOfKind{}
			(*s)[kind] = of
		}
		if of.first = append(of.first, placedSkip{skip, at}); len(of.first) == 2*news.MostListed {
			of.shorten()
		}
	}
}

// shorten keeps of the last half the numbers alone.
func (s *skipsOfKind) shorten() {
	slices.SortStableFunc(s.first, func(a, b placedSkip) int { return a.compare(b.position) })
	for _, skip := range s.first[news.MostListed:] {
		s.gaps = binary.AppendVarint(s.gaps, int64(skip.document-s.last))
		s.last = skip.document
	}
	clear(s.first[news.MostListed:])
	s.first = s.first[:news.MostListed]
}

// upTo is how many of the rest there are up to a place.
func (s *skipsOfKind) upTo(last position, input int) (number int) {
	document := 0
	for rest := s.gaps; len(rest) > 0; {
		gap, size := binary.Varint(rest)
		if document += int(gap); (position{input, document}).compare(last) <= 0 {
			number++
		}
		rest = rest[size:]
	}
	return number
}

// joinSkips lists what all workers skipped of the documents up to the last, as one
// worker would have.
func joinSkips(workers []skips, last position, inputs []source.Input) (list []news.Skip) {
	var all []placedSkip
	counts := make(map[inputKind]int) // of what is not listed
	for _, w := range workers {
		for of, s := range w {
			all = append(all, s.first...)
			counts[of] += s.upTo(last, of.input)
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
