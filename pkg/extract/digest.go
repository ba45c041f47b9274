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
	toldBefore  = 240 // bytes of prose that a story before the boundary has
	toldAfter   = 160 // bytes of prose that the story behind it has
	headerLines = 8   // blocks that may stand between headline and prose
)

// storyStarts returns the numbers of the blocks that stories begin with, the
// first of them 0.
func storyStarts(text string, blocks []block) []int {
	starts := []int{0}
	for i := 1; i < len(blocks); i++ {
		last := starts[len(starts)-1]
		first, ok := headerStart(text, blocks, last, i)
		if ok && proseBytes(blocks[last:first]) >= toldBefore && proseFollows(blocks[i:]) {
			starts = append(starts, first)
		}
	}
	if len(starts) > 2 {
		starts = append(starts, untitledStarts(text, blocks, starts)...)
	}
	slices.Sort(starts)
	return slices.Compact(starts)
}

// headerStart reports whether block i shows that a story begins, and with which
// block: the first of the header lines before it.
func headerStart(text string, blocks []block, from, i int) (first int, ok bool) {
	b := blocks[i]
	switch {
	case b.kind == prose && b.dateline.Span.Len() > 0 && (b.dateline.Agency != "" || b.dateline.Time.Known()):
		first = i
		for first > from && blocks[first-1].kind != prose && !endsPage(blocks[first-1]) {
			first--
		}
		return first, first > from && !repeats(text, blocks[from:first], blocks[i])
	case b.kind == dated && i > from && isHeadline(text, blocks[i-1]):
		return i - 1, true
	}
	return 0, false
}

// endsPage reports what belongs to the end of the page before, not to the
// header of the next story.
func endsPage(b block) bool { return b.kind == section || b.kind == credit }

// repeats reports whether the prose before a dateline is only the summary that
// many pages print above it.
func repeats(text string, before []block, lead block) bool {
	told := 0
	for _, b := range before {
		if b.kind == prose && !restates(text[lead.Start:lead.End], text[b.Start:b.End]) {
			told += b.Len()
		}
	}
	return told < toldBefore
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
	line := text[b.Start:b.End]
	first := nextRune(line)
	if 3*countDigits(line) > len(line) {
		return false // a telephone number
	}
	return b.kind == short && b.words >= minHeadline && b.words <= maxHeadline &&
		(unicode.IsUpper(first) || unicode.IsDigit(first) || strings.ContainsRune("‘“\"'", first))
}

func countDigits(s string) (n int) {
	for _, r := range s {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

func proseBytes(blocks []block) (n int) {
	for _, b := range blocks {
		if b.kind == prose {
			n += b.Len()
		}
	}
	return n
}

// proseFollows reports whether a story's worth of prose comes soon.
func proseFollows(blocks []block) bool {
	header, told := 0, 0
	for _, b := range blocks {
		switch {
		case b.kind == prose:
			told += b.Len()
		case told == 0:
			header++
		}
		if told >= toldAfter {
			return true
		}
		if header > headerLines || told > 0 && b.kind == section {
			return false
		}
	}
	return false
}

// untitledStarts finds, in a file that is known to be a digest, stories without
// any header: behind a paragraph that ends with a "read more" link, the place
// where a teaser ends, a paragraph that tells the news anew. It names the same
// parties as the paragraph before, which a story going on would call "it" or
// "they".
func untitledStarts(text string, blocks []block, starts []int) []int {
	known := map[int]bool{}
	for _, s := range starts {
		known[s] = true
	}
	var more []int
	for i := 1; i < len(blocks); i++ {
		before, b := blocks[i-1], blocks[i]
		if known[i] || b.kind != prose || before.kind != prose || b.Len() < toldAfter || !endsWithLink(text, before, b) {
			continue
		}
		told := text[before.Start:before.End]
		if i >= 2 && blocks[i-2].kind == prose {
			told = text[blocks[i-2].Start:before.End]
		}
		if sharedNames(told, text[b.Start:b.End]) >= 2 {
			more = append(more, i)
		}
	}
	return more
}

// endsWithLink reports whether the text of a link was cut off the end of the
// first block.
func endsWithLink(text string, b, next block) bool {
	return strings.TrimSpace(text[b.End:next.Start]) != ""
}

// sharedNames counts the capitalised words, other than the first of a sentence,
// that stand in both texts; in the second, the first word counts too.
func sharedNames(a, b string) int {
	inA := properNames(a)
	n := 0
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
	for _, w := range strings.Fields(s) {
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
	for i := range stories {
		t := &stories[i].Time
		if !t.Known() || t.HasYear() {
			continue
		}
		for _, other := range stories {
			if days, ok := t.DaysApart(other.Time); ok && other.Time.HasYear() && days <= sameFileDays {
				t.Year = other.Time.Year
				stories[i].TimeFrom += ", year from another story of the file"
				break
			}
		}
	}
}

// Stories that were scraped into one file lie days apart, not months.
const sameFileDays = 10
