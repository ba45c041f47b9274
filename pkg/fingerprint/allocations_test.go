package fingerprint

import "testing"

// TestPrintsDoNotAllocate: once a Winnower has seen a sequence, another one of
// that length costs no memory.
func TestPrintsDoNotAllocate(t *testing.T) {
	keys := make([]uint32, 1000)
	for i := range keys {
		keys[i] = uint32(i * i)
	}
	w := NewWinnower(Defaults())
	for name, whole := range map[string]func(int) bool{
		"winnowed": nil,
		"quoted":   func(word int) bool { return word%40 < 20 },
	} {
		if n := testing.AllocsPerRun(10, func() { w.Prints(keys, whole) }); n > 0 {
			t.Errorf("%s: %v allocations for %d words", name, n, len(keys))
		}
	}
}
