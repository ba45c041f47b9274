package segment

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/wireprint/wireprint/pkg/news"
	"pgregory.net/rapid"
)

func words(text string) []string {
	var s Sequence
	s.AddParagraph(text, news.Span{End: len(text)})
	var out []string
	for i := range s.Keys {
		out = append(out, text[s.Starts[i]:s.Ends[i]])
	}
	return out
}

func TestWords(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Twelve dead, 15 hurt.", "Twelve|dead|15|hurt"},
		{"a 30,000-strong force of 5.93 mln, 12.", "a|30,000|strong|force|of|5.93|mln|12"},
		{"China's, China’s and China s", "China|s|China|s|and|China|s"},
		{"the U.S. and the U.S.-led E.U.", "the|U.S|and|the|U.S|led|E.U"},
		{"on Friday.Police said", "on|Friday|Police|said"},
		{"ses machines motri-\nces furent", "ses|machines|motri-\nces|furent"},
		{"café naïve Жизнь", "café|naïve|Жизнь"},
		{"東京で火事", "東|京|で|火|事"},
		{"soft\u00adhyphen", "soft\u00adhyphen"},
		{"", ""},
		{" … — !", ""},
	} {
		if got := strings.Join(words(tt.text), "|"); got != tt.want {
			t.Errorf("words of %q:\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

func TestKeyFolds(t *testing.T) {
	for _, same := range [][]string{
		{"Fire", "fire", "FIRE", "ﬁre", "ｆｉｒｅ", "fi\u00adre"},
		{"U.S.", "US"},
		{"CAFÉ", "café", "cafe\u0301"},
		{"ЖИЗНЬ", "жизнь"},
	} {
		for _, w := range same[1:] {
			if Key(w) != Key(same[0]) {
				t.Errorf("%q and %q have different keys", same[0], w)
			}
		}
	}
	for _, other := range [][2]string{{"12", "15"}, {"5.93", "593"}, {"café", "cafe"}} {
		if Key(other[0]) == Key(other[1]) {
			t.Errorf("%q and %q have the same key", other[0], other[1])
		}
	}
}

// Words lie inside the text, in order, and never overlap, whatever the bytes.
func TestWordsAreOrdered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`([A-Za-z0-9.,' “”é東-]|\n)*`)).Draw(t, "text")
		text = strings.ToValidUTF8(text, "")
		var s Sequence
		s.AddParagraph(text, news.Span{End: len(text)})
		end := uint32(0)
		for i := range s.Keys {
			if s.Starts[i] < end || s.Ends[i] <= s.Starts[i] || int(s.Ends[i]) > len(text) {
				t.Fatalf("word %d is [%d,%d) after %d in %q", i, s.Starts[i], s.Ends[i], end, text)
			}
			end = s.Ends[i]
		}
	})
}

func quotations(text string) []news.Span {
	var s Sequence
	span := news.Span{End: len(text)}
	s.addWords(text, span)
	return s.appendQuotations(nil, text, span)
}

func TestQuotations(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{`He said: "We are leaving," and left.`, "We are leaving,"},
		{"It was “a pattern of conduct”, she said, «très grave».", "a pattern of conduct|très grave"},
		{"It’s the workers’ view that ‘it won’t do’ at all", "it won’t do"},
		{"the 'huge lie' of the workers' union", "huge lie"},
		{"“We will go on", "We will go on"},
		{"rock 'n roll is not quoted", ""},
	} {
		var got []string
		for _, q := range quotations(tt.text) {
			got = append(got, tt.text[q.Start:q.End])
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("quotations of %q:\n got %s\nwant %s", tt.text, s, tt.want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	const wrapped = `The harbour of Port Ellen was closed on Monday after a
ferry caught fire at its berth, the coastguard
said.
    Twelve people were taken to hospital, and the fire
burned until noon. The cause was not known on
Monday evening.
    Ferries were sent to the northern pier.`
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"blank lines", "One.\n\nTwo.\n \nThree.", []string{"One.", "Two.", "Three."}},
		{"a line each", "Harbour closed\nA ferry burned on Monday.\nNobody was hurt.",
			[]string{"Harbour closed", "A ferry burned on Monday.", "Nobody was hurt."}},
		{"a sentence over line ends", "The minister said that it was a matter of “grave,\nlasting and\nwide concern.” He left.\nNext.",
			[]string{"The minister said that it was a matter of “grave,\nlasting and\nwide concern.” He left.", "Next."}},
		{"small crumbs stay apart", "Share\nshare\nprint", []string{"Share", "share", "print"}},
		{"wrapped at a column", wrapped, strings.Split(wrapped, "\n    ")},
		{"nothing", " \n\n", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, p := range Paragraphs(tt.text) {
				got = append(got, tt.text[p.Start:p.End])
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func BenchmarkWords(b *testing.B) {
	text := strings.Repeat("The harbour of Port Ellen was closed on Monday, the coastguard said. ", 200)
	var s Sequence
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		s.Reset()
		s.AddParagraph(text, news.Span{End: len(text)})
	}
}

// Looking at eight bytes at once finds the same as looking at each.
func TestWordBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := rapid.SliceOfN(rapid.OneOf(rapid.Byte(), rapid.ByteRange('a', 'z'), rapid.ByteRange('0', 'Z')), 8, 8).Draw(t, "bytes")
		want := 0
		for want < 8 && fold[b[want]] > beyondASCII {
			want++
		}
		if got := wordBytes(load(string(b))); got != want {
			t.Fatalf("%d bytes of %q, want %d", got, b, want)
		}
		if want > 0 && hashShort(load(string(b)), want) != hashASCII(string(b), 0, want) {
			t.Fatalf("%q has two keys", b[:want])
		}
	})
}
