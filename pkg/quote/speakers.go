package quote

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// SpeakersOf are the speakers that the carriers of an utterance name, each by a
// quotation that names him most fully: first the one whom most name, then others who
// have no name in common with him. Who is told by what he is alone, "the company", is
// no other speaker than Spotify, and counts where nobody is named.
func SpeakersOf(u Utterance, quotations []Quotation) []int {
	type named struct{ quotation, times int }
	var all []named
	for _, c := range u.Carriers {
		s := &quotations[c.Quotation].Speaker
		if s.Name == "" {
			continue
		}
		i := slices.IndexFunc(all, func(n named) bool { return !Differ(quotations[n.quotation].Speaker.Name, s.Name) })
		if i < 0 {
			all = append(all, named{c.Quotation, 1})
			continue
		}
		all[i].times++
		if s.fuller(&quotations[all[i].quotation].Speaker) {
			all[i].quotation = c.Quotation
		}
	}
	isName := func(n named) bool { return quotations[n.quotation].Speaker.isName() }
	slices.SortStableFunc(all, func(a, b named) int {
		return cmp.Or(first(!isName(a), !isName(b)), cmp.Compare(b.times, a.times))
	})
	var list []int
	for i, n := range all {
		if i == 0 || isName(n) {
			list = append(list, n.quotation)
		}
	}
	return list
}

// isName reports a speaker who is named, and not only told by what he is: "the
// company", "a US official". Where there are no capital letters nobody can tell.
func (s *Speaker) isName() bool {
	c, _ := utf8.DecodeRuneInString(s.Name[strings.LastIndexByte(s.Name, ' ')+1:])
	return !unicode.IsLower(c)
}

// fuller reports whether a speaker is told by a longer name, or the same with a title.
func (s *Speaker) fuller(than *Speaker) bool {
	a, b := utf8.RuneCountInString(s.Name), utf8.RuneCountInString(than.Name)
	return a > b || a == b && s.Title != "" && than.Title == ""
}
