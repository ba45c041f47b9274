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
	repeated   [][]news.Range // words of each article that may be of a template, with those that its prints can miss
	background *event.Background
	samples    map[string]*event.Sample // of languages that the background does not serve
	vectors    []lazyVector             // by article
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
	mostSampled  = 256 // articles of a language that has no table
	unrelatedBar = .1  // cosine of two articles on different subjects
)

func (f *findings) newSubjects(repeats []extract.Repeat, opts Options) (*subjects, error) {
	background, err := opts.background()
	if err != nil {
		return nil, err
	}
	s := &subjects{
		findings:   f,
		repeated:   make([][]news.Range, len(f.Articles)),
		background: background,
		samples:    map[string]*event.Sample{},
		vectors:    make([]lazyVector, len(f.Articles)),
	}
	missed := opts.Fingerprint.Guarantee() - opts.Fingerprint.K
	for _, r := range repeats {
		for _, p := range r.Places {
			around := news.Range{Start: int(p.Word) - missed, End: int(p.Word) + r.Words + missed}
			s.repeated[p.Article] = append(s.repeated[p.Article], around)
		}
	}
	s.sample()
	return s, nil
}

// sample counts terms in languages of which there is no table.
func (s *subjects) sample() {
	counted, c := map[string]int{}, newCounting()
	for i, ranges := range s.repeated {
		a := &s.Articles[i]
		code, prior := priorOf(a.Lang, s.background)
		if code == "" || len(ranges) == 0 || counted[code] == mostSampled {
			continue
		}
		if counted[code]++; s.samples[code] == nil {
			s.samples[code] = event.NewSample(prior, 1)
		}
		s.samples[code].Add(c.bag(a))
	}
}

// weights are those of the terms of an article.
func (s *subjects) weights(a *news.Article) event.Weights {
	code, prior := priorOf(a.Lang, s.background)
	if sample := s.samples[code]; sample != nil {
		return sample
	}
	return prior
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
		c := newCounting()
		lead := s.lead(a, &c.words)
		if n := lead.Len(); n >= leastWords && (n >= fewWords || 3*n >= s.Texts[a].Len()) {
			v.Vector = c.weigher.Vector(c.counter.Bag(&s.Articles[a], lead), s.weights(&s.Articles[a]), event.MostTerms)
		}
	})
	return v.Vector
}

// lead is the first words of an article that are not repeated; words is memory to
// read them in.
func (s *subjects) lead(a int, words *segment.Sequence) *segment.Sequence {
	repeated := s.repeated[a]
	slices.SortFunc(repeated, func(x, y news.Range) int { return cmp.Compare(x.Start, y.Start) })
	words.Read(&s.Articles[a])
	lead, at := new(segment.Sequence), 0
	for _, r := range append(repeated, news.Range{Start: words.Len(), End: words.Len()}) {
		for ; at < r.Start && lead.Len() < leadWords; at++ {
			lead.Keys, lead.Marks = append(lead.Keys, words.Keys[at]), append(lead.Marks, words.Marks[at])
			lead.Starts, lead.Ends = append(lead.Starts, words.Starts[at]), append(lead.Ends, words.Ends[at])
		}
		at = max(at, r.End)
	}
	lead.Paragraphs = []news.Range{{End: lead.Len()}}
	return lead
}
