package report_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/pipeline"
)

func scan(t *testing.T, path string, withText bool) *news.Report {
	t.Helper()
	opts := pipeline.Defaults()
	opts.WithText = withText
	r, err := pipeline.Scan(t.Context(), []string{path}, nil, opts, pipeline.Silent{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A report without texts shows what it has: the paragraphs that two articles carry,
// with the words that were changed.
func TestBrowserWithoutTexts(t *testing.T) {
	r := scan(t, "../../testdata/newsroom", false)
	b := show(t, startBrowser(t), pageFile(t, r), 1400, 900)
	b.at(eventAddress(r))
	b.run(evaluated("document.querySelector('.cell.edited').click()"))
	b.until("document.querySelector('.panel .cell-text del') && document.querySelector('.panel .cell-text ins')")
	b.at(pairAddress(r))
	b.until("document.querySelector('.note')?.textContent.includes('without the articles’ texts')")
	b.until("document.querySelectorAll('.joined').length > 2")
	b.picture("desk-pair-no-texts", false)
}

// Chinese is compared character by character, and Arabic runs from the right.
func TestBrowserScripts(t *testing.T) {
	r := scan(t, "../../testdata/scripts", true)
	b := show(t, startBrowser(t), pageFile(t, r), 1400, 900)
	b.picture("desk-scripts", false)
	b.picture("desk-scripts-whole", true)
	for _, lang := range []string{"ar", "zh"} {
		event := sharedIn(r, lang)
		if event == "" {
			t.Fatalf("no article in %s", lang)
		}
		b.at(address("event", event))
		b.run(evaluated("document.getElementById('s-matrix').scrollIntoView(); (document.querySelector('.cell.edited') ?? document.querySelector('.cell'))?.click()"))
		b.picture("desk-matrix-"+lang, false)
		if turned := value[bool](b, `Array.from(document.querySelectorAll('.carriers dd')).some((list) => {
			const at = Array.from(list.querySelectorAll('bdi'), (n) => n.getBoundingClientRect());
			return at.length > 1 && at[0].top === at[1].top && at[0].left > at[1].left;
		})`); turned {
			t.Errorf("%s: a list of names runs from the right", lang)
		}
		want := map[string]string{"ar": "rtl", "zh": "ltr"}[lang]
		if got := value[string](b, "getComputedStyle(document.querySelector('.panel .wording')).direction"); got != want {
			t.Errorf("%s runs %s", lang, got)
		}
	}
	if got := value[int](b, "difference('86名游客被困五小时', '91名游客被困五小时').length"); got != 3 {
		t.Errorf("a changed number makes %d parts", got)
	}
	if got := value[int](b, "difference('大桥关闭三周', '大桥关闭三个月').filter((p) => p.op === 'cut')[0].text.length"); got != 1 {
		t.Errorf("of a changed character %d are marked", got)
	}
}

// sharedIn is an event of which the report lists paragraphs in a language.
func sharedIn(r *news.Report, lang string) string {
	written := make(map[string]string)
	for _, a := range r.Articles {
		written[a.ID] = a.Lang
	}
	for _, row := range r.Rows {
		if written[row.Source.Article] == lang {
			return row.Event
		}
	}
	return ""
}

// On paper, an event's matrix is a list of paragraphs with who carried them.
func TestBrowserPrint(t *testing.T) {
	r := scan(t, "../../testdata/newsroom", true)
	b := show(t, startBrowser(t), pageFile(t, r), 1400, 900)
	b.at(eventAddress(r))
	var pdf []byte
	b.run(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		pdf, _, err = page.PrintToPDF().Do(ctx)
		return err
	}))
	if n := value[int](b, "document.querySelectorAll('.print-only li').length"); n < 5 {
		t.Errorf("%d paragraphs were printed", n)
	}
	if *screenshots != "" {
		if err := os.WriteFile(filepath.Join(*screenshots, "event.pdf"), pdf, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// difference marks what was changed, so that what stays and what was cut are the one
// text, and what stays and what was added the other.
func TestBrowserDifference(t *testing.T) {
	b := show(t, startBrowser(t), pageFile(t, oneStory(3)), 800, 600)
	for _, c := range []struct{ a, b, want string }{
		{"", "", ""},
		{"one", "", "[-one-]"},
		{"Twelve people were killed", "Fifteen people were killed", "[-Twelve-]{+Fifteen+} people were killed"},
		{"a b c d e", "a c b d e", "a[- b-] c{+ b+} d e"},
		{"“so” he said", `"so" she said`, `"so"[- he-]{+ she+} said`},
		{"x y", "y x z", "[-x-] y{+ x z+}"},
	} {
		got := value[string](b, "difference("+quoted(c.a)+","+quoted(c.b)+").map((p) => p.op === 'same' ? p.text : p.op === 'cut' ? '[-' + p.text + '-]' : '{+' + p.text + '+}').join('')")
		if got != c.want {
			t.Errorf("%q to %q: %q, want %q", c.a, c.b, got, c.want)
		}
	}
	if bad := value[string](b, `(() => {
		let seed = 7;
		const next = (n) => (seed = (seed * 48271) % 2147483647) % n;
		const text = () => Array.from({ length: next(30) }, () => 'abcd'[next(4)]).join(' ');
		const bare = (parts, op) => parts.filter((p) => p.op === 'same' || p.op === op).map((p) => p.text).join('').replace(/\s/g, '');
		for (let i = 0; i < 3000; i++) {
			const a = text(), b = text(), parts = difference(a, b);
			if (bare(parts, 'cut') !== a.replace(/\s/g, '') || bare(parts, 'added') !== b.replace(/\s/g, '')) return a + ' / ' + b;
		}
		return '';
	})()`); bad != "" {
		t.Errorf("loses words of %s", bad)
	}
}
