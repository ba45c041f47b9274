package provenance

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
)

// What an outlet cut from the dispatch and what it put in is told by paragraphs,
// however it joined and split them.
func TestVersions(t *testing.T) {
	const (
		fire    = "A ferry caught fire at its berth in Port Ellen on Monday and twelve people were taken to hospital, the coastguard said."
		crew    = "The crew of nine left the ship by the stern ramp, and nobody was missing when they were counted on the pier."
		weather = "Winds had kept the boats in harbour since Friday, and the morning sailing was the first of the week to the islands."
		inquiry = "An inquiry will begin once the hull has cooled, the harbour master told the council in a letter on Tuesday."
		own     = "Islanders queued for bread at the only shop while the mail waited on the mainland, as it does in any storm."
	)
	wire := strings.Join([]string{fire, crew, weather, inquiry}, "\n\n")
	f := newFolder(
		story("wire", wire),
		story("abridged", fire+"\n\n"+crew),
		story("local", own+"\n\n"+fire+" "+crew+"\n\n"+inquiry),
	)
	rows, _, _ := f.Rows(f.numbers(), false)
	var got []string
	for i, versions := range f.Versions(rows, []int{0}) {
		for _, v := range versions {
			got = append(got, fmt.Sprintf("%d %s: cut %s; added %s", i, f.Articles[v.Article].ID,
				f.openings(0, v.Cut), f.openings(v.Article, v.Added)))
		}
	}
	want := []string{
		"0 abridged: cut Winds, An; added ",
		"0 local: cut Winds; added Islanders",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// openings are the first words of paragraphs.
func (f *Folder) openings(a int, paragraphs []news.Range) string {
	var words []string
	for _, p := range paragraphs {
		words = append(words, f.words(a, news.Range{Start: p.Start, End: p.Start + 1}))
	}
	return strings.Join(words, ", ")
}
