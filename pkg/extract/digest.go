package extract

import (
	"slices"
	"strings"
	"unicode"

	"github.com/wireprint/wireprint/pkg/news"
)

// A file that a scraper filled with several stories is split where a new one
// certainly begins: at a dateline, or at a headline with a date under it. Both
// also stand on pages of one story, so a story must have been told before, and
// one must follow.
const (
	toldBefore   = 240 // bytes of prose that a story before the boundary has
	longSummary  = 600 // bytes of prose above which what stands before a dateline is no summary of it
	toldAfter    = 160 // bytes of prose that the story behind it has
	headerLines  = 8   // other blocks that may stand in between
	commentWords = 5   // words of a headline behind a comment form: a shorter line is a reader's name
)

// storyStarts returns the numbers of the blocks that stories begin with, the
// first of them 0.
func storyStarts(text string, blocks []block) []int {
	d := digest{text: text, blocks: blocks, starts: []int{0}}
	told := 0      // bytes of prose of the current story
	gap := 0       // the first block behind the last prose
	forms := false // a comment form has been in the current story
	for i, b := range blocks {
		first, header := d.header(gap, i, forms)
		if header && first > d.last() && told >= toldBefore && d.isStory(i) && !d.isSummary(i, told) {
			d.starts = append(d.starts, first)
			told, forms = 0, false
		}
		if b.kind == prose {
			told += b.Len()
			gap = i + 1
		}
		forms = forms || b.comments
	}
	if len(d.starts) > 2 {
		d.starts = append(d.starts, d.untitled()...)
	}
	slices.Sort(d.starts)
	return slices.Compact(d.starts)
}

type digest struct {
	text   string
	blocks []block
	starts []int
}

func (d *digest) last() int { return d.starts[len(d.starts)-1] }

// header reports whether block i shows that a story begins, and with which
// block. Behind the last prose, which ended before block gap, stand what closes
// the page before and then the header: a masthead, the headline, the byline.
func (d *digest) header(gap, i int, forms bool) (first int, ok bool) {
	b := d.blocks[i]
	dispatch := b.kind == prose && b.dateline != nil && (b.dateline.Agency != "" || b.dateline.Time.Known())
	if !dispatch && b.kind != dated {
		return 0, false
	}
	headline := -1
	for k := i - 1; k >= gap && headline < 0 && d.blocks[k].kind != section; k-- {
		if isHeadline(d.text, d.blocks[k]) {
			headline = k
		} else if !dispatch && d.blocks[k].kind != credit {
			return 0, false // between a headline and its date stands the byline, nothing else
		}
	}
	switch {
	case headline >= 0 && forms && d.blocks[headline].counted < commentWords:
		return 0, false
	case headline >= 0:
		return d.masthead(gap, headline), true
	case dispatch:
		return d.afterPage(gap, i), true
	}
	return 0, false
}

// masthead is the block of the name right above a headline, or the headline's.
func (d *digest) masthead(gap, headline int) int {
	if k := headline - 1; k >= gap && d.blocks[k].kind == short && d.blocks[k].counted < minHeadline {
		return k
	}
	return headline
}

// afterPage is the first block behind what closes the page before.
func (d *digest) afterPage(gap, i int) int {
	first := i
	for first > gap && d.blocks[first-1].kind != section && d.blocks[first-1].kind != credit {
		first--
	}
	return first
}

// isStory reports whether a story's worth of prose follows block i, before
// another header or the end of the page.
func (d *digest) isStory(i int) bool {
	others, told := 0, 0
	for k := i; k < len(d.blocks) && others <= headerLines; k++ {
		b := d.blocks[k]
		if b.kind == prose {
			if told += b.Len(); told >= toldAfter {
				return true
			}
			continue
		}
		others++
		if told > 0 && (b.kind == section || b.kind == dated && isHeadline(d.text, d.blocks[k-1])) {
			return false
		}
	}
	return false
}

// isSummary reports whether the prose before a dateline, told bytes of it, is no
// story but the summary that many pages print above it: it says what the lead
// says, or nothing around it tells who wrote it and when.
func (d *digest) isSummary(i, told int) bool {
	lead := d.blocks[i]
	if lead.kind != prose || told > longSummary {
		return false
	}
	own, signed := 0, false
	for _, b := range d.blocks[d.last():i] {
		signed = signed || b.kind == dated || b.kind == credit || b.dateline != nil
		if b.kind == prose && !restates(d.text[lead.Start:lead.End], d.text[b.Start:b.End]) {
			own += b.Len()
		}
	}
	return !signed || own < toldBefore
}

// restates reports whether nearly all the longer words of the summary stand in
// the lead.
func restates(lead, summary string) bool {
	said := map[string]bool{}
	for _, w := range longWords(lead) {
		said[w] = true
	}
	words, again := 0, 0
	for _, w := range longWords(summary) {
		words++
		if said[w] {
			again++
		}
	}
	return again*4 >= words*3
}

func isHeadline(text string, b block) bool {
	if b.kind != short || b.counted < minHeadline || b.counted > maxHeadline {
		return false
	}
	line := text[b.Start:b.End]
	if 3*countDigits(line) > len(line) {
		return false // a telephone number
	}
	first := nextRune(line)
	return unicode.IsLetter(first) && !unicode.IsLower(first) || unicode.IsDigit(first) || strings.ContainsRune("‘“\"'«„", first)
}

func countDigits(s string) (n int) {
	for _, r := range s {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// untitled finds, in a file that is known to be a digest, stories without any
// header: behind a "read more" link, the place where a teaser ends, a paragraph
// that tells the news anew. It names the same parties as the paragraphs before,
// which a story going on would call "it" or "they".
func (d *digest) untitled() []int {
	var more []int
	for i := 1; i < len(d.blocks); i++ {
		b := d.blocks[i]
		if b.kind != prose || b.Len() < toldAfter || slices.Contains(d.starts, i) {
			continue
		}
		before, linked := i-1, d.endsWithLink(i-1)
		if d.blocks[before].kind == clutter && isLink(d.line(before)) && before > 0 {
			before, linked = before-1, true
		}
		if !linked || d.blocks[before].kind != prose {
			continue
		}
		from := before
		if from > 0 && d.blocks[from-1].kind == prose {
			from--
		}
		if sharedNames(d.text[d.blocks[from].Start:d.blocks[before].End], d.line(i)) >= 2 {
			more = append(more, i)
		}
	}
	return more
}

func (d *digest) line(i int) string { return d.text[d.blocks[i].Start:d.blocks[i].End] }

// endsWithLink reports whether the text of a link was cut off the end of block i.
func (d *digest) endsWithLink(i int) bool {
	return strings.TrimSpace(d.text[d.blocks[i].End:d.blocks[i+1].Start]) != ""
}

func isLink(line string) bool {
	return line != "" && slices.ContainsFunc(phrases.links[linkKey(line)], func(link string) bool { return strings.EqualFold(line, link) })
}

// sharedNames counts the capitalised words, other than the first of a sentence,
// that stand in both texts.
func sharedNames(a, b string) (n int) {
	inA := properNames(a)
	for name := range properNames(b) {
		if inA[name] {
			n++
		}
	}
	return n
}

func properNames(s string) map[string]bool {
	found := map[string]bool{}
	opens := true
	for w := range strings.FieldsSeq(s) {
		name := strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
		if !opens && len(name) > 2 && unicode.IsUpper(nextRune(name)) {
			found[name] = true
		}
		opens = strings.HasSuffix(w, ".") && len(name) > 3
	}
	return found
}

// inferYears gives a story of a digest the year that the others of the file
// agree on, when its own dateline names only day and month.
func inferYears(stories []news.Article) {
	var full []news.Time // the days with a year, each once
	seen := make(map[news.Time]bool)
	add := func(t news.Time) {
		if day := calendarDay(t); !seen[day] {
			seen[day] = true
			full = append(full, day)
		}
	}
	for i := range stories {
		if stories[i].Time.HasYear() {
			add(stories[i].Time)
		}
	}
	asked := make(map[news.Time]int) // by day without a year, to how many of them it is not near
	for i := range stories {
		t := &stories[i].Time
		if !t.Known() || t.HasYear() {
			continue
		}
		day := calendarDay(*t)
		for ; asked[day] < len(full); asked[day]++ {
			other := full[asked[day]]
			if days, ok := t.DaysApart(other); ok && days <= sameFileDays {
				t.Year = other.Year
				stories[i].TimeFrom += ", year from another story of the file"
				add(*t)
				break
			}
		}
	}
}

// calendarDay is a time without its hour.
func calendarDay(t news.Time) news.Time {
	return news.Time{Year: t.Year, Month: t.Month, Day: t.Day}
}

// Stories that were scraped into one file lie days apart, not months.
const sameFileDays = 10
