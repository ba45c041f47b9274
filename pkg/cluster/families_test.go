package cluster

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// anyCopies draws copies of n articles, each pair at most once and A < B, as
// they come from comparing pairs.
func anyCopies(t *rapid.T, n int) []Copy {
	var copies []Copy
	if n < 2 {
		return nil
	}
	seen := map[[2]int]bool{}
	for range rapid.IntRange(0, 3*n).Draw(t, "copies") {
		a, b := rapid.IntRange(0, n-1).Draw(t, "a"), rapid.IntRange(0, n-1).Draw(t, "b")
		if a, b = min(a, b), max(a, b); a == b || seen[[2]int{a, b}] {
			continue
		}
		seen[[2]int{a, b}] = true
		copied := float64(rapid.IntRange(0, 20).Draw(t, "copied")) / 20
		copies = append(copies, Copy{A: a, B: b, Likeness: copied, Same: copied > .9 && rapid.Bool().Draw(t, "same")})
	}
	return copies
}

// Whatever the copies, every article is in one family; families and their
// articles come in order; nobody is in a family with whom nothing links him.
func TestFamiliesArePartition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 30).Draw(t, "n")
		copies := anyCopies(t, n)
		opts := Defaults()
		families := Families(n, copies, opts)
		linked := map[int]bool{}
		for _, c := range copies {
			if c.Likeness >= opts.Likeness {
				linked[c.A], linked[c.B] = true, true
			}
		}
		seen := map[int]bool{}
		first := -1
		for _, f := range families {
			if len(f.Articles) == 0 || f.Articles[0] <= first || !slices.IsSorted(f.Articles) {
				t.Fatalf("families are not in order: %+v", families)
			}
			first = f.Articles[0]
			for _, a := range f.Articles {
				if seen[a] || a < 0 || a >= n {
					t.Fatalf("article %d is out of place in %+v", a, families)
				}
				seen[a] = true
				if len(f.Articles) > 1 && !linked[a] {
					t.Fatalf("article %d has no copy and is in %+v", a, f)
				}
			}
			if len(f.Articles) == 1 && (f.Weakest != 1 || len(f.Bridges) != 0) {
				t.Fatalf("alone, but %+v", f)
			}
			if f.Weakest < opts.Likeness || f.Weakest > 1 {
				t.Fatalf("weakest link %v of %+v", f.Weakest, f)
			}
			for _, b := range f.Bridges {
				if !slices.Contains(f.Articles, b) {
					t.Fatalf("bridge %d is not in %+v", b, f)
				}
			}
		}
		if len(seen) != n {
			t.Fatalf("%d of %d articles in %+v", len(seen), n, families)
		}
	})
}

func TestFamiliesIgnoreOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 25).Draw(t, "n")
		copies := anyCopies(t, n)
		want := Families(n, copies, Defaults())
		shuffled := rapid.Permutation(copies).Draw(t, "order")
		if diff := gocmp.Diff(want, Families(n, shuffled, Defaults())); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestAverageIsPartition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 25).Draw(t, "n")
		var links []Link
		for _, c := range anyCopies(t, n) {
			links = append(links, Link{A: c.A, B: c.B, Sum: c.Likeness})
		}
		groups := Average(ones(n), links, rapid.Float64Range(.05, 1).Draw(t, "least"), 0)
		var all []int
		for _, g := range groups {
			all = append(all, g...)
		}
		slices.Sort(all)
		if len(all) != n || len(slices.Compact(all)) != n {
			t.Fatalf("%d articles in %v", n, groups)
		}
		if !slices.IsSortedFunc(groups, func(a, b []int) int { return cmp.Compare(a[0], b[0]) }) {
			t.Fatalf("groups are not in order: %v", groups)
		}
	})
}

// A group of two articles or more hangs together: the average over its pairs
// reaches what was asked for whenever it was made of single articles.
func TestAverageReachesItsBar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 20).Draw(t, "n")
		sums := map[[2]int]float64{}
		var links []Link
		for _, c := range anyCopies(t, n) {
			links = append(links, Link{A: c.A, B: c.B, Sum: c.Likeness})
			sums[[2]int{c.A, c.B}] = c.Likeness
		}
		const least = .5
		for _, g := range Average(ones(n), links, least, 0) {
			sum, pairs := 0.0, 0
			for i, a := range g {
				for _, b := range g[i+1:] {
					sum += sums[[2]int{a, b}]
					pairs++
				}
			}
			if pairs > 0 && sum/float64(pairs) < least-1e-9 {
				t.Fatalf("group %v has an average of %v", g, sum/float64(pairs))
			}
		}
	})
}

// Wires are planted, each with copies and abridgements that are linked among
// themselves, and between any two wires round-ups that carry both. However many
// round-ups there are, no two wires become one family.
func TestPlantedBridges(t *testing.T) {
	for _, tt := range []struct{ wires, copies, bridges int }{
		{2, 3, 1}, {2, 3, 2}, {2, 8, 4}, {5, 4, 1}, {12, 6, 1}, {30, 5, 1},
	} {
		t.Run(fmt.Sprintf("%d wires, %d copies, %d bridges", tt.wires, tt.copies, tt.bridges), func(t *testing.T) {
			n := tt.wires * tt.copies
			var links []Copy
			for w := range tt.wires {
				for i := range tt.copies {
					for j := range i {
						links = append(links, Copy{A: w*tt.copies + j, B: w*tt.copies + i, Likeness: .9 - float64(i)/100, Same: i == 1})
					}
				}
			}
			for w := 1; w < tt.wires; w++ {
				for range tt.bridges {
					for a := (w - 1) * tt.copies; a < (w+1)*tt.copies; a++ {
						links = append(links, Copy{A: a, B: n, Likeness: .6})
					}
					n++
				}
			}
			rand.New(rand.NewPCG(1, 2)).Shuffle(len(links), func(i, j int) { links[i], links[j] = links[j], links[i] })
			of := make([]int, n)
			for i, f := range Families(n, links, Defaults()) {
				for _, a := range f.Articles {
					of[a] = i
				}
			}
			seen := map[int]int{}
			for w := range tt.wires {
				family := of[w*tt.copies]
				for i := range tt.copies {
					if of[w*tt.copies+i] != family {
						t.Errorf("copy %d of wire %d is in family %d, its first in %d", i, w, of[w*tt.copies+i], family)
					}
				}
				if other, taken := seen[family]; taken {
					t.Errorf("wires %d and %d are one family", other, w)
				}
				seen[family] = w
			}
		})
	}
}

// A chain in which each article carries half of the one before it drifts away
// from where it began; it is cut into pieces.
func TestChainIsNoFamily(t *testing.T) {
	const n = 100
	var chain []Copy
	for a := range n - 1 {
		chain = append(chain, Copy{A: a, B: a + 1, Likeness: .7})
	}
	for _, f := range Families(n, chain, Defaults()) {
		if len(f.Articles) > 3 {
			t.Errorf("family %v was chained", f.Articles)
		}
	}
}

func TestBridges(t *testing.T) {
	link := func(pairs ...[2]int) (copies []Copy) {
		for _, p := range pairs {
			copies = append(copies, Copy{A: p[0], B: p[1], Likeness: 1})
		}
		return copies
	}
	for _, tt := range []struct {
		name     string
		articles []int
		copies   []Copy
		want     []int
	}{
		{"two articles need no bridge", []int{0, 1}, link([2]int{0, 1}), nil},
		{"a triangle", []int{0, 1, 2}, link([2]int{0, 1}, [2]int{1, 2}, [2]int{0, 2}), nil},
		{"a path", []int{0, 1, 2, 3}, link([2]int{0, 1}, [2]int{1, 2}, [2]int{2, 3}), []int{1, 2}},
		{"the centre of a star", []int{0, 1, 2, 3}, link([2]int{0, 1}, [2]int{0, 2}, [2]int{0, 3}), []int{0}},
		{"a star by its leaf first", []int{0, 1, 2, 3}, link([2]int{0, 3}, [2]int{1, 3}, [2]int{2, 3}), []int{3}},
		{"a ring", []int{0, 1, 2, 3}, link([2]int{0, 1}, [2]int{1, 2}, [2]int{2, 3}, [2]int{0, 3}), nil},
		{"two triangles that meet", []int{0, 1, 2, 3, 4}, link([2]int{0, 1}, [2]int{1, 2}, [2]int{0, 2}, [2]int{2, 3}, [2]int{3, 4}, [2]int{2, 4}), []int{2}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := gocmp.Diff(tt.want, bridges(tt.articles, tt.copies)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Many thousand copies of one text cost one family and no time worth naming.
func BenchmarkFamiliesOfOneText(b *testing.B) {
	const n = 10000
	var copies []Copy
	for i := 1; i < n; i++ {
		copies = append(copies, Copy{A: 0, B: i, Likeness: 1, Same: true})
	}
	b.ReportAllocs()
	for b.Loop() {
		if f := Families(n, copies, Defaults()); len(f) != 1 {
			b.Fatalf("%d families", len(f))
		}
	}
}
