package candidate

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// Groups in which articles were replaced are those of all postings as they are
// now, but for prints that were in a single article before.
func TestReplace(t *testing.T) {
	posting := rapid.Custom(func(t *rapid.T) Posting {
		return Posting{Hash: rapid.Uint64Range(1, 9).Draw(t, "hash"), Article: rapid.Uint32Range(0, 6).Draw(t, "article"), Word: rapid.Uint32Range(0, 99).Draw(t, "word")}
	})
	rapid.Check(t, func(t *rapid.T) {
		var grouper Grouper
		gone := func(article uint32) bool { return article%3 == 0 }
		groups := grouper.Groups(rapid.SliceOfN(posting, 0, 40).Draw(t, "before"))
		added := slices.DeleteFunc(rapid.SliceOfN(posting, 0, 40).Draw(t, "added"), func(p Posting) bool { return !gone(p.Article) })
		all := slices.Concat(slices.DeleteFunc(slices.Clone(groups), func(p Posting) bool { return gone(p.Article) }), added)
		want := grouper.Groups(all)
		got := Replace(groups, gone, added)
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
		n := 0
		EachGroup(got, func(group []Posting) {
			n += len(group)
			if group[0].Article == group[len(group)-1].Article || group[0].Hash != group[len(group)-1].Hash {
				t.Errorf("group %v", group)
			}
		})
		if n != len(got) {
			t.Errorf("%d of %d postings are in groups", n, len(got))
		}
	})
}
