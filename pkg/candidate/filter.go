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
	shift  uint
	counts []atomic.Uint64 // two bits a slot: seen, and seen again
}

// slotsPerPrint makes a filter of two bytes for each print, or up to four.
const slotsPerPrint = 8

// NewFilter returns a filter for about so many prints.
func NewFilter(prints int) *Filter {
	logSlots := max(5, bits.Len(uint(slotsPerPrint*prints)))
	return &Filter{shift: uint(64 - logSlots), counts: make([]atomic.Uint64, 1<<(logSlots-5))}
}

// Add takes note of prints.
func (f *Filter) Add(prints []fingerprint.Print) {
	for _, p := range prints {
		word, seen := f.slot(p.Hash)
		again := seen << 1
		count := &f.counts[word]
		now := count.Load()
		if now&seen == 0 {
			now = count.Or(seen)
		}
		if now&seen != 0 && now&again == 0 {
			count.Or(again)
		}
	}
}

// Repeated reports whether a print may have been added more than once.
func (f *Filter) Repeated(hash uint64) bool {
	word, seen := f.slot(hash)
	return f.counts[word].Load()&(seen<<1) != 0
}

func (f *Filter) slot(hash uint64) (word, seen uint64) {
	slot := hash >> f.shift
	return slot >> 5, 1 << (2 * (slot & 31))
}
