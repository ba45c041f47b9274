package fingerprint

import (
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// Every run of K+Window-1 words that two sequences share gives them a print in
// common that lies within the run.
func TestGuarantee(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		opts := Options{K: rapid.IntRange(1, 7).Draw(t, "k"), Window: rapid.IntRange(1, 6).Draw(t, "window")}
		word := rapid.Uint32Range(1, uint32(rapid.IntRange(2, 50).Draw(t, "vocabulary")))
		text := func(name string) []uint32 { return rapid.SliceOfN(word, 0, 40).Draw(t, name) }
		run := rapid.SliceOfN(word, opts.Guarantee(), opts.Guarantee()+5).Draw(t, "run")
		beforeA, beforeB := text("beforeA"), text("beforeB")
		a := concat(beforeA, run, text("afterA"))
		b := concat(beforeB, run, text("afterB"))

		if !sharesWithin(prints(a, opts), prints(b, opts), len(beforeA), len(beforeB), len(run)-opts.K) {
			t.Fatalf("no print of the shared run in both")
		}
	})
}

// The prints of a sequence are the minima of its windows and nothing else.
func TestWinnowKeepsMinima(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		opts := Options{K: rapid.IntRange(1, 3).Draw(t, "k"), Window: rapid.IntRange(1, 9).Draw(t, "window")}
		keys := rapid.SliceOfN(rapid.Uint32Range(0, 3), 0, 40).Draw(t, "keys")
		shingles := Shingles(nil, keys, opts.K)
		want := map[uint32]bool{}
		for start := 0; start == 0 && len(shingles) > 0 || start+opts.Window <= len(shingles); start++ {
			least := start
			for i := start; i < min(start+opts.Window, len(shingles)); i++ {
				if shingles[i]>>32 <= shingles[least]>>32 {
					least = i
				}
			}
			want[uint32(least)] = true
		}
		got := NewWinnower(opts).Prints(keys, nil)
		for i, p := range got {
			if !want[p.Word] || p.Hash != shingles[p.Word] {
				t.Fatalf("print %v is no window's minimum", p)
			}
			if i > 0 && got[i-1].Word >= p.Word {
				t.Fatalf("prints out of order: %v", got)
			}
		}
		if len(got) != len(want) {
			t.Fatalf("%d prints, want %d", len(got), len(want))
		}
	})
}

// Of whole stretches, every shingle is a print, and none twice.
func TestWholeStretches(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		opts := Options{K: rapid.IntRange(1, 4).Draw(t, "k"), Window: rapid.IntRange(1, 6).Draw(t, "window")}
		keys := rapid.SliceOfN(rapid.Uint32(), 0, 40).Draw(t, "keys")
		var whole []Stretch
		for at := 0; at < len(keys); {
			s := Stretch{Start: rapid.IntRange(at, len(keys)).Draw(t, "start")}
			s.End = rapid.IntRange(s.Start, len(keys)).Draw(t, "end")
			whole = append(whole, s)
			at = s.End + 1
		}
		w := NewWinnower(opts)
		want := map[uint32]bool{}
		for _, p := range w.Prints(keys, nil) {
			want[p.Word] = true
		}
		for _, s := range whole {
			for at := s.Start; at+opts.K <= s.End; at++ {
				want[uint32(at)] = true
			}
		}
		got := w.Prints(keys, whole)
		for i, p := range got {
			if !want[p.Word] || i > 0 && got[i-1].Word >= p.Word {
				t.Fatalf("print %v of %v", p, got)
			}
		}
		if len(got) != len(want) {
			t.Fatalf("%d prints, want %d", len(got), len(want))
		}
	})
}

// The hash of a shingle does not depend on what stands before it.
func TestShinglesRoll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.IntRange(1, 7).Draw(t, "k")
		keys := rapid.SliceOfN(rapid.Uint32(), k, 40).Draw(t, "keys")
		for i, h := range Shingles(nil, keys, k) {
			if alone := Shingles(nil, keys[i:i+k], k)[0]; alone != h {
				t.Fatalf("shingle %d hashes to %x in the sequence and to %x alone", i, h, alone)
			}
		}
	})
}

func TestShinglesOfShortSequence(t *testing.T) {
	if got := Shingles(nil, []uint32{1, 2}, 3); len(got) != 0 {
		t.Errorf("a sequence of two words has %d shingles of three", len(got))
	}
}

func prints(keys []uint32, o Options) []Print { return NewWinnower(o).Prints(keys, nil) }

func sharesWithin(a, b []Print, fromA, fromB, shingles int) bool {
	for _, p := range a {
		for _, q := range b {
			offset := int(p.Word) - fromA
			if p.Hash == q.Hash && offset == int(q.Word)-fromB && 0 <= offset && offset <= shingles {
				return true
			}
		}
	}
	return false
}

func concat(parts ...[]uint32) (all []uint32) {
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}

func BenchmarkPrints(b *testing.B) {
	keys := make([]uint32, 1000)
	for i := range keys {
		keys[i] = rand.Uint32()
	}
	w := NewWinnower(Defaults())
	var kept []Print
	b.ReportAllocs()
	for b.Loop() {
		kept = w.Prints(keys, nil)
	}
	b.ReportMetric(float64(len(kept))/float64(len(keys)), "prints/word")
	b.ReportMetric(float64(b.N)*float64(len(keys))/b.Elapsed().Seconds()/1e6, "Mwords/s")
}
