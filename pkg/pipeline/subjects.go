package pipeline

import (
	"cmp"
	"slices"
	"sync"

	"github.com/wireprint/wireprint/pkg/event"
	"github.com/wireprint/wireprint/pkg/extract"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// subjects tell what articles are about, whatever their outlet repeats in them.
type subjects struct {
	*findings
	repeated [][]news.Range // words of each article that may be of a template, with those that its prints can miss
	tables   tables
	vectors  []lazyVector // by article
}

// lazyVector is made when it is asked for.
type lazyVector struct {
	once sync.Once
	event.Vector
}

const (
	leadWords    = 300 // tell what an article is about
	fewWords     = 100 // tell it only if they are a third of the article: else it may be an update of a story
	leastWords   = 12
	unrelatedBar = .1  // cosine of two articles on different subjects
	tableSample  = 256 // articles of a language that has no table
)

func (f *findings) newSubjects(repeats []extract.Repeat, opts Options) (*subjects, error) {
	background, err := opts.background()
	if err != nil {
		return nil, err
	}
	s := &subjects{
		findings: f,
		repeated: make([][]news.Range, len(f.Articles)),
		tables:   newTables(background),
		vectors:  make([]lazyVector, len(f.Articles)),
	}
	missed := opts.Fingerprint.Guarantee() - opts.Fingerprint.K
	for _, r := range repeats {
		for _, p := range r.Places {
			around := news.Range{Start: int(p.Word) - missed, End: int(p.Word) + r.Words + missed}
			s.repeated[p.Article] = append(s.repeated[p.Article], around)
		}
	}
	var words segment.Sequence
	counted := map[string]int{}
	for i, ranges := range s.repeated {
		if a := &f.Articles[i]; len(ranges) > 0 && counted[a.Lang] < tableSample {
			counted[a.Lang]++
			s.tables.add(a, &words)
		}
	}
	return s, nil
}

// unrelated reports whether two articles are on different subjects. Of articles
// that are little more than what is repeated nobody knows.
func (s *subjects) unrelated(a, b int) bool {
	v, w := s.vector(a), s.vector(b)
	return len(v.Terms) > 0 && len(w.Terms) > 0 && event.Cosine(v, w) < unrelatedBar
}

func (s *subjects) vector(a int) event.Vector {
	v := &s.vectors[a]
	v.once.Do(func() {
		words := segment.Sequence{Keys: s.lead(a)}
		if n := words.Len(); n >= leastWords && (n >= fewWords || 3*n >= s.Texts[a].Len()) {
			v.Vector = event.NewVector(&s.Articles[a], &words, s.tables.of(&s.Articles[a]))
		}
	})
	return v.Vector
}

// lead is the first words of an article that are not repeated.
func (s *subjects) lead(a int) []uint32 {
	repeated := s.repeated[a]
	slices.SortFunc(repeated, func(x, y news.Range) int { return cmp.Compare(x.Start, y.Start) })
	keys, lead, at := s.Texts[a].Keys, make([]uint32, 0, leadWords), 0
	for _, r := range append(repeated, news.Range{Start: len(keys), End: len(keys)}) {
		for ; at < r.Start && len(lead) < leadWords; at++ {
			lead = append(lead, keys[at])
		}
		at = max(at, r.End)
	}
	return lead
}
