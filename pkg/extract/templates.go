package extract

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// Folder is what templates are learned from: text that one outlet repeats over
// articles that have nothing else to do with each other, such as menus, link
// lists, newsletter pitches and notes about the paper. Articles are numbered in
// order of publication.
type Folder struct {
	Texts []TemplateText

	// Unrelated reports whether two articles are on different subjects, going by
	// the words that no outlet repeats. What an outlet repeats over articles on one
	// subject is its background paragraph, and news. It may be called for several
	// pairs at the same time.
	Unrelated func(a, b int) bool

	// Each calls do with every number below n, in any order or at the same time.
	Each func(n int, do func(i int))
}

// NoOutlet is the outlet of an article of which nothing tells where it came from.
const NoOutlet = -1

// TemplateText is the news text of an article.
type TemplateText struct {
	Keys       []uint32 // of the words
	Paragraphs []news.Range
}

// Place is where a text stands: its first word in an article.
type Place struct{ Article, Word uint32 }

// Repeat is a text that articles of an outlet have in common.
type Repeat struct {
	Places []Place // in order
	Words  int
	Whole  bool // it is a paragraph in all of them; else there may be more of it around
}

// Template is a text that an outlet repeats.
type Template struct {
	Spans   []TemplateSpan // where it stands, in order
	Example TemplateSpan   // one that shows it well

	Compared  int // pairs of articles that were looked at …
	Unrelated int // … of which so many were on different subjects
}

// TemplateSpan is a stretch of words of an article.
type TemplateSpan struct {
	Article int
	news.Range
}

// What makes a template of a repeated text.
const (
	templateUses = 3 // articles of an outlet show it …
	houseUses    = 5 // … or of each of two titles: what two outlets share may be a wire
	sampleSize   = 7 // of which so many are compared with each other
)

// Learn finds the templates among texts that [Shares.Own] holds for an outlet's
// own.
func (f *Folder) Learn(repeats []Repeat) []Template {
	l := &learner{
		Folder:  f,
		repeats: repeats,
		of:      make([]*verdict, len(repeats)),
		samples: make([][]Place, len(repeats)),
		joined:  newSets(len(repeats)),
	}
	l.judge()
	var found []foundPlace
	for i, r := range repeats {
		if l.of[i] == nil {
			continue
		}
		for _, p := range r.Places {
			found = append(found, foundPlace{p, i})
		}
	}
	return l.templates(l.spans(found))
}

// learner is the work of one call of Learn.
type learner struct {
	*Folder
	repeats []Repeat
	of      []*verdict // by repeat, nil for those that are no template
	samples [][]Place  // by repeat
	joined  sets       // repeats that stand together
}

// verdict says what comparing some articles showed.
type verdict struct {
	articles                   []Place
	compared, unrelated, apart int
}

// template reports whether a text in these articles is one: three of them are
// unrelated to each other, and so are four in ten of all pairs, but all of three.
// Of articles on one subject some always look unrelated.
func (v *verdict) template() bool {
	return v.apart >= templateUses && 3*(v.unrelated-2) >= v.compared
}

// judge compares some of the articles that hold a text, unless it looks like a
// turn of phrase in two of them. Many texts are in the same articles.
func (l *learner) judge() {
	l.Each(len(l.repeats), func(i int) {
		if r, chosen := l.repeats[i], sample(l.repeats[i].Places); l.promises(r, chosen) {
			l.samples[i] = chosen
		}
	})
	var verdicts []*verdict
	number := map[uint64]*verdict{} // by the articles that are compared
	for i, chosen := range l.samples {
		if chosen == nil {
			continue
		}
		key := hashArticles(chosen)
		if number[key] == nil {
			number[key] = &verdict{articles: chosen}
			verdicts = append(verdicts, number[key])
		}
		l.of[i] = number[key]
	}
	l.Each(len(verdicts), func(i int) { l.compare(verdicts[i]) })
	for i, v := range l.of {
		if v != nil && !v.template() {
			l.of[i] = nil
		}
	}
}

// promises reports whether a text looks like more than a turn of phrase in one of
// the articles that were chosen, the first or that in the middle.
func (l *learner) promises(r Repeat, chosen []Place) bool {
	stands := func(p Place) bool {
		s := TemplateSpan{int(p.Article), l.span(p, r, chosen)}
		return (r.Whole || s.Len() >= templateWords) && l.stands([]TemplateSpan{s}, len(chosen))
	}
	return stands(chosen[len(chosen)/2]) || stands(chosen[0])
}

// compare looks at each two of the articles.
func (l *learner) compare(v *verdict) {
	var apart []Place // articles of which each two are unrelated
	for i, p := range v.articles {
		alone := true
		for _, q := range v.articles[:i] {
			v.compared++
			if l.Unrelated(int(p.Article), int(q.Article)) {
				v.unrelated++
			} else if slices.Contains(apart, q) {
				alone = false
			}
		}
		if alone {
			apart = append(apart, p)
		}
	}
	v.apart = len(apart)
}

// sample chooses places in different articles, from the first to the last.
func sample(places []Place) []Place {
	each := slices.CompactFunc(slices.Clone(places), func(p, q Place) bool { return p.Article == q.Article })
	if len(each) <= sampleSize {
		return each
	}
	for i := range sampleSize {
		each[i] = each[i*(len(each)-1)/(sampleSize-1)]
	}
	return slices.Clone(each[:sampleSize])
}

func hashArticles(places []Place) uint64 {
	h := newHash()
	for _, p := range places {
		h = h.add(p.Article)
	}
	return uint64(h)
}

// hash is a FNV-1a hash, of numbers instead of bytes.
type hash uint64

func newHash() hash { return 14695981039346656037 }

func (h hash) add(n uint32) hash { return (h ^ hash(n)) * 1099511628211 }

// Shares tells an outlet's own text from a wire's. It is for one goroutine.
type Shares struct {
	outlets []int // of each article
	counts  []int // by outlet, 0 between calls
	seen    []int // outlets that are counted
}

// NewShares returns a Shares for the articles of so many outlets, numbered from 0.
func NewShares(outlets []int, n int) *Shares {
	return &Shares{outlets: outlets, counts: make([]int, n)}
}

// Own returns the places of a text that are an outlet's own, or those of the two
// titles of a house: four in five of the articles that hold the text are theirs,
// and several of each. Of a wire it returns none. On 12,518 articles, nine in ten
// find 126 templates and four in five 134: the others are what guest columns in
// other papers end with.
func (s *Shares) Own(places []Place) []Place {
	articles := s.count(places)
	slices.SortFunc(s.seen, func(a, b int) int { return cmp.Or(cmp.Compare(s.counts[b], s.counts[a]), cmp.Compare(a, b)) })
	own := 0
	titles := 0
	for uses := templateUses; titles < min(2, len(s.seen)) && 5*own < 4*articles && s.counts[s.seen[titles]] >= uses; uses = houseUses {
		own += s.counts[s.seen[titles]]
		titles++
	}
	houses := s.seen[:titles]
	for _, o := range s.seen {
		s.counts[o] = 0
	}
	if own < templateUses || 5*own < 4*articles {
		return nil
	}
	if own == articles {
		return places
	}
	return slices.DeleteFunc(slices.Clone(places), func(p Place) bool { return !slices.Contains(houses, s.outlets[p.Article]) })
}

// count counts the articles of each outlet and returns how many there are.
func (s *Shares) count(places []Place) (articles int) {
	s.seen = s.seen[:0]
	for i, p := range places {
		if i > 0 && places[i-1].Article == p.Article {
			continue
		}
		articles++
		outlet := s.outlets[p.Article]
		if outlet == NoOutlet {
			continue
		}
		if s.counts[outlet]++; s.counts[outlet] == 1 {
			s.seen = append(s.seen, outlet)
		}
	}
	return articles
}
