package extract

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// structure makes articles of a text as it was scraped: it finds headline, time
// of publication and dateline, and tells the story from what stands around it.
// What a already says, because a record or page said so, is kept. A text of
// several stories becomes several articles when split is set.
func structure(a news.Article, text string, split bool) []news.Article {
	blocks := readBlocks(text)
	markForeign(text, blocks)
	starts := []int{0}
	if split {
		starts = storyStarts(text, blocks)
	}
	var stories []news.Article
	for i, first := range starts {
		end := len(blocks)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		story := a
		if len(starts) > 1 {
			story.ID = fmt.Sprintf("%s#%d", a.ID, i+1)
		}
		stories = append(stories, tell(story, text, blocks[first:end]))
	}
	inferYears(stories)
	return stories
}

// tell makes one article of the blocks of one story.
func tell(a news.Article, text string, blocks []block) news.Article {
	if len(blocks) > 0 {
		a.Offset = blocks[0].Start
		a.Text = text[a.Offset:blocks[len(blocks)-1].End]
	}
	s := story{text: text, blocks: blocks, roles: make([]news.Role, len(blocks))}
	s.markRepeatedCaptions()
	s.first, s.last = s.extent()
	s.title(&a)
	s.assign()
	s.time(&a)
	s.paragraphs(&a)
	return a
}

// story is a story whose blocks are being told apart.
type story struct {
	text   string
	blocks []block
	roles  []news.Role
	titles map[int]bool // blocks that are the headline

	// blocks[first:last] is where the story is told: from its first prose to
	// its last. Before it stand the header lines, behind it the page's rest.
	first, last int
}

// extent finds where the story is told. A block that opens a list, a form or a
// footer ends it, unless half as much prose again follows: then it was an
// insertion in the middle of the story. A text without prose, such as a table
// of results, is told from end to end.
func (s *story) extent() (first, last int) {
	first, last = -1, len(s.blocks)
	after := proseBytes(s.blocks)
	before := 0
	for i, b := range s.blocks {
		if b.kind == prose {
			if first < 0 {
				first = i
			}
			before += b.Len()
			after -= b.Len()
		}
		if b.kind == section && before > 0 && after*2 < before {
			last = i
			break
		}
	}
	if first < 0 {
		return 0, last
	}
	for last > first && s.blocks[last-1].kind != prose {
		last--
	}
	return first, last
}

// markRepeatedCaptions makes captions of the short paragraphs that a page prints
// twice, once with a photo credit beside them: a caption under a picture and
// under its enlargement.
func (s *story) markRepeatedCaptions() {
	at := map[string][]int{}
	for i, b := range s.blocks {
		if b.kind == prose && b.Len() <= longLine {
			at[s.line(i)] = append(at[s.line(i)], i)
		}
	}
	for _, places := range at {
		credited := slices.ContainsFunc(places, func(i int) bool {
			return i > 0 && s.blocks[i-1].kind == caption || i+1 < len(s.blocks) && s.blocks[i+1].kind == caption
		})
		if len(places) > 1 && credited {
			for _, i := range places {
				s.blocks[i].kind = caption
			}
		}
	}
}

// title finds the headline among the header lines and marks every block that
// repeats it. Of several candidates it is the one that is repeated, else the
// first.
func (s *story) title(a *news.Article) {
	s.titles = map[int]bool{}
	title := normalTitle(a.Title)
	if title == "" {
		if i := s.headline(); i >= 0 {
			a.Title = strings.Join(strings.Fields(s.line(i)), " ")
			title = normalTitle(a.Title)
		}
	}
	if title == "" {
		return
	}
	for i, b := range s.blocks {
		if b.kind != clutter && b.words <= maxHeadline+5 && normalTitle(s.line(i)) == title {
			s.titles[i] = true
		}
	}
}

func (s *story) headline() int {
	var candidates []int
	for i := 0; i < min(s.first, len(s.blocks)); i++ {
		if isHeadline(s.text, s.blocks[i]) {
			candidates = append(candidates, i)
		}
	}
	if b := s.blocks; len(b) > 1 && b[0].kind == prose && s.asks(0) {
		return 0
	}
	for n, i := range candidates {
		for _, k := range candidates[n+1:] {
			if normalTitle(s.line(i)) == normalTitle(s.line(k)) {
				return i
			}
		}
	}
	return s.likeliest(candidates)
}

// likeliest is the first candidate of which the story takes up two words in
// five: a masthead or a menu has no words in common with the story. Where there
// is none, it is the one with most, -1 when there is no candidate.
func (s *story) likeliest(candidates []int) int {
	if len(candidates) < 2 {
		return append(candidates, -1)[0]
	}
	told := map[string]bool{}
	for _, b := range s.blocks[s.first:s.last] {
		for _, w := range longWords(s.text[b.Start:b.End]) {
			told[w] = true
		}
	}
	best, most := candidates[0], 0.0
	for _, i := range candidates {
		words, again := longWords(s.line(i)), 0
		for _, w := range words {
			if told[w] {
				again++
			}
		}
		taken := float64(again) / float64(max(len(words), 1))
		if taken >= 0.4 {
			return i
		}
		if taken > most {
			best, most = i, taken
		}
	}
	return best
}

// longWords are the words of four letters or more, in lower case.
func longWords(s string) []string {
	return slices.DeleteFunc(strings.FieldsFunc(strings.ToLower(s), notLetter), func(w string) bool {
		return utf8.RuneCountInString(w) < 4
	})
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// asks reports a first line that is a headline although it ends like a
// sentence: it is short and ends with, or holds, a question or exclamation mark.
func (s *story) asks(i int) bool {
	return s.blocks[i].words <= maxHeadline && strings.ContainsAny(s.line(i), "?!") && !strings.ContainsAny(s.line(i), "“\"")
}

func (s *story) line(i int) string { return s.text[s.blocks[i].Start:s.blocks[i].End] }

// normalTitle makes headlines comparable: letters and digits in lower case.
func normalTitle(title string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, title)
}

// listLines is how many lines that are no sentences make a list of links when
// they follow each other inside or after a story.
const listLines = 3

// assign gives each block its role, from what it looks like and where it
// stands.
func (s *story) assign() {
	noProse := proseBytes(s.blocks) == 0
	for i, b := range s.blocks {
		switch {
		case s.titles[i]:
			s.roles[i] = news.RoleTitle
		case b.kind == dated, b.kind == credit:
			s.roles[i] = news.RoleByline
		case b.kind == caption:
			s.roles[i] = news.RoleCaption
		case i >= s.last && s.signsOff(i):
			s.roles[i] = news.RoleByline
		case b.kind == clutter, b.kind == section, i >= s.last:
			s.roles[i] = news.RoleBoilerplate
		case b.kind == prose, noProse && b.kind == short:
			s.roles[i] = news.RoleBody
		case i < s.first:
			s.roles[i] = headerRole(b)
		case s.listLength(i) >= listLines:
			s.roles[i] = news.RoleBoilerplate
		default:
			s.roles[i] = news.RoleHeading
		}
	}
}

// signsOff reports a name, of three words or fewer, right under the story: its
// author or agency.
func (s *story) signsOff(i int) bool {
	for k := s.last; k <= i; k++ {
		if s.blocks[k].kind != short || s.blocks[k].words >= minHeadline {
			return false
		}
	}
	return i-s.last < 2
}

// headerRole tells a masthead or name, three words or fewer, from a second
// headline.
func headerRole(b block) news.Role {
	if b.words < minHeadline {
		return news.RoleByline
	}
	return news.RoleHeading
}

// listLength is the number of lines without sentences around block i.
func (s *story) listLength(i int) int {
	first, last := i, i
	for first > s.first && s.blocks[first-1].kind == short {
		first--
	}
	for last+1 < s.last && s.blocks[last+1].kind == short {
		last++
	}
	return last - first + 1
}

// time sets the time of publication from the header lines, from the dateline or
// from the lines behind the story, in this order; of two times of one day, the
// one with the hour. Dates inside the story are never asked.
func (s *story) time(a *news.Article) {
	if len(s.blocks) > 0 {
		s.dateline(a)
	}
	if a.Time.HasYear() {
		return
	}
	// Some pages put the date under the summary, which is prose already.
	head := s.bestStamp(0, min(s.first+3, s.last))
	tail := s.bestStamp(s.last, len(s.blocks))
	switch {
	case head.Known():
		a.Time, a.TimeFrom = head, "byline"
	case a.Dateline.Time.HasYear(), a.Dateline.Time.Known() && !tail.Known():
		a.Time, a.TimeFrom = a.Dateline.Time, "dateline"
	case tail.Known():
		a.Time, a.TimeFrom = tail, "line below the story"
	}
}

func (s *story) bestStamp(from, to int) news.Time {
	var best stamp
	for i := from; i < to; i++ {
		found := s.blocks[i].stamp
		if !found.Known() {
			continue
		}
		sameDay := best.Date() == found.Date()
		if !best.Known() || best.update && !found.update || sameDay && found.Clock && !best.Clock {
			best = found
		}
	}
	return best.Time
}

// dateline takes the first dateline of the story's first paragraphs.
func (s *story) dateline(a *news.Article) {
	for i := s.first; i < min(s.last, s.first+3); i++ {
		if d := s.blocks[i].dateline; d.Span.Len() > 0 {
			a.Dateline = d
			a.Dateline.Span = shift(d.Span, -a.Offset)
			return
		}
	}
}

func shift(s news.Span, by int) news.Span {
	return news.Span{Start: s.Start + by, End: s.End + by}
}

// paragraphs writes the blocks into the article. A dateline, and a caption that
// a scraper has glued to the story, become paragraphs of their own.
func (s *story) paragraphs(a *news.Article) {
	last := -1
	for i, b := range s.blocks {
		if s.roles[i] == news.RoleBody {
			last = i
		}
		span := b.Span
		if s.roles[i] == news.RoleBody {
			head, role := s.opening(b)
			if head > span.Start {
				a.Paragraphs = append(a.Paragraphs, news.Paragraph{Span: shift(news.Span{Start: span.Start, End: head}, -a.Offset), Role: role})
				span.Start = head
			}
		}
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Span: shift(span, -a.Offset), Role: s.roles[i]})
	}
	if last >= 0 && s.blocks[last].kind == prose {
		a.Truncated = cutLastWord(a)
	}
}

// opening returns where the story begins in a body block, behind a dateline or
// a glued caption, and what stands before.
func (s *story) opening(b block) (int, news.Role) {
	if b.dateline.Span.Len() > 0 {
		return b.dateline.Span.End, news.RoleByline
	}
	if end, ok := creditedInside(s.text[b.Start:b.End]); ok {
		return b.Start + end, news.RoleCaption
	}
	return b.Start, news.RoleBody
}

// cutLastWord takes the last word from a story that stops without a stop: it
// may be half a word. It reports whether it did.
func cutLastWord(a *news.Article) bool {
	for i := len(a.Paragraphs) - 1; i >= 0; i-- {
		p := &a.Paragraphs[i]
		if p.Role != news.RoleBody {
			continue
		}
		line := a.Text[p.Start:p.End]
		last, _ := utf8.DecodeLastRuneInString(line)
		if segment.EndsSentence(line) || !unicode.IsLetter(last) {
			return false
		}
		cut := strings.LastIndexFunc(line, unicode.IsSpace)
		if cut <= 0 {
			return false
		}
		p.End = p.Start + len(strings.TrimRightFunc(line[:cut], unicode.IsSpace))
		return true
	}
	return false
}
