package pipeline

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/event"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// Which terms an explanation lists.
const (
	mostSharedTerms = 15
	mostOwnTerms    = 10
	leastAdded      = 0.0005 // to the cosine, by a shared term
)

// words says how near the two are by their words.
func (e *explainer) words() news.SharedWords {
	cosine := event.Cosine(e.vectors[e.a], e.vectors[e.b])
	t, possible := e.tieOf(e.a, e.b)
	w := news.SharedWords{Cosine: round(cosine), Bar: e.tellBar(t, possible), Quoted: e.quoted()}
	_, w.NotCounted = e.counted()
	w.Counted = w.NotCounted == news.IgnoredNot
	if possible {
		fit := event.Fit(cosine, e.bars.BarOf(t), w.Quoted)
		byWords := event.Fit(cosine, e.bars.BarOf(t), 0)
		w.Fit, w.FitWords, w.FitQuoted = round(fit), round(byWords), round(fit-byWords)
	}
	e.tellTerms(&w)
	return w
}

// tellBar says what the bar is made of: none holds for two too far apart in time.
func (e *explainer) tellBar(t event.Tie, possible bool) news.Bar {
	b := news.Bar{Outlet: 1, Length: round(event.Stretch(t.Words)), Words: t.Words, Setting: "event.bar"}
	if t.OneOutlet {
		b.Outlet = event.OneHouse
	}
	if !e.Articles[e.a].Time.HasYear() || !e.Articles[e.b].Time.HasYear() {
		b.Setting = "event.undated_bar"
	}
	if possible {
		b.Days = e.bars.Bar
		if t.Undated {
			b.Days = e.bars.UndatedBar
		}
		b.Cosine, b.Least = round(e.bars.BarOf(t)), round(event.Least(b.Days)*event.Stretch(t.Words))
	}
	return b
}

// quoted is how many words both quote, as far as the scan compared them.
func (e *explainer) quoted() int {
	if e.match == nil {
		return 0
	}
	return int(e.match.Overlap.Quoted)
}

// counted is the fit of the two that grouping took account of, or why it did not.
func (e *explainer) counted() (fit float64, ignored news.Ignored) {
	a, b := int32(min(e.a, e.b)), int32(max(e.a, e.b))
	for _, list := range e.fits {
		for _, f := range list {
			if f.a == a && f.b == b {
				return float64(f.value), news.IgnoredNot
			}
		}
	}
	_, possible := e.tieOf(e.a, e.b)
	switch {
	case e.FamilyOf[e.a] == e.FamilyOf[e.b]:
		return 0, news.IgnoredCopy
	case !possible:
		return 0, news.IgnoredWindow
	case e.match != nil && e.match.Overlap.Instalment():
		return 0, news.IgnoredForm
	case !e.speaks[e.a] || !e.speaks[e.b]:
		return 0, news.IgnoredSilent
	}
	return 0, news.IgnoredLow
}

// tellTerms lists the terms that tell most, as words of the texts.
func (e *explainer) tellTerms(w *news.SharedWords) {
	v, u := e.vectors[e.a], e.vectors[e.b]
	wordsA, wordsB := e.wordings(e.a), e.wordings(e.b)
	other := weightsOf(u)
	for i, t := range v.Terms {
		if weight, ok := other[t]; ok {
			in := float64(v.Weights[i])
			w.Shared = append(w.Shared, news.SharedTerm{Word: wordsA(t), A: in, B: weight, Adds: in * weight})
		}
	}
	slices.SortFunc(w.Shared, func(x, y news.SharedTerm) int {
		return cmp.Or(cmp.Compare(y.Adds, x.Adds), cmp.Compare(x.Word, y.Word))
	})
	listed := 0
	for listed < min(len(w.Shared), mostSharedTerms) && w.Shared[listed].Adds >= leastAdded {
		listed++
	}
	for _, t := range w.Shared[listed:] {
		w.Rest.Terms++
		w.Rest.Adds += t.Adds
	}
	w.Rest.Adds = round(w.Rest.Adds)
	w.Shared = w.Shared[:listed]
	for i, t := range w.Shared {
		w.Shared[i].A, w.Shared[i].B, w.Shared[i].Adds = round(t.A), round(t.B), round(t.Adds)
	}
	w.OnlyA = onlyOf(v, wordsA, e.lexicon.bags[e.b])
	w.OnlyB = onlyOf(u, wordsB, e.lexicon.bags[e.a])
}

// wordings tells an article's terms, by their numbers, as its text has them.
func (e *explainer) wordings(a int) func(term uint32) string {
	var words segment.Sequence
	words.Read(&e.Articles[a])
	known := event.Wordings(&e.Articles[a], &words)
	return func(term uint32) string { return known[e.lexicon.vocabulary.Key(term)] }
}

func weightsOf(v event.Vector) map[uint32]float64 {
	weights := make(map[uint32]float64, len(v.Terms))
	for i, t := range v.Terms {
		weights[t] = float64(v.Weights[i])
	}
	return weights
}

// onlyOf are the heaviest terms of a vector that another article does not have.
func onlyOf(v event.Vector, words func(uint32) string, other event.Bag) (list []news.Term) {
	has := make(map[uint32]bool, len(other.Terms))
	for _, t := range other.Terms {
		has[t] = true
	}
	for i, t := range v.Terms {
		if !has[t] {
			list = append(list, news.Term{Word: words(t), Weight: round(float64(v.Weights[i]))})
		}
	}
	slices.SortFunc(list, func(x, y news.Term) int {
		return cmp.Or(cmp.Compare(y.Weight, x.Weight), cmp.Compare(x.Word, y.Word))
	})
	return list[:min(len(list), mostOwnTerms)]
}
