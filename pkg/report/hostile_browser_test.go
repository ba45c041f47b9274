package report_test

import (
	"testing"

	"github.com/wireprint/wireprint/pkg/news"
)

// planted are strings that run in a page that does not take care, each in its way.
var planted = []string{
	`<script>window.caught=1</script>`, `</script><script>window.caught=1</script>`, `<!--<script>`, `]]><svg onload="window.caught=1">`,
	`"><img src=x onerror="window.caught=1">`, `javascript:window.caught=1`, `' onmouseover='window.caught=1`, `{{.Program}}${window.caught=1}`,
	"\u2028window.caught=1//", `</style><style>*{background:url(//evil.example/x)}</style>`, `<a href="data:text/html,<script>">`, `<iframe srcdoc="<script>parent.caught=1</script>">`,
}

// Scripts in titles, texts, outlets, ids, credits and urls do not run, load nothing
// and make no element, wherever the page shows them.
func TestBrowserPlantedScripts(t *testing.T) {
	parent := startBrowser(t)
	r := plantedReport()
	for _, texts := range []bool{true, false} {
		if !texts {
			for i := range r.Articles {
				r.Articles[i].Text = ""
			}
		}
		b := show(t, parent, pageFile(t, r), 1400, 900)
		for _, at := range []string{
			"#/", eventAddress(r), pairAddress(r), "#/network", "#/audit", "#/drift", "#/quotes", address("network", planted[0]), address("event", planted[4]),
			address(planted[1]), "#/?q=" + "%3Cscript%3E" + "&texts=1", eventAddress(r) + "/row/" + "p1",
		} {
			b.at(at)
			b.run(evaluated(`document.querySelectorAll('details').forEach((d) => { d.open = true; });
				document.querySelectorAll('.cell').forEach((c) => c.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' })));
				document.querySelector('.cell.edited')?.click(); dispatchEvent(new Event('beforeprint'))`))
			if value[bool](b, `'caught' in window`) {
				t.Fatalf("a planted script ran at %s", at)
			}
			if n := value[int](b, `document.querySelectorAll('main script, main img, main iframe, main style, main a[href^="javascript"], main [onload], main [onerror], main [onmouseover]').length`); n > 0 {
				t.Errorf("%d elements were made of scraped text at %s", n, at)
			}
		}
	}
}

// plantedReport has a planted string wherever a page has a say.
func plantedReport() *news.Report {
	r := &news.Report{Schema: news.Schema}
	bad := func(i int) string { return planted[i%len(planted)] }
	var ids []string
	for i := range planted {
		id := "https://x.example/" + bad(i)
		ids = append(ids, id)
		r.Articles = append(r.Articles, news.ArticleRecord{
			ID: id, Path: bad(i), Outlet: bad(i + 1), OutletEvidence: bad(i), Title: bad(i + 2), Published: "2031-03-03T10:00Z", PublishedFrom: bad(i + 3),
			Lang: bad(i), Words: 10, Event: bad(4), Family: "f", Text: "Before that " + bad(i) + " and after it.\n\n" + bad(i+5) + "\n",
			Agencies: []news.AgencyRecord{{Name: bad(i), Kind: "text", Evidence: bad(i + 1)}, {Name: bad(i), Kind: "photo", Evidence: bad(i)}},
		})
		r.Audit = append(r.Audit, news.Audit{Article: id, Outlet: bad(i), Event: bad(4), Finding: news.AuditRemoved, Origin: bad(i), From: ids[0], Evidence: []string{bad(i)}})
		r.Edges = append(r.Edges, news.Edge{From: bad(i), To: bad(i + 1), Words: 10, Evidence: []string{bad(i)}})
		r.Outlets = append(r.Outlets, news.OutletRecord{Name: bad(i), Owner: bad(i + 1)})
		r.Pairs = append(r.Pairs, news.Pair{A: ids[0], B: id, Class: news.WhollyDerived, Passages: []news.PairPassage{
			{A: news.Span{Start: 0, End: 20}, B: news.Span{Start: 0, End: 25}, Words: 5, Changes: []news.Change{{Op: news.OpReplace, From: bad(i), To: bad(i + 1)}}},
		}})
	}
	row := news.Row{ID: "p1", Event: bad(4), Family: "f", Text: bad(0), Source: news.RowSource{Article: ids[0], Span: news.Span{Start: 0, End: 30}}}
	quote := news.Quotation{ID: "q1", Event: bad(4), Text: bad(1), Speaker: bad(2), Title: bad(3), Evidence: &news.Fact{Article: ids[0], Text: bad(4)}, Others: []string{bad(5)}, Source: row.Source}
	for i, id := range ids {
		row.Carriers = append(row.Carriers, news.Carrier{Article: id, Outlet: bad(i), Class: news.Edited, Span: news.Span{Start: 0, End: 30}, Text: bad(i), Changes: []news.Change{{Op: news.OpInsert, To: bad(i)}}})
		quote.Carriers = append(quote.Carriers, news.QuotationCarrier{Article: id, Kinds: []news.QuoteKind{news.QuoteAltered}, Speaker: bad(i), Changes: []news.Change{{Op: news.OpReplace, From: bad(i), To: bad(i + 1)}}})
		r.Drift = append(r.Drift, news.Drift{Row: "p1", Kind: news.DriftName, Relation: news.RelationDrift, From: news.Fact{Article: ids[0], Text: bad(i)}, To: news.Fact{Article: id, Text: bad(i + 1)}})
	}
	r.Rows, r.Quotes = []news.Row{row}, []news.Quotation{quote}
	r.Events = []news.Event{{ID: bad(4), Label: bad(0), Articles: ids, Families: []string{"f"}, From: "2031-03-03", To: "2031-03-03"}}
	r.Families = []news.Family{{ID: "f", Event: bad(4), Articles: ids, Source: news.Source{Outside: bad(0)}, SourceScore: 0.9, SourceEvidence: planted, Canonical: ids[0], Bridges: ids[:2],
		Copies: []news.Copy{{Article: ids[1], From: news.Source{Article: ids[0]}, Score: 0.9, Evidence: planted}}}}
	r.Run.Skipped = []news.Skip{{Path: bad(0), Reason: bad(1)}}
	return r
}
