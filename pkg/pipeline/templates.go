package pipeline

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/candidate"
	"github.com/wireprint/wireprint/pkg/extract"
	"github.com/wireprint/wireprint/pkg/fingerprint"
	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// template is a template with the text that shows it.
type template struct {
	extract.Template
	text string
}

// learnTemplates finds what outlets repeat over unrelated articles, given the
// postings of each shared print.
func (f *findings) learnTemplates(ctx context.Context, groups [][]candidate.Posting, opts Options) ([]extract.Template, error) {
	outlets, n := numberOutlets(f.Articles)
	found := make([][]extract.Repeat, len(groups)+1)
	newShares := func() *extract.Shares { return extract.NewShares(outlets, n) }
	err := eachWith(ctx, opts.Jobs, len(found), Silent{}, newShares, func(s *extract.Shares, i int) {
		if i < len(groups) {
			found[i] = f.repeatedPrints(groups[i], s, opts.Fingerprint)
		} else {
			found[i] = f.repeatedLines(s, opts.Fingerprint)
		}
	})
	if err != nil {
		return nil, err
	}
	repeats := slices.Concat(found...)
	if len(repeats) == 0 {
		return nil, nil
	}
	subjects, err := f.newSubjects(repeats, opts)
	if err != nil {
		return nil, err
	}
	folder := extract.Folder{
		Texts:     make([]extract.TemplateText, len(f.Texts)),
		Unrelated: subjects.unrelated,
		Each: func(n int, do func(i int)) {
			_ = inBlocks(ctx, opts.Jobs, n, do) // that ctx ended is told below
		},
	}
	for i, t := range f.Texts {
		folder.Texts[i] = extract.TemplateText{Keys: t.Keys, Paragraphs: t.Paragraphs}
	}
	learned := folder.Learn(repeats)
	return learned, ctx.Err()
}

// numberOutlets numbers the outlets of the articles, or the folders that they
// lie in where the outlet is unknown.
func numberOutlets(articles []news.Article) (outlets []int, n int) {
	numbers := map[string]int{}
	outlets = make([]int, len(articles))
	for i := range articles {
		key := outletKey(&articles[i])
		number, known := numbers[key]
		switch {
		case key == "":
			number = extract.NoOutlet
		case !known:
			number = len(numbers)
			numbers[key] = number
		}
		outlets[i] = number
	}
	return outlets, len(numbers)
}

// outletKey is the outlet, or the folder that the file lies in.
func outletKey(a *news.Article) string {
	if a.Outlet.Name != "" {
		return a.Outlet.Name
	}
	if at := strings.LastIndexByte(a.Path, '/'); at > 0 {
		return a.Path[:at+1]
	}
	return ""
}

// repeatedPrints are the prints that may be of an outlet's template.
func (f *findings) repeatedPrints(groups []candidate.Posting, shares *extract.Shares, opts fingerprint.Options) []extract.Repeat {
	var repeats []extract.Repeat
	var places []extract.Place
	candidate.EachGroup(groups, func(group []candidate.Posting) {
		places = f.places(places[:0], group)
		if own := shares.Own(places); own != nil {
			repeats = append(repeats, extract.Repeat{Places: slices.Clone(own), Words: opts.K})
		}
	})
	return repeats
}

// places appends those of a print, in order. Of twins, a group has the first alone.
func (f *findings) places(to []extract.Place, group []candidate.Posting) []extract.Place {
	twins := false
	for _, p := range group {
		for _, a := range f.twins.of[int(p.Article)] {
			if a != int(p.Article) {
				to = append(to, extract.Place{Article: uint32(a), Word: p.Word})
				twins = true
			}
		}
		to = append(to, extract.Place{Article: p.Article, Word: p.Word})
	}
	if twins {
		slices.SortFunc(to, func(p, q extract.Place) int {
			return cmp.Or(cmp.Compare(p.Article, q.Article), cmp.Compare(p.Word, q.Word))
		})
	}
	return to
}

// repeatedLines are the short paragraphs that may be an outlet's template: those
// long enough for a print, but too short to have the same prints everywhere.
func (f *findings) repeatedLines(shares *extract.Shares, opts fingerprint.Options) []extract.Repeat {
	type line struct {
		hash   uint64
		words  int
		places []extract.Place
	}
	var lines []line
	number := map[uint64]int{}
	var shingles []uint64
	for a, t := range f.Texts {
		for _, p := range t.Paragraphs {
			if p.Len() < opts.K || p.Len() >= opts.Guarantee() {
				continue
			}
			shingles = fingerprint.Shingles(shingles[:0], t.Keys[p.Start:p.End], p.Len())
			i, known := number[shingles[0]]
			if !known {
				i = len(lines)
				number[shingles[0]] = i
				lines = append(lines, line{hash: shingles[0], words: p.Len()})
			}
			lines[i].places = append(lines[i].places, extract.Place{Article: uint32(a), Word: uint32(p.Start)})
		}
	}
	var repeats []extract.Repeat
	for _, l := range lines {
		if own := shares.Own(l.places); own != nil {
			repeats = append(repeats, extract.Repeat{Places: own, Words: l.words, Whole: true})
		}
	}
	return repeats
}

// leaveOut makes boilerplate of the templates and reads the articles that show
// them anew. It returns the groups of prints that are shared still.
func (f *findings) leaveOut(ctx context.Context, learned []extract.Template, groups [][]candidate.Posting, filter *candidate.Filter, opts Options) ([][]candidate.Posting, error) {
	if len(learned) == 0 {
		return groups, nil
	}
	f.templates = f.tellTemplates(learned)
	stretches := f.stretches(learned)
	changed := f.changed(stretches)
	added := make([][]candidate.Posting, len(changed))
	err := eachWith(ctx, opts.Jobs, len(changed), Silent{}, opts.newPrinter, func(p *printer, i int) {
		a := changed[i]
		if len(stretches[a]) > 0 {
			p.words.Read(&f.Articles[a])
			extract.LeaveOut(&f.Articles[a], &p.words, stretches[a])
			f.Texts[a] = align.NewText(&p.words)
		}
		added[i] = p.postings(a, f.Texts[a], cutsOf(stretches[a]), filter, opts.Fingerprint)
	})
	if err != nil {
		return nil, err
	}
	f.twins = findTwins(f.Texts, opts.Align.MinRun)
	gone := make([]bool, len(f.Articles))
	for a, first := range f.twins.first {
		gone[a] = first != a
	}
	for i, a := range changed {
		if gone[a] {
			added[i] = nil
		}
		gone[a] = true
	}
	parts := candidate.Split(added)
	err = eachOf(ctx, opts.Jobs, len(groups), func(i int) {
		groups[i] = candidate.Replace(groups[i], func(article uint32) bool { return gone[article] }, parts[i])
	})
	return groups, err
}

// stretches are the words of each article that are of a template, in order.
func (f *findings) stretches(learned []extract.Template) [][]news.Range {
	stretches := make([][]news.Range, len(f.Articles))
	for _, t := range learned {
		for _, s := range t.Spans {
			stretches[s.Article] = append(stretches[s.Article], s.Range)
		}
	}
	for _, list := range stretches {
		slices.SortFunc(list, func(x, y news.Range) int { return cmp.Compare(x.Start, y.Start) })
	}
	return stretches
}

// changed are the articles whose prints have to be taken anew: those of which
// something is left out, and their twins, which may be none any more.
func (f *findings) changed(stretches [][]news.Range) []int {
	var changed []int
	for a, list := range stretches {
		if len(list) > 0 {
			changed = append(changed, f.twins.all(f.twins.first[a])...)
		}
	}
	slices.Sort(changed)
	return slices.Compact(changed)
}

// postings are the prints of an article that others may have too.
func (p *printer) postings(a int, t align.Text, cuts cuts, filter *candidate.Filter, opts fingerprint.Options) []candidate.Posting {
	p.block = p.block[:0]
	for _, print := range p.prints(t.Keys, t.Quotations) {
		if filter.Repeated(print.Hash) || cuts.near(int(print.Word), opts) {
			p.block = append(p.block, candidate.Posting{Hash: print.Hash, Article: uint32(a), Word: print.Word})
		}
	}
	return slices.Clone(p.block)
}

// cuts are the words of an article, as it is now, before which something was
// left out.
type cuts []int

func cutsOf(stretches []news.Range) cuts {
	var c cuts
	out := 0
	for _, s := range stretches {
		c = append(c, s.Start-out)
		out += s.Len()
	}
	return c
}

// near reports whether a print that begins at a word can be new because of a
// cut: then no filter has seen it. Articles that were cut find such prints in each
// other; in the others they are not looked for.
func (c cuts) near(word int, opts fingerprint.Options) bool {
	i, _ := slices.BinarySearch(c, word-opts.Window+1)
	return i < len(c) && c[i] < word+opts.Guarantee()
}

// tellTemplates keeps the text of each template: later the words are numbered
// without it.
func (f *findings) tellTemplates(learned []extract.Template) []template {
	all := make([]template, len(learned))
	var words segment.Sequence
	for i, t := range learned {
		a := &f.Articles[t.Example.Article]
		words.Read(a)
		all[i] = template{Template: t, text: words.Text(a.Text, t.Example.Range)}
	}
	return all
}
