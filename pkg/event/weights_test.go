package event

import (
	"math"
	"slices"
	"testing"

	"github.com/wireprint/wireprint/pkg/segment"
)

// bags counts the terms of texts.
func bags(texts ...string) []Bag {
	var counter Counter
	list := make([]Bag, len(texts))
	for i, text := range texts {
		list[i] = counter.Bag(article("", text), sequence(text))
	}
	return list
}

var harbour = []string{
	"Der Hafen von Skarholm wurde nach dem Brand der Fähre gesperrt.",
	"Die Fähre brannte im Hafen von Skarholm, und der Hafen wurde gesperrt.",
	"Auf der Insel Tolva wurde am Montag die neue Brücke eröffnet.",
}

// Three articles say little about how frequent a word is; that small words are
// frequent is known before.
func TestSampleWeights(t *testing.T) {
	sample := NewSample(Guess{}, 1)
	for _, b := range bags(harbour...) {
		sample.Add(b)
	}
	weight := func(word string) float64 { return sample.weight(segment.Key(word), letters(word)) }
	order := []string{"der", "wurde", "Hafen", "Skarholm", "eröffnet", "Postschiffe"}
	for i := 1; i < len(order); i++ {
		if weight(order[i-1]) >= weight(order[i]) {
			t.Errorf("%q weighs %.3f, not less than %q with %.3f", order[i-1], weight(order[i-1]), order[i], weight(order[i]))
		}
	}
	if w := weight("der"); w < 0 {
		t.Errorf("a word of every article weighs %.3f", w)
	}
}

// numbered is a vocabulary of bags, whose terms become its numbers.
func numbered(bags []Bag) *Vocabulary {
	v := NewVocabulary(bags)
	for part := range Parts {
		v.Collect(part)
	}
	v.Number()
	return v
}

// Numbers tell terms apart as well as keys do, and a vocabulary weighs them as a
// sample of the same articles does.
func TestVocabularyWeighsAsASample(t *testing.T) {
	byKey, byNumber := bags(harbour...), bags(harbour...)
	sample := NewSample(Guess{}, 1)
	var shares []Share
	for i, b := range byKey {
		sample.Add(b)
		shares = append(shares, Share{Article: i, Weight: 1})
	}
	v := numbered(byNumber)
	weights := v.Weigh(Guess{}, byNumber, shares)
	number := map[uint32]uint32{}
	for i, b := range byKey {
		for k, key := range b.Terms {
			n := byNumber[i].Terms[k]
			if was, known := number[key]; known && was != n {
				t.Fatalf("key %d has the numbers %d and %d", key, was, n)
			}
			number[key] = n
			if int(n) >= v.Size() {
				t.Errorf("number %d, size %d", n, v.Size())
			}
			want := sample.weight(key, b.Letters[k])
			if got := weights.weight(n, b.Letters[k]); math.Abs(got-want) > 1e-5 {
				t.Errorf("key %d weighs %.4f, in a sample %.4f", key, got, want)
			}
		}
	}
	var numbers []uint32
	for _, n := range number {
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	if len(slices.Compact(numbers)) != len(number) {
		t.Errorf("%d keys have %d numbers", len(number), len(slices.Compact(numbers)))
	}
}

// The words of a great event stay rare, however many wrote of it.
func TestSharesOfOneEvent(t *testing.T) {
	texts := slices.Repeat([]string{"Skarholm ferry"}, 100)
	list := bags(texts...)
	v := numbered(list)
	var alone, event []Share
	for i := range list {
		alone = append(alone, Share{Article: i, Weight: 1})
		event = append(event, Share{Article: i, Weight: .1})
	}
	term := list[0].Terms[0]
	table := englishTable(t)
	none, each, one := v.Weigh(table, list, nil)[term], v.Weigh(table, list, alone)[term], v.Weigh(table, list, event)[term]
	if !(each < one && one < none) {
		t.Errorf("counted each %.2f, as one event %.2f, not at all %.2f", each, one, none)
	}
}

// Two characters in a row are a term; a single one stays one.
func TestTermsOfCharacters(t *testing.T) {
	table := table(t, "東京 火", "東京", "東京", "東京", "東京", "東京 火", "火", "火", "火")
	for word, want := range map[string]uint32{"東京": 6, "火": 5, "京": 0, "京火": 0} {
		if got := table.counts[termKey(word)]; got != want {
			t.Errorf("%q stands in %d, want %d", word, got, want)
		}
	}
	bag := bags("東京で火事")[0]
	if len(bag.Terms) != 4 || bag.Words != 3 {
		t.Errorf("%d terms and %d words, want 4 pairs and 3 words", len(bag.Terms), bag.Words)
	}
}

func TestServes(t *testing.T) {
	table := englishTable(t)
	for lang, want := range map[string]bool{"en": true, "": true, "de": false} {
		if table.Serves(lang) != want {
			t.Errorf("the English table serves %q: %v", lang, !want)
		}
	}
	if !NewBackground().Serves("de") {
		t.Error("a table of no language serves all")
	}
}

// A counter serves one article after the other.
func TestCounterForgets(t *testing.T) {
	var counter Counter
	first := counter.Bag(article("", ferry), sequence(ferry))
	counter.Bag(article("", prices), sequence(prices))
	again := counter.Bag(article("", ferry), sequence(ferry))
	if !slices.Equal(first.Terms, again.Terms) || !slices.Equal(first.Counts, again.Counts) {
		t.Error("the same article counts otherwise the second time")
	}
	allocations := testing.AllocsPerRun(20, func() { counter.Bag(article("", ferry), sequenceOfFerry) })
	if allocations > 5 { // the bag's three lists, the article, and room in the sort
		t.Errorf("%.0f allocations for an article", allocations)
	}
}

var sequenceOfFerry = sequence(ferry)
