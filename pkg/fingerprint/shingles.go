package fingerprint

import "slices"

// Shingles appends to hashes the hash of each run of k keys: the i-th is that
// of keys[i:i+k]. A sequence of fewer than k keys has none.
//
// The hash is a polynomial of the keys that rolls on by two multiplications
// (Karp and Rabin 1987), and then mixed, for winnowing needs minima that any
// shingle is equally likely to be.
func Shingles(hashes []uint64, keys []uint32, k int) []uint64 {
	if len(keys) < k {
		return hashes
	}
	const base = 0x9e3779b97f4a7c15
	h, oldest := uint64(0), uint64(1)
	for i, key := range keys[:k] {
		h = h*base + uint64(key)
		if i > 0 {
			oldest *= base
		}
	}
	first := len(hashes)
	hashes = slices.Grow(hashes, len(keys)-k+1)[:first+len(keys)-k+1]
	out, leaving := hashes[first:], keys[:len(keys)-k]
	entering := keys[k:][:len(leaving)]
	for i, key := range leaving {
		out[i] = mix(h)
		h = (h-uint64(key)*oldest)*base + uint64(entering[i])
	}
	out[len(leaving)] = mix(h)
	return hashes
}

func mix(h uint64) uint64 {
	h ^= h >> 32
	h *= 0xbf58476d1ce4e5b9
	return h ^ h>>29
}
