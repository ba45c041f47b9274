package pipeline

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/cluster"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/provenance"
)

// groupFamilies puts articles that carry the same copy together.
func (f *findings) groupFamilies(opts Options) {
	copies := f.copies(opts)
	if opts.Links > 0 {
		f.kept.copies = copies
	}
	f.Families = cluster.Families(len(f.Articles), copies, opts.Families)
	f.FamilyOf = make([]int, len(f.Articles))
	for i, family := range f.Families {
		for _, a := range family.Articles {
			f.FamilyOf[a] = i
		}
	}
}

// copies are the pairs of articles of which one carries the other's copy.
func (f *findings) copies(opts Options) (copies []cluster.Copy) {
	least := opts.Families.Likeness * opts.floor()
	for i := 0; i < len(f.Matches); {
		s := star{findings: f, centre: f.Matches[i].A}
		for ; i < len(f.Matches) && f.Matches[i].A == s.centre; i++ {
			m := &f.Matches[i]
			if m.Overlap.Instalment() && f.mayBeInstalments(m, opts.Event.Window) {
				continue
			}
			likeness := sixPlaces(m.Overlap.Likeness())
			if likeness >= least {
				a, b := m.Overlap.Contained()
				copies = append(copies, cluster.Copy{A: m.A, B: m.B, Likeness: likeness, Same: min(a, b) >= opts.Families.Same})
			}
			if m.Star && likeness >= starLikeness {
				copies = append(copies, s.copies(m)...)
			}
		}
	}
	return copies
}

// mayBeInstalments reports whether two articles can be issues of a report that comes
// again and again: they are of different days, either far apart or of one outlet.
// What another outlet has the next day is a copy in which numbers were put right.
func (f *findings) mayBeInstalments(m *provenance.Match, window int) bool {
	a, b := &f.Articles[m.A], &f.Articles[m.B]
	days, known := a.Time.DaysApart(b.Time)
	return known && (days > window || days > 0 && oneHouse(a, b))
}

// oneHouse reports whether two articles are of one outlet.
func oneHouse(a, b *news.Article) bool {
	return a.Outlet.Name != "" && a.Outlet.Name == b.Outlet.Name
}

// star finds out which of the very many articles that were compared with one
// alone, the centre, are copies of each other: those that have the same words of
// it. The centre may be a round-up of two wires.
type star struct {
	*findings
	centre  int
	leaders []*provenance.Match
}

const (
	// mostLeaders bounds how many different texts a star is searched for.
	mostLeaders = 32
	// starLikeness makes two of its articles one text. It is the default of
	// [cluster.Options], whatever is asked for instead: which articles lead does not
	// change with that.
	starLikeness = 0.30
)

// copies links the article to the first whose words of the centre it shares. The
// first of a text has nobody to be linked to.
func (s *star) copies(m *provenance.Match) []cluster.Copy {
	for _, leader := range s.leaders {
		longer := max(s.Texts[m.B].Len(), s.Texts[leader.B].Len())
		if likeness := sixPlaces(float64(inBoth(m.Passages, leader.Passages)) / float64(longer)); likeness >= starLikeness {
			return []cluster.Copy{{A: leader.B, B: m.B, Likeness: likeness, Star: true}}
		}
	}
	if len(s.leaders) < mostLeaders {
		s.leaders = append(s.leaders, m)
	}
	return nil
}

// inBoth is how many words of A both lists of passages hold.
func inBoth(x, y []news.Passage) (words int) {
	runsX, runsY := runsOf(x), runsOf(y)
	for len(runsX) > 0 && len(runsY) > 0 {
		r, t := runsX[0], runsY[0]
		words += max(0, min(r.A+r.Words, t.A+t.Words)-max(r.A, t.A))
		if r.A+r.Words < t.A+t.Words {
			runsX = runsX[1:]
		} else {
			runsY = runsY[1:]
		}
	}
	return words
}

// runsOf are the runs of passages, in the order of A.
func runsOf(passages []news.Passage) (runs []news.Run) {
	for _, p := range passages {
		if !p.Again {
			runs = append(runs, p.Runs...)
		}
	}
	slices.SortFunc(runs, func(x, y news.Run) int { return cmp.Compare(x.A, y.A) })
	return runs
}
