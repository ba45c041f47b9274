package report

import (
	"slices"

	"github.com/wireprint/wireprint/pkg/news"
)

// row is what a reader is told about a paragraph. All its strings are clean.
type row struct {
	text    string
	alone   bool      // nobody but one article has it
	carried []carried // the classes that occur, from verbatim to quote
}

// carried is who carried a paragraph in one way.
type carried struct {
	class    news.CarrierClass
	outlets  []string
	versions []version // what was changed, the most common first
}

// version is a wording of a paragraph with those who ran it so.
type version struct {
	outlets []string
	changes []news.Change
	text    string // instead of changes, of a paragraph that was rewritten
}

// changed reports whether it has other words than the row.
func (v version) changed() bool { return len(v.changes) > 0 || v.text != "" }

// carrierClasses are the classes in the order in which they are told.
var carrierClasses = [...]news.CarrierClass{
	news.Verbatim, news.Edited, news.Rewritten, news.Excerpt, news.Quote,
}

// tellRow sums up a paragraph row. name gives an article's name.
func tellRow(r *news.Row, name func(id string) string) row {
	told := row{text: clean(r.Text), alone: len(r.Carriers) == 1}
	for _, class := range carrierClasses {
		var carriers []news.Carrier
		for _, c := range r.Carriers {
			if c.Class == class {
				carriers = append(carriers, c)
			}
		}
		if len(carriers) == 0 {
			continue
		}
		c := carried{class: class, outlets: outletsOf(carriers, name)}
		if tellsChanges(class, carriers) {
			c.versions = versionsOf(carriers, name)
		}
		told.carried = append(told.carried, c)
	}
	return told
}

// tellsChanges reports whether the carriers of a class have wordings to be told:
// word by word, or of a paragraph that was rewritten as a whole.
func tellsChanges(class news.CarrierClass, carriers []news.Carrier) bool {
	changed := slices.ContainsFunc(carriers, func(c news.Carrier) bool { return len(c.Changes) > 0 || c.Text != "" })
	return changed && class != news.Verbatim
}

// outletsOf names the carriers' outlets, in the carriers' order, as often as each has an
// article among them.
func outletsOf(carriers []news.Carrier, name func(id string) string) []string {
	outlets := make([]string, len(carriers))
	for i, c := range carriers {
		outlets[i] = name(c.Article)
		if c.Outlet != "" {
			outlets[i] = outletName(c.Outlet)
		}
	}
	return outlets
}

// counted names each once; "×2" follows what is there twice.
func counted(names []string) []string {
	var order []string
	times := make(map[string]int)
	for _, name := range names {
		if times[name] == 0 {
			order = append(order, name)
		}
		times[name]++
	}
	for i, name := range order {
		if n := times[name]; n > 1 {
			order[i] += " ×" + number(n)
		}
	}
	return order
}

// versionsOf puts carriers that made the same changes together, those that made none
// first and then the most.
func versionsOf(carriers []news.Carrier, name func(id string) string) []version {
	var groups [][]news.Carrier
	for _, c := range carriers {
		same := func(g []news.Carrier) bool {
			return g[0].Text == c.Text && (c.Text != "" || slices.Equal(g[0].Changes, c.Changes))
		}
		if i := slices.IndexFunc(groups, same); i >= 0 {
			groups[i] = append(groups[i], c)
		} else {
			groups = append(groups, []news.Carrier{c})
		}
	}
	versions := make([]version, len(groups))
	slices.SortStableFunc(groups, func(a, b []news.Carrier) int { return len(b) - len(a) })
	for i, g := range groups {
		versions[i] = version{outletsOf(g, name), g[0].Changes, clean(g[0].Text)}
	}
	slices.SortStableFunc(versions, func(a, b version) int { return trueFirst(!a.changed(), !b.changed()) })
	return versions
}
