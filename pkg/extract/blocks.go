package extract

import (
	"strings"
	"sync"
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
	counted  int // words, see [block.words]; notCounted until they are
	kind     kind
	signs    signs          // all that it may hold
	comments bool           // a section of readers' comments
	title    bool           // it repeats the headline
	stamp    *stamp         // of a line that holds a date and little else
	dateline *news.Dateline // of prose, if it begins with one
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
	scratch := sequences.Get().(*segment.Sequence)
	defer sequences.Put(scratch)
	paragraphs := segment.Paragraphs(text)
	blocks := make([]block, 0, len(paragraphs))
	for _, p := range paragraphs {
		p.End = trimLinks(text, p)
		if p.Len() > 0 {
			blocks = append(blocks, block{Span: p, counted: notCounted})
			blocks[len(blocks)-1].look(text, scratch)
		}
	}
	for i := 1; i < len(blocks); i++ {
		b := &blocks[i-1]
		if (blocks[i].kind == dated || blocks[i].kind == credit) && b.kind == prose && b.asks(text) {
			b.kind = short // a headline that asks, above its byline
		}
		if s := blocks[i].stamp; s != nil && s.kind == unnamedDate && b.stamp == nil && b.Len() <= longestStamp {
			s.kind = kindOf(text[b.Start:b.End])
		}
	}
	return blocks
}

// sequences are to count words in.
var sequences = sync.Pool{New: func() any { return new(segment.Sequence) }}

// notCounted stands for a number of words that nobody has asked for.
const notCounted = -1

// words is the number of the block's words; for a long one it is an estimate.
func (b *block) words(text string, scratch *segment.Sequence) int {
	if b.counted == notCounted {
		scratch.Reset()
		scratch.Locate(text, b.Span)
		b.counted = scratch.Len()
	}
	return b.counted
}

// asks reports a line that may be a headline although it ends like a sentence:
// it is short and ends with, or holds, a question or exclamation mark.
func (b *block) asks(text string) bool {
	line := text[b.Start:b.End]
	return b.Len() <= longLine && strings.ContainsAny(line, "?!") && !strings.ContainsAny(line, "“\"") &&
		b.words(text, new(segment.Sequence)) <= maxHeadline
}

// look sets the block's kind. Long paragraphs are prose, which keeps the cost of
// the closer look to a fraction of the text.
func (b *block) look(text string, scratch *segment.Sequence) {
	line := text[b.Start:b.End]
	if b.Len() > longLine {
		b.counted = b.Len() / 6
	}
	b.signs = signsOf(line)
	if b.signs&closesDateline != 0 {
		if d, ok := findDateline(text, b.Span); ok && (b.Len() > longLine || segment.EndsSentence(line) || opensTable(line, text[d.Span.End:b.End], d)) {
			found := d
			b.kind, b.counted, b.dateline = prose, b.Len()/6, &found
			return
		}
	}
	switch {
	case b.Len() <= longLine:
		b.kind = b.shortKind(text, scratch)
	case opensCaption(line):
		b.kind = caption
	case b.Len() <= maxClutter:
		b.kind = longKind(line, b.signs)
	case !segment.EndsSentence(line) && isMenu(line, b.signs):
		b.kind = clutter
	}
}

// opensTable reports what stands behind a dateline with a day for the story, although
// it is no sentence: the first line of a table or of a paragraph that was broken into
// lines. Of a fifth of an agency's dispatches the dateline stood there.
func opensTable(line, rest string, d news.Dateline) bool {
	words := 4 // the name of an outlet or author behind a place and day has fewer
	if place, _, _ := strings.Cut(d.Place, " "); isUpper(strings.Trim(place, ",")) {
		words = 2
	}
	if d.Place == "" || !d.Time.Known() || strings.Count(rest, " ") < words-1 {
		return false
	}
	s, ok := findStamp(line)
	return !ok || !s.isLine()
}

// longKind is the kind of a block of which all signs are known and that is too long for
// a header line, but not for clutter.
func longKind(line string, all signs) kind {
	lower := line
	if all&beyond != 0 {
		lower = lowerBeyondASCII(line)
	}
	opens, holds := phrases.openings.match(lower), phrases.mentions.find(lower)
	switch {
	case opens&opensSection != 0 && strings.ContainsRune(line, '©'), holds[holdsClutter] >= 0, isMenu(line, all):
		return clutter
	case isCaption(lower, holds):
		return caption
	case opens&opensSignOff != 0:
		return credit
	}
	return prose
}

// opensCaption reports the formula that agencies begin their captions with:
// "In this June 30, 2013 file photo, …", "FILE - In this …".
func opensCaption(line string) bool {
	const formula = 60 // bytes within which it ends
	head := lowerBeyondASCII(line[:runeStart(line, min(formula, len(line)))])
	if !hasPrefixFold(head, "file") && !hasPrefixFold(head, "this ") && !hasPrefixFold(head, "in this ") {
		return false
	}
	head = strings.ToLower(head)
	if rest, ok := strings.CutPrefix(head, "file"); ok {
		return strings.ContainsRune("-–—", nextRune(strings.TrimLeft(rest, " ")))
	}
	return strings.Contains(head, "file photo") || strings.HasPrefix(head, "in this ") && strings.Contains(head, "photo")
}

// shortKind is the kind of a block that is not long. It counts the words only
// where their number matters: not for a sentence that holds none of the phrases.
func (b *block) shortKind(text string, scratch *segment.Sequence) kind {
	line := text[b.Start:b.End]
	ends := segment.EndsSentence(line)
	if b.signs&figure != 0 && (!ends || len(line) <= longestStamp) {
		if s, ok := findStamp(line); ok && s.isLine() && (!ends || s.isSentence()) {
			found := s
			b.stamp = &found
			return dated
		}
	}
	if told := signOff(line, news.Span{End: len(line)}); told < len(line) { // "…, it said on Tuesday. AFP"
		ends = segment.EndsSentence(line[:told])
	}
	ends = ends && !strings.HasSuffix(line, "..") && !strings.HasSuffix(line, "…")
	lower := line
	if b.signs&beyond != 0 {
		lower = lowerBeyondASCII(line)
	}
	bare := strings.TrimFunc(lower, notLetter)
	opens, holds := phrases.openings.match(lower), phrases.mentions.find(lower)
	comments := opens&opensComments != 0
	if uncounted := strings.TrimLeft(lower, "0123456789 "); len(uncounted) < len(lower) { // "12 comments"
		comments = phrases.openings.match(uncounted)&opensComments != 0
	}
	words := func() int { return b.words(text, scratch) }
	switch {
	case !strings.ContainsFunc(bare, unicode.IsLetter) || phrases.isLine(bare):
		return clutter
	case comments && !ends && words() <= 10:
		b.comments = true
		return section
	case opens&opensSection != 0 && (!ends && words() <= 10 || strings.ContainsRune(line, '©')):
		return section
	case opens&opensSignOff != 0:
		return credit
	case opens&opensClutter != 0 && (!ends || words() <= 12), holds[holdsClutter] >= 0, isMenu(line, b.signs):
		return clutter
	case !twoWords(line) && words() == 0:
		return clutter
	case isCaption(lower, holds), opensCaption(line):
		return caption
	case opens&opensCredit != 0 && !ends && words() <= 12, holds[holdsCredit] >= 0 && words() <= 40:
		return credit
	case ends && (twoWords(line) || words() >= shortestSentence), words() >= proseWords:
		return prose
	}
	return short
}

// twoWords reports a line that certainly has two words: there is a space between
// two ASCII letters.
func twoWords(line string) bool {
	for from := 1; from < len(line); {
		at := strings.IndexByte(line[from:], ' ') + from
		if at < from || at+1 == len(line) {
			return false
		}
		if isASCIILetter(line[at-1]) && isASCIILetter(line[at+1]) {
			return true
		}
		from = at + 1
	}
	return false
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// photoCredits mark a caption: words before or after the name of a photographer
// or picture agency.
var photoCredits = []string{
	"photo:", "image:", "picture:", "photo by", "photo courtesy", "file photo", "file image",
	"ap photo", "(photo", "photograph:", "foto:", "crédit photo", "photo credit", "pic:",
	"reuters/", "/reuters", "/afp", "afp/", "/getty", "getty images", "/ap)", "/pool", "/shutterstock",
	"illustration/", "via ap", "invision/ap", "/epa", "epa-efe", "handout via",
}

// isCaption reports a picture's caption or credit: a paragraph that names a
// photographer or picture agency at its end or right at its beginning.
func isCaption(lower string, holds places) bool {
	const credit = 60 // bytes that the credit at the end takes
	at := holds[holdsPhotoCredit]
	return at >= 0 && (at <= 1 || len(lower)-at <= credit)
}

// creditedInside finds where a caption ends that a scraper has glued to the
// paragraph behind it: "… File image: Agency The embassy said …".
func creditedInside(line string) (end int, ok bool) {
	if !strings.Contains(line[:min(len(line), longLine+len("Picture: "))], ": ") {
		return 0, false
	}
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
	for p.Len() > 0 {
		end := trimLink(text, p)
		if end == p.End {
			return end
		}
		p.End = end
	}
	return p.End
}

func trimLink(text string, p news.Span) int {
	line := text[p.Start:p.End]
	for _, link := range phrases.links[linkKey(line)] {
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
