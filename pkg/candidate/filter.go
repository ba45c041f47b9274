package candidate

import (
	"math/bits"
	"sync/atomic"

	"github.com/wireprint/wireprint/pkg/fingerprint"
)

// Filter tells the prints that occur once from those that may occur more often.
// It never takes a repeated print for a single one; of the single ones it takes
// some for repeated, one in thirteen when it is as full as it was made for. It is
// a Bloom filter (Bloom 1970) of one hash with counters up to two, and safe for
// concurrent use.
type Filter struct {
	shift       uint
	once, again []atomic.Uint64
}

// slotsPerPrint makes a filter of two bytes for each print, or up to four.
const slotsPerPrint = 8

// NewFilter returns a filter for about so many prints.
func NewFilter(prints int) *Filter {
	logSlots := max(6, bits.Len(uint(slotsPerPrint*prints)))
	words := 1 << (logSlots - 6)
	return &Filter{
		shift: uint(64 - logSlots),
		once:  make([]atomic.Uint64, words),
		again: make([]atomic.Uint64, words),
	}
}

// Add takes note of prints.
func (f *Filter) Add(prints []fingerprint.Print) {
	for _, p := range prints {
		word, bit := f.slot(p.Hash)
		if f.once[word].Load()&bit == 0 && f.once[word].Or(bit)&bit == 0 {
			continue
		}
		if f.again[word].Load()&bit == 0 {
			f.again[word].Or(bit)
		}
	}
}

// Repeated reports whether a print may have been added more than once.
func (f *Filter) Repeated(hash uint64) bool {
	word, bit := f.slot(hash)
	return f.again[word].Load()&bit != 0
}

func (f *Filter) slot(hash uint64) (word, bit uint64) {
	slot := hash >> f.shift
	return slot >> 6, 1 << (slot & 63)
}
