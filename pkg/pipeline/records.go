package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/provenance"
	"github.com/wireprint/wireprint/pkg/segment"
)

// report writes what was found as the records of a report.
func (f *findings) report(ctx context.Context, opts Options) (*news.Report, error) {
	lineages := make([]provenance.Lineage, len(f.Families))
	canonical := make([]int, len(f.Families))
	err := inBlocks(ctx, opts.Jobs, len(f.Families), func(i int) {
		lineages[i] = f.Lineage(i)
		canonical[i] = f.Canonical(f.Families[i].Articles, lineages[i].Source)
	})
	if err != nil {
		return nil, err
	}
	w := writer{findings: f, opts: opts, lineages: lineages, canonical: canonical}
	var (
		rows     []provenance.Row
		singles  []provenance.Row
		alone    []int // by article
		articles []news.ArticleRecord
	)
	steps := []func(){
		func() {
			rows, singles, alone = f.Rows(f.readingOrder(canonical), opts.Rows == RowsAll)
		},
		func() { articles = w.articles() },
	}
	if err := eachOf(ctx, opts.Jobs, len(steps), func(i int) { steps[i]() }); err != nil {
		return nil, err
	}
	// What others say in other words nobody took from them.
	shared := w.shared()
	outlets, owners, edges := f.Outlets(rows, alone, shared), f.Owners(rows, alone, shared), f.Edges(rows, lineages)
	copied := f.Copied(rows, lineages)
	audited := f.Audit(lineages, copied)
	w.wrote = f.Independent(lineages, audited)
	f.ShareOut(outlets, copied, audited)
	rewrites, err := f.rewrites(ctx, opts, rows, singles)
	if err != nil {
		return nil, err
	}
	rows = provenance.Join(rows, singles, rewrites, opts.Rows == RowsAll)
	w.versions = f.Versions(rows, canonical)
	w.paragraphs = make([][]news.Range, len(f.Texts))
	for a := range f.Texts {
		w.paragraphs[a] = f.Texts[a].Paragraphs
	}
	quotes, err := w.quotes(ctx)
	if err != nil {
		return nil, err
	}
	f.Texts = nil // what is still to be told is told from the articles' own text
	families := w.families()
	pairs := w.pairs()
	listed, drifts, err := w.wordings(ctx, pairs, rows, families)
	if err != nil {
		return nil, err
	}
	r := &news.Report{
		Schema:   news.Schema,
		Articles: articles,
		Events:   w.events(),
		Families: families,
		Pairs:    pairs.records,
		Rows:     listed,
		Outlets:  outlets,
		Owners:   owners,
		Edges:    edges,
		Drift:    drifts,
		Audit:    w.audits(audited),
		Quotes:   quotes,

		Boilerplate: w.boilerplate(),
	}
	w.links(r)
	r.Run.Counts = count(r)
	return r, nil
}

// readingOrder lists the articles so that rows come out as one reads them: the
// events one after the other, in them the largest family first, in it the
// canonical article first.
func (f *findings) readingOrder(canonical []int) []int {
	order := make([]int, len(f.Articles))
	for i := range order {
		order[i] = i
	}
	event := func(a int) int {
		if f.EventOf == nil {
			return 0
		}
		return f.EventOf[a]
	}
	slices.SortFunc(order, func(a, b int) int {
		x, y := f.FamilyOf[a], f.FamilyOf[b]
		return cmp.Or(
			cmp.Compare(event(a), event(b)),
			cmp.Compare(len(f.Families[y].Articles), len(f.Families[x].Articles)),
			cmp.Compare(x, y),
			first(b == canonical[y], a == canonical[x]),
			cmp.Compare(a, b),
		)
	})
	return order
}

// first orders what holds before what does not.
func first(b, a bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// writer turns findings into records.
type writer struct {
	*findings
	opts      Options
	lineages  []provenance.Lineage // by family
	canonical []int                // by family
	versions  [][]provenance.Version
	wrote     []provenance.Independence // by event

	paragraphs [][]news.Range // by article: the words of each
}

func (w writer) id(a int) string       { return w.Articles[a].ID }
func (w writer) familyID(f int) string { return fmt.Sprintf("f%d", f+1) }
func (w writer) eventID(e int) string  { return fmt.Sprintf("e%d", e+1) }
func (w writer) ids(articles []int) []string {
	ids := make([]string, len(articles))
	for i, a := range articles {
		ids[i] = w.id(a)
	}
	return ids
}

func (w writer) eventOf(a int) string {
	if w.EventOf == nil {
		return ""
	}
	return w.eventID(w.EventOf[a])
}

func (w writer) articles() []news.ArticleRecord {
	records := make([]news.ArticleRecord, len(w.Articles))
	templateWords := w.templateWords()
	var words segment.Sequence
	for i := range records {
		records[i] = w.article(i, templateWords[i], &words)
	}
	slices.SortFunc(records, func(a, b news.ArticleRecord) int { return cmp.Compare(a.ID, b.ID) })
	return records
}

// article is the record of an article, of which so many words are of a template;
// words is memory to read it in.
func (w writer) article(i, templateWords int, words *segment.Sequence) news.ArticleRecord {
	a := &w.Articles[i]
	record := news.ArticleRecord{
		ID: a.ID, Path: a.Path, Offset: a.Offset,
		Outlet: a.Outlet.Name, OutletEvidence: a.Outlet.Evidence,
		Title: a.Title, Published: a.Time.String(), PublishedFrom: a.TimeFrom,
		Lang: a.Lang, Words: w.Texts[i].Len(),
		Event: w.eventOf(i), Family: w.familyID(w.FamilyOf[i]),
		BoilerplateWords: boilerplateWords(a, words), TemplateWords: templateWords, Truncated: a.Truncated,
	}
	if a.Kind != news.KindStory {
		record.Kind = a.Kind.String()
	}
	for _, c := range a.Credits {
		record.Agencies = append(record.Agencies, agencyRecord(c))
	}
	if w.opts.WithText {
		record.Text = a.Text
	}
	return record
}

func agencyRecord(c news.Credit) news.AgencyRecord {
	record := news.AgencyRecord{Name: c.Agency, Kind: "text", Evidence: c.Evidence}
	if c.Kind == news.CreditPhoto {
		record.Kind = "photo"
	}
	if c.Span.Len() > 0 {
		record.Span = &c.Span
	}
	return record
}

func boilerplateWords(a *news.Article, words *segment.Sequence) int {
	words.Reset()
	for _, p := range a.Paragraphs {
		if p.Role == news.RoleBoilerplate {
			words.Locate(a.Text, p.Span)
		}
	}
	return words.Len()
}

// shared says of each article whether others carry its copy.
func (w writer) shared() []bool {
	shared := make([]bool, len(w.Articles))
	for _, family := range w.Families {
		for _, a := range family.Articles {
			shared[a] = len(family.Articles) > 1
		}
	}
	return shared
}

func (w writer) families() []news.Family {
	records := make([]news.Family, len(w.Families))
	for i, family := range w.Families {
		s := w.lineages[i].Source
		records[i] = news.Family{
			ID: w.familyID(i), Event: w.eventOf(family.Articles[0]),
			Articles: w.ids(family.Articles),
			Source:   w.source(s), SourceScore: s.Score, SourceEvidence: s.Evidence,
			MinSimilarity: round(family.Weakest), Bridges: w.ids(family.Bridges),
		}
		if len(family.Articles) > 1 {
			records[i].Canonical = w.id(w.canonical[i])
			records[i].Versions = make([]news.Version, len(w.versions[i]))
			for k, v := range w.versions[i] {
				records[i].Versions[k] = news.Version{
					Article: w.id(v.Article), Cut: make([]news.Span, len(v.Cut)), Added: make([]news.Span, len(v.Added)),
				}
			}
		}
		for _, c := range w.lineages[i].Copies {
			records[i].Copies = append(records[i].Copies, news.Copy{
				Article: w.id(c.Article), From: w.source(c.From), Score: c.From.Score, Evidence: c.From.Evidence,
			})
		}
	}
	return records
}

func (w writer) source(s provenance.Source) news.Source {
	if s.Article >= 0 {
		return news.Source{Article: w.id(s.Article)}
	}
	return news.Source{Outside: s.Outside}
}

func (w writer) events() []news.Event {
	records := make([]news.Event, len(w.findings.events))
	for e, articles := range w.findings.events {
		slices.Sort(articles)
		r := news.Event{ID: w.eventID(e), Articles: w.ids(articles), Label: w.label(articles)}
		outlets, owners, families := map[string]bool{}, map[string]bool{}, map[int]bool{}
		for _, a := range articles {
			if name := w.Articles[a].Outlet.Name; name != "" && !outlets[name] {
				outlets[name] = true
				r.Outlets = append(r.Outlets, name)
			}
			if owner := w.Owner(a); owner != "" && !owners[owner] {
				owners[owner] = true
				r.Owners = append(r.Owners, owner)
			}
			if f := w.FamilyOf[a]; !families[f] {
				families[f] = true
				r.Families = append(r.Families, w.familyID(f))
			}
		}
		slices.Sort(r.Outlets)
		slices.Sort(r.Owners)
		if a, ok := w.First(articles); ok {
			r.First = w.id(a)
		}
		r.From, r.To = w.days(articles)
		r.Origins, r.UnknownOrigins = w.wrote[e].Origins, w.wrote[e].Unknown
		records[e] = r
	}
	return records
}

// days are the first and the last day on which the articles were published, as
// far as they are known with their year.
func (w writer) days(articles []int) (from, to string) {
	for _, a := range articles {
		t := w.Articles[a].Time
		if !t.HasYear() {
			continue
		}
		day := t.Date()
		if from == "" || day < from {
			from = day
		}
		to = max(to, day)
	}
	return from, to
}

// label is the headline that stands for an event: that of the largest family's
// canonical article, or the next best article that has one.
func (w writer) label(articles []int) string {
	best := slices.Clone(articles)
	slices.SortStableFunc(best, func(a, b int) int {
		x, y := w.FamilyOf[a], w.FamilyOf[b]
		return cmp.Or(
			cmp.Compare(len(w.Families[y].Articles), len(w.Families[x].Articles)),
			cmp.Compare(x, y),
			first(b == w.canonical[y], a == w.canonical[x]),
		)
	})
	for _, a := range best {
		if t := w.Articles[a].Title; t != "" {
			return t
		}
	}
	return opening(&w.Articles[best[0]])
}

// opening is the beginning of a story without a headline: some words, or less where
// there are no spaces between them.
func opening(a *news.Article) string {
	const words, bytes = 12, 200
	for _, p := range a.Paragraphs {
		if p.Role != news.RoleBody {
			continue
		}
		paragraph := a.Text[p.Start:p.End]
		fields := strings.Fields(strings.ToValidUTF8(paragraph[:min(len(paragraph), 2*bytes)], ""))
		text := strings.Join(fields[:min(len(fields), words)], " ")
		if len(text) > bytes {
			return strings.ToValidUTF8(text[:bytes], "") + " …"
		}
		if len(fields) > words {
			return text + " …"
		}
		return text
	}
	return a.ID
}

// round keeps four places: more would be noise, and make reports differ that
// say the same.
func round(x float64) float64 { return math.Round(x*1e4) / 1e4 }

// sixPlaces keeps what is grouped by: more would be noise of the processor's.
func sixPlaces(x float64) float64 { return math.Round(x*1e6) / 1e6 }

func count(r *news.Report) news.Counts {
	c := news.Counts{Articles: len(r.Articles), Pairs: len(r.Pairs), Rows: len(r.Rows)}
	for _, a := range r.Articles {
		c.Words += a.Words
	}
	for _, e := range r.Events {
		if len(e.Articles) > 1 {
			c.Events++
		}
	}
	for _, f := range r.Families {
		if len(f.Articles) > 1 {
			c.Families++
		}
	}
	return c
}
