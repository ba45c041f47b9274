package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wireprint/wireprint/pkg/news"
)

// edit is a change with its place in a paragraph's text.
type edit struct {
	from, to string // clean

	// A change carries no offset, so words that stand in the text twice, and
	// insertions, have no certain place.
	placed bool
	place  news.Span
}

// placeEdits finds the changes, which are in the order of the text, in text.
func placeEdits(text string, changes []news.Change) []edit {
	edits := make([]edit, len(changes))
	at := 0
	for i, c := range changes {
		e := edit{from: clean(c.From), to: clean(c.To)}
		if start, ok := onlyPlace(text[at:], e.from); ok {
			e.placed = true
			e.place = news.Span{Start: at + start, End: at + start + len(e.from)}
			at = e.place.End
		}
		edits[i] = e
	}
	return edits
}

// onlyPlace finds words in text if they stand there, as whole words, exactly
// once.
func onlyPlace(text, words string) (start int, ok bool) {
	if words == "" {
		return 0, false
	}
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return start, ok
		}
		i += from
		from = i + len(words)
		if !wordEdge(text, i) || !wordEdge(text, from) {
			continue
		}
		if ok {
			return 0, false
		}
		start, ok = i, true
	}
}

// wordEdge reports whether no word of text runs across the byte at.
func wordEdge(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return !inWord(before) || !inWord(after)
}

func inWord(r rune) bool {
	spaced := !unicode.Is(unicode.Han, r) // each Han character may be a word
	return r != utf8.RuneError && spaced && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// excerpt is a stretch of a paragraph's text with the edits in it.
type excerpt struct {
	window news.Span
	edits  []edit
}

// excerpts gives each edit that has a place a few words of the text on either
// side. Edits that are near each other share an excerpt.
func excerpts(text string, edits []edit) []excerpt {
	var all []excerpt
	for _, e := range edits {
		if !e.placed {
			continue
		}
		window := news.Span{Start: contextBefore(text, e.place.Start), End: contextAfter(text, e.place.End)}
		if n := len(all); n > 0 && all[n-1].window.End >= window.Start {
			all[n-1].window.End = max(all[n-1].window.End, window.End)
			all[n-1].edits = append(all[n-1].edits, e)
			continue
		}
		all = append(all, excerpt{window, []edit{e}})
	}
	return all
}

// How many words stand on either side of a change, and how many columns they
// may take: Chinese has no spaces to count words by.
const (
	contextWords   = 3
	contextColumns = 24
)

// contextBefore is where the context of a change that begins at the byte end
// begins.
func contextBefore(text string, end int) int {
	start := end
	for range contextWords {
		start = strings.LastIndexByte(strings.TrimRight(text[:start], " "), ' ') + 1
	}
	if excess := columns(text[start:end]) - contextColumns; excess > 0 {
		start += headWithin(text[start:end], excess)
		if i := strings.IndexByte(text[start:end], ' '); i >= 0 && i+1 < end-start {
			start += i + 1 // rather than half a word
		}
	}
	return start
}

// contextAfter is where the context of a change that ends at the byte start
// ends.
func contextAfter(text string, start int) int {
	end := start
	for range contextWords {
		word := strings.TrimLeft(text[end:], " ")
		end = len(text) - len(word)
		if i := strings.IndexByte(word, ' '); i >= 0 {
			end += i
		} else {
			end = len(text)
		}
	}
	if columns(text[start:end]) <= contextColumns {
		return end
	}
	end = start + headWithin(text[start:end], contextColumns)
	if i := strings.LastIndexByte(text[start:end], ' '); i > 0 {
		end = start + i // rather than half a word
	}
	return end
}

// marked writes what a version of a paragraph changed: the changes that have a
// place in their context, then the others.
//
//	… said [-12-]{+15+} people were … also {+the+}
func marked(text string, changes []news.Change, color bool) []piece {
	var out []piece
	edits := placeEdits(text, changes)
	end := len(text)
	for _, x := range excerpts(text, edits) {
		if len(out) > 0 {
			out = append(out, piece{" ", plain})
		}
		if x.window.Start > 0 {
			out = append(out, piece{"… ", plain})
		}
		out = append(out, x.pieces(text, color)...)
		end = x.window.End
	}
	if end < len(text) {
		out = append(out, piece{" …", plain})
	}
	lead := ""
	if len(out) > 0 {
		lead = " also "
	}
	for _, e := range edits {
		if !e.placed {
			out = append(append(out, piece{lead, plain}), e.pieces(color)...)
			lead = ", "
		}
	}
	return out
}

func (x excerpt) pieces(text string, color bool) []piece {
	var out []piece
	at := x.window.Start
	for _, e := range x.edits {
		out = append(out, piece{text[at:e.place.Start], plain})
		out = append(out, e.pieces(color)...)
		at = e.place.End
	}
	return append(out, piece{text[at:x.window.End], plain})
}

// pieces marks the words before and after by colour or, as git's word diff
// does, by brackets.
func (e edit) pieces(color bool) []piece {
	before, between, after := "[-"+e.from+"-]", "", "{+"+e.to+"+}"
	if color {
		before, between, after = e.from, " ", e.to
	}
	switch {
	case e.to == "":
		return []piece{{before, removed}}
	case e.from == "":
		return []piece{{after, added}}
	default:
		return []piece{{before, removed}, {between, plain}, {after, added}}
	}
}
