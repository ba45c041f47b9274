package provenance

import (
	"cmp"
	"slices"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/cluster"
	"github.com/wireprint/wireprint/pkg/news"
)

// Folder is all that the stages before have found. Articles are known by their
// numbers, which run in order of publication, unknown times last.
type Folder struct {
	Articles []news.Article
	Texts    []align.Text // the words of each article
	Matches  []Match
	Families []cluster.Family
	FamilyOf []int // by article
	EventOf  []int // by article; nil when events are off
	Known    KnownOutlets

	outlets  map[string]bool // keys of those that are known, see [outletKey]
	links    [][]link        // by article
	touching [][][]int       // by article and paragraph: the links with words in it
}

// Match is a pair of articles that share passages. A < B.
type Match struct {
	A, B     int
	Passages []news.Passage
	Overlap  align.Overlap
	Class    news.Class
	Cosine   float64
	Star     bool // B is one of very many that share a passage with A, and are linked to A alone
}

// link is a match as one of its two articles sees it.
type link struct {
	other int
	match *Match
	flip  bool // the article is the match's B
}

// Prepare makes the matches of each article easy to find. It must be called
// once the fields are set. A match of a phrase tells nothing about provenance.
func (f *Folder) Prepare() {
	f.links = make([][]link, len(f.Articles))
	for i := range f.Matches {
		m := &f.Matches[i]
		if m.isPhrase() {
			continue
		}
		f.links[m.A] = append(f.links[m.A], link{other: m.B, match: m})
		f.links[m.B] = append(f.links[m.B], link{other: m.A, match: m, flip: true})
	}
	f.touch()
	f.outlets = map[string]bool{}
	for i := range f.Articles {
		if name := f.Articles[i].Outlet.Name; name != "" {
			f.outlets[outletKey(name)] = true
		}
	}
}

// inParagraph lists the links that have words in an article's i-th paragraph, by
// their numbers.
func (f *Folder) inParagraph(a, i int) []int {
	if f.touching[a] == nil {
		return nil
	}
	return f.touching[a][i]
}

// linksIn returns the links that have words in a range of article a.
func (f *Folder) linksIn(a int, r news.Range) []link {
	var numbers []int
	for i, p := range f.Texts[a].Paragraphs {
		if p.Start < r.End && r.Start < p.End {
			numbers = append(numbers, f.inParagraph(a, i)...)
		}
	}
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	links := make([]link, len(numbers))
	for i, n := range numbers {
		links[i] = f.links[a][n]
	}
	return links
}

// touch notes which paragraphs of each article its links have words in.
func (f *Folder) touch() {
	f.touching = make([][][]int, len(f.Articles))
	for a, links := range f.links {
		if len(links) == 0 {
			continue
		}
		paragraphs := f.Texts[a].Paragraphs
		f.touching[a] = make([][]int, len(paragraphs))
		for n, l := range links {
			l.runs(func(r news.Run) {
				i, _ := slices.BinarySearchFunc(paragraphs, r.A, func(p news.Range, word int) int { return cmp.Compare(p.End, word+1) })
				for ; i < len(paragraphs) && paragraphs[i].Start < r.A+r.Words; i++ {
					list := &f.touching[a][i]
					if k := len(*list); k == 0 || (*list)[k-1] != n {
						*list = append(*list, n)
					}
				}
			})
		}
	}
}

// isPhrase reports a match of nothing but set phrases: no passage has words enough,
// or quoted words.
func (m *Match) isPhrase() bool {
	if m.Class != news.PhraseOnly {
		return false
	}
	least := int(partWords * m.Overlap.Word)
	if 2*m.Overlap.Quoted > m.Overlap.SharedA {
		least = int(quotedWords * m.Overlap.Word)
	}
	return !slices.ContainsFunc(m.Passages, func(p news.Passage) bool { return p.Equal >= least })
}

// runs calls do with each run of the match, as the article sees it: A is the
// article itself. What one of the two repeats is left out.
func (l link) runs(do func(news.Run)) {
	for _, p := range l.match.Passages {
		if p.Again {
			continue
		}
		for _, r := range p.Runs {
			if l.flip {
				r.A, r.B = r.B, r.A
			}
			do(r)
		}
	}
}

// shared is how many of the article's own news words the other one carries.
func (l link) shared() int {
	if l.flip {
		return int(l.match.Overlap.SharedB)
	}
	return int(l.match.Overlap.SharedA)
}
