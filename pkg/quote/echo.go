package quote

import (
	"math/bits"

	"github.com/wireprint/wireprint/pkg/align"
	"github.com/wireprint/wireprint/pkg/news"
)

// Echo says what an article has of words that others quote.
type Echo struct {
	Quoted   []news.Range // its quotations of which others have words
	Unmarked []news.Range // words that others quote and it does not
}

// Shingles by which quotations are looked for: of so many words, or so many
// characters of a script without spaces.
const (
	shingle           = 3
	shingleCharacters = 5
	fewestUnmarked    = 8 // words in a row, outside quotation marks, that are no coincidence
	fewestShared      = 2 // shingles of a quotation: one alone, as "one of the", is found in most articles
)

// Echoes tells of each article of an event what it has of the others' quotations.
// It saves reading the text of articles that quote nothing in common, which most
// do, and costs one look into a table for each word.
func Echoes(texts []*align.Text) []Echo {
	quoted := 0
	for _, t := range texts {
		for _, q := range t.Quotations {
			quoted += q.Len()
		}
	}
	of := make([]Echo, len(texts))
	if quoted < fewestWords {
		return of
	}
	e := echoes{quoting: make(map[uint64]int32, quoted), seen: make([]uint64, 1<<bits.Len(uint(quoted/8)))}
	for i, t := range texts {
		e.quote(int32(i), t)
	}
	for i, t := range texts {
		of[i].Unmarked = e.unmarked(int32(i), t)
	}
	for i, t := range texts {
		of[i].Quoted = e.shared(t)
	}
	return of
}

type echoes struct {
	quoting map[uint64]int32 // by shingle: the article that quotes it, or several that have it
	seen    []uint64         // bits of shingles, which spare most looks into the map; a power of two
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
	return &e.seen[h>>6&uint64(len(e.seen)-1)], 1 << (h & 63)
}

// quote notes the shingles of an article's quotations.
func (e *echoes) quote(i int32, t *align.Text) {
	for _, q := range t.Quotations {
		for at := q.Start; at < q.End; at++ {
			k := length(t, at)
			if at+k > q.End {
				break
			}
			h := hash(t.Keys[at : at+k])
			word, bit := e.bit(h)
			if first, ok := e.quoting[h]; !ok {
				*word |= bit
				e.quoting[h] = i
			} else if first != i {
				e.quoting[h] = several
			}
		}
	}
}

// unmarked finds the words outside quotation marks that others quote.
func (e *echoes) unmarked(i int32, t *align.Text) (found []news.Range) {
	run := news.Range{}
	end := func() {
		least := fewestUnmarked
		if run.Len() > 0 && t.Marks[run.Start].Character() {
			least *= 2
		}
		if run.Len() >= least {
			found = append(found, run)
			e.share(t, run)
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
	return found
}

// quotedElsewhere reports a shingle outside quotation marks that another article
// quotes.
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
	return ok && first != i
}

// share notes that words are not only of the article that quotes them.
func (e *echoes) share(t *align.Text, words news.Range) {
	for at := words.Start; at < words.End; at++ {
		if k := length(t, at); at+k <= words.End {
			h := hash(t.Keys[at : at+k])
			if _, ok := e.quoting[h]; ok {
				e.quoting[h] = several
			}
		}
	}
}

// shared are the quotations of which other articles have words.
func (e *echoes) shared(t *align.Text) (found []news.Range) {
	for _, q := range t.Quotations {
		hits := 0
		for at := q.Start; at < q.End && hits < fewestShared; at++ {
			k := length(t, at)
			if at+k > q.End {
				break
			}
			if e.quoting[hash(t.Keys[at:at+k])] == several {
				hits++
			}
		}
		if hits >= fewestShared || hits > 0 && q.Len() < 2*fewestWords {
			found = append(found, q)
		}
	}
	return found
}
