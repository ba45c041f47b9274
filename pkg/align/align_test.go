package align

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
	"pgregory.net/rapid"
)

func words(s string) *segment.Sequence {
	seq := new(segment.Sequence)
	for _, p := range segment.Paragraphs(s) {
		seq.AddParagraph(s, p)
	}
	return seq
}

func text(s string) Text { return NewText(words(s)) }

// change is an edit in words.
type change struct{ From, To string }

func changes(a, b string, p news.Passage) (list []change) {
	for _, e := range news.Edits(p.Runs) {
		list = append(list, change{words(a).Text(a, e.From), words(b).Text(b, e.To)})
	}
	return list
}

const wire = `A ferry caught fire at its berth in Port Ellen on Monday and twelve people were taken to hospital, the coastguard said.
The blaze broke out on the car deck shortly before the morning sailing and was under control by noon, according to the harbour master.
“We heard a bang and then the lights went out,” said Una Ross, a passenger from the island.`

func TestPassages(t *testing.T) {
	for _, tt := range []struct {
		name, b  string
		passages int
		changes  []change
	}{
		{"the same text", wire, 1, nil},
		{"another number", strings.Replace(wire, "twelve", "fifteen", 1), 1,
			[]change{{From: "twelve", To: "fifteen"}}},
		{"words cut", strings.Replace(wire, " shortly before the morning sailing", "", 1), 1,
			[]change{{From: "shortly before the morning sailing"}}},
		{"words added", strings.Replace(wire, "on Monday", "on a rainy Monday", 1), 1,
			[]change{{To: "a rainy"}}},
		{"seven words in a row", "They said that a ferry caught fire at its berth somewhere.", 0, nil},
		{"eight words in a row", "They said that a ferry caught fire at its berth in Spain.", 1, nil},
		{"five words outside a quotation", "So then the lights went out in the town.", 0, nil},
		{"five words of a quotation", "A passenger recalled how “then the lights went out” on deck.", 1, nil},
		{"nothing", "Consumer prices rose in May.", 0, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := Passages(text(wire), text(tt.b), Defaults())
			if len(got) != tt.passages {
				t.Fatalf("%d passages, want %d: %+v", len(got), tt.passages, got)
			}
			if tt.passages == 1 {
				if diff := cmp.Diff(tt.changes, changes(wire, tt.b, got[0])); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

func TestMovedParagraph(t *testing.T) {
	p := strings.Split(wire, "\n")
	b := text(p[1] + "\n" + p[2] + "\n" + p[0])
	a := text(wire)
	got := Passages(a, b, Defaults())
	if len(got) != 2 {
		t.Fatalf("%d passages, want one for each part that was moved", len(got))
	}
	if inA, inB := Measure(a, b, got).Contained(); inA != 1 || inB != 1 {
		t.Errorf("contained %v and %v, want all of both", inA, inB)
	}
}

func TestClassify(t *testing.T) {
	p := strings.Split(wire, "\n")
	const own = "Islanders woke to sirens and a column of smoke over the old pier, where crews fought for hours to save the ship and the terminal behind it. "
	for _, tt := range []struct {
		name, b   string
		sameEvent bool
		want      news.Class
	}{
		{"copy", wire, false, news.WhollyDerived},
		{"cut from the bottom", p[0], false, news.WhollyDerived},
		{"half of it copied", p[0] + "\n" + own + own, false, news.PartiallyDerived},
		{"a quotation", own + own + "\n" + p[2], true, news.QuoteOnly},
		{"a quotation, in other news", own + own + "\n" + p[2], false, news.QuoteOnly},
		{"a phrase, in other news", own + own + own + "A ferry caught fire at its berth in Genoa.", false, news.PhraseOnly},
		{"a phrase, in the same news", own + own + own + "A ferry caught fire at its berth in Genoa.", true, news.SameEvent},
		{"nothing", own, true, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, b := text(wire), text(tt.b)
			o := Measure(a, b, Passages(a, b, Defaults()))
			if got := o.Classify(tt.sameEvent); got != tt.want {
				t.Errorf("class %q, want %q; %+v", got, tt.want, o)
			}
		})
	}
}

// Soundness: article A's span of a passage, with its changes applied, is
// article B's, word for word. Completeness: a planted run of eight words is in
// a passage, whatever stands around it.
func TestPassagesAreSound(t *testing.T) {
	word := rapid.SampledFrom(strings.Fields("fire ferry port island coast crew smoke noon deck pier said the a of on in"))
	draw := func(t *rapid.T, name string, least, most int) []string {
		return rapid.SliceOfN(word, least, most).Draw(t, name)
	}
	rapid.Check(t, func(t *rapid.T) {
		run := draw(t, "run", 8, 12)
		beforeA, beforeB := draw(t, "beforeA", 0, 30), draw(t, "beforeB", 0, 30)
		a := text(strings.Join(append(append(beforeA, run...), draw(t, "afterA", 0, 30)...), " "))
		b := text(strings.Join(append(append(beforeB, run...), draw(t, "afterB", 0, 30)...), " "))
		passages := Passages(a, b, Defaults())
		covered := map[int]bool{}
		for _, p := range passages {
			checkSound(t, a, b, p)
			for i := p.A().Start; i < p.A().End; i++ {
				covered[i] = true
			}
		}
		for n := range run {
			if !covered[len(beforeA)+n] {
				t.Fatalf("word %d of the planted run is in no passage", n)
			}
		}
	})
}

// checkSound holds a passage to its runs: equal words, in order in both texts.
func checkSound(t *rapid.T, a, b Text, p news.Passage) {
	inA, inB, equal, longest := 0, 0, 0, 0
	for _, r := range p.Runs {
		if r.A < inA || r.B < inB || r.Words < 1 {
			t.Fatalf("runs %+v are not in order", p.Runs)
		}
		if !slices.Equal(a.Keys[r.A:r.A+r.Words], b.Keys[r.B:r.B+r.Words]) {
			t.Fatalf("run %+v is not equal", r)
		}
		inA, inB = r.A+r.Words, r.B+r.Words
		equal, longest = equal+r.Words, max(longest, r.Words)
	}
	if p.Equal != equal || p.Longest != longest {
		t.Fatalf("passage %+v has %d equal words, %d in a row", p, equal, longest)
	}
}

// Where every tenth letter is misread, hardly five words in a row survive; the
// short runs between longer ones hold the passage together.
func TestFillsGapsOfBadText(t *testing.T) {
	const bad = `A ferry caugbt fire at its bertb in Port Ellen on Mondoy and twelve people were taken to hospitol, the coastguord said.
Tbe blaze broke out on tbe car deck sbortly before the morning sailing ond was under control by noon, occording to the harbour moster.
“We heard o bang and then the lights went out,” soid Una Ross, a passenger from the islond.`
	a, b := text(wire), text(bad)
	passages := Passages(a, b, Defaults())
	if len(passages) != 1 {
		t.Fatalf("%d passages, want one over all of it", len(passages))
	}
	if inA, _ := Measure(a, b, passages).Contained(); inA < .7 {
		t.Errorf("%.2f of the words found, want those that were read well", inA)
	}
}
