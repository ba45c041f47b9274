package report

import (
	stdcmp "cmp"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/wireprint/wireprint/pkg/news"
)

var update = flag.Bool("update", false, "write testdata/*.golden anew")

// golden compares got with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (go test ./pkg/report -update writes it)", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

func textOf(t interface{ Fatal(...any) }, r *news.Report, opts TextOptions) string {
	var b strings.Builder
	if err := Text(&b, r, opts); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var textCases = []struct {
	name   string
	report func() *news.Report
	opts   TextOptions
}{
	{"bridge-80", bridge, TextOptions{}},
	{"bridge-120", bridge, TextOptions{Width: 120}},
	{"owned-80", withOwners, TextOptions{}},
	{"bridge-diff-100", bridge, TextOptions{Width: 100, Diff: true}},
	{"bridge-color-120", bridge, TextOptions{Width: 120, Diff: true, Color: true}},
	{"bridge-all-80", bridge, TextOptions{Paragraphs: ParagraphsAll, Diff: true}},
	{"bridge-none-80", bridge, TextOptions{Paragraphs: ParagraphsNone}},
	{"bridge-unlimited-80", bridge, TextOptions{Lines: -1}},
	{"bridge-40", bridge, TextOptions{Width: 20}},
	{"littered-80", littered, TextOptions{Boilerplate: true}},
	{"littered-color-40", littered, TextOptions{Width: 40, Boilerplate: true, Color: true}},
	{"no-litter-80", apart, TextOptions{Boilerplate: true}},
	{"hostile-litter-80", hostile, TextOptions{Boilerplate: true}},
	{"no-events-80", withoutEvents, TextOptions{}},
	{"no-outlets-80", nameless, TextOptions{}},
	{"long-80", longWinded, TextOptions{Diff: true}},
	{"long-120", longWinded, TextOptions{Width: 120}},
	{"hostile-80", hostile, TextOptions{Diff: true}},
	{"hostile-color-80", hostile, TextOptions{Diff: true, Color: true}},
	{"many-80", many, TextOptions{}},
	{"alone-80", apart, TextOptions{}},
	{"empty-80", func() *news.Report { return &news.Report{} }, TextOptions{}},
	{"only-skipped-80", onlySkipped, TextOptions{}},
	{"one-80", func() *news.Report { r := apart(); r.Articles, r.Events = r.Articles[:1], r.Events[:1]; return r }, TextOptions{}},
	{"harbour-40", harbour, TextOptions{Width: 40}},
	{"harbour-80", harbour, TextOptions{}},
	{"harbour-120", harbour, TextOptions{Width: 120}},
	{"harbour-200", harbour, TextOptions{Width: 200, Lines: -1}},
	{"harbour-terminal-80", harbour, TextOptions{Isolates: true, Color: true}},
	{"harbour-sections-80", harbour, TextOptions{Sections: TextSections()}},
	{"harbour-sections-40", harbour, TextOptions{Width: 40, Sections: TextSections()}},
	{"election-sections-80", apartAndCopied, TextOptions{Sections: []TextSection{SectionDrift, SectionQuotes, SectionCredits}, Top: 1}},
	{"election-120", apartAndCopied, TextOptions{Width: 120, Top: 1}},
}

func TestText(t *testing.T) {
	for _, c := range textCases {
		t.Run(c.name, func(t *testing.T) {
			got := textOf(t, c.report(), c.opts)
			checkLines(t, got, max(40, stdcmp.Or(c.opts.Width, 80)))
			golden(t, c.name, got)
		})
	}
}

func TestTextFitsAScreen(t *testing.T) {
	for _, c := range []struct {
		folder string
		report *news.Report
		most   int // lines
	}{
		{"nine files", bridge(), 45},
		{"thirty events", many(), 65}, // three stories, and a line on ten others
	} {
		got := textOf(t, c.report, TextOptions{Width: 100})
		if lines := strings.Count(got, "\n"); lines > c.most {
			t.Errorf("a folder of %s takes %d lines:\n%s", c.folder, lines, got)
		}
	}
}

func TestTextRefusesUnknownParagraphs(t *testing.T) {
	err := Text(&strings.Builder{}, bridge(), TextOptions{Paragraphs: "some"})
	if err == nil || !strings.Contains(err.Error(), `"some"`) {
		t.Errorf("got error %v", err)
	}
}

func TestTextReportsWriteErrors(t *testing.T) {
	err := Text(brokenWriter{}, bridge(), TextOptions{})
	if !errors.Is(err, errBroken) {
		t.Errorf("got error %v", err)
	}
}

var errBroken = errors.New("broken")

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errBroken }

// Whatever stands in a report, the text holds no control character but the line
// end, no line wider than asked for and no space at a line's end.
func TestTextIsSafe(t *testing.T) {
	reports := []func() *news.Report{bridge, withoutEvents, apart, onlySkipped, harbour}
	rapid.Check(t, func(t *rapid.T) {
		r := rapid.SampledFrom(reports).Draw(t, "report")()
		poison(r, hostileText().Draw(t, "before"), hostileText().Draw(t, "after"))
		opts := TextOptions{
			Width:      rapid.IntRange(40, 130).Draw(t, "width"),
			Color:      rapid.Bool().Draw(t, "color"),
			Diff:       rapid.Bool().Draw(t, "diff"),
			Paragraphs: rapid.SampledFrom([]Paragraphs{ParagraphsAll, ParagraphsSyndicated, ParagraphsNone}).Draw(t, "paragraphs"),
			Lines:      rapid.SampledFrom([]int{0, -1, 20}).Draw(t, "lines"),
			Isolates:   rapid.Bool().Draw(t, "isolates"),
			Sections:   rapid.SampledFrom([][]TextSection{nil, TextSections()}).Draw(t, "sections"),
		}
		checkLines(t, textOf(t, r, opts), opts.Width)
	})
}

// hostileText generates what scrapers bring home.
func hostileText() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{
			"\x1b[31m", "\x1b]0;title\a", "\u009b2J", "\r\n", "\t", "\x00", "\xff\xfe", "\u202e", "\u2066", "\u200b",
			"\u2028", "\u00ad", "\ufeff", "\U000e0041", "é́", "̈", "👩‍👩‍👧‍👦", "🇺🇳", "🇺", "漢字", "ไทย", "العربية", "ﷺ", "…", "‍", "‌",
			" ", "--", "1️⃣", "क्षि", "가", "ᄀ", "a/b/c", "A B",
		}),
		rapid.StringN(0, 30, 60),
		rapid.StringMatching(`[a-z]{0,150}`),
	)
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(piece, 0, 6).Draw(t, "pieces"), "")
	})
}

var ourSGR = regexp.MustCompile(`\x1b\[(1|2|9;31|1;32)m|\x1b\[0m`)

func checkLines(t interface {
	Helper()
	Errorf(string, ...any)
}, text string, width int) {
	t.Helper()
	text = ourSGR.ReplaceAllString(text, "")
	for i, l := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if w := columns(l); w > width {
			t.Errorf("line %d takes %d of %d columns: %q", i+1, w, width, l)
		}
		if strings.TrimRight(l, " ") != l {
			t.Errorf("line %d ends in a space: %q", i+1, l)
		}
		if at := strings.IndexFunc(l, unicode.IsControl); at >= 0 {
			t.Errorf("line %d has a control character at byte %d: %q", i+1, at, l)
		}
	}
}

func TestClean(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"plain words", "plain words"},
		{" two\r\n\tlines \u00a0 ", "two lines"},
		{"\x1b[31mred", "�[31mred"},
		{"bad \xff byte", "bad � byte"},
		{"pay\u202eexe.fdp", "payexe.fdp"},
		{"soft\u00adware", "software"},
		{"می‌خواهم", "می‌خواهم"}, // needs its non-joiner
		{"👩‍👧", "👩‍👧"},
	} {
		if got := clean(c.in); got != c.want {
			t.Errorf("clean(%q) = %q, want %q", c.in, got, c.want)
		}
		if again := clean(c.want); again != c.want {
			t.Errorf("clean(%q) = %q, not the same", c.want, again)
		}
	}
}

func TestMarkedPlacesOnlyWhatIsCertain(t *testing.T) {
	const text = "The mayor said the bridge and the ferry were shut on Monday for a week."
	for _, c := range []struct {
		name    string
		changes []news.Change
		want    string
	}{
		{"one word", []news.Change{change("Monday", "Tuesday")}, "… were shut on [-Monday-]{+Tuesday+} for a week."},
		{"at the start", []news.Change{change("The mayor", "He")}, "[-The mayor-]{+He+} said the bridge …"},
		{"two that are near", []news.Change{change("shut", "closed"), change("a week", "")},
			"… the ferry were [-shut-]{+closed+} on Monday for [-a week-]."},
		{"words that stand there twice", []news.Change{change("the", "a")}, "[-the-]{+a+}"},
		{"an insertion", []news.Change{change("", "again")}, "{+again+}"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got strings.Builder
			for _, p := range marked(text, c.changes, false) {
				got.WriteString(p.text)
			}
			if got.String() != c.want {
				t.Errorf("got  %s\nwant %s", got.String(), c.want)
			}
		})
	}
}

func TestDays(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"2031-03-03", "2031-03-03", "3 Mar 2031"},
		{"2031-03-03", "2031-03-04", "3–4 Mar 2031"},
		{"2031-02-27", "2031-03-04", "27 Feb – 4 Mar 2031"},
		{"2030-12-31", "2031-01-01", "31 Dec 2030 – 1 Jan 2031"},
		{"XXXX-02-29", "XXXX-02-29", "29 Feb"},
		{"", "2031-03-04", "4 Mar 2031"},
		{"", "", "undated"},
		{"Monday", "\x1b[2J", "undated"},
	} {
		if got := days(readTime(c.from), readTime(c.to)); got != c.want {
			t.Errorf("days(%q, %q) = %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestReadTimeReadsWhatTimeWrites(t *testing.T) {
	for _, s := range []string{
		"", "2021-07-19", "XXXX-07-19", "2021-07-19T16:35", "2021-07-19T16:35Z", "2021-07-19T16:35+05:00", "XXXX-02-29T00:00-03:30",
	} {
		if got := readTime(s).String(); got != s {
			t.Errorf("readTime(%q) is written %q", s, got)
		}
	}
}

func TestPercent(t *testing.T) {
	for share, want := range map[float64]string{0: "0%", 0.001: "<1%", 0.625: "63%", 0.999: "99%", 1: "all"} {
		if got := percent(share); got != want {
			t.Errorf("percent(%v) = %q, want %q", share, got, want)
		}
	}
}

func TestDivide(t *testing.T) {
	for _, c := range []struct {
		lines int
		needs []int
		want  []int
	}{
		{40, []int{50}, []int{40}},
		{40, []int{10, 50}, []int{10, 30}},
		{40, []int{50, 10, 50}, []int{15, 10, 15}},
		{20, []int{50, 5, 50}, []int{14, 5, 14}}, // the least goes before the total
	} {
		if got := divide(c.lines, 14, c.needs); fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("divide(%d, %v) = %v, want %v", c.lines, c.needs, got, c.want)
		}
	}
}
