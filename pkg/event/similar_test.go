package event

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/wireprint/wireprint/pkg/news"
)

// similar finds all pairs.
func similar(vectors []Vector, queries []Query) []Pair {
	search := NewSearch(vectors, queries)
	finder := search.NewFinder()
	var pairs []Pair
	for b := range vectors {
		pairs = append(pairs, finder.Pairs(b)...)
		search.Add(b)
	}
	slices.SortFunc(pairs, byNumber)
	return pairs
}

func byNumber(p, q Pair) int { return cmp.Or(cmp.Compare(p.A, q.A), cmp.Compare(p.B, q.B)) }

// least is the cosine that a pair must reach.
func least(queries []Query, a, b int) float64 {
	return queries[b].Least * min(queries[a].Stretch, queries[b].Stretch)
}

// every compares each pair, which is what a search must not differ from.
func every(vectors []Vector, queries []Query) []Pair {
	var pairs []Pair
	for b := range vectors {
		for a := queries[b].From; a < b; a++ {
			if cosine := Cosine(vectors[a], vectors[b]); cosine >= least(queries, a, b) {
				pairs = append(pairs, Pair{A: a, B: b, Cosine: cosine})
			}
		}
	}
	slices.SortFunc(pairs, byNumber)
	return pairs
}

// checkExact holds the search against every. Sums are taken in different orders, so
// a pair at the very threshold may be in one of them alone.
func checkExact(t *rapid.T, vectors []Vector, queries []Query) {
	const noise = 1e-6
	got := similar(vectors, queries)
	found := map[[2]int]float64{}
	for _, p := range got {
		if p.A >= p.B || p.A < queries[p.B].From || p.Cosine < least(queries, p.A, p.B) {
			t.Fatalf("pair %+v is not what %+v asks for", p, queries[p.B])
		}
		if _, twice := found[[2]int{p.A, p.B}]; twice {
			t.Fatalf("pair %+v comes twice", p)
		}
		found[[2]int{p.A, p.B}] = p.Cosine
		if exact := Cosine(vectors[p.A], vectors[p.B]); math.Abs(exact-p.Cosine) > noise {
			t.Fatalf("pair %+v, but its cosine is %v", p, exact)
		}
	}
	for _, p := range every(vectors, queries) {
		if _, ok := found[[2]int{p.A, p.B}]; !ok && p.Cosine > least(queries, p.A, p.B)+noise {
			t.Fatalf("pair %+v is missing, which %+v asks for", p, queries[p.B])
		}
	}
}

// anyVectors draws vectors over few terms, so that many pairs lie around any
// threshold; some are empty, some equal.
func anyVectors(t *rapid.T) []Vector {
	n := rapid.IntRange(0, 25).Draw(t, "vectors")
	terms := rapid.IntRange(1, 30).Draw(t, "terms")
	vectors := make([]Vector, n)
	for i := range vectors {
		counts := map[uint32]float32{}
		for range rapid.IntRange(0, 12).Draw(t, "words") {
			counts[rapid.Uint32Range(1, uint32(terms)).Draw(t, "term")]++
		}
		vectors[i] = weigh(counts, &Background{Articles: 100, counts: map[uint32]uint32{1: 100, 2: 60, 3: 30, 4: 10}}, rapid.IntRange(1, 12).Draw(t, "most"))
	}
	return vectors
}

// weigh makes the vector of terms that are said so often.
func weigh(counts map[uint32]float32, table Weights, most int) Vector {
	var b Bag
	for _, term := range slices.Sorted(maps.Keys(counts)) {
		b.Terms, b.Counts, b.Letters = append(b.Terms, term), append(b.Counts, uint16(counts[term])), append(b.Letters, 5)
	}
	return new(Weigher).Vector(b, table, most)
}

// all compares each of n vectors with all before it.
func all(n int, least float64) []Query {
	queries := make([]Query, n)
	for i := range queries {
		queries[i] = Query{Least: least, Stretch: 1}
	}
	return queries
}

func anyLeast(t *rapid.T) float64 { return rapid.Float64Range(.01, 1).Draw(t, "least") }

func TestSimilarIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		vectors := anyVectors(t)
		checkExact(t, vectors, all(len(vectors), anyLeast(t)))
	})
}

// Windows as dates make them: they only move forwards, and articles without a
// date, which look at all and ask for more, come last.
func TestSimilarIsExactInWindows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		vectors := anyVectors(t)
		queries := all(len(vectors), anyLeast(t))
		dated := rapid.IntRange(0, len(vectors)).Draw(t, "dated")
		for i := 1; i < dated; i++ {
			queries[i].From = rapid.IntRange(queries[i-1].From, i).Draw(t, "from")
		}
		undated := anyLeast(t)
		for i := dated; i < len(queries); i++ {
			queries[i].Least = undated
		}
		checkExact(t, vectors, queries)
	})
}

// No query is too odd: a window may reach further back than the one before it,
// and each may ask for another cosine.
func TestSimilarIsExactForAnyQueries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		vectors := anyVectors(t)
		queries := make([]Query, len(vectors))
		for i := range queries {
			queries[i] = Query{
				From: rapid.IntRange(0, i).Draw(t, "from"), Least: anyLeast(t),
				Stretch: rapid.Float64Range(1, 3).Draw(t, "stretch"),
			}
		}
		checkExact(t, vectors, queries)
	})
}

// newsroom makes the vectors of n articles, ten on each event.
func newsroom(n int) []Vector {
	background := &Background{Articles: 10000, counts: map[uint32]uint32{}}
	random := rand.New(rand.NewPCG(1, 2))
	const vocabulary = 20000
	for w := range uint32(vocabulary) {
		background.counts[w] = 10000 / (w + 1)
	}
	word := func() uint32 { return uint32(math.Pow(vocabulary, random.Float64())) }
	vectors := make([]Vector, n)
	var topic []uint32
	for i := range vectors {
		if i%10 == 0 {
			topic = topic[:0]
			for range 40 {
				topic = append(topic, word())
			}
		}
		counts := map[uint32]float32{}
		for range 250 {
			counts[word()]++
		}
		for range 60 {
			counts[topic[random.IntN(len(topic))]]++
		}
		vectors[i] = weigh(counts, background, MostTerms)
	}
	return vectors
}

// ferry is reported twice, in other words; inquiry is the same topic of a later
// year, as a template is: the accident's kind, its officials and its sentences,
// and nothing of the event.
const (
	ferry = `A ferry with 212 people aboard caught fire off the island of Skerrow on Monday and four of them died, the coastguard said.
The blaze broke out on the car deck of the Queen of Varland shortly before dawn. Lifeboats from Gullen and Tarnby took the passengers ashore.
“We had minutes, not hours,” said captain Ilsa Brandt. The ministry of transport ordered an inquiry.`
	ferryAgain = `Four passengers were killed when flames swept through the Queen of Varland on its way to Skerrow early on Monday.
Rescuers brought more than 200 survivors to Gullen, where captain Ilsa Brandt told of a fire that began among lorries. Inspectors were sent from the ministry.`
	inquiry = `A ferry with 90 people aboard ran aground off the island of Marrow on Thursday and nobody was hurt, the coastguard said.
The accident happened on the way to Estmoor shortly after noon. Lifeboats took the passengers ashore.
“The sea was calm,” said mate Jon Falk. The ministry of transport ordered an inquiry.`
	prices = `Consumer prices rose by 2.1 percent in May, the statistics office said on Friday. Rents and bread cost more, fuel less.`
)

func article(title, text string) *news.Article {
	return &news.Article{Title: title, Text: text}
}

func vectorOf(t testing.TB, title, text string) Vector {
	return new(Weigher).Vector(new(Counter).Bag(article(title, text), sequence(text)), englishTable(t), MostTerms)
}

func TestVectorHasLengthOne(t *testing.T) {
	for _, text := range []string{ferry, prices, "word", "東京で火事がありました", "Пожар на пароме"} {
		v := vectorOf(t, "", text)
		sum := 0.0
		for _, w := range v.Weights {
			sum += float64(w) * float64(w)
		}
		if math.Abs(sum-1) > 1e-5 || math.Abs(Cosine(v, v)-1) > 1e-5 {
			t.Errorf("%.20q…: squared length %v", text, sum)
		}
		if !slices.IsSorted(v.Terms) || len(v.Terms) != len(v.Weights) {
			t.Errorf("%.20q…: terms are not in order", text)
		}
	}
	for _, text := range []string{"", "… — !"} {
		if v := vectorOf(t, "", text); len(v.Terms) != 0 || Cosine(v, v) != 0 {
			t.Errorf("%q has the vector %v", text, v)
		}
	}
}

// A title's words weigh as much as the same words at the top of a story.
func TestTitleCountsAsTheTop(t *testing.T) {
	titled := vectorOf(t, "Skerrow ferry", "A fire broke out.")
	repeated := vectorOf(t, "", "A fire broke out. Skerrow ferry.")
	if diff := gocmp.Diff(repeated, titled); diff != "" {
		t.Error(diff)
	}
}

// What stands far down counts less.
func TestTopCountsMore(t *testing.T) {
	filler := strings.Repeat("Inspectors were sent. ", 25)
	top, bottom := vectorOf(t, "", "Skerrow ferry. "+filler), vectorOf(t, "", filler+"Skerrow ferry.")
	asked := vectorOf(t, "", "Skerrow ferry")
	if Cosine(top, asked) <= Cosine(bottom, asked) {
		t.Errorf("at the top %.3f, at the bottom %.3f", Cosine(top, asked), Cosine(bottom, asked))
	}
}

// A vector holds the terms that weigh most, and no more than it may.
func TestVectorHoldsTheHeaviest(t *testing.T) {
	bag := new(Counter).Bag(article("", ferry), sequence(ferry))
	table := englishTable(t)
	all, few := new(Weigher).Vector(bag, table, 1000), new(Weigher).Vector(bag, table, 8)
	if len(few.Terms) != 8 || len(all.Terms) <= 8 {
		t.Fatalf("%d terms of %d", len(few.Terms), len(all.Terms))
	}
	weights := slices.Clone(all.Weights)
	slices.Sort(weights)
	for i, term := range all.Terms {
		if slices.Contains(few.Terms, term) != (all.Weights[i] >= weights[len(weights)-8]) {
			t.Errorf("term %d of weight %.3f: held %v", term, all.Weights[i], slices.Contains(few.Terms, term))
		}
	}
}

func TestCosineTellsEvents(t *testing.T) {
	opts := Defaults()
	first := vectorOf(t, "Four die in Skerrow ferry fire", ferry)
	for _, tt := range []struct {
		name, title, text string
		least, most       float64
	}{
		{"itself", "Four die in Skerrow ferry fire", ferry, .9999, 1.0001},
		{"the event in other words", "Ferry blaze kills four", ferryAgain, opts.UndatedBar * Stretch(52), .9},
		{"something else", "Inflation slows", prices, 0, opts.Bar / 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Cosine(first, vectorOf(t, tt.title, tt.text)); got < tt.least || got > tt.most {
				t.Errorf("cosine %.3f, want from %.3f to %.3f", got, tt.least, tt.most)
			}
		})
	}
}

// The same topic a year later reads more alike than many reports of one event.
// Its words do not tell it apart; its day does.
func TestSameTopicOfAnotherYear(t *testing.T) {
	opts := Defaults()
	first := vectorOf(t, "Ferry on fire off Skerrow", ferry)
	later := vectorOf(t, "Ferry aground off Marrow", inquiry)
	if again := vectorOf(t, "Ferry blaze kills four", ferryAgain); Cosine(first, later) >= Cosine(first, again) {
		t.Errorf("the other accident has a cosine of %.3f, the same one of %.3f", Cosine(first, later), Cosine(first, again))
	}
	march24 := news.Time{Year: 2024, Month: 3, Day: 4}
	march25 := news.Time{Year: 2025, Month: 3, Day: 6}
	if bar, ok := opts.BarFor(march24, march25); ok {
		t.Errorf("a year apart there is a bar of %v, want none", bar)
	}
}

func BenchmarkBag(b *testing.B) {
	text := strings.Repeat(ferry+"\n"+ferryAgain+"\n"+prices+"\n", 4)
	a, words := article("Four die in Skerrow ferry fire", text), sequence(text)
	var counter Counter
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		counter.Bag(a, words)
	}
}

// Articles with 300 words each, ten on an event, compared with all or with the
// 200 before them, as a time window does.
func BenchmarkSimilar(b *testing.B) {
	for _, n := range []int{1000, 2000, 4000} {
		vectors := newsroom(n)
		for _, window := range []int{n, 200} {
			queries := all(n, Least(Defaults().Bar))
			for i := range queries {
				queries[i].From = max(0, i-window)
			}
			b.Run(fmt.Sprintf("%d/window=%d", n, window), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					similar(vectors, queries)
				}
			})
		}
	}
}

// Each vector is its own leader or has the nearest of those before it that are, and
// is near enough to it.
func TestLeadersAreNearest(t *testing.T) {
	const noise = 1e-6
	rapid.Check(t, func(t *rapid.T) {
		vectors := anyVectors(t)
		queries := all(len(vectors), anyLeast(t))
		for i := range queries {
			if i > 0 {
				queries[i].From = rapid.IntRange(queries[i-1].From, i).Draw(t, "from")
			}
			queries[i].Stretch = rapid.Float64Range(1, 3).Draw(t, "stretch")
		}
		groups := Leaders(vectors, queries)
		for b, leader := range groups {
			best, found := 0.0, false
			for a := queries[b].From; a < b; a++ {
				cosine := Cosine(vectors[a], vectors[b])
				if groups[a] == a && cosine >= least(queries, a, b)+noise {
					best, found = max(best, cosine), true
				}
			}
			switch {
			case leader == b && found:
				t.Fatalf("%d is a leader, but another is as near as %v", b, best)
			case leader != b && (groups[leader] != leader || leader < queries[b].From):
				t.Fatalf("%d has the leader %d, which is none", b, leader)
			case leader != b && Cosine(vectors[leader], vectors[b]) < max(best, least(queries, leader, b))-noise:
				t.Fatalf("%d has the leader %d with %v, another has %v", b, leader, Cosine(vectors[leader], vectors[b]), best)
			}
		}
	})
}
