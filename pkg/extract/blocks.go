package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// kind is what a paragraph looks like by itself, before its neighbours are
// asked.
type kind uint8

const (
	prose   kind = iota // sentences
	short               // a line that is no sentence: headline, heading, link, name
	dated               // a line that holds a date and little else
	caption             // a picture's caption or credit
	credit              // a line that names who wrote the story
	clutter             // a line that every page has
	section             // a line that opens a list, a form or a footer
)

// block is a paragraph as it stands in the text.
type block struct {
	news.Span
	kind     kind
	words    int
	comments bool // a section of readers' comments
	stamp    stamp
	dateline news.Dateline // of prose, if it begins with one
}

const (
	longLine    = 220 // bytes from which a paragraph is prose without a closer look
	maxClutter  = 420 // bytes of the longest clutter, some sixty words
	maxHeadline = 25  // words
	minHeadline = 4

	shortestSentence = 2  // words
	proseWords       = 20 // words that make prose of a line that ends without a stop
)

// readBlocks splits a text into paragraphs and says what each looks like.
func readBlocks(text string) []block {
	var words segment.Sequence
	paragraphs := segment.Paragraphs(text)
	blocks := make([]block, 0, len(paragraphs))
	for _, p := range paragraphs {
		b := block{Span: p}
		b.End = trimLinks(text, p)
		if b.Len() > 0 {
			b.look(text, &words)
			blocks = append(blocks, b)
		}
	}
	for i := 1; i < len(blocks); i++ {
		b := &blocks[i-1]
		if (blocks[i].kind == dated || blocks[i].kind == credit) && b.kind == prose && asks(text[b.Start:b.End], b.words) {
			b.kind = short // a headline that asks, above its byline
		}
	}
	return blocks
}

// asks reports a line that may be a headline although it ends like a sentence:
// it is short and ends with, or holds, a question or exclamation mark.
func asks(line string, words int) bool {
	return words <= maxHeadline && strings.ContainsAny(line, "?!") && !strings.ContainsAny(line, "“\"")
}

// look sets the block's kind. Long paragraphs are prose, which keeps the cost of
// the closer look to a fraction of the text.
func (b *block) look(text string, words *segment.Sequence) {
	line := text[b.Start:b.End]
	if d, ok := findDateline(text, b.Span); ok && (b.Len() > longLine || segment.EndsSentence(line)) {
		b.kind, b.words, b.dateline = prose, b.Len()/6, d
		return
	}
	if b.Len() > longLine {
		b.words = b.Len() / 6
		switch {
		case opensCaption(line):
			b.kind = caption
		case b.Len() <= maxClutter:
			b.kind = longKind(line)
		case !segment.EndsSentence(line) && isMenu(line):
			b.kind = clutter
		}
		return
	}
	words.Reset()
	words.AddParagraph(text, b.Span)
	b.words = words.Len()
	b.kind = b.shortKind(line)
}

func longKind(line string) kind {
	lower := strings.ToLower(line)
	switch {
	case phrases.sections.match(lower) && strings.ContainsRune(line, '©'), phrases.holds.in(lower), isMenu(line):
		return clutter
	case isCaption(lower):
		return caption
	case phrases.signOffs.match(lower):
		return credit
	}
	return prose
}

// opensCaption reports the formula that agencies begin their captions with:
// "In this June 30, 2013 file photo, …", "FILE - In this …".
func opensCaption(line string) bool {
	const formula = 60 // bytes within which it ends
	head := strings.ToLower(line[:runeStart(line, min(formula, len(line)))])
	if rest, ok := strings.CutPrefix(head, "file"); ok {
		return strings.ContainsRune("-–—", nextRune(strings.TrimLeft(rest, " ")))
	}
	return (strings.HasPrefix(head, "in this ") || strings.HasPrefix(head, "this ")) && strings.Contains(head, "file photo") ||
		strings.HasPrefix(head, "in this ") && strings.Contains(head, "photo")
}

func (b *block) shortKind(line string) kind {
	lower := strings.ToLower(line)
	bare := strings.TrimFunc(lower, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if s, ok := stampIn(line); ok && s.isLine() && !segment.EndsSentence(line) {
		b.stamp = s
		return dated
	}
	told := line[:signOff(line, news.Span{End: len(line)})] // "…, it said on Tuesday. AFP"
	ends := segment.EndsSentence(told) && !strings.HasSuffix(line, "..") && !strings.HasSuffix(line, "…")
	switch {
	case bare == "" || !holdsLetters(bare) || phrases.lines[bare]:
		return clutter
	case phrases.comments.match(strings.TrimLeft(lower, "0123456789 ")) && !ends && b.words <= 10:
		b.comments = true
		return section
	case phrases.sections.match(lower) && (!ends && b.words <= 10 || strings.ContainsRune(line, '©')):
		return section
	case phrases.signOffs.match(lower):
		return credit
	case phrases.begins.match(lower) && (!ends || b.words <= 12), phrases.holds.in(lower), isMenu(line), b.words == 0:
		return clutter
	case isCaption(lower), opensCaption(line):
		return caption
	case phrases.credits.match(lower) && b.words <= 12 && !ends, phrases.named.in(lower) && b.words <= 40:
		return credit
	case ends && b.words >= shortestSentence, b.words >= proseWords:
		return prose
	}
	return short
}

// stampIn looks for a date where there can be one: it has a digit. Most short
// paragraphs have none.
func stampIn(line string) (stamp, bool) {
	if !strings.ContainsAny(line, "0123456789") {
		return stamp{}, false
	}
	return findStamp(line)
}

func holdsLetters(s string) bool {
	return strings.ContainsFunc(s, unicode.IsLetter)
}

// isMenu reports a line of at least four short entries with signs between them:
// "About Us | Contact | Terms | Privacy".
func isMenu(line string) bool {
	if !strings.ContainsAny(line, "|·•»>/-") {
		return false
	}
	for _, sign := range []string{" | ", "|", " - ", " · ", " • ", " » ", " > ", " / "} {
		if n := strings.Count(line, sign); n >= 2 {
			words := len(strings.Fields(line))
			if sign != " - " && words <= 5*(n+1) || n >= 5 && words <= 5*(n+1) {
				return true
			}
		}
	}
	return false
}

// photoCredits mark a caption: words before or after the name of a photographer
// or picture agency.
var photoCredits = newFinder([]string{
	"photo:", "image:", "picture:", "photo by", "photo courtesy", "file photo", "file image",
	"ap photo", "(photo", "photograph:", "foto:", "crédit photo", "photo credit", "pic:",
	"reuters/", "/reuters", "/afp", "afp/", "/getty", "getty images", "/ap)", "/pool", "/shutterstock",
	"illustration/", "via ap", "invision/ap", "/epa", "epa-efe", "handout via",
})

// isCaption reports a picture's caption or credit, in lower case: a paragraph
// that names a photographer or picture agency at its end or right at its
// beginning.
func isCaption(lower string) bool {
	const credit = 60 // bytes that the credit at the end takes
	at := photoCredits.last(lower)
	return at >= 0 && (at <= 1 || len(lower)-at <= credit)
}

// creditedInside finds where a caption ends that a scraper has glued to the
// paragraph behind it: "… File image: Agency The embassy said …".
func creditedInside(line string) (end int, ok bool) {
	for _, mark := range []string{"Photo: ", "Image: ", "image: ", "photo: ", "Picture: "} {
		at := strings.Index(line, mark)
		if at < 0 || at > longLine {
			continue
		}
		name := line[at+len(mark):]
		first, rest, _ := strings.Cut(name, " ")
		if first != "" && len(strings.Fields(rest)) >= proseWords && unicode.IsUpper(nextRune(rest)) {
			return len(line) - len(rest), true
		}
	}
	return 0, false
}

// trimLinks returns the paragraph's end without the text of links that a
// scraper has left there: "… the ministry said. read more".
func trimLinks(text string, p news.Span) int {
	for {
		end := trimLink(text, p)
		if end == p.End {
			return end
		}
		p.End = end
	}
}

func trimLink(text string, p news.Span) int {
	line := text[p.Start:p.End]
	for _, link := range phrases.links {
		if len(line) > len(link) && strings.EqualFold(line[len(line)-len(link):], link) {
			rest := strings.TrimRightFunc(line[:len(line)-len(link)], unicode.IsSpace)
			last, _ := utf8.DecodeLastRuneInString(rest)
			if !unicode.IsLetter(last) {
				return p.Start + len(rest)
			}
		}
	}
	return p.End
}
