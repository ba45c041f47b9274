package pipeline

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/provenance"
	"github.com/wireprint/wireprint/pkg/segment"
)

// TestContract holds a report of the newsroom to all that a reader of its JSON
// may rely on, with the options that list the most and the least.
func TestContract(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*Options)
	}{
		{"defaults, with text", func(o *Options) { o.WithText = true }},
		{"all rows and pairs", func(o *Options) { o.WithText, o.Rows, o.Pairs = true, RowsAll, PairsAll }},
		{"no rows, no pairs", func(o *Options) { o.WithText, o.Rows, o.Pairs = true, RowsNone, PairsNone }},
		{"a star of pairs", func(o *Options) { o.WithText, o.Pairs = true, PairsStar }},
		{"outlets with owners", func(o *Options) { o.WithText, o.Outlets.Known = true, someOwners(t) }},
		{"no events", func(o *Options) { o.WithText, o.Events, o.Rows = true, false, RowsAll }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := scan(t, tt.change, newsroom)
			c := contract{T: t, r: r, articles: byID(r), read: readAll(t, newsroom)}
			if len(c.articles) != len(r.Articles) || len(r.Articles) < 60 {
				t.Fatalf("%d ids of %d articles", len(c.articles), len(r.Articles))
			}
			c.checkArticles()
			c.checkFamilies()
			c.checkEvents()
			c.checkRows()
			c.checkPairs()
			c.checkOutlets()
			c.checkCounts()
			if owners := len(r.Owners); tt.name == "outlets with owners" && owners != 2 {
				t.Errorf("%d owners, want 2", owners)
			}
		})
	}
}

// someOwners are those of some of the newsroom's outlets, two of them of one house.
func someOwners(t *testing.T) provenance.KnownOutlets {
	known, err := provenance.NewKnownOutlets([]provenance.KnownOutlet{
		{Name: "The Coastal Herald", Owner: "Northlight Media"}, {Name: "Tarnby Courier", Owner: "Northlight Media"},
		{Domain: "thepostscript.example", Name: "The Postscript", Owner: "Dahl & Sons"}, {Name: "Harnesund Post"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return known
}

// readAll reads articles without analysing them.
func readAll(t *testing.T, path string) map[string]*news.Article {
	t.Helper()
	r, err := read(context.Background(), []string{path}, nil, Defaults(), Silent{})
	if err != nil {
		t.Fatal(err)
	}
	f := &findings{}
	f.Articles = r.articles
	if _, err := f.fingerprint(context.Background(), Defaults(), Silent{}); err != nil {
		t.Fatal(err)
	}
	articles := map[string]*news.Article{}
	for i := range r.articles {
		articles[r.articles[i].ID] = &r.articles[i]
	}
	return articles
}

type contract struct {
	*testing.T
	r        *news.Report
	articles map[string]news.ArticleRecord
	read     map[string]*news.Article // as extract made them
}

func (c contract) sorted(what string, ids []string) {
	c.Helper()
	if !slices.IsSorted(ids) || len(slices.Compact(slices.Clone(ids))) != len(ids) {
		c.Errorf("%s are not in order, each once: %v", what, ids)
	}
}

func (c contract) known(what string, ids ...string) {
	c.Helper()
	for _, id := range ids {
		if _, ok := c.articles[id]; !ok {
			c.Errorf("%s names %q, which is no article", what, id)
		}
	}
}

func (c contract) span(what, article string, s news.Span) string {
	c.Helper()
	text := c.articles[article].Text
	if s.Start < 0 || s.Start >= s.End || s.End > len(text) {
		c.Errorf("%s: span %v does not lie in the %d bytes of %s", what, s, len(text), article)
		return ""
	}
	return text[s.Start:s.End]
}

func (c contract) share(what string, x float64) {
	c.Helper()
	if !(0 <= x && x <= 1) {
		c.Errorf("%s is %v, want a share", what, x)
	}
}

func (c contract) checkArticles() {
	var ids []string
	for _, a := range c.r.Articles {
		ids = append(ids, a.ID)
		if a.Words <= 0 || a.BoilerplateWords < 0 || a.Text == "" || a.Path == "" || a.Offset < 0 {
			c.Errorf("article %s: %d words, %d of boilerplate, path %q", a.ID, a.Words, a.BoilerplateWords, a.Path)
		}
		if strings.HasPrefix(a.Path, "/") || strings.Contains(a.Path, "\\") || strings.Contains(a.Path, "..") {
			c.Errorf("article %s: path %q leads out of the folder", a.ID, a.Path)
		}
		if (a.Outlet == "") != (a.OutletEvidence == "") || a.Published != "" && a.PublishedFrom == "" {
			c.Errorf("article %s: outlet %q (%q), published %q (%q): an answer and its evidence come together", a.ID, a.Outlet, a.OutletEvidence, a.Published, a.PublishedFrom)
		}
		for _, g := range a.Agencies {
			if g.Name == "" || g.Kind != "text" && g.Kind != "photo" || g.Evidence == "" {
				c.Errorf("article %s: credit %+v", a.ID, g)
			}
		}
	}
	c.sorted("articles", ids)
}

func (c contract) checkFamilies() {
	of := map[string]string{}
	for _, f := range c.r.Families {
		c.known("family "+f.ID, f.Articles...)
		c.known("family "+f.ID, f.Bridges...)
		c.share("weakest link of "+f.ID, f.MinSimilarity)
		if f.Source.Article != "" && (f.Source.Outside != "" || !slices.Contains(f.Articles, f.Source.Article)) {
			c.Errorf("family %s has the source %+v", f.ID, f.Source)
		}
		if len(f.SourceEvidence) == 0 {
			c.Errorf("family %s: no reason for its source", f.ID)
		}
		c.checkVersions(f)
		for _, id := range f.Articles {
			if other, taken := of[id]; taken {
				c.Errorf("%s is in families %s and %s", id, other, f.ID)
			}
			of[id] = f.ID
			if a := c.articles[id]; a.Family != f.ID || a.Event != f.Event {
				c.Errorf("%s is of family %s, event %s; it says %s, %s", id, f.ID, f.Event, a.Family, a.Event)
			}
		}
	}
	if len(of) != len(c.r.Articles) {
		c.Errorf("%d of %d articles are in a family", len(of), len(c.r.Articles))
	}
}

// checkVersions holds a family's versions to the texts: one for each article but
// the canonical one, with whole paragraphs in their order.
func (c contract) checkVersions(f news.Family) {
	if len(f.Articles) == 1 {
		if f.Canonical != "" || len(f.Versions) > 0 {
			c.Errorf("family %s of one article has versions", f.ID)
		}
		return
	}
	if len(f.Versions) != len(f.Articles)-1 || !slices.Contains(f.Articles, f.Canonical) {
		c.Errorf("family %s of %d articles: %d versions of %q", f.ID, len(f.Articles), len(f.Versions), f.Canonical)
	}
	for _, v := range f.Versions {
		for id, spans := range map[string][]news.Span{f.Canonical: v.Cut, v.Article: v.Added} {
			for i, s := range spans {
				if len(c.newsWords(id, s)) < 5 || i > 0 && s.Start < spans[i-1].End {
					c.Errorf("family %s, version of %s: paragraph %v of %s", f.ID, v.Article, s, id)
				}
			}
		}
	}
}

func (c contract) checkEvents() {
	if !strings.Contains(string(c.r.Run.Options), `"events":true`) {
		if len(c.r.Events) != 0 {
			c.Errorf("%d events, though they were switched off", len(c.r.Events))
		}
		for _, a := range c.r.Articles {
			if a.Event != "" {
				c.Errorf("%s is in event %s, though events were switched off", a.ID, a.Event)
			}
		}
		return
	}
	of, families := map[string]string{}, map[string]string{}
	for _, e := range c.r.Events {
		c.known("event "+e.ID, e.Articles...)
		c.sorted("outlets of "+e.ID, e.Outlets)
		if e.Label == "" || e.First != "" && !slices.Contains(e.Articles, e.First) || e.From > e.To {
			c.Errorf("event %s: label %q, first %q, from %q to %q", e.ID, e.Label, e.First, e.From, e.To)
		}
		outlets := map[string]bool{}
		for _, id := range e.Articles {
			of[id] = e.ID
			outlets[c.articles[id].Outlet] = true
			if c.articles[id].Event != e.ID || !slices.Contains(e.Families, c.articles[id].Family) {
				c.Errorf("%s is in event %s and says %s; families %v", id, e.ID, c.articles[id].Event, e.Families)
			}
		}
		delete(outlets, "")
		if len(outlets) != len(e.Outlets) {
			c.Errorf("event %s lists the outlets %v of %v", e.ID, e.Outlets, outlets)
		}
		for _, f := range e.Families {
			if other, taken := families[f]; taken {
				c.Errorf("family %s is torn over events %s and %s", f, other, e.ID)
			}
			families[f] = e.ID
		}
	}
	if len(of) != len(c.r.Articles) || len(families) != len(c.r.Families) {
		c.Errorf("%d of %d articles, %d of %d families are in an event", len(of), len(c.r.Articles), len(families), len(c.r.Families))
	}
}

func (c contract) checkRows() {
	classes := []news.CarrierClass{news.Verbatim, news.Edited, news.Rewritten, news.Excerpt, news.Quote}
	if strings.Contains(string(c.r.Run.Options), `"rows":"none"`) != (len(c.r.Rows) == 0) {
		c.Errorf("%d rows", len(c.r.Rows))
	}
	ids := map[string]bool{}
	for _, row := range c.r.Rows {
		if ids[row.ID] {
			c.Errorf("two rows are called %s", row.ID)
		}
		ids[row.ID] = true
		c.known("row "+row.ID, carriers(row)...)
		if text := c.span("row "+row.ID, row.Source.Article, row.Source.Span); text != row.Text {
			c.Errorf("row %s reads %q, its span %q", row.ID, row.Text, text)
		}
		if a := c.articles[row.Source.Article]; a.Event != row.Event {
			c.Errorf("row %s is of event %s, its source of %s", row.ID, row.Event, a.Event)
		}
		if len(row.Carriers) == 0 || row.Carriers[0].Article != row.Source.Article || row.Carriers[0].Class != news.Verbatim {
			c.Errorf("row %s: its source does not carry it first: %v", row.ID, carriers(row))
		}
		if strings.Contains(string(c.r.Run.Options), `"rows":"syndicated"`) && len(row.Carriers) < 2 {
			c.Errorf("row %s has one carrier", row.ID)
		}
		seen := map[string]bool{}
		for _, k := range row.Carriers {
			if seen[k.Article] {
				c.Errorf("row %s: %s carries it twice", row.ID, k.Article)
			}
			seen[k.Article] = true
			text := c.span("carrier of "+row.ID, k.Article, k.Span)
			c.share("similarity in "+row.ID, k.Similarity)
			if k.Outlet != c.articles[k.Article].Outlet {
				c.Errorf("row %s: %s is of %q, its carrier of %q", row.ID, k.Article, c.articles[k.Article].Outlet, k.Outlet)
			}
			if !slices.Contains(classes, k.Class) {
				c.Errorf("row %s: class %q", row.ID, k.Class)
			}
			if k.Class == news.Verbatim && (k.Similarity != 1 || len(k.Changes) > 0 || !slices.Equal(c.newsWords(k.Article, k.Span), keys(row.Text))) {
				c.Errorf("row %s: %s is verbatim, but reads\n%s\nfor\n%s", row.ID, k.Article, text, row.Text)
			}
			for _, change := range k.Changes {
				c.change("row "+row.ID, change)
			}
		}
	}
}

func (c contract) change(what string, change news.Change) {
	c.Helper()
	ok := map[news.Op]bool{
		news.OpReplace: change.From != "" && change.To != "",
		news.OpInsert:  change.From == "" && change.To != "",
		news.OpDelete:  change.From != "" && change.To == "",
	}
	if !ok[change.Op] {
		c.Errorf("%s: change %+v", what, change)
	}
}

func (c contract) checkPairs() {
	classes := []news.Class{news.WhollyDerived, news.PartiallyDerived, news.QuoteOnly, news.SameEvent, news.PhraseOnly}
	if !slices.IsSortedFunc(c.r.Pairs, func(p, q news.Pair) int { return cmp.Or(cmp.Compare(p.A, q.A), cmp.Compare(p.B, q.B)) }) {
		c.Error("pairs are not in order")
	}
	if strings.Contains(string(c.r.Run.Options), `"pairs":"none"`) != (len(c.r.Pairs) == 0) {
		c.Errorf("%d pairs", len(c.r.Pairs))
	}
	for i, p := range c.r.Pairs {
		name := p.A + " | " + p.B
		c.known("pair", p.A, p.B)
		c.share("contained in "+name, p.ContainedA)
		c.share("contained in "+name, p.ContainedB)
		c.share("cosine of "+name, p.Cosine)
		if p.A >= p.B || i > 0 && c.r.Pairs[i-1].A == p.A && c.r.Pairs[i-1].B == p.B {
			c.Errorf("pair %s comes twice or the wrong way round", name)
		}
		if !slices.Contains(classes, p.Class) || len(p.Passages) == 0 || p.LongestRun < 1 {
			c.Errorf("pair %s: class %q, %d passages, longest run %d", name, p.Class, len(p.Passages), p.LongestRun)
		}
		before := -1
		for _, s := range p.Passages {
			if s.A.Start <= before {
				c.Errorf("pair %s: passages are not in order", name)
			}
			before = s.A.Start
			c.span(name, p.A, s.A)
			c.span(name, p.B, s.B)
			c.sound(name, p, s)
		}
	}
}

// sound holds a passage to its promise: its changes, in order, and nothing else
// make the news words of the one side of those of the other.
func (c contract) sound(name string, p news.Pair, s news.PairPassage) {
	c.Helper()
	a, b := c.newsWords(p.A, s.A), c.newsWords(p.B, s.B)
	if equal, ok := walk(a, b, s.Changes); !ok || equal != s.Words {
		c.Errorf("pair %s: %d words are equal, %d are said to be; %d and %d words with the changes %+v", name, equal, s.Words, len(a), len(b), s.Changes)
	}
}

// walk goes through two sides word by word and counts those that are equal. A
// change may be made wherever its words stand; ok is false when there is no way
// to the end.
func walk(a, b []uint32, changes []news.Change) (equal int, ok bool) {
	if len(changes) > 0 {
		from, to := keys(changes[0].From), keys(changes[0].To)
		if begins(a, from) && begins(b, to) {
			if equal, ok := walk(a[len(from):], b[len(to):], changes[1:]); ok {
				return equal, true
			}
		}
	}
	if len(a) == 0 || len(b) == 0 {
		return 0, len(a) == len(b) && len(changes) == 0
	}
	if a[0] != b[0] {
		return 0, false
	}
	equal, ok = walk(a[1:], b[1:], changes)
	return equal + 1, ok
}

// newsWords are the words of a span that stand in the article's body: a passage
// goes on behind a caption in its midst.
func (c contract) newsWords(id string, span news.Span) []uint32 {
	var s segment.Sequence
	a := c.read[id]
	a.Body(func(p news.Span) {
		if p.Overlap(span) > 0 {
			s.AddParagraph(a.Text, news.Span{Start: max(p.Start, span.Start), End: min(p.End, span.End)})
		}
	})
	return s.Keys
}

func begins(words, with []uint32) bool {
	return len(words) >= len(with) && slices.Equal(words[:len(with)], with)
}

// keys are the words of a piece of text.
func keys(text string) []uint32 {
	var s segment.Sequence
	s.AddParagraph(text, news.Span{End: len(text)})
	return s.Keys
}

func (c contract) checkOutlets() {
	articles := map[string]int{}
	for _, a := range c.r.Articles {
		articles[a.Outlet]++
	}
	delete(articles, "")
	var names []string
	for _, o := range c.r.Outlets {
		names = append(names, o.Name)
		if o.Articles != articles[o.Name] || o.Credited+o.Uncredited > o.Articles {
			c.Errorf("outlet %+v has %d articles", o, articles[o.Name])
		}
	}
	c.sorted("outlets", names)
	c.checkOwners()
	if len(names) != len(articles) {
		c.Errorf("%d outlets are listed of %d", len(names), len(articles))
	}
	for _, e := range c.r.Edges {
		if e.From == e.To || e.Paragraphs < 1 || e.Words < 1 || e.Articles < 1 || e.Articles > articles[e.To] || len(e.Evidence) == 0 {
			c.Errorf("edge %+v", e)
		}
	}
}

// checkOwners holds the roll-up: an owner's articles are those of its outlets, and
// nothing is its own that is not its outlets' or passed between them.
func (c contract) checkOwners() {
	of := map[string]string{}
	sums := map[string]news.OwnerRecord{}
	for _, o := range c.r.Outlets {
		of[o.Name] = o.Owner
		s := sums[o.Owner]
		s.Articles += o.Articles
		s.OwnParagraphs += o.OwnParagraphs
		s.CarriedParagraphs += o.CarriedParagraphs
		s.Credited += o.Credited
		s.Uncredited += o.Uncredited
		sums[o.Owner] = s
	}
	delete(sums, "")
	var names []string
	for _, o := range c.r.Owners {
		names = append(names, o.Name)
		s := sums[o.Name]
		if o.Articles != s.Articles || o.Credited != s.Credited || o.Uncredited != s.Uncredited ||
			o.OwnParagraphs+o.CarriedParagraphs != s.OwnParagraphs+s.CarriedParagraphs || o.OwnParagraphs < s.OwnParagraphs {
			c.Errorf("owner %+v, of whose outlets the sum is %+v", o, s)
		}
		c.sorted("outlets of "+o.Name, o.Outlets)
		for _, outlet := range o.Outlets {
			if of[outlet] != o.Name {
				c.Errorf("outlet %q of %q is listed with %q", outlet, of[outlet], o.Name)
			}
		}
	}
	c.sorted("owners", names)
	if len(names) != len(sums) {
		c.Errorf("%d owners are listed of %d", len(names), len(sums))
	}
	for _, e := range c.r.Events {
		c.sorted("owners of "+e.ID, e.Owners)
		for _, outlet := range e.Outlets {
			if owner := of[outlet]; owner != "" && !slices.Contains(e.Owners, owner) {
				c.Errorf("event %s: owners %v without %s", e.ID, e.Owners, owner)
			}
		}
	}
}

func (c contract) checkCounts() {
	want := news.Counts{
		Inputs: c.r.Run.Counts.Inputs, Articles: len(c.r.Articles), Pairs: len(c.r.Pairs), Rows: len(c.r.Rows), Skipped: news.CountSkips(c.r.Run.Skipped),
	}
	for _, a := range c.r.Articles {
		want.Words += a.Words
	}
	for _, e := range c.r.Events {
		if len(e.Articles) > 1 {
			want.Events++
		}
	}
	for _, f := range c.r.Families {
		if len(f.Articles) > 1 {
			want.Families++
		}
	}
	if c.r.Run.Counts != want || want.Families < 3 || want.Inputs < 30 {
		c.Errorf("counts %+v, want %+v", c.r.Run.Counts, want)
	}
	for _, s := range c.r.Run.Skipped {
		if s.Path == "" || s.Reason == "" || strings.HasPrefix(s.Path, "/") {
			c.Errorf("skipped %+v", s)
		}
	}
}

// A text is listed only where it was asked for.
func TestTextOnlyOnDemand(t *testing.T) {
	for _, a := range scan(t, nil, newsroom).Articles {
		if a.Text != "" {
			t.Fatalf("%s comes with its text", a.ID)
		}
	}
}

// A star lists, in each family, the pairs of one article with all others.
func TestStarOfPairs(t *testing.T) {
	all := scan(t, func(o *Options) { o.Pairs = PairsAll }, newsroom)
	star := scan(t, func(o *Options) { o.Pairs = PairsStar }, newsroom)
	if len(star.Pairs) >= len(all.Pairs) {
		t.Errorf("%d pairs of a star, %d of all", len(star.Pairs), len(all.Pairs))
	}
	articles := byID(star)
	within := map[string][]news.Pair{}
	for _, p := range star.Pairs {
		if f := articles[p.A].Family; f == articles[p.B].Family {
			within[f] = append(within[f], p)
		}
	}
	for f, pairs := range within {
		centre := func(id string) bool {
			return !slices.ContainsFunc(pairs, func(p news.Pair) bool { return p.A != id && p.B != id })
		}
		if !centre(pairs[0].A) && !centre(pairs[0].B) {
			t.Errorf("family %s: its pairs have no article in common", f)
		}
	}
}

// Every run that is long enough to be reported is long enough to be found.
func TestFingerprintGuaranteeIsTheAlignersRun(t *testing.T) {
	opts := Defaults()
	if opts.Fingerprint.Guarantee() > align.Defaults().MinRun {
		t.Errorf("runs of %d words are found, runs of %d are reported", opts.Fingerprint.Guarantee(), align.Defaults().MinRun)
	}
}
