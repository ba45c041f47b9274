package report

import (
	"fmt"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// Reports on invented stories by invented outlets, as the stages would make
// them. Spans are left out: no text report prints one.

// draft is a report under construction.
type draft struct{ news.Report }

func newDraft() *draft {
	return &draft{news.Report{
		Schema: news.Schema,
		Run:    news.RunRecord{Version: "0.1.0", Options: []byte(`{"events":true}`)},
	}}
}

// article adds an article. Credits are "Northwire" for words and
// "photo:Northwire" for pictures.
func (d *draft) article(id, outlet, published, title string, credits ...string) {
	a := news.ArticleRecord{ID: id, Path: id, Outlet: outlet, Published: published, Title: title, Lang: "en", Words: 300}
	for _, c := range credits {
		name, photo := strings.CutPrefix(c, "photo:")
		kind := "text"
		if photo {
			kind = "photo"
		}
		a.Agencies = append(a.Agencies, news.AgencyRecord{Name: name, Kind: kind, Evidence: "(" + name + ")"})
	}
	d.Articles = append(d.Articles, a)
}

// event groups the articles and makes each family's other fields.
func (d *draft) event(e news.Event, families ...news.Family) {
	for _, f := range families {
		f.Event = e.ID
		e.Families = append(e.Families, f.ID)
		e.Articles = append(e.Articles, f.Articles...)
		d.Families = append(d.Families, f)
		for _, id := range f.Articles {
			a := d.find(id)
			a.Event, a.Family = e.ID, f.ID
		}
	}
	d.Events = append(d.Events, e)
}

func (d *draft) pair(a, b string, class news.Class, containedA, containedB float64) {
	d.Pairs = append(d.Pairs, news.Pair{
		A: a, B: b, Class: class, ContainedA: containedA, ContainedB: containedB, LongestRun: 40,
		Passages: []news.PairPassage{{Words: 40}},
	})
}

// row adds a paragraph, with carriers as "article class".
func (d *draft) row(event, family, text string, carriers ...string) *news.Row {
	row := news.Row{ID: fmt.Sprintf("p%d", len(d.Rows)+1), Event: event, Family: family, Text: text}
	for _, c := range carriers {
		id, class, _ := strings.Cut(c, " ")
		row.Carriers = append(row.Carriers, news.Carrier{
			Article: id, Outlet: d.find(id).Outlet, Class: news.CarrierClass(class), Similarity: 0.9,
		})
	}
	row.Source.Article = row.Carriers[0].Article
	d.Rows = append(d.Rows, row)
	return &d.Rows[len(d.Rows)-1]
}

func (d *draft) find(id string) *news.ArticleRecord {
	for i := range d.Articles {
		if d.Articles[i].ID == id {
			return &d.Articles[i]
		}
	}
	panic("no article " + id)
}

func change(from, to string) news.Change {
	switch {
	case from == "":
		return news.Change{Op: news.OpInsert, To: to}
	case to == "":
		return news.Change{Op: news.OpDelete, From: from}
	default:
		return news.Change{Op: news.OpReplace, From: from, To: to}
	}
}

// withOwners is the bridge's folder with the owners of some outlets.
func withOwners() *news.Report {
	r := bridge()
	r.Outlets = []news.OutletRecord{
		{Name: "Coastal Herald", Owner: "Northlight Media", Articles: 1, OwnParagraphs: 4, CarriedParagraphs: 3, Credited: 1},
		{Name: "Daily Gull", Owner: "Northlight Media", Articles: 1, CarriedParagraphs: 3, Credited: 1},
		{Name: "Inland Post", Owner: "Dahl & Sons", Articles: 2, OwnParagraphs: 9, CarriedParagraphs: 1, Credited: 1},
		{Name: "Morning Tide", Articles: 1, OwnParagraphs: 2, CarriedParagraphs: 3, Uncredited: 1},
	}
	r.Owners = []news.OwnerRecord{
		{Name: "Dahl & Sons", Outlets: []string{"Inland Post"}, Articles: 2, OwnParagraphs: 9, CarriedParagraphs: 1, Credited: 1},
		{Name: "Northlight Media", Outlets: []string{"Coastal Herald", "Daily Gull"}, Articles: 2, OwnParagraphs: 6, CarriedParagraphs: 4, Credited: 2},
	}
	r.Events[0].Owners = []string{"Dahl & Sons", "Northlight Media"}
	return r
}

// littered is the bridge's folder with what was left out of it.
func littered() *news.Report {
	r := bridge()
	words := map[string][2]int{ // in all, and learned
		"herald.html": {36, 24}, "post.html": {41, 41}, "otters.txt": {9, 9}, "digest.txt#1": {7, 0}, "gull.html": {1180, 0},
	}
	for i := range r.Articles {
		a := &r.Articles[i]
		a.BoilerplateWords, a.TemplateWords = words[a.ID][0], words[a.ID][1]
	}
	r.Boilerplate = []news.Boilerplate{
		{ID: "b1", Outlet: "Coastal Herald", Text: "The Herald brings the coast to your door six days a week.\n\nSubscribe", Words: 12,
			Articles: 7, LeftOut: 84, Examples: []string{"herald.html", "news/crabs.html", "news/mayor.html", "news/tides.html", "news/wind.html"},
			From: "2031-01-09", To: "2031-03-03",
			Evidence: []string{"in 4 articles of Coastal Herald", "in 3 articles of Herald on Sunday", "20 of 21 pairs compared are on different subjects"}},
		{ID: "b2", Outlet: "Inland Post", Text: strings.Repeat("Ada Dahl Ada Margit DahlMinister defends ferry subsidies ", 9), Words: 41,
			Articles: 1, LeftOut: 41, Examples: []string{"post.html"}, Evidence: []string{"3 of 3 pairs compared are on different subjects"}},
	}
	return r
}

// bridge is a folder of nine files: one event with a wire story from outside,
// an outlet's own story that another took, and a story that stands alone.
func bridge() *news.Report {
	d := newDraft()
	d.article("herald.html", "Coastal Herald", "2031-03-03T06:12Z", "Harbour bridge closed after crack is found", "Northwire")
	d.article("gull.html", "Daily Gull", "2031-03-03T09:40Z", "Crack shuts Port Merrow harbour bridge", "Northwire")
	d.article("digest.txt#1", "", "2031-03-03", "Port bridge shut", "photo:Northwire")
	d.article("digest.txt#2", "", "2031-03-04", "Ferry operators promise extra crossings while the bridge stays shut")
	d.article("post.html", "Inland Post", "2031-03-03T17:05+02:00", "Bridge at Port Merrow closed indefinitely, 15 lorries stranded on northern approach", "Northwire", "Pressbureau")
	d.article("zh.html", "港口日报", "2031-03-04", "梅罗港大桥发现裂缝后关闭，渡轮公司增加班次")
	d.article("ar.html", "صحيفة المرفأ", "2031-03-04T10:00+03:00", "إغلاق جسر الميناء بعد اكتشاف شق")
	d.article("tide.html", "Morning Tide", "2031-03-04T05:00Z", "How the crack in the harbour bridge was overlooked for two years")
	d.article("otters.txt", "Inland Post", "2031-02-11", "Otters return to the upper Merrow")
	d.event(news.Event{
		ID: "e1", Label: "Harbour bridge closed after crack is found", From: "2031-03-03", To: "2031-03-04", First: "herald.html",
		Outlets: []string{"Coastal Herald", "Daily Gull", "Inland Post", "Morning Tide", "صحيفة المرفأ", "港口日报"},
	},
		news.Family{ID: "f1", Articles: []string{"herald.html", "gull.html", "post.html", "digest.txt#1", "ar.html"},
			Source: news.Source{Outside: "Northwire"}, SourceEvidence: []string{`3 articles credit it`, `dateline "PORT MERROW, March 3 (Northwire)"`}},
		news.Family{ID: "f2", Articles: []string{"tide.html", "zh.html"},
			Source: news.Source{Article: "tide.html"}, SourceEvidence: []string{"earliest by 7 hours"}},
		news.Family{ID: "f3", Articles: []string{"digest.txt#2"}},
	)
	d.event(news.Event{ID: "e2", Label: "Otters return to the upper Merrow", From: "2031-02-11", To: "2031-02-11"},
		news.Family{ID: "f4", Articles: []string{"otters.txt"}})
	d.pair("herald.html", "gull.html", news.WhollyDerived, 1, 0.97)
	d.pair("herald.html", "post.html", news.PartiallyDerived, 0.62, 0.58)
	d.pair("digest.txt#1", "herald.html", news.WhollyDerived, 1, 0.2)
	d.pair("ar.html", "gull.html", news.PartiallyDerived, 0.41, 0.3)
	d.pair("tide.html", "zh.html", news.WhollyDerived, 0.4, 0.93)
	d.pair("digest.txt#2", "tide.html", news.QuoteOnly, 0.2, 0.1)
	d.pair("digest.txt#2", "herald.html", news.SameEvent, 0.02, 0.01)
	d.bridgeRows()
	d.Run.Counts = news.Counts{Inputs: 11, Articles: 9, Events: 1, Families: 2, Pairs: 7, Rows: 6, Skipped: 2}
	d.Run.Skipped = []news.Skip{{Path: "logo.png", Reason: "binary"}, {Path: "notes/empty.txt", Reason: "empty"}}
	return &d.Report
}

func (d *draft) bridgeRows() {
	lead := d.row("e1", "f1", "The harbour bridge at Port Merrow was closed on Monday after inspectors found a crack "+
		"as long as a bus in its northern pier, the port authority said, leaving 12 lorries stranded and thousands "+
		"of commuters without a way across the river.",
		"herald.html verbatim", "gull.html verbatim", "post.html edited", "ar.html edited", "digest.txt#1 excerpt")
	lead.Carriers[2].Changes = []news.Change{change("12 lorries", "15 lorries"), change("", "the"), change("thousands of", "many")}
	lead.Carriers[3].Changes = []news.Change{change("Monday", "3 March"), change("as long as a bus", "")}
	d.row("e1", "f1", "Ferries will run every ten minutes until further notice.",
		"herald.html verbatim", "gull.html verbatim")
	d.row("e1", "", "“We would rather have angry drivers than a bridge in the river,” said Ilse Marrant, who heads the port authority.",
		"herald.html quote", "gull.html quote", "tide.html quote", "digest.txt#2 quote", "zh.html quote")
	old := d.row("e1", "f2", "An inspection two years ago noted “hairline marks” on the same pier, papers seen by Morning Tide show, but no repair was ordered.",
		"tide.html verbatim", "zh.html rewritten")
	old.Carriers[1].Text = "《晨潮报》见到的文件显示，两年前的一次检查已在同一桥墩上发现“发丝状痕迹”，但当时并未下令修复。"
	d.row("e1", "f2", "梅罗港务局表示，大桥将至少关闭三周，等待工程师完成检查；在此期间，渡轮每十分钟一班，货车须绕行上游四十公里处的老桥，沿线居民对噪音和尾气表示担忧，市议会定于周四召开特别会议。",
		"zh.html verbatim", "tide.html edited").Carriers[1].Changes = []news.Change{change("三周", "三个月")}
	d.row("e1", "f2", "Morning Tide asked the authority for the full report.", "tide.html verbatim")
}

// withoutEvents is the same folder as scanned with --no-events.
func withoutEvents() *news.Report {
	r := bridge()
	r.Events = nil
	for i := range r.Articles {
		r.Articles[i].Event = ""
	}
	return r
}

// nameless is a folder of bare text files, two of them in folders of the same
// name, and a source that is an article.
func nameless() *news.Report {
	d := newDraft()
	d.article("mon/story.txt", "", "XXXX-03-03", "Lighthouse keeper retires after 41 years", "Pressbureau")
	d.article("tue/story.txt", "", "", "Lighthouse keeper, 68, retires")
	d.article("wed/other.txt", "", "2031-03-05", "")
	d.event(news.Event{ID: "e1", From: "XXXX-03-03", To: "2031-03-05"}, news.Family{
		ID: "f1", Articles: []string{"mon/story.txt", "tue/story.txt", "wed/other.txt"}, Source: news.Source{Article: "mon/story.txt"},
		SourceScore: 0.82, SourceEvidence: []string{"published 2031-03-03, before all others"},
		Copies: []news.Copy{
			{Article: "tue/story.txt", From: news.Source{Article: "mon/story.txt"}, Score: 0.82, Evidence: []string{"published 2031-03-03, before all others"}},
			{Article: "wed/other.txt", From: news.Source{Article: "tue/story.txt"}, Score: 0.97, Evidence: []string{"it has 3 changes of tue/story.txt", "published later, 2031-03-05", "but it is longer"}},
		},
	})
	d.pair("mon/story.txt", "tue/story.txt", news.WhollyDerived, 0.98, 1)
	d.pair("wed/other.txt", "tue/story.txt", news.WhollyDerived, 0.51, 0.9)
	d.pair("wed/other.txt", "mon/story.txt", news.WhollyDerived, 0.5, 0.8)
	d.row("e1", "f1", "The last keeper on the coast handed over his keys.",
		"mon/story.txt verbatim", "tue/story.txt verbatim", "wed/other.txt excerpt")
	return &d.Report
}

// longWinded has more of everything than fits: outlets, credits, headlines,
// words without a space.
func longWinded() *news.Report {
	d := newDraft()
	var ids, carriers []string
	for i := range 40 {
		id := fmt.Sprintf("site%02d/a-rather-long-path-for-an-article-about-a-spill-%02d.html", i, i)
		d.article(id, fmt.Sprintf("The Greater Merrow Valley Courier and Advertiser, edition %d", i/2),
			fmt.Sprintf("2031-03-03T%02d:00Z", i%24), strings.Repeat("A tanker spilled milk, and nobody cried. ", 12),
			"Northwire", "Pressbureau", "Agence Merrovienne de Presse")
		ids = append(ids, id)
		carriers = append(carriers, id+[]string{" verbatim", " edited", " excerpt"}[i%3])
		if i > 0 {
			d.pair(ids[0], id, news.PartiallyDerived, 0.7, 0.5)
		}
	}
	d.event(news.Event{ID: "e1", Label: strings.Repeat("Milk spill shuts valley road ", 20), From: "2031-03-03", To: "2031-03-03", First: ids[0]},
		news.Family{ID: "f1", Articles: ids, Source: news.Source{Article: ids[0]}, SourceEvidence: []string{strings.Repeat("the earliest, ", 40)}})
	row := d.row("e1", "f1", "See www.merrow.invalid/"+strings.Repeat("spill", 60)+" for the road map. "+strings.Repeat("The road stays shut. ", 30), carriers...)
	for i := range row.Carriers {
		if row.Carriers[i].Class == news.Edited {
			row.Carriers[i].Changes = []news.Change{change("road map", fmt.Sprintf("map %d", i%4))}
		}
	}
	return &d.Report
}

// hostile is a page that tries to take over the reader's terminal.
func hostile() *news.Report {
	d := newDraft()
	d.article("a\x1b[2J.txt", "Daily\x1b]0;owned\a Gull", "2031-03-03", "Bridge\r\nIn all 0 articles\x1b[31m shut", "North\x9bwire")
	d.article("b.txt", "\u202eliaM yliaD", "2031-03-04", "\x00\x08\x7f shut \xff\xfe", "\x1b[8m")
	d.event(news.Event{ID: "e\n1", Label: "Bridge\x1b[1A\x1b[2K shut", From: "\x1b[5m", To: "2031-03-04", First: "a\x1b[2J.txt"},
		news.Family{ID: "f1", Articles: []string{"a\x1b[2J.txt", "b.txt"}, Source: news.Source{Outside: "wire\u0085\x1b[0m"}, SourceEvidence: []string{"\x1b(0"}})
	d.pair("a\x1b[2J.txt", "b.txt", news.WhollyDerived, 1, 1)
	d.row("e\n1", "f1", "The bridge\x1b[31m is\u2028shut.\x07", "a\x1b[2J.txt verbatim", "b.txt edited").
		Carriers[1].Changes = []news.Change{change("shut", "\x1b[?1049h open")}
	d.Run.Skipped = []news.Skip{{Path: "\x1b[2J", Reason: "not\ntext"}}
	d.Boilerplate = []news.Boilerplate{{
		ID: "b\x001", Outlet: "Daily\x1b]0;owned\a Gull", Text: "Read\r\nall\x1b[2J \u202eerom", Words: 3,
		Articles: 1, LeftOut: 3, Examples: []string{"a\x1b[2J.txt"}, Evidence: []string{"\x1b[5m"},
	}}
	return &d.Report
}

// many is a folder of thirty events of two to nine articles.
func many() *news.Report {
	d := newDraft()
	for e := range 30 {
		event := fmt.Sprintf("e%02d", e)
		var ids, carriers []string
		for a := range 2 + (e*7)%8 {
			id := fmt.Sprintf("%s-%d.txt", event, a)
			d.article(id, fmt.Sprintf("Paper %c", 'A'+a), fmt.Sprintf("2031-04-%02d", e+1), fmt.Sprintf("Council vote number %d, as told by paper %d", e, a))
			ids, carriers = append(ids, id), append(carriers, id+" verbatim")
		}
		d.event(news.Event{ID: event, Label: fmt.Sprintf("Council vote number %d", e), From: fmt.Sprintf("2031-04-%02d", e+1), To: fmt.Sprintf("2031-04-%02d", e+1)},
			news.Family{ID: "f" + event, Articles: ids, Source: news.Source{Article: ids[0]}})
		for p := range 4 {
			d.row(event, "f"+event, fmt.Sprintf("Paragraph %d of the report on vote %d.", p, e), carriers...)
		}
	}
	return &d.Report
}

// apart is a folder whose articles have nothing to do with each other.
func apart() *news.Report {
	d := newDraft()
	for i, title := range []string{"Otters return to the upper Merrow", "Choir wins cup", ""} {
		id := fmt.Sprintf("%d.txt", i)
		d.article(id, "", "", title)
		d.event(news.Event{ID: "e" + id, Label: title}, news.Family{ID: "f" + id, Articles: []string{id}})
	}
	return &d.Report
}

func onlySkipped() *news.Report {
	r := &newDraft().Report
	r.Run.Skipped = []news.Skip{{Path: "logo.png", Reason: "binary"}, {Path: "empty.txt", Reason: "empty"}}
	return r
}
