package provenance

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// Audited is what the credit audit says of an article.
type Audited struct {
	Article  int
	Finding  news.AuditFinding
	Copied   Copied
	From     int    // the article that it took its copy from, -1 for none in the folder
	Origin   string // the agency or outlet whose copy it is, empty when unknown
	Evidence []string
}

// mostlyOwn is the share of others' words below which an article is mostly its own
// text: half of it.
const mostlyOwn = 0.5

// Audit says of each article that carries others' copy, or credits an agency, whether
// the one goes with the other. lineages are by family, copied by article. Articles of
// which there is nothing to say are left out.
func (f *Folder) Audit(lineages []Lineage, copied []Copied) []Audited {
	a := auditor{Folder: f, lineages: lineages, origins: f.origins(lineages), copied: copied}
	a.compare()
	var audited []Audited
	for i := range f.Articles {
		if found, ok := a.audit(i); ok {
			audited = append(audited, found)
		}
	}
	return audited
}

// auditor holds what is known of all articles.
type auditor struct {
	*Folder
	lineages []Lineage
	origins  []origin
	copied   []Copied
	copies   map[ofEvent]int // articles of an event that carry an agency's copy
}

// ofEvent is an agency's copy on one event.
type ofEvent struct {
	event  int
	agency string
}

func (a *auditor) event(article int) int {
	if a.EventOf == nil {
		return a.FamilyOf[article]
	}
	return a.EventOf[article]
}

// compare counts the copies of each agency's stories on each event, by which those
// that only credit it can be told from those that ran it.
func (a *auditor) compare() {
	a.copies = map[ofEvent]int{}
	for i, family := range a.Families {
		if name := a.writer(a.lineages[i].Source); name != "" && len(family.Articles) > 1 {
			a.copies[ofEvent{a.event(family.Articles[0]), name}] += len(family.Articles)
		}
	}
}

func (a *auditor) audit(i int) (Audited, bool) {
	family := a.FamilyOf[i]
	found := Audited{Article: i, Copied: a.copied[i], From: a.origins[i].Article}
	credited := a.creditsOf(i)
	switch {
	case len(a.Families[family].Articles) < 2:
		return a.alone(found, credited)
	case a.origins[i].itself:
		found.Finding, found.Origin = news.AuditOrigin, a.writer(a.lineages[family].Source)
		return found, true
	case a.ownCopy(i, a.origins[i].Source):
		return found, false // another edition of its own story
	case !a.origins[i].known() && a.creditsAnother(i, credited):
		found.Finding, found.Origin, found.Evidence = news.AuditReplaced, a.writer(a.lineages[family].Source), proofs(credited)
		return found, true
	case !a.origins[i].known():
		found.Finding = news.AuditUndecided
		found.Evidence = []string{"others ran the same copy, and who took it from whom is not known"}
		return found, true
	}
	found.Origin = cmp.Or(a.writer(a.lineages[family].Source), a.origins[i].Outside)
	a.credit(&found, credited)
	return found, true
}

// alone audits an article that shares its copy with nobody.
func (a *auditor) alone(found Audited, credited []news.Credit) (Audited, bool) {
	if len(credited) == 0 {
		return found, false
	}
	found.Origin = credited[0].Agency
	found.Evidence = proofs(credited)
	found.Finding = news.AuditUnchecked
	if others := a.copies[ofEvent{a.event(found.Article), found.Origin}]; others > 0 {
		found.Finding = news.AuditMostlyOwn
		found.Evidence = append(found.Evidence, fmt.Sprintf("%d others here ran a story of %s, of which it has no copy", others, found.Origin))
	}
	return found, true
}

// credit audits an article that is the copy of a known origin.
func (a *auditor) credit(found *Audited, credited []news.Credit) {
	of := slices.DeleteFunc(slices.Clone(credited), func(c news.Credit) bool { return !a.names(c.Agency, found) })
	of = append(of, a.named(found)...)
	switch {
	case len(of) > 0 && found.Copied.Taken > 0 && found.Copied.Share() < mostlyOwn && found.Copied.Undecided == 0:
		found.Finding, found.Evidence = news.AuditMostlyOwn, proofs(of)
	case len(of) > 0:
		found.Finding, found.Evidence = news.AuditCredited, proofs(of)
	case len(credited) > 0:
		found.Finding, found.Evidence = news.AuditReplaced, proofs(credited)
		a.removedFrom(found)
	default:
		found.Finding = news.AuditUncredited
		if a.removedFrom(found) {
			found.Finding = news.AuditRemoved
		}
	}
}

// names reports whether a credit names the origin of an article, or the outlet that
// it took the copy from.
func (a *auditor) names(credit string, found *Audited) bool {
	if credit == found.Origin {
		return true
	}
	return found.From >= 0 && (credit == a.Articles[found.From].Outlet.Name || a.publishedBy(found.From, credit))
}

// named are the places where an article names the outlet whose copy it carries: "first
// reported by the Coastal Herald".
func (a *auditor) named(found *Audited) (named []news.Credit) {
	if found.Copied.Taken == 0 {
		return nil
	}
	for _, n := range a.namings(found.Article) {
		if n.outlet != "" && n.outlet == outletKey(found.Origin) {
			named = append(named, news.Credit{Agency: found.Origin, Evidence: n.proof})
		}
	}
	return named
}

// creditsAnother reports an article that credits agencies, and none of them is the one
// whose copy its family is known to be.
func (a *auditor) creditsAnother(i int, credited []news.Credit) bool {
	name := a.writer(a.lineages[a.FamilyOf[i]].Source)
	return name != "" && len(credited) > 0 && !slices.ContainsFunc(credited, func(c news.Credit) bool { return c.Agency == name })
}

// removedFrom notes that the article from which the copy was taken credits its
// origin in its text, and reports whether it does.
func (a *auditor) removedFrom(found *Audited) bool {
	if found.From < 0 {
		return false
	}
	for _, c := range a.creditsOf(found.From) {
		if c.Agency == found.Origin && c.Span.Len() > 0 {
			found.Evidence = append(found.Evidence, fmt.Sprintf("%s, from which it took the copy, has “%s”", a.name(found.From), c.Evidence))
			return true
		}
	}
	return false
}

// creditsOf are the agencies that an article credits for its words.
func (a *auditor) creditsOf(i int) (text []news.Credit) {
	for _, c := range a.Articles[i].Credits {
		if c.Kind == news.CreditText {
			text = append(text, c)
		}
	}
	return text
}

func proofs(credits []news.Credit) []string {
	var list []string
	for _, c := range credits {
		if !slices.Contains(list, c.Evidence) {
			list = append(list, c.Evidence)
		}
	}
	return list
}
