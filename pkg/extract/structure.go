package extract

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
	"github.com/wireprint/wireprint/pkg/source"
)

// structure makes articles of a text as it was scraped: it finds headline, time
// of publication and dateline, and tells the story from what stands around it.
// What a already says, because a record or page said so, is kept. A text of
// several stories becomes several articles when split is set.
func structure(a news.Article, text string, split bool) []news.Article {
	stories, _ := structureBy(a, text, split, nil) // without a deadline there is no error
	return stories
}

// structureBy is structure with a deadline.
func structureBy(a news.Article, text string, split bool, deadline *source.Deadline) ([]news.Article, error) {
	blocks := readBlocks(text)
	markForeign(text, blocks)
	starts := []int{0}
	if split {
		starts = storyStarts(text, blocks)
	}
	var stories []news.Article
	for i, first := range starts {
		if err := deadline.Check(); err != nil {
			return nil, err
		}
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
	return stories, nil
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

	// blocks[first:last] is where the story is told: from its first prose to
	// its last. Before it stand the header lines, behind it the page's rest.
	first, last int
}

// extent finds where the story is told. A comment form ends it, and so does a
// block that opens a list or a footer, unless the story goes on behind it: then
// that was an insertion. A text without prose, such as a table of results, is
// told from end to end.
func (s *story) extent() (first, last int) {
	first, last = -1, len(s.blocks)
	for i, b := range s.blocks {
		if b.kind == prose && first < 0 {
			first = i
		}
		if b.kind == section && first >= 0 && (b.comments || !s.goesOn(i)) {
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
	return first, s.cutOff(last)
}

// goesOn reports whether the story goes on behind a section: two paragraphs of
// prose follow each other that are longer than the teasers of a list. Scanning
// ends at the next section, which asks again.
func (s *story) goesOn(i int) bool {
	const teaser = 100 // bytes
	run := 0
	for _, b := range s.blocks[i+1:] {
		switch {
		case b.kind == section:
			return false
		case b.kind == prose && b.Len() >= teaser:
			run++
		case b.kind != caption:
			run = 0
		}
		if run == 2 {
			return true
		}
	}
	return false
}

// cutOff takes in a last line that looks like no sentence because the text was
// cut off in it. Unlike a headline it is nearly all in small letters.
func (s *story) cutOff(last int) int {
	if last != len(s.blocks)-1 || s.blocks[last].kind != short || s.blocks[last].counted < minHeadline {
		return last
	}
	small, words := 0, 0
	for w := range strings.FieldsSeq(s.line(last)) {
		words++
		if unicode.IsLower(nextRune(w)) {
			small++
		}
	}
	if 10*small < 7*words {
		return last
	}
	s.blocks[last].kind = prose
	return last + 1
}

// markRepeatedCaptions makes captions of the short paragraphs that a page prints
// twice, once with a photo credit beside them: a caption under a picture and
// under its enlargement.
func (s *story) markRepeatedCaptions() {
	credited := map[string]int{} // lines beside a photo credit, with how often they are printed
	for i, b := range s.blocks {
		beside := i > 0 && s.blocks[i-1].kind == caption || i+1 < len(s.blocks) && s.blocks[i+1].kind == caption
		if beside && b.kind == prose && b.Len() <= longLine {
			credited[s.line(i)] = 0
		}
	}
	if len(credited) == 0 {
		return
	}
	for i := range s.blocks {
		if n, ok := credited[s.line(i)]; ok {
			credited[s.line(i)] = n + 1
		}
	}
	for i := range s.blocks {
		if credited[s.line(i)] > 1 {
			s.blocks[i].kind = caption
		}
	}
}

func (s *story) line(i int) string { return s.text[s.blocks[i].Start:s.blocks[i].End] }

// listLines is how many lines that are no sentences make a list of links when
// they follow each other inside or after a story.
const listLines = 3

// assign gives each block its role, from what it looks like and where it
// stands.
func (s *story) assign() {
	lines := s.isOfLines()
	lists := s.listLengths()
	for i, b := range s.blocks {
		switch {
		case b.title:
			s.roles[i] = news.RoleTitle
		case b.kind == dated, b.kind == credit:
			s.roles[i] = news.RoleByline
		case b.kind == caption:
			s.roles[i] = news.RoleCaption
		case lines && b.kind == short:
			s.roles[i] = news.RoleBody
		case i >= s.last && s.signsOff(i):
			s.roles[i] = news.RoleByline
		case b.kind == clutter, b.kind == section, i >= s.last:
			s.roles[i] = news.RoleBoilerplate
		case b.kind == prose:
			s.roles[i] = news.RoleBody
		case i < s.first:
			s.roles[i] = headerRole(b)
		case lists[i] >= listLines:
			s.roles[i] = news.RoleBoilerplate
		default:
			s.roles[i] = news.RoleHeading
		}
	}
}

// isOfLines reports a text that is told in lines rather than in sentences: a table
// of results, a notice, an advertisement.
func (s *story) isOfLines() bool {
	const story = 600 // bytes of prose that are one, whatever stands around them
	sentences, lines := 0, 0
	for _, b := range s.blocks {
		switch b.kind {
		case prose:
			sentences += b.Len()
		case short:
			lines += b.Len()
		}
	}
	return sentences < story && 2*sentences < lines
}

// signsOff reports a name, of three words or fewer, right under the story: its
// author or agency.
func (s *story) signsOff(i int) bool {
	if i-s.last >= 2 {
		return false
	}
	for k := s.last; k <= i; k++ {
		if s.blocks[k].kind != short || s.blocks[k].counted >= minHeadline {
			return false
		}
	}
	return true
}

// headerRole tells a masthead or name, three words or fewer, from a second
// headline.
func headerRole(b block) news.Role {
	if b.counted < minHeadline {
		return news.RoleByline
	}
	return news.RoleHeading
}

// listLengths is, for each line that is no sentence, how many of them follow
// each other there inside the story.
func (s *story) listLengths() []int {
	lengths := make([]int, len(s.blocks))
	for i := s.first; i < s.last; {
		end := i
		for end < s.last && s.blocks[end].kind == short {
			end++
		}
		for k := i; k < end; k++ {
			lengths[k] = end - i
		}
		i = end + 1
	}
	return lengths
}

// dateline takes the first dateline of the story's first paragraphs, before that of
// the record.
func (s *story) dateline(a *news.Article) {
	for i := s.first; i < min(s.last, s.first+3); i++ {
		if d := s.blocks[i].dateline; d != nil {
			a.Dateline = *d
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
	a.Paragraphs = make([]news.Paragraph, 0, len(s.blocks)+2)
	for i, b := range s.blocks {
		if s.roles[i] == news.RoleBody {
			last = i
		}
		span := b.Span
		if s.roles[i] == news.RoleBody {
			if head, role := s.opening(b); head > span.Start {
				s.add(a, news.Span{Start: span.Start, End: head}, role)
				span.Start = head
			}
			if end := signOff(s.text, span); end < span.End {
				s.add(a, news.Span{Start: span.Start, End: end}, news.RoleBody)
				span.Start = end
				s.roles[i] = news.RoleByline
			}
		}
		s.add(a, span, s.roles[i])
	}
	if last >= 0 && s.blocks[last].kind == prose {
		a.Truncated = cutLastWord(a)
	}
}

// add appends a paragraph without the white space around it.
func (s *story) add(a *news.Article, span news.Span, role news.Role) {
	line := s.text[span.Start:span.End]
	left := strings.TrimLeftFunc(line, unicode.IsSpace)
	span.Start += len(line) - len(left)
	span.End = span.Start + len(strings.TrimRightFunc(left, unicode.IsSpace))
	if span.Len() > 0 {
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Span: shift(span, -a.Offset), Role: role})
	}
}

// opening returns where the story begins in a body block, behind a dateline or
// a glued caption, and what stands before.
func (s *story) opening(b block) (int, news.Role) {
	if b.dateline != nil {
		return b.dateline.Span.End, news.RoleByline
	}
	if b.signs&colon != 0 {
		if end, ok := creditedInside(s.text[b.Start:b.End]); ok {
			return b.Start + end, news.RoleCaption
		}
	}
	return b.Start, news.RoleBody
}

// cutLastWord takes the last word from a story that stops without a stop: it
// may be half a word. It reports whether it did.
func cutLastWord(a *news.Article) bool {
	for i := len(a.Paragraphs) - 1; i >= 0; i-- {
		if a.Paragraphs[i].Role == news.RoleBody {
			return cutOffWord(a.Text, &a.Paragraphs[i].Span)
		}
	}
	return false
}

func cutOffWord(text string, p *news.Span) bool {
	line := strings.TrimSuffix(text[p.Start:p.End], "[...]")
	line = strings.TrimRight(line, " ")
	open := strings.TrimRight(line, "….")
	if open == line || len(line)-len(open) == 1 { // "he said." ends; "he sa..." does not
		open = line
		last, _ := utf8.DecodeLastRuneInString(line)
		if segment.EndsSentence(line) || !unicode.IsLetter(last) && !unicode.IsDigit(last) && last != ',' {
			return false
		}
	}
	cut := strings.LastIndexFunc(open, unicode.IsSpace)
	if cut <= 0 {
		return false
	}
	p.End = p.Start + len(strings.TrimRightFunc(open[:cut], unicode.IsSpace))
	return true
}
