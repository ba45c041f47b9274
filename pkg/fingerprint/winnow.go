package fingerprint

import "slices"

// Winnower makes the prints of one sequence after the other. Its memory serves
// them all, so that it is not for several goroutines at once.
type Winnower struct {
	opts     Options
	shingles []uint64
	minima   []uint64
	kept     []Print
	all      []Print
}

// NewWinnower returns a Winnower for options that are valid.
func NewWinnower(opts Options) *Winnower { return &Winnower{opts: opts} }

// Stretch is a half-open range of words.
type Stretch struct{ Start, End int }

// Prints returns the prints of a sequence, in order: the shingles that winnowing
// keeps, and all those of the stretches in whole, which must be in order. A run of
// K words that lies in such a stretch of each of two sequences therefore shares a
// print too. The result is valid until the next call.
func (w *Winnower) Prints(keys []uint32, whole []Stretch) []Print {
	w.shingles = Shingles(w.shingles[:0], keys, w.opts.K)
	w.kept = w.winnow(w.kept[:0])
	if len(whole) > 0 {
		w.addWhole(whole)
	}
	return w.kept
}

// winnow appends the shingles that winnowing keeps: of each window the smallest
// hash, the rightmost of equals; a sequence shorter than a window keeps its
// smallest.
//
// Nothing foretells which shingle of a window is the smallest and whether it was
// the window's before too, so that branches for it cost more than all the rest:
// 7 of 8 ns a word. Therefore the place goes into the low half of the hash, the
// minima are doubled in reach pass by pass, and a print that is kept already is
// written over itself.
func (w *Winnower) winnow(prints []Print) []Print {
	window := min(w.opts.Window, len(w.shingles))
	if window == 0 {
		return prints
	}
	w.minima = slices.Grow(w.minima[:0], len(w.shingles))[:len(w.shingles)]
	minima := w.minima
	for i, h := range w.shingles {
		minima[i] = h&^0xffffffff | uint64(^uint32(i))
	}
	for reach := 1; reach < window; {
		step := min(reach, window-reach)
		later := minima[step:]
		for i, m := range later {
			minima[i] = min(minima[i], m)
		}
		minima = minima[:len(later)]
		reach += step
	}
	first := len(prints)
	prints = slices.Grow(prints, len(minima))[:first+len(minima)]
	out, kept, last := prints[first:], 0, ^uint32(0)
	for _, m := range minima {
		at := ^uint32(m)
		other := at ^ last
		kept += int((other | -other) >> 31) // 1 where they differ
		out[kept-1] = Print{Hash: w.shingles[at], Word: at}
		last = at
	}
	return prints[:first+kept]
}

// addWhole adds the shingles of whole stretches.
func (w *Winnower) addWhole(whole []Stretch) {
	all, rest := w.all[:0], w.kept
	for _, s := range whole {
		n := 0
		for n < len(rest) && int(rest[n].Word) < s.Start {
			n++
		}
		all, rest = append(all, rest[:n]...), rest[n:]
		for at := s.Start; at+w.opts.K <= s.End; at++ {
			all = append(all, Print{Hash: w.shingles[at], Word: uint32(at)})
			if len(rest) > 0 && int(rest[0].Word) == at {
				rest = rest[1:]
			}
		}
	}
	all = append(all, rest...)
	w.kept, w.all = all, w.kept
}
