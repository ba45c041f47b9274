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
	for name, whole := range map[string][]Stretch{
		"winnowed": nil,
		"quoted":   {{0, 20}, {40, 60}, {500, 900}},
	} {
		if n := testing.AllocsPerRun(10, func() { w.Prints(keys, whole) }); n > 0 {
			t.Errorf("%s: %v allocations for %d words", name, n, len(keys))
		}
	}
}
