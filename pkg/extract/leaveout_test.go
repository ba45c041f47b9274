package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

func TestLeaveOut(t *testing.T) {
	for _, tt := range []struct {
		name       string
		paragraphs []string
		stretches  []news.Range
		want       []string // with boilerplate in brackets
	}{
		{"in mid-sentence", []string{"The mayor Mayor Dahl Ferries late MORE said on Monday."},
			[]news.Range{{Start: 2, End: 7}}, []string{"The mayor", "[Mayor Dahl Ferries late MORE]", "said on Monday."}},
		{"at the beginning", []string{"Watch the film. “We are late,” she said."},
			[]news.Range{{Start: 0, End: 3}}, []string{"[Watch the film.]", "“We are late,” she said."}},
		{"at the end", []string{"The ferry burned. Write to us, please!"},
			[]news.Range{{Start: 3, End: 7}}, []string{"The ferry burned.", "[Write to us, please!]"}},
		{"a whole paragraph", []string{"The ferry burned.", "Write to us!", "It sank."},
			[]news.Range{{Start: 3, End: 6}}, []string{"The ferry burned.", "[Write to us!]", "It sank."}},
		{"over two paragraphs", []string{"The ferry burned. Write", "to us! It sank."},
			[]news.Range{{Start: 3, End: 6}}, []string{"The ferry burned.", "[Write]", "[to us!]", "It sank."}},
		{"twice in a paragraph", []string{"Share this The ferry burned Share this"},
			[]news.Range{{Start: 0, End: 2}, {Start: 5, End: 7}}, []string{"[Share this]", "The ferry burned", "[Share this]"}},
		{"words that are joined", []string{"Read more at gull-times today"},
			[]news.Range{{Start: 0, End: 4}}, []string{"[Read more at gull-]", "times today"}},
		{"a paragraph without words", []string{"* * *", "The ferry burned"},
			[]news.Range{{Start: 0, End: 1}}, []string{"* * *", "[The]", "ferry burned"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := articleOf("", tt.paragraphs...)
			var words segment.Sequence
			words.Read(&a)
			LeaveOut(&a, &words, tt.stretches)
			if diff := cmp.Diff(tt.want, parts(a)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// parts are the paragraphs of an article, with boilerplate in brackets.
func parts(a news.Article) (texts []string) {
	for _, p := range a.Paragraphs {
		text := a.Text[p.Start:p.End]
		if p.Role == news.RoleBoilerplate {
			text = "[" + text + "]"
		}
		texts = append(texts, text)
	}
	return texts
}

// The words that are left are those that reading the article again gives.
func TestLeaveOutLeavesWhatIsRead(t *testing.T) {
	pieces := strings.Split(`The|ferry|U.S.|co-|operate|“late,”|said.|12,000|3.5|Mr.|O'Neil's|渡轮着火|—|(AP)|don’t|* * *|A/B|é|x.y@z.example`, "|")
	rapid.Check(t, func(t *rapid.T) {
		var paragraphs []string
		for range rapid.IntRange(1, 3).Draw(t, "paragraphs") {
			text := rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 9).Draw(t, "text")
			paragraphs = append(paragraphs, strings.Join(text, rapid.SampledFrom([]string{" ", "", "\n"}).Draw(t, "space")))
		}
		a := articleOf("", paragraphs...)
		var words, again segment.Sequence
		words.Read(&a)
		var stretches []news.Range
		for at := 0; at < words.Len(); {
			start := rapid.IntRange(at, words.Len()-1).Draw(t, "start")
			end := rapid.IntRange(start+1, words.Len()).Draw(t, "end")
			stretches = append(stretches, news.Range{Start: start, End: end})
			at = end + 1
		}
		before := words.Len()
		LeaveOut(&a, &words, stretches)
		again.Read(&a)
		if diff := cmp.Diff(again.Keys, words.Keys, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("%q without %v is %q:\n%s", paragraphs, stretches, parts(a), diff)
		}
		if diff := cmp.Diff(again.Paragraphs, words.Paragraphs, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
		for _, s := range stretches {
			before -= s.Len()
		}
		if before != words.Len() {
			t.Fatalf("%d words are left, want %d", words.Len(), before)
		}
	})
}
