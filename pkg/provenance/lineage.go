package provenance

import (
	"cmp"
	"math"
	"slices"
)

// Lineage is where a family's copy came from, and whom each of its articles took
// it from.
type Lineage struct {
	Source Source
	Copies []Copy // of all articles but the source, in the family's order
}

// Source is where copy came from: an article of the folder, or, where Article is
// -1, the agency or outlet Outside. Without either it is unknown.
type Source struct {
	Article  int
	Outside  string
	Score    float64 // how sure that is, 0 to 1; 0 when it is unknown
	Evidence []string
}

func (s Source) known() bool { return s.Article >= 0 || s.Outside != "" }

// Copy says whom an article took its copy from: the nearest that it is known to
// carry the copy of, which may have passed through others.
type Copy struct {
	Article int
	From    Source
}

// Lineage traces the copy of a family. Its cost is linear in the links between the
// family's articles.
func (f *Folder) Lineage(family int) Lineage {
	articles := f.Families[family].Articles
	if len(articles) == 1 {
		return Lineage{Source: Source{Article: articles[0], Score: 1, Evidence: []string{"no other article carries this copy"}}}
	}
	k := kin{Folder: f, articles: articles, members: make([]member, len(articles)), first: map[string]int{}}
	for i, a := range articles {
		k.members[i] = member{outlet: outletKey(f.Articles[a].Outlet.Name), credits: f.textCredits(a), namings: f.namings(a)}
		if _, ok := k.first[k.members[i].outlet]; !ok {
			k.first[k.members[i].outlet] = i
		}
	}
	delete(k.first, "")
	k.origin()
	k.read()
	k.comparisons()
	return Lineage{Source: k.source, Copies: k.copies()}
}

// kin is a family whose copy is traced.
type kin struct {
	*Folder
	articles []int
	members  []member       // of articles
	first    map[string]int // by outlet: the first member of it
	answers  []answer       // possible sources of the family
	odds     []float64
	source   Source
	compared map[[2]int]comparison // by the numbers of two members, the lower one first
}

// member is what is known of an article of the family.
type member struct {
	outlet  string // its key, see [outletKey]
	credits []textCredit
	namings []naming
	reading reading
	links   []link // to other members
	parents []int  // members with which it has changes in common, or that it names
}

// index is the number of an article among the family's.
func (k *kin) index(a int) int {
	i, _ := slices.BinarySearch(k.articles, a)
	return i
}

// copies says whom each article but the source took the copy from.
func (k *kin) copies() []Copy {
	var list []Copy
	for i, a := range k.articles {
		if a != k.source.Article {
			list = append(list, Copy{Article: a, From: k.takenFrom(i)})
		}
	}
	return k.withoutCircles(list)
}

// withoutCircles takes out the weakest link of any that lead back to themselves,
// which only contradictory evidence makes.
func (k *kin) withoutCircles(copies []Copy) []Copy {
	of := make(map[int]int, len(copies)) // by article
	for i, c := range copies {
		of[c.Article] = i
	}
	state := make([]int, len(copies)) // the walk in which it was passed
	for start := range copies {
		var way []int
		i, ok := start, true
		for ok && state[i] == 0 {
			state[i] = start + 1
			way = append(way, i)
			i, ok = of[copies[i].From.Article]
		}
		if !ok || state[i] != start+1 {
			continue
		}
		circle := way[slices.Index(way, i):]
		weakest := slices.MinFunc(circle, func(x, y int) int { return cmp.Compare(copies[x].From.Score, copies[y].From.Score) })
		copies[weakest].From = Source{Article: -1, Evidence: []string{"the evidence leads round in a circle"}}
	}
	return copies
}

// round keeps two places of a score, which is no more exact than that and never
// certain.
func round(x float64) float64 { return min(0.99, math.Round(x*100)/100) }
