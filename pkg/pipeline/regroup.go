package pipeline

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/wireprint/wireprint/pkg/cluster"
	"github.com/wireprint/wireprint/pkg/event"
	"github.com/wireprint/wireprint/pkg/news"
)

// ErrNoLinks is what [NewRegrouping] returns for a report that does not list what
// its groups were made of.
var ErrNoLinks = errors.New("the report does not list what its groups were made of, so they cannot be made again")

// Regrouping makes the groups of a report again, at other thresholds than the scan
// that wrote it and without reading a story. It calls the same functions as a scan
// does: at the report's own thresholds it gives the report's own groups, at others
// those of a scan with these.
//
// Only what the report lists can be grouped. Thresholds must not be lower than so
// many times the report's own as its option links says.
type Regrouping struct {
	Options Options // of the scan, as far as they are in the report

	ids      []string // by article, in order of publication
	familyOf []int    // by article
	kept
}

// NewRegrouping takes from a report what its groups were made of. It refuses a
// report without, see [ErrNoLinks], and one whose links are of no article of its.
func NewRegrouping(r *news.Report) (*Regrouping, error) {
	g := &Regrouping{ids: make([]string, len(r.Articles)), familyOf: make([]int, len(r.Articles))}
	if err := json.Unmarshal(r.Run.Options, &g.Options); err != nil {
		return nil, fmt.Errorf("the report's options: %w", err)
	}
	if g.Options.Links <= 0 {
		return nil, ErrNoLinks
	}
	n := numbering{}
	for i := range r.Articles {
		a := &r.Articles[i]
		if a.Rank < 1 || a.Rank > len(g.ids) || g.ids[a.Rank-1] != "" {
			return nil, fmt.Errorf("article %q has no rank of its own", a.ID)
		}
		g.ids[a.Rank-1], n[a.ID] = a.ID, a.Rank-1
	}
	if err := g.takeFamilies(r, n); err != nil {
		return nil, err
	}
	return g, errors.Join(g.takeCopies(r, n), g.takeTies(r, n))
}

// numbering is the number of each article, by id.
type numbering map[string]int

// of numbers the articles of a link.
func (n numbering) of(a, b string) (x, y int, err error) {
	x, known := n[a]
	y, both := n[b]
	if !known || !both {
		return 0, 0, fmt.Errorf("a link of %q and %q, not both of which are articles of the report", a, b)
	}
	return x, y, nil
}

func (g *Regrouping) takeFamilies(r *news.Report, n numbering) error {
	g.groups, g.speakers, g.follows = make([]cluster.Group, len(r.Families)), make([]int, len(r.Families)), numbersTo(len(r.Families))
	number := make(map[string]int, len(r.Families))
	for i, f := range r.Families {
		number[f.ID] = i
	}
	for i, f := range r.Families {
		if f.Follows != "" {
			leader, known := number[f.Follows]
			if !known {
				return fmt.Errorf("family %s follows %q, which the report lacks", f.ID, f.Follows)
			}
			g.follows[i] = leader
		}
		for _, id := range f.Articles {
			a, known := n[id]
			if !known {
				return fmt.Errorf("family %s has an article %q that the report lacks", f.ID, id)
			}
			g.familyOf[a] = i
		}
		from, errFrom := dayOf(f.From, 1) // of no known day
		to, errTo := dayOf(f.To, 0)
		if err := errors.Join(errFrom, errTo); err != nil {
			return fmt.Errorf("family %s: %w", f.ID, err)
		}
		g.groups[i], g.speakers[i] = cluster.Group{Size: len(f.Articles), From: from, To: to}, f.Speakers
	}
	g.groups = led(g.groups, g.follows)
	return nil
}

// dayOf reads what dateOf wrote; none stands for no date.
func dayOf(date string, none int) (int, error) {
	if date == "" {
		return none, nil
	}
	t, err := time.Parse(time.DateOnly, date)
	return news.DayOf(t).DayNumber(), err
}

func (g *Regrouping) takeCopies(r *news.Report, n numbering) error {
	g.copies = make([]cluster.Copy, len(r.FamilyLinks))
	for i, l := range r.FamilyLinks {
		a, b, err := n.of(l.A, l.B)
		if err != nil {
			return err
		}
		g.copies[i] = cluster.Copy{A: a, B: b, Likeness: l.Likeness, Same: l.Same, Star: l.Star}
	}
	return nil
}

func (g *Regrouping) takeTies(r *news.Report, n numbering) error {
	g.ties = make([]tie, len(r.EventLinks))
	for i, l := range r.EventLinks {
		a, b, err := n.of(l.A, l.B)
		if err != nil {
			return err
		}
		g.ties[i] = tie{a, b, event.Tie{Cosine: l.Cosine, Quoted: l.Quoted, Words: l.Words, OneOutlet: l.OneOutlet, Undated: l.Undated}}
	}
	return nil
}

// Families groups the articles by common copy. It returns the family of each
// article: numbered as in a report, but no more than that.
func (g *Regrouping) Families(opts cluster.Options) map[string]string {
	of := make(map[string]string, len(g.ids))
	for i, family := range cluster.Families(len(g.ids), g.copies, opts) {
		for _, a := range family.Articles {
			of[g.ids[a]] = writer{}.familyID(i)
		}
	}
	return of
}

// Events groups the report's families by event. It returns the event of each
// article, as Families does.
func (g *Regrouping) Events(opts event.Options) map[string]string {
	fits := make([]fit, 0, len(g.ties))
	for _, t := range g.ties {
		if value, ok := opts.FitOf(t.Tie); ok {
			fits = append(fits, fit{int32(t.a), int32(t.b), float32(value)})
		}
	}
	links := familyLinks([][]fit{fits}, g.familyOf, g.groups, g.speakers)
	eventOf := make([]string, len(g.groups)) // by family
	for i, families := range eventsOf(g.groups, links, g.follows, opts.Reach()).events {
		for _, f := range families {
			eventOf[f] = writer{}.eventID(i)
		}
	}
	of := make(map[string]string, len(g.ids))
	for a, id := range g.ids {
		of[id] = eventOf[g.familyOf[a]]
	}
	return of
}
