package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/wireprint/wireprint/pkg/news"
)

// pieces are what scraped files are made of. Texts drawn from them reach the
// rules that random letters never do.
var pieces = []string{
	"A ferry burned at its berth in Skarholm on Monday and twelve people were taken to hospital, the coastguard said.",
	"The Northern Island Line has halted all its sailings between Skarholm and Tolva until its three remaining ferries have been searched by inspectors of the Northern Island Line, it said on Tuesday, a day after the fire in which twelve people were hurt. Read more",
	"The fire began in the engine room shortly before dawn and reached the car deck within minutes, according to the harbour mas",
	"Smoke over Skarholm. Image: Shutterstock The ferry burned at its berth on Monday and twelve people were taken to hospital, said the coastguard of Varland in a short statement that it later took back.",
	"SKARHOLM, March 4 (Reuters) - ", "Tolva (Varland), 4 March 2024: ", "(AP) — ", "TOLVA — ",
	"Ferry burns at Skarholm pier, twelve hurt", "Who set fire to the Skarholm ferry?", "The Tolva Post",
	"5 March 2024, 09:48", "By Ines Halvorsen", "(Reporting by Ines Halvorsen)", "Photo: Lena Moe/AFP",
	"Recent Stories", "Leave a Reply", "Home | News | Sport", "Continue reading", "read more", "© 2024",
	"最新免费在线游戏平台。", "«Пожар начался»", "“safe,\nwarm and\ndry”", "\n\n", "\n", "    ", "\r\n", "\u00a0", "\u200b", "\u2028", "\x00", "\ufffd", ".", "(", "é", "\u0301",
}

// drawText draws a text of such pieces and of random characters. It is valid
// UTF-8, as everything is that [decode] returns.
func drawText(t *rapid.T) string {
	parts := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(pieces), rapid.StringN(0, 12, -1)), 0, 40).Draw(t, "parts")
	separator := rapid.SampledFrom([]string{"\n\n", "\n", " ", ""}).Draw(t, "separator")
	return strings.ToValidUTF8(strings.Join(parts, separator), "\ufffd")
}

// TestStructureKeepsTheText: whatever the text, all of it is in the stories'
// paragraphs but what may be left out.
func TestStructureKeepsTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkStructure(t, drawText(t))
	})
}

// FuzzStructure is [TestStructureKeepsTheText] for any bytes.
func FuzzStructure(f *testing.F) {
	files, err := filepath.Glob("testdata/text/*.txt")
	if err != nil || len(files) == 0 {
		f.Fatalf("no fixtures found: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for c := range strings.SplitSeq(string(data), caseMark) {
			text, _, _ := strings.Cut(withoutComment(c), outlineMark)
			f.Add(text)
		}
	}
	for _, p := range pieces {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkStructure(t, strings.ToValidUTF8(text, "\ufffd"))
	})
}

// reporter is what a test and a property check have in common.
type reporter interface {
	Helper()
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

func checkStructure(t reporter, text string) {
	t.Helper()
	for _, split := range []bool{false, true} {
		stories := structure(news.Article{ID: "a"}, text, split)
		if !split && len(stories) != 1 {
			t.Fatalf("split into %d stories without being asked", len(stories))
		}
		end := 0 // of the last story, in text
		for i := range stories {
			a := &stories[i]
			if a.Offset < end || a.Offset+len(a.Text) > len(text) || text[a.Offset:a.Offset+len(a.Text)] != a.Text {
				t.Fatalf("story %d at %d is not in the text behind byte %d", i+1, a.Offset, end)
			}
			checkLeftOut(t, text[end:a.Offset])
			checkParagraphs(t, a)
			end = a.Offset + len(a.Text)
		}
		checkLeftOut(t, text[end:])
		if diff := cmp.Diff(stories, structure(news.Article{ID: "a"}, text, split)); diff != "" {
			t.Errorf("another result the second time:\n%s", diff)
		}
	}
}

// checkParagraphs holds the paragraphs against what news.Article promises.
func checkParagraphs(t reporter, a *news.Article) {
	t.Helper()
	end := 0
	last := lastBody(a)
	for i, p := range a.Paragraphs {
		if p.Start < end || p.End > len(a.Text) || p.End <= p.Start {
			t.Fatalf("paragraph %d is %v, behind byte %d of %d", i, p.Span, end, len(a.Text))
		}
		if s := a.Text[p.Start:p.End]; p.Role == news.RoleBody && strings.TrimSpace(s) != s {
			t.Errorf("paragraph %d has white space around it: %q", i, s)
		}
		left := a.Text[end:p.Start]
		if i > 0 && i-1 == last && a.Truncated {
			left = withoutCutWord(left)
		}
		checkLeftOut(t, left)
		end = p.End
	}
	left := a.Text[end:]
	if a.Truncated && last == len(a.Paragraphs)-1 {
		left = withoutCutWord(left)
	}
	checkLeftOut(t, left)
	if d := a.Dateline.Span; d.Start < 0 || d.End < d.Start || d.End > len(a.Text) {
		t.Errorf("dateline %v in a text of %d bytes", d, len(a.Text))
	}
	if a.Truncated && last < 0 {
		t.Errorf("a story without text is called cut off")
	}
}

// lastBody is the number of the last body paragraph.
func lastBody(a *news.Article) int {
	for i := len(a.Paragraphs) - 1; i >= 0; i-- {
		if a.Paragraphs[i].Role == news.RoleBody {
			return i
		}
	}
	return -1
}

// withoutCutWord is what stands behind the word that a story was cut off in.
func withoutCutWord(s string) string {
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[i:]
	}
	return ""
}

// checkLeftOut: outside of the paragraphs there is white space, what nobody
// sees, and the words of links.
func checkLeftOut(t reporter, s string) {
	t.Helper()
	for line := range strings.Lines(s) {
		line = strings.TrimFunc(line, func(r rune) bool {
			return unicode.IsSpace(r) || unicode.In(r, unicode.Cf, unicode.Variation_Selector) || r == 0x34F || r == 0x2065
		})
		if line != "" && !isLink(line) {
			t.Errorf("%q is in no paragraph", line)
		}
	}
}

// TestStructureOfValidText: from valid text come valid titles and paragraphs.
func TestStructureOfValidText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, a := range structure(news.Article{}, drawText(t), true) {
			if !utf8.ValidString(a.Title) || !utf8.ValidString(a.Text) {
				t.Errorf("title %q, text %q", a.Title, a.Text)
			}
			for _, p := range a.Paragraphs {
				if s := a.Text[p.Start:p.End]; !utf8.ValidString(s) {
					t.Errorf("paragraph %q", s)
				}
			}
		}
	})
}

// TestStructureBelievesTheRecord: a title and a time that a record states are
// not changed by what the text seems to say.
func TestStructureBelievesTheRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		given := news.Article{
			ID: "a", Title: "Ferry burns at Skarholm pier, twelve hurt",
			Time: news.Time{Year: 2023, Month: 12, Day: 31}, TimeFrom: "record",
		}
		a := structure(given, drawText(t), false)[0]
		if a.ID != given.ID || a.Title != given.Title || a.Time != given.Time || a.TimeFrom != given.TimeFrom {
			t.Errorf("became %q %q %v %q", a.ID, a.Title, a.Time, a.TimeFrom)
		}
	})
}

// TestStructureIsLinear: four times the text takes four times the work, by the
// number of allocations.
func TestStructureIsLinear(t *testing.T) {
	const paragraph = "A ferry burned at its berth in Skarholm on Monday and twelve people were taken to hospital, the coastguard said.\n\n"
	for name, unit := range map[string]string{
		"prose":       paragraph,
		"short lines": "It was so.\n",
		"lists":       "Related Stories\n\n" + paragraph,
		"datelines":   "SKARHOLM, March 4 (Reuters) - It burned all.\n\n",
		"teasers":     "Council votes down the bridge\n\n5 March 2024\n\n",
		"headlines":   "Council votes down the bridge\n\n",
		"digest":      "Council votes down the bridge\n\n5 March 2024\n\n" + strings.Repeat(paragraph, 3),
	} {
		work := func(n int) float64 {
			text := strings.Repeat(unit, n)
			return testing.AllocsPerRun(1, func() { structure(news.Article{}, text, true) })
		}
		if once, four := work(100), work(400); four > 5*once {
			t.Errorf("%s: %.0f allocations, %.0f for four times the text", name, once, four)
		}
	}
}
