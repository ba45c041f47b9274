package report

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// share says how much of an article is whose copy.
type share struct {
	kind   shareKind
	part   float64 // of the article's news words, 0 to 1
	other  string  // name of the other article
	copies int     // of an original

	inFamily   bool // it is one of several articles of a family
	cut, added int  // whole paragraphs of the family's copy that it left out, and of its own
}

type shareKind int

const (
	ownWords shareKind = iota // nobody else has its words
	original                  // the others took from it
	taken                     // it took from other
	alike                     // other has the same copy; who took from whom is not known
	quoting                   // other gives the same quotations
	unpaired                  // other is of its family, but the report lists no pair
)

// rank puts the copies that a story is about before what is in it besides.
func (s share) rank() int {
	if s.kind == original {
		return 0
	}
	if s.inFamily {
		return 1
	}
	return 2
}

// String puts it in the words of the text report.
func (s share) String() string {
	switch s.kind {
	case original:
		return "source of " + count(s.copies, "copy", "copies")
	case taken:
		return percent(s.part) + " from " + s.other + s.paragraphs()
	case alike:
		return percent(s.part) + " as in " + s.other + s.paragraphs()
	case quoting:
		return "quotes as in " + s.other
	case unpaired:
		return "copy as in " + s.other + s.paragraphs()
	default:
		return "own words"
	}
}

// paragraphs says how many whole ones were cut, and how many nobody else has.
func (s share) paragraphs() string {
	text := ""
	if s.cut > 0 {
		text += ", cut " + number(s.cut) + " ¶"
	}
	if s.added > 0 {
		text += ", own " + number(s.added) + " ¶"
	}
	return text
}

// shareOf finds whose copy an article is. name gives an article's name.
func (l *lookup) shareOf(a *news.ArticleRecord, name func(id string) string) share {
	var family news.Family
	if f := l.families[a.Family]; f != nil {
		family = *f
	}
	s := l.shareIn(family, a, name)
	s.inFamily = len(family.Articles) > 1
	for _, v := range family.Versions {
		if v.Article == a.ID {
			s.cut, s.added = len(v.Cut), len(v.Added)
		}
	}
	return s
}

func (l *lookup) shareIn(family news.Family, a *news.ArticleRecord, name func(id string) string) share {
	source := family.Source.Article
	if others := len(family.Articles) - 1; source == a.ID && others > 0 {
		return share{kind: original, copies: others}
	}
	for _, c := range family.Copies {
		if c.Article == a.ID && c.From.Article != "" {
			source = c.From.Article
		}
	}
	best, found := l.closest(a.ID, source)
	switch {
	case found && best.quotes:
		return share{kind: quoting, part: best.part, other: name(best.other)}
	case found && best.other == source:
		return share{kind: taken, part: best.part, other: name(best.other)}
	case found:
		return share{kind: alike, part: best.part, other: name(best.other)}
	}
	for _, id := range slices.Concat([]string{source}, family.Articles) {
		if id != "" && id != a.ID {
			return share{kind: unpaired, other: name(id)}
		}
	}
	return share{kind: ownWords}
}

// match is what an article has in common with another.
type match struct {
	other  string
	part   float64 // share of the article's news words
	quotes bool    // nothing but quotations
}

// closest is the article that has most of another's copy, which goes before
// any that has only its quotations. Of two that have about the same, it is the
// source of the family, then the one published first. found is false when
// there is none.
func (l *lookup) closest(id, source string) (best match, found bool) {
	for _, p := range l.pairs[id] {
		if p.Class == news.SameEvent || p.Class == news.PhraseOnly {
			continue
		}
		m := match{other: p.B, part: p.ContainedA, quotes: p.Class == news.QuoteOnly}
		if p.A != id {
			m.other, m.part = p.A, p.ContainedB
		}
		if !found || l.closer(m, best, source) {
			best, found = m, true
		}
	}
	return best, found
}

// closer reports whether m is a better answer than n.
func (l *lookup) closer(m, n match, source string) bool {
	// A copy of a copy often has a word or two more of it than the source has.
	const aboutTheSame = 0.02
	if m.quotes != n.quotes {
		return n.quotes
	}
	switch source {
	case m.other:
		return m.part >= n.part-aboutTheSame
	case n.other:
		return m.part > n.part+aboutTheSame
	}
	return cmp.Or(
		cmp.Compare(n.part, m.part),
		l.published(m.other).Compare(l.published(n.other)),
		cmp.Compare(m.other, n.other),
	) < 0
}
