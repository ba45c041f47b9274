package report

import (
	"maps"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
)

// What the page's program reads. Articles and events are told by their number in
// their list, -1 for none; all strings are clean.
type (
	pageMain struct {
		Version   string        `json:"version"`
		One       string        `json:"one"` // what a group is called: event, or family without events
		Many      string        `json:"many"`
		WithText  bool          `json:"withText"`
		Articles  []pageArticle `json:"articles"`
		Events    []pageEvent   `json:"events"` // the biggest first
		Families  []pageFamily  `json:"families"`
		Outlets   []pageOutlet  `json:"outlets"`
		Edges     []pageEdge    `json:"edges"`
		Audit     []pageAudit   `json:"audit"`
		Drift     []pageDrift   `json:"drift"`
		Quotes    []pageQuote   `json:"quotes"`
		Skipped   [][2]string   `json:"skipped"`
		Omitted   int           `json:"omitted,omitempty"`   // inputs that were skipped, listed or counted
		LeftPairs int           `json:"leftPairs,omitempty"` // that are in the report and not in the page
	}

	pageArticle struct {
		ID     string   `json:"id"`
		Name   string   `json:"name"` // that no other article of its event has
		Outlet string   `json:"outlet,omitempty"`
		Title  string   `json:"title,omitempty"`
		When   string   `json:"when,omitempty"`  // for a reader
		At     int64    `json:"at,omitempty"`    // minutes since 1970, of what has a year
		Clock  bool     `json:"clock,omitempty"` // At is to the minute, and not to the day
		Dated  string   `json:"dated,omitempty"` // where the date was found, or why it is not known
		Named  string   `json:"named,omitempty"` // where the outlet was found
		Lang   string   `json:"lang,omitempty"`
		Words  int      `json:"words"`
		Credit []string `json:"credit,omitempty"` // agencies, for the words
		Photo  []string `json:"photo,omitempty"`
		Proof  []string `json:"proof,omitempty"` // the words that credit them
		Event  int      `json:"event"`
		Family int      `json:"family"`
		Share  string   `json:"share,omitempty"` // whose copy it is
	}

	pageEvent struct {
		ID       string   `json:"id"`
		Label    string   `json:"label"`
		Days     string   `json:"days"`
		From     string   `json:"from,omitempty"` // full days
		To       string   `json:"to,omitempty"`
		Articles []int    `json:"articles"` // in the order of publication
		Families []int    `json:"families"`
		Outlets  int      `json:"outlets"`
		First    string   `json:"first"`
		Copies   []string `json:"copies,omitempty"`
		Credit   string   `json:"credit"`
		Classes  []int    `json:"classes,omitempty"` // how many cells of its matrix are of each class
		Rows     int      `json:"rows,omitempty"`
		Block    int      `json:"block"`
	}

	pageFamily struct {
		ID        string     `json:"id"`
		Articles  []int      `json:"articles"`
		Source    int        `json:"source"`
		Outside   string     `json:"outside,omitempty"`
		Score     float64    `json:"score"`
		Evidence  []string   `json:"evidence,omitempty"`
		Weakest   float64    `json:"weakest"`
		Bridges   []int      `json:"bridges,omitempty"`
		Canonical int        `json:"canonical"`
		Copies    []pageCopy `json:"copies,omitempty"`
	}

	pageCopy struct {
		Article  int      `json:"article"`
		From     int      `json:"from"`
		Outside  string   `json:"outside,omitempty"`
		Score    float64  `json:"score"`
		Evidence []string `json:"evidence,omitempty"`
	}

	pageOutlet struct {
		Name       string `json:"name"`
		Owner      string `json:"owner,omitempty"`
		Articles   int    `json:"articles"`
		Own        int    `json:"own"`
		Credited   int    `json:"credited"`
		Uncredited int    `json:"uncredited"`
		Undecided  int    `json:"undecided"`
	}

	pageEdge struct {
		From       string   `json:"from"`
		To         string   `json:"to"`
		Words      int      `json:"words"`
		Paragraphs int      `json:"paragraphs"`
		Articles   int      `json:"articles"`
		Score      float64  `json:"score"`
		Evidence   []string `json:"evidence,omitempty"`
	}

	pageAudit struct {
		Article   int      `json:"article"`
		Finding   string   `json:"finding"`
		Origin    string   `json:"origin,omitempty"`
		From      int      `json:"from"`
		Copied    int      `json:"copied"`
		Undecided int      `json:"undecided,omitempty"`
		Evidence  []string `json:"evidence,omitempty"`
	}

	pageDrift struct {
		Event    int    `json:"event"`
		Row      string `json:"row"`
		Kind     string `json:"kind"`
		Relation string `json:"relation"`
		From     int    `json:"from"`
		Was      string `json:"was"`
		To       int    `json:"to"`
		Is       string `json:"is"`
	}

	pageQuote struct {
		Event    int            `json:"event"`
		Text     string         `json:"text"`
		Speaker  string         `json:"speaker,omitempty"`
		Title    string         `json:"title,omitempty"`
		Said     string         `json:"said,omitempty"` // the words that name the speaker
		Others   []string       `json:"others,omitempty"`
		Carriers []pageQuotedBy `json:"carriers"`
	}

	pageQuotedBy struct {
		Article int         `json:"article"`
		Kinds   string      `json:"kinds"`
		Speaker string      `json:"speaker,omitempty"` // where it is not the quotation's
		Changes [][2]string `json:"changes,omitempty"`
	}
)

// page is a report on its way into the page: its numbers of articles and groups, and
// which groups share a block.
type page struct {
	*news.Report
	lookup *lookup
	groups []group
	texts  bool

	article  map[string]int
	family   map[string]int
	groupOf  map[string]int // by article
	rowGroup map[string]int // by row
	pairs    [][]*news.Pair // by group, that are shown
	left     int            // pairs that are not
	blocks   [][]int        // groups
	blockOf  []int          // by group
}

func newPage(r *news.Report) *page {
	l := newLookup(r)
	p := &page{
		Report: r, lookup: l, groups: groups(r, l),
		article: make(map[string]int, len(r.Articles)), family: make(map[string]int, len(r.Families)),
		groupOf: make(map[string]int, len(r.Articles)), rowGroup: make(map[string]int, len(r.Rows)),
	}
	for i := range r.Articles {
		p.article[r.Articles[i].ID] = i
		p.texts = p.texts || r.Articles[i].Text != ""
	}
	for i := range r.Families {
		p.family[r.Families[i].ID] = i
	}
	for i, g := range p.groups {
		for _, id := range g.articles {
			p.groupOf[id] = i
		}
		for _, row := range l.rows[g.id] {
			p.rowGroup[row.ID] = i
		}
	}
	p.choosePairs()
	p.makeBlocks()
	return p
}

// numbered is the number of something in its list, -1 for what is not there: a report
// that somebody filtered can name articles that it does not hold.
func numbered(of map[string]int, id string) int {
	if n, ok := of[id]; ok {
		return n
	}
	return -1
}

func (p *page) numbersOf(ids []string) []int {
	numbers := make([]int, 0, len(ids))
	for _, id := range ids {
		if n := numbered(p.article, id); n >= 0 {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

func cleanAll(texts []string) []string {
	var all []string
	for _, t := range texts {
		all = append(all, clean(t))
	}
	return all
}

// facts are the totals that the page shows before its program runs.
func (p *page) facts() string {
	shared, _ := split(p.groups)
	one, many := groupWords(p.Report)
	outlets := make(map[string]bool)
	for i := range p.Articles {
		if name := clean(p.Articles[i].Outlet); name != "" {
			outlets[name] = true
		}
	}
	return strings.Join([]string{
		count(len(p.Articles), "article", "articles"), count(len(outlets), "outlet", "outlets"),
		count(len(shared), one+" of two articles or more", many+" of two articles or more"),
		count(len(p.Rows), "paragraph", "paragraphs"),
	}, " · ")
}

func (p *page) main() pageMain {
	one, many := groupWords(p.Report)
	m := pageMain{
		Version: p.Run.Version, One: one, Many: many, WithText: p.texts, LeftPairs: p.left,
		Articles: make([]pageArticle, len(p.Articles)), Events: make([]pageEvent, len(p.groups)),
		Families: make([]pageFamily, len(p.Families)),
		Outlets:  []pageOutlet{}, Edges: []pageEdge{}, Audit: []pageAudit{}, Drift: []pageDrift{}, Quotes: []pageQuote{},
		Skipped: [][2]string{},
	}
	for i := range p.Articles {
		m.Articles[i] = p.pageArticle(&p.Articles[i])
	}
	for i := range p.groups {
		m.Events[i] = p.pageEvent(i, m.Articles)
	}
	for i := range p.Families {
		m.Families[i] = p.pageFamily(&p.Families[i])
	}
	for _, o := range p.Outlets {
		m.Outlets = append(m.Outlets, pageOutlet{clean(o.Name), clean(o.Owner), o.Articles, o.OwnWords, o.CreditedWords, o.UncreditedWords, o.UndecidedWords})
	}
	for _, e := range p.Edges {
		m.Edges = append(m.Edges, pageEdge{clean(e.From), clean(e.To), e.Words, e.Paragraphs, e.Articles, e.Score, cleanAll(e.Evidence)})
	}
	for _, s := range p.Run.Skipped {
		m.Omitted += s.Number()
		m.Skipped = append(m.Skipped, [2]string{clean(s.Path), skipReason(s)})
	}
	p.findings(&m)
	return m
}

// findings adds what was found of credits, facts and quotations.
func (p *page) findings(m *pageMain) {
	for _, a := range p.Audit {
		m.Audit = append(m.Audit, pageAudit{
			numbered(p.article, a.Article), string(a.Finding), clean(a.Origin), numbered(p.article, a.From),
			a.CopiedWords, a.UndecidedWords, cleanAll(a.Evidence),
		})
	}
	for _, d := range p.Drift {
		m.Drift = append(m.Drift, pageDrift{
			numbered(p.rowGroup, d.Row), clean(d.Row), string(d.Kind), string(d.Relation),
			numbered(p.article, d.From.Article), clean(d.From.Text), numbered(p.article, d.To.Article), clean(d.To.Text),
		})
	}
	for i := range p.Quotes {
		m.Quotes = append(m.Quotes, p.pageQuote(&p.Quotes[i]))
	}
}

func (p *page) pageArticle(a *news.ArticleRecord) pageArticle {
	t := readTime(a.Published)
	shown := pageArticle{
		ID: clean(a.ID), Name: publisher(a.Outlet, a.ID), Outlet: clean(a.Outlet), Title: clean(a.Title),
		When: when(t, true), Dated: clean(a.PublishedFrom), Named: clean(a.OutletEvidence), Lang: clean(a.Lang), Words: a.Words,
		Credit: agencies(a, "text"), Photo: agencies(a, "photo"),
		Event: numbered(p.groupOf, a.ID), Family: numbered(p.family, a.Family),
	}
	for _, credit := range a.Agencies {
		shown.Proof = append(shown.Proof, clean(credit.Evidence))
	}
	if t.HasYear() {
		shown.At, shown.Clock = middle(t, t.Year).Unix()/60, t.Clock
	}
	return shown
}

// pageEvent sums a group up, and gives its articles the names that they have in it.
func (p *page) pageEvent(i int, articles []pageArticle) pageEvent {
	g := p.groups[i]
	s := p.lookup.tell(g)
	e := pageEvent{
		ID: clean(g.id), Label: s.title, Days: s.days, From: fullDay(g.from), To: fullDay(g.to),
		Articles: []int{}, Families: []int{}, Outlets: s.outlets, First: clean(s.first.String()), Credit: clean(s.credits.String()),
		Rows: len(s.rows), Block: p.blockOf[i],
	}
	if len(g.articles) > 1 {
		e.Copies = cleanAll(copiesText(s.copies))
	}
	for k, a := range p.lookup.inOrder(g) {
		n := numbered(p.article, a.ID)
		if n < 0 {
			continue
		}
		e.Articles = append(e.Articles, n)
		articles[n].Name = clean(s.articles[k].name)
		if len(g.articles) > 1 {
			articles[n].Share = clean(s.articles[k].share.String())
		}
	}
	for _, id := range g.families {
		if n := numbered(p.family, id); n >= 0 {
			e.Families = append(e.Families, n)
		}
	}
	if len(s.rows) > 0 {
		e.Classes = make([]int, len(carrierClasses))
	}
	for _, row := range s.rows {
		for k := range row.Carriers {
			if c := slices.Index(carrierClasses[:], row.Carriers[k].Class); c >= 0 {
				e.Classes[c]++
			}
		}
	}
	return e
}

// fullDay is the calendar day of t, empty where its year is not known.
func fullDay(t news.Time) string {
	if !t.HasYear() {
		return ""
	}
	return dayOnly(t).String()
}

func (p *page) pageFamily(f *news.Family) pageFamily {
	shown := pageFamily{
		ID: clean(f.ID), Articles: p.numbersOf(f.Articles),
		Source: numbered(p.article, f.Source.Article), Outside: clean(f.Source.Outside),
		Score: f.SourceScore, Evidence: cleanAll(f.SourceEvidence), Weakest: f.MinSimilarity,
		Bridges: p.numbersOf(f.Bridges), Canonical: numbered(p.article, f.Canonical),
	}
	for _, c := range f.Copies {
		shown.Copies = append(shown.Copies, pageCopy{
			numbered(p.article, c.Article), numbered(p.article, c.From.Article), clean(c.From.Outside), c.Score, cleanAll(c.Evidence),
		})
	}
	return shown
}

func (p *page) pageQuote(q *news.Quotation) pageQuote {
	shown := pageQuote{
		Event: numbered(p.groupOf, q.Source.Article), Text: clean(q.Text), Speaker: clean(q.Speaker), Title: clean(q.Title),
		Others: cleanAll(q.Others), Carriers: []pageQuotedBy{},
	}
	if q.Evidence != nil {
		shown.Said = clean(q.Evidence.Text)
	}
	for i := range q.Carriers {
		c := &q.Carriers[i]
		kinds := make(map[string]bool)
		for _, k := range c.Kinds {
			kinds[string(k)] = true
		}
		by := pageQuotedBy{
			Article: numbered(p.article, c.Article), Kinds: strings.Join(slices.Sorted(maps.Keys(kinds)), ", "), Changes: pageChanges(c.Changes),
		}
		if c.Speaker != q.Speaker {
			by.Speaker = clean(c.Speaker)
		}
		shown.Carriers = append(shown.Carriers, by)
	}
	return shown
}

// pageChanges are the words that were there and those that are there now.
func pageChanges(changes []news.Change) [][2]string {
	var shown [][2]string
	for _, c := range changes {
		shown = append(shown, [2]string{clean(c.From), clean(c.To)})
	}
	return shown
}
