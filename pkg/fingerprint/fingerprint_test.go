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
		word := rapid.Uint64Range(1, uint64(rapid.IntRange(2, 50).Draw(t, "vocabulary")))
		text := func(name string) []uint64 { return rapid.SliceOfN(word, 0, 40).Draw(t, name) }
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
		window := rapid.IntRange(1, 6).Draw(t, "window")
		shingles := rapid.SliceOfN(rapid.Uint64Range(0, 9), 0, 30).Draw(t, "shingles")
		want := map[uint32]bool{}
		for start := 0; start == 0 && len(shingles) > 0 || start+window <= len(shingles); start++ {
			least := start
			for i := start; i < min(start+window, len(shingles)); i++ {
				if shingles[i] <= shingles[least] {
					least = i
				}
			}
			want[uint32(least)] = true
		}
		got := Winnow(nil, shingles, window)
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

func TestShinglesOfShortSequence(t *testing.T) {
	if got := Shingles(nil, []uint64{1, 2}, 3); len(got) != 0 {
		t.Errorf("a sequence of two words has %d shingles of three", len(got))
	}
}

func prints(keys []uint64, o Options) []Print {
	return Winnow(nil, Shingles(nil, keys, o.K), o.Window)
}

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

func concat(parts ...[]uint64) (all []uint64) {
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}

func BenchmarkPrints(b *testing.B) {
	keys := make([]uint64, 1000)
	for i := range keys {
		keys[i] = rand.Uint64()
	}
	var shingles []uint64
	var kept []Print
	b.ReportAllocs()
	for b.Loop() {
		shingles = Shingles(shingles[:0], keys, 5)
		kept = Winnow(kept[:0], shingles, 4)
	}
	b.ReportMetric(float64(len(kept))/float64(len(keys)), "prints/word")
	b.ReportMetric(float64(b.N)*float64(len(keys))/b.Elapsed().Seconds()/1e6, "Mwords/s")
}
