package quote

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
	"github.com/wireprint/wireprint/pkg/segment"
)

// Reader reads the quotations of articles, one after the other. Its memory serves
// them all, so that it is not for several goroutines at once.
type Reader struct {
	Words segment.Sequence // of the article read last

	text     string
	lexicon  *lexicon
	body     []news.Span // the text of each paragraph
	quoted   []bool      // by word
	classes  []class
	sentence []int32 // of each word; a quotation is of the sentence that it begins in
	para     []int32
	speeches []speech
}

// stretch is quoted words, in parts where the reporter breaks in.
type stretch struct {
	news.Range
	parts []news.Range
}

// Words that make a quotation: fewer are a term or somebody's irony.
const (
	fewestWords = 4
	parted      = 12 // words at most with which the reporter breaks in
)

// Everything are all words of any article.
func Everything() []news.Range { return []news.Range{{End: math.MaxInt}} }

// Read lists the quotations of an article, in the order of its text: those that have
// words of the given ranges, which are in order, or all with [Everything].
func (r *Reader) Read(a *news.Article, number int, of []news.Range) []Quotation {
	r.Words.Read(a)
	r.text, r.lexicon = a.Text, lexiconOf(a.Lang)
	r.body = r.body[:0]
	a.Body(func(s news.Span) { r.body = append(r.body, s) })
	r.prepare()
	stretches := r.stretches()
	r.countSentences()
	if r.lexicon != nil {
		r.readSpeeches()
	}
	stretches = r.putTogether(stretches)
	quotations := make([]Quotation, 0, len(stretches))
	for i, s := range stretches {
		for len(of) > 0 && of[0].End <= s.Start {
			of = of[1:]
		}
		if len(of) == 0 {
			break
		}
		if of[0].Start >= s.End {
			continue
		}
		q := r.quotation(s)
		q.Article = number
		if q.Units < fewestWords || r.isName(&q) {
			continue
		}
		q.Speaker = r.speakerOf(stretches, i)
		quotations = append(quotations, q)
	}
	return quotations
}

// Unmarked makes quotations of words that stand outside quotation marks in the
// article read last.
func (r *Reader) Unmarked(stretches []news.Range, number int) (quotations []Quotation) {
	for _, words := range stretches {
		q := r.quotation(stretch{words, []news.Range{words}})
		q.Article, q.Marks = number, false
		q.Speaker = r.reported(words)
		quotations = append(quotations, q)
	}
	return quotations
}

// reported is who is said to have said words without quotation marks: the last named
// before them in their sentence, or the first behind.
func (r *Reader) reported(words news.Range) (speaker Speaker) {
	for _, s := range r.speeches {
		switch {
		case r.sentence[s.verb] != r.sentence[words.Start]:
		case s.verb < words.Start:
			speaker = s.speaker
		case s.verb >= words.End && speaker.Name == "":
			return s.speaker
		}
	}
	return speaker
}

// prepare notes of each word what it is.
func (r *Reader) prepare() {
	n := r.Words.Len()
	r.quoted = slices.Grow(r.quoted[:0], n)[:n]
	r.classes = slices.Grow(r.classes[:0], n)[:n]
	r.para = slices.Grow(r.para[:0], n)[:n]
	for p, words := range r.Words.Paragraphs {
		for i := words.Start; i < words.End; i++ {
			r.para[i] = int32(p)
		}
	}
	for i, key := range r.Words.Keys {
		r.quoted[i] = r.Words.Marks[i]&segment.Quoted != 0
		r.classes[i] = 0
		if r.lexicon != nil && !r.lexicon.unspaced() {
			r.classes[i] = r.lexicon.words[key]
			if r.classes[i]&say != 0 && !r.lexicon.uncased && i > 0 && r.para[i-1] == r.para[i] && r.upper(i) && !isEnd(r.before(i)) {
				r.classes[i] &^= say // "the United States"
			}
		}
	}
	if r.lexicon != nil && r.lexicon.unspaced() {
		r.findVerbs()
	}
}

// word is the i-th word as written.
func (r *Reader) word(i int) string {
	return r.text[r.Words.Starts[i]:r.Words.Ends[i]]
}

// gap is what stands behind the i-th word, up to the next one of its paragraph.
func (r *Reader) gap(i int) string {
	end := r.body[r.para[i]].End
	if i+1 < r.Words.Len() && r.para[i+1] == r.para[i] {
		end = int(r.Words.Starts[i+1])
	}
	return r.text[r.Words.Ends[i]:end]
}

// before is what stands before the i-th word.
func (r *Reader) before(i int) string {
	if i > 0 && r.para[i-1] == r.para[i] {
		return r.gap(i - 1)
	}
	return r.text[r.body[r.para[i]].Start:r.Words.Starts[i]]
}

func (r *Reader) upper(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.text[r.Words.Starts[i]:])
	return unicode.IsUpper(c)
}

const quotationMarks = "\"“”„‟«»「」『』｢｣＂‹›"

// stretches are the quotations as their marks show them. Words that the reporter
// puts inside the marks are taken out.
func (r *Reader) stretches() (all []stretch) {
	for _, quoted := range r.Words.Quotations {
		from := quoted.Start
		for i := quoted.Start + 1; i <= quoted.End; i++ {
			if i == quoted.End || r.parts(i) {
				all = append(all, r.stretch(news.Range{Start: from, End: i}))
				from = i
			}
		}
	}
	return slices.DeleteFunc(all, func(s stretch) bool { return len(s.parts) == 0 })
}

// parts reports whether one quotation ends and another begins before word i.
func (r *Reader) parts(i int) bool {
	between := r.gap(i - 1)
	if r.para[i] != r.para[i-1] {
		// A quotation that goes on is opened again, and was not closed.
		return strings.ContainsAny(between, quotationMarks+"’'‘")
	}
	marks := 0
	for _, c := range between {
		if strings.ContainsRune(quotationMarks, c) {
			marks++
		}
	}
	return marks > 1
}

// stretch is a quotation without what the reporter says inside its marks. Fewer
// than three words are a term in the sentence around them.
func (r *Reader) stretch(words news.Range) stretch {
	s := stretch{Range: words}
	if words.Len() < 3 {
		for i := words.Start; i < words.End; i++ {
			r.quoted[i] = false
		}
		return s
	}
	from := words.Start
	for i := words.Start; i < words.End; i++ {
		aside := r.aside(i, words)
		if aside.Len() == 0 {
			continue
		}
		for k := aside.Start; k < aside.End; k++ {
			r.quoted[k] = false
		}
		if from < aside.Start {
			s.parts = append(s.parts, news.Range{Start: from, End: aside.Start})
		}
		from, i = aside.End, aside.End-1
	}
	if from < words.End {
		s.parts = append(s.parts, news.Range{Start: from, End: words.End})
	}
	if len(s.parts) > 0 {
		s.Start, s.End = s.parts[0].Start, s.parts[len(s.parts)-1].End
	}
	return s
}

// aside is what the reporter says inside the marks, from word i on: « Oui, a dit
// Mme Roux, et vite ».
func (r *Reader) aside(i int, in news.Range) news.Range {
	if r.lexicon == nil || r.lexicon.within == "" || i == in.Start || !r.setsOff(r.before(i)) {
		return news.Range{}
	}
	verb := i
	for verb < in.End && verb-i < 4 && r.classes[verb]&(skip|pronoun) != 0 && r.classes[verb]&say == 0 {
		verb++
	}
	if verb == in.End || r.classes[verb]&say == 0 {
		return news.Range{}
	}
	const longest = 12
	for end := verb + 1; end <= in.End && end-i <= longest; end++ {
		if end == in.End || r.setsOff(r.gap(end-1)) || isEnd(r.gap(end-1)) && r.upper(end) && !r.abbreviated(end-1) {
			return news.Range{Start: i, End: end}
		}
	}
	return news.Range{}
}

func (r *Reader) setsOff(between string) bool {
	if r.lexicon.within == "dash" {
		return strings.ContainsAny(between, "—–") || strings.Contains(between, " - ")
	}
	return strings.ContainsAny(between, ",—–")
}

func isEnd(between string) bool { return strings.ContainsAny(between, ".!?。！？؟…") }

// abbreviated reports a word whose stop ends no sentence: "Mr.", "U.S."
func (r *Reader) abbreviated(i int) bool {
	const longest = 4
	word := r.word(i)
	return strings.HasPrefix(r.gap(i), ".") && (strings.Contains(word, ".") ||
		utf8.RuneCountInString(word) <= longest && (r.classes[i]&(courtesy|title) != 0 || utf8.RuneCountInString(word) == 1) && r.upper(i))
}

// countSentences numbers the sentences.
func (r *Reader) countSentences() {
	n := r.Words.Len()
	r.sentence = slices.Grow(r.sentence[:0], n)[:n]
	number := int32(0)
	for i := range n {
		if i > 0 && r.endsBefore(i) {
			number++
		}
		r.sentence[i] = number
	}
}

// endsBefore reports whether a sentence ends before word i.
func (r *Reader) endsBefore(i int) bool {
	between := r.gap(i - 1)
	if r.quoted[i] && r.quoted[i-1] && !r.parts(i) {
		return false
	}
	if r.para[i] != r.para[i-1] {
		return !strings.ContainsAny(between, ":：")
	}
	at := strings.LastIndexAny(between, ".!?。！？؟…")
	if at < 0 || r.abbreviated(i-1) || strings.ContainsAny(between[at:], ",،，—–") {
		return false
	}
	cased := r.lexicon != nil && !r.lexicon.uncased && !r.lexicon.unspaced()
	if cased && !r.upper(i) && !r.quoted[i] {
		return false
	}
	if r.quoted[i-1] && !r.quoted[i] && (strings.ContainsAny(between, "!?！？؟") || r.lexicon != nil && r.lexicon.unspaced()) {
		return !r.speaksAt(i)
	}
	return true
}

// speaksAt reports a verb of speaking among the next few words: "Why?" Lee asked.
func (r *Reader) speaksAt(i int) bool {
	near := 4
	if r.lexicon != nil && r.lexicon.unspaced() {
		near = 8
	}
	for k := i; k < min(i+near, r.Words.Len()) && !r.quoted[k]; k++ {
		if r.classes[k]&say != 0 {
			return true
		}
	}
	return false
}

// putTogether joins what the reporter only breaks into: "We will act," she said,
// "and soon."
func (r *Reader) putTogether(stretches []stretch) []stretch {
	var out []stretch
	for _, s := range stretches {
		if n := len(out); n > 0 && r.goesOn(out[n-1], s) {
			out[n-1].End = s.End
			out[n-1].parts = append(out[n-1].parts, s.parts...)
			continue
		}
		out = append(out, s)
	}
	return out
}

func (r *Reader) goesOn(a, b stretch) bool {
	between := news.Range{Start: a.End, End: b.Start}
	if r.para[a.End-1] != r.para[b.Start] || between.Len() == 0 || between.Len() > 2*parted || r.sentence[a.Start] != r.sentence[b.Start] {
		return false
	}
	spoken := slices.ContainsFunc(r.speeches, func(s speech) bool { return between.Start <= s.verb && s.verb < between.End })
	setOff := func(between string) bool { return strings.ContainsAny(between, ",،，—–") }
	return spoken && r.classes[between.Start]&stop == 0 && setOff(r.gap(a.End-1)) && setOff(r.before(b.Start)) &&
		r.units(between) <= parted
}

// units counts words, two characters as one.
func (r *Reader) units(words news.Range) int {
	halves := 0
	for i := words.Start; i < words.End; i++ {
		if r.Words.Marks[i].Character() {
			halves++
		} else {
			halves += 2
		}
	}
	return halves / 2
}

// quotation copies a stretch out of the article's words.
func (r *Reader) quotation(s stretch) Quotation {
	q := Quotation{Text: r.text, Marks: true}
	for _, p := range s.parts {
		from := len(q.Keys)
		for i := p.Start; i < p.End; i++ {
			if i > s.Start && showsCut(r.before(i)) {
				q.Cuts = append(q.Cuts, len(q.Keys))
			}
			q.Keys = append(q.Keys, r.Words.Keys[i])
			q.Places = append(q.Places, news.Span{Start: int(r.Words.Starts[i]), End: int(r.Words.Ends[i])})
		}
		q.Parts = append(q.Parts, news.Range{Start: from, End: len(q.Keys)})
		q.Units += r.units(p)
	}
	return q
}

// showsCut reports dots, or brackets with nothing in them.
func showsCut(between string) bool {
	return strings.Contains(between, "…") || strings.Contains(between, "..") || strings.Contains(between, ". .") ||
		strings.Contains(between, "[") && strings.Contains(between, "]")
}

// isName reports the title of a work or a name rather than something said: all but
// its small words have capital letters, and no stop ends it.
func (r *Reader) isName(q *Quotation) bool {
	if r.lexicon == nil || r.lexicon.inverted || q.Units > 10 {
		return false
	}
	upper, small := 0, 0
	for _, p := range q.Places {
		c, _ := utf8.DecodeRuneInString(r.text[p.Start:])
		switch {
		case unicode.IsUpper(c):
			upper++
		case p.Len() > 3:
			small++
		}
	}
	return small == 0 && 2*upper > len(q.Places)
}
