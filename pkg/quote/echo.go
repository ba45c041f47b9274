package quote

import (
	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/news"
)

// Echo says what an article has of words that others quote.
type Echo struct {
	Shares   bool         // it has some, or others have some of what it quotes
	Unmarked []news.Range // words that others quote and it does not
}

// Shingles by which quotations are looked for: of so many words, or so many
// characters of a script without spaces.
const (
	shingle           = 3
	shingleCharacters = 5
	fewestUnmarked    = 8 // words in a row, outside quotation marks, that are no coincidence
)

// Echoes tells of each article of an event what it has of the others' quotations.
// It saves reading the text of articles that quote nothing in common, which most
// do, and costs one look into a table for each word.
func Echoes(texts []*align.Text) []Echo {
	e := echoes{of: make([]Echo, len(texts)), quoting: map[uint64]int32{}}
	for i, t := range texts {
		for _, q := range t.Quotations {
			e.quote(int32(i), t, q)
		}
	}
	if len(e.quoting) > 0 {
		for i, t := range texts {
			e.look(int32(i), t)
		}
	}
	return e.of
}

type echoes struct {
	of      []Echo
	quoting map[uint64]int32 // by shingle: the article that quotes it first, or several
	seen    [1 << 13]uint64  // a bit for each shingle, which spares most looks into the map
}

const several = -1

func length(t *align.Text, at int) int {
	if t.Marks[at].Character() {
		return shingleCharacters
	}
	return shingle
}

func hash(keys []uint32) (h uint64) {
	for _, key := range keys {
		h = (h ^ uint64(key)) * 0x9e3779b97f4a7c15
		h ^= h >> 29
	}
	return h
}

func (e *echoes) bit(h uint64) (*uint64, uint64) {
	return &e.seen[h>>6&(uint64(len(e.seen))-1)], 1 << (h & 63)
}

// quote notes the shingles of a quotation.
func (e *echoes) quote(i int32, t *align.Text, q news.Range) {
	for at := q.Start; at < q.End; at++ {
		k := length(t, at)
		if at+k > q.End {
			break
		}
		h := hash(t.Keys[at : at+k])
		word, bit := e.bit(h)
		*word |= bit
		if first, ok := e.quoting[h]; ok && first != i {
			e.quoting[h] = several
			e.of[i].Shares = true
			if first != several {
				e.of[first].Shares = true
			}
		} else if !ok {
			e.quoting[h] = i
		}
	}
}

// look finds the words outside quotation marks that others quote.
func (e *echoes) look(i int32, t *align.Text) {
	run := news.Range{}
	end := func() {
		least := fewestUnmarked
		if run.Len() > 0 && t.Marks[run.Start].Character() {
			least *= 2
		}
		if run.Len() >= least {
			e.of[i].Unmarked = append(e.of[i].Unmarked, run)
			e.of[i].Shares = true
		}
		run = news.Range{}
	}
	for _, p := range t.Paragraphs {
		for at := p.Start; at < p.End; at++ {
			k := length(t, at)
			if at+k > p.End || !e.quotedElsewhere(i, t, news.Range{Start: at, End: at + k}) {
				if at >= run.End {
					end()
				}
				continue
			}
			if run.Len() == 0 {
				run.Start = at
			}
			run.End = at + k
		}
		end()
	}
}

func (e *echoes) quotedElsewhere(i int32, t *align.Text, words news.Range) bool {
	h := hash(t.Keys[words.Start:words.End])
	if word, bit := e.bit(h); *word&bit == 0 {
		return false
	}
	for at := words.Start; at < words.End; at++ {
		if t.Quoted(at) {
			return false
		}
	}
	first, ok := e.quoting[h]
	if !ok || first == i {
		return false
	}
	return true
}
