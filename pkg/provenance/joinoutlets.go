package provenance

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// JoinOutlets gives one name to outlets that are surely the same, and adds to
// the evidence of an article whose outlet it renames by what. It looks at all
// articles of a run, in any order, and joins
//
//   - spellings of one name: "The Coastal Herald", "COASTAL HERALD",
//     "coastal-herald", unless their articles stand on different sites. Of one word,
//     "The" makes another name: Sun is not The Sun.
//   - a host and the name of an article on it, if a page gives it as its site's name
//     or if it spells the host: "The Coastal Herald" and coastalherald.example. A
//     host with several such names is joined to none of them.
//
// The name that stays is the list's, else that of most articles, a host never.
func JoinOutlets(articles []news.Article, known KnownOutlets) {
	seen := sight(articles)
	joined := map[string]joining{}
	joinHosts(joinSpellings(seen, known, joined), joined)
	for i := range articles {
		a := &articles[i]
		for range 2 { // a spelling of a host with the host, and that with its name
			if to, ok := joined[a.Outlet.Name]; ok {
				a.Outlet.Evidence += "; joined with " + to.name + " by " + to.by
				a.Outlet.Name = to.name
			}
		}
	}
}

// joining is the name that an outlet gets, and why.
type joining struct{ name, by string }

// sighted is what the articles of a run show of one name.
type sighted struct {
	name     string
	host     string // that it is, empty for other names
	articles int
	sites    map[string]site // by host
}

// site is what the articles of a name on one host show: the first of them by id,
// and whether the host bears that name.
type site struct {
	article string
	proven  bool
}

// or is what two sites of one host show.
func (s site) or(t site) site {
	if s.article == "" || t.proven && !s.proven || t.proven == s.proven && t.article != "" && t.article < s.article {
		return t
	}
	return s
}

// sight collects the names of outlets, by their keys, and the hosts that they were
// seen on.
func sight(articles []news.Article) map[string][]*sighted {
	by := map[string]*sighted{}
	for i := range articles {
		a := &articles[i]
		name := a.Outlet.Name
		if name == "" {
			continue
		}
		s := by[name]
		if s == nil {
			s = &sighted{name: name, host: hostNamed(name), sites: map[string]site{}}
			by[name] = s
		}
		s.articles++
		if host := publisherHost(a.URL); host != "" {
			proven := s.host == "" && (strings.HasPrefix(a.Outlet.Evidence, news.FromSiteName) || spells(name, host))
			s.sites[host] = s.sites[host].or(site{a.ID, proven})
		}
	}
	groups := map[string][]*sighted{}
	for _, name := range slices.Sorted(maps.Keys(by)) {
		key := nameKey(name)
		if host := by[name].host; host != "" {
			key = host // which a hyphen makes another
		}
		groups[key] = append(groups[key], by[name])
	}
	return groups
}

// joinSpellings joins the spellings of each name with its leader, and returns the
// names that lead.
func joinSpellings(groups map[string][]*sighted, known KnownOutlets, joined map[string]joining) (leaders []*sighted) {
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		group := groups[key]
		slices.SortStableFunc(group, func(a, b *sighted) int {
			return cmp.Or(first(known.has(b.name), known.has(a.name)), cmp.Compare(b.articles, a.articles),
				cmp.Compare(shouted(a.name), shouted(b.name)), cmp.Compare(len(b.name), len(a.name)))
		})
		leader := group[0]
		leaders = append(leaders, leader)
		for _, s := range group[1:] {
			if key == "" || !sameName(s.name, leader.name) || !s.mayStandWith(leader) {
				leaders = append(leaders, s)
				continue
			}
			joined[s.name] = joining{leader.name, "its spelling, " + s.name}
			for host, site := range s.sites {
				leader.sites[host] = leader.sites[host].or(site)
			}
		}
	}
	return leaders
}

// first orders what holds before what does not.
func first(b, a bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// shouted is 1 for a spelling that is less fit to be the name, in capitals or small
// letters throughout.
func shouted(name string) int {
	if strings.ToUpper(name) == name || strings.ToLower(name) == name {
		return 1
	}
	return 0
}

// sameName reports whether two names of one key are spellings of one. Without
// "The", a name of one word may be another's.
func sameName(a, b string) bool {
	return squeeze(a) == squeeze(b) || severalWords(a) && severalWords(b)
}

func severalWords(name string) bool {
	return len(strings.FieldsFunc(name, func(r rune) bool { return !isNamePart(r) })) > 1
}

// mayStandWith reports whether two names share a site, or one has none.
func (s *sighted) mayStandWith(t *sighted) bool {
	if len(s.sites) == 0 || len(t.sites) == 0 {
		return true
	}
	for host := range s.sites {
		if _, ok := t.sites[host]; ok {
			return true
		}
	}
	return false
}

// joinHosts joins the names that are hosts with the only name that they bear.
func joinHosts(leaders []*sighted, joined map[string]joining) {
	type proof struct {
		name, article string
		several       bool
	}
	proofs := map[string]proof{}
	for _, s := range leaders {
		for host, site := range s.sites {
			if site.proven {
				_, taken := proofs[host]
				proofs[host] = proof{s.name, site.article, taken}
			}
		}
	}
	for _, s := range leaders {
		if p, ok := proofs[s.host]; ok && !p.several {
			joined[s.name] = joining{p.name, "the address of " + p.article}
		}
	}
}

// spells reports whether a host is the name written as one word, as
// coastalherald.example is "The Coastal Herald".
func spells(name, host string) bool {
	domain := registrable(host)
	label, _, _ := strings.Cut(domain, ".")
	whole, key := squeeze(name), nameKey(name)
	for _, written := range []string{squeeze(label), squeeze(domain)} {
		if written != "" && (written == whole || written == key) {
			return true
		}
	}
	return false
}
