package event

import "slices"

// Vocabulary is the terms of many bags, numbered in the order of their keys, so
// that what is known of a term stands in a list under its number. Make it with
// NewVocabulary, collect its parts, each on its own, and then number the bags.
type Vocabulary struct {
	bags   []Bag
	begins [][Parts + 1]uint32 // by bag: where the terms of each part begin
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

// NewVocabulary returns the vocabulary of bags, of which nothing is collected yet.
// Until they are numbered the bags are its own.
func NewVocabulary(bags []Bag) *Vocabulary {
	v := &Vocabulary{bags: bags, begins: make([][Parts + 1]uint32, len(bags))}
	for i, b := range bags {
		part := 0
		for k, key := range b.Terms {
			for ; part < partOf(key); part++ {
				v.begins[i][part+1] = uint32(k)
			}
		}
		for ; part < Parts; part++ {
			v.begins[i][part+1] = uint32(len(b.Terms))
		}
	}
	return v
}

// Collect finds the terms of one part of the keys in all bags, and puts in the place
// of each its rank among the terms of its part. Calls for different parts do not
// touch each other.
func (v *Vocabulary) Collect(part int) {
	index := map[uint32]uint32{}
	var found []uint64 // keys with their numbers
	var letters []uint8
	for i, b := range v.bags {
		for k := v.begins[i][part]; k < v.begins[i][part+1]; k++ {
			key := b.Terms[k]
			at, known := index[key]
			if !known {
				at = uint32(len(found))
				index[key] = at
				found = append(found, uint64(key)<<32|uint64(at))
				letters = append(letters, b.Letters[k])
			}
			b.Terms[k] = at
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
	for i, b := range v.bags {
		terms := b.Terms[v.begins[i][part]:v.begins[i][part+1]]
		for k, at := range terms {
			terms[k] = rank[at]
		}
	}
}

// Number makes the terms of all bags numbers. All parts must have been collected.
func (v *Vocabulary) Number() {
	for part := range v.parts {
		v.before[part+1] = v.before[part] + uint32(len(v.parts[part].keys))
	}
	for i := range v.bags {
		b := &v.bags[i]
		for part := range Parts {
			terms := b.Terms[v.begins[i][part]:v.begins[i][part+1]]
			for k := range terms {
				terms[k] += v.before[part]
			}
		}
		b.Letters = nil
	}
	v.bags, v.begins = nil, nil
}

// Size is the number of terms.
func (v *Vocabulary) Size() int { return int(v.before[Parts]) }

// Key is the key of the term with a number.
func (v *Vocabulary) Key(number uint32) uint32 {
	part, _ := slices.BinarySearch(v.before[1:], number+1)
	return v.parts[part].keys[number-v.before[part]]
}

// each calls do with every term.
func (v *Vocabulary) each(do func(number int, key uint32, letters uint8)) {
	for part, p := range v.parts {
		for k, key := range p.keys {
			do(int(v.before[part])+k, key, p.letters[k])
		}
	}
}
