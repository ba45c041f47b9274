package event

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// Every term of a bag is found again as a word of the article.
func TestWordings(t *testing.T) {
	for _, tt := range []struct {
		name, title, text string
		want              []string // some of them
	}{
		{"a name keeps its capital", "Ferry burns", "SKERROW — The ferry burned off the rocks of Skerrow.", []string{"ferry", "Skerrow", "burns", "the", "off"}},
		{"the text's accents and signs", "", "The café’s U.S. guests paid 1,200 crowns.", []string{"café", "U.S", "1,200"}},
		{"two characters in a row", "", "渡轮起火 at 3", []string{"渡轮", "轮起", "起火", "3"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := &news.Article{Title: tt.title, Text: tt.text, Paragraphs: []news.Paragraph{{Span: news.Span{End: len(tt.text)}}}}
			var words segment.Sequence
			words.Read(a)
			found := Wordings(a, &words)
			bag := new(Counter).Bag(a, &words)
			if len(found) != len(bag.Terms) {
				t.Errorf("%d wordings of %d terms", len(found), len(bag.Terms))
			}
			all := map[string]bool{}
			for _, key := range bag.Terms {
				all[found[key]] = true
			}
			got := map[string]bool{}
			want := map[string]bool{}
			for _, word := range tt.want {
				want[word] = true
				if all[word] {
					got[word] = true
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("of %v (-want +got):\n%s", all, diff)
			}
		})
	}
}

// A vocabulary knows the keys of its numbers.
func TestVocabularyKeys(t *testing.T) {
	keys := []uint32{1, 7, 1 << 30, 1<<30 + 5, 1<<32 - 1}
	bags := []Bag{{Terms: slices.Clone(keys), Letters: make([]uint8, len(keys))}}
	v := numbered(bags)
	for i, number := range bags[0].Terms {
		if got := v.Key(number); got != keys[i] {
			t.Errorf("number %d is of key %d, want %d", number, got, keys[i])
		}
	}
}
