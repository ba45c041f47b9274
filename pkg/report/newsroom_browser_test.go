package report_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/pipeline"
)

// newsroom is the report on the largest folder of our own.
func newsroom(t *testing.T) *news.Report {
	t.Helper()
	opts := pipeline.Defaults()
	opts.WithText, opts.Rows = true, pipeline.RowsAll
	r, err := pipeline.Scan(t.Context(), []string{"../../testdata/newsroom"}, nil, opts, pipeline.Silent{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const (
	ferry     = "Array.from(document.querySelectorAll('.events h2 a')).find(a => a.textContent.includes('Ferry fire'))"
	ferryPage = "document.querySelector('h1')?.textContent.includes('Ferry fire')"
)

// A reader with a keyboard alone finds an event, opens a cell, reads its wording and
// goes on to two articles side by side.
func TestBrowserKeyboard(t *testing.T) {
	b := show(t, startBrowser(t), pageFile(t, newsroom(t)), 1400, 900)
	b.key("/")
	b.until("document.activeElement.id === 'search'")
	b.key("ferry")
	b.until("document.querySelectorAll('.events')[0].children.length < 4 && " + ferry)
	b.key(kb.Escape)
	b.run(focusOn(ferry))
	b.key(kb.Enter)
	b.until(ferryPage)
	b.until("document.querySelector('.grid [tabindex=\"0\"]')")
	b.key("m")
	b.until("document.activeElement.matches('.lead')")
	b.key(kb.ArrowRight, kb.ArrowDown)
	b.until("document.activeElement.matches('.cell[data-row=\"1\"][data-column=\"0\"]')")
	b.key(kb.Enter)
	b.until("document.activeElement.matches('.panel')")
	b.key(kb.Escape)
	b.until("document.activeElement.matches('.cell')")
	place := value[string](b, "location.hash")
	b.key(kb.End, kb.PageDown, kb.Home)
	b.until("document.activeElement.matches('.lead')")

	b.at("#/")
	b.at(place)
	b.until("document.activeElement.matches('.cell[data-row=\"1\"][data-column=\"0\"]')")

	b.run(focusOn("document.querySelector('.panel a[href*=\"pair\"], .records a[href*=\"pair\"]')"))
	b.key(kb.Enter)
	b.until("document.querySelector('.joined')")
	b.key("n")
	b.until("document.activeElement.matches('.joined')")
}

// The filters leave the events that pass them all, and stand in the address.
func TestBrowserFilters(t *testing.T) {
	b := show(t, startBrowser(t), pageFile(t, newsroom(t)), 1400, 900)
	for hash, want := range map[string]string{
		"#/?agency=dpa": "Nordkapital to buy Morgenthal",
		"#/?outlet=Gullen%20Islander&class=quote":    "Ferry fire off Varland",
		"#/?q=hairline%20cracks%20nowhere":           "",
		"#/?from=2024-09-01&to=2024-09-30":           "Costara orders 38,000",
		"#/?finding=removed&q=ferry":                 "Ferry fire off Varland",
		"#/?q=helicopters%20fishing%20boats":         "", // not in a headline …
		"#/?q=helicopters%20fishing%20boats&texts=1": "Ferry fire off Varland",
		"#/?order=newest":                            "",
	} {
		b.at(hash)
		b.until("document.querySelector('.results .count')")
		if want != "" {
			b.until("document.querySelector('.events h2')?.textContent.startsWith(" + quoted(want) + ")")
		}
		shown := value[int](b, "document.querySelectorAll('.results > .paged .events > li').length")
		if all := 7; (want == "" && hash != "#/?order=newest" && shown != 0) || (want != "" && shown != 1) || (hash == "#/?order=newest" && shown != all) {
			t.Errorf("%s shows %d events", hash, shown)
		}
	}
	b.at("#/")
	b.run(evaluated(`const s = Array.from(document.querySelectorAll('.filters select'))[0]; s.value = 'Reuters'; s.dispatchEvent(new Event('change'))`))
	b.until("location.hash === '#/?outlet=Reuters' && document.querySelector('.count').textContent.endsWith('found')")
}

// The pointer over a cell shows its wording, with the changed words marked.
func TestBrowserHover(t *testing.T) {
	r := newsroom(t)
	b := show(t, startBrowser(t), pageFile(t, r), 1400, 900)
	b.at(eventAddress(r))
	b.run(evaluated("document.querySelector('.cell.edited').dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))"))
	b.until("!document.querySelector('.tip').hidden && document.querySelector('.tip del') && document.querySelector('.tip ins')")
	b.picture("desk-hover", false)
}

// The page of every kind has no serious finding of the accessibility checker, in
// light and in dark, on a desk and on a telephone.
func TestBrowserAccessible(t *testing.T) {
	axe, err := os.ReadFile("testdata/axe/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	parent, r := startBrowser(t), newsroom(t)
	file := pageFile(t, r)
	for _, width := range []int64{1400, 390} {
		b := show(t, parent, file, width, 850)
		b.run(evaluated(string(axe)))
		size := map[int64]string{1400: "desk-", 390: "phone-"}[width]
		event, pair := eventAddress(r), pairAddress(r)
		for _, night := range []bool{false, true} {
			b.run(dark(night))
			shade := map[bool]string{false: "", true: "-dark"}[night]
			for _, at := range []struct{ name, hash string }{
				{"overview", "#/"}, {"event", event}, {"pair", pair},
				{"network", "#/network"}, {"audit", "#/audit"}, {"drift", "#/drift"}, {"quotes", "#/quotes"},
			} {
				b.at(at.hash)
				for _, finding := range serious(t, b) {
					t.Errorf("%s%s%s: %s", size, at.name, shade, finding)
				}
				b.picture(size+at.name+shade, false)
				if at.name == "event" {
					b.run(evaluated("document.getElementById('s-matrix').scrollIntoView(); document.querySelector('.cell.edited').click()"))
					b.picture(size+"matrix"+shade, false)
					b.run(evaluated("document.querySelector('.panel.open')?.classList.remove('open'); document.getElementById('s-timeline').scrollIntoView()"))
					b.picture(size+"timeline"+shade, false)
				}
				if !night {
					b.picture(size+at.name+"-whole", true)
				}
				if wide := value[int](b, "document.documentElement.scrollWidth"); int64(wide) > width {
					t.Errorf("%s%s is %d wide", size, at.name, wide)
				}
			}
		}
	}
}

// serious runs the checker and lists what it finds grave.
func serious(t *testing.T, b *browser) []string {
	t.Helper()
	text := value[string](b, `axe.run(document, { resultTypes: ['violations'] }).then((r) => JSON.stringify(r.violations
		.filter((v) => v.impact === 'serious' || v.impact === 'critical')
		.map((v) => v.id + ': ' + v.help + ' at ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200) + ' ' + (n.any[0]?.message ?? '')).join(' | '))))`)
	var findings []string
	if err := json.Unmarshal([]byte(text), &findings); err != nil {
		t.Fatal(err)
	}
	return findings
}
