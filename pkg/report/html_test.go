package report

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"

	"github.com/wireprint/wireprint/pkg/news"
)

func pageOf(t interface{ Fatal(...any) }, r *news.Report) string {
	var b bytes.Buffer
	if err := HTML(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var dataElement = regexp.MustCompile(`<script type="application/octet-stream" id="([^"]+)">([A-Za-z0-9+/=]*)</script>`)

// pageData unpacks what the page's program reads.
func pageData(t *testing.T, page string) string {
	t.Helper()
	var b strings.Builder
	for _, m := range dataElement.FindAllStringSubmatch(page, -1) {
		r, err := gzip.NewReader(base64.NewDecoder(base64.StdEncoding, strings.NewReader(m[2])))
		if err != nil {
			t.Fatal(err)
		}
		var value any
		if err := json.NewDecoder(r).Decode(&value); err != nil {
			t.Fatal(err)
		}
		text, err := json.MarshalIndent(value, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "-- %s --\n%s\n", m[1], text)
	}
	if b.Len() == 0 {
		t.Fatal("the page has no data")
	}
	return b.String()
}

// withTexts is a report as made with the articles' texts, in which what the first
// article says is where the rows' spans say it is.
func withTexts() *news.Report {
	r := bridge()
	r.Articles[0].Text = "Herald\r\n\r\n“Naïve” 🌉 " + strings.ReplaceAll(r.Rows[0].Text, " was", "\nwas") + "\u2028\u202eEnd\x1b[2J"
	start := strings.Index(r.Articles[0].Text, "The harbour")
	r.Rows[0].Source = news.RowSource{Article: r.Articles[0].ID, Span: news.Span{Start: start, End: start + len(r.Rows[0].Text)}}
	r.Rows[0].Carriers[0].Span = r.Rows[0].Source.Span
	return r
}

// The data of a page, with and without texts.
func TestHTMLDataGolden(t *testing.T) {
	golden(t, "html-data", pageData(t, pageOf(t, bridge())))
	golden(t, "html-data-texts", pageData(t, pageOf(t, withTexts())))
}

// The same report gives the same page, for every kind of report that there is.
func TestHTMLSameBytes(t *testing.T) {
	for name, r := range map[string]*news.Report{
		"bridge": bridge(), "no events": withoutEvents(), "nameless": nameless(), "long": longWinded(), "hostile": hostile(),
		"many": many(), "apart": apart(), "only skipped": onlySkipped(), "empty": {}, "zero": zeroOfEach(), "filled": oneOfEach(), "texts": withTexts(),
	} {
		if once, again := pageOf(t, r), pageOf(t, r); once != again {
			t.Errorf("%s: two pages of one report differ", name)
		}
	}
}

// The page's policy names the style and the program that are in it, and no others;
// nothing else in the page would run, and nothing refers to anywhere.
func TestHTMLPolicy(t *testing.T) {
	page := pageOf(t, bridge())
	style := between(t, page, "<style>", "</style>")
	program := between(t, page, "<script>", "</script>")
	policy := pagePolicy([]byte(style), []byte(program))
	if head := strings.ReplaceAll(between(t, page, `Content-Security-Policy" content="`, `"`), "&#39;", "'"); strings.ReplaceAll(head, "&#43;", "+") != policy {
		t.Errorf("policy is\n%s\nand that of the style and program in the page\n%s", head, policy)
	}
	if strings.Contains(policy, "unsafe") || !strings.HasPrefix(policy, "default-src 'none'") {
		t.Errorf("policy is not strict: %s", policy)
	}
	for _, out := range []string{"http:", "https:", "//cdn", "url(", "@import", " src=", "innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "new Function", "javascript:", "srcdoc"} {
		if strings.Contains(strings.ReplaceAll(page, "'http://www.w3.org/2000/svg'", ""), out) {
			t.Errorf("the page has %q", out)
		}
	}
}

func between(t *testing.T, s, before, after string) string {
	t.Helper()
	_, s, ok := strings.Cut(s, before)
	s, _, ok2 := strings.Cut(s, after)
	if !ok || !ok2 {
		t.Fatalf("nothing stands between %q and %q", before, after)
	}
	return s
}

// Nothing of the report stands in the page outside of its packed data, whatever it
// holds: but for the totals two reports of the same shape have the same page.
func TestHTMLHoldsNoScrapedText(t *testing.T) {
	plain := dataElement.ReplaceAllString(pageOf(t, withTexts()), "")
	rapid.Check(t, func(rt *rapid.T) {
		r := withTexts()
		poison(r, rapid.StringMatching(`["'<>/! -]{0,4}(script|style|/script|--)?[>]?`).Draw(rt, "before")+"x", rapid.String().Draw(rt, "after"))
		if got := dataElement.ReplaceAllString(pageOf(rt, r), ""); got != plain {
			rt.Fatalf("the page around the data differs")
		}
	})
}

// A span of bytes is shown at the same words, counted as JavaScript counts.
func TestShownTextUnits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, words, after := rapid.String().Draw(t, "before"), "w"+rapid.String().Draw(t, "words"), rapid.String().Draw(t, "after")
		shown := newShownText(before + words + after)
		units := utf16.Encode([]rune(shown.text))
		from, to := shown.unit(len(before)), shown.unit(len(before)+len(words))
		want := newShownText(words).text
		if got := string(utf16.Decode(units[from:to])); got != want {
			t.Fatalf("shows %q, want %q", got, want)
		}
		if shown.size != len(units) {
			t.Fatalf("is %d units long, says %d", len(units), shown.size)
		}
	})
	for at, want := range map[int]int{-1: 0, 0: 0, 3: 1, 5: 3, 99: 3} {
		shown := newShownText("港ab")
		if got := shown.unit(at); got != want {
			t.Errorf("byte %d is at %d, want %d", at, got, want)
		}
	}
}
