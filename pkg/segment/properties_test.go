package segment

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/wireprint/wireprint/pkg/news"
)

// lines are what the rules about line ends look at: lines that end a sentence
// or do not, indents, short lines, blank ones.
var lines = []string{
	"A ferry burned at its berth in Skarholm on Monday and twelve",
	"people were taken to hospital, the coastguard said.",
	"reached the car deck within minutes, according to the har-",
	"bour master.", "    The fire began in the engine room before dawn and", "Share", "\tshare",
	"", " ", "\u00a0", "\u200b", "\ufeff", "\r", "\u2028", "\u0085", "“safe,", "warm and", "東京で火事", "é", "\x00", "\ufffd",
}

func drawText(t *rapid.T) string {
	parts := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(lines), rapid.StringN(0, 10, -1)), 0, 30).Draw(t, "parts")
	return strings.ToValidUTF8(strings.Join(parts, rapid.SampledFrom([]string{"\n", "\n\n", ""}).Draw(t, "separator")), "")
}

// TestParagraphsKeepTheText: paragraphs lie in the text, in order, without white
// space around them and with nothing but that between them.
func TestParagraphsKeepTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkParagraphs(t, drawText(t))
	})
}

// TestParagraphsEndAtBlankLines: texts with a blank line between them have the
// paragraphs that each has alone, where neither is wrapped at a column.
func TestParagraphsEndAtBlankLines(t *testing.T) {
	const long = "A ferry burned at its berth in Skarholm on Monday and twelve people were taken to hospital, as the coastguard said.\n"
	rapid.Check(t, func(t *rapid.T) {
		a, b := long+drawText(t), long+drawText(t)
		want := Paragraphs(a)
		for _, p := range Paragraphs(b) {
			want = append(want, news.Span{Start: p.Start + len(a) + 2, End: p.End + len(a) + 2})
		}
		if got := Paragraphs(a + "\n\n" + b); !slices.Equal(got, want) {
			t.Errorf("%q and %q: %v, want %v", a, b, got, want)
		}
	})
}

// reporter is what a test, a fuzz test and a property check have in common.
type reporter interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

func checkParagraphs(t reporter, text string) {
	t.Helper()
	end := 0
	for i, p := range Paragraphs(text) {
		if p.Start < end || p.End <= p.Start || p.End > len(text) {
			t.Fatalf("paragraph %d is %v, behind byte %d of %d", i, p, end, len(text))
		}
		if s := text[p.Start:p.End]; strings.TrimFunc(s, isBlank) != s {
			t.Errorf("paragraph %d has white space around it: %q", i, s)
		}
		checkBlank(t, text[end:p.Start])
		end = p.End
	}
	checkBlank(t, text[end:])
}

func checkBlank(t reporter, s string) {
	t.Helper()
	if strings.TrimFunc(s, isBlank) != "" {
		t.Errorf("%q is in no paragraph", s)
	}
}

// FuzzWords reads any text as paragraphs and words. Words lie in their
// paragraph, in order; every letter and digit is in one; and a word by itself has
// the same key.
func FuzzWords(f *testing.F) {
	for _, seed := range []string{
		"", "Twelve dead, 15 hurt.", "a 30,000-strong force of 5.93 mln, 12.", "China's, China’s and China s",
		"the U.S. and the U.S.-led E.U.", "ses machines motri-\nces furent", "東京で火事", "soft\u00adhyphen", "ﬁre ｆｉｒｅ",
		`He said: "We are leaving," and left.`, "«très grave» „so“ ‘it won’t do’", "cafe\u0301 \u0301", "1.a.2,b", "\u00ad", "½ ² Ⅷ ①", "\ufffd",
	} {
		f.Add(seed)
	}
	for _, l := range lines {
		f.Add(l)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		checkParagraphs(t, text)
		var s Sequence
		paragraphs := Paragraphs(text)
		for _, p := range paragraphs {
			s.AddParagraph(text, p)
		}
		checkWords(t, text, paragraphs, &s)
	})
}

// TestWordsKeepTheText is FuzzWords for texts that reach more of the rules.
func TestWordsKeepTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := drawText(t)
		var s Sequence
		paragraphs := Paragraphs(text)
		for _, p := range paragraphs {
			s.AddParagraph(text, p)
		}
		checkWords(t, text, paragraphs, &s)
	})
}

func checkWords(t reporter, text string, paragraphs []news.Span, s *Sequence) {
	t.Helper()
	if len(s.Starts) != s.Len() || len(s.Ends) != s.Len() || len(s.Marks) != s.Len() || len(s.Paragraphs) != len(paragraphs) {
		t.Fatalf("columns of %d, %d, %d and %d", s.Len(), len(s.Starts), len(s.Ends), len(s.Marks))
	}
	word := 0
	for i, r := range s.Paragraphs {
		if r.Start != word || r.End < r.Start {
			t.Fatalf("paragraph %d has words %v, after %d", i, r, word)
		}
		end := paragraphs[i].Start
		for ; word < r.End; word++ {
			from, to := int(s.Starts[word]), int(s.Ends[word])
			if from < end || to <= from || to > paragraphs[i].End {
				t.Fatalf("word %d is [%d,%d), behind byte %d of %v", word, from, to, end, paragraphs[i])
			}
			checkNoWord(t, text[end:from])
			if Key(text[from:to]) != s.Keys[word] {
				t.Errorf("%q by itself has another key", text[from:to])
			}
			end = to
		}
		checkNoWord(t, text[end:paragraphs[i].End])
	}
	if word != s.Len() {
		t.Errorf("%d words, %d of them in paragraphs", s.Len(), word)
	}
}

func checkNoWord(t reporter, s string) {
	t.Helper()
	if i := strings.IndexFunc(s, inWord); i >= 0 {
		r, _ := utf8.DecodeRuneInString(s[i:])
		t.Errorf("%q (%U) is in no word", r, r)
	}
}

// inWord reports letters and digits that must stand in a word: not those that
// are signs to their readers, or nothing but optional ones.
func inWord(r rune) bool {
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return false
	}
	return strings.ContainsFunc(norm.NFKC.String(string(r)), func(r rune) bool {
		return !isOptional(r) && !isModifier(r) && !unicode.IsSpace(r)
	})
}

// TestSequenceIsReused: a sequence that held another article gives what a new
// one gives.
func TestSequenceIsReused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawText(t), drawText(t)
		var used, fresh Sequence
		used.AddParagraph(a, news.Span{End: len(a)})
		used.Reset()
		used.AddParagraph(b, news.Span{End: len(b)})
		fresh.AddParagraph(b, news.Span{End: len(b)})
		if !slices.Equal(used.Keys, fresh.Keys) || !slices.Equal(used.Starts, fresh.Starts) || !slices.Equal(used.Ends, fresh.Ends) ||
			!slices.Equal(used.Marks, fresh.Marks) || !slices.Equal(used.Paragraphs, fresh.Paragraphs) {
			t.Errorf("%q after %q differs", b, a)
		}
	})
}

// TestQuotationsLieInside: quotations lie in the paragraph, in order.
func TestQuotationsLieInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"\"", "'", "“", "”", "‘", "’", "«", "»", "„", "「", "」", "it", "é", " ", "."})).Draw(t, "text"), "")
		end := 0
		for _, q := range quotations(text) {
			if q.Start < end || q.End < q.Start || q.End > len(text) {
				t.Errorf("%v behind byte %d of %q", q, end, text)
			}
			end = q.End
		}
	})
}
