package extract

import (
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// MarkTemplates makes boilerplate of the paragraphs that one outlet repeats, to
// the letter, over articles that have nothing else in common: newsletter
// pitches, notes about the paper. A paragraph that other outlets carry too is
// never marked, for that is what a wire looks like; nor is one in the editions
// of a single story, which share their other paragraphs as well.
func MarkTemplates(articles []news.Article) {
	seen := map[string]*repeated{}
	for i := range articles {
		a := &articles[i]
		a.Body(func(p news.Span) {
			if p.Len() > longestTemplate {
				return
			}
			text := a.Text[p.Start:p.End]
			r := seen[text]
			if r == nil {
				r = &repeated{outlet: outletKey(a)}
				seen[text] = r
			}
			r.mixed = r.mixed || r.outlet != outletKey(a)
			if n := len(r.articles); n == 0 || r.articles[n-1] != i {
				r.articles = append(r.articles, i)
			}
		})
	}
	unrelated := func(a, b int) bool { return sharesLittle(articles, a, b, seen) }
	var templates []*news.Paragraph
	for i := range articles {
		a := &articles[i]
		for k := range a.Paragraphs {
			p := &a.Paragraphs[k]
			if r := seen[a.Text[p.Start:p.End]]; p.Role == news.RoleBody && r != nil && r.template(unrelated) {
				templates = append(templates, p)
			}
		}
	}
	for _, p := range templates { // only now: what is marked is no body any more
		p.Role = news.RoleBoilerplate
	}
}

// A template is short, and three unrelated articles show it.
const (
	longestTemplate = 600 // bytes
	templateUses    = 3
)

// repeated is a paragraph with the articles that hold it.
type repeated struct {
	outlet   string
	mixed    bool // several outlets hold it
	articles []int
	judged   bool
	verdict  bool
}

// template judges once whether the paragraph is one: of its articles, each must
// be unrelated to the one before and after it.
func (r *repeated) template(unrelated func(a, b int) bool) bool {
	if r.judged {
		return r.verdict
	}
	r.judged = true
	if r.mixed || r.outlet == "" || len(r.articles) < templateUses {
		return false
	}
	apart := 1
	for k := 1; k < len(r.articles); k++ {
		if unrelated(r.articles[k-1], r.articles[k]) {
			apart++
		}
	}
	r.verdict = apart >= templateUses && 3*apart >= 2*len(r.articles)
	return r.verdict
}

// outletKey is the outlet, or the folder that the file lies in.
func outletKey(a *news.Article) string {
	if a.Outlet.Name != "" {
		return a.Outlet.Name
	}
	if at := strings.LastIndexByte(a.Path, '/'); at > 0 {
		return "folder " + a.Path[:at]
	}
	return ""
}

// sharesLittle reports whether less than half of article a's text stands in b
// too, paragraph for paragraph.
func sharesLittle(articles []news.Article, a, b int, seen map[string]*repeated) bool {
	all, shared := 0, 0
	article := &articles[a]
	article.Body(func(p news.Span) {
		all += p.Len()
		if r := seen[article.Text[p.Start:p.End]]; r != nil {
			if _, found := slices.BinarySearch(r.articles, b); found {
				shared += p.Len()
			}
		}
	})
	return 2*shared < all
}
