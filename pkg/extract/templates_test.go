package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Four in five of the articles that hold a text are its outlet's, or those of
// two titles; else it is a wire.
func TestSharesOwn(t *testing.T) {
	const herald, evening, post, times, gull = 0, 1, 2, 3, 4
	for _, tt := range []struct {
		name    string
		outlets []int // of the articles that hold the text
		want    []uint32
	}{
		{"one outlet", []int{herald, herald, herald}, []uint32{0, 1, 2}},
		{"two articles prove nothing", []int{herald, herald}, nil},
		{"three outlets", []int{herald, post, times}, nil},
		{"one of them carries it three times", []int{herald, herald, herald, post}, nil},
		{"another outlet quotes it", []int{herald, herald, post, herald, herald}, []uint32{0, 1, 3, 4}},
		{"two titles of a house",
			[]int{herald, evening, herald, evening, herald, evening, herald, evening, herald, evening},
			[]uint32{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}},
		{"of which one shows it four times", []int{herald, evening, herald, evening, herald, evening, herald, evening, herald, herald}, nil},
		{"three titles", []int{herald, evening, post, herald, evening, post, herald, evening, post}, nil},
		{"a burst", []int{herald, herald, herald, evening, evening, evening, post, times, gull}, nil},
		{"nothing is known about the outlets", []int{NoOutlet, NoOutlet, NoOutlet}, nil},
		{"nor about two of many", []int{herald, herald, herald, herald, NoOutlet, herald}, []uint32{0, 1, 2, 3, 5}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := NewShares(tt.outlets, 5)
			var places []Place
			for a := range tt.outlets {
				places = append(places, Place{Article: uint32(a)}, Place{Article: uint32(a), Word: 9}) // twice in each
			}
			for range 2 { // it counts anew each time
				var got []uint32
				for i, p := range s.Own(places) {
					if i%2 == 0 {
						got = append(got, p.Article)
					}
				}
				if diff := cmp.Diff(tt.want, got); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

func TestVerdict(t *testing.T) {
	for _, tt := range []struct {
		v    verdict
		want bool
	}{
		{verdict{compared: 3, unrelated: 3, apart: 3}, true},
		{verdict{compared: 3, unrelated: 2, apart: 2}, false},
		{verdict{compared: 10, unrelated: 6, apart: 3}, true},
		{verdict{compared: 10, unrelated: 5, apart: 3}, false},
		{verdict{compared: 36, unrelated: 14, apart: 4}, true},
		{verdict{compared: 36, unrelated: 13, apart: 4}, false}, // follow-ups on one subject
		{verdict{compared: 36, unrelated: 20, apart: 2}, false}, // two subjects
		{verdict{}, false},
	} {
		if got := tt.v.template(); got != tt.want {
			t.Errorf("%+v: %v", tt.v, got)
		}
	}
}

func TestSample(t *testing.T) {
	var places []Place
	for a := range 100 {
		places = append(places, Place{Article: uint32(a)}, Place{Article: uint32(a), Word: 7})
	}
	got := sample(places)
	if len(got) != sampleSize || got[0].Article != 0 || got[sampleSize-1].Article != 99 {
		t.Errorf("of 100 articles %v", got)
	}
	if got := sample(places[:4]); len(got) != 2 {
		t.Errorf("of two articles %v", got)
	}
	if len(places) != 200 || places[1].Word != 7 {
		t.Error("the places were changed")
	}
}
