package report

import (
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/news"
)

// harbour is a folder in which there is something of everything to tell: what was
// changed and what was quoted, credits, who took from whom, in outlets and words of
// five scripts, two of them from right to left.
func harbour() *news.Report {
	d := newDraft()
	d.article("manara.html", "وكالة المنارة", "2031-03-03T05:10Z", "حريق في ميناء الزهراء يوقف العبّارات", "وكالة المنارة")
	d.article("alder.html", "The Alder Courier", "2031-03-03T09:40Z", "Fire at Zahra port stops the ferries", "وكالة المنارة")
	d.article("qingbang.html", "青浜新報", "2031-03-04T08:00+09:00", "港の火災でフェリーが全便欠航、乗客は足止め", "وكالة المنارة")
	d.article("anchor.html", "קול המעגן", "2031-03-04", "שריפה בנמל א־זהרא השביתה את המעבורות")
	d.article("sagar.html", "सागर समाचार", "2031-03-04", "बंदरगाह में आग, नौका सेवा बंद")
	d.article("hill.html", "The Hill Country Advertiser and Weekly Farm Gazette of Upper Orlec", "", "When the port burned")
	d.event(news.Event{ID: "e1", Label: "Fire at Zahra port stops the ferries", From: "2031-03-03", To: "2031-03-04", First: "manara.html",
		Origins: []string{"وكالة المنارة"}, UnknownOrigins: 1},
		news.Family{ID: "f1", Articles: []string{"manara.html", "alder.html", "qingbang.html", "anchor.html", "sagar.html"},
			Source: news.Source{Article: "manara.html"}, SourceScore: 0.95, SourceEvidence: []string{"published by the agency itself"},
			Versions: []news.Version{{Article: "qingbang.html", Cut: make([]news.Span, 6), Added: make([]news.Span, 1)}, {Article: "anchor.html", Cut: make([]news.Span, 1)}}},
		news.Family{ID: "f2", Articles: []string{"hill.html"}})
	for _, id := range []string{"alder.html", "qingbang.html", "anchor.html", "sagar.html"} {
		d.pair("manara.html", id, news.WhollyDerived, 0.9, 0.96)
	}
	d.pair("hill.html", "alder.html", news.QuoteOnly, 0.1, 0.1)
	lead := d.row("e1", "f1", "اندلع حريق في رصيف ميناء الزهراء فجر الاثنين وأصاب 12 عاملا، وفق ما أعلنت هيئة الموانئ التي أوقفت العبّارات.",
		"manara.html verbatim", "anchor.html edited", "alder.html rewritten", "qingbang.html rewritten")
	lead.Carriers[1].Changes = []news.Change{change("12 عاملا", "15 عاملا")}
	lead.Carriers[2].Text = "A fire on a quay of Zahra port hurt 12 dockers before dawn on Monday, the ports authority said as it stopped the ferries."
	lead.Carriers[3].Text = "月曜未明、ザハラ港の岸壁で火災が発生し、作業員12人が負傷した。港湾当局はフェリーの運航を停止した。"
	second := d.row("e1", "f1", "The ferries carry 96,000 people a week, most of them to the islands.",
		"alder.html verbatim", "sagar.html edited")
	second.Carriers[1].Changes = []news.Change{change("96,000", "69,000")}
	d.Drift = []news.Drift{
		{Row: "p1", Kind: news.DriftNumber, Relation: news.RelationDrift,
			From: news.Fact{Article: "manara.html", Text: "12 عاملا"}, To: news.Fact{Article: "anchor.html", Text: "15 عاملا"}},
		{Row: "p2", Kind: news.DriftNumber, Relation: news.RelationCorrection,
			From: news.Fact{Article: "alder.html", Text: "96,000"}, To: news.Fact{Article: "sagar.html", Text: "69,000"}},
		{Row: "p2", Kind: news.DriftName, Relation: news.RelationDrift,
			From: news.Fact{Article: "alder.html", Text: "nowhere in the row"}, To: news.Fact{Article: "sagar.html", Text: "nor here"}},
	}
	d.Quotes = []news.Quotation{{
		ID: "q1", Event: "e1", Text: "سمعنا انفجارا ثم رأينا الدخان", Speaker: "سليم الخزامي", Title: "port director", Others: []string{"the port"},
		Carriers: []news.QuotationCarrier{
			{Article: "manara.html", Kinds: []news.QuoteKind{news.QuoteVerbatim}},
			{Article: "anchor.html", Speaker: "the port", Kinds: []news.QuoteKind{news.QuoteShortened, news.QuoteUnmarked}},
		},
	}}
	d.Audit = []news.Audit{
		{Article: "manara.html", Outlet: "وكالة المنارة", Event: "e1", Finding: news.AuditOrigin},
		{Article: "anchor.html", Outlet: "קול המעגן", Event: "e1", Finding: news.AuditRemoved, Origin: "وكالة المنارة", From: "manara.html",
			Words: 80, CopiedWords: 78, Evidence: []string{"the copy has “وكالة المنارة”"}},
		{Article: "alder.html", Outlet: "The Alder Courier", Event: "e1", Finding: news.AuditCredited, Origin: "وكالة المنارة",
			Words: 300, CopiedWords: 300, Evidence: []string{"byline: وكالة المنارة"}},
	}
	d.Outlets = []news.OutletRecord{
		{Name: "وكالة المنارة", Articles: 1, Words: 181, OwnWords: 181},
		{Name: "青浜新報", Articles: 1, Words: 1429, CreditedWords: 1380, OwnWords: 49},
		{Name: "The Hill Country Advertiser and Weekly Farm Gazette of Upper Orlec", Articles: 1, Words: 12518, OwnWords: 12518},
	}
	d.Edges = []news.Edge{
		{From: "وكالة المنارة", To: "קול המעגן", Paragraphs: 3, Words: 78, Articles: 1},
		{From: "وكالة المنارة", To: "青浜新報", Paragraphs: 12, Words: 1380, Articles: 1},
	}
	d.Run.Languages = []news.LanguageRecord{{Lang: "ar", Articles: 2, Frequencies: news.FromFolder}}
	return &d.Report
}

// apartAndCopied is the harbour's folder with a bigger event of which nobody took
// anything, and one of which an outlet ran its own story twice.
func apartAndCopied() *news.Report {
	d := &draft{*harbour()}
	var families []news.Family
	for _, name := range strings.Fields("Ash Birch Cedar Elm Fir Hazel Larch Oak") {
		d.article(name, name+" Times", "2031-04-01", "Election: what "+name+" thinks")
		families = append(families, news.Family{ID: name, Articles: []string{name}})
	}
	d.event(news.Event{ID: "e2", Label: "Election: what Ash thinks", From: "2031-04-01", To: "2031-04-01"}, families...)
	var twice []string
	for _, id := range strings.Fields("1 2 3 4 5 6 7") {
		d.article(id, "Ash Times", "2031-05-01", "The weather")
		twice = append(twice, id)
	}
	d.event(news.Event{ID: "e3", Label: "The weather", From: "2031-05-01", To: "2031-05-01"}, news.Family{ID: "f9", Articles: twice})
	return &d.Report
}

// The first story that is told is one that outlets have from each other, however big
// the events are of which each wrote by itself.
func TestTextTellsCopiesFirst(t *testing.T) {
	got := textOf(t, apartAndCopied(), TextOptions{})
	first, _, _ := strings.Cut(got, "\n")
	if first != "Fire at Zahra port stops the ferries" {
		t.Errorf("the report begins with %q", first)
	}
	if election, weather := strings.Index(got, "Election"), strings.Index(got, "The weather"); election > weather {
		t.Errorf("an outlet's own copies stand before the bigger event:\n%s", got)
	}
}
