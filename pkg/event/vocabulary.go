package event

import "slices"

// Vocabulary is the terms of many bags, numbered in the order of their keys, so
// that what is known of a term stands in a list under its number. It is made in
// Parts, each of which can be collected on its own; then Close it, and number the
// bags.
type Vocabulary struct {
	parts  [Parts]vocabularyPart
	before [Parts + 1]uint32 // terms of the parts before
}

// Parts is the number of parts of a vocabulary.
const Parts = 1 << partBits

const partBits = 5

func partOf(key uint32) int { return int(key >> (32 - partBits)) }

// vocabularyPart is the terms whose keys have the same highest bits.
type vocabularyPart struct {
	keys    []uint32 // ascending
	letters []uint8
}

// Collect finds the terms of one part of the keys in all bags. It writes to ranks,
// which has a list for each bag as long as its terms, the place of each among the
// terms of its part. Calls for different parts do not touch each other.
func (v *Vocabulary) Collect(bags []Bag, ranks [][]uint32, part int) {
	from := uint32(part) << (32 - partBits)
	first := make([]int, len(bags))
	for i, b := range bags {
		first[i], _ = slices.BinarySearch(b.Terms, from)
	}
	index := map[uint32]uint32{}
	var found []uint64 // keys with their numbers
	var letters []uint8
	for i, b := range bags {
		for k := first[i]; k < len(b.Terms) && partOf(b.Terms[k]) == part; k++ {
			key := b.Terms[k]
			at, known := index[key]
			if !known {
				at = uint32(len(found))
				index[key] = at
				found = append(found, uint64(key)<<32|uint64(at))
				letters = append(letters, b.Letters[k])
			}
			ranks[i][k] = at
		}
	}
	slices.Sort(found)
	rank := make([]uint32, len(found))
	p := &v.parts[part]
	for r, x := range found {
		rank[uint32(x)] = uint32(r)
		p.keys = append(p.keys, uint32(x>>32))
		p.letters = append(p.letters, letters[uint32(x)])
	}
	for i, b := range bags {
		for k := first[i]; k < len(b.Terms) && partOf(b.Terms[k]) == part; k++ {
			ranks[i][k] = rank[ranks[i][k]]
		}
	}
}

// Close ends collecting.
func (v *Vocabulary) Close() {
	for part := range v.parts {
		v.before[part+1] = v.before[part] + uint32(len(v.parts[part].keys))
	}
}

// Number makes the terms of a bag numbers, given their ranks.
func (v *Vocabulary) Number(b *Bag, ranks []uint32) {
	for k, key := range b.Terms {
		ranks[k] += v.before[partOf(key)]
	}
	b.Terms = ranks
}

// Size is the number of terms.
func (v *Vocabulary) Size() int { return int(v.before[Parts]) }

// each calls do with every term.
func (v *Vocabulary) each(do func(number int, key uint32, letters uint8)) {
	for part, p := range v.parts {
		for k, key := range p.keys {
			do(int(v.before[part])+k, key, p.letters[k])
		}
	}
}
