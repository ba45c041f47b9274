package event

import "slices"

// Vocabulary is the terms of many bags, numbered, so that what is known of a term
// stands in a list under its number: looking it up by key took a third of the
// time of finding events. Terms are numbered in Parts, each of which can be made
// on its own; the numbers are not without gaps.
type Vocabulary struct{ parts [Parts]vocabularyPart }

// Parts is the number of parts of a vocabulary.
const Parts = 1 << partBits

const partBits = 5

// vocabularyPart is the terms whose keys have the same highest bits.
type vocabularyPart struct {
	keys    []uint32
	letters []uint8
}

// Number gives the terms of one part of the keys their numbers, in all bags, and
// writes them to numbers, which has a list for each bag as long as its terms.
// Calls for different parts do not touch each other.
func (v *Vocabulary) Number(bags []Bag, numbers [][]uint32, part int) {
	known := map[uint32]uint32{}
	p := &v.parts[part]
	from := uint32(part) << (32 - partBits)
	for i, b := range bags {
		first, _ := slices.BinarySearch(b.Terms, from)
		for k := first; k < len(b.Terms) && int(b.Terms[k]>>(32-partBits)) == part; k++ {
			key := b.Terms[k]
			number, ok := known[key]
			if !ok {
				number = uint32(len(p.keys)*Parts + part)
				known[key] = number
				p.keys = append(p.keys, key)
				p.letters = append(p.letters, b.Letters[k])
			}
			numbers[i][k] = number
		}
	}
}

// Size is more than the highest number.
func (v *Vocabulary) Size() int {
	size := 0
	for part, p := range v.parts {
		if n := len(p.keys); n > 0 {
			size = max(size, (n-1)*Parts+part+1)
		}
	}
	return size
}

// Key is the key of the term with a number.
func (v *Vocabulary) Key(number uint32) uint32 { return v.parts[number%Parts].keys[number/Parts] }

// each calls do with every term.
func (v *Vocabulary) each(do func(number int, key uint32, letters uint8)) {
	for part, p := range v.parts {
		for k, key := range p.keys {
			do(k*Parts+part, key, p.letters[k])
		}
	}
}
